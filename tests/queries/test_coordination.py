"""What is told of a partner: the kind, the scope, and who of a unit it is."""

from __future__ import annotations

import pytest

from orgchart.queries.coordination import partners_of_role, partners_of_unit
from tests.builders import graph


def told(text: str) -> list[tuple[str, str, str | None, str]]:
    """Party, kind, scope and direction of the partners of the first role."""
    partners = partners_of_role(graph(text), 0).partners
    return [(one.party, one.kind, one.scope, one.direction) for one in partners]


@pytest.mark.parametrize(
    ("statement", "kind", "scope"),
    [
        ("乙", "role", None),
        ("二部", "unit", None),
        ("客户", "external", None),
        ("{with: 丙部, kind: unit}", "unit", None),
        ("{with: 客户, scope: external}", "external", "external"),
        ("{with: 客户, kind: external}", "external", "external"),
        ("{with: 乙, scope: external}", "external", "external"),
        ("{with: 客户, kind: unit, scope: external}", "external", "external"),
        ("{with: 丙, scope: cross-department}", "external", "cross-department"),
    ],
)
def test_kind_and_scope_are_as_written_or_as_they_follow(statement: str, kind: str, scope: str | None) -> None:
    ((_party, one, other, _direction),) = told(
        f"units: [{{name: 二部}}]\nroles: [{{title: 甲, coordinates_with: [{statement}]}}, {{title: 乙}}]"
    )
    assert (one, other) == (kind, scope)


@pytest.mark.parametrize(("unit", "scope"), [("一部", "same-department"), ("二部", "cross-department"), ("''", None)])
def test_the_scope_between_two_roles_follows_from_their_units(unit: str, scope: str | None) -> None:
    text = f"roles: [{{title: 甲, unit: 一部, coordinates_with: [乙]}}, {{title: 乙, unit: {unit}}}]"
    assert told(text) == [("乙", "role", scope, "out")]


def test_what_both_sides_state_is_told_once_and_each_statement_of_one_side() -> None:
    text = """
        roles:
          - {title: 甲, coordinates_with: [{with: 乙, about: 一}, {with: 乙, about: 二}, 丙]}
          - {title: 乙, coordinates_with: [甲]}
          - {title: 丁, coordinates_with: [甲]}
    """
    assert [(party, direction) for party, _kind, _scope, direction in told(text)] == [
        ("乙", "both"),
        ("乙", "both"),
        ("丙", "out"),
        ("丁", "in"),
    ]


def test_a_partner_known_by_its_alias_is_told_by_its_title() -> None:
    text = "roles: [{title: 甲, coordinates_with: [小乙]}, {title: 乙, aliases: [小乙]}]"
    assert told(text) == [("乙", "role", None, "out")]


def test_a_unit_goes_by_its_name_and_its_aliases() -> None:
    asked = graph("""
        units: [{name: 客户部, aliases: [客服], coordinates_with: [财务]}, {name: 内勤组, part_of: 客服}]
        roles:
          - {title: 甲, unit: 客服, coordinates_with: [乙, 丙]}
          - {title: 乙, unit: 内勤组}
          - {title: 丙, coordinates_with: [客户部, 客服]}
    """)
    answer = partners_of_unit(asked, "客户部")
    assert [(one.role, one.party, one.direction) for one in answer.partners] == [
        (None, "财务", "out"),
        (None, "丙", "in"),
        (None, "丙", "in"),
        (0, "丙", "out"),
    ]


def test_an_unlisted_unit_is_not_an_outside_party_of_the_same_name() -> None:
    asked = graph("""
        roles:
          - {title: 甲, unit: 客户}
          - {title: 乙, coordinates_with: [{with: 客户, scope: external}]}
          - {title: 丙, coordinates_with: [{with: 客户, kind: unit}]}
    """)
    assert [one.party for one in partners_of_unit(asked, "客户").partners] == ["丙"]


def test_units_that_contain_each_other_are_asked_without_end() -> None:
    asked = graph("units: [{name: 甲, part_of: 乙, coordinates_with: [丙]}, {name: 乙, part_of: 甲}]\nroles: []")
    assert [one.party for one in partners_of_unit(asked, "乙").partners] == ["丙"]
