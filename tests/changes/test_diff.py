"""What counts as added, removed, moved, renamed and changed, and whose chain of command that touches."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from orgchart.changes import diff
from orgchart.loading import load
from tests.builders import in_memory, org, written

if TYPE_CHECKING:
    from pathlib import Path


def happened(before: str, after: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Action, role and fields of every change between two lists of roles."""
    (one,) = diff(written(f"roles: [{before}]"), written(f"roles: [{after}]")).to_json()["organizations"]
    return [(change["action"], change["role"], change["fields"]) for change in one["changes"]]


def affected(before: str, after: str) -> list[str]:
    """The ids of the roles whose chain of command changed."""
    (one,) = diff(org(before), org(after)).to_json()["organizations"]
    return list(one["affected"])


def test_nothing_changed() -> None:
    changes = diff(org("甲\n  乙"), org("甲\n  乙"))
    assert changes.empty
    assert changes.to_json() == {"organizations": [{"id": "a", "changes": [], "affected": []}]}


def test_added_and_removed_roles_say_where() -> None:
    assert happened(
        "{title: 甲}, {title: 乙, reports_to: 甲, unit: 一部}", "{title: 甲}, {title: 丙, reports_to: 甲}"
    ) == [
        ("added", "丙", {"reports_to": [None, "甲"]}),
        ("removed", "乙", {"reports_to": ["甲", None], "unit": ["一部", None]}),
    ]


def test_another_superior_is_a_move() -> None:
    before = "{title: 甲}, {title: 乙}, {title: 丙, reports_to: 甲}"
    after = "{title: 甲}, {title: 乙}, {title: 丙, reports_to: 乙}"
    assert happened(before, after) == [("moved", "丙", {"reports_to": ["甲", "乙"]})]


def test_another_unit_is_a_move() -> None:
    assert happened("{title: 甲, unit: 一部}", "{title: 甲, unit: 二部}") == [
        ("moved", "甲", {"unit": ["一部", "二部"]})
    ]


def test_a_unit_under_an_alias_is_the_same_unit() -> None:
    before = "units: [{name: 客服部}]\nroles: [{title: 甲, unit: 客服部}]"
    after = "units: [{name: 客户服务部, aliases: [客服部]}]\nroles: [{title: 甲, unit: 客户服务部}]"
    (one,) = diff(written(before), written(after)).to_json()["organizations"]
    assert one["changes"] == []
    assert one["units"][0]["action"] == "renamed"


def test_the_same_id_with_another_title_is_a_rename() -> None:
    assert happened("{id: a, title: 甲}", "{id: a, title: 乙}") == [("renamed", "a", {"title": ["甲", "乙"]})]


def test_an_earlier_title_is_a_rename_and_not_a_change_of_previously() -> None:
    assert happened("{title: 甲}", "{title: 乙, previously: 甲}") == [("renamed", "乙", {"title": ["甲", "乙"]})]


def test_without_either_it_is_one_less_and_one_more() -> None:
    assert [action for action, _role, _fields in happened("{title: 甲}", "{title: 乙}")] == ["added", "removed"]


def test_names_that_follow_a_rename_are_no_change() -> None:
    before = """{title: 甲}, {title: 乙, reports_to: 甲, coordinates_with: [甲], deputy: 甲},
                {title: 丙, supervises: [丁], dotted_line_to: 甲}, {title: 丁, escalates_to: [甲]}"""
    after = """{title: 新甲, previously: 甲}, {title: 乙, reports_to: 新甲, coordinates_with: [新甲], deputy: 新甲},
               {title: 丙, supervises: [丁], dotted_line_to: 新甲}, {title: 丁, escalates_to: [新甲]}"""
    assert happened(before, after) == [("renamed", "新甲", {"title": ["甲", "新甲"]})]


def test_a_name_by_id_and_the_same_role_by_title_are_no_move() -> None:
    before = "{title: 甲, id: a}, {title: 乙, reports_to: a}"
    after = "{title: 甲, id: a}, {title: 乙, reports_to: 甲}"
    assert happened(before, after) == []


def test_a_line_that_only_the_superior_states_moves_too() -> None:
    before = "{title: 甲, supervises: [丙]}, {title: 乙}, {title: 丙}"
    after = "{title: 甲}, {title: 乙, supervises: [丙]}, {title: 丙}"
    assert happened(before, after) == [
        ("moved", "丙", {"reports_to": ["甲", "乙"]}),
        ("changed", "甲", {"supervises": [["丙"], None]}),
        ("changed", "乙", {"supervises": [None, ["丙"]]}),
    ]


def test_a_further_superior_is_a_change_and_no_move() -> None:
    before = "{title: 甲}, {title: 乙}, {title: 丙, reports_to: [甲]}"
    after = "{title: 甲}, {title: 乙}, {title: 丙, reports_to: [甲, 乙]}"
    assert happened(before, after) == [("changed", "丙", {"reports_to": [["甲"], ["甲", "乙"]]})]


def test_superiors_in_another_order_are_a_move_and_a_change() -> None:
    before = "{title: 甲}, {title: 乙}, {title: 丙, reports_to: [甲, 乙]}"
    after = "{title: 甲}, {title: 乙}, {title: 丙, reports_to: [乙, 甲]}"
    assert happened(before, after) == [
        ("moved", "丙", {"reports_to": ["甲", "乙"]}),
        ("changed", "丙", {"reports_to": [["甲", "乙"], ["乙", "甲"]]}),
    ]


def test_whose_superior_is_gone_has_none() -> None:
    before, after = "{title: 甲}, {title: 乙, reports_to: 甲}", "{title: 乙, reports_to: 甲}"
    assert happened(before, after)[1:] == [("moved", "乙", {"reports_to": ["甲", None]})]


def test_a_name_that_means_nobody_either_way_is_a_change() -> None:
    assert happened("{title: 甲, reports_to: 无}", "{title: 甲, reports_to: 有}") == [
        ("changed", "甲", {"reports_to": [["无"], ["有"]]})
    ]


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        ("headcount: 1", "headcount: 2", {"headcount": [1, 2]}),
        ("holders: [张三]", "holders: []", {"holders": [[{"name": "张三"}], []]}),
        ("x-cost: 1", "x-cost: 2", {"x-cost": [1, 2]}),
        ("grade: 1", "purpose: 做事", {"grade": ["1", None], "purpose": [None, "做事"]}),
        ("supervises: []", "described: true", {"supervises": [[], None]}),
        ("unit: [一部, 二部]", "unit: [一部, 三部]", {"unit": [["一部", "二部"], ["一部", "三部"]]}),
        ("responsibilities: [甲]", "responsibilities: [乙]", {"responsibilities": [["甲"], ["乙"]]}),
    ],
)
def test_every_other_field_is_a_change_with_both_values(before: str, after: str, fields: dict[str, Any]) -> None:
    (change,) = happened(f"{{title: 甲, {before}}}", f"{{title: 甲, {after}}}")
    assert (change[0], change[1]) == ("changed", "甲")
    assert {key: sorted(map(str, value)) for key, value in change[2].items()} == {
        key: sorted(map(str, value)) for key, value in fields.items()
    }
    assert dict(change[2]) == fields


def test_values_that_say_the_same_are_no_change() -> None:
    assert happened("{title: 甲, unit: 一部, described: true}", "{title: 甲, unit: [一部]}") == []


def test_a_written_id_that_comes_or_goes_is_a_change() -> None:
    assert happened("{title: 甲}", "{title: 甲, id: a}") == [("changed", "a", {"id": [None, "a"]})]


def test_changes_stand_by_action_and_then_as_in_the_files() -> None:
    before = "{title: 甲}, {title: 乙}, {title: 丙, reports_to: 甲}, {title: 丁, reports_to: 甲, grade: 1}, {title: 戊}"
    after = "{title: 丁, reports_to: 乙, grade: 2}, {title: 丙, reports_to: 乙}, {title: 乙}, {title: 甲}, {title: 己}"
    assert [(action, role) for action, role, _fields in happened(before, after)] == [
        ("added", "己"),
        ("removed", "戊"),
        ("moved", "丁"),
        ("moved", "丙"),
        ("changed", "丁"),
    ]


# The reach


def test_a_move_touches_everybody_below() -> None:
    before = """
        总
          甲
            子
              孙
          乙
            侄
    """
    after = """
        总
          乙
            侄
            甲
              子
                孙
    """
    assert affected(before, after) == ["甲", "子", "孙"]


def test_an_organization_that_was_not_there_touches_nobody() -> None:
    changes = diff([], org("甲\n  乙")).organizations[0]
    assert (changes.action, changes.affected) == ("added", ())
    assert [change.action for change in changes.changes] == ["added", "added"]


def test_a_role_put_in_between_touches_those_below_it() -> None:
    assert affected("总\n  甲\n    乙", "总\n  新\n    甲\n      乙") == ["甲", "乙"]


def test_a_rename_touches_nobody() -> None:
    one = diff(
        written("roles: [{title: 甲}, {title: 乙, reports_to: 甲}]"),
        written("roles: [{title: 丙, previously: 甲}, {title: 乙, reports_to: 丙}]"),
    ).organizations[0]
    assert one.affected == ()


# Organizations and units


def test_single_organizations_are_compared_whatever_their_ids() -> None:
    (one,) = diff(written("id: x\nroles: [{title: 甲}]"), written("id: y\nroles: [{title: 甲}]")).organizations
    assert (one.id, one.changes) == ("y", ())


def test_organizations_are_told_by_id_and_by_file() -> None:
    before = in_memory({"a.yaml": "id: a\nroles: [{title: 甲}]", "b.yaml": "id: b\nroles: [{title: 乙}]"})
    after = in_memory({"b.yaml": "id: c\nroles: [{title: 乙}]", "a.yaml": "id: a\nroles: [{title: 甲}]"})
    changes = diff(before, after)
    assert [(one.id, one.action, one.changes) for one in changes.organizations] == [("c", None, ()), ("a", None, ())]


def test_an_organization_comes_and_another_goes() -> None:
    before = in_memory({"a.yaml": "id: a\nroles: [{title: 甲}]", "b.yaml": "id: b\nroles: [{title: 乙}]"})
    after = in_memory({"a.yaml": "id: a\nroles: [{title: 甲}]", "c.yaml": "id: c\nroles: [{title: 丙}]"})
    told = diff(before, after).to_json()["organizations"]
    assert [(one["id"], one.get("action")) for one in told] == [("a", None), ("c", "added"), ("b", "removed")]
    assert [change["action"] for one in told for change in one["changes"]] == ["added", "removed"]


def test_a_name_that_only_the_file_has_is_no_difference(tmp_path: Path) -> None:
    for name, written_name in (("old", ""), ("new", ""), ("named", "name: 一\n")):
        (tmp_path / f"{name}.yaml").write_text(f"{written_name}roles: [{{title: 甲}}]\n", encoding="utf-8")
    old, new, named = (load(tmp_path / f"{name}.yaml") for name in ("old", "new", "named"))
    assert diff(old, new).empty
    assert diff(old, new).to_json() == {"organizations": [{"id": "new", "changes": [], "affected": []}]}
    (one,) = diff(old, named).to_json()["organizations"]
    assert one["fields"] == {"name": [None, "一"]}


def test_units_and_the_organization_itself() -> None:
    before = dedent("""
        name: 一
        units: [{name: 甲部, head: 甲, part_of: 总部}, {name: 总部}, {name: 丙部}]
        roles: [{title: 甲}]
    """)
    after = dedent("""
        name: 二
        units: [{name: 甲部, head: 乙}, {name: 总部, headcount: 2}, {name: 乙部}]
        roles: [{title: 乙, previously: 甲}]
        ignore: [{code: ORG304, reason: 原文}]
    """)
    (one,) = diff(written(before), written(after)).to_json()["organizations"]
    assert one["fields"] == {"name": ["一", "二"], "ignore": [[], [{"code": "ORG304", "reason": "原文"}]]}
    assert one["units"] == [
        {"action": "moved", "unit": "甲部", "fields": {"part_of": ["总部", None]}},
        {"action": "changed", "unit": "总部", "fields": {"headcount": [None, 2]}},
        {"action": "added", "unit": "乙部", "fields": {}},
        {"action": "removed", "unit": "丙部", "fields": {}},
    ]
