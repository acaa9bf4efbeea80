"""One organization in two states: its roles matched, their fields compared, the reach of the changes worked out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from orgchart.changes.pairing import unit_pairs
from orgchart.changes.values import ACTIONS, Change, OrgChanges, UnitChange
from orgchart.graph import OrgGraph
from orgchart.matching import match
from orgchart.model import Org, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from orgchart.matching import Matching
    from orgchart.model import Unit

Pair = tuple[Any, Any]
TOLD_OTHERWISE = frozenset({"id", "title", "reports_to", "unit", "node", "written_id", "extras", "previously"})
NAMED_BY = {
    "coordinates_with": "party",
    "deputy": "role",
    "escalates_to": "role",
    "reporting_duties": "to",
    "dotted_line_to": None,
    "supervises": None,
    "concurrently": None,
    "approvals": "by",
}
"""Fields that name other roles, and where in their pieces the name stands."""
UNIT_OTHERWISE = frozenset({"name", "part_of", "node", "extras"})
ORG_OTHERWISE = frozenset({"id", "name", "path", "node", "extras", "units", "roles"})
NOBODY = Org(id="", name="")


class Comparison:
    """Two states of one organization; one of them may be missing."""

    def __init__(self, before: Org | None, after: Org | None) -> None:
        self.old = OrgGraph(before or NOBODY)
        self.new = OrgGraph(after or NOBODY)
        self.before, self.after = before, after
        self.matching: Matching = match(self.old.org, self.new.org)

    def changes(self) -> OrgChanges:
        """All that changed, by action and then in the order of the files; removed roles as they stood before."""
        org = self.after or self.before or NOBODY
        order = {action: place for place, action in enumerate(ACTIONS)}
        whole = self.before is not None and self.after is not None
        return OrgChanges(
            id=str(org.id),
            before=self.old if self.before else None,
            after=self.new if self.after else None,
            changes=tuple(sorted(self._role_changes(), key=lambda change: order[change.action])),
            units=tuple(self._unit_changes()),
            fields=self._own_fields() if whole else {},
            affected=tuple(self.affected()),
            pairs=self.matching.pairs,
        )

    def _own_fields(self) -> dict[str, Pair]:
        """What the two states say of the organization itself; a name that only the file has is none."""
        one, other = (None if org.name == org.id else org.name for org in (self.old.org, self.new.org))
        renamed = {"name": (one, other)} if one != other else {}
        return {**renamed, **dict(_differences(self.old.org, self.new.org, ORG_OTHERWISE))}

    # Roles

    def _role_changes(self) -> Iterator[Change]:
        for number in self.matching.added:
            yield self._whole("added", self.new, number)
        for number in self.matching.removed:
            yield self._whole("removed", self.old, number)
        for later, earlier in self.matching.back.items():
            yield from self._of_pair(earlier, later)

    def of_role(self, *, before: int | None = None, after: int | None = None) -> Iterator[Change]:
        """What happened to one role, given by its number in one of the states."""
        earlier = self.matching.back.get(after) if after is not None else before
        later = after if before is None else self.matching.pairs.get(before)
        if earlier is not None and later is not None:
            yield from self._of_pair(earlier, later)
        elif later is not None:
            yield self._whole("added", self.new, later)
        elif earlier is not None:
            yield self._whole("removed", self.old, earlier)

    def _of_pair(self, earlier: int, later: int) -> Iterator[Change]:
        one, other = self.old.roles[earlier], self.new.roles[later]
        moved = self._moved(earlier, later)
        renamed = {"title": (one.title, other.title)} if one.title != other.title else {}
        changed = self._changed(earlier, later)
        for action, fields in (("moved", moved), ("renamed", renamed), ("changed", changed)):
            if fields:
                yield Change(
                    action=action, role=other.id, title=other.title, fields=fields, before=earlier, after=later
                )

    def _whole(self, action: str, graph: OrgGraph, number: int) -> Change:
        """A role that came or went, with the place it has or had."""
        role = graph.roles[number]
        later = action == "added"
        places = {"reports_to": _superior_name(graph, number), "unit": next(iter(role.unit), None)}
        fields = {
            name: (None, value) if later else (value, None) for name, value in places.items() if value is not None
        }
        numbers = {"after": number} if later else {"before": number}
        return Change(action=action, role=role.id, title=role.title, fields=fields, **numbers)

    def _moved(self, earlier: int, later: int) -> dict[str, Pair]:
        """Whether the primary superior or the first unit is another one."""
        fields: dict[str, Pair] = {}
        if self._superior_moved(earlier, later):
            fields["reports_to"] = (_superior_name(self.old, earlier), _superior_name(self.new, later))
        here, there = self.old.roles[earlier].unit, self.new.roles[later].unit
        if here[:1] != there[:1] and not (here and there and self._same_unit(here[0], there[0])):
            fields["unit"] = (next(iter(here), None), next(iter(there), None))
        return fields

    def _superior_moved(self, earlier: int, later: int) -> bool:
        above, now = self.old.superiors[earlier], self.new.superiors[later]
        if above and now:
            return self.matching.pairs.get(above[0]) != now[0]
        return bool(above) != bool(now)

    def _same_unit(self, one: str, other: str) -> bool:
        """Whether two names mean one unit: by its aliases, which may keep the name it had before."""
        return _unit_name(self.new, _unit_name(self.old, one)) == _unit_name(self.new, other)

    def _changed(self, earlier: int, later: int) -> dict[str, Pair]:
        """Every other field that has another value."""
        one, other = self.old.roles[earlier], self.new.roles[later]
        if one.__dict__ == other.__dict__:
            return {}
        fields: dict[str, Pair] = {}
        if one.id != other.id and (one.written_id or other.written_id):
            fields["id"] = (one.id if one.written_id else None, other.id if other.written_id else None)
        if one.reports_to != other.reports_to and self._further_changed(earlier, later):
            fields["reports_to"] = (one.reports_to, other.reports_to)
        if one.unit[1:] != other.unit[1:]:
            fields["unit"] = (one.unit, other.unit)
        if one.previously != other.previously and (one.title == other.title or one.title not in other.previously):
            fields["previously"] = (one.previously, other.previously)
        for name, (value, now) in _differences(one, other, TOLD_OTHERWISE):
            if name in NAMED_BY and self._follows(name, value, now):
                continue
            fields[name] = (value, now)
        return fields

    def _further_changed(self, earlier: int, later: int) -> bool:
        """Whether `reports_to` says more than a move does: about further superiors, or in names that mean nobody."""
        one, other = self.old.roles[earlier].reports_to, self.new.roles[later].reports_to
        here = [self._meant(self.old, name) for name in one]
        there = [self._meant(self.new, name) for name in other]
        if len(here) <= 1 and len(there) <= 1:
            return here != there and not self._superior_moved(earlier, later)
        return here[1:] != there[1:] or (here[:1] != there[:1] and not self._superior_moved(earlier, later))

    def _follows(self, field: str, value: Any, now: Any) -> bool:
        """Whether names only follow the renames of whom they mean."""
        if not self._names_move or value is None or now is None:
            return False
        key = NAMED_BY[field]
        return [self._with_meaning(self.old, item, key) for item in value] == [
            self._with_meaning(self.new, item, key) for item in now
        ]

    @cached_property
    def _names_move(self) -> bool:
        """Whether anybody who stayed answers to another title or id now."""
        return bool(self.matching.renamed) or any(
            self.old.roles[earlier].id != self.new.roles[later].id for later, earlier in self.matching.back.items()
        )

    def _with_meaning(self, graph: OrgGraph, item: Any, key: str | None) -> Any:
        if isinstance(item, str):
            return self._meant(graph, item)
        if isinstance(item, Piece) and key is not None:
            named = getattr(item, key)
            if isinstance(named, tuple):
                return item.replace(**{key: tuple(self._meant(graph, name) for name in named)})
            return item if named is None else item.replace(**{key: self._meant(graph, named)})
        return item

    def _meant(self, graph: OrgGraph, name: str) -> str | int:
        """The later number of the role a name means, or the name itself where it means nobody who stayed."""
        found = graph.candidates(name)
        if len(found) != 1:
            return str(name)
        return found[0] if graph is self.new else self.matching.pairs.get(found[0], str(name))

    # Reach

    def affected(self) -> Iterator[int]:
        """The roles of both states whose chain of command is another one now, in the order of the later files.

        A chain is another one where any line of it is: a role's own primary line, or one above it.
        """
        below: list[list[int]] = [[] for _ in self.new.roles]
        for number, superiors in enumerate(self.new.superiors):
            if superiors:
                below[superiors[0]].append(number)
        waiting = [later for later, earlier in self.matching.back.items() if self._superior_moved(earlier, later)]
        reached = set(waiting)
        while waiting:
            for report in below[waiting.pop()]:
                if report not in reached:
                    reached.add(report)
                    waiting.append(report)
        return (number for number in self.matching.back if number in reached)

    # Units

    def _unit_changes(self) -> Iterator[UnitChange]:
        for one, other in unit_pairs(self.old.units, self.new.units):
            if one is None or other is None:
                unit = one or other
                if unit is not None:
                    yield UnitChange(action="added" if one is None else "removed", unit=unit.name)
            else:
                yield from self._of_unit(one, other)

    def _of_unit(self, one: Unit, other: Unit) -> Iterator[UnitChange]:
        if one.name != other.name:
            yield UnitChange(action="renamed", unit=other.name, fields={"name": (one.name, other.name)})
        here, there = one.part_of, other.part_of
        if here != there and not (here and there and self._same_unit(here, there)):
            yield UnitChange(action="moved", unit=other.name, fields={"part_of": (here, there)})
        fields = {
            name: pair for name, pair in _differences(one, other, UNIT_OTHERWISE) if not self._unit_follows(name, pair)
        }
        if fields:
            yield UnitChange(action="changed", unit=other.name, fields=fields)

    def _unit_follows(self, field: str, pair: Pair) -> bool:
        if field == "head":
            pair = tuple(() if name is None else (name,) for name in pair)  # type: ignore[assignment]
        elif field == "coordinates_with":
            return self._follows(field, *pair)
        elif field != "reports_to":
            return False
        return self._follows("supervises", *pair)


def _superior_name(graph: OrgGraph, number: int) -> str | None:
    """The primary superior of a role as the role itself names it, else by its id."""
    above = graph.primary(number)
    if above is None:
        return None
    stated = graph.lines[above, number].reports_to
    return str(graph.roles[above].id) if stated is None else str(stated)


def _unit_name(graph: OrgGraph, name: str) -> str:
    found = graph.unit_candidates(name)
    return str(graph.units[found[0]].name) if len(found) == 1 else str(name)


def _differences(one: Piece, other: Piece, but: frozenset[str]) -> Iterator[tuple[str, Pair]]:
    """The fields of two pieces of a kind that differ, also those that begin with x-, in the order of the later one."""
    written: Mapping[str, None] = dict.fromkeys([*vars(other), *vars(one)])
    for name in written:
        if name not in but:
            value, now = getattr(one, name), getattr(other, name)
            if value != now:
                yield name, (value, now)
    for name in dict.fromkeys([*other.extras, *one.extras]):
        value, now = one.extras.get(name), other.extras.get(name)
        if value != now:
            yield name, (value, now)
