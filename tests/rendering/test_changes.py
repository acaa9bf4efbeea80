"""Pictures of changes: every role has its card, ghosts stand at old places, and nothing overlaps."""

from __future__ import annotations

import json
import random
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from orgchart.changes import diff
from orgchart.graph import OrgGraph
from orgchart.rendering import render, render_changes
from orgchart.rendering.compose.changing import SIGNS, compose_change
from orgchart.rendering.compose.wishes import Wish
from orgchart.rendering.layouts import RATIO, layout_named
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.writers.change_signs import SHAPES
from tests.builders import written
from tests.changes.oracle import company, edited

if TYPE_CHECKING:
    from orgchart.changes import OrgChanges
    from orgchart.rendering.scene import Figure, Scene


def change(before: str, after: str) -> OrgChanges:
    (one,) = diff(written(f"roles: [{before}]"), written(f"roles: [{after}]")).organizations
    return one


def random_change(seed: int, most: int = 40) -> OrgChanges:
    chance = random.Random(seed)  # noqa: S311 - a company needs no secret
    before = company(chance, chance.randrange(1, most))
    after = edited(chance, before, chance.randrange(1, 30))
    old, new = (written(json.dumps({"id": "a", "roles": roles}), "a.json") for roles in (before, after))
    return diff(old, new).organizations[0]


def above(figure: Figure) -> dict[tuple[str, str], str]:
    """The key of the superior's card by key and sign of each card."""
    boxes = figure.boxes
    return {
        (box.key, box.flag): "" if superior == NOBODY else boxes[superior].key
        for box, superior in zip(boxes, figure.superior, strict=True)
    }


def placed(figure: Figure) -> Scene:
    return layout_named("native", "down")(figure, ratio=RATIO)


def test_ghosts_stand_where_the_roles_were() -> None:
    figure = compose_change(
        change(
            "{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丙, reports_to: 乙}, {title: 丁, reports_to: 丙}",
            "{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丁, reports_to: 甲}",
        ),
        Wish(),
    ).figure
    assert above(figure) == {
        ("甲", ""): "",
        ("乙", ""): "甲",
        ("丁", "moved"): "甲",
        ("丙", "removed"): "乙",
        ("丁", "ghost"): "丙",
    }


@pytest.mark.parametrize(
    ("before", "after", "order"),
    [
        ("乙 丙 丁 戊", "乙 丁 戊", "乙 丙 丁 戊"),
        ("乙 丙 丁 戊", "丙 丁 戊", "乙 丙 丁 戊"),
        ("乙 丙 丁 戊", "乙 丙 丁", "乙 丙 丁 戊"),
        ("乙 丙 丁 戊", "丁", "乙 丙 丁 戊"),
        ("乙 丙 丁 戊", "己", "乙 丙 丁 戊 己"),
        ("乙 丙 丁 戊", "戊 己 乙", "戊 己 乙 丙 丁"),
    ],
)
def test_ghosts_stand_between_the_siblings_they_had(before: str, after: str, order: str) -> None:
    told = [
        "{title: 总}, " + ", ".join(f"{{title: {one}, reports_to: 总}}" for one in said.split())
        for said in (before, after)
    ]
    figure = compose_change(change(*told), Wish()).figure
    assert " ".join(box.key for box in figure.boxes[1:]) == order
    cards = sorted(placed(figure).cards[1:], key=lambda card: card.x)
    assert " ".join(card.box.key for card in cards) == order


def test_ghosts_of_one_branch_keep_their_order_among_moved_ones() -> None:
    figure = compose_change(
        change(
            """{title: 总}, {title: 甲, reports_to: 总}, {title: 一, reports_to: 甲}, {title: 二, reports_to: 甲},
               {title: 三, reports_to: 甲}, {title: 乙, reports_to: 总}, {title: 丙, reports_to: 总}""",
            """{title: 总}, {title: 乙, reports_to: 总}, {title: 丙, reports_to: 总}, {title: 二, reports_to: 丙}""",
        ),
        Wish(),
    ).figure
    below: dict[str, list[str]] = {}
    for box, superior in zip(figure.boxes, figure.superior, strict=True):
        below.setdefault("" if superior == NOBODY else figure.boxes[superior].key, []).append(f"{box.key} {box.flag}")
    assert below == {
        "": ["总 "],
        "总": ["甲 removed", "乙 ", "丙 "],
        "甲": ["一 removed", "二 ghost", "三 removed"],
        "丙": ["二 moved"],
    }


def test_signs_have_words_and_a_place_in_the_legend() -> None:
    figure = compose_change(
        change(
            "{title: 甲}, {title: 乙}, {id: c, title: 丙, reports_to: 甲}, {title: 丁, reports_to: c}, {title: 戊}",
            """{title: 甲}, {title: 乙}, {id: c, title: 新, reports_to: 乙}, {title: 丁, reports_to: c},
               {title: 戊, grade: 2}""",
        ),
        Wish(),
    ).figure
    notes = {(box.key, box.flag): box.note for box in figure.boxes if box.flag}
    assert notes == {
        ("c", "moved"): "调自 甲，原名 丙",
        ("丁", "reached"): "上级链变化",
        ("戊", "changed"): "变更 1 项",
        ("c", "ghost"): "调往 乙",
    }
    assert {sample.kind for sample in figure.legend} >= {"flag-moved", "flag-reached", "flag-changed", "flag-ghost"}
    assert figure.subtitle == "调动 1，改名 1，变更 1，指挥链变化 2"


def test_every_sign_is_another_shape() -> None:
    assert set(SHAPES) == set(SIGNS)
    assert len(set(SHAPES.values())) == len(SIGNS)


def test_english_words_for_an_english_organization() -> None:
    one = change("{title: Head}, {title: Clerk, reports_to: Head}", "{title: Head}, {title: Clerk}")
    figure = compose_change(one, Wish()).figure
    assert "no superior now" in {box.note for box in figure.boxes}
    assert "changes" in figure.title


def test_an_assistant_may_be_left_by_somebody() -> None:
    one = change(
        "{title: 甲}, {title: 助理, reports_to: 甲, assistant: true}, {title: 丙, reports_to: 助理}",
        "{title: 甲}, {title: 助理, reports_to: 甲, assistant: true}, {title: 丙, reports_to: 甲}",
    )
    assert "data-ghost" in render_changes(one).svg


def test_a_role_without_any_line_may_be_left_by_somebody() -> None:
    one = change(
        "{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丙, reports_to: 丁}, {title: 丁}",
        "{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丙, reports_to: 甲}, {title: 丁}",
    )
    assert "data-ghost" in render_changes(one).svg


@pytest.mark.parametrize(("before", "after"), [("", "{title: 甲}"), ("{title: 甲}", "")])
def test_an_organization_that_comes_or_goes(before: str, after: str) -> None:
    assert "<svg" in render_changes(change(before, after)).svg
    alone = diff(
        [written(f"roles: [{before or after}]")] * bool(before), [written(f"roles: [{after or before}]")] * bool(after)
    )
    assert "<svg" in render_changes(alone.organizations[0]).svg


@pytest.mark.parametrize("seed", range(40))
def test_random_changes(seed: int) -> None:
    one = random_change(seed)
    if not (one.after and one.after.roles):
        return
    figure = compose_change(one, Wish()).figure
    scene = placed(figure)
    keys = [box.key for box in figure.boxes if box.flag not in {"removed", "ghost"}]
    assert keys == [str(role.id) for role in one.after.roles]
    removed = [str(role.role) for role in one.changes if role.action == "removed"]
    assert sorted(box.key for box in figure.boxes if box.flag == "removed") == sorted(removed)
    for card, other in combinations(scene.cards, 2):
        apart = (
            card.x + card.width <= other.x
            or other.x + other.width <= card.x
            or card.y + card.height <= other.y
            or other.y + other.height <= card.y
        )
        assert apart, (card, other)
    ET.fromstring(render_changes(one).svg)  # noqa: S314 - our own picture


def test_of_a_large_organization_only_what_changed_is_drawn() -> None:
    roles = [{"id": "r0", "title": "总"}] + [
        {"id": f"r{number}", "title": f"岗{number}", "reports_to": f"r{(number - 1) // 5}"} for number in range(1, 600)
    ]
    later = [{**role, "reports_to": "r1"} if role["id"] == "r599" else role for role in roles if role["id"] != "r598"]
    old, new = (written(json.dumps({"roles": made}), "a.json") for made in (roles, later))
    (one,) = diff(old, new).organizations
    figure = compose_change(one, Wish()).figure
    drawn = {(box.key, box.flag) for box in figure.boxes}
    assert {("r599", "moved"), ("r599", "ghost"), ("r598", "removed"), ("r0", ""), ("r1", ""), ("r119", "")} <= drawn
    assert len(drawn) < 12
    assert "仅画出有变更的岗位及其上级。" in figure.notes
    assert "<svg" in render_changes(one).svg


def test_relations_are_left_out_of_a_part_too() -> None:
    roles = [{"title": f"岗{number}", "coordinates_with": ["外部"], "reports_to": "岗0"} for number in range(200)]
    later = [{**role, "grade": "1"} if role["title"] == "岗7" else role for role in roles]
    old, new = (written(json.dumps({"roles": made}), "a.json") for made in (roles, later))
    figure = compose_change(diff(old, new).organizations[0], Wish()).figure
    assert figure.links == ()
    assert {box.kind for box in figure.boxes} == {"role"}


def test_the_page_of_a_change_holds_its_picture() -> None:
    one = change("{title: 甲}, {title: 乙, reports_to: 甲}", "{title: 甲}, {title: 丙, reports_to: 甲}")
    picture = render_changes(one, page=True)
    assert picture.page
    assert picture.svg.strip() in picture.page
    assert "组织变更图" in picture.page


def test_the_page_knows_ghosts_and_where_they_are_now() -> None:
    one = change(
        "{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丙, reports_to: 乙}, {title: 丁, reports_to: 甲}",
        "{title: 甲}, {title: 丙, reports_to: 丁}, {title: 丁, reports_to: 甲}",
    )
    page = render_changes(one, page=True).page or ""
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    sheets = [(sheet["title"], sheet.get("ghost", False), sheet.get("holders", "")) for sheet in data["sheets"]]
    assert sheets == [
        ("甲", False, ""),
        ("丙", False, ""),
        ("乙", True, "撤销"),
        ("丙", True, "调往 丁"),
        ("丁", False, ""),
    ]
    assert [sheet.get("above") for sheet in data["sheets"]] == [None, 4, 0, 2, 0]
    assert data["sheets"][3]["now"] == 1
    assert '<a href="#ghost=%E4%B9%99">乙</a>' in page


def test_of_an_organization_that_goes_all_cards_are_ghosts_on_the_page_too() -> None:
    (one,) = diff([written("roles: [{title: 甲}, {title: 乙, reports_to: 甲}]")], []).organizations
    page = render_changes(one, page=True).page or ""
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert [sheet["ghost"] for sheet in data["sheets"]] == [True, True]
    assert page.count("data-ghost=") == 2


def test_the_same_change_is_the_same_picture() -> None:
    one, other = random_change(3), random_change(3)
    assert render_changes(one).svg == render_changes(other).svg


def test_pictures_without_changes_know_nothing_of_signs() -> None:
    assert ".sign" not in render(OrgGraph(written("roles: [{title: 甲}]")))
