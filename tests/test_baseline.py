"""The file of known findings: how it is written, read, and compared with."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest

from orgchart.baseline import is_baseline, read_baseline, written
from orgchart.checking import check, without_known
from orgchart.config import Config
from orgchart.findings import Report, Severity
from orgchart.misuse import MisuseError
from orgchart.source import Source
from tests.builders import in_memory
from tests.reporters.reports import hostile, planted

TEXT = """\
roles:
  - title: 总经理
  - {title: 会计, reports_to: 财务经理}
  - title: 品牌经理
"""
CONFIG = Config(select=("ORG303", "ORG304", "ORG105"))


def report(files: dict[str, str] | str, config: Config = CONFIG) -> Report:
    return check(in_memory(files), config)


def against(known: Report, files: dict[str, str] | str, config: Config = CONFIG) -> list[str]:
    """What counts in these files when a baseline knows an earlier report, as `place code`."""
    workspace = in_memory(files)
    entries = read_baseline(Source("known.json", written(known)))
    compared = without_known(check(workspace, config), entries, workspace, config)
    return [f"{one.place} {one.rule.code} {one.weight.value}" for one in compared.findings]


def test_an_entry_a_line_sorted_and_without_any_line_of_a_file() -> None:
    text = written(report({"b.yaml": TEXT, "a.yaml": TEXT.replace("会计", '"会\\u2028计"'), "c.yaml": "- ["}))
    stripped = [json.loads(line.rstrip(",")) for line in text.splitlines()[3:-2]]
    for entry in stripped:
        assert len(entry.pop("fingerprint")) == 34
    assert stripped == [
        {"code": code, "organization": organization, "roles": [role], "words": words}
        for organization, accountant in (("a", "会\u2028计"), ("b", "会计"))
        for code, role, words in (
            ("ORG303", accountant, "财务经理"),
            ("ORG304", "品牌经理", "品牌经理"),
            ("ORG304", "总经理", "总经理"),
        )
    ]
    assert text.startswith(
        '{\n"version": 1,\n"findings": [\n{"code": "ORG303", "organization": "a", "roles": ["会\\u2028'
    )
    assert text.endswith('"}\n]\n}\n')
    assert json.loads(text)["version"] == 1


def test_a_file_that_cannot_be_read_is_known_by_its_path() -> None:
    config = Config(select=("ORG101",))
    known = report({"c.yaml": "- ["}, config)
    assert '{"code": "ORG101", "path": "c.yaml",' in written(known)
    assert against(known, {"c.yaml": "- ["}, config) == []
    assert against(known, {"d.yaml": "- ["}, config) == ["d.yaml:1:4 ORG101 error"]


def test_a_baseline_of_nothing() -> None:
    text = written(Report(findings=()))
    assert text == '{\n"version": 1,\n"findings": []\n}\n'
    assert read_baseline(Source("known.json", text)) == []


def test_what_is_written_can_be_read_whatever_the_names() -> None:
    for one in (planted(), hostile()):
        entries = read_baseline(Source("known.json", written(one)))
        assert len(entries) == len(one.findings)


def test_the_order_of_the_findings_changes_nothing() -> None:
    one = planted()
    assert written(one.replace(findings=one.findings[::-1])) == written(one)


def test_only_what_is_new_counts_whatever_moved() -> None:
    known = report(TEXT)
    assert against(known, TEXT) == []
    moved = "# a comment\n\n" + TEXT.replace("会计,", "会计, headcount: 2,")
    assert against(known, moved) == []
    assert against(known, moved + "  - {title: 出纳, reports_to: 财务主任}\n") == ["a.yaml:7:29 ORG303 error"]


def test_an_entry_that_nothing_needs_is_found_where_it_is_written() -> None:
    mended = TEXT.replace("财务经理", "总经理").replace("总经理\n", "总经理\n    root: true\n", 1)
    workspace = in_memory(mended)
    entries = read_baseline(Source("known.json", written(report(TEXT))))
    compared = without_known(check(workspace, CONFIG), entries, workspace, CONFIG)
    (first, second) = compared.findings
    assert (str(first.place), first.rule.code, first.weight) == ("known.json:4:90", "ORG105", Severity.WARNING)
    assert first.message == "no ORG303 is found for 会计: nothing needs this entry of the baseline"
    assert first.hint == "--update-baseline takes it out"
    assert second.place.line == 6
    assert [one.rule.code for one in compared.known or ()] == ["ORG304"]


def test_an_entry_is_judged_only_where_somebody_looked() -> None:
    known = report({"a.yaml": TEXT, "b.yaml": TEXT})
    assert against(known, {"b.yaml": TEXT}) == []
    assert against(known, {"a.yaml": TEXT}, CONFIG.replace(select=("ORG304", "ORG105"))) == []
    assert against(known, "roles: [{title: 甲}]", CONFIG.replace(ignore=("ORG105",))) == []
    assert len(against(known, "roles: [{title: 甲}]")) == 3


def test_an_unused_entry_weighs_what_the_settings_say() -> None:
    config = CONFIG.replace(severity={"unused-ignore": Severity.ERROR})
    found = against(report(TEXT), "roles: [{title: 甲}]", config)
    assert [line.partition(" ")[2] for line in found] == ["ORG105 error"] * 3


def test_of_equal_findings_each_needs_its_entry() -> None:
    twice = "roles:\n  - {title: 甲, id: x}\n  - {title: 甲, id: x}\n  - {title: 甲, id: x}\n"
    config = Config(select=("ORG201", "ORG105"))
    assert len(report(twice, config).findings) == 2
    known = report(twice.rsplit("  -", 1)[0], config)
    assert against(known, twice, config) == ["a.yaml:4:13 ORG201 error"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "known.json:1:1: this is no baseline"),
        ("[]", "known.json:1:1: this is no baseline"),
        ("{", "known.json:1:2: this is no baseline: the text ends, "),
        ('{"version": 1, "findings": [}', "known.json:1:29: this is no baseline: expected a value"),
        ('{\n"version": 2, "findings": []}', "known.json:2:12: this baseline is of version 2, and only version 1"),
        ('{"version": "1", "findings": []}', "known.json:1:13: this baseline is of version 1, and only version 1"),
        ('{"version": [1]}', "known.json:1:13: this baseline is of no version"),
        ('{"findings": []}', "known.json:1:1: this baseline is of no version"),
        ('{"version": 1}', "known.json:1:1: a baseline needs a list of findings"),
        ('{"version": 1, "findings": {}}', "known.json:1:28: a baseline needs a list of findings"),
        ('{"version": 1, "findings": [3]}', "known.json:1:29: an entry of a baseline needs a fingerprint and a code"),
        ('{"version": 1, "findings": [{"code": "x"}]}', "known.json:1:29: an entry of a baseline needs"),
    ],
)
def test_what_is_no_baseline_is_told_where_it_breaks(text: str, told: str) -> None:
    with pytest.raises(MisuseError) as refused:
        read_baseline(Source("known.json", text))
    assert str(refused.value).startswith(told)
    assert str(refused.value.hint).startswith(
        "write it again" if is_baseline(Source("known.json", text)) else "mend it"
    )


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        (" \n", True),
        ('{"version": 1, "findings": []}', True),
        ('{"version": "9.1", "findings": [1]}', True),
        ('{"name": "a package", "version": "1.0"}', False),
        ('{"findings": [], "summary": {}}', False),
        ("roles: []", False),
        ("[]", False),
    ],
)
def test_only_a_baseline_is_written_over(text: str, fits: bool) -> None:
    assert is_baseline(Source("known.json", dedent(text))) is fits
