"""Ports: where on the edge of a card each way ends, with room for its mark, apart from all that stands there."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.route.board import without

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.route.board import Board, Span, Stop
    from orgchart.rendering.route.gates import Gates

MARKS_APART: Final = 3
_FROM_TRUNK: Final = 5
_FIRST: Final = 20
"""Pixels from the middle of a card to the first port on each side."""


class Wish(NamedTuple):
    """A port to be found: for which way and end, the mark's width, the x the way goes to, and whether it comes back.

    A way comes back if the vertical it goes to leaves the channel on the side where it came from.
    """

    number: int
    end: int
    width: int
    target: int
    back: bool
    straight: int | None = None


class Edge:
    """One edge of a card while its ports are given away."""

    def __init__(self, board: Board, gates: Gates, stop: Stop, *, lower: bool) -> None:
        self.gates, self.stop = gates, stop
        self.channel = stop.row + 1 if lower else stop.row
        self.trunks = board.trunks[self.channel]
        self.spans: Sequence[Span] = stop.lower if lower else stop.upper
        self.reserve = stop.reserve if lower else 0
        self.used: list[Span] = []

    def give(self, wishes: Sequence[Wish]) -> dict[tuple[int, int], int]:
        """Find an x for each wish, from the middle outwards; what finds no room is left out."""
        middle = self.stop.middle
        left = [wish for wish in wishes if wish.target < middle]
        right = [wish for wish in wishes if wish.target >= middle]
        left.sort(key=lambda wish: (not wish.back, -wish.target if wish.back else wish.target, wish.number))
        right.sort(key=lambda wish: (not wish.back, wish.target if wish.back else -wish.target, wish.number))
        found: dict[tuple[int, int], int] = {}
        for group, step in ((left, -1), (right, 1)):
            start = self._start(group, step)
            for wish in reversed(group):
                x = self._search(wish, start, step)
                if x is not None:
                    found[wish.number, wish.end] = x
        return found

    def _start(self, group: Sequence[Wish], step: int) -> int:
        """Begin so near the middle, or beyond it, that all of a group have room up to the outer end of the edge."""
        first = self.stop.middle + _FIRST * step
        x = None
        wishes = iter(group)
        wish = next(wishes, None)
        for start, end in self.spans if step < 0 else self.spans[::-1]:
            inner, outer = (end, start) if step < 0 else (start, end)
            while wish is not None and (inner - outer) * -step >= wish.width:
                x = outer - wish.width // 2 * step
                outer -= (wish.width + MARKS_APART) * step
                wish = next(wishes, None)
        if x is None:
            return first
        return max(first, x) if step < 0 else min(first, x)

    def _search(self, wish: Wish, start: int, step: int) -> int | None:
        """Look at the place right opposite, then from a start outwards, then back over the whole edge."""
        free = without(self.spans, [(a - MARKS_APART, b + MARKS_APART) for a, b in self.used])
        if wish.straight is not None and self._fits(wish.straight, wish.width, free):
            return self._taken(wish.straight, wish.width)
        outer = (self.spans[0][0] if step < 0 else self.spans[-1][1]) if self.spans else start
        inner = (self.spans[-1][1] if step < 0 else self.spans[0][0]) if self.spans else start
        for x in (*range(start, outer, step), *range(start - step, inner, -step)):
            if self._fits(x, wish.width, free) and self.gates.free(self.channel, x):
                return self._taken(x, wish.width)
        return None

    def _taken(self, x: int, width: int) -> int:
        self.used.append((x - width // 2, x + width // 2))
        self.gates.take(self.channel, x)
        return x

    def _fits(self, x: int, width: int, free: Sequence[Span]) -> bool:
        """Whether a mark has room around x, apart from trunks, and the reserve stays free."""
        start, end = x - width // 2, x + width // 2
        if not any(span[0] <= start and end <= span[1] for span in free):
            return False
        place = bisect_left(self.trunks, x - _FROM_TRUNK + 1)
        if place < len(self.trunks) and self.trunks[place] < x + _FROM_TRUNK:
            return False
        if not self.reserve:
            return True
        rest = without(free, [(start - MARKS_APART, end + MARKS_APART)])
        return any(span[1] - span[0] >= self.reserve for span in rest)
