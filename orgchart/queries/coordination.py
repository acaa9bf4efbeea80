"""Questions about coordination, seen from one side: out is stated by the asked one, in by the other, both by both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.queries.answers import Partner, Partners, unit_of

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph, Relation

End = tuple[str, object]


def partners_of_role(graph: OrgGraph, role: int) -> Partners:
    """With whom a role coordinates, its own statements first, then those of others."""
    own = [relation for relation in graph.relations if relation.role == role]
    others = [relation for relation in graph.relations if relation.to_role == role and relation.role != role]
    return Partners(graph=graph, role=role, partners=tuple(_seen_from(graph, [("role", role)], own, others)))


def partners_of_unit(graph: OrgGraph, unit: str) -> Partners:
    """With whom a unit and the roles in it coordinate outside the unit; units inside it count as part of it.

    The unit is given by its name; it need not be listed.
    """
    names = _names_inside(graph, unit)
    ends: list[End] = [("unit", number) for number, listed in enumerate(graph.units) if str(listed.name) in names]
    ends += [("name", name) for name in names]
    ends += [("role", number) for number, role in enumerate(graph.roles) if any(name in names for name in role.unit)]
    inside = set(ends)
    own = [relation for relation in graph.relations if _from(relation) in inside and _to(relation) not in inside]
    others = [relation for relation in graph.relations if _to(relation) in inside and _from(relation) not in inside]
    return Partners(graph=graph, unit=unit, partners=tuple(_seen_from(graph, ends, own, others)))


def _names_inside(graph: OrgGraph, unit: str) -> dict[str, None]:
    """The names of a unit and of all units in it, aliases too."""
    labels: dict[str, list[str]] = {}
    inner: dict[str, list[str]] = {}
    for listed in graph.units:
        labels.setdefault(str(listed.name), []).extend(str(alias) for alias in listed.aliases)
        if listed.part_of:
            inner.setdefault(str(listed.part_of), []).append(str(listed.name))
    found = {unit: None}
    following = [unit]
    for name in following:
        further = [label for label in (*labels.get(name, ()), *inner.get(name, ())) if label not in found]
        found.update(dict.fromkeys(further))
        following += further
    return found


def _seen_from(graph: OrgGraph, ends: list[End], own: list[Relation], others: list[Relation]) -> list[Partner]:
    place = {end: number for number, end in enumerate(ends)}
    stated_back = {(_to(relation), _from(relation)) for relation in others}
    stated = {(_from(relation), _to(relation)) for relation in own}
    seen = []
    for relation in own:
        here, there = _from(relation), _to(relation)
        both = "both" if (here, there) in stated_back else "out"
        seen.append((place[here], _partner(graph, relation, here, there, both)))
    for relation in others:
        here, there = _to(relation), _from(relation)
        if (here, there) not in stated:
            seen.append((place[here], _partner(graph, relation, here, there, "in")))
    return [partner for _place, partner in sorted(seen, key=lambda one: one[0])]


def _partner(graph: OrgGraph, relation: Relation, here: End, there: End, direction: str) -> Partner:
    kind, number = there
    name = str(number)
    if kind == "role" and isinstance(number, int):
        name = str(graph.roles[number].title)
    elif kind == "unit" and isinstance(number, int):
        name = str(graph.units[number].name)
    return Partner(
        relation=relation,
        party=name,
        kind=kind if kind in {"role", "unit"} else _kind(relation),
        scope=_scope(graph, relation),
        direction=direction,
        role=here[1] if here[0] == "role" and isinstance(here[1], int) else None,
        other=number if kind == "role" and isinstance(number, int) else None,
    )


def _from(relation: Relation) -> End:
    return ("role", relation.role) if relation.role is not None else ("unit", relation.unit)


def _to(relation: Relation) -> End:
    if relation.to_role is not None:
        return ("role", relation.to_role)
    if relation.to_unit is not None:
        return ("unit", relation.to_unit)
    return ("outside" if relation.outside else "name", str(relation.party))


def _kind(relation: Relation) -> str:
    """What a party is that nobody listed: what the statement says, else somebody outside."""
    if relation.statement.scope == "external":
        return "external"
    return str(relation.statement.kind or "external")


def _scope(graph: OrgGraph, relation: Relation) -> str | None:
    """The scope as written; else what follows from the two sides, where that is certain."""
    if relation.statement.scope:
        return str(relation.statement.scope)
    if relation.outside:
        return "external"
    if relation.role is None or relation.to_role is None:
        return None
    one, other = unit_of(graph, relation.role), unit_of(graph, relation.to_role)
    if one is None or other is None:
        return None
    return "same-department" if one == other else "cross-department"
