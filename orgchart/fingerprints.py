"""Which finding is which, over the changes of a file: a name made of what a finding is about, never of its line."""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgchart.findings import Finding, Report


class Subject(NamedTuple):
    """What a finding is about: a rule, an organization (the file where none could be read), roles, words."""

    code: str
    organization: str
    path: str
    roles: tuple[str, ...]
    words: str


def subject(finding: Finding) -> Subject:
    """What a finding is about."""
    place = finding.place
    organization = str(finding.organization)
    return Subject(
        code=finding.rule.code,
        organization=organization,
        path="" if organization else file_name(place.path),
        roles=tuple(map(str, finding.roles)),
        words=" ".join(place.source.text[place.start : place.end].split()),
    )


def file_name(path: str) -> str:
    """A path in its one spelling, the same on every system."""
    return posixpath.normpath(path.replace(os.sep, "/"))


def fingerprints(report: Report) -> dict[int, str]:
    """The fingerprint of each finding of a report, by the finding's `id()`; no two are equal.

    Findings about the same are numbered in the order of their places. Those a baseline knows count with the others, so
    that a finding has one name with and without it; ignored ones come after all others.
    """
    counted = sorted((*report.findings, *(report.known or ())), key=_order)
    return dict(_numbered([*counted, *(one.finding for one in report.ignored)]))


def _numbered(findings: Iterable[Finding]) -> Iterator[tuple[int, str]]:
    seen: Counter[Subject] = Counter()
    for finding in findings:
        about = subject(finding)
        seen[about] += 1
        yield id(finding), f"{_digest(about)}:{seen[about]}"


def _order(finding: Finding) -> tuple[str, int, str, str]:
    return (finding.place.path, finding.place.start, finding.rule.code, finding.message)


def _digest(about: Subject) -> str:
    import hashlib  # noqa: PLC0415 - a report in words needs neither
    import json  # noqa: PLC0415

    return hashlib.sha256(json.dumps(about).encode()).hexdigest()[:32]
