"""The rules that judge a change, for a comparison of two states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.checking import check
from orgchart.cli.settings import configured

if TYPE_CHECKING:
    from orgchart.findings import Report
    from orgchart.loading import Workspace

REVIEW = "ORG6"


def reviewed(before: Workspace, after: Workspace, organization: str | None) -> Report:
    """What the rules ORG6xx find in a change, by the settings of the folder; of one organization where it is named."""
    config = configured(select=[REVIEW])
    report = check(after, config, before)
    if organization is None:
        return report
    return report.replace(
        findings=tuple(finding for finding in report.findings if finding.organization == organization)
    )
