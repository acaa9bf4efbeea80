"""How commands read their paths, and what they say when some of it could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.errors import InputError, SettingError
from orgchart.loading import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.cli.console import Console
    from orgchart.loading import Workspace
    from orgchart.model import Org


def read_for_query(paths: Sequence[str] | None, organization: str | None, console: Console) -> Workspace:
    """The organizations of some paths, for a question about them.

    What could not be read is said on standard error; where nothing could, that is an `InputError`.
    """
    workspace = load(*(paths or ()))
    unread = [finding for finding in workspace.findings if finding.place.path in workspace.unread]
    if not workspace.organizations:
        first, *others = unread
        for finding in others:
            console.note(f"{finding.place}: {finding.message}")
        raise InputError(f"{first.place}: {first.message}", first.hint)
    for finding in unread:
        console.note(f"{finding.place}: {finding.message}; the answer is from the other files")
    wrong = len(workspace.findings) - len(unread)
    if wrong:
        console.note(f"the files have {wrong} finding{'s' if wrong > 1 else ''}: orgchart validate shows more")
    return only(workspace, organization)


def only(workspace: Workspace, organization: str | None) -> Workspace:
    """The workspace with one organization; raises `SettingError` where it has none of that id."""
    if organization is None:
        return workspace
    kept: tuple[Org, ...] = tuple(org for org in workspace.organizations if org.id == organization)
    if not kept:
        from orgchart.names import Nearest

        near = Nearest(str(org.id) for org in workspace.organizations).to(organization)
        hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names them all"
        raise SettingError(f"there is no organization {organization}", hint)
    return workspace.replace(
        organizations=kept,
        findings=tuple(finding for finding in workspace.findings if finding.organization in ("", organization)),
    )
