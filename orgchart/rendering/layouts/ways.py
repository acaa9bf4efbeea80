"""Ways with heights become routes: corners in pixels, and the places where one line passes over another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from orgchart.rendering.scene import NOBODY, Route

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.layouts.plans import Plan, Ways
    from orgchart.rendering.route.board import Way
    from orgchart.rendering.scene import End, Figure, Link

PARTY: Final = "party:"
LABEL_MARK: Final = 4
"""Pixels from the top of a frame to the marks in it."""
TURNED_LABEL_MARK: Final = 8
"""The same where rows are columns: from the left edge of a frame."""
_MOST_BRIDGED: Final = 200
"""So many lines at most get bridges over each other; with more the picture is no longer read line by line."""

_FAR: Final = 1 << 40

Bridge = tuple[int, int, bool]
"""x and y of a crossing, and whether the upper line runs level there."""


def draw_ways(figure: Figure, plan: Plan, ways: Ways) -> tuple[Route, ...]:
    """Draw all ways, in the order of their numbers."""
    links = {link.number: link for link in figure.links}
    routes: list[Route] = []
    over = _Over()
    for number, way in ways.routed.ways.items():
        link = links[number]
        points = corners(figure, plan, ways, link)
        bridges = list(_over_reporting(plan, ways, way))
        if len(ways.routed.ways) <= _MOST_BRIDGED:
            bridges += over.pass_over(points)
        if way.turned:
            points = points[::-1]
        flat = tuple(number for point in points for number in point)
        names = _key(figure, link.source), _key(figure, link.target)
        routes.append(Route(number, link.kind, *names, flat, link.words, tuple(dict.fromkeys(bridges))))
    return tuple(routes)


def _key(figure: Figure, end: End) -> str:
    """Name an end as the file promises: the id of a role, or `party:` and the name."""
    if end.box == NOBODY:
        return PARTY + end.unit
    box = figure.boxes[end.box]
    return box.key if box.kind == "role" else PARTY + box.key


def corners(figure: Figure, plan: Plan, ways: Ways, link: Link) -> list[tuple[int, int]]:
    """List the corners of a way, from its upper end to its lower one."""
    heights = plan.heights
    way = ways.routed.ways[link.number]
    first, last = (link.target, link.source) if way.turned else (link.source, link.target)
    xs = [x + ways.shift for x in way.xs]
    points = [(xs[0], _edge(figure, plan, first, lower=way.from_above[0]))]
    for channel, (one, other) in enumerate(pairwise(xs), way.channel):
        if one != other:
            y = heights.tracks[link.number, channel]
            points += [(one, y), (other, y)]
    points.append((xs[-1], _edge(figure, plan, last, lower=way.from_above[1])))
    return points


def _edge(figure: Figure, plan: Plan, end: End, *, lower: bool) -> int:
    """Find the y of the edge of a card, or of the mark of a frame."""
    heights = plan.heights
    if end.box == NOBODY:
        number = next(number for number, frame in enumerate(plan.grid.frames) if end.unit in frame.units)
        return heights.frame_tops[number] + (TURNED_LABEL_MARK if plan.turned else LABEL_MARK)
    slot, box = heights.slot[end.box], figure.boxes[end.box]
    top, height = heights.tops[slot], heights.heights[slot]
    if box.kind != "role" and not plan.turned:
        top, height = top + (height - box.height) // 2, box.height
    return top + height if lower else top


def _over_reporting(plan: Plan, ways: Ways, way: Way) -> Iterator[Bridge]:
    """Find where a way passes over reporting lines: trunks in the channels, buses below the tracks."""
    board, heights, shift = ways.board, plan.heights, ways.shift
    if not way.from_above[0] and board.under_bus(way.channel, way.xs[0]):
        yield way.xs[0] + shift, heights.bus_at(way.channel, way.xs[0] + shift), False
    last = len(way.xs) - 2
    for place, (one, other) in enumerate(pairwise(way.xs)):
        channel = way.channel + place
        if one != other:
            y = heights.tracks[way.number, channel]
            trunks = board.trunks[channel]
            for x in trunks[bisect_right(trunks, min(one, other)) : bisect_left(trunks, max(one, other))]:
                yield x + shift, y, True
        downwards = place != last or not way.from_above[1]
        if downwards and channel < board.rows and board.under_bus(channel, other):
            yield other + shift, heights.bus_at(channel, other + shift), False


class _Over:
    """The lines drawn so far, by x and by y."""

    def __init__(self) -> None:
        self.upright: list[tuple[int, int, int]] = []
        self.level: list[tuple[int, int, int]] = []

    def pass_over(self, points: Sequence[tuple[int, int]]) -> list[Bridge]:
        """Find where a new line crosses those before it, and remember it."""
        found: list[Bridge] = []
        upright, level = [], []
        for (x1, y1), (x2, y2) in pairwise(points):
            if y1 == y2:
                low, high = min(x1, x2), max(x1, x2)
                found += [(x, y1, True) for x in _between(self.upright, low, high, y1)]
                level.append((y1, low, high))
            else:
                low, high = min(y1, y2), max(y1, y2)
                found += [(x1, y, False) for y in _between(self.level, low, high, x1)]
                upright.append((x1, low, high))
        for item in upright:
            insort(self.upright, item)
        for item in level:
            insort(self.level, item)
        return found


def _between(lines: Sequence[tuple[int, int, int]], low: int, high: int, at: int) -> Iterator[int]:
    """List the positions of lines strictly between two values that reach over a third."""
    start, end = bisect_right(lines, (low, _FAR, _FAR)), bisect_left(lines, (high, -_FAR, -_FAR))
    for position, first, last in lines[start:end]:
        if first < at < last:
            yield position


def length_of(points: Sequence[tuple[int, int]]) -> int:
    """Length of a line in pixels."""
    return sum(abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in pairwise(points))
