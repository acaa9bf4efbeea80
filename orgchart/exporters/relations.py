"""Coordination as edges between short identifiers, as DOT and Mermaid both want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph, Relation


class Edge(NamedTuple):
    """One coordination relation between two identifiers, whoever states it, and what it is about."""

    one: str
    other: str
    about: str | None


class Drawn(NamedTuple):
    """Edges, and the parties that are no roles, by their names."""

    edges: list[Edge]
    parties: dict[str, str]


def coordination_edges(graph: OrgGraph) -> Drawn:
    """Each pair once: roles are `r0`, `r1` …, units and outside parties `p0`, `p1` …, in the order of the files."""
    parties: dict[str, str] = {}
    edges: dict[frozenset[str], Edge] = {}
    for relation in graph.relations:
        one, other = _ends(graph, relation, parties)
        about = relation.statement.about
        edges.setdefault(frozenset((one, other)), Edge(one, other, None if about is None else str(about)))
    return Drawn(list(edges.values()), parties)


def _ends(graph: OrgGraph, relation: Relation, parties: dict[str, str]) -> tuple[str, str]:
    stating = _end(graph, relation.role, relation.unit, "", parties)
    return stating, _end(graph, relation.to_role, relation.to_unit, str(relation.party), parties)


def _end(graph: OrgGraph, role: int | None, unit: int | None, name: str, parties: dict[str, str]) -> str:
    if role is not None:
        return f"r{role}"
    label = name if unit is None else str(graph.units[unit].name)
    return parties.setdefault(label, f"p{len(parties)}")
