"""What a reader may ask to see: colours by another fact, a highlighted chain, findings, co-heads."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from orgchart.errors import SettingError, UnknownNameError
from orgchart.graph import OrgGraph
from orgchart.model import Holder, Org
from orgchart.rendering import render
from orgchart.rendering.compose import compose
from orgchart.rendering.compose.wishes import Wish
from orgchart.rendering.layouts.sideways import sideways
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.scene import NOBODY
from tests.rendering import metrics
from tests.rendering.test_compose import role


def company(size: int = 40) -> OrgGraph:
    roles = [role("r0", grade="一级")]
    roles += [
        role(f"r{n}", reports_to=f"r{(n - 1) // 3}", grade="二级" if n < 9 else None, unit=f"u{n % 3}")
        for n in range(1, size)
    ]
    return OrgGraph(Org(id="x", name="某公司", language="zh", roles=tuple(roles)))


@pytest.mark.parametrize(
    ("by", "tones", "entries"),
    [
        ("unit", {0, 1, 2, NOBODY}, ["u1", "u2", "u0", "未写明部门"]),
        ("grade", {0, 1, NOBODY}, ["一级", "二级", "未写明等级"]),
        ("layer", {0, 1, 2, 3}, ["第 1 层", "第 2 层", "第 3 层", "第 4 层"]),
        ("span", {0, NOBODY}, ["直属 1–3", "无下级"]),
    ],
)
def test_cards_are_coloured_and_the_legend_explains_it(by: str, tones: set[int], entries: list[str]) -> None:
    figure = compose(company(), Wish(colour_by=by))
    assert {box.tone for box in figure.boxes} == tones
    assert [sample.words for sample in figure.legend if sample.kind == "tone"] == entries
    if by != "unit":
        assert {item.tone for item in figure.enclosures} <= {NOBODY}


def test_an_unknown_colouring_is_refused_with_those_there_are() -> None:
    with pytest.raises(SettingError) as caught:
        compose(company(), Wish(colour_by="mood"))
    assert "unit, grade, layer, span" in caught.value.hint


@pytest.mark.parametrize("layout", [tidy, sideways])
@pytest.mark.parametrize("size", [2, 5, 40, 200])
def test_a_highlighted_chain_runs_from_the_role_to_the_top(layout: object, size: int) -> None:
    for number in range(1, size, max(size // 8, 1)):
        figure = compose(company(size), Wish(highlight=f"r{number}"))
        scene = layout(figure, ratio=1.6)  # type: ignore[operator]
        keys = [figure.boxes[box].key for box in figure.chain]
        assert {card.box.key for card in scene.cards if card.box.strong} == set(keys)
        assert len(scene.chain) == len(keys) - 1
        picture = metrics.of_scene(scene)
        for path, (high, low) in zip(scene.chain, pairwise(keys[::-1]), strict=True):
            for end, key in ((path[:2], high), (path[-2:], low)):
                rect = picture.boxes[key]
                assert rect.x <= end[0] <= rect.right
                assert rect.y <= end[1] <= rect.bottom
            corners = list(zip(path[::2], path[1::2], strict=True))
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(corners))
            drawn = picture.lines[high]
            assert all(
                any(part.rect.holds(metrics.Segment(*a, *b).rect) for part in drawn) for a, b in pairwise(corners)
            )


def test_a_highlight_is_more_than_a_colour_and_is_explained() -> None:
    text = render(company(), highlight="r20")
    assert '<path class="h" d="M' in text
    assert re.search(r'class="card strong" data-role="r20"', text)
    assert ".strong rect{stroke-width:2.5}" in text
    assert "r20 的指挥链" in text
    assert text.count('data-line="reporting"') == render(company()).count('data-line="reporting"')
    with pytest.raises(UnknownNameError):
        render(company(), highlight="nobody")


def test_findings_stand_on_the_cards_and_in_words_below() -> None:
    findings = {
        "r3": [("note", "ORG402 只有一个下级"), ("error", "ORG303 上级 <b> 不存在")],
        "r4": [("warning", "ORG306 有两个直接上级")],
        "": [("error", "ORG204 部门互相包含")],
        "elsewhere": [("note", "x"), ("note", "y")],
    }
    text = render(company(), findings=findings)
    assert re.search(r'data-role="r3">.*<path class="flag error".*<text class="q error"[^>]*>2</text></g>', text)
    assert re.search(r'data-role="r4">.*<path class="flag warning"', text)
    assert "r3：ORG303 上级 &lt;b&gt; 不存在" in text
    assert "ORG204 部门互相包含" in text
    assert "另有 2 条不涉及图中岗位。" in text
    assert [sample.words for sample in compose(company(), Wish(findings=findings)).legend if "flag" in sample.kind] == [
        *("错误", "警告", "提示")
    ]
    assert "flag error" not in render(company()).split("</style>")[1]


def test_a_flag_leaves_the_title_its_room() -> None:
    graph = OrgGraph(Org(id="x", name="某", roles=(role("嵌入式软件经理官", id="a"),)))
    assert compose(graph).boxes[0].lines == ("嵌入式软件经理官",)
    assert len(compose(graph, Wish(findings={"a": [("error", "x")]})).boxes[0].lines) == 2


def test_endless_findings_are_listed_briefly() -> None:
    figure = compose(company(), Wish(findings={"r1": [("note", "x")] * 500}))
    assert len(figure.remarks) == 61
    assert figure.boxes[1].flags == 500


def test_two_heads_of_one_block_stand_side_by_side() -> None:
    both = ("甲", "乙")
    roles = role("甲"), role("乙"), *(role(name, reports_to=both) for name in "丙丁戊")
    figure = compose(OrgGraph(Org(id="x", name="某所", roles=roles)))
    assert figure.beside == ()
    picture = metrics.of_scene(tidy(figure, ratio=1.6))
    one, other = picture.boxes["甲"], picture.boxes["乙"]
    assert one.y == other.y
    assert 0 < other.x - one.right < 60


def test_a_single_top_beside_a_wide_tree_costs_no_row() -> None:
    roles = [role("a"), role("b"), *(role(f"r{n}", reports_to=("a", "b")) for n in range(12))]
    picture = metrics.of_scene(tidy(compose(OrgGraph(Org(id="x", name="某", roles=tuple(roles)))), ratio=1.6))
    assert picture.boxes["a"].y == picture.boxes["b"].y


def test_a_holder_is_not_cut_for_a_total() -> None:
    acting = role("甲", holders=(Holder(name="欧阳伟明", acting=True),))
    roles = acting, *(role(f"r{n}", reports_to="甲" if n < 5 else "r1") for n in range(19))
    box = compose(OrgGraph(Org(id="x", name="某", language="zh", roles=roles))).boxes[0]
    assert box.note == "欧阳伟明（代理）"
    assert box.badge == "直属5"


def test_several_holders_are_counted_in_both_languages() -> None:
    people = tuple(Holder(name=name) for name in ("Ann", "Bob", "Eve"))
    for title, note in (("Sales", "Ann and 2 others"), ("销售", "Ann 等 3 人")):
        assert compose(OrgGraph(Org(id="x", name="x", roles=(role(title, holders=people),)))).boxes[0].note == note


def test_latin_titles_get_wider_cards() -> None:
    latin = OrgGraph(Org(id="x", name="x", language="zh", roles=(role("Head of Sales"), role("Clerk"), role("店长"))))
    assert compose(latin).card_width == 168
    assert compose(OrgGraph(Org(id="x", name="x", roles=(role("店长"), role("HR"))))).card_width == 140


def test_a_wide_span_is_explained() -> None:
    figure = compose(company(), max_span=2)
    assert "▲：直属超过 2 人" in [sample.words for sample in figure.legend]
