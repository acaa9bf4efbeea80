"""The lower edge of what is drawn so far: from the left to the right, how far down the picture is taken already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.theme import FRAME_CLEARANCE, STACK_GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

TRACK_PITCH: Final = 7
"""Pixels from a cross line to the next one below it."""
_ABOVE_TRACKS: Final = 9
_BELOW_REACH: Final = 6
_BELOW_TRACKS: Final = 8
_TO_MARKS: Final = 5
_FAR: Final = 1 << 40


class Edge(NamedTuple):
    """What a part of the lower edge asks of that which comes next, as the least y of each.

    `card` is for a card, the upper edge of a frame or a bus; `track` for a cross line; `mark` for a mark above a card;
    `end` is where what is drawn ends, marks and lines included.
    """

    card: int
    track: int
    mark: int
    end: int


def start_at(y: int) -> Edge:
    """Give the edge of an empty picture that begins at `y`."""
    return Edge(y, y + _ABOVE_TRACKS, y, y)


def below_card(bottom: int, depth: int = 0) -> Edge:
    """Give the edge below a card, with marks under it that are so deep."""
    if not depth:
        return Edge(bottom + STACK_GAP, bottom + _ABOVE_TRACKS, bottom, bottom)
    reach = bottom + depth
    return Edge(max(bottom + STACK_GAP, reach + FRAME_CLEARANCE), reach + _BELOW_REACH, reach, reach)


def below_frame(bottom: int) -> Edge:
    """Give the edge below a frame."""
    return Edge(bottom + FRAME_CLEARANCE, bottom + _BELOW_REACH, bottom, bottom)


def below_track(y: int) -> Edge:
    """Give the edge below a cross line."""
    end = y + _BELOW_TRACKS
    return Edge(end, y + TRACK_PITCH, y + _TO_MARKS, end)


class Skyline:
    """Pieces from left to right, each with its edge. What is put on it covers all that it had there. Amortized O(1)."""

    def __init__(self, edge: Edge) -> None:
        self.starts = [-_FAR]
        self.edges = [edge]

    def over(self, left: int, right: int) -> Edge:
        """Give the lowest of all edges from `left` to `right`."""
        first, last = bisect_right(self.starts, left) - 1, bisect_left(self.starts, right)
        if last - first <= 1:
            return self.edges[first]
        return Edge(*map(max, *self.edges[first:last]))

    def put(self, left: int, right: int, edge: Edge) -> None:
        """Let the edge from `left` to `right` be another one."""
        starts, edges = self.starts, self.edges
        first, last = bisect_left(starts, left), bisect_right(starts, right)
        after = edges[last - 1]
        starts[first:last] = (left, right)
        edges[first:last] = (edge, after)

    def end(self) -> int:
        """Give the lower end of everything."""
        return max(self._ends())

    def _ends(self) -> Iterator[int]:
        return (edge.end for edge in self.edges)
