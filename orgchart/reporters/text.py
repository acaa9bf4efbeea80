"""A report for people: each finding with its place, the line, a caret, related places and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import Severity
from orgchart.reporters.excerpt import WIDEST, excerpt
from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding, Report

StyledLine = list[tuple[str, str]]


def as_text(
    report: Report, *, show_notes: bool = True, width: int | None = None, with_accepted: bool = False
) -> Iterator[StyledLine]:
    """The lines of a report, each as (words, style) pairs; the last one is the summary.

    Findings that were accepted are a line each, where asked for. Styles are the severities' names, `place`, `faint` and
    the empty one. Source lines are cut to `width` cells, so that the carets stand under the words; messages are as long
    as they are.
    """
    for finding in report.findings:
        if show_notes or finding.weight is not Severity.NOTE:
            yield from _finding(finding, width)
            yield []
    if with_accepted and (report.ignored or report.known):
        for one in report.ignored:
            yield _accepted(one.finding, f"ignored: {one.reason}")
        for finding in report.known or ():
            yield _accepted(finding, "known from the baseline")
        yield []
    yield summary(report)


def _accepted(finding: Finding, why: str) -> StyledLine:
    told = f"{finding.rule.code} {finding.message} ({why})"
    return [(f"{visible(str(finding.place))}: ", "place"), (visible(told), "faint")]


def _finding(finding: Finding, width: int | None) -> Iterator[StyledLine]:
    weight = finding.weight.value
    yield [
        (f"{visible(str(finding.place))}: ", "place"),
        (f"{weight}[{finding.rule.code}]", weight),
        (f" {visible(finding.message)}", ""),
    ]
    margin = len(str(finding.place.line)) + 3
    number, line, caret = excerpt(finding.place, WIDEST if width is None else min(max(width - margin, 20), WIDEST))
    if number:
        yield [(f"{number} | ", "faint"), (line, "")]
        yield [("| ".rjust(margin), "faint"), (caret, weight)]
    for related in finding.related[:8]:
        yield [(f"  {visible(str(related.place))}: ", "place"), (visible(related.message), "")]
    if len(finding.related) > 8:  # noqa: PLR2004 - the eye takes in eight
        yield [(f"  … and {len(finding.related) - 8} more places (--format json shows all)", "faint")]
    if finding.hint:
        yield [("  hint: ", "faint"), (visible(finding.hint), "")]


def summary(report: Report) -> StyledLine:
    """The summary line: what was looked at, and what was found."""
    looked = f"{counted(report.organizations, 'organization')}, {counted(report.roles, 'role')}: "
    found = [
        (counted(report.count(severity), severity.value), severity.value if report.count(severity) else "")
        for severity in Severity
    ]
    words: StyledLine = [(looked, "")]
    for number, (told, style) in enumerate(found):
        words += [(", ", "")] if number else []
        words.append((told, style))
    if report.ignored:
        words.append((f", {len(report.ignored)} ignored with a reason", "faint"))
    if report.known:
        words.append((f", {len(report.known)} known from the baseline", "faint"))
    return words


def counted(number: int, what: str) -> str:
    """A number of things: 1 role, 2,000 roles."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")
