"""Parts of an organization: what is drawn, what is said about the rest."""

from __future__ import annotations

import pytest

from orgchart.errors import SettingError, UnknownNameError
from orgchart.graph import OrgGraph
from orgchart.model import Coordination, Org, Unit
from orgchart.rendering import render
from orgchart.rendering.compose import compose
from orgchart.rendering.compose.wishes import Wish
from orgchart.rendering.scene import NOBODY, End
from tests.rendering import metrics
from tests.rendering.test_compose import role


def company() -> OrgGraph:
    talks = Coordination(party="财务总监", about="回款")
    roles = (
        role("总经理", coordinates_with=(Coordination(party="审计师", scope="external"),)),
        role("销售总监", reports_to="总经理", unit="销售部"),
        role("财务总监", reports_to="总经理", unit="财务部"),
        role("区域经理", reports_to="销售总监", unit="销售一组", coordinates_with=(talks,)),
        role("代表", reports_to="区域经理", unit="销售一组", coordinates_with=(Coordination(party="区域经理"),)),
        role("会计", reports_to="财务总监", unit="财务部", dotted_line_to="总经理"),
        role("出纳", reports_to="财务总监", unit="财务部"),
        role("顾问"),
    )
    units = Unit(name="销售部"), Unit(name="销售一组", part_of="销售部"), Unit(name="财务部", aliases=("财务",))
    return OrgGraph(Org(id="x", name="某公司", roles=roles, units=units))


def titles(wish: Wish) -> list[str]:
    return [box.key for box in compose(company(), wish).boxes]


def test_a_subtree_is_drawn_with_the_chain_above_it_in_words() -> None:
    figure = compose(company(), Wish(root="区域经理"))
    assert [box.key for box in figure.boxes] == ["区域经理", "代表"]
    assert figure.superior == (NOBODY, 0)
    assert figure.subtitle == "上级：总经理 › 销售总监"
    assert figure.title == "某公司 · 区域经理 组织架构图"
    assert "图中 2 个岗位（全部 8 个）" in figure.description
    assert "上级：总经理 › 销售总监" in render(company(), root="区域经理")


def test_a_root_may_be_given_by_its_number() -> None:
    assert titles(Wish(root=2)) == ["财务总监", "会计", "出纳"]


def test_a_cut_superior_says_how_many_are_hidden() -> None:
    figure = compose(company(), Wish(root="总经理", depth=1))
    assert [(box.key, box.badge) for box in figure.boxes if box.kind == "role"] == [
        ("总经理", "直属2·共6"),
        ("销售总监", "直属1 · +2"),
        ("财务总监", "直属2 · +2"),
    ]
    assert "+N：下面还有 N 个岗位未画出" in [sample.words for sample in figure.legend]


def test_a_depth_without_a_root_cuts_every_tree() -> None:
    assert titles(Wish(depth=0)) == ["总经理", "顾问", "审计师"]


def test_departments_come_with_the_units_in_them_and_the_superiors_around_them() -> None:
    figure = compose(company(), Wish(units={"销售部"}))
    assert [(box.key, box.context) for box in figure.boxes] == [
        *(("总经理", True), ("销售总监", False), ("区域经理", False), ("代表", False)),
        ("审计师", False),
    ]
    assert figure.superior[:4] == (NOBODY, 0, 1, 2)
    assert {unit for item in figure.enclosures for unit in item.units} == {"销售部", "销售一组"}
    assert 'class="card context" data-role="总经理"' in render(company(), units=["销售部"])


def test_units_are_found_by_other_names_and_in_any_order() -> None:
    both = render(company(), units=["财务", "销售部"])
    assert both == render(company(), units={"销售部", "财务部"})
    assert "某公司 · 销售部、财务部" in both


def test_a_relation_with_somebody_outside_is_a_mark_and_named() -> None:
    figure = compose(company(), Wish(root="销售总监"))
    assert [(link.number, link.source, link.target, link.words) for link in figure.links] == [
        (1, End(1), End(1), "区域经理 ⇄ 财务总监：回款"),
        (2, End(2), End(1), "代表 ⇄ 区域经理"),
    ]
    picture = metrics.of_svg(render(company(), root="销售总监"))
    assert sorted((key, number) for key, number, _ in picture.marks) == [("代表", 2), ("区域经理", 1), ("区域经理", 2)]


def test_a_part_of_a_unit_keeps_its_frame_and_loses_what_is_outside() -> None:
    figure = compose(company(), Wish(root="财务总监", depth=0))
    assert [(item.units, item.top) for item in figure.enclosures] == [(("财务部",), 0)]
    picture = metrics.of_svg(render(company(), root="财务总监", depth=0))
    assert metrics.wrongly_framed(picture, [("财务部", frozenset({"财务总监"}))]) == []


def test_what_does_not_exist_is_refused_with_its_name() -> None:
    with pytest.raises(UnknownNameError, match="总裁"):
        compose(company(), Wish(root="总裁"))
    with pytest.raises(UnknownNameError):
        compose(company(), Wish(root=99))
    with pytest.raises(UnknownNameError, match="法务部"):
        compose(company(), Wish(units={"法务部"}))
    with pytest.raises(SettingError):
        compose(company(), Wish(depth=-1))
    with pytest.raises(SettingError):
        compose(company(), Wish(root=0, units={"销售部"}))


def test_a_part_of_a_loop_is_drawn() -> None:
    graph = OrgGraph(
        Org(id="x", name="某", roles=tuple(role(a, reports_to=b) for a, b in zip("abc", "bca", strict=True)))
    )
    assert len(metrics.of_svg(render(graph, root="c", depth=1)).boxes) == 2


def test_every_part_of_a_random_company_is_drawn_without_collisions() -> None:
    roles = [role("r0")] + [
        role(f"r{number}", reports_to=f"r{(number - 1) // 3}", unit=f"u{number // 7}") for number in range(1, 80)
    ]
    graph = OrgGraph(Org(id="x", name="某公司", roles=tuple(roles)))
    for wish in ({"root": 1, "depth": 2}, {"depth": 1}, {"units": ["u1", "u3", "u9"]}, {"root": "r2"}):
        for direction in ("down", "right"):
            picture = metrics.of_svg(render(graph, direction=direction, **wish))
            assert metrics.overlaps(picture) == []
            assert metrics.entered_boxes(picture) == []
            assert metrics.meetings(picture) == []
            assert metrics.crossed_frames(picture) == []


def test_a_part_with_few_relations_has_lines_though_the_whole_has_too_many() -> None:
    names = [f"岗位{number}" for number in range(70)]
    roles = (
        role("总经理"),
        *(
            role(name, reports_to="总经理", coordinates_with=(Coordination(party=names[(place + 1) % 70]),))
            for place, name in enumerate(names)
        ),
        role("甲", reports_to=names[0], coordinates_with=(Coordination(party="乙"),)),
        role("乙", reports_to=names[0]),
    )
    graph = OrgGraph(Org(id="a", name="a", roles=roles))
    assert 'data-line="coordination"' not in render(graph)
    assert 'data-line="coordination"' in render(graph, root=names[0])
