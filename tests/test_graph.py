"""The graph against a slow and simple one: random organizations with loops, second superiors and doubtful names."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import permutations
from random import Random
from typing import Any

import networkx as nx
import pytest

from orgchart.graph import OrgGraph
from orgchart.reach import Reach
from tests.builders import graph, org, written

Data = dict[str, Any]
SEEDS = range(200)


def organization(seed: int) -> list[Data]:
    """Roles of a small organization in which nearly everything that can be wrong is wrong somewhere."""
    random = Random(seed)  # noqa: S311 - the same organizations in every run
    size = random.randrange(1, 12)
    titles = [f"t{random.randrange(size * 2)}" if random.random() < 0.2 else f"t{number}" for number in range(size)]
    names = [*titles, *titles, "nobody", "alias", "the-id", "部/t1"]

    def some(most: int) -> list[str]:
        return [random.choice(names) for _ in range(random.randrange(most + 1))]

    def role(number: int) -> Data:
        above = [random.choice(titles[:number])] if number and random.random() < 0.9 else some(2)
        keys: list[tuple[str, float, Any]] = [
            ("unit", 0.3, "部"),
            ("id", 0.1, "the-id" if random.random() < 0.8 else titles[0]),
            ("aliases", 0.1, ["alias"]),
            ("reports_to", 0.9, above if seed % 3 == 0 else some(seed % 3)),
            ("supervises", 0.3, some(3)),
            ("dotted_line_to", 0.2, some(2)),
            ("coordinates_with", 0.3, some(2)),
        ]
        return {"title": titles[number], **{key: value for key, chance, value in keys if random.random() < chance}}

    return [role(number) for number in range(size)]


class Oracle:
    """The contract's words, taken one by one; nothing here is quick."""

    def __init__(self, roles: list[Data]) -> None:
        self.roles = roles
        self.all = range(len(roles))
        titles = [role["title"] for role in roles]
        self.ids = [
            role.get("id") or (f"{role['unit']}/{title}" if titles.count(title) > 1 and "unit" in role else title)
            for role, title in zip(roles, titles, strict=True)
        ]
        self.lines = {(superior, report) for report in self.all for superior in self.resolved(report, "reports_to")} | {
            (superior, report) for superior in self.all for report in self.resolved(superior, "supervises")
        }
        self.distance = self._distances()
        self.superiors = [self._superiors(number) for number in self.all]

    def fits(self, name: str) -> list[int]:
        """By written id, else by title, id or alias."""
        by_id = [number for number in self.all if self.roles[number].get("id") == name]
        return by_id or [
            number
            for number in self.all
            if name in (self.roles[number]["title"], self.ids[number], *self.roles[number].get("aliases", ()))
        ]

    def resolved(self, number: int, key: str) -> list[int]:
        """Whom a role's names mean: no name that fits nobody or several, nobody twice, never the role itself."""
        found = [self.fits(name) for name in self.roles[number].get(key, ())]
        return list(dict.fromkeys(one[0] for one in found if len(one) == 1 and one[0] != number))

    def _distances(self) -> dict[tuple[int, int], int]:
        """Steps down from one role to another (Floyd and Warshall); missing where there is no way."""
        steps = dict.fromkeys(self.lines, 1)
        for middle in self.all:
            for upper in self.all:
                for lower in self.all:
                    if (upper, middle) in steps and (middle, lower) in steps:
                        through = steps[upper, middle] + steps[middle, lower]
                        steps[upper, lower] = min(through, steps.get((upper, lower), through))
        return steps

    def _superiors(self, number: int) -> list[int]:
        own = self.resolved(number, "reports_to")
        further = [upper for upper in self.all if (upper, number) in self.lines and upper not in own]

        def is_sound(order: tuple[int, ...]) -> bool:
            return not any(
                (order[late], order[early]) not in self.distance and (order[early], order[late]) in self.distance
                for late in range(len(order))
                for early in range(late)
            )

        return own + list(next(order for order in permutations(further) if is_sound(order)))

    def chain(self, number: int) -> tuple[list[int], bool]:
        found = [number]
        while self.superiors[found[-1]]:
            above = self.superiors[found[-1]][0]
            if above in found:
                return found[1:], True
            found.append(above)
        return found[1:], False

    def below(self, number: int) -> list[tuple[int, int]]:
        reached = [(self.distance[number, other], other) for other in self.all if (number, other) in self.distance]
        return [(other, depth) for depth, other in sorted(reached) if other != number]

    def knots(self) -> list[list[int]]:
        found = {
            tuple(
                other
                for other in self.all
                if other == number or ((number, other) in self.distance and (other, number) in self.distance)
            )
            for number in self.all
        }
        return [list(knot) for knot in sorted(found) if len(knot) > 1]


def pair(seed: int) -> tuple[OrgGraph, Oracle]:
    roles = organization(seed)
    return OrgGraph(written(json.dumps({"roles": roles}), "a.json")), Oracle(roles)


each_seed = pytest.mark.parametrize("seed", SEEDS)


def test_the_random_organizations_hold_what_is_hard() -> None:
    pairs = [pair(seed) for seed in SEEDS]
    assert sum(bool(oracle.knots()) for _graph, oracle in pairs) > 5
    assert sum(max(map(len, oracle.superiors)) > 2 for _graph, oracle in pairs) > 5
    assert sum(any(one.candidates for one in whole.unresolved) for whole, _oracle in pairs) > 5
    claimed = [
        [upper for upper in oracle.superiors[number] if upper not in oracle.resolved(number, "reports_to")]
        for _graph, oracle in pairs
        for number in oracle.all
    ]
    assert sum(further != sorted(further) for further in claimed) > 3, "order by nearness is never needed"


@each_seed
def test_ids_lines_and_the_order_of_superiors(seed: int) -> None:
    whole, oracle = pair(seed)
    assert [role.id for role in whole.roles] == oracle.ids
    assert set(whole.lines) == oracle.lines
    assert whole.superiors == oracle.superiors
    assert [sorted(reports) for reports in whole.reports] == whole.reports
    assert {(upper, lower) for upper, reports in enumerate(whole.reports) for lower in reports} == oracle.lines
    assert [sorted(found) for found in whole.dotted_superiors] == [
        sorted(oracle.resolved(number, "dotted_line_to")) for number in oracle.all
    ]


@each_seed
def test_names_that_mean_nobody_or_several_are_kept_with_their_candidates(seed: int) -> None:
    whole, oracle = pair(seed)
    expected = sorted(
        (key, name, number, tuple(oracle.fits(name)))
        for number in oracle.all
        for key in ("reports_to", "supervises", "dotted_line_to")
        for name in oracle.roles[number].get(key, ())
        if len(oracle.fits(name)) != 1
    )
    assert sorted((one.field, str(one.name), one.owner, one.candidates) for one in whole.unresolved) == expected


@each_seed
def test_chains_layers_and_common_superiors(seed: int) -> None:
    whole, oracle = pair(seed)
    chains = [oracle.chain(number) for number in oracle.all]
    assert [whole.chain(number) for number in oracle.all] == chains
    assert whole.layers == [None if loop else len(chain) + 1 for chain, loop in chains]
    for one in oracle.all:
        for other in oracle.all:
            above_other = [other, *chains[other][0]]
            shared = [upper for upper in (one, *chains[one][0]) if upper in above_other]
            assert whole.common_superior(one, other) == (shared[0] if shared else None)


@each_seed
def test_the_tree_below_and_its_size(seed: int) -> None:
    whole, oracle = pair(seed)
    for number in oracle.all:
        below = whole.below(number)
        assert [(role, depth) for role, depth, _via in below] == oracle.below(number)
        assert whole.below(number, 1) == [entry for entry in below if entry[1] == 1]
        assert whole.below(number, 2) == [entry for entry in below if entry[1] <= 2]
        depths = {number: 0, **dict(oracle.below(number))}
        for role, depth, via in below:
            uppers = [upper for upper in oracle.superiors[role] if depths.get(upper) == depth - 1]
            assert via == uppers[0]
    assert whole.totals == [len(oracle.below(number)) for number in oracle.all]


@each_seed
def test_reach_tells_who_is_below_whom(seed: int) -> None:
    whole, oracle = pair(seed)
    for upper in oracle.all:
        for lower in oracle.all:
            expected = upper != lower and (upper, lower) in oracle.distance
            assert whole.reach.is_below(upper, lower) == expected


@each_seed
def test_knots_and_their_shortest_loops(seed: int) -> None:
    whole, oracle = pair(seed)
    assert whole.knots == oracle.knots()
    for knot in whole.knots:
        loop = whole.shortest_loop(knot)
        first = knot[0]
        assert loop[0].report == first
        assert [line.superior for line in loop] == [*(line.report for line in loop[1:]), first]
        assert len(loop) == oracle.distance[first, first]
        assert {(line.superior, line.report) for line in loop} <= oracle.lines


@each_seed
def test_coordination_is_resolved_or_left_open(seed: int) -> None:
    whole, oracle = pair(seed)
    stated = [
        (number, name, oracle.fits(name))
        for number in oracle.all
        for name in oracle.roles[number].get("coordinates_with", ())
    ]
    assert [(one.role, str(one.party), one.to_role) for one in whole.relations] == [
        (number, name, found[0] if found else None) for number, name, found in stated if len(found) < 2
    ]
    assert [(one.owner, str(one.name), list(one.candidates)) for one in whole.unresolved_parties] == [
        (number, name, found) for number, name, found in stated if len(found) > 1
    ]


@pytest.mark.parametrize("seed", range(40))
def test_reach_holds_for_any_graph(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same graphs in every run
    size = random.randrange(1, 30)
    reports = [
        sorted(random.sample(range(size), random.randrange(min(size, random.choice([1, 2, 4])) + 1)))
        for _ in range(size)
    ]
    whole: nx.DiGraph[int] = nx.DiGraph((upper, lower) for upper, lowers in enumerate(reports) for lower in lowers)
    whole.add_nodes_from(range(size))
    reach = Reach(reports)
    for upper in range(size):
        below = nx.descendants(whole, upper) - {upper}
        assert {lower for lower in range(size) if reach.is_below(upper, lower)} == below
        assert reach.totals()[upper] == len(below)


# Large organizations


def chain_of(size: int) -> OrgGraph:
    lines = (f"- {{title: r{number}, reports_to: r{number - 1}}}\n" for number in range(1, size))
    return graph("roles:\n- title: r0\n" + "".join(lines))


def test_a_chain_of_100000_roles_is_built_and_answers() -> None:
    size = 100_000
    whole = chain_of(size)
    assert len(whole.chain(size - 1)[0]) == size - 1
    assert whole.common_superior(size - 1, size // 2) == size // 2
    assert whole.below(0)[-1] == (size - 1, size - 1, size - 2)
    assert whole.layers[-1] == size
    assert whole.totals[0] == size - 1
    assert whole.knots == []


def test_a_loop_of_100000_roles_is_one_knot_and_one_loop() -> None:
    size = 100_000
    lines = (f"- {{title: r{number}, reports_to: r{(number + 1) % size}}}\n" for number in range(size))
    whole = graph("roles:\n" + "".join(lines))
    assert [len(knot) for knot in whole.knots] == [size]
    assert len(whole.shortest_loop(whole.knots[0])) == size
    assert whole.chain(0) == ([*range(1, size)], True)
    assert whole.totals[7] == size - 1


@pytest.mark.parametrize("stated_by", ["reports", "superior"])
def test_a_star_of_50000_roles_is_built_and_answers(stated_by: str) -> None:
    size = 50_000
    if stated_by == "superior":
        text = f"roles:\n- {{title: top, supervises: [{', '.join(f'r{number}' for number in range(size))}]}}\n"
        text += "".join(f"- title: r{number}\n" for number in range(size))
    else:
        text = "roles:\n- title: top\n" + "".join(
            f"- {{title: r{number}, reports_to: top}}\n" for number in range(size)
        )
    whole = graph(text)
    assert len(whole.reports[0]) == size
    assert len(whole.below(0)) == size
    assert whole.totals[0] == size
    assert whole.common_superior(1, size) == 0


def test_a_role_claimed_by_20000_superiors_is_built_and_answers() -> None:
    size = 20_000
    superiors = (f"- {{title: r{number}, reports_to: top, supervises: one}}\n" for number in range(size))
    whole = graph("roles:\n- title: one\n" + "".join(superiors) + "- title: top\n")
    assert whole.superiors[0] == list(range(1, size + 1))
    assert whole.totals[:2] == [0, 1]
    assert whole.totals[-1] == size + 1


# The rest of the organization


def test_units_have_heads_superiors_and_relations_of_their_own() -> None:
    whole = graph("""\
units:
  - {name: 客户服务部, aliases: [客服部], head: 经理, reports_to: [总监, 无名], coordinates_with: [生产部, 总监]}
  - {name: 生产部}
roles:
  - {title: 总监, coordinates_with: [客服部, {with: 客户, scope: external}]}
  - {title: 经理, reports_to: 总监, deputy: 专员}
  - {title: 专员, reports_to: 经理}
""")
    assert whole.heads == [1, None]
    assert whole.unit_superiors == [[0], []]
    assert whole.deputies == {1: [2]}
    assert [(one.role, one.unit, one.to_role, one.to_unit, one.outside) for one in whole.relations] == [
        (0, None, None, 0, False),
        (0, None, None, None, True),
        (None, 0, None, 1, False),
        (None, 0, 0, None, False),
    ]


def test_a_tree_is_read_from_its_indentation() -> None:
    whole = OrgGraph(
        org("""
            总经理
                财务总监
                    会计
                销售总监
            """)
    )
    assert whole.superiors == [[], [0], [1], [0]]


def test_a_role_is_found_by_its_id_and_the_first_of_two() -> None:
    whole = graph("roles: [{title: 甲, id: x}, {title: 乙, id: x}]")
    assert whole.index("x") == 0
    with pytest.raises(KeyError):
        whole.index("甲")


def test_a_knot_is_asked_for_a_loop_only_where_there_is_one() -> None:
    with pytest.raises(ValueError, match="no knot"):
        graph("roles: [{title: 甲}, {title: 乙, reports_to: 甲}]").shortest_loop([0, 1])


def test_networkx_gets_the_whole_organization() -> None:
    whole = graph("""\
units:
  - {name: 生产部, coordinates_with: [会计]}
roles:
  - {title: 总经理, supervises: [会计]}
  - {title: 总监, reports_to: 总经理, unit: 生产部, described: false}
  - {title: 会计, reports_to: 总监, dotted_line_to: 总监, coordinates_with: [{with: 银行, about: 贷款}, 生产部, 总监]}
""").to_networkx()
    assert whole.nodes["总监"] == {"kind": "role", "title": "总监", "unit": "生产部", "described": False}
    assert {name for name in whole if ":" in name} == {"party:银行", "unit:生产部"}
    edges = [(one, other, data["kind"], data.get("primary")) for one, other, data in whole.edges(data=True)]
    assert sorted(edges, key=str) == sorted(
        [
            ("总经理", "总监", "solid", True),
            ("总监", "会计", "solid", True),
            ("总经理", "会计", "solid", False),
            ("总监", "会计", "dotted", None),
            ("会计", "party:银行", "coordination", None),
            ("会计", "unit:生产部", "coordination", None),
            ("会计", "总监", "coordination", None),
            ("unit:生产部", "会计", "coordination", None),
        ],
        key=str,
    )
    assert whole.edges["会计", "party:银行", 0]["about"] == "贷款"


@pytest.mark.parametrize("seed", range(0, 150, 10))
def test_networkx_knows_the_same_knots(seed: int) -> None:
    whole, _oracle = pair(seed)
    solid: nx.DiGraph[int] = nx.DiGraph(list(whole.lines))
    knots = sorted(sorted(knot) for knot in nx.strongly_connected_components(solid) if len(knot) > 1)
    assert whole.knots == knots


def test_loading_and_asking_imports_no_networkx() -> None:
    program = """
import sys
from orgchart.loading import load
from orgchart.graph import OrgGraph
from orgchart.checking import check
workspace = load("org")
for org in workspace.organizations:
    graph = OrgGraph(org)
    graph.layers, graph.totals, graph.relations, graph.knots
    [graph.chain(number) for number in range(len(org.roles))]
check(workspace)
sys.exit("networkx" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
