"""Which findings a change brings, and which it takes away: by what they are about, never by their lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.findings import Finding

About: TypeAlias = "tuple[str, str, tuple[str, ...], str]"


class ReportDifference(NamedTuple):
    """The findings of the later report that the earlier one does not have, and the other way round."""

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def compare_findings(before: Sequence[Finding], after: Sequence[Finding]) -> ReportDifference:
    """Compare the findings of two reports: rule, organization, roles and words make a finding, not its place.

    Where a file could not be read, its path stands for the organization.
    """
    return ReportDifference(tuple(_beyond(after, before)), tuple(_beyond(before, after)))


def _beyond(some: Sequence[Finding], others: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that others do not have, or have less often."""
    known = Counter(map(_about, others))
    for finding in some:
        about = _about(finding)
        if known[about]:
            known[about] -= 1
        else:
            yield finding


def _about(finding: Finding) -> About:
    where = str(finding.organization) or finding.place.path
    return (finding.rule.code, where, tuple(map(str, finding.roles)), finding.message)
