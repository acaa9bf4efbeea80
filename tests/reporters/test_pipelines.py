"""What GitHub, GitLab and test reports get, to the letter."""

from __future__ import annotations

from textwrap import dedent
from xml.etree import ElementTree as ET

from orgchart.findings import Ignored, Report, Severity
from orgchart.reporters.github import as_github
from orgchart.reporters.gitlab import as_gitlab
from orgchart.reporters.junit import as_junit
from orgchart.reporters.markdown import as_markdown
from orgchart.source import Place, Source
from tests.reporters.reports import planted
from tests.reporters.test_reports import ALONE, CYCLE, LOOP, REPORT, SINGLE

ODD = SINGLE.replace(
    place=Place(Source("org/a,b:100%.yaml", "甲\n乙"), 0, 3),
    message="100% of 甲::乙\n::error::丙",
    severity=Severity.WARNING,
)


def test_workflow_commands() -> None:
    report = REPORT.replace(findings=(SINGLE, ODD, LOOP))
    assert "\n".join(as_github(report)) == dedent("""\
        ::error title=orgchart ORG301 reporting-cycle,file=org/甲.yaml,line=2,endLine=2,col=30,endColumn=33\
        ::org/甲.yaml:2:30: ORG301 总经理 → 董事长 → 总经理%0Ahint: let one of them report to somebody else
        ::warning title=orgchart ORG402 single-report,file=org/a%2Cb%3A100%25.yaml,line=1,endLine=2\
        ::org/a,b:100%25.yaml:1:1: ORG402 100%25 of 甲::乙%0A::error::丙
        ::notice title=orgchart ORG402 single-report,file=org/甲.yaml,line=3,endLine=3,col=13,endColumn=16\
        ::org/甲.yaml:3:13: ORG402 董事长 has one report
        1 organization, 2 roles: 1 error, 1 warning, 1 note, 1 ignored with a reason""").replace(" " * 8, "")
    assert not [line for line in as_github(report, show_notes=False) if line.startswith("::notice")]


def test_code_quality() -> None:
    first, second = as_gitlab(REPORT)
    assert first.pop("fingerprint") != second.pop("fingerprint")
    assert first == {
        "description": "ORG301: 总经理 → 董事长 → 总经理 (let one of them report to somebody else)",
        "check_name": "ORG301",
        "severity": "major",
        "location": {
            "path": "org/甲.yaml",
            "lines": {"begin": 2, "end": 2},
            "positions": {"begin": {"line": 2, "column": 30}, "end": {"line": 2, "column": 33}},
        },
    }
    assert (second["severity"], second["description"]) == ("info", "ORG402: 董事长 has one report")
    assert as_gitlab(Report(findings=(ODD,)))[0]["severity"] == "minor"
    assert as_gitlab(Report(findings=())) == []


def test_code_quality_has_no_fingerprint_twice() -> None:
    entries = as_gitlab(Report(findings=(SINGLE, SINGLE.replace(), LOOP, SINGLE.replace())))
    assert len({entry["fingerprint"] for entry in entries}) == 4


def test_rules_as_tests() -> None:
    third = CYCLE.replace(code="ORG302", name="reports-to-itself")
    again = LOOP.replace(place=SINGLE.place, hint="")
    report = REPORT.replace(findings=(LOOP, SINGLE, again), rules=(CYCLE, third, ALONE))
    assert as_junit(report) == dedent("""\
        <?xml version='1.0' encoding='UTF-8'?>
        <testsuites name="orgchart" tests="3" failures="1" errors="0" skipped="0" time="0">
          <testsuite name="orgchart" tests="3" failures="1" errors="0" skipped="0" time="0">
            <testcase name="ORG302 reports-to-itself" classname="orgchart" time="0" />
            <testcase name="ORG301 reporting-cycle" classname="org/甲.yaml" time="0" file="org/甲.yaml" line="2">
              <failure message="org/甲.yaml:2:30: 总经理 → 董事长 → 总经理 (and 1 more)" type="reporting-cycle">\
org/甲.yaml:2:30: error[ORG301] 总经理 → 董事长 → 总经理
          hint: let one of them report to somebody else
        org/甲.yaml:3:13: error[ORG301] 总经理 → 董事长 → 总经理</failure>
            </testcase>
            <testcase name="ORG402 single-report" classname="org/甲.yaml" time="0" file="org/甲.yaml" line="3">
              <system-out>org/甲.yaml:3:13: note[ORG402] 董事长 has one report</system-out>
            </testcase>
          </testsuite>
        </testsuites>
        """)


def test_every_rule_is_a_test_and_only_errors_fail() -> None:
    suite = ET.fromstring(as_junit(planted()))[0]  # noqa: S314 - our own
    cases = suite.findall("testcase")
    assert {case.get("name", "")[:6] for case in cases} == {rule.code for rule in planted().rules}
    failed = [case.get("name", "")[:6] for case in cases if case.find("failure") is not None]
    assert failed == [
        finding.rule.code
        for finding in sorted(planted().findings, key=lambda one: one.rule.code)
        if finding.weight is Severity.ERROR
    ]
    assert (suite.get("tests"), suite.get("failures")) == (str(len(cases)), str(len(failed)))


def test_a_comment() -> None:
    assert as_markdown(REPORT.replace(findings=(SINGLE, ODD, LOOP), known=(SINGLE,))) == dedent("""\
        ### orgchart: 1 error

        1 organization, 2 roles: 1 error, 1 warning, 1 note, 1 ignored with a reason, 1 known from the baseline

        | rule | place | finding |
        | --- | --- | --- |
        | error ORG301<br>reporting-cycle | org/甲.yaml:2:30 | 总经理 → 董事长 → 总经理\
<br><em>let one of them report to somebody else</em> |
        | warning ORG402<br>single-report | org/a,b:100%.yaml:1:1 | 100% of 甲::乙�::error::丙 |

        <details>
        <summary>1 note</summary>

        | rule | place | finding |
        | --- | --- | --- |
        | note ORG402<br>single-report | org/甲.yaml:3:13 | 董事长 has one report |

        </details>
        """)


def test_a_comment_about_nothing() -> None:
    assert as_markdown(Report(findings=(), organizations=1, roles=2)) == (
        "### orgchart: nothing found\n\n1 organization, 2 roles: 0 errors, 0 warnings, 0 notes\n"
    )


def test_a_comment_is_never_longer_than_fits_and_says_what_is_left_out() -> None:
    report = Report(findings=(LOOP,) * 5_000 + (SINGLE,) * 7_000)
    for longest in (500, 1_000, 5_000, 60_000):
        text = as_markdown(report, longest=longest)
        told = text.count("| error ORG301")
        assert longest - 400 < len(text) <= longest
        assert f"\n… and {5_000 - told:,} more: `orgchart validate` shows all.\n" in text
        assert "\n… and 7,000 more: `orgchart validate` shows all.\n" in text
        assert "<details>" not in text


def test_notes_fill_the_room_that_is_left() -> None:
    text = as_markdown(Report(findings=(LOOP,) + (SINGLE,) * 7_000), longest=5_000)
    assert text.endswith("\n</details>\n")
    assert f"… and {7_000 - text.count('| note ORG402'):,} more" in text
    assert "7,000 notes" in text
    assert len(text) <= 5_000
    assert "note" not in as_markdown(Report(findings=(LOOP,) + (SINGLE,) * 9), show_notes=False).partition("| rule")[2]


def test_one_very_long_name_is_cut() -> None:
    text = as_markdown(Report(findings=(SINGLE.replace(message="长" * 100_000),)))
    assert 1_000 < len(text) < 2_000
    assert "长… |" in text


def test_ignored_findings_are_counted_only() -> None:
    report = Report(findings=(), ignored=(Ignored(finding=LOOP, reason="人少"),))
    assert "1 ignored with a reason" in as_markdown(report)
    assert as_gitlab(report) == []
    assert "failure" not in as_junit(report.replace(rules=(CYCLE,))).replace('failures="0"', "")
