"""A report for people: each finding with its place, the line, a caret, related places and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import Severity
from orgchart.reporters.excerpt import excerpt
from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding, Report

StyledLine = list[tuple[str, str]]


def as_text(report: Report, *, show_notes: bool = True) -> Iterator[StyledLine]:
    """The lines of a report, each as (words, style) pairs; the last one is the summary.

    Styles are the severities' names, `place`, `faint` and the empty one.
    """
    for finding in report.findings:
        if show_notes or finding.weight is not Severity.NOTE:
            yield from _finding(finding)
            yield []
    yield summary(report)


def _finding(finding: Finding) -> Iterator[StyledLine]:
    weight = finding.weight.value
    yield [
        (f"{finding.place}: ", "place"),
        (f"{weight}[{finding.rule.code}]", weight),
        (f" {visible(finding.message)}", ""),
    ]
    number, line, caret = excerpt(finding.place)
    if number:
        margin = " " * len(number)
        yield [(f"{number} | ", "faint"), (line, "")]
        yield [(f"{margin} | ", "faint"), (caret, weight)]
    for related in finding.related[:8]:
        yield [(f"  {related.place}: ", "place"), (visible(related.message), "")]
    if len(finding.related) > 8:  # noqa: PLR2004 - the eye takes in eight
        yield [(f"  … and {len(finding.related) - 8} more places (--format json shows all)", "faint")]
    if finding.hint:
        yield [("  hint: ", "faint"), (visible(finding.hint), "")]


def summary(report: Report) -> StyledLine:
    """The summary line: what was looked at, and what was found."""
    looked = f"{_count(report.organizations, 'organization')}, {_count(report.roles, 'role')}: "
    found = [
        (_count(report.count(severity), severity.value), severity.value if report.count(severity) else "")
        for severity in Severity
    ]
    words: StyledLine = [(looked, "")]
    for number, (counted, style) in enumerate(found):
        words += [(", ", "")] if number else []
        words.append((counted, style))
    if report.ignored:
        words.append((f", {len(report.ignored)} ignored with a reason", "faint"))
    return words


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
