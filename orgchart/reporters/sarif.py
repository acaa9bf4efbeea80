"""A report in the Static Analysis Results Interchange Format, SARIF 2.1.0, as code scanning services read it.

The fingerprint `orgchart/v1` says which finding is which and knows no line; `primaryLocationLineHash` is the one that
GitHub follows. There is no `automationDetails`: who uploads the report says its category.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from orgchart.findings import Severity
from orgchart.fingerprints import fingerprints
from orgchart.reporters.line_hashes import line_hashes
from orgchart.reporters.locating import as_written, uri
from orgchart.reporters.pages import family, first_sentence, heading, what_it_finds

if TYPE_CHECKING:
    from orgchart.findings import Finding, Report, RuleInfo
    from orgchart.reporters.locating import Locate
    from orgchart.source import Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RELATED = 100
LONGEST_DESCRIPTION = 1024
WEIGHTS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}


def as_sarif(
    report: Report, *, version: str, locate: Locate = as_written, with_accepted: bool = False
) -> dict[str, Any]:
    """The report of one run; `version` is orgchart's.

    Findings that were accepted, in a file or by the baseline, are left out unless asked for; then each says so in its
    `suppressions`.
    """
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [_Run(report, locate).run(version, with_accepted)]}


class _Run:
    def __init__(self, report: Report, locate: Locate) -> None:
        self._report = report
        self._locate = locate
        self._fingerprints = fingerprints(report)
        self._hashes = _hashes_of_lines(report)
        accepted = (*(report.known or ()), *(one.finding for one in report.ignored))
        used = {finding.rule.code: finding.rule for finding in (*report.findings, *accepted)}
        cards = {**used, **{rule.code: rule for rule in report.rules}}
        self._rules = [cards[code] for code in sorted(cards)]
        self._index = {rule.code: number for number, rule in enumerate(self._rules)}

    def run(self, version: str, with_accepted: bool) -> dict[str, Any]:
        results = [self._result(finding) for finding in self._report.findings]
        if with_accepted:
            for one in self._report.ignored:
                suppression = {"kind": "inSource", "justification": one.reason}
                results.append({**self._result(one.finding), "suppressions": [suppression]})
            for finding in self._report.known or ():
                suppression = {"kind": "external", "justification": "it stands in the baseline"}
                results.append({**self._result(finding), "suppressions": [suppression]})
        driver = {"name": "orgchart", "semanticVersion": version, "rules": [_rule(rule) for rule in self._rules]}
        return {"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}

    def _result(self, finding: Finding) -> dict[str, Any]:
        message = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
        left_out = len(finding.related) - MOST_RELATED
        if left_out > 0:
            message += f"\n({left_out} more places are left out)"
        location: dict[str, Any] = {"physicalLocation": self._physical(finding.place)}
        if finding.roles:
            name = f"{finding.organization}/{finding.roles[0]}"
            location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "role"}]
        result: dict[str, Any] = {
            "ruleId": finding.rule.code,
            "ruleIndex": self._index[finding.rule.code],
            "level": finding.weight.value,
            "message": {"text": _plain(message)},
            "locations": [location],
            "partialFingerprints": self._partial_fingerprints(finding),
        }
        if finding.related:
            result["relatedLocations"] = [
                {"id": number, "physicalLocation": self._physical(one.place), "message": {"text": _plain(one.message)}}
                for number, one in enumerate(finding.related[:MOST_RELATED], 1)
            ]
        return result

    def _physical(self, place: Place) -> dict[str, Any]:
        path = self._locate(place.path)
        file = {"uri": uri(path)} if path.startswith("/") else {"uri": uri(path), "uriBaseId": "%SRCROOT%"}
        line, column = place.source.position(place.start)
        end_line, end_column = place.source.position(place.end)
        region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
        return {"artifactLocation": file, "region": region}

    def _partial_fingerprints(self, finding: Finding) -> dict[str, str]:
        known = {"orgchart/v1": self._fingerprints[id(finding)]}
        line_hash = self._hashes[finding.place.path].get(finding.place.line)
        return {**known, "primaryLocationLineHash": line_hash} if line_hash else known


def _hashes_of_lines(report: Report) -> dict[str, dict[int, str]]:
    sources = {}
    lines = defaultdict(set)
    for finding in (*report.findings, *(report.known or ()), *(one.finding for one in report.ignored)):
        sources[finding.place.path] = finding.place.source
        lines[finding.place.path].add(finding.place.line)
    return {path: line_hashes(source.text, lines[path]) if source.text else {} for path, source in sources.items()}


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": first_sentence(rule)},
        "fullDescription": {"text": what_it_finds(rule)[:LONGEST_DESCRIPTION]},
        "help": {
            "text": f"{heading(rule)}\n\n{rule.page or rule.summary}",
            "markdown": f"# {heading(rule)}\n\n{rule.page or rule.summary}",
        },
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "precision": "very-high",
            "problem.severity": WEIGHTS[rule.severity],
            "tags": [family(rule)],
        },
    }


def _plain(message: str) -> str:
    r"""A message without links: `[words](1)` is one to a reader of SARIF, and a name may look like it."""
    return re.sub(r"([\[\]\\])", r"\\\1", message) if "](" in message else message
