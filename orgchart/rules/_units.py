"""What the rules about units share: which unit is in which, who leads it, and which roles are in it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from orgchart.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgchart.graph import OrgGraph


class Units:
    """The listed units of an organization, by number; a unit that several files list has the number of the first.

    ==============  ==========================================================================
    `numbers`       numbers of the units, each once
    `part_of[u]`    the unit that unit u is in, or None where it is in none or in an unknown one
    `head[u]`       number of the role that leads it, or None where it names none, or nobody known
    `led_by[i]`     the units that role i leads, as their head or as the role they report to
    `of_role[i]`    the listed units of role i
    `members[u]`    numbers of the roles right in unit u, by their first unit
    ==============  ==========================================================================
    """

    PAIRS = 1000

    def __init__(self, graph: OrgGraph) -> None:
        self._graph = graph
        self.first = [self.number(unit.name) for unit in graph.units]
        self.numbers = [number for number, first in enumerate(self.first) if first == number]
        self.part_of: list[int | None] = [None] * len(graph.units)
        self.head: list[int | None] = [None] * len(graph.units)
        self.led_by: dict[int, list[int]] = {}
        for number, unit in enumerate(graph.units):
            first = self.first[number]
            if first is None:
                continue
            if unit.part_of and self.part_of[first] is None:
                self.part_of[first] = self.number(unit.part_of)
            if self.head[first] is None:
                self.head[first] = graph.heads[number]
            for leader in (graph.heads[number], *graph.unit_superiors[number]):
                if leader is not None:
                    self.led_by.setdefault(leader, []).append(first)

    def number(self, name: str) -> int | None:
        """The one listed unit a name means, or None."""
        found = self._graph.unit_candidates(name)
        return found[0] if len(found) == 1 else None

    @cached_property
    def of_role(self) -> list[list[int]]:
        """The listed units of each role, in its own order."""
        known: dict[str, int | None] = {}
        found: list[list[int]] = []
        for role in self._graph.roles:
            mine = []
            for name in role.unit:
                if name not in known:
                    known[name] = self.number(name)
                number = known[name]
                if number is not None:
                    mine.append(number)
            found.append(mine)
        return found

    @cached_property
    def members(self) -> list[list[int]]:
        """The roles right in each unit, by the first unit they name."""
        members: list[list[int]] = [[] for _ in self.first]
        for number, units in enumerate(self.of_role):
            if units:
                members[units[0]].append(number)
        return members

    @cached_property
    def inside(self) -> Reach:
        """Which unit is inside which, however far."""
        parts: list[list[int]] = [[] for _ in self.first]
        for number, upper in enumerate(self.part_of):
            if upper is not None:
                parts[upper].append(number)
        return Reach(parts)

    def bottom_up(self) -> list[int]:
        """The units, each after all units in it; those in a loop, and what they are in, are left out."""
        waiting = [0] * len(self.first)
        for number in self.numbers:
            upper = self.part_of[number]
            if upper is not None:
                waiting[upper] += 1
        order = [number for number in self.numbers if not waiting[number]]
        for number in order:
            upper = self.part_of[number]
            if upper is not None:
                waiting[upper] -= 1
                if not waiting[upper]:
                    order.append(upper)
        return order

    def related(self, ones: Iterable[int], others: Iterable[int]) -> bool:
        """Whether a unit of the one list is a unit of the other, in one of them, or has one of them in it.

        More pairs than anybody writes are not compared: a role with so many units is at home in all of them.
        """
        ones, others = list(ones), list(others)
        return len(ones) * len(others) > self.PAIRS or any(
            one == other or self.inside.is_below(one, other) or self.inside.is_below(other, one)
            for one in ones
            for other in others
        )
