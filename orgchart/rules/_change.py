"""What the rules about a change share: all organizations before it and after it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from orgchart.matching import match

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from orgchart.graph import OrgGraph
    from orgchart.model import Org, Role


class Removal(NamedTuple):
    """Roles that one organization has lost: its earlier state, its later one (None: it is gone), and the roles."""

    before: Org
    after: Org | None
    roles: tuple[Role, ...]


class Change:
    """The organizations of a run, each beside its earlier state, matched by id.

    `unread` holds paths that could not be read: what stood in them before has not been taken away.
    """

    def __init__(self, before: Sequence[Org], after: Sequence[Org], unread: Collection[str] = ()) -> None:
        self._after = after
        self._unread = frozenset(unread)
        by_id: dict[str, list[Org]] = {}
        for org in before:
            by_id.setdefault(org.id, []).append(org)
        self._before: dict[int, Org] = {}
        for org in after:
            same = by_id.get(org.id)
            if same:
                here = next((place for place, one in enumerate(same) if one.path == org.path), 0)
                self._before[id(org)] = same.pop(here)
        self._gone = [org for same in by_id.values() for org in same]

    def before(self, org: Org) -> Org | None:
        """The earlier state of an organization, or None where it is new."""
        return self._before.get(id(org))

    @cached_property
    def removals(self) -> list[Removal]:
        """What was taken away, the greatest loss first."""
        found = []
        for org in self._after:
            before = self.before(org)
            if before is not None:
                lost = tuple(before.roles[number] for number in match(before, org).removed)
                found.append(Removal(before, org, self._lost(lost)))
        found += [Removal(org, None, self._lost(org.roles)) for org in self._gone]
        return sorted((one for one in found if one.roles), key=lambda one: -len(one.roles))

    def _lost(self, roles: tuple[Role, ...]) -> tuple[Role, ...]:
        if not self._unread:
            return roles
        places = ((role, role.place()) for role in roles)
        return tuple(role for role, place in places if place is None or place.path not in self._unread)

    @cached_property
    def speaker(self) -> Org | None:
        """The organization in whose file a finding about the whole change stands: the one that lost most."""
        return next((one.after for one in self.removals if one.after is not None), next(iter(self._after), None))


def top(graph: OrgGraph) -> int | None:
    """The role that leads most of all, however far, and has no superior; None where nobody leads."""
    tops = [number for number, superiors in enumerate(graph.superiors) if not superiors and graph.reports[number]]
    return max(tops, key=lambda number: (graph.totals[number], -number), default=None)


def replaced_top(earlier: OrgGraph, pairs: Mapping[int, int], graph: OrgGraph) -> tuple[int, int] | None:
    """The earlier top and the one in its place, where it is gone or has got a superior; else None.

    A top that stands in a loop now has no other one in its place.
    """
    old = top(earlier)
    if old is None:
        return None
    now = pairs.get(old)
    if now is None:
        new = top(graph)
        return None if new is None else (old, new)
    if not graph.superiors[now]:
        return None
    chain, loop = graph.chain(now)
    return None if loop else (old, chain[-1])
