"""A report as one JSON document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.findings import Severity

if TYPE_CHECKING:
    from orgchart.findings import Finding, Report


def as_json(report: Report, *, with_accepted: bool = False) -> dict[str, Any]:
    """The findings with all their places, and the summary; where asked for, also those that were accepted."""
    document: dict[str, Any] = {"findings": [_finding(finding) for finding in report.findings]}
    if with_accepted:
        document["ignored"] = [{**_finding(one.finding), "reason": one.reason} for one in report.ignored]
        document["known"] = [_finding(finding) for finding in report.known or ()]
    document["summary"] = {
        "organizations": report.organizations,
        "roles": report.roles,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "ignored": len(report.ignored),
    }
    if report.known is not None:
        document["summary"]["known"] = len(report.known)
    return document


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    line, column = place.source.position(place.start)
    end_line, end_column = place.source.position(place.end)
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.weight.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": place.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "organization": str(finding.organization),
        "roles": list(finding.roles),
        "related": [
            {
                "message": related.message,
                "path": related.place.path,
                "line": related.place.line,
                "column": related.place.column,
            }
            for related in finding.related
        ],
    }
