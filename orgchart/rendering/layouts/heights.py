"""Rows and channels get their heights: every row is as high as its highest card, every channel as what it carries."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.furniture import BELOW_TITLE
from orgchart.rendering.layouts.grid import middle_of
from orgchart.rendering.layouts.marks import NO_TRUNK, TRUNK_AT_LEFT, TRUNK_IN_MIDDLE, Pills, below_card, depth_of
from orgchart.rendering.layouts.placing import FROM_ABOVE
from orgchart.rendering.theme import (
    APART_GAP,
    BUS_ABOVE,
    BUS_BELOW,
    CARD_HEIGHT,
    FRAME_CLEARANCE,
    FRAME_PADDING,
    MARK_DISTANCE,
    MARK_HEIGHT,
    STACK_GAP,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Enclosed, Grid
    from orgchart.rendering.layouts.labels import Strip
    from orgchart.rendering.scene import Figure

_BELOW_MARKS: Final = 8
TRACK_PITCH: Final = 7
_ABOVE_TRACKS: Final = 9
_BELOW_REACH: Final = 6
_BELOW_TRACKS: Final = 8
_TO_MARKS: Final = 5
_MARKS_ABOVE: Final = MARK_DISTANCE + MARK_HEIGHT + 3
"""Pixels that marks above cards need between the cards and what is above."""


@dataclass(frozen=True, slots=True)
class Heights:
    """For each row its top and height, for each channel (above the row of its number) the y of its bus.

    `frame_tops` are for the frames that begin in a row, `frame_bottoms` for each frame. `tracks` is the y of the first
    track of each channel, the one below the last row included.
    """

    tops: Sequence[int]
    heights: Sequence[int]
    buses: Sequence[int]
    frame_tops: Sequence[int]
    frame_bottoms: Sequence[int]
    bottom: int
    tracks: Sequence[int]


@dataclass(frozen=True, slots=True)
class Below:
    """The marks below the cards: places of each box's marks, and for each row the boxes that have some."""

    places: Mapping[int, Sequence[tuple[int, int]]]
    by_row: Mapping[int, Sequence[int]]


def marks_below(
    figure: Figure,
    forest: Forest,
    grid: Grid,
    pills: Pills,
    ports: Mapping[int, Mapping[int, tuple[int, int]]] | None = None,
) -> Below:
    """Find places for the marks of all cards; `ports` are those that stand at the end of a line, by box and number."""
    places: dict[int, Sequence[tuple[int, int]]] = {}
    by_row: dict[int, list[int]] = {}
    for box, group in pills.of_box.items():
        taken = ports.get(box) if ports else None
        places[box] = below_card(group, figure.card_width, trunk_of(forest, grid, box), taken)
        by_row.setdefault(grid.placement.row[box], []).append(box)
    return Below(places, by_row)


def trunk_of(forest: Forest, grid: Grid, box: int) -> int:
    """Say where a trunk leaves a card at its lower edge."""
    if grid.placement.hanging[box]:
        return TRUNK_AT_LEFT
    return TRUNK_IN_MIDDLE if forest.children[box] or forest.assistants[box] else NO_TRUNK


def heights_of(  # noqa: PLR0913 - each decides about heights
    figure: Figure,
    forest: Forest,
    grid: Grid,
    below: Below,
    strips: Sequence[Strip],
    *,
    depths: Sequence[int] = (),
) -> Heights:
    """Stack rows and channels below the title; `depths` counts the tracks of cross lines in each channel."""
    depths = depths or [0] * (grid.rows + 1)
    heights = _row_heights(figure, grid)
    bused = _rows_below_a_bus(forest, grid)
    topped = _rows_below_marks(below)
    reach, frame_reach = _reaches(grid, below)
    strip_heights = [0] * grid.rows
    for frame, strip in zip(grid.frames, strips, strict=True):
        strip_heights[frame.first] = max(strip_heights[frame.first], strip.height)
    tops, buses, frame_tops, tracks = [], [], [], []
    y, under = BELOW_TITLE, 0
    for row in range(grid.rows):
        strip_height = strip_heights[row]
        if row in grid.spaced and row:
            y += APART_GAP
        first_track, end = _track_zone(y, under, depths[row])
        tracks.append(first_track)
        air = _MARKS_ABOVE if row in topped else 0
        if row in bused:
            bus = max(y + max(BUS_ABOVE, under + FRAME_CLEARANCE), end)
            y = bus + (FRAME_CLEARANCE if strip_height else max(BUS_BELOW, air + 1))
        else:
            bus = y
            y += _gap(under, first=not row, framed=bool(strip_height))
            if not strip_height:
                y = max(y, bus + under + air, end - _BELOW_TRACKS + _TO_MARKS + air if depths[row] and air else end)
            elif depths[row]:
                y = max(y, end)
        frame_tops.append(y)
        y += strip_height + (air if strip_height else 0)
        if row < len(figure.earlier):
            y, heights[row] = max(y, figure.earlier[row][0]), max(heights[row], figure.earlier[row][1])
        buses.append(bus)
        tops.append(y)
        y += heights[row]
        under = reach[row]
    bottoms = [tops[f.last] + heights[f.last] + extra for f, extra in zip(grid.frames, frame_reach, strict=True)]
    first_track, end = _track_zone(y, under, depths[-1])
    tracks.append(first_track)
    return Heights(tops, heights, buses, frame_tops, bottoms, max(y + under, end), tracks)


def _track_zone(y: int, under: int, depth: int) -> tuple[int, int]:
    """Find the first track of a channel that begins at `y`, and the end of all; without tracks both are `y`."""
    if not depth:
        return y, y
    first = y + (under + _BELOW_REACH if under else _ABOVE_TRACKS)
    return first, first + (depth - 1) * TRACK_PITCH + _BELOW_TRACKS


def _rows_below_marks(below: Below) -> frozenset[int]:
    """Find the rows that have marks above their cards."""
    return frozenset(
        row for row, boxes in below.by_row.items() if any(place < 0 for box in boxes for _, place in below.places[box])
    )


def _gap(under: int, *, first: bool, framed: bool) -> int:
    """Height of a channel without a bus."""
    if first:
        return 0
    if framed:
        return max(STACK_GAP, under + FRAME_CLEARANCE)
    return max(STACK_GAP, under + _BELOW_MARKS)


def _row_heights(figure: Figure, grid: Grid) -> list[int]:
    heights = [0] * grid.rows
    for row, box in zip(grid.placement.row, figure.boxes, strict=True):
        heights[row] = max(heights[row], box.height)
    return [height or CARD_HEIGHT for height in heights]


def _rows_below_a_bus(forest: Forest, grid: Grid) -> frozenset[int]:
    """Find the rows above which a superior's line branches, or drops into a card."""
    placement = grid.placement
    return frozenset(
        placement.row[children[0]]
        for box, children in enumerate(forest.children)
        if children and not placement.hanging[box] and needs_bus(forest, grid, box)
    )


def needs_bus(forest: Forest, grid: Grid, box: int) -> bool:
    """Whether something below a superior hangs elsewhere than from the trunk that leaves the card."""
    placement = grid.placement
    first = forest.children[box][0]
    return placement.entry[first] == FROM_ABOVE or placement.trunk[first] != middle_of(grid, box)


def _reaches(grid: Grid, below: Below) -> tuple[list[int], list[int]]:
    """Measure how far marks and frames reach below each row; and the same for each frame alone.

    A frame encloses the marks of its cards, and the frames in it that end in the same row.
    """
    reach = [0] * grid.rows
    for row, boxes in below.by_row.items():
        reach[row] = max(_depth(below, box) for box in boxes)
    ending: dict[int, list[int]] = {}
    for place, frame in enumerate(grid.frames):
        ending.setdefault(frame.last, []).append(place)
    extents = [0] * len(grid.frames)
    for row, places in ending.items():
        marks = sorted((grid.placement.x[box], _depth(below, box)) for box in below.by_row.get(row, ()))
        for place, extent in _frame_reaches(grid.frames, places, marks):
            extents[place] = extent
            reach[row] = max(reach[row], extent)
    return reach, extents


def _frame_reaches(
    frames: Sequence[Enclosed], places: Sequence[int], marks: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Measure how far frames that end in one row reach below it, the inner ones first."""
    done: list[tuple[int, int, int]] = []
    for place in sorted(places, key=lambda place: (frames[place].right, -frames[place].left)):
        frame = frames[place]
        inner = 0
        while done and done[-1][0] >= frame.left:
            inner = max(inner, done.pop()[2])
        start, end = bisect_left(marks, (frame.left, 0)), bisect_left(marks, (frame.right, 0))
        extent = max([inner, *(depth for _, depth in marks[start:end])]) + FRAME_PADDING
        done.append((frame.left, frame.right, extent))
        yield place, extent


def _depth(below: Below, box: int) -> int:
    return depth_of(1 + max(row for _, row in below.places[box]))
