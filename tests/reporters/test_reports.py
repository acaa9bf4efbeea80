"""A whole report, in words and as JSON."""

from __future__ import annotations

from textwrap import dedent

from orgchart.findings import Finding, Ignored, Related, Report, RuleInfo, Severity
from orgchart.reporters.machine import as_json
from orgchart.reporters.text import as_text, counted
from orgchart.source import Place, Source

SOURCE = Source(
    "org/甲.yaml", "roles:\n  - {title: 总经理, reports_to: 董事长}\n  - {title: 董事长, reports_to: 总经理}\n"
)
CYCLE = RuleInfo(code="ORG301", name="reporting-cycle", severity=Severity.ERROR, summary="a loop")
ALONE = RuleInfo(code="ORG402", name="single-report", severity=Severity.NOTE, summary="one report")


def at(words: str, *, last: bool = False) -> Place:
    """Where words stand in the source, for the first or the last time."""
    start = SOURCE.text.rindex(words) if last else SOURCE.text.index(words)
    return Place(SOURCE, start, start + len(words))


LOOP = Finding(
    rule=CYCLE,
    message="总经理 → 董事长 → 总经理",
    place=at("董事长"),
    hint="let one of them report to somebody else",
    organization="甲",
    roles=("总经理", "董事长"),
    related=(Related(message="董事长 reports to 总经理", place=at("总经理", last=True)),),
)
SINGLE = Finding(rule=ALONE, message="董事长 has one report", place=at("董事长", last=True), organization="甲")
REPORT = Report(findings=(LOOP, SINGLE), ignored=(Ignored(finding=SINGLE, reason="人少"),), organizations=1, roles=2)


def text(report: Report, *, show_notes: bool = True, width: int | None = None) -> str:
    """A report as it stands in a pipe."""
    lines = as_text(report, show_notes=show_notes, width=width)
    return "".join("".join(words for words, _style in line).rstrip(" ") + "\n" for line in lines)


def test_a_report_in_words() -> None:
    assert text(REPORT) == dedent("""\
        org/甲.yaml:2:30: error[ORG301] 总经理 → 董事长 → 总经理
        2 |   - {title: 总经理, reports_to: 董事长}
          |                                 ^^^^^^
          org/甲.yaml:3:30: 董事长 reports to 总经理
          hint: let one of them report to somebody else

        org/甲.yaml:3:13: note[ORG402] 董事长 has one report
        3 |   - {title: 董事长, reports_to: 总经理}
          |             ^^^^^^

        1 organization, 2 roles: 1 error, 0 warnings, 1 note, 1 ignored with a reason
        """)


def test_a_report_on_a_narrow_terminal_is_cut_beside_the_words() -> None:
    assert text(REPORT, width=30).splitlines()[1:3] == ["2 | …ts_to: 董事长}", "  |         ^^^^^^"]


def finding(
    *, severity: Severity = Severity.NOTE, others: int = 0, message: str = "m", path: str = "a.yaml"
) -> Finding:
    """A finding at `b` of `a: b`, with so many further places."""
    place = Place(Source(path, "a: b"), 3, 4)
    info = RuleInfo(code="ORG999", name="made-up", severity=severity, summary="made up")
    related = tuple(Related(message=f"place {number}", place=place) for number in range(others))
    return Finding(rule=info, message=message, place=place, related=related)


def test_notes_can_be_left_out_and_are_counted_all_the_same() -> None:
    report = Report(findings=(finding(), finding(severity=Severity.WARNING)), organizations=1, roles=1)
    assert text(report, show_notes=False).count("ORG999") == 1
    assert text(report, show_notes=False).endswith("1 organization, 1 role: 0 errors, 1 warning, 1 note\n")


def test_of_many_places_the_first_eight_are_told() -> None:
    lines = text(Report(findings=(finding(others=20),))).splitlines()
    assert lines[3:12] == [
        *(f"  a.yaml:1:4: place {number}" for number in range(8)),
        "  … and 12 more places (--format json shows all)",
    ]
    assert len(as_json(Report(findings=(finding(others=20),)))["findings"][0]["related"]) == 20


def test_messages_and_paths_are_only_shown() -> None:
    hostile = finding(message="\x1b[31m\u202e\n", path="\x1b[2J.yaml")
    assert text(Report(findings=(hostile,))).startswith(
        "\ufffd[2J.yaml:1:4: note[ORG999] \ufffd[31m\ufffd\ufffd\n1 | a: b\n"
    )


def test_a_report_of_nothing_is_its_summary() -> None:
    assert text(Report(findings=())) == "0 organizations, 0 roles: 0 errors, 0 warnings, 0 notes\n"


def test_large_numbers_are_easy_to_read() -> None:
    assert [counted(number, "role") for number in (0, 1, 2, 1234567)] == [
        "0 roles",
        "1 role",
        "2 roles",
        "1,234,567 roles",
    ]


def test_a_report_as_json_has_every_field() -> None:
    assert as_json(REPORT) == {
        "findings": [
            {
                "code": "ORG301",
                "name": "reporting-cycle",
                "severity": "error",
                "message": "总经理 → 董事长 → 总经理",
                "hint": "let one of them report to somebody else",
                "path": "org/甲.yaml",
                "line": 2,
                "column": 30,
                "end_line": 2,
                "end_column": 33,
                "organization": "甲",
                "roles": ["总经理", "董事长"],
                "related": [{"message": "董事长 reports to 总经理", "path": "org/甲.yaml", "line": 3, "column": 30}],
            },
            {
                "code": "ORG402",
                "name": "single-report",
                "severity": "note",
                "message": "董事长 has one report",
                "hint": "",
                "path": "org/甲.yaml",
                "line": 3,
                "column": 13,
                "end_line": 3,
                "end_column": 16,
                "organization": "甲",
                "roles": [],
                "related": [],
            },
        ],
        "summary": {"organizations": 1, "roles": 2, "errors": 1, "warnings": 0, "notes": 1, "ignored": 1},
    }


def test_a_changed_severity_is_the_one_that_is_told() -> None:
    report = Report(findings=(LOOP.replace(severity=Severity.WARNING),))
    assert as_json(report)["findings"][0]["severity"] == "warning"
    assert "warning[ORG301]" in text(report)
