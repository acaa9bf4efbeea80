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
    from collections.abc import Iterable, Sequence

    from orgchart.model import Org, Role

LISTED = 20


class Found(Record):
    """The roles and the units of one organization that a name means, by number."""

    org: Org
    roles: tuple[int, ...] = ()
    units: tuple[int, ...] = ()


class Candidate(Record):
    """One of several roles or units that a name may mean."""

    organization: str
    id: str
    title: str

    def to_json(self) -> dict[str, str]:
        """The candidate as JSON."""
        return {"organization": str(self.organization), "id": str(self.id), "title": str(self.title)}


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
    title_is_id = [number for number in by_kind[0] if not org.roles[number].written_id]
    roles = sorted(by_kind[0] + by_kind[1]) if title_is_id else next((kind for kind in by_kind if kind), [])
    as_written = [number for number in roles if name in {org.roles[number].id, org.roles[number].title}]
    units = _units(org, wanted) if with_units else ()
    if roles or units:
        return Found(org=org, roles=tuple(as_written or roles), units=units)
    return None


def _units(org: Org, wanted: str) -> tuple[int, ...]:
    named = [number for number, unit in enumerate(org.units) if level(unit.name) == wanted]
    aliased = [number for number, unit in enumerate(org.units) if any(level(alias) == wanted for alias in unit.aliases)]
    return tuple(named or aliased)


def _part(org: Org, wanted: str, *, with_units: bool) -> Found | None:
    roles = tuple(
        number for number, role in enumerate(org.roles) if any(wanted in level(name) for name in _labels(role))
    )
    units = tuple(
        number
        for number, unit in enumerate(org.units)
        if with_units and any(wanted in level(name) for name in (unit.name, *unit.aliases))
    )
    return Found(org=org, roles=roles, units=units) if roles or units else None


def _labels(role: Role) -> Iterable[str]:
    return (role.id, role.title, *role.aliases)


def _refuse_several(found: list[Found], name: str, *, partly: bool) -> None:
    """Refuse different titles: of one organization, or, where the name is only a part of them, of several."""
    for group in [found] if partly else [[match] for match in found]:
        labels = {str(match.org.roles[number].title) for match in group for number in match.roles}
        labels |= {f"unit {match.org.units[number].name}" for match in group for number in match.units}
        if len(labels) > 1:
            raise _ambiguous([*_candidates(group)], name)


def _candidates(found: Iterable[Found]) -> Iterable[Candidate]:
    for match in found:
        for number in match.roles:
            role = match.org.roles[number]
            yield Candidate(organization=match.org.id, id=role.id, title=role.title)
        for number in match.units:
            unit = match.org.units[number]
            yield Candidate(organization=match.org.id, id=unit.name, title=unit.name)


def _ambiguous(candidates: list[Candidate], name: str) -> AmbiguousNameError:
    return AmbiguousNameError(
        f"{name} fits {len(candidates)} different ones", "name one of them in full, or by its id", candidates
    )


def _nobody(organizations: Sequence[Org], name: str, *, with_units: bool) -> UnknownNameError:
    known = [label for org in organizations for role in org.roles for label in _labels(role)]
    if with_units:
        known += [label for org in organizations for unit in org.units for label in (unit.name, *unit.aliases)]
    near = Nearest(known).to(name)
    what = "role or unit" if with_units else "role"
    if len(organizations) == 1:
        where = f"in {organizations[0].id}"
    else:
        where = f"in these {len(organizations)} organizations" if organizations else "here"
    hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names them all"
    return UnknownNameError(f"there is no {what} {name} {where}", hint)
