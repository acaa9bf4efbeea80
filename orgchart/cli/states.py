"""The state that `validate` checks, and the earlier one it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.cli.workspace import only
from orgchart.loading import Workspace, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.cli.console import Console
    from orgchart.config import Config
    from orgchart.findings import Finding, Report

At = Annotated[
    str | None,
    typer.Option("--at", metavar="REV", help="Check the files as they were at a git revision; nothing is checked out."),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", "--git", metavar="REV", help="Judge the change since a git revision too: the rules ORG6xx run."
    ),
]
ChangedOnly = Annotated[
    bool,
    typer.Option(
        "--changed-only",
        help="Show only findings that concern what changed since then (default: HEAD, or the commit before --at).",
    ),
]


class States:
    """What is checked, and what it was before; None where nobody compares.

    Without `since`, `changed_only` compares with HEAD, and with the commit before `at`.
    """

    def __init__(
        self, paths: Sequence[str] | None, organization: str | None, *, at: str | None, since: str | None, changed: bool
    ) -> None:
        self.before: Workspace | None = None
        self.changed = changed
        if at is None and since is None and not changed:
            self.workspace = only(load(*(paths or ())), organization)
            return
        from orgchart.history import Repository, Snapshots

        repository = Repository.around(paths or ())
        with Snapshots(repository) as snapshots:
            revision = None if at is None else repository.revision(at)
            workspace = load(*(paths or ())) if revision is None else snapshots.workspace(revision)
            self.workspace = only(workspace, organization)
            earlier = None
            if since is not None:
                earlier = repository.revision(since)
            elif changed:
                earlier = repository.revision("HEAD") if revision is None else repository.first_parent(revision)
            if earlier is not None:
                self.before = _narrowed(snapshots.workspace(earlier), organization)
            self.since = str(earlier)

    def concerning(self, report: Report, config: Config, console: Console) -> Report:
        """The report, or where only changes count, what of it concerns them; how many others there are is said."""
        before = self.before
        if before is None:
            return report
        for finding in before.findings:
            if finding.place.path in before.unread:
                console.note(f"{self.since}:{finding.place}: {finding.message}")
        if not self.changed:
            return report
        kept = tuple(self._concerning(report.findings, before, config))
        others = len(report.findings) - len(kept)
        if others:
            told = "1 finding does" if others == 1 else f"{others:,} findings do"
            console.note(f"{told} not concern what changed since {self.since}")
        return report.replace(findings=kept)

    def _concerning(self, findings: Sequence[Finding], before: Workspace, config: Config) -> Iterable[Finding]:
        """New findings, those about roles that changed, and those about no role in files that changed."""
        from orgchart.changes import diff
        from orgchart.changes.reports import compare_findings
        from orgchart.checking import check

        new = {id(finding) for finding in compare_findings(check(before, config).findings, findings).new}
        roles = {
            (one.id, str(change.role))
            for one in diff(before, self.workspace).organizations
            for change in one.changes
            if change.action != "removed"
        }
        texts = {source.path: source.text for source in before.sources}
        files = {source.path for source in self.workspace.sources if texts.get(source.path) != source.text}
        return (
            finding
            for finding in findings
            if id(finding) in new
            or any((str(finding.organization), str(role)) in roles for role in finding.roles)
            or (not finding.roles and finding.place.path in files)
        )


def _narrowed(workspace: Workspace, organization: str | None) -> Workspace:
    """The earlier state of one organization, which may not have been there."""
    if organization is None:
        return workspace
    return workspace.replace(organizations=tuple(org for org in workspace.organizations if org.id == organization))
