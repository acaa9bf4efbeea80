"""The changes as frozen values that know their JSON."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from orgchart.plain import plain
from orgchart.record import EMPTY, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.graph import OrgGraph

NO_PAIRS: Mapping[int, int] = MappingProxyType({})
ACTIONS = ("added", "removed", "moved", "renamed", "changed")


class Change(Record):
    """One thing that happened to one role, with the fields it shows in, each with its old and new value.

    `role` and `title` are those of the later state, for a removed role those of the earlier one; `before` and `after`
    are its numbers in both, None where it is not there.
    """

    action: str
    role: str
    title: str
    fields: Mapping[str, tuple[Any, Any]] = EMPTY
    before: int | None = None
    after: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The change as JSON."""
        return {
            "action": self.action,
            "role": str(self.role),
            "title": str(self.title),
            "fields": _fields_json(self.fields),
        }


class UnitChange(Record):
    """One thing that happened to a listed unit, with the fields it shows in."""

    action: str
    unit: str
    fields: Mapping[str, tuple[Any, Any]] = EMPTY

    def to_json(self) -> dict[str, Any]:
        """The change as JSON."""
        return {"action": self.action, "unit": str(self.unit), "fields": _fields_json(self.fields)}


class OrgChanges(Record):
    """All that changed in one organization: its roles, its listed units, its own fields.

    `before` and `after` are its two states, one of them None where it was added or removed as a whole. `affected` are
    the numbers, in the later state, of the roles that were there before and whose chain of command is another one now.
    """

    id: str
    before: OrgGraph | None
    after: OrgGraph | None
    changes: tuple[Change, ...] = ()
    units: tuple[UnitChange, ...] = ()
    fields: Mapping[str, tuple[Any, Any]] = EMPTY
    affected: tuple[int, ...] = ()
    pairs: Mapping[int, int] = NO_PAIRS

    @property
    def action(self) -> str | None:
        """What happened to the organization as a whole: `added`, `removed`, or None where it was there before."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else None

    @property
    def empty(self) -> bool:
        """Whether nothing changed at all."""
        return not (self.action or self.changes or self.units or self.fields)

    def counts(self) -> dict[str, int]:
        """How many changes there are of each action that occurs."""
        found = Counter(change.action for change in self.changes)
        return {action: found[action] for action in ACTIONS if found[action]}

    def to_json(self) -> dict[str, Any]:
        """The changes as JSON; `affected` holds ids."""
        told: dict[str, Any] = {"id": str(self.id)}
        if self.action:
            told["action"] = self.action
        if self.fields:
            told["fields"] = _fields_json(self.fields)
        told["changes"] = [change.to_json() for change in self.changes]
        if self.units:
            told["units"] = [change.to_json() for change in self.units]
        roles = self.after.roles if self.after else ()
        told["affected"] = [str(roles[number].id) for number in self.affected]
        return told


class Changes(Record):
    """What changed between two states, organization by organization in the order of the later one."""

    organizations: tuple[OrgChanges, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing changed at all."""
        return all(one.empty for one in self.organizations)

    def to_json(self) -> dict[str, Any]:
        """The changes as JSON."""
        return {"organizations": [one.to_json() for one in self.organizations]}


def _fields_json(fields: Mapping[str, tuple[Any, Any]]) -> dict[str, list[Any]]:
    return {name: [plain(value) for value in pair] for name, pair in fields.items()}
