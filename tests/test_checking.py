"""What a report leaves out: codes that did not run, and findings that somebody accepted with a reason."""

from __future__ import annotations

import pytest

from orgchart.checking import active_codes, check
from orgchart.config import Config
from orgchart.errors import SettingError
from orgchart.findings import Severity
from tests.builders import codes, expect, found, in_memory

ORPHANS = """\
roles:
  - {title: 总经理, supervises: [会计]}
  - {title: 会计}
  - {title: 品牌经理}
  - {title: 市场经理, id: m}
ignore:
"""


def accepting(*entries: str) -> str:
    return ORPHANS + "".join(f"  - {{{entry}, reason: 原文未写明}}\n" for entry in entries)


def test_an_ignore_without_a_role_accepts_every_finding_of_its_code() -> None:
    assert codes(accepting("code: ORG304")) == []


@pytest.mark.parametrize("role", ["m", "市场经理"])
def test_an_ignore_with_a_role_accepts_that_one_by_id_or_title(role: str) -> None:
    expect(accepting(f"code: ORG304, role: {role}").replace("品牌", "‹ORG304›品牌"))


def test_what_was_accepted_is_kept_beside_with_its_reason() -> None:
    report = check(in_memory(accepting("code: ORG304")))
    assert [(one.finding.roles, one.reason) for one in report.ignored] == [
        (("品牌经理",), "原文未写明"),
        (("m",), "原文未写明"),
    ]


def test_an_ignore_that_nothing_needs_is_found_at_its_code() -> None:
    expect(accepting("code: ORG304", "code: ‹ORG105›ORG301", "code: ‹ORG105›ORG304, role: 会计"))


def test_an_ignore_whose_code_did_not_run_is_not_judged() -> None:
    assert codes(accepting("code: ORG301"), ignore=("ORG301", "ORG304")) == []
    assert codes(accepting("code: ORG301"), select=("ORG105", "ORG304")) == ["ORG304", "ORG304"]


def test_an_ignore_needs_a_code_and_a_reason() -> None:
    for entry in ("code: ORG304", "reason: 无", "code: ORG304, reason: ''", "code: ORG304, reason: NULL", "code: 304"):
        assert "ORG103" in codes(ORPHANS + f"  - {{{entry}}}\n"), entry


def test_an_organization_accepts_only_its_own_findings() -> None:
    other = ORPHANS.replace("ignore:\n", "")
    found_in = {finding.place.path for finding in found({"a.yaml": accepting("code: ORG304"), "b.yaml": other})}
    assert "b.yaml" in found_in


def test_all_codes_run_by_default() -> None:
    assert len(active_codes(Config())) == 49


@pytest.mark.parametrize(
    ("select", "ignore", "runs", "rests"),
    [
        (("ORG3",), (), "ORG301", "ORG101"),
        (("ORG3",), ("ORG301",), "ORG302", "ORG301"),
        (("ORG301",), ("ORG3",), "ORG301", "ORG302"),
        ((), ("ORG4",), "ORG301", "ORG401"),
        ((), ("all",), "", "ORG101"),
        (("all",), ("ORG4",), "ORG301", "ORG401"),
        (("ORG301",), ("ORG301",), "", "ORG301"),
        (("reporting-cycle",), ("ORG30",), "ORG301", "ORG302"),
        ((), ("org30", "ORG1"), "ORG311", "ORG105"),
    ],
)
def test_the_more_exact_selector_wins_and_ignore_wins_a_tie(
    select: tuple[str, ...], ignore: tuple[str, ...], runs: str, rests: str
) -> None:
    active = active_codes(Config(select=select, ignore=ignore))
    assert not runs or runs in active
    assert rests not in active


@pytest.mark.parametrize("selector", ["ORG999", "reporting-cycles", "ORG7", "3", ""])
def test_a_selector_that_means_no_rule_is_refused_with_a_way_out(selector: str) -> None:
    with pytest.raises(SettingError) as refused:
        active_codes(Config(select=(selector,)))
    assert refused.value.hint


def test_a_severity_can_be_changed() -> None:
    text = accepting()
    assert check(in_memory(text)).failed
    assert not check(in_memory(text), Config(severity={"ORG304": Severity.WARNING})).failed
    assert codes(text, severity={"orphan-role": Severity.NOTE}) == []


def test_what_an_alias_repeats_is_one_finding() -> None:
    expect("roles: [{title: 甲, unit: &u [总部, ‹ORG103›3], root: true}, {title: 乙, unit: *u, root: true}]")


def test_a_finding_carries_its_organization_its_roles_and_the_related_places() -> None:
    text = "id: acme\nroles:\n- {title: 甲, reports_to: 乙}\n- {title: 乙, reports_to: 甲}"
    (finding,) = found(text, select=("ORG301",))
    assert (finding.organization, finding.roles) == ("acme", ("甲", "乙"))
    assert [str(related.place) for related in finding.related] == ["a.yaml:4:26"]
    assert (finding.place.end_line, finding.place.end_column) == (3, 27)
    assert finding.hint


def test_a_report_counts_what_it_looked_at() -> None:
    report = check(in_memory({"a.yaml": "roles: [{title: 甲}, {title: 乙}]", "b.yaml": "units: [{name: 部}]"}))
    assert (report.organizations, report.roles, report.count(Severity.ERROR)) == (2, 2, 2)


def test_an_ignore_of_a_rule_that_does_not_exist_is_told_at_the_code() -> None:
    expect("roles: [{title: 甲}]\nignore:\n  - {code: ‹ORG103›ORG999, reason: 没有这条规则}\n")


def test_a_unit_that_two_files_of_one_organization_list_is_one_unit() -> None:
    units = "id: x\nunits: [{name: 总部}, {name: 甲部, part_of: 总部}]\n"
    roles = "roles: [{title: 秘书, coordinates_with: 总部}]\n"
    expect({"a.yaml": units, "b.yaml": units.replace("甲", "乙") + roles}, notes=True)


@pytest.mark.parametrize(
    ("excuses", "left"),
    [
        ({"a.yaml": ("ORG304",)}, ["b.yaml"]),
        ({"a.yaml": ("ORG3",), "b.*": ("orphan-role", "ORG5")}, []),
        ({"a.yaml": ("ORG5",)}, ["a.yaml", "b.yaml"]),
        ({"*.yaml": ("all",)}, []),
    ],
)
def test_a_file_can_be_excused_from_a_rule(excuses: dict[str, tuple[str, ...]], left: list[str]) -> None:
    files = dict.fromkeys(
        ("a.yaml", "b.yaml"), "roles: [{title: 总经理, supervises: [会计]}, {title: 会计}, {title: 甲}]"
    )
    report = check(in_memory(files), Config(select=("ORG304",), per_file_ignores=excuses))
    assert [finding.place.path for finding in report.findings] == left
    assert report.ignored == ()


def test_an_excused_file_needs_its_own_ignores_all_the_same() -> None:
    text = accepting("code: ORG304")
    assert codes(text, per_file_ignores={"a.yaml": ("ORG304",)}) == []


def test_an_excuse_from_no_rule_is_refused() -> None:
    with pytest.raises(SettingError, match="there is no rule ORG999"):
        found(accepting(), per_file_ignores={"a.yaml": ("ORG999",)})


def test_a_report_carries_the_pages_of_the_rules_that_ran() -> None:
    report = check(in_memory("roles: []"), Config(select=("ORG30",), ignore=("ORG303",)))
    assert [rule.code for rule in report.rules] == [f"ORG30{number}" for number in (1, 2, 4, 5, 6, 7, 8, 9)]
    assert all("## What it finds" in rule.page for rule in report.rules)
