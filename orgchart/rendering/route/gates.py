"""Gates: at which x a way passes each row between its two stops. Dynamic programming over rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, Final

from orgchart.rendering.route.board import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.rendering.route.board import Board, Span

APART: Final = 7
"""Least distance between two cross lines side by side, in pixels."""
_BEND: Final = 14
_CROSSING: Final = 20
_FOREIGN: Final = 20
_KEPT: Final = 4
_NEAR_START: Final = 4
"""Rows in which a way may still look for a gap near where it began."""
_BESIDE: Final = 6
_AIR: Final = 5
"""Pixels that a way keeps further off than it must, where there is room."""
_STEPS: Final = 400


class Gates:
    """The gaps of every row, and the verticals that stand in every channel already."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.starts = [[span[0] for span in spans] for spans in board.blocked]
        self.taken: list[list[int]] = [[] for _ in range(board.rows + 1)]

    def take(self, channel: int, x: int) -> None:
        """Let a vertical stand in a channel."""
        insort(self.taken[channel], x)

    def free(self, channel: int, x: int) -> bool:
        """Whether a vertical would keep its distance from the others in a channel."""
        return _near(self.taken[channel], x) is None

    def nearest(self, row: int, x: int, step: int) -> int | None:
        """Find the first free x of a row at x or in a direction (`step` is 1 or -1) from it."""
        starts, blocked = self.starts[row], self.board.blocked[row]
        above, below = self.taken[row], self.taken[row + 1]
        for _ in range(_STEPS):
            was, place = x, bisect_left(starts, x) - 1
            if place >= 0 and x < blocked[place][1]:
                x = _inside(blocked, place, step)
            near = _near(above, x) if above else None
            if near is None and below:
                near = _near(below, x)
            if near is not None:
                x = near + APART * step
            elif x == was:
                return x
            else:
                place = bisect_left(starts, x) - 1
                if place < 0 or x >= blocked[place][1]:
                    return x
        return None

    def find(self, rows: range, start: int, end: int, home: frozenset[int]) -> list[int] | None:
        """Find the x at which each row is passed on a way from x `start` above them to x `end` below.

        `home` are the frames that may be entered without a price: those around the two stops.
        """
        board = self.board
        states: list[tuple[int, int]] = [(0, start)]
        history: list[tuple[list[tuple[int, int]], dict[int, tuple[int, int]]]] = []
        for row in rows:
            ends = (start, end) if row - rows.start < _NEAR_START else (end,)
            found: dict[int, tuple[int, int]] = {}
            for x in self._candidates(row, [state[1] for state in states], ends, home):
                price = _CROSSING * board.under_bus(row, x)
                if board.areas[row][0] and (area := board.area(row, x)) != NOWHERE and area not in home:
                    price += _FOREIGN
                cost, place = _reached(x, states, board.trunks[row])
                found[x] = cost + price, place
            if not found:
                return None
            history.append((states, found))
            ranked = sorted((cost + abs(x - end), cost, x) for x, (cost, _) in found.items())
            states = [(cost, x) for _, cost, x in ranked[:_KEPT]]
        last = rows.stop
        best = min(states, key=lambda state: (state[0] + self._step(last, state[1], end), state[1]))
        return self._smooth(rows, start, end, _walked_back(history, best[1]))

    def _smooth(self, rows: range, start: int, end: int, found: list[int]) -> list[int]:
        """Take small steps out of a way: pass a row where the row after or before it is passed, if that is free."""
        board = self.board
        for places in (range(len(found) - 2, -1, -1), range(1, len(found))):
            step = -1 if places.step > 0 else 1
            for place in places:
                row, x, other = rows[place], found[place], found[place + step]
                if x == other or self.nearest(row, other, 1) != other or board.area(row, x) != board.area(row, other):
                    continue
                before = found[place - 1] if place else start
                after = found[place + 1] if place + 1 < len(found) else end
                old = self._step(row, before, x) + self._step(row + 1, x, after)
                if self._step(row, before, other) + self._step(row + 1, other, after) <= old:
                    found[place] = other
        return found

    def _step(self, channel: int, one: int, other: int) -> int:
        """Price of a track in a channel from one x to another."""
        if one == other:
            return 0
        return abs(one - other) + _BEND + _CROSSING * self.board.crossed(channel, one, other)

    def _candidates(self, row: int, at: Sequence[int], ends: Sequence[int], home: frozenset[int]) -> Iterable[int]:
        """List the gaps worth a try: near the ways so far, near both ends, and beside a foreign frame."""
        found: dict[int, None] = {}
        for x in dict.fromkeys((*at, *ends)):
            for step in (-1, 1):
                near = self.nearest(row, x, step)
                if near is not None and near not in found:
                    found[near] = None
                    beside = self._beside_foreign(row, near, step, home)
                    if beside is not None:
                        found[beside] = None
                if near == x:
                    break  # so it is in the other direction
        return found

    def _beside_foreign(self, row: int, x: int, step: int, home: frozenset[int]) -> int | None:
        """Find the gap beside the foreign frame in which x is, if it is in one."""
        if not self.board.areas[row][0]:
            return None
        area = self.board.area(row, x)
        return None if area == NOWHERE or area in home else self._beside(row, x, step)

    def _beside(self, row: int, x: int, step: int) -> int | None:
        """Find the next gap beyond the nearest border of a frame."""
        borders, _ = self.board.areas[row]
        place = bisect_right(borders, x) - (0 if step > 0 else 1)
        if not 0 <= place < len(borders):
            return None
        return self.nearest(row, borders[place] + _BESIDE * step, step)


def _reached(x: int, states: Sequence[tuple[int, int]], trunks: Sequence[int]) -> tuple[int, int]:
    """Find the least cost at which x is reached from one of some states, and from which: `_step`, added up."""
    least, best = -1, 0
    first, after = bisect_left(trunks, x), bisect_right(trunks, x)
    for place, (cost, at) in enumerate(states):
        if at < x:
            total = cost + x - at + _BEND + _CROSSING * (first - bisect_right(trunks, at))
        elif at > x:
            total = cost + at - x + _BEND + _CROSSING * (bisect_left(trunks, at) - after)
        else:
            total = cost
        if least < 0 or total < least:
            least, best = total, place
    return least, best


def _near(taken: Sequence[int], x: int) -> int | None:
    """Find a vertical that is too near to x."""
    place = bisect_right(taken, x - APART)
    return taken[place] if place < len(taken) and taken[place] < x + APART else None


def _inside(blocked: Sequence[Span], place: int, step: int) -> int:
    """Go to the gap beside a blocked stretch: a little way in, at most to its middle."""
    edge = blocked[place][1] if step > 0 else blocked[place][0]
    beyond = place + step
    if not 0 <= beyond < len(blocked):
        return edge + _AIR * step
    return edge + min(_AIR, abs(blocked[beyond][step < 0] - edge) // 2) * step


def _walked_back(history: Sequence[tuple[list[tuple[int, int]], dict[int, tuple[int, int]]]], x: int) -> list[int]:
    """Read the best way from its end to its start."""
    found: list[int] = []
    for states, reached in reversed(history):
        found.append(x)
        x = states[reached[x][1]][1]
    found.reverse()
    return found
