"""The shape of the whole: limits of spans, islands, runs without a branch, hubs."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from tests.builders import expect, found, without_marks


def team(size: int, lead: str = "") -> str:
    clerks = "".join(f"  - {{title: 店员{number}, reports_to: 店长}}\n" for number in range(size))
    return f"roles:\n  - {{title: ‹ORG401›店长{lead}}}\n{clerks}"


# ORG401: limits by grade and unit


@pytest.mark.parametrize(
    ("lead", "limits"),
    [
        (", grade: 六级", {"span_by_grade": {"六级": 3}}),
        (", unit: 门店", {"span_by_unit": {"门店": 3}}),
        (", unit: [总部, 门店]", {"span_by_unit": {"门店": 3}}),
        (", unit: 门店, grade: 六级", {"span_by_unit": {"门店": 3}, "span_by_grade": {"六级": 9}}),
        (", unit: 门店, grade: 六级", {"span_by_unit": {"门店": 9}, "span_by_grade": {"六级": 3}}),
    ],
)
def test_a_limit_of_a_grade_or_a_unit_is_the_roles_own(lead: str, limits: dict[str, Any]) -> None:
    expect(team(4, lead), **limits)
    expect(team(3, lead).replace("‹ORG401›", ""), **limits)


def test_a_limit_of_a_grade_may_be_wider_than_the_general_one() -> None:
    expect(team(20, ", grade: 六级").replace("‹ORG401›", ""), span_by_grade={"六级": 20})
    expect(team(20, ", grade: 七级"), span_by_grade={"六级": 20})


def test_a_limit_holds_in_the_units_inside_until_one_sets_its_own_and_by_alias() -> None:
    units = "units: [{name: 公司}, {name: 门店部, part_of: 公司, aliases: [门店]}, {name: 一店, part_of: 门店}]\n"
    expect(units + team(4, ", unit: 一店"), span_by_unit={"公司": 3})
    expect(units + team(4, ", unit: 门店"), span_by_unit={"门店部": 3})
    expect(units + team(4, ", unit: 一店"), span_by_unit={"公司": 9, "门店": 3})
    expect(units + team(4, ", unit: 一店").replace("‹ORG401›", ""), span_by_unit={"公司": 3, "一店": 4})


# ORG405

AROUND = "units: [{name: 一部, part_of: 总部}, {name: 二部, part_of: 总部}, {name: 总部}]"


def test_islands_are_one_finding_at_the_first_further_group() -> None:
    text = """\
        roles:
          - {title: 甲, root: true}
          - {title: 乙, reports_to: 甲}
          - {title: ‹ORG405›丙, root: true}
          - {title: 丁, reports_to: 丙}
          - {title: 戊, root: true}
          - {title: 己, reports_to: 戊}
          - {title: 庚, root: true}
        """
    expect(text, notes=True, select=("ORG405",))
    (finding,) = found(without_marks({"a.yaml": text}), select=("ORG405",))
    assert finding.roles == ("丙", "戊")


@pytest.mark.parametrize(
    ("role", "units"),
    [
        ("{title: 丁, reports_to: 丙, dotted_line_to: 甲}", ""),
        ("{title: 丁, reports_to: 丙, deputy: 乙}", ""),
        ("{title: 丁, reports_to: 丙, coordinates_with: [乙]}", ""),
        ("{title: 丁, reports_to: 丙, unit: 一部}", ""),
        ("{title: 丁, reports_to: [丙, 甲]}", ""),
        ("{title: 丁, reports_to: 丙, unit: 二部}", AROUND),
        ("{title: 丁, reports_to: 丙, unit: 二部}", "units: [{name: 一部}, {name: 二部, head: 甲}]"),
        ("{title: 丁, reports_to: 丙, unit: 二部}", "units: [{name: 一部, coordinates_with: [二部]}, {name: 二部}]"),
        ("{title: 丁, reports_to: 丙, coordinates_with: [一部]}", "units: [{name: 一部}]"),
    ],
)
def test_whatever_joins_two_groups_makes_no_island(role: str, units: str) -> None:
    text = "roles: [{title: 甲, root: true}, {title: 乙, reports_to: 甲, unit: 一部}, {title: 丙, root: true}, %s]"
    expect(f"{units}\n{text % role}", notes=True, select=("ORG405",))


@pytest.mark.parametrize(
    "role",
    [
        "  - {title: 丙, reports_to: 无名}",
        "  - {title: 丙, coordinates_with: [会计]}",
        "  - {title: 丙, reports_to: 己}\n  - {title: 己, reports_to: 丙}",
    ],
)
def test_a_group_with_a_doubtful_name_or_a_loop_is_no_island(role: str) -> None:
    text = """\
        roles:
          - {title: 甲, root: true}
          - {title: 会计, unit: 一部, reports_to: 甲}
          - {title: 会计, unit: 二部, reports_to: 甲}
          - {title: 丁, reports_to: 丙}
        """
    expect(f"{dedent(text)}{role}\n", notes=True, select=("ORG405",))
    expect(
        f"{dedent(text)}  - {{title: 丙, root: true}}\n".replace("- {title: 丁", "- {title: ‹ORG405›丁"),
        notes=True,
        select=("ORG405",),
    )


def test_a_further_top_that_does_not_say_root_is_one_finding_and_no_island_too() -> None:
    text = """\
        roles:
          - {title: 甲, supervises: [乙, 丙]}
          - title: 乙
          - title: 丙
          - {title: ‹ORG305›丁, supervises: [戊, 己]}
          - title: 戊
          - title: 己
        """
    expect(text, notes=True)


# ORG406


def test_a_run_without_a_branch_begins_and_ends_where_it_branches() -> None:
    text = """\
        roles:
          - {title: 甲}
          - {title: ‹ORG406›乙, reports_to: 甲}
          - {title: 副总, reports_to: 甲}
          - {title: 丙, reports_to: 乙}
          - {title: 丁, reports_to: 丙}
          - {title: 戊, reports_to: 丁}
          - {title: 己, reports_to: 戊}
          - {title: 庚, reports_to: 戊}
        """
    expect(text, notes=True, select=("ORG406",))
    (finding,) = found(without_marks({"a.yaml": text}), select=("ORG406",))
    assert finding.roles == ("乙", "丙", "丁", "戊")


def test_three_in_a_row_a_second_superior_and_a_loop_are_no_run() -> None:
    expect(
        "roles: [{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丙, reports_to: 乙}]", notes=True, select=("ORG406",)
    )
    second = "{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丙, reports_to: [乙, 戊]}, {title: 丁, reports_to: 丙}"
    expect(f"roles: [{second}, {{title: 戊}}]", notes=True, select=("ORG406",))
    loop = "".join(f"  - {{title: r{number}, reports_to: r{(number + 1) % 4}}}\n" for number in range(4))
    expect(f"roles:\n{loop}", notes=True, select=("ORG406",))


def test_a_run_of_20000_is_told_shortly() -> None:
    lines = (f"- {{title: r{number}, reports_to: r{number - 1}}}\n" for number in range(1, 20_000))
    (finding,) = found("roles:\n- title: r0\n" + "".join(lines), select=("ORG406",))
    assert len(finding.message) < 500


# ORG504


def partners(count: int) -> str:
    return ", ".join(f"{{with: 单位{number}, scope: external}}" for number in range(count))


def test_a_hub_is_counted_in_both_directions_and_a_unit_too() -> None:
    text = f"""\
        units: [{{name: ‹ORG504›一部, coordinates_with: [{partners(13)}]}}]
        roles:
          - {{title: ‹ORG504›甲, coordinates_with: [{partners(12)}]}}
          - {{title: 乙, coordinates_with: [甲]}}
        """
    expect(text, notes=True, select=("ORG504",))


def test_a_partner_counts_once_and_the_limit_can_be_set() -> None:
    text = f"roles: [{{title: 甲, coordinates_with: [{partners(12)}, {partners(12)}, 甲]}}]"
    expect(text, notes=True, select=("ORG504",))
    expect(text.replace("甲", "‹ORG504›甲", 1), notes=True, select=("ORG504",), max_partners=11)


def test_a_hub_of_20000_partners_is_one_finding() -> None:
    lines = "".join(f"- {{title: r{number}, coordinates_with: [甲]}}\n" for number in range(20_000))
    (finding,) = found(f"roles:\n- title: 甲\n{lines}", select=("ORG504",))
    assert "20000 others" in finding.message
