"""The history of one role: when it came, moved, was renamed, changed and went, with the commit that did it.

Commits are walked from the newest to the oldest, so that a role can be followed into its past: by written id, by title,
and through renames by `previously`. Every commit is compared with the ones before it; a merge counts only where it made
something that none of its sides had. A commit at which the organization cannot be read is named and stepped over: the
next one is compared with those before it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from orgchart.changes.comparing import Comparison
from orgchart.changes.pairing import pairs_of
from orgchart.changes.values import OrgChanges
from orgchart.errors import UnknownNameError
from orgchart.history.commits import commits_of
from orgchart.history.repository import Repository, Revision
from orgchart.history.snapshots import AbsentError, Snapshots
from orgchart.loading import Workspace
from orgchart.matching import match
from orgchart.names import Nearest, level
from orgchart.pausing import paused_collector
from orgchart.queries.finding import AmbiguousNameError, find_roles
from orgchart.record import Record
from orgchart.reporters.changes.sentences import sentence

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from orgchart.changes.values import Change
    from orgchart.history.commits import Commit
    from orgchart.model import Org, Role

EMPTY = Workspace(organizations=())


class Event(Record):
    """What one commit did to the role: its changes as JSON, and each in words."""

    commit: Commit
    title: str
    changes: tuple[dict[str, Any], ...]
    words: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        """The event as JSON."""
        commit = self.commit
        return {
            "revision": commit.name,
            "date": commit.date,
            "author": commit.author,
            "subject": commit.subject,
            "changes": [
                {"action": change["action"], "title": change["title"], "fields": change["fields"]}
                for change in self.changes
            ],
        }


class RoleHistory(Record):
    """The events of one role, newest first; `id` and `title` are those it has, or had at last."""

    organization: str
    id: str
    title: str
    events: tuple[Event, ...]

    def to_json(self) -> dict[str, Any]:
        """The history as JSON."""
        return {
            "organization": self.organization,
            "role": {"id": self.id, "title": self.title},
            "history": [event.to_json() for event in self.events],
        }


class Skipped(Record):
    """A commit at which the organization could not be read, and why."""

    commit: Commit
    message: str

    def to_json(self) -> dict[str, Any]:
        """The commit as JSON."""
        return {"revision": self.commit.name, "date": self.commit.date, "message": self.message}


class History(Record):
    """The histories of the roles that a name means, the commits that were stepped over, how many were looked at.

    `whole` is false where the clone is shallow: what is older is not there.
    """

    roles: tuple[RoleHistory, ...]
    skipped: tuple[Skipped, ...]
    revisions: int
    whole: bool = True

    def to_json(self) -> dict[str, Any]:
        """The history as JSON."""
        return {
            "answers": [role.to_json() for role in self.roles],
            "revisions": self.revisions,
            "skipped": [commit.to_json() for commit in self.skipped],
            "shallow": not self.whole,
        }


@paused_collector()
def role_history(role: str, *paths: str | os.PathLike[str], at: str = "HEAD") -> History:
    """The history of a role up to a revision, of the organizations at some paths (default: the folder `org`).

    Raises `UnknownNameError` where no commit has such a role, or its name means several; `InputError` where there is
    no git repository or no such revision.
    """
    repository = Repository.around(paths)
    start = repository.revision(at)
    name, asked = role, {role}
    while True:
        walk = _Walk(repository, name)
        try:
            return walk.through(start)
        except _OtherNameError as other:
            if other.name in asked:
                raise UnknownNameError(f"there is no role {role}", "ask for it by its id") from other
            name = other.name
            asked.add(name)


class _OtherNameError(Exception):
    """The role is called otherwise in newer commits, where it has to be looked for by that id."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Target:
    """One role that is followed: who it was last seen as, the files of its organization, what happened to it."""

    def __init__(self, org: Org, number: int) -> None:
        role = org.roles[number]
        self.organization, self.id, self.title = str(org.id), str(role.id), str(role.title)
        self.seen: Role = role
        self.files: set[str] = set()
        self.events: list[tuple[int, Event]] = []

    def history(self) -> RoleHistory:
        """What happened to the role, the newest first."""
        events = [event for _order, event in sorted(self.events, key=lambda found: found[0])]
        return RoleHistory(organization=self.organization, id=self.id, title=self.title, events=tuple(events))

    def saw(self, org: Org, role: Role) -> None:
        """Note who the role is in an older commit, and which files its organization has there."""
        self.seen = role
        places = [piece.node.place.path for piece in org.roles if piece.node]
        self.files |= {str(org.path), *places}


class _Step:
    """A commit that waits for the ones before it: its organizations, and where each target stands in them."""

    def __init__(self, order: int, commit: Commit, organizations: tuple[Org, ...]) -> None:
        self.order = order
        self.commit = commit
        self.organizations = organizations
        self.stands: dict[int, tuple[Org, int]] = {}
        self.left = 0
        self.found: dict[int, list[Event | None]] = defaultdict(list)


class _Walk:
    """One walk from a commit into the past, looking for a name and following the roles it means."""

    def __init__(self, repository: Repository, name: str) -> None:
        self.repository = repository
        self.name = name
        self.targets: list[_Target] = []
        self.skipped: list[Skipped] = []
        self.waiting: dict[str, list[_Step]] = defaultdict(list)
        self.newest: tuple[Org, ...] | None = None
        self.revisions = 0

    def through(self, start: Revision) -> History:
        """Walk through all commits."""
        with Snapshots(self.repository, without_places=True) as snapshots:
            for commit in commits_of(self.repository, start):
                self.revisions += 1
                self._visit(commit, snapshots)
        if not self.targets:
            raise self._nobody()
        return History(
            roles=tuple(target.history() for target in self.targets),
            skipped=tuple(self.skipped),
            revisions=self.revisions,
            whole=not self.repository.is_shallow,
        )

    def _visit(self, commit: Commit, snapshots: Snapshots) -> None:
        try:
            workspace = snapshots.workspace(Revision(commit.name, commit.name))
        except AbsentError:
            workspace = EMPTY
        children = self.waiting.pop(commit.name, [])
        trouble = self._trouble(workspace)
        if trouble:
            self.skipped.append(Skipped(commit=commit, message=trouble))
            self._pass_on(commit, children)
            return
        step = _Step(self.revisions, commit, workspace.organizations)
        if self.newest is None:
            self.newest = workspace.organizations
        if not self.targets:
            self._discover(step, children)
        for number, target in enumerate(self.targets):
            self._follow(number, target, step, children)
        for child in children:
            self._done(child)
        step.left = len(commit.parents)
        for parent in commit.parents:
            self.waiting[parent].append(step)
        if not commit.parents:
            for number in step.stands:
                step.found[number].append(self._first(step, number))
            step.left = 1
            self._done(step)

    # What cannot be read

    def _trouble(self, workspace: Workspace) -> str:
        """Why a commit says nothing about the targets, or nothing about where they are; empty where it does."""
        if not workspace.unread:
            return ""
        known = {str(org.id) for org in workspace.organizations}
        hidden = set(workspace.unread)
        concerned = not self.targets or any(
            target.organization not in known or target.files & hidden for target in self.targets
        )
        if not concerned or (not self.targets and _seek(workspace.organizations, self.name, newest=False)):
            return ""
        first = next(finding for finding in workspace.findings if finding.place.path in hidden)
        return f"{first.place}: {first.message}"

    def _pass_on(self, commit: Commit, children: Sequence[_Step]) -> None:
        """Let those who wait for a commit that cannot be read wait for the ones before it."""
        for child in children:
            child.left += len(commit.parents)
            for parent in commit.parents:
                self.waiting[parent].append(child)
            if not commit.parents:
                for number in child.stands:
                    child.found[number].append(self._first(child, number))
            self._done(child)

    # Who is meant

    def _discover(self, step: _Step, children: Sequence[_Step]) -> None:
        newest = step.organizations is self.newest
        for org, number in _seek(step.organizations, self.name, newest=newest):
            for child in children:
                later = _pair(org, child.organizations)
                found = None if later is None else match(org, later).pairs.get(number)
                if later is not None and found is not None:
                    raise _OtherNameError(str(later.roles[found].id))
            self.targets.append(_Target(org, number))

    def _follow(self, place: int, target: _Target, step: _Step, children: Sequence[_Step]) -> None:
        """Find a target in a commit through those after it, and compare them."""
        comparisons = [(child, _comparison(child.stands.get(place), step.organizations)) for child in children]
        for child, comparison in comparisons:
            if comparison is not None and place in child.stands and place not in step.stands:
                earlier = comparison.matching.back.get(child.stands[place][1])
                if earlier is not None:
                    step.stands[place] = (comparison.old.org, earlier)
        if place not in step.stands:
            self._look_again(place, target, step)
        if place in step.stands:
            org, number = step.stands[place]
            target.saw(org, org.roles[number])
        for child, comparison in comparisons:
            child.found[place].append(self._event(place, step, child, comparison))

    def _look_again(self, place: int, target: _Target, step: _Step) -> None:
        """Find a target that no later commit has: by the id, else the title it had when it was last seen."""
        for org in step.organizations:
            if str(org.id) == target.organization:
                for key in ("id", "title"):
                    for number, role in enumerate(org.roles):
                        if getattr(role, key) == getattr(target.seen, key):
                            step.stands[place] = (org, number)
                            return

    # What happened

    def _event(self, place: int, step: _Step, child: _Step, comparison: Comparison | None) -> Event | None:
        """What a commit did to a target, compared with one before it; None where that is nothing."""
        if comparison is None:
            if place not in step.stands:
                return None
            org, number = step.stands[place]
            later = _pair(org, child.organizations)
            return _told(child.commit, Comparison(org, later), before=number)
        return _told(child.commit, comparison, after=child.stands[place][1])

    def _first(self, step: _Step, place: int) -> Event | None:
        org, number = step.stands[place]
        return _told(step.commit, Comparison(None, org), after=number)

    def _done(self, step: _Step) -> None:
        """Count a commit before; with the last of them, keep what none of them had yet."""
        step.left -= 1
        if step.left > 0:
            return
        for place, found in step.found.items():
            first = found[0]
            if first is not None and all(found):
                self.targets[place].events.append((step.order, first))

    def _nobody(self) -> UnknownNameError:
        known = [label for org in self.newest or () for role in org.roles for label in (role.id, role.title)]
        near = Nearest(known).to(self.name)
        hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names the roles of today"
        if self.skipped:
            hint += f"; {len(self.skipped)} revisions could not be read"
        return UnknownNameError(f"no revision has a role {self.name}", hint)


def _told(
    commit: Commit, comparison: Comparison, *, before: int | None = None, after: int | None = None
) -> Event | None:
    changes: list[Change] = list(comparison.of_role(before=before, after=after))
    if not changes:
        return None
    of = OrgChanges(id="", before=comparison.old, after=comparison.new)
    return Event(
        commit=commit,
        title=str(changes[0].title),
        changes=tuple(change.to_json() for change in changes),
        words=tuple((change.action, sentence(of, change)) for change in changes),
    )


def _comparison(stands: tuple[Org, int] | None, earlier: Sequence[Org]) -> Comparison | None:
    """A later organization, if the role stands in it, compared with its state in an earlier commit."""
    return None if stands is None else Comparison(_pair(stands[0], earlier), stands[0])


def _pair(org: Org, others: Sequence[Org]) -> Org | None:
    """The organization of another commit that is this one."""
    return next((other for other, one in pairs_of(others, (org,)) if one is org), None)


def _seek(organizations: Sequence[Org], name: str, *, newest: bool) -> list[tuple[Org, int]]:
    """The roles a name means in one commit: in full, else by an earlier title; in the newest one also in part."""
    wanted = level(name)
    several: AmbiguousNameError | None = None
    found: list[tuple[Org, int]] = []
    try:
        found = [(match.org, number) for match in find_roles(organizations, name) for number in match.roles]
    except AmbiguousNameError as error:
        several = error
    except UnknownNameError:
        pass
    whole = [one for one in found if wanted in set(map(level, _labels(one)))]
    if whole:
        return whole
    earlier = list(_formerly(organizations, wanted))
    if earlier or not newest:
        return earlier
    if several is not None:
        raise several
    return found


def _labels(one: tuple[Org, int]) -> tuple[str, ...]:
    role = one[0].roles[one[1]]
    return (role.id, role.title, *role.aliases)


def _formerly(organizations: Sequence[Org], wanted: str) -> Iterator[tuple[Org, int]]:
    for org in organizations:
        for number, role in enumerate(org.roles):
            if role.previously and any(level(name) == wanted for name in role.previously):
                yield org, number
