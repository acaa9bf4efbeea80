"""Random organizations, and the answers about them worked out the slow and plain way.

The oracle knows an organization only as what its roles say, and asks no graph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orgchart.graph import OrgGraph
from orgchart.model import Coordination, Org, Role, Unit

if TYPE_CHECKING:
    from random import Random


class Oracle:
    """One random organization: what it says, what is so, and the graph that is asked about it."""

    def __init__(self, random: Random) -> None:
        self.size = random.randint(1, 9)
        numbers = range(self.size)
        chance = random.choice([0.1, 0.25, 0.5])
        self.upward = {n: [s for s in random.sample(numbers, self.size) if random.random() < chance] for n in numbers}
        self.downward = {n: [r for r in numbers if random.random() < chance / 4] for n in numbers}
        self.dotted = {n: [s for s in numbers if random.random() < chance / 2] for n in numbers}
        self.org = Org(
            id="random",
            name="random",
            roles=tuple(
                Role(
                    id=f"r{n}",
                    title=f"r{n}",
                    reports_to=tuple(f"r{s}" for s in self.upward[n]),
                    supervises=tuple(f"r{r}" for r in self.downward[n]),
                    dotted_line_to=tuple(f"r{s}" for s in self.dotted[n]),
                )
                for n in numbers
            ),
        )
        self.graph = OrgGraph(self.org)

    def superiors(self, role: int) -> list[int]:
        """All solid superiors: a role's own words first, then of those who claim it the nearest first."""
        own = [superior for superior in self.upward[role] if superior != role]
        claiming = [
            superior for superior, reports in self.downward.items() if role in reports and superior not in {role, *own}
        ]
        ordered: list[int] = []
        while claiming:
            first = next(
                one
                for one in claiming
                if not any(
                    self.is_above(one, other) and not self.is_above(other, one) for other in claiming if other != one
                )
            )
            claiming.remove(first)
            ordered.append(first)
        return own + ordered

    def lines(self) -> set[tuple[int, int]]:
        """Every solid line, as superior and report."""
        stated = {(superior, role) for role, superiors in self.upward.items() for superior in superiors}
        stated |= {(role, report) for role, reports in self.downward.items() for report in reports}
        return {(superior, report) for superior, report in stated if superior != report}

    def is_above(self, upper: int, lower: int) -> bool:
        """Whether one role is above another, however far."""
        return upper in self.above(lower)

    def above(self, role: int) -> set[int]:
        """Every role above a role; in a loop, the role itself too."""
        lines = self.lines()
        found: set[int] = set()
        while True:
            further = {superior for superior, report in lines if report in {role, *found}} - found
            if not further:
                return found
            found |= further

    def distances(self, role: int) -> dict[int, int]:
        """How far below a role everybody below it is."""
        lines = self.lines()
        depth = {role: 0}
        for at in range(self.size):
            for superior, report in lines:
                if depth.get(superior) == at:
                    depth.setdefault(report, at + 1)
        del depth[role]
        return depth

    def chain(self, role: int) -> tuple[list[int], bool]:
        """The primary superiors up to the top, and whether they come round again."""
        way = [role]
        while superiors := self.superiors(way[-1]):
            if superiors[0] in way:
                return way[1:], True
            way.append(superiors[0])
        return way[1:], False

    def layer(self, role: int) -> int | None:
        """How many stand on the way up, with the role itself."""
        way, loop = self.chain(role)
        return None if loop else len(way) + 1


class Stated(NamedTuple):
    """One coordination relation as somebody states it: whose words, and about whom."""

    owner: str
    party: str


class Neighbours:
    """A random organization of units in units, with roles that coordinate with roles, units and outsiders."""

    def __init__(self, random: Random) -> None:
        units = [f"u{n}" for n in range(random.randint(1, 4))]
        roles = [f"r{n}" for n in range(random.randint(1, 6))]
        self.inside = {unit: random.choice([None, *units[:n]]) for n, unit in enumerate(units)}
        self.unit_of = {role: random.choice([None, *units]) for role in roles}
        parties = [*units, *roles, "client", "bank"]
        self.stated = [
            Stated(owner, party)
            for owner in [*roles, *units]
            for party in parties
            if party != owner and random.random() < random.choice([0.1, 0.3])
        ]
        random.shuffle(self.stated)
        self.org = Org(
            id="random",
            name="random",
            units=tuple(
                Unit(name=unit, part_of=self.inside[unit], coordinates_with=self._statements(unit)) for unit in units
            ),
            roles=tuple(
                Role(
                    id=role,
                    title=role,
                    unit=(unit,) if (unit := self.unit_of[role]) else (),
                    coordinates_with=self._statements(role),
                )
                for role in roles
            ),
        )
        self.graph = OrgGraph(self.org)

    def _statements(self, owner: str) -> tuple[Coordination, ...]:
        return tuple(Coordination(party=one.party) for one in self.stated if one.owner == owner)

    def members(self, unit: str) -> set[str]:
        """A unit, the units in it however deep, and the roles of all of these."""
        found = {unit}
        for _ in self.inside:
            found |= {inner for inner, outer in self.inside.items() if outer in found}
        return found | {role for role, at in self.unit_of.items() if at in found}

    def seen_from(self, ends: set[str]) -> set[tuple[str, str, str]]:
        """All relations between some who belong together and the rest: who of them, with whom, stated by which side."""
        out = {(one.owner, one.party) for one in self.stated if one.owner in ends and one.party not in ends}
        back = {(one.party, one.owner) for one in self.stated if one.party in ends and one.owner not in ends}
        return {
            (here, there, "both" if (here, there) in out & back else "out" if (here, there) in out else "in")
            for here, there in out | back
        }
