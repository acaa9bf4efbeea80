"""A report in GitLab's code quality format, the JSON list that its merge requests show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.findings import Severity
from orgchart.fingerprints import fingerprints
from orgchart.reporters.locating import as_written

if TYPE_CHECKING:
    from orgchart.findings import Finding, Report
    from orgchart.reporters.locating import Locate

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: Report, *, locate: Locate = as_written) -> list[dict[str, Any]]:
    """One entry a finding, with its code in the description, for merge requests show no other name of the rule.

    The fingerprint is the one in SARIF.
    """
    names = fingerprints(report)
    return [_entry(finding, names[id(finding)], locate(finding.place.path)) for finding in report.findings]


def _entry(finding: Finding, fingerprint: str, path: str) -> dict[str, Any]:
    place = finding.place
    line, column = place.source.position(place.start)
    end_line, end_column = place.source.position(place.end)
    return {
        "description": f"{finding.rule.code}: {finding.message}" + (f" ({finding.hint})" if finding.hint else ""),
        "check_name": finding.rule.code,
        "fingerprint": fingerprint,
        "severity": LEVELS[finding.weight],
        "location": {
            "path": path,
            "lines": {"begin": line, "end": end_line},
            "positions": {
                "begin": {"line": line, "column": column},
                "end": {"line": end_line, "column": end_column},
            },
        },
    }
