"""A report as workflow commands: GitHub shows each finding beside the changed line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import Severity
from orgchart.reporters.locating import as_written
from orgchart.reporters.text import summary
from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding, Report
    from orgchart.reporters.locating import Locate

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
ORDER = list(Severity)


def as_github(report: Report, *, show_notes: bool = True, locate: Locate = as_written) -> Iterator[str]:
    """A line for each finding, errors first, because GitHub keeps ten of a level; the last line is the summary."""
    for finding in sorted(report.findings, key=lambda finding: ORDER.index(finding.weight)):
        if show_notes or finding.weight is not Severity.NOTE:
            yield _command(finding, locate(finding.place.path))
    yield "".join(words for words, _style in summary(report))


def _command(finding: Finding, path: str) -> str:
    place = finding.place
    properties = {
        "title": f"orgchart {finding.rule.code} {finding.rule.name}",
        "file": path,
        "line": place.line,
        "endLine": place.end_line,
        "col": place.column,
        "endColumn": place.end_column,
    }
    if place.end_line != place.line:  # columns of two lines would be compared with each other
        del properties["col"], properties["endColumn"]
    told = ",".join(f"{name}={property_value(str(value))}" for name, value in properties.items())
    lines = [f"{path}:{place.line}:{place.column}: {finding.rule.code} {finding.message}"]
    lines += [f"hint: {finding.hint}"] if finding.hint else []
    return f"::{LEVELS[finding.weight]} {told}::" + "%0A".join(message(line) for line in lines)


def message(words: str) -> str:
    r"""Words as the message of a command.

    >>> message("100%\n::error::x")
    '100%25%0A::error::x'
    """
    return visible(words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def property_value(words: str) -> str:
    """Words as a property of a command.

    >>> property_value("a,b::c%.yaml")
    'a%2Cb%3A%3Ac%25.yaml'
    """
    return message(words).replace(":", "%3A").replace(",", "%2C")
