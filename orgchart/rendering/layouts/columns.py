"""Where rows are columns: their x, and that of what stands in the channels between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.grid import middle_of
from orgchart.rendering.layouts.heights import Heights
from orgchart.rendering.layouts.placing import FROM_ABOVE
from orgchart.rendering.layouts.skyline import TRACK_PITCH, below_card, below_track
from orgchart.rendering.theme import (
    APART_GAP,
    BUS_ABOVE,
    BUS_BELOW,
    FRAME_CLEARANCE,
    FRAME_PADDING,
    MARGIN,
    STACK_GAP,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.route.routing import Routed

_BELOW_MARKS: Final = 8
_EVERYWHERE: Final = -(1 << 40)


class Marked(NamedTuple):
    """Pixels that marks take in each column, before its cards and behind them."""

    before: Sequence[int]
    behind: Sequence[int]


def columns_of(forest: Forest, grid: Grid, wide: int, marked: Marked, routed: Routed | None = None) -> Heights:
    """Give every column its x, for cards `wide` pixels wide, and every channel room for what runs in it.

    From left to right a channel holds the marks behind cards, the right edges of frames, the tracks of cross lines,
    the bus, the left edges of frames, the marks before cards.
    """
    reach, extents = _reaches(grid, marked.behind)
    bused = _rows_below_a_bus(forest, grid)
    starts = {frame.first for frame in grid.frames}
    depths = routed.depths if routed else [0] * (grid.rows + 1)
    lefts, buses, edges, tracks = [], [], [], []
    x, under = MARGIN, 0
    for row in range(grid.rows):
        air = max(FRAME_PADDING, marked.before[row]) if row in starts else marked.before[row]
        framed = FRAME_CLEARANCE + air if row in starts else 0
        x += APART_GAP if row in grid.spaced and row else 0
        first, free = _tracks(x, under, depths[row], at_margin=not row)
        if row in bused:
            bus = max(x + BUS_ABOVE, x + under + FRAME_CLEARANCE, free)
            x = bus + (framed or max(BUS_BELOW, air))
        elif row:
            bus = x
            x = max(x + STACK_GAP, x + under + (framed or max(_BELOW_MARKS, air)), free + air)
        else:
            bus, x = x, max(x, free) + air
        lefts.append(x)
        buses.append(bus)
        edges.append(x - air)
        tracks.append(first)
        x += wide
        under = reach[row]
    first, free = _tracks(x, under, depths[grid.rows])
    tracks.append(first)
    return Heights(
        grid.placement.row,
        lefts,
        [wide] * grid.rows,
        buses,
        [edges[frame.first] for frame in grid.frames],
        [lefts[frame.last] + wide + extent for frame, extent in zip(grid.frames, extents, strict=True)],
        max(x + under, free),
        _laid(routed, tracks) if routed else {},
        [([_EVERYWHERE], row) for row in range(grid.rows)],
    )


def _tracks(x: int, under: int, depth: int, *, at_margin: bool = False) -> tuple[int, int]:
    """Give the x of the first track of a channel, and of what comes behind the last."""
    first = x if at_margin else below_card(x, under).track
    return first, below_track(first + (depth - 1) * TRACK_PITCH).end if depth else 0


def _laid(routed: Routed, tracks: Sequence[int]) -> dict[tuple[int, int], int]:
    """Give each part of a way that runs along a channel the x of its track."""
    return {
        (number, channel): tracks[channel] + routed.tracks[number, channel] * TRACK_PITCH
        for number, way in routed.ways.items()
        for channel, (one, other) in enumerate(pairwise(way.xs), way.channel)
        if one != other
    }


def _rows_below_a_bus(forest: Forest, grid: Grid) -> frozenset[int]:
    placement, found = grid.placement, set()
    for box, children in enumerate(forest.children):
        if children and not placement.hanging[box]:
            first = children[0]
            if placement.entry[first] == FROM_ABOVE or placement.trunk[first] != middle_of(grid, box):
                found.add(placement.row[first])
    return frozenset(found)


def _reaches(grid: Grid, behind: Sequence[int]) -> tuple[list[int], list[int]]:
    """Measure how far marks and frames reach to the right of each column, and the same for each frame."""
    reach = list(behind)
    ending: dict[int, list[int]] = {}
    for number, frame in enumerate(grid.frames):
        ending.setdefault(frame.last, []).append(number)
    extents = [0] * len(grid.frames)
    for row, numbers in ending.items():
        done: list[tuple[int, int]] = []
        for number in sorted(numbers, key=lambda item: (grid.frames[item].right, -grid.frames[item].left)):
            extent = behind[row]
            while done and done[-1][0] >= grid.frames[number].left:
                extent = max(extent, done.pop()[1])
            extents[number] = extent = extent + FRAME_PADDING
            done.append((grid.frames[number].left, extent))
            reach[row] = max(reach[row], extent)
    return reach, extents
