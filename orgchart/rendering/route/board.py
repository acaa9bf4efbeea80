"""What the router sees: rows with what blocks them, channels with the reporting lines in them, stops at cards."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Span = tuple[int, int]
"""From and to, in pixels of x."""

NOWHERE: Final = -1


class Stop(NamedTuple):
    """A place where ways end: a card in a row, with the stretches of its upper and lower edge that are free.

    `fixed` is the only x at which a way may arrive from above (a mark on a frame); `reserve` are the pixels of the
    lower edge that must stay free for what else is to be shown there.
    """

    key: int
    row: int
    middle: int
    upper: Sequence[Span] = ()
    lower: Sequence[Span] = ()
    fixed: int | None = None
    reserve: int = 0


class Connection(NamedTuple):
    """Two stops to be joined; `width` is that of the mark at both ends, an even number."""

    number: int
    start: Stop
    end: Stop
    width: int


class Way(NamedTuple):
    """A way from stop to stop: the x of each vertical, from the upper stop to the lower one.

    The first vertical meets the second in channel `channel`, the second meets the third in the next one, and so on.
    `from_above` says for the first and for the last vertical whether its stop lies above the channel where it ends;
    `turned` that the way begins at the connection's end.
    """

    number: int
    channel: int
    xs: tuple[int, ...]
    from_above: tuple[bool, bool]
    turned: bool


class Area(NamedTuple):
    """A department's frame: its edges in x, its first and last row."""

    left: int
    right: int
    first: int
    last: int


class Board(NamedTuple):
    """The rows and channels: all lists have an entry a row, those of channels one more.

    `blocked` are the stretches of a row that no way may pass, sorted and apart; `trunks` the x of reporting lines that
    cross a channel where the tracks are; `buses` the reporting lines along a channel, below its tracks; `areas` for
    each row the `frames` there as borders (sorted x) and, after each border, the innermost frame or `NOWHERE`.
    """

    rows: int
    blocked: Sequence[Sequence[Span]]
    trunks: Sequence[Sequence[int]]
    buses: Sequence[Sequence[Span]]
    areas: Sequence[tuple[Sequence[int], Sequence[int]]]
    frames: Sequence[Area] = ()

    def around(self, row: int, x: int) -> frozenset[int]:
        """Find all frames around a place."""
        return frozenset(
            place
            for place, area in enumerate(self.frames)
            if area.first <= row <= area.last and area.left <= x <= area.right
        )

    def area(self, row: int, x: int) -> int:
        """Find the innermost frame at a place, or `NOWHERE`."""
        borders, inner = self.areas[row]
        place = bisect_right(borders, x)
        return inner[place - 1] if place else NOWHERE

    def crossed(self, channel: int, one: int, other: int) -> int:
        """Count the reporting lines that a track crosses."""
        left, right = (one, other) if one < other else (other, one)
        trunks = self.trunks[channel]
        return bisect_left(trunks, right) - bisect_right(trunks, left)

    def under_bus(self, channel: int, x: int) -> bool:
        """Whether a vertical that leaves the tracks downwards crosses a bus."""
        buses = self.buses[channel]
        place = bisect_right(buses, (x, x)) - 1
        return place >= 0 and buses[place][0] < x < buses[place][1]


def joined(spans: Iterable[Span]) -> list[Span]:
    """Sort stretches and join those that overlap.

    >>> joined([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def innermost(areas: Sequence[Area], rows: int) -> list[tuple[list[int], list[int]]]:
    """List for each row the borders of the frames there, and the innermost frame after each. Outer frames come first.

    >>> innermost([Area(0, 100, 0, 0), Area(20, 50, 0, 0)], 1)
    [([0, 20, 50, 100], [0, 1, 0, -1])]
    """
    by_row: list[list[int]] = [[] for _ in range(rows)]
    for place, area in enumerate(areas):
        for row in range(area.first, area.last + 1):
            by_row[row].append(place)
    return [_borders(areas, places) for places in by_row]


def _borders(areas: Sequence[Area], places: Sequence[int]) -> tuple[list[int], list[int]]:
    """Sweep over one row."""
    ordered = sorted(places, key=lambda place: (areas[place].left, -areas[place].right, place))
    borders: list[int] = []
    inner: list[int] = []
    around: list[int] = []
    for place in ordered:
        while around and areas[around[-1]].right <= areas[place].left:
            borders.append(areas[around.pop()].right)
            inner.append(around[-1] if around else NOWHERE)
        borders.append(areas[place].left)
        inner.append(place)
        around.append(place)
    while around:
        borders.append(areas[around.pop()].right)
        inner.append(around[-1] if around else NOWHERE)
    return borders, inner


def within(spans: Sequence[Span], x: int) -> bool:
    """Whether x lies in one of a few stretches, its ends included."""
    return any(start <= x <= end for start, end in spans)


def without(spans: Sequence[Span], taken: Iterable[Span]) -> list[Span]:
    """Cut stretches that are taken out of free ones.

    >>> without([(0, 10), (20, 30)], [(4, 6), (8, 22)])
    [(0, 4), (6, 8), (22, 30)]
    """
    edges = joined(taken)
    found: list[Span] = []
    for start, end in spans:
        cuts = [(start, start), *(cut for cut in edges if cut[1] > start and cut[0] < end), (end, end)]
        found += [(one[1], other[0]) for one, other in pairwise(cuts) if other[0] > one[1]]
    return found
