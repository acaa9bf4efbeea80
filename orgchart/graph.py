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
    from collections.abc import Iterable

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
        self.unresolved: list[Unresolved] = []
        self.self_lines: list[tuple[int, str]] = []
        self.dotted: list[Dotted] = []
        self.superiors: list[list[int]] = []
        self.reports: list[list[int]] = [[] for _ in org.roles]
        self._index_ids()
        dotting, deputed = self._draw_solid_lines()
        self._draw_dotted_lines(dotting)
        self._find_heads_and_deputies(deputed)

    # Names

    def _index_ids(self) -> None:
        """Index the written ids: a written id is the one name that means a single role by itself."""
        self._alone: dict[str, int] = {}
        self._several: dict[str, list[int]] = {}
        alone = self._alone
        for number, role in enumerate(self.roles):
            if role.written_id and alone.setdefault(role.id, number) != number:
                self._several.setdefault(role.id, [alone[role.id]]).append(number)
        for name in self._several:
            del alone[name]

    @cached_property
    def names(self) -> dict[str, list[int]]:
        """The roles that have a name: a title, an id or an alias."""
        names: dict[str, list[int]] = {}
        for number, role in enumerate(self.roles):
            own, title = role.id, role.id if role.untitled else role.title
            names.setdefault(title, []).append(number)
            if own != title:
                names.setdefault(own, []).append(number)
            for name in dict.fromkeys(role.aliases) if role.aliases else ():
                if name not in {own, title}:
                    names.setdefault(name, []).append(number)
        return names

    def candidates(self, name: str) -> list[int]:
        """The roles a name in a relation may mean: by written id alone, else by title, id or alias."""
        one = self._alone.get(name)
        return [one] if one is not None else self._several.get(name) or self.names.get(name) or []

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

    def _single(self, name: str) -> int | None:
        """The one role that a name means; None where it means none, or several."""
        one = self._alone.get(name)
        if one is None:
            found = self.candidates(name)
            return found[0] if len(found) == 1 else None
        return one

    def _one(self, field: str, name: str, owner: int | None, unit: int | None = None) -> int | None:
        """The one role that a name in a relation means; a name that means none, or several, is taken down."""
        one = self._single(name)
        if one is None:
            found = tuple(self.candidates(name))
            self.unresolved.append(Unresolved(field=field, name=name, owner=owner, unit=unit, candidates=found))
        return one

    # Lines

    def _draw_solid_lines(self) -> tuple[list[int], list[int]]:
        """Find the superiors each role names, and what superiors say of their reports.

        On the way, the roles that name functional superiors and those that name deputies are found: few have any.
        """
        dotting: list[int] = []
        deputed: list[int] = []
        self._claimed: dict[int, dict[int, str]] = {}
        alone, superiors, reports = self._alone, self.superiors, self.reports
        itself: dict[int, str] = {}
        for number, role in enumerate(self.roles):
            names = role.reports_to
            one = alone.get(names[0]) if len(names) == 1 else None
            if one is None or one == number:
                above = self._named("reports_to", names, number)
                if number in above:
                    itself[number] = above.pop(number)
                superiors.append([*above])
            else:
                superiors.append([one])
            if role.supervises:
                self._claim(number, role.supervises, itself)
            if role.dotted_line_to:
                dotting.append(number)
            if role.deputy:
                deputed.append(number)
        self.self_lines += itself.items()
        if self._claimed:
            self._add_claimed_lines()
        for report, all_above in enumerate(superiors):
            for superior in all_above:
                reports[superior].append(report)
        return dotting, deputed

    def _claim(self, number: int, names: Iterable[str], itself: dict[int, str]) -> None:
        """Take down whom a superior names as its reports."""
        for report, name in self._named("supervises", names, number).items():
            if report == number:
                itself.setdefault(number, name)
            else:
                self._claimed.setdefault(report, {})[number] = name

    def _named(self, field: str, names: Iterable[str], owner: int) -> dict[int, str]:
        """The roles that the names in a relation mean, each with the first name that means it."""
        named: dict[int, str] = {}
        for name in names:
            one = self._one(field, name, owner)
            if one is not None:
                named.setdefault(one, name)
        return named

    @cached_property
    def lines(self) -> dict[tuple[int, int], Line]:
        """Every solid line, by (superior, report): those that reports state, then those that only superiors do."""
        lines: dict[tuple[int, int], Line] = {}
        for report, role in enumerate(self.roles):
            for name in role.reports_to:
                superior = self._single(name)
                if superior is not None and superior != report and (superior, report) not in lines:
                    lines[superior, report] = Line(superior, report, name)
        for report, by_superior in self._claimed.items():
            for superior, name in by_superior.items():
                own = lines.get((superior, report))
                lines[superior, report] = Line(superior, report, own.reports_to if own else None, name)
        return lines

    def _add_claimed_lines(self) -> None:
        """Add what superiors say of their reports: it confirms a line, or makes one behind the report's own."""
        to_order: list[tuple[int, list[int]]] = []
        for report, by_superior in self._claimed.items():
            stated = set(self.superiors[report])
            further = [superior for superior in by_superior if superior not in stated]
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

    def _draw_dotted_lines(self, dotting: list[int]) -> None:
        nobody: list[int] = []
        self.dotted_superiors: list[list[int]] = [nobody] * len(self.roles)
        self.dotted_reports: list[list[int]] = self.dotted_superiors
        if not dotting:
            return
        self.dotted_superiors = [[] for _ in self.roles]
        self.dotted_reports = [[] for _ in self.roles]
        for number in dotting:
            for name in self.roles[number].dotted_line_to:
                superior = self._one("dotted_line_to", name, number)
                if superior == number:
                    self.self_lines.append((number, name))
                elif superior is not None and superior not in self.dotted_superiors[number]:
                    self.dotted.append(Dotted(superior=superior, report=number, stated=name))
                    self.dotted_superiors[number].append(superior)
                    self.dotted_reports[superior].append(number)

    def _find_heads_and_deputies(self, deputed: list[int]) -> None:
        self.heads: list[int | None] = []
        self.unit_superiors: list[list[int]] = []
        self.deputies: dict[int, list[int]] = {}
        for number, unit in enumerate(self.units):
            self.heads.append(self._one("head", unit.head, None, number) if unit.head else None)
            above = (self._one("reports_to", name, None, number) for name in unit.reports_to)
            self.unit_superiors.append([superior for superior in above if superior is not None])
        for number in deputed:
            meant = (self._one("deputy", deputy.role, number) for deputy in self.roles[number].deputy)
            self.deputies[number] = [deputy for deputy in meant if deputy is not None]

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
