"""The answers, one type a question, and how each looks in JSON.

Roles are given by number with the graph they belong to, so that an answer can be walked on from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.record import Record

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph, Relation


def role_json(graph: OrgGraph, number: int) -> dict[str, str]:
    """A role in an answer: its id and title."""
    role = graph.roles[number]
    return {"id": str(role.id), "title": str(role.title)}


def unit_of(graph: OrgGraph, number: int) -> str | None:
    """The unit a role is drawn in, or None."""
    unit = graph.roles[number].unit
    return str(unit[0]) if unit else None


class ReportTo(Record):
    """One role below the asked one: how deep (1 is direct), by which superior, and by which kind of line."""

    number: int
    superior: int
    depth: int
    line: str


class Reports(Record):
    """Who reports to a role."""

    graph: OrgGraph
    role: int
    reports: tuple[ReportTo, ...]

    def to_json(self) -> dict[str, Any]:
        """The answer as JSON."""
        graph = self.graph
        return {
            "organization": str(graph.org.id),
            "role": role_json(graph, self.role),
            "reports": [
                {
                    **role_json(graph, report.number),
                    "unit": unit_of(graph, report.number),
                    "superior": str(graph.roles[report.superior].id),
                    "depth": report.depth,
                    "line": report.line,
                }
                for report in self.reports
            ],
        }


class Chain(Record):
    """The chain of command above a role, nearest superior first; `loop` where it never ends."""

    graph: OrgGraph
    role: int
    chain: tuple[int, ...]
    loop: bool

    def to_json(self) -> dict[str, Any]:
        """The answer as JSON."""
        return {
            "organization": str(self.graph.org.id),
            "role": role_json(self.graph, self.role),
            "chain": [role_json(self.graph, number) for number in self.chain],
            "loop": self.loop,
        }


class CommonSuperior(Record):
    """The nearest common superior of two roles, and the way from each to it, the role itself first."""

    graph: OrgGraph
    roles: tuple[int, int]
    superior: int | None
    paths: tuple[tuple[int, ...], tuple[int, ...]]

    def to_json(self) -> dict[str, Any]:
        """The answer as JSON."""
        graph = self.graph
        return {
            "organization": str(graph.org.id),
            "roles": [str(graph.roles[number].id) for number in self.roles],
            "superior": None if self.superior is None else role_json(graph, self.superior),
        }


class Partner(Record):
    """One coordination relation seen from one side.

    `role` is the member of the asked unit that has the relation; `other` the number of the party where it is a role.
    """

    relation: Relation
    party: str
    kind: str
    scope: str | None
    direction: str
    role: int | None = None
    other: int | None = None


class Partners(Record):
    """With whom a role, or a unit and its roles, coordinates."""

    graph: OrgGraph
    partners: tuple[Partner, ...]
    role: int | None = None
    unit: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The answer as JSON."""
        graph = self.graph
        asked: dict[str, Any] = {"organization": str(graph.org.id)}
        if self.role is not None:
            asked["role"] = role_json(graph, self.role)
        elif self.unit is not None:
            asked["unit"] = self.unit
        asked["relations"] = [self._relation(partner) for partner in self.partners]
        return asked

    def _relation(self, partner: Partner) -> dict[str, Any]:
        about = partner.relation.statement.about
        told: dict[str, Any] = {
            "party": partner.party,
            "kind": partner.kind,
            "scope": partner.scope,
            "about": None if about is None else str(about),
            "direction": partner.direction,
        }
        if self.unit is not None:
            told["role"] = None if partner.role is None else role_json(self.graph, partner.role)
        return told


class RoleSpan(Record):
    """How wide and how deep one role leads; `layer` is None in a loop."""

    number: int
    direct: int
    total: int
    layer: int | None


class Span(Record):
    """Span of control and layers of one organization."""

    graph: OrgGraph
    layers: int
    roles: tuple[RoleSpan, ...]

    def to_json(self) -> dict[str, Any]:
        """The answer as JSON."""
        return {
            "id": str(self.graph.org.id),
            "layers": self.layers,
            "roles": [
                {
                    **role_json(self.graph, span.number),
                    "direct": span.direct,
                    "total": span.total,
                    "layer": span.layer,
                }
                for span in self.roles
            ],
        }
