"""Validation of 100,000 roles beside two programs that do the same checks: plain loops over dicts, and networkx.

Both peers get the parsed JSON and give codes and ids; we start from the model and give findings with places, messages
and hints. `make bench` asserts that all three find the same before it prints how long each took.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from random import Random
from typing import TYPE_CHECKING, Any

import networkx as nx

from benchmarks.measuring import best_of_each, row
from orgchart.checking import check
from orgchart.loading import Workspace
from orgchart.names import spelt_out
from orgchart.readers import assemble, read
from orgchart.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SIZE = 100_000
MAX_SPAN, MAX_LAYERS, MAX_PARTNERS = 15, 8, 12
TEAM = 7
LEADERS = 1 + 7 + 49 + 343 + 2401
"""Roles of the upper five layers: each leads a unit, in the unit of its superior."""

Role = dict[str, Any]
Found = list[tuple[str, str]]
"""Codes, each with the id of the role or the name of the unit it is about."""


def organization(size: int, seed: int = 1) -> dict[str, Any]:
    """A company with listed units and people; one role in fifty has something wrong or worth a note."""
    chance = Random(seed)  # noqa: S311 - a company needs no secret
    units: list[Role] = []
    roles: list[Role] = []
    for number in range(size):
        upper = (number - 1) // TEAM
        if number < LEADERS:
            units.append({"name": f"部门{number}", "head": f"r{number}"})
            if number:
                units[-1]["part_of"] = f"部门{upper}"
        at_home = number if number < LEADERS else upper if upper < LEADERS else (upper - 1) // TEAM
        role: Role = {"id": f"r{number}", "title": f"岗位{number}", "unit": f"部门{at_home}"}
        if number:
            role["reports_to"] = f"r{upper}"
        role["holders"] = [f"员工{number}"]
        if number % 25 == 3:
            role["coordinates_with"] = [{"with": f"r{chance.randrange(size)}", "about": f"事项{number}"}]
        roles.append(role)
    roles[0]["root"] = True
    for number in chance.sample(range(size // 2, size), size // 50):
        _spoil(roles[number], number, chance)
    return {"id": "big", "name": "大公司", "units": units, "roles": roles}


def _spoil(role: Role, number: int, chance: Random) -> None:
    other = f"r{chance.randrange(number // 2)}"
    kind = number % 8
    if kind == 0:
        role["reports_to"] = [role["reports_to"], other]
    elif kind == 1:
        role["reports_to"] = f"无名{number}"
    elif kind == 2:
        del role["reports_to"]
    elif kind == 3:
        role["dotted_line_to"] = role["reports_to"]
    elif kind == 4:
        role["headcount"], role["holders"] = 1, ["甲", "乙"]
    elif kind == 5:
        role["promotion_to"] = ["董事"]
    elif kind == 6:
        role["deputy"] = role["id"]
    else:
        role["coordinates_with"] = [f"单位{number}", other]


class Plain:
    """The checks as somebody would write them down in an afternoon: dicts, lists, loops."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.roles: list[Role] = data["roles"]
        self.units: list[Role] = data["units"]
        self.found: list[tuple[str, str]] = []
        self.by_name: dict[str, list[str]] = defaultdict(list)
        self.unit_names: dict[str, str] = {}
        self.superiors: dict[str, list[str]] = {}
        self.reports: dict[str, list[str]] = {}
        self.dotted: list[tuple[str, str]] = []
        self.by_id: dict[str, Role] = {}

    def run(self) -> Found:
        self.names()
        self.lines()
        self.titles()
        self.unit_checks()
        self.loops()
        self.tops()
        self.line_checks()
        self.people()
        self.shape()
        self.chains()
        self.coordination()
        return self.found

    def names(self) -> None:
        for unit in self.units:
            for name in (unit["name"], *unit.get("aliases", ())):
                self.unit_names.setdefault(name, unit["name"])
        for role in self.roles:
            if role["id"] in self.by_id:
                self.found.append(("ORG201", role["id"]))
            self.by_id[role["id"]] = role
            self.superiors[role["id"]], self.reports[role["id"]] = [], []
            for name in {role["title"], role["id"], *role.get("aliases", ())}:
                self.by_name[name].append(role["id"])

    def resolve(self, name: str, role: Role, unknown: str) -> str | None:
        found = [name] if name in self.by_id else self.by_name.get(name, ())
        if len(found) == 1:
            return found[0]
        self.found.append(("ORG312" if found else unknown, str(role.get("id", role.get("name")))))
        return None

    def lines(self) -> None:  # noqa: C901, PLR0912 - loops as they come
        claimed = []
        for role in self.roles:
            me = role["id"]
            for name in _listed(role.get("reports_to")):
                superior = self.resolve(name, role, "ORG303")
                if superior == me:
                    self.found.append(("ORG302", me))
                elif superior and superior not in self.superiors[me]:
                    self.superiors[me].append(superior)
            for name in _listed(role.get("supervises")):
                report = self.resolve(name, role, "ORG311")
                if report == me:
                    self.found.append(("ORG302", me))
                elif report:
                    claimed.append((me, report))
        for superior, report in claimed:
            if superior not in self.superiors[report]:
                if self.superiors[report]:
                    self.found.append(("ORG307", superior))
                self.superiors[report].append(superior)
        said = set(claimed)
        for me, superiors in self.superiors.items():
            for superior in superiors:
                self.reports[superior].append(me)
                if "supervises" in self.by_id[superior] and (superior, me) not in said:
                    self.found.append(("ORG308", me))
        for role in self.roles:
            for name in _listed(role.get("dotted_line_to")):
                upper = self.resolve(name, role, "ORG303")
                if upper:
                    self.dotted.append((upper, role["id"]))

    def titles(self) -> None:
        in_unit: dict[tuple[str, str | None], str] = {}
        spelt: dict[str, Role] = {}
        near: dict[str, Role] = {}
        for role in self.roles:
            title, names = role["title"], _listed(role.get("unit"))
            for unit in names or [None]:
                key = (title, self.unit_names.get(unit, unit) if unit else None)
                if in_unit.setdefault(key, role["id"]) != role["id"]:
                    self.found.append(("ORG201", role["id"]))
            said = spelt_out(title)
            first = spelt.setdefault(said, role)
            if first["title"] != title:
                self.found.append(("ORG202", role["id"]))
            for ending in ("专员", "人员", "职员", "员"):
                if said.endswith(ending):
                    said = said.removesuffix(ending) + "员"
                    break
            if names:
                other = near.setdefault(said, role)
                if other.get("unit") != role["unit"] and spelt_out(other["title"]) != spelt_out(title):
                    self.found.append(("ORG206", role["id"]))

    def unit_checks(self) -> None:  # noqa: C901 - loops as they come
        part_of = {unit["name"]: unit.get("part_of") for unit in self.units}
        members: dict[str, list[Role]] = defaultdict(list)
        people: dict[str, int] = defaultdict(int)
        for role in self.roles:
            for name in _listed(role.get("unit")):
                if self.units and name not in self.unit_names:
                    self.found.append(("ORG203", role["id"]))
            for name in _listed(role.get("unit"))[:1]:
                if name in self.unit_names:
                    members[self.unit_names[name]].append(role)
                    people[self.unit_names[name]] += role.get("headcount") or len(role.get("holders", ())) or 1
        self.unit_loops(part_of)
        heads = {}
        for unit in self.units:
            if unit.get("part_of") and unit["part_of"] not in self.unit_names:
                self.found.append(("ORG203", unit["name"]))
            head = self.resolve(unit["head"], unit, "ORG303") if unit.get("head") else None
            if head:
                heads[unit["name"]] = head
                own = self.unit_names.get(self.by_id[head].get("unit", ""))
                if own and own != unit["name"] and not self.around(own, unit["name"], part_of):
                    self.found.append(("ORG208", unit["name"]))
            if unit.get("headcount") is not None and people[unit["name"]] > unit["headcount"]:
                self.found.append(("ORG404", unit["name"]))
        peopled = [unit for unit in self.units if len(members[unit["name"]]) > 1]
        headless = [unit for unit in peopled if not unit.get("head") and not unit.get("reports_to")]
        if 2 * len(headless) <= len(peopled):
            self.found += [("ORG207", unit["name"]) for unit in headless]
        self.across(heads, part_of)

    def unit_loops(self, part_of: dict[str, str | None]) -> None:
        for name, upper in part_of.items():
            seen, above = set(), upper
            while above and above != name and above not in seen:
                seen.add(above)
                above = part_of.get(above)
            if above == name:
                self.found.append(("ORG204", name))

    def around(self, one: str, other: str, part_of: dict[str, str | None]) -> bool:
        """Whether one unit is in the other, however far."""
        return other in _upwards(one, part_of) or one in _upwards(other, part_of)

    def across(self, heads: dict[str, str], part_of: dict[str, str | None]) -> None:
        leads = {head: unit for unit, head in heads.items()}
        dotted = defaultdict(list)
        for upper, lower in self.dotted:
            dotted[lower].append(upper)
        for role in self.roles:
            me, own = role["id"], self.unit_names.get(role.get("unit", ""))
            if own in heads and me not in leads and self.superiors[me]:
                home = [
                    superior
                    for superior in (*self.superiors[me], *dotted[me])
                    for unit in (self.unit_names.get(self.by_id[superior].get("unit", "")), leads.get(superior))
                    if unit and (unit == own or self.around(unit, own, part_of))
                ]
                if not home:
                    self.found.append(("ORG314", me))

    def loops(self) -> None:
        state: dict[str, int] = {}
        for start in self.by_id:
            path, me = [], start
            while me and me not in state:
                state[me] = 1
                path.append(me)
                me = self.superiors[me][0] if self.superiors[me] else ""
            if me and state[me] == 1:
                self.found.append(("ORG301", me))
            for done in path:
                state[done] = 2

    def tops(self) -> None:
        tops = []
        named = {
            *(me for me, above in self.superiors.items() if above),
            *(me for me, below in self.reports.items() if below),
        }
        for role in self.roles:
            me = role["id"]
            if not self.superiors[me] and not role.get("reports_to") and self.reports[me]:
                tops.append(role)
            written = role.get("reports_to") or role.get("supervises")
            if me not in named and not written and not role.get("root") and role.get("described", True):
                self.found.append(("ORG304", me))
        self.found += [("ORG305", role["id"]) for role in tops[1:] if not role.get("root")]
        if len(tops) > 1:
            self.islands([role["id"] for role in tops])

    def islands(self, tops: list[str]) -> None:  # noqa: C901 - loops as they come
        near: dict[str, list[str]] = defaultdict(list)
        for role in self.roles:
            me = role["id"]
            joined = [*self.superiors[me], *(f"u:{name}" for name in _listed(role.get("unit")))]
            for party in role.get("coordinates_with", ()):
                found = self.by_name.get(party if isinstance(party, str) else party["with"], ())
                joined += found[:1]
            for other in joined:
                near[me].append(other)
                near[other].append(me)
        for unit in self.units:
            if unit.get("part_of"):
                near[f"u:{unit['name']}"].append(f"u:{unit['part_of']}")
                near[f"u:{unit['part_of']}"].append(f"u:{unit['name']}")
            if unit.get("head"):
                near[f"u:{unit['name']}"].append(unit["head"])
                near[unit["head"]].append(f"u:{unit['name']}")
        group: dict[str, int] = {}
        for number, top in enumerate(tops):
            waiting = [] if top in group else [top]
            while waiting:
                one = waiting.pop()
                if one not in group:
                    group[one] = number
                    waiting += near[one]
        if len({group[top] for top in tops}) > 1:
            self.found.append(("ORG405", tops[1]))

    def line_checks(self) -> None:
        for me, superiors in self.superiors.items():
            if len(superiors) > 1:
                self.found.append(("ORG306", me))
                for superior in superiors:
                    for other in superiors:
                        if other != superior and self.is_above(superior, other):
                            self.found.append(("ORG310", me))
                            break
        for upper, lower in self.dotted:
            if upper in self.superiors[lower] or lower in self.superiors[upper]:
                self.found.append(("ORG309", lower))

    def is_above(self, upper: str, lower: str) -> bool:
        seen, waiting = set(), list(self.superiors[lower])
        while waiting:
            one = waiting.pop()
            if one == upper:
                return True
            if one not in seen:
                seen.add(one)
                waiting += self.superiors[one]
        return False

    def people(self) -> None:
        known = None
        for role in self.roles:
            me = role["id"]
            holders = {holder if isinstance(holder, str) else holder["name"] for holder in role.get("holders", ())}
            if role.get("headcount") is not None and len(holders) > role["headcount"]:
                self.found.append(("ORG209", me))
            if self.reports[me] and role.get("described") is False:
                self.found.append(("ORG313", me))
            if self.reports[me] and role.get("holders") == [] and not role.get("deputy"):
                self.found.append(("ORG315", me))
            for superior in self.superiors[me]:
                if holders.intersection(self.by_id[superior].get("holders", ())):
                    self.found.append(("ORG317", me))
            if role.get("promotion_to"):
                known = known or {spelt_out(name) for name in self.by_name}
                if not any(spelt_out(words) in known for words in role["promotion_to"]):
                    self.found.append(("ORG210", me))
        self.deputies()

    def deputies(self) -> None:
        for role in self.roles:
            seen, deputy = [role["id"]], role.get("deputy")
            while deputy and deputy not in seen:
                seen.append(deputy)
                deputy = self.by_id.get(deputy, {}).get("deputy")
            if deputy == role["id"]:
                self.found.append(("ORG316", role["id"]))

    def shape(self) -> None:
        layer = dict.fromkeys((me for me, superiors in self.superiors.items() if not superiors), 1)
        below = defaultdict(list)
        for me, superiors in self.superiors.items():
            if superiors:
                below[superiors[0]].append(me)
        waiting = list(layer)
        for me in waiting:
            for report in below[me]:
                layer[report] = layer[me] + 1
                waiting.append(report)
        deepest = max(layer, key=lambda me: layer[me])
        if layer[deepest] > MAX_LAYERS:
            self.found.append(("ORG403", deepest))

    def chains(self) -> None:
        for me, reports in self.reports.items():
            if len(reports) > MAX_SPAN:
                self.found.append(("ORG401", me))
            if len(reports) != 1:
                continue
            self.found.append(("ORG402", me))
            above = self.superiors[me]
            if len(above) != 1 or len(self.reports[above[0]]) != 1:
                length, following = 1, reports
                while len(following) == 1 and len(self.superiors[following[0]]) == 1:
                    length, following = length + 1, self.reports[following[0]]
                if length > 3:
                    self.found.append(("ORG406", me))

    def coordination(self) -> None:
        said = set()
        partners = defaultdict(set)
        for role in self.roles:
            for party in role.get("coordinates_with", ()):
                relation = {"with": party} if isinstance(party, str) else party
                name, me = relation["with"], role["id"]
                found = self.by_name.get(name, ())
                if name in self.unit_names or len(found) != 1:
                    if name not in self.unit_names and not found and relation.get("scope") != "external":
                        self.found.append(("ORG501", me))
                    partners[me].add(name)
                elif found[0] == me:
                    self.found.append(("ORG503", me))
                else:
                    said.add((me, found[0]))
                    partners[me].add(found[0])
                    partners[found[0]].add(me)
        self.found += [("ORG502", me) for me, other in said if (other, me) not in said]
        self.found += [("ORG504", me) for me, others in partners.items() if len(others) > MAX_PARTNERS]


class Neighbours(dict[str, list[str]]):
    """The superiors, or the reports, of a role as the graph has them."""

    def __init__(self, graph: nx.DiGraph[str], ask: Callable[[str], Iterable[str]]) -> None:
        super().__init__()
        self.graph = graph
        self.ask = ask

    def __getitem__(self, me: str) -> list[str]:
        return list(self.ask(me))

    def items(self) -> Any:
        return ((me, list(self.ask(me))) for me in self.graph)


class WithNetworkx(Plain):
    """The same checks with networkx: lines, units and deputies are graphs, and what it can answer it answers."""

    def run(self) -> Found:
        self.names()
        self.lines()
        self.graph: nx.DiGraph[str] = nx.DiGraph()
        self.graph.add_nodes_from(self.by_id)
        self.graph.add_edges_from((superior, me) for me, superiors in self.superiors.items() for superior in superiors)
        self.superiors = Neighbours(self.graph, self.graph.predecessors)
        self.reports = Neighbours(self.graph, self.graph.successors)
        self.inside: nx.DiGraph[str] = nx.DiGraph()
        self.inside.add_nodes_from(unit["name"] for unit in self.units)
        self.inside.add_edges_from((unit["part_of"], unit["name"]) for unit in self.units if unit.get("part_of"))
        self.titles()
        self.unit_checks()
        self.loops()
        self.tops()
        self.line_checks()
        self.people()
        self.shape()
        self.chains()
        self.coordination()
        return self.found

    def loops(self) -> None:
        for knot in nx.strongly_connected_components(self.graph):
            if len(knot) > 1:
                self.found.append(("ORG301", min(knot)))

    def unit_loops(self, part_of: dict[str, str | None]) -> None:
        for knot in nx.strongly_connected_components(self.inside):
            if len(knot) > 1 or part_of[min(knot)] == min(knot):
                self.found.append(("ORG204", min(knot)))

    def around(self, one: str, other: str, part_of: dict[str, str | None]) -> bool:  # noqa: ARG002 - asks the graph
        return nx.has_path(self.inside, one, other) or nx.has_path(self.inside, other, one)

    def deputies(self) -> None:
        deputies: nx.DiGraph[str] = nx.DiGraph()
        deputies.add_edges_from((role["id"], role["deputy"]) for role in self.roles if role.get("deputy"))
        for knot in nx.strongly_connected_components(deputies):
            if len(knot) > 1 or deputies.has_edge(min(knot), min(knot)):
                self.found.append(("ORG316", min(knot)))

    def islands(self, tops: list[str]) -> None:
        whole: nx.Graph[str] = nx.Graph(self.graph)
        for role in self.roles:
            whole.add_edges_from((role["id"], f"u:{name}") for name in _listed(role.get("unit")))
            for party in role.get("coordinates_with", ()):
                found = self.by_name.get(party if isinstance(party, str) else party["with"], ())
                whole.add_edges_from((role["id"], other) for other in found[:1])
        for unit in self.units:
            if unit.get("part_of"):
                whole.add_edge(f"u:{unit['name']}", f"u:{unit['part_of']}")
            if unit.get("head"):
                whole.add_edge(f"u:{unit['name']}", unit["head"])
        groups = list(nx.connected_components(whole))
        if sum(any(top in group for top in tops) for group in groups if len(group) > 1) > 1:
            self.found.append(("ORG405", tops[1]))

    def is_above(self, upper: str, lower: str) -> bool:
        return upper in nx.ancestors(self.graph, lower)

    def shape(self) -> None:
        primary: nx.DiGraph[str] = nx.DiGraph()
        primary.add_nodes_from(self.by_id)
        primary.add_edges_from((superiors[0], me) for me, superiors in self.superiors.items() if superiors)
        tops = [me for me, degree in primary.in_degree() if not degree]
        layers = list(nx.bfs_layers(primary, tops))
        if len(layers) > MAX_LAYERS:
            self.found.append(("ORG403", layers[-1][0]))

    def chains(self) -> None:
        for me, span in self.graph.out_degree():
            if span > MAX_SPAN:
                self.found.append(("ORG401", me))
            if span == 1:
                self.found.append(("ORG402", me))
        single = self.graph.edge_subgraph(
            (upper, lower)
            for upper, lower in self.graph.edges
            if self.graph.out_degree(upper) == 1 and self.graph.in_degree(lower) == 1
        )
        for run in nx.weakly_connected_components(single):
            if len(run) > 3:
                self.found.append(("ORG406", min(run)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _upwards(unit: str, part_of: dict[str, str | None]) -> Iterator[str]:
    seen: set[str] = set()
    above = part_of.get(unit)
    while above and above not in seen:
        seen.add(above)
        yield above
        above = part_of.get(above)


def validating() -> None:
    """Print how long each takes for 100,000 roles, in CPU time, in turns."""
    data = organization(SIZE)
    text = json.dumps(data, ensure_ascii=False)
    workspace = _read(text)
    report = check(workspace)
    ours = Counter(finding.rule.code for finding in report.findings)
    for peer in (Plain, WithNetworkx):
        theirs = Counter(code for code, _subject in peer(data).run())
        assert theirs == ours, (peer.__name__, theirs - ours, ours - theirs)
    print(f"\nvalidation of {SIZE:,} roles: the same {sum(ours.values()):,} findings of {len(ours)} codes by all three")
    mine, plain, networked, whole, whole_plain, whole_networked = best_of_each(
        lambda: check(workspace),
        lambda: Plain(data).run(),
        lambda: WithNetworkx(data).run(),
        lambda: check(_read(text)),
        lambda: Plain(json.loads(text)).run(),
        lambda: WithNetworkx(json.loads(text)).run(),
    )
    row("validate 100,000 roles, in memory", mine, plain, "plain dict loops", "2")
    row("validate 100,000 roles, in memory", mine, networked, "networkx", "0.25 (aimed at, not reached)")
    row("… from the JSON, each finding at its place", whole, whole_plain, "plain dict loops, json", "2")
    row("… from the JSON, each finding at its place", whole, whole_networked, "networkx, json")


def _read(text: str) -> Workspace:
    return Workspace(organizations=(assemble(read(Source("big.json", text), "big")[0])[0].org,))
