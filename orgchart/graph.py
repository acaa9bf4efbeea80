"""One organization as a graph of roles: names resolved, lines put together, indices for the questions people ask.

Roles are numbered in the order of the files; every index is a plain list over these numbers, built once in a time
that grows with the number of roles and lines. For every further question the whole organization can be had as a
`networkx.MultiDiGraph`; `networkx` is imported only then.

Vocabulary: a *line* joins a superior and a report. It is *solid* (direct superior) or *dotted* (functional superior).
The first of a role's superiors is its *primary* superior.
"""

from __future__ import annotations

from functools import cached_property
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any, NamedTuple

from orgchart.pausing import paused_collector
from orgchart.reach import Reach, groups
from orgchart.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx as nx

    from orgchart.model import Coordination, Org, Role, Unit


class Line(NamedTuple):
    """A solid line between two roles, by number, with the names that state it.

    `reports_to` is the name in the report's own sheet, `supervises` the name in the superior's; at least one is there.
    """

    superior: int
    report: int
    reports_to: str | None = None
    supervises: str | None = None

    @property
    def stated(self) -> str:
        """The name that states the line: the report's own where there is one."""
        return self.supervises or "" if self.reports_to is None else self.reports_to


class Dotted(Record):
    """A dotted line: the functional superior, the report, and the name that states it."""

    superior: int
    report: int
    stated: str


class Relation(Record):
    """A coordination relation as one side states it.

    Exactly one of `role` and `unit` says whose statement it is. The other side is a role, a unit, or only a name:
    then `to_role` and `to_unit` are both None.
    """

    role: int | None
    unit: int | None
    statement: Coordination
    to_role: int | None = None
    to_unit: int | None = None

    @property
    def party(self) -> str:
        """The other side, as written."""
        return self.statement.party

    @property
    def outside(self) -> bool:
        """Whether the relation is said to reach out of the organization."""
        return "external" in (self.statement.kind, self.statement.scope)


class Unresolved(Record):
    """A name in a relation that means no role or unit, or several.

    `field` is the key it stands under, `owner` the number of the role that says it, or None for a unit's statement;
    `candidates` are the roles it fits, empty where it fits none.
    """

    field: str
    name: str
    owner: int | None
    unit: int | None
    candidates: tuple[int, ...] = ()
    unit_candidates: tuple[int, ...] = ()


class OrgGraph:
    """The graph of one organization, and its frequent questions.

    ======================  =============================================================================
    `superiors[i]`          numbers of the direct superiors of role i, the primary one first
    `reports[i]`            numbers of the direct reports of role i, in the order of the files
    `dotted_superiors[i]`   numbers of its functional superiors; `dotted_reports[i]` the other way
    `lines`                 every solid line, by (superior, report)
    `relations`             coordination, as stated
    `unresolved`            names that mean nobody, or several
    `self_lines`            names by which a role is its own superior: they make no line
    `heads[u]`              number of the role that leads unit u, or None; `unit_superiors[u]` roles it reports to
    `deputies`              numbers of the roles that stand in for a role
    ======================  =============================================================================
    """

    @paused_collector()
    def __init__(self, org: Org) -> None:
        self.org = org
        self.roles: tuple[Role, ...] = org.roles
        self.units: tuple[Unit, ...] = org.units
        size = len(org.roles)
        self.unresolved: list[Unresolved] = []
        self.self_lines: list[tuple[int, str]] = []
        self.lines: dict[tuple[int, int], Line] = {}
        self.dotted: list[Dotted] = []
        self.superiors: list[list[int]] = [[] for _ in range(size)]
        self.reports: list[list[int]] = [[] for _ in range(size)]
        self.dotted_superiors: list[list[int]] = [[] for _ in range(size)]
        self.dotted_reports: list[list[int]] = [[] for _ in range(size)]
        self._name_roles()
        self._draw_solid_lines()
        self._draw_dotted_lines()
        self._find_heads_and_deputies()

    # Names

    def _name_roles(self) -> None:
        """Index what each name may mean; a written id is the one name that means a single role by itself."""
        self.written: dict[str, list[int]] = {}
        self.names: dict[str, list[int]] = {}
        written, names = self.written, self.names
        for number, role in enumerate(self.roles):
            own, title = role.id, role.id if role.untitled else role.title
            if role.written_id:
                written.setdefault(own, []).append(number)
            names.setdefault(title, []).append(number)
            if own != title:
                names.setdefault(own, []).append(number)
            for name in dict.fromkeys(role.aliases) if role.aliases else ():
                if name not in {own, title}:
                    names.setdefault(name, []).append(number)

    def candidates(self, name: str) -> list[int]:
        """The roles a name in a relation may mean: by written id alone, else by title, id or alias."""
        return self.written.get(name) or self.names.get(name) or []

    def unit_candidates(self, name: str) -> list[int]:
        """The listed units a name may mean, by name or alias."""
        return self._unit_names.get(name) or []

    @cached_property
    def _unit_names(self) -> dict[str, list[int]]:
        """A unit that several files of the organization list by the same name is one unit, the first of them."""
        named: dict[str, list[int]] = {}
        first: dict[str, int] = {}
        for number, unit in enumerate(self.units):
            same = first.setdefault(unit.name, number)
            for name in dict.fromkeys([unit.name, *unit.aliases]):
                if same not in named.setdefault(name, []):
                    named[name].append(same)
        return named

    def _resolve(
        self, field: str, names: Iterable[str], owner: int | None, unit: int | None = None
    ) -> Iterator[tuple[int, str]]:
        for name in names:
            found = self.candidates(name)
            if len(found) == 1:
                yield found[0], name
            else:
                self.unresolved.append(
                    Unresolved(field=field, name=name, owner=owner, unit=unit, candidates=tuple(found))
                )

    # Lines

    def _draw_solid_lines(self) -> None:
        claimed: dict[int, dict[int, str]] = {}
        own: dict[int, str] = {}
        for number, role in enumerate(self.roles):
            for superior, name in self._resolve("reports_to", role.reports_to, number):
                if superior == number:
                    own.setdefault(number, name)
                elif (superior, number) not in self.lines:
                    self.lines[superior, number] = Line(superior, number, name)
                    self.superiors[number].append(superior)
            for report, name in self._resolve("supervises", role.supervises or (), number):
                if report == number:
                    own.setdefault(number, name)
                else:
                    claimed.setdefault(report, {}).setdefault(number, name)
        self.self_lines += own.items()
        self._add_claimed_lines(claimed)
        for report, superiors in enumerate(self.superiors):
            for superior in superiors:
                self.reports[superior].append(report)

    def _add_claimed_lines(self, claimed: dict[int, dict[int, str]]) -> None:
        """Add what superiors say of their reports: it confirms a line, or makes one behind the report's own."""
        to_order: list[tuple[int, list[int]]] = []
        for report, by_superior in claimed.items():
            further = []
            for superior, name in by_superior.items():
                line = self.lines.get((superior, report))
                self.lines[superior, report] = Line(
                    superior=superior, report=report, reports_to=line.reports_to if line else None, supervises=name
                )
                if line is None:
                    further.append(superior)
            if len(further) > 1:
                to_order.append((report, further))
            self.superiors[report] += further
        if to_order:
            below: list[list[int]] = [[] for _ in self.roles]
            for superior, lower in self.lines:
                below[superior].append(lower)
            led = {lower for _superior, lower in self.lines}
            reach = Reach(below)
            for report, further in to_order:
                own = self.superiors[report][: -len(further)]
                all_of_them = range(len(further))
                leading_others = [upper for upper in all_of_them if len(below[further[upper]]) > 1]
                pairs = (
                    (lower, upper)
                    for lower, one in enumerate(further)
                    if one in led
                    for upper in (all_of_them if reach.group[one] == reach.group[report] else leading_others)
                )
                self.superiors[report] = own + _nearest_first(further, pairs, reach)

    def _draw_dotted_lines(self) -> None:
        for number, role in enumerate(self.roles):
            for superior, name in self._resolve("dotted_line_to", role.dotted_line_to, number):
                if superior == number:
                    self.self_lines.append((number, name))
                elif superior not in self.dotted_superiors[number]:
                    self.dotted.append(Dotted(superior=superior, report=number, stated=name))
                    self.dotted_superiors[number].append(superior)
                    self.dotted_reports[superior].append(number)

    def _find_heads_and_deputies(self) -> None:
        self.heads: list[int | None] = [None] * len(self.units)
        self.unit_superiors: list[list[int]] = [[] for _ in self.units]
        self.deputies: dict[int, list[int]] = {}
        for number, unit in enumerate(self.units):
            for head, _name in self._resolve("head", (unit.head,) if unit.head else (), None, number):
                self.heads[number] = head
            found = self._resolve("reports_to", unit.reports_to, None, number)
            self.unit_superiors[number] = [superior for superior, _name in found]
        for number, role in enumerate(self.roles):
            if role.deputy:
                found = self._resolve("deputy", [deputy.role for deputy in role.deputy], number)
                self.deputies[number] = [deputy for deputy, _name in found]

    # Questions answered from the indices

    def index(self, role_id: str) -> int:
        """The number of the role with this id; the first one where an id stands twice. Raises `KeyError`."""
        return self._by_id[role_id]

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {role.id: number for number, role in reversed(list(enumerate(self.roles)))}

    def primary(self, number: int) -> int | None:
        """The primary superior of a role, or None."""
        superiors = self.superiors[number]
        return superiors[0] if superiors else None

    def chain(self, number: int) -> tuple[list[int], bool]:
        """The chain of command above a role, nearest first, and whether it runs into a loop.

        In a loop the chain stops before the first role that would stand in it twice.
        """
        found: list[int] = []
        seen = {number}
        above = self.primary(number)
        while above is not None:
            if above in seen:
                return found, True
            seen.add(above)
            found.append(above)
            above = self.primary(above)
        return found, False

    def common_superior(self, one: int, other: int) -> int | None:
        """The nearest role on both chains of command; of two roles of which one is above the other, the upper one."""
        above_other = {other, *self.chain(other)[0]}
        return next((number for number in (one, *self.chain(one)[0]) if number in above_other), None)

    def below(self, number: int, depth: int | None = None) -> list[tuple[int, int, int]]:
        """Every role below a role along solid lines: (role, depth, the superior it was reached by).

        Each role stands once, at its least depth, from 1; the order is by depth, then as in the files. Among several
        superiors one level up, the primary one counts, else the first.
        """
        found: list[tuple[int, int, int]] = []
        level_of = {number: 0}
        level, at = [number], 0
        while level and (depth is None or at < depth):
            at += 1
            following = sorted(
                {report for superior in level for report in self.reports[superior] if report not in level_of}
            )
            for report in following:
                level_of[report] = at
            for report in following:
                via = next(superior for superior in self.superiors[report] if level_of.get(superior) == at - 1)
                found.append((report, at, via))
            level = following
        return found

    @cached_property
    def layers(self) -> list[int | None]:
        """The layer of each role along primary lines: 1 at the top, None in and below a loop."""
        layers: list[int | None] = [None] * len(self.roles)
        children: list[list[int]] = [[] for _ in self.roles]
        level = []
        for number, superiors in enumerate(self.superiors):
            if superiors:
                children[superiors[0]].append(number)
            else:
                level.append(number)
        depth = 0
        while level:
            depth += 1
            for number in level:
                layers[number] = depth
            level = [child for number in level for child in children[number]]
        return layers

    @cached_property
    def totals(self) -> list[int]:
        """How many distinct roles stand below each role along solid lines, however far."""
        return self.reach.totals()

    @cached_property
    def reach(self) -> Reach:
        """Who is below whom, along solid lines."""
        return Reach(self.reports)

    # Coordination

    @cached_property
    def relations(self) -> list[Relation]:
        """Coordination as each side states it, roles first, then units. Ambiguous names make none."""
        return self._coordination[0]

    @cached_property
    def unresolved_parties(self) -> list[Unresolved]:
        """Names of parties that fit several roles or units."""
        return self._coordination[1]

    @cached_property
    def _coordination(self) -> tuple[list[Relation], list[Unresolved]]:
        relations: list[Relation] = []
        unresolved: list[Unresolved] = []
        owners: list[tuple[int | None, int | None, tuple[Coordination, ...]]] = [
            (number, None, role.coordinates_with) for number, role in enumerate(self.roles) if role.coordinates_with
        ]
        owners += [
            (None, number, unit.coordinates_with) for number, unit in enumerate(self.units) if unit.coordinates_with
        ]
        for role, unit, statements in owners:
            for statement in statements:
                kind = "external" if statement.scope == "external" else statement.kind
                roles = self.candidates(statement.party) if kind in {None, "role"} else []
                units = self.unit_candidates(statement.party) if kind in {None, "unit"} else []
                if len(roles) + len(units) > 1:
                    unresolved.append(
                        Unresolved(
                            field="coordinates_with",
                            name=statement.party,
                            owner=role,
                            unit=unit,
                            candidates=tuple(roles),
                            unit_candidates=tuple(units),
                        )
                    )
                    continue
                relations.append(
                    Relation(
                        role=role,
                        unit=unit,
                        statement=statement,
                        to_role=roles[0] if roles else None,
                        to_unit=units[0] if units else None,
                    )
                )
        return relations, unresolved

    # Loops

    @cached_property
    def knots(self) -> list[list[int]]:
        """Groups of roles that are their own superiors through each other, each in the order of the files."""
        members: dict[int, list[int]] = {}
        for number, group in enumerate(groups(self.reports)):
            members.setdefault(group, []).append(number)
        return [knot for knot in members.values() if len(knot) > 1]

    def shortest_loop(self, knot: list[int]) -> list[Line]:
        """A shortest loop through the first-written role of a knot, upwards: each line's superior reports next."""
        inside = set(knot)
        first = knot[0]
        came_from: dict[int, int] = {}
        level = [first]
        while level:
            following = []
            for number in level:
                for superior in self.superiors[number]:
                    if superior == first:
                        path = [number]
                        while path[-1] != first:
                            path.append(came_from[path[-1]])
                        path.reverse()
                        return [self.lines[upper, lower] for lower, upper in zip(path, [*path[1:], first], strict=True)]
                    if superior in inside and superior not in came_from:
                        came_from[superior] = number
                        following.append(superior)
            level = following
        raise ValueError("the roles form no knot")

    # The whole organization

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The whole organization as a directed multigraph, for every question this class does not answer.

        Nodes are role ids with `title`, `unit`, `described`; a unit or an outside party that a relation names is a
        node `unit:NAME` or `party:NAME`. Edges have a `kind`: solid (superior → report, with `primary`), dotted
        (functional superior → report) and coordination (stating side → other side, with what the statement says).
        """
        import networkx as nx  # noqa: PLC0415 - 0.15 s that only this question pays for

        graph: Any = nx.MultiDiGraph(organization=self.org.id, name=self.org.name)
        for role in self.roles:
            unit = str(role.unit[0]) if role.unit else None
            graph.add_node(str(role.id), kind="role", title=str(role.title), unit=unit, described=role.described)
        ids = [str(role.id) for role in self.roles]
        for superior, report in self.lines:
            primary = self.superiors[report][0] == superior
            graph.add_edge(ids[superior], ids[report], kind="solid", primary=primary)
        for dotted in self.dotted:
            graph.add_edge(ids[dotted.superior], ids[dotted.report], kind="dotted")
        for relation in self.relations:
            ends = [
                ids[role]
                if role is not None
                else f"unit:{self.units[unit].name}"
                if unit is not None
                else f"party:{name}"
                for role, unit, name in (
                    (relation.role, relation.unit, ""),
                    (relation.to_role, relation.to_unit, relation.party),
                )
            ]
            for end in ends:
                if end not in graph:
                    kind, _, name = end.partition(":")
                    graph.add_node(end, kind=kind, title=name)
            graph.add_edge(ends[0], ends[1], kind="coordination", **_said(relation.statement))
        whole: nx.MultiDiGraph[str] = graph
        return whole


def _said(statement: Coordination) -> dict[str, Any]:
    fields = ("scope", "about", "frequency", "importance")
    return {name: str(getattr(statement, name)) for name in fields if getattr(statement, name) is not None}


def _nearest_first(superiors: list[int], pairs: Iterable[tuple[int, int]], reach: Reach) -> list[int]:
    """Order superiors so that one that itself reports to another, however far, comes first; else as they are.

    `pairs` are the places of two of which the second can be above the first at all.
    """
    nearer: list[list[int]] = [[] for _ in superiors]
    waiting = [0] * len(superiors)
    for place, other_place in pairs:
        one, other = superiors[place], superiors[other_place]
        if reach.is_below(other, one) and not reach.is_below(one, other):
            nearer[place].append(other_place)
            waiting[other_place] += 1
    free = [place for place, count in enumerate(waiting) if not count]
    ordered: list[int] = []
    while free:
        place = heappop(free)
        ordered.append(superiors[place])
        for upper in nearer[place]:
            waiting[upper] -= 1
            if not waiting[upper]:
                heappush(free, upper)
    return ordered
