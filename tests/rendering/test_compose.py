"""What of an organization comes onto its picture, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from orgchart.graph import OrgGraph
from orgchart.model import Coordination, Holder, Org, Role, Unit
from orgchart.rendering import render
from orgchart.rendering.compose import compose
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.scene import NOBODY, End
from tests.rendering import metrics

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure


def role(title: str, **fields: object) -> Role:
    for name in ("reports_to", "unit", "dotted_line_to"):
        value = fields.get(name, ())
        fields[name] = (value,) if isinstance(value, str) else value
    return Role(id=str(fields.pop("id", title)), title=title, **fields)  # type: ignore[arg-type]


def figure_of(*roles: Role, units: tuple[Unit, ...] = (), **fields: str) -> Figure:
    return compose(OrgGraph(Org(id="x", name="某公司", roles=roles, units=units, **fields)))  # type: ignore[arg-type]


def with_(party: str, **fields: Any) -> tuple[Coordination, ...]:
    return (Coordination(party=party, **fields),)


def number(figure: Figure, key: str) -> int:
    return next(place for place, box in enumerate(figure.boxes) if box.key == key)


def test_a_primary_line_is_a_line_and_a_second_one_a_relation() -> None:
    figure = figure_of(role("总经理"), role("总监", reports_to="总经理"), role("经理", reports_to=("总监", "总经理")))
    assert figure.superior == (NOBODY, 0, 1)
    assert [(link.kind, link.source.box, link.target.box) for link in figure.links] == [("second", 2, 0)]
    assert figure.links[0].words == "经理 → 总经理：另一直接上级"


def test_a_dotted_line_goes_from_the_subordinate_to_the_superior() -> None:
    figure = figure_of(role("总经理"), role("经理", reports_to="总经理"), role("专员", dotted_line_to="经理"))
    assert [(link.kind, link.source.box, link.target.box) for link in figure.links] == [("dotted", 2, 1)]
    assert figure.beside == ((2, 1),)


def test_coordination_that_both_sides_state_is_one_relation() -> None:
    figure = figure_of(
        role("总经理"),
        role("销售经理", reports_to="总经理", coordinates_with=with_("生产经理", about="供应")),
        role("生产经理", reports_to="总经理", coordinates_with=with_("销售经理", about="交期")),
    )
    assert [link.words for link in figure.links] == ["销售经理 ⇄ 生产经理：供应；交期"]


def test_loops_are_opened_at_the_role_written_first_and_said() -> None:
    figure = figure_of(role("丙", reports_to="甲"), role("甲", reports_to="乙"), role("乙", reports_to="丙"))
    assert figure.superior == (NOBODY, 2, 0)
    assert [(link.kind, link.source.box, link.target.box) for link in figure.links] == [("second", 0, 1)]
    assert "回路" in figure.notes[0]
    assert "丙 → 甲 → 乙 → 丙" in figure.description


def test_loops_with_tails_and_several_loops() -> None:
    figure = figure_of(*(role(name, reports_to=above) for name, above in zip("abcdefg", "badcded", strict=True)))
    picture = metrics.of_scene(tidy(figure, ratio=1.6))
    assert len(picture.boxes) == 7
    assert metrics.overlaps(picture) == []


def test_a_role_that_is_its_own_superior_is_drawn_without_a_line() -> None:
    figure = figure_of(role("甲", reports_to="甲"), role("乙", reports_to="甲"))
    assert figure.superior == (NOBODY, 0)
    assert "甲 写为自己的上级" in figure.notes[0]


def test_roles_without_a_line_stand_apart_by_department() -> None:
    figure = figure_of(role("甲", unit="一部"), role("乙"), role("丙", unit="一部"), role("丁", unit="二部"))
    assert [(group.boxes, group.units) for group in figure.apart] == [((0, 2), ("一部",)), ((1,), ()), ((3,), ())]
    assert "没有写明汇报关系" in figure.notes[0]


def test_partners_without_a_line_stand_beside_the_role_they_work_with() -> None:
    figure = figure_of(role("甲"), role("乙", reports_to="甲"), role("丙", coordinates_with=with_("乙")), role("丁"))
    assert figure.beside == ((2, 1),)
    assert [group.boxes for group in figure.apart] == [(3,)]


def test_outside_parties_and_units_without_a_frame_get_small_cards() -> None:
    figure = figure_of(
        role("甲", coordinates_with=(*with_("客户", scope="external"), *with_("生产部"), *with_("客户", about="回访"))),
        units=(Unit(name="生产部"),),
    )
    assert [(box.key, box.kind) for box in figure.boxes[1:]] == [("客户", "external"), ("生产部", "unit")]
    assert [link.target for link in figure.links] == [End(1), End(2)]
    assert figure.beside == ((1, 0), (2, 0))


def test_a_unit_with_a_frame_is_marked_on_it() -> None:
    figure = figure_of(
        role("总经理", coordinates_with=with_("客服部")),
        role("经理", reports_to="总经理", unit="客户服务部"),
        role("专员", reports_to="经理", unit="客服部"),
        units=(Unit(name="客户服务部", aliases=("客服部",), coordinates_with=with_("物业公司", scope="external")),),
    )
    assert [(item.units, item.top) for item in figure.enclosures] == [(("客户服务部",), 1)]
    assert [link.target for link in figure.links] == [End(unit="客户服务部"), End(3)]
    assert figure.links[1].source == End(unit="客户服务部")
    scene = tidy(figure, ratio=1.6)
    assert {(mark.number, mark.key, mark.party) for mark in scene.marks} == {
        *((1, "总经理", False), (1, "客户服务部", True), (2, "客户服务部", True), (2, "物业公司", True))
    }


def test_units_in_units_are_frames_in_frames() -> None:
    figure = figure_of(
        role("总经理", unit="总部"),
        role("部长", reports_to="总经理", unit="部"),
        role("组长", reports_to="部长", unit="组"),
        role("组员", reports_to="组长", unit="组"),
        units=(Unit(name="部", part_of="总部"), Unit(name="组", part_of="部"), Unit(name="总部")),
    )
    assert [(item.units, item.top) for item in figure.enclosures] == [(("总部",), 0), (("部",), 1), (("组",), 2)]


def test_a_department_with_foreign_reports_gets_no_frame() -> None:
    figure = figure_of(
        role("部长", unit="甲部"),
        role("组长", reports_to="部长", unit="甲部"),
        role("客", reports_to="组长", unit="乙部"),
    )
    assert figure.enclosures == ()


def test_units_that_contain_each_other_do_not_stop_the_picture() -> None:
    figure = figure_of(
        role("甲", unit="一"),
        role("乙", reports_to="甲", unit="二"),
        units=(Unit(name="一", part_of="二"), Unit(name="二", part_of="一")),
    )
    assert len(metrics.of_scene(tidy(figure, ratio=1.6)).boxes) == 2


def test_the_words_on_a_card() -> None:
    figure = figure_of(
        role("总经理", holders=(Holder(name="张三"),)),
        role("总监", reports_to="总经理", holders=(), headcount=2),
        role("经理", reports_to="总监", holders=(Holder(name="李四", acting=True),), described=False),
        role("专员", reports_to="总监", holders=tuple(Holder(name=name) for name in "甲乙丙")),
        role("未具名岗位", id="未具名岗位-1", untitled=True, reports_to="总监"),
    )
    assert [(box.note, box.badge, box.vacant, box.faint) for box in figure.boxes] == [
        ("张三", "直属1·共4", False, False),
        ("（空缺）", "直属3 · 2人", True, False),
        ("李四（代理）", "", False, True),
        ("甲 等 3 人", "", False, False),
        ("", "", False, False),
    ]
    assert figure.boxes[4].lines == ("未具名岗位",)


def test_a_wide_span_is_flagged() -> None:
    graph = OrgGraph(
        Org(id="x", name="某公司", roles=(role("甲"), *(role(name, reports_to="甲") for name in "乙丙丁")))
    )
    assert compose(graph, max_span=2).boxes[0].badge == "▲直属3"
    assert not compose(graph, max_span=3).boxes[0].alert
    assert "b alert" in render(graph, max_span=2)


def test_an_assistant_stands_beside_its_superior_unless_it_leads() -> None:
    figure = figure_of(
        role("总经理"),
        role("助理", reports_to="总经理", assistant=True),
        role("秘书", reports_to="总经理", assistant=True),
        role("文员", reports_to="秘书"),
    )
    assert figure.assistants == {1}


def test_an_english_organization_is_drawn_in_english() -> None:
    figure = figure_of(role("Head of Sales"), role("Clerk", reports_to="Head of Sales", holders=()))
    assert figure.language == "en"
    assert (figure.boxes[0].badge, figure.boxes[1].note) == ("1 direct", "(vacant)")
    assert figure_of(role("Head"), language="zh").language == "zh-CN"


def test_colours_go_by_first_appearance_and_the_file_may_choose() -> None:
    figure = figure_of(
        role("甲", unit="一部"),
        role("乙", unit="二部"),
        units=(Unit(name="二部", colour="#123456"), Unit(name="一部", colour="red;}")),
    )
    assert [box.tone for box in figure.boxes] == [0, 1]
    assert figure.colours == ((1, "#123456"),)


def test_many_small_units_take_the_colours_of_the_larger_ones() -> None:
    units = tuple(Unit(name=f"{group}-{team}", part_of=f"{group}") for group in range(3) for team in range(5))
    figure = figure_of(*(role(f"r{unit.name}", unit=unit.name) for unit in units), units=units)
    assert len({box.tone for box in figure.boxes}) == 3
    assert [sample.words for sample in figure.legend if sample.kind == "tone"] == ["0", "1", "2"]


@pytest.mark.parametrize("title", ["", "\x00", "客" * 500, "<b>&", "\ud800", "👨‍👩‍👧‍👦" * 30, "مدير المبيعات"])
def test_hostile_titles_become_words(title: str) -> None:
    roles = role(title, id="a"), role("乙", reports_to="a", coordinates_with=with_(title), unit=title)
    graph = OrgGraph(Org(id="x", name=title, roles=roles, units=(Unit(name=title),)))
    text = render(graph)
    assert len(metrics.of_svg(text).boxes) >= 2
    assert re.search(r"[\x00-\x09\x0b-\x1f\ud800-\udfff\u202a-\u202e]", text) is None


def test_thousands_of_loops_and_relations_are_said_briefly() -> None:
    roles = [role(f"{side}{pair}", reports_to=f"{other}{pair}") for pair in range(800) for side, other in ("ab", "ba")]
    figure = figure_of(*roles)
    assert len(figure.notes) == 5
    assert len(figure.links) == 800
    picture = metrics.of_scene(tidy(figure, ratio=1.6))
    assert metrics.overlaps(picture) == []
    assert metrics.mark_collisions(picture) == []


def test_names_and_states_are_not_cut_for_a_badge() -> None:
    figure = figure_of(
        role("Head of Sales", holders=(Holder(name="Patricia Li", acting=True),)),
        role(
            "Agent",
            reports_to="Head of Sales",
            headcount=12,
            holders=tuple(Holder(name=name) for name in ("Ann Bo", "C", "D")),
        ),
        role("Clerk", reports_to="Head of Sales", holders=(Holder(name="Alexander Montgomery-Featherstonehaugh"),)),
        role("Aide", reports_to="Clerk"),
    )
    assert [(box.note, box.badge) for box in figure.boxes[:2]] == [
        ("Patricia Li (acting)", ""),
        ("Ann Bo +2", "12 posts"),
    ]
    assert figure.boxes[2].badge == "1 direct"
    assert figure.boxes[2].note.endswith("…")
