"""Every question about random organizations, beside an answer worked out the slow way."""

from __future__ import annotations

from random import Random

import pytest

from orgchart import chain_of_command, common_superior, span_of_control, who_reports_to
from orgchart.queries.coordination import partners_of_role, partners_of_unit
from tests.queries.oracle import Neighbours, Oracle

SEEDS = range(150)


@pytest.fixture(scope="module")
def oracles() -> list[Oracle]:
    return [Oracle(Random(seed)) for seed in SEEDS]  # noqa: S311 - chance, not secrecy


@pytest.fixture(scope="module")
def neighbours() -> list[Neighbours]:
    return [Neighbours(Random(seed)) for seed in SEEDS]  # noqa: S311 - chance, not secrecy


def test_the_random_organizations_have_what_makes_answers_hard(oracles: list[Oracle]) -> None:
    several = sum(len(oracle.superiors(role)) > 1 for oracle in oracles for role in range(oracle.size))
    loops = sum(oracle.chain(role)[1] for oracle in oracles for role in range(oracle.size))
    dotted = sum(len(superiors) for oracle in oracles for superiors in oracle.dotted.values())
    deep = sum(len(oracle.chain(role)[0]) > 3 for oracle in oracles for role in range(oracle.size))
    assert min(several, loops, dotted, deep) > 50


def test_superiors_stand_in_the_order_that_was_promised(oracles: list[Oracle]) -> None:
    for oracle in oracles:
        assert oracle.graph.superiors == [oracle.superiors(role) for role in range(oracle.size)]


@pytest.mark.parametrize("depth", [1, 2, 3, None])
def test_who_reports_to(oracles: list[Oracle], depth: int | None) -> None:
    for oracle in oracles:
        for role in range(oracle.size):
            below = {r: d for r, d in oracle.distances(role).items() if depth is None or d <= depth}
            dotted = [
                r for r, superiors in oracle.dotted.items() if role in superiors and r != role and below.get(r) != 1
            ]
            expected = sorted(
                [(d, r, "solid") for r, d in below.items() if r not in dotted] + [(1, r, "dotted") for r in dotted]
            )
            answer = who_reports_to(oracle.graph, role, depth)
            assert [(one.depth, one.number, one.line) for one in answer.reports] == expected


def test_everybody_below_is_reached_by_a_superior_one_level_up(oracles: list[Oracle]) -> None:
    for oracle in oracles:
        lines = oracle.lines()
        for role in range(oracle.size):
            depth = {role: 0} | oracle.distances(role)
            for one in who_reports_to(oracle.graph, role, None).reports:
                if one.line == "solid":
                    assert (one.superior, one.number) in lines
                    assert depth[one.superior] == one.depth - 1
                else:
                    assert (one.superior, one.depth) == (role, 1)


def test_chain_of_command(oracles: list[Oracle]) -> None:
    for oracle in oracles:
        for role in range(oracle.size):
            answer = chain_of_command(oracle.graph, role)
            assert (list(answer.chain), answer.loop) == oracle.chain(role)


def test_common_superior(oracles: list[Oracle]) -> None:
    for oracle in oracles:
        for one in range(oracle.size):
            for other in range(oracle.size):
                ways = [[role, *oracle.chain(role)[0]] for role in (one, other)]
                meeting = next((role for role in ways[0] if role in ways[1]), None)
                answer = common_superior(oracle.graph, one, other)
                assert answer.superior == meeting
                expected = ways if meeting is None else [way[: way.index(meeting) + 1] for way in ways]
                assert [list(path) for path in answer.paths] == expected


def test_span_of_control(oracles: list[Oracle]) -> None:
    for oracle in oracles:
        span = span_of_control(oracle.graph)
        lines = oracle.lines()
        expected = [
            (
                role,
                sum(superior == role for superior, _report in lines),
                len(oracle.distances(role)),
                oracle.layer(role),
            )
            for role in range(oracle.size)
        ]
        assert [(one.number, one.direct, one.total, one.layer) for one in span.roles] == expected
        assert span.layers == max(layer or 0 for *_others, layer in expected)


def test_partners_of_a_role(neighbours: list[Neighbours]) -> None:
    for one in neighbours:
        for number, role in enumerate(one.org.roles):
            answer = partners_of_role(one.graph, number)
            seen = [(role.id, partner.party, partner.direction) for partner in answer.partners]
            assert len(seen) == len(set(seen))
            assert set(seen) == one.seen_from({role.id})


def test_partners_of_a_unit_and_of_the_units_in_it(neighbours: list[Neighbours]) -> None:
    for one in neighbours:
        for unit in one.org.units:
            answer = partners_of_unit(one.graph, unit.name)
            inside = one.members(unit.name)
            units = {end for end in inside if end.startswith("u")}
            seen = {
                (None if partner.role is None else one.org.roles[partner.role].id, partner.party, partner.direction)
                for partner in answer.partners
            }
            assert seen == {
                (None if here in units else here, there, direction) for here, there, direction in one.seen_from(inside)
            }
