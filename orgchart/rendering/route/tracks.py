"""Tracks: at which height each way runs along a channel, so that few cross and none lie on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

CLEARANCE: Final = 8
"""Least distance of two ways on one track, in pixels."""
_MOST_IMPROVED: Final = 80
_ROUNDS: Final = 6


class Run(NamedTuple):
    """A level part of a way: from `left` to `right`, and whether its verticals there go up."""

    number: int
    left: int
    right: int
    left_up: bool
    right_up: bool


def tracks_of(runs: Sequence[Run]) -> dict[int, int]:
    """Give each run its track, counted from the top, by the number of its way. O(k²) for k runs of a channel."""
    order = sorted(range(len(runs)), key=lambda place: _rank(runs[place]))
    if 1 < len(runs) <= _MOST_IMPROVED:
        order = _improved(runs, order)
    tracks: dict[int, int] = {}
    placed: list[tuple[Run, int]] = []
    for place in order:
        run = runs[place]
        track = 0
        for other, level in placed:
            if level >= track and _meet(run, other):
                track = level + 1
        tracks[run.number] = track
        placed.append((run, track))
    return tracks


def _rank(run: Run) -> tuple[int, int, int, int]:
    """Put first what goes up at both ends, short before long; last what goes down at both ends, long before short."""
    ups = run.left_up + run.right_up
    length = run.right - run.left
    return -ups, length if ups else -length, run.left, run.number


def _meet(one: Run, other: Run) -> bool:
    """Whether two runs are too near for one track."""
    return one.left < other.right + CLEARANCE and other.left < one.right + CLEARANCE


def _crossings(upper: Run, lower: Run) -> int:
    """Count the points where two runs cross if one lies above the other."""
    found = 0
    for x, up in ((upper.left, upper.left_up), (upper.right, upper.right_up)):
        found += not up and lower.left < x < lower.right
    for x, up in ((lower.left, lower.left_up), (lower.right, lower.right_up)):
        found += up and upper.left < x < upper.right
    return found


def _improved(runs: Sequence[Run], order: list[int]) -> list[int]:
    """Move one run after the other to where it crosses least, until nothing is gained."""
    price = [[_crossings(one, other) for other in runs] for one in runs]
    for _ in range(_ROUNDS):
        gained = False
        for place in tuple(order):
            at = order.index(place)
            rest = order[:at] + order[at + 1 :]
            cost = sum(price[place][other] for other in rest)
            costs = [cost]
            for other in rest:
                cost += price[other][place] - price[place][other]
                costs.append(cost)
            least = min(costs)
            if least < costs[at]:
                best = costs.index(least)
                order = [*rest[:best], place, *rest[best:]]
                gained = True
        if not gained:
            break
    return order
