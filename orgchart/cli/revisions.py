"""The two states that are compared: folders and files, or revisions of a git repository."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from orgchart.errors import InputError, SettingError
from orgchart.loading import load
from orgchart.record import Record
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.cli.console import Console
    from orgchart.loading import Workspace
    from orgchart.model import Org


class Side(Record):
    """One of the states: what it is called, the paths it was asked for by, and what was read."""

    name: str
    roots: tuple[str, ...]
    workspace: Workspace

    def bare(self, path: str) -> str:
        """A path without the folder or file that was asked for, so that it can be found again on the other side."""
        for root in self.roots:
            if path == root:
                return ""
            if path.startswith(os.path.normpath(root) + os.sep):
                return os.path.relpath(path, root)
        return path

    def unread(self) -> set[str]:
        """The bare paths of the files that could not be read."""
        return {self.bare(path) for path in self.workspace.unread}

    def shown(self, place: object) -> str:
        """A place with the revision it was read at, where the path alone does not say it."""
        return f"{place}" if self.name in self.roots or not self.name else f"{self.name}:{place}"


def two_states(words: Sequence[str], git: str | None) -> tuple[Side, Side]:
    """The states that the words of a command name: OLD and NEW, or with `git` revisions of some paths."""
    if git is not None:
        return states_of_git(git, words)
    if len(words) != len(("OLD", "NEW")):
        raise SettingError(
            f"two states are compared, and here {'are' if len(words) != 1 else 'is'} {len(words)}",
            "write orgchart diff OLD NEW, or orgchart diff --git REV [PATH]...",
        )
    old, new = words
    if old == new == "-":
        raise SettingError("both states are standard input", "name a file for one of them")
    return (Side(name=old, roots=(old,), workspace=load(old)), Side(name=new, roots=(new,), workspace=load(new)))


def states_of_git(git: str, paths: Sequence[str]) -> tuple[Side, Side]:
    """The states of some paths at two revisions, or at one and now."""
    from orgchart.history import Repository, Snapshots

    repository = Repository.around(paths)
    roots = tuple(spot.given for spot in repository.spots)
    earlier, later = repository.between(git)
    with Snapshots(repository) as snapshots:
        before = Side(name=str(earlier), roots=roots, workspace=snapshots.workspace(earlier))
        if later is None:
            return before, Side(name="", roots=roots, workspace=load(*paths))
        return before, Side(name=str(later), roots=roots, workspace=snapshots.workspace(later))


def comparable(before: Side, after: Side, console: Console) -> tuple[tuple[Org, ...], tuple[Org, ...]]:
    """The organizations that can be compared: those all of whose files could be read on both sides.

    What could not be read is said on standard error; where a side has nothing else, that is an `InputError`.
    """
    for side in (before, after):
        _say_unread(side, console)
    gone = before.unread() | after.unread()
    if not gone:
        return before.workspace.organizations, after.workspace.organizations
    left_out = {
        str(org.id): sorted(hidden)
        for side in (before, after)
        for org in side.workspace.organizations
        if (hidden := {side.bare(path) for path in files_of(org)} & gone)
    }
    for identity, paths in left_out.items():
        console.note(f"{identity} is not compared: {', '.join(paths)} cannot be read on one side")
    old, new = (
        tuple(org for org in side.workspace.organizations if str(org.id) not in left_out) for side in (before, after)
    )
    return old, new


def files_of(org: Org) -> set[str]:
    """The paths of the files that an organization was put together from, as far as its pieces say."""
    places = [piece.place() for piece in (org, *org.units, *org.roles)]
    return {str(org.path)} | {place.path for place in places if place}


def _say_unread(side: Side, console: Console) -> None:
    workspace = side.workspace
    unread = [finding for finding in workspace.findings if finding.place.path in workspace.unread]
    for finding in unread:
        told = f"{side.shown(finding.place)}: {finding.message}"
        if not workspace.organizations and finding is unread[-1]:
            raise InputError(told, finding.hint)
        console.note(told)
    wrong = len(workspace.findings) - len(unread)
    if wrong:
        told = f"{counted(wrong, 'finding')} in {side.name or 'the files as they are'}"
        console.note(f"{told}: a value of the wrong kind counts as not written; orgchart validate shows more")
