"""What the rules about spans share: the limit that a role is held to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.rules._rule import Case


def span_limit(case: Case) -> Callable[[int], int]:
    """Gives the widest span of a role, by its number.

    A limit of its grade or of its unit replaces the general one, also a wider one; where both are set, the narrower
    counts. A unit's limit holds for the units in it that have none of their own.
    """
    config = case.config
    if not (config.span_by_grade or config.span_by_unit):
        return lambda _number: config.max_span
    of_unit = _unit_limits(case)

    def limit(number: int) -> int:
        role = case.roles[number]
        found = [of_unit[name] for name in role.unit if name in of_unit]
        if role.grade is not None and role.grade in config.span_by_grade:
            found.append(config.span_by_grade[role.grade])
        return min(found, default=config.max_span)

    return limit


def _unit_limits(case: Case) -> dict[str, int]:
    """The limit of every name of a unit that has one, its own or that of the nearest unit around it."""
    units, given = case.units, case.config.span_by_unit
    limits = dict(given)
    own = {units.number(name): limit for name, limit in given.items()}
    for number in reversed(units.bottom_up()):
        upper = units.part_of[number]
        if number not in own and upper in own and upper is not None:
            own[number] = own[upper]
    for number, unit in enumerate(case.org.units):
        first = units.first[number]
        if first is not None and first in own:
            limits.update(dict.fromkeys((unit.name, *unit.aliases), own[first]))
    return limits
