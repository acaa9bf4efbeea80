"""Who is meant: roles and units found by id, title, alias, or a part of one.

Within an organization the best kind of match counts: an id before a title, a title before an alias. Parts count only
where no organization has a better match. Width, case, spaces and traditional characters do not matter. A role is never
chosen for the user: where several different titles fit, all of them are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.errors import UnknownNameError
from orgchart.names import Nearest, level
from orgchart.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orgchart.model import Org, Role

LISTED = 20


class Found(Record):
    """The roles of one organization that a name means, by number, and the units, by name."""

    org: Org
    roles: tuple[int, ...] = ()
    units: tuple[str, ...] = ()


class Candidate(Record):
    """One of several roles or units that a name may mean."""

    organization: str
    id: str
    title: str
    kind: str = "role"

    def to_json(self) -> dict[str, str]:
        """The candidate as JSON."""
        named = {"organization": str(self.organization), "id": str(self.id), "title": str(self.title)}
        return named if self.kind == "role" else {**named, "kind": self.kind}


class AmbiguousNameError(UnknownNameError):
    """A name fits several roles of different titles; `candidates` are all of them."""

    def __init__(self, message: str, hint: str, candidates: Sequence[Candidate]) -> None:
        super().__init__(message, hint)
        self.candidates = tuple(candidates)


def find_roles(organizations: Sequence[Org], name: str) -> list[Found]:
    """The roles a name means, per organization; raises `UnknownNameError` where it means none or different ones."""
    return _find(organizations, name, with_units=False)


def find_roles_or_units(organizations: Sequence[Org], name: str) -> list[Found]:
    """The roles or units a name means, per organization; raises `UnknownNameError` like `find_roles`."""
    return _find(organizations, name, with_units=True)


def _find(organizations: Sequence[Org], name: str, *, with_units: bool) -> list[Found]:
    wanted = level(name)
    if not wanted:
        raise UnknownNameError("the name is empty", "name a role, such as 总经理")
    found = [match for org in organizations if (match := _whole(org, name, wanted, with_units=with_units))]
    partly = not found
    if partly:
        found = [match for org in organizations if (match := _part(org, wanted, with_units=with_units))]
    if not found:
        raise _nobody(organizations, name, with_units=with_units)
    _refuse_several(found, name, partly=partly)
    return found


def _whole(org: Org, name: str, wanted: str, *, with_units: bool) -> Found | None:
    by_kind: tuple[list[int], list[int], list[int]] = ([], [], [])
    for number, role in enumerate(org.roles):
        if level(role.id) == wanted:
            by_kind[0].append(number)
        elif level(role.title) == wanted:
            by_kind[1].append(number)
        elif any(level(alias) == wanted for alias in role.aliases):
            by_kind[2].append(number)
    written = [number for number in by_kind[0] if org.roles[number].written_id]
    roles = written or sorted(by_kind[0] + by_kind[1]) or by_kind[2]
    as_written = [number for number in roles if name in {org.roles[number].id, org.roles[number].title}]
    units = _units(org, wanted) if with_units else ()
    if roles or units:
        return Found(org=org, roles=tuple(as_written or roles), units=units)
    return None


def _units(org: Org, wanted: str) -> tuple[str, ...]:
    for by_alias in (False, True):
        found = [unit for name, unit, is_alias in _unit_labels(org) if is_alias is by_alias and level(name) == wanted]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


def _unit_labels(org: Org) -> Iterator[tuple[str, str, bool]]:
    """Each name of a unit, the unit, whether it is an alias; listed units first, then those that only roles name."""
    known: set[str] = set()
    for unit in org.units:
        for name in (unit.name, *unit.aliases):
            known.add(str(name))
            yield str(name), str(unit.name), name is not unit.name
    for role in org.roles:
        for name in role.unit:
            if str(name) not in known:
                known.add(str(name))
                yield str(name), str(name), False


def _part(org: Org, wanted: str, *, with_units: bool) -> Found | None:
    roles = tuple(
        number for number, role in enumerate(org.roles) if any(wanted in level(name) for name in _labels(role))
    )
    units: list[str] = []
    if with_units:
        units = [unit for name, unit, _is_alias in _unit_labels(org) if wanted in level(name)]
    return Found(org=org, roles=roles, units=tuple(dict.fromkeys(units))) if roles or units else None


def _labels(role: Role) -> Iterable[str]:
    return (role.id, role.title, *role.aliases)


def _refuse_several(found: list[Found], name: str, *, partly: bool) -> None:
    """Refuse different titles: of one organization, or, where the name is only a part of them, of several."""
    for group in [found] if partly else [[match] for match in found]:
        labels = {str(match.org.roles[number].title) for match in group for number in match.roles}
        labels |= {unit for match in group for unit in match.units}
        if len(labels) > 1:
            raise _ambiguous([*_candidates(group)], name)


def _candidates(found: Iterable[Found]) -> Iterable[Candidate]:
    for match in found:
        for number in match.roles:
            role = match.org.roles[number]
            yield Candidate(organization=match.org.id, id=role.id, title=role.title)
        for unit in match.units:
            yield Candidate(organization=match.org.id, id=unit, title=unit, kind="unit")


def _ambiguous(candidates: list[Candidate], name: str) -> AmbiguousNameError:
    return AmbiguousNameError(
        f"{name} fits {len(candidates)} different ones", "name one of them in full, or by its id", candidates
    )


def _nobody(organizations: Sequence[Org], name: str, *, with_units: bool) -> UnknownNameError:
    known = [label for org in organizations for role in org.roles for label in _labels(role)]
    if with_units:
        known += [name for org in organizations for name, _unit, _is_alias in _unit_labels(org)]
    near = Nearest(known).to(name)
    what = "role or unit" if with_units else "role"
    if len(organizations) == 1:
        where = f"in {organizations[0].id}"
    else:
        where = f"in these {len(organizations)} organizations" if organizations else "here"
    hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names them all"
    return UnknownNameError(f"there is no {what} {name} {where}", hint)
