"""Rows get their heights where they stand: every card moves up until it meets what the rows above it left there.

Rows keep the order of everything that shares a place in x, so that what holds for rows of equal height (no card meets
another, no line enters a card) holds here too. What belongs together stays level: siblings under a bus, both sides of
a trunk, a card and the line that reaches it.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from orgchart.rendering.layouts.furniture import BELOW_TITLE
from orgchart.rendering.layouts.grid import middle_of
from orgchart.rendering.layouts.marks import NO_TRUNK, TRUNK_AT_LEFT, TRUNK_IN_MIDDLE, Pills, depth_of
from orgchart.rendering.layouts.marks import below_card as marks_below_card
from orgchart.rendering.layouts.placing import FROM_ABOVE
from orgchart.rendering.layouts.skyline import Edge, Skyline, below_card, below_frame, below_track, start_at
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import (
    APART_GAP,
    BUS_BELOW,
    CARD_HEIGHT_TWO_LINES,
    FRAME_CLEARANCE,
    FRAME_PADDING,
    MARK_DISTANCE,
    MARK_HEIGHT,
    STACK_GAP,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.labels import Strip
    from orgchart.rendering.layouts.plans import Ways
    from orgchart.rendering.scene import Figure

_AROUND: Final = 8
"""Pixels at both sides of a card, a line or a frame in which nothing passes it by in height."""
_MARKS_ABOVE: Final = MARK_DISTANCE + MARK_HEIGHT + 3
"""Pixels that marks above cards need between the cards and what is above."""
_PITCH: Final = CARD_HEIGHT_TWO_LINES + STACK_GAP
_EVERYWHERE: Final = 1 << 39


class Heights(NamedTuple):
    """Where everything stands in y.

    `slot` is for each box the number of the part of a row in which it stands, level with its neighbours there; `tops`,
    `heights` and `buses` (the y of the bus above) are by slot. `frame_tops` and `frame_bottoms` are for each frame,
    `tracks` for each level part of a cross line, by its number and channel. `parts` are for each row the left ends of
    its slots and the number of the first one, `extents` the ends of each slot in x.
    """

    slot: Sequence[int]
    tops: Sequence[int]
    heights: Sequence[int]
    buses: Sequence[int]
    frame_tops: Sequence[int]
    frame_bottoms: Sequence[int]
    bottom: int
    tracks: Mapping[tuple[int, int], int]
    parts: Sequence[tuple[Sequence[int], int]] = ()
    extents: Sequence[tuple[int, int]] = ()

    def bus_at(self, channel: int, x: int) -> int:
        """Find the y of the bus of a channel at an x."""
        lefts, first = self.parts[channel]
        return self.buses[first + bisect_right(lefts, x) - 1]


class Below(NamedTuple):
    """The marks below the cards: the places of each box's marks."""

    places: Mapping[int, Sequence[tuple[int, int]]]


def marks_below(
    figure: Figure,
    forest: Forest,
    grid: Grid,
    pills: Pills,
    ports: Mapping[int, Mapping[int, tuple[int, int]]] | None = None,
) -> Below:
    """Find places for the marks of all cards; `ports` are those that stand at the end of a line, by box and number."""
    places: dict[int, Sequence[tuple[int, int]]] = {}
    for box, group in pills.of_box.items():
        taken = ports.get(box) if ports else None
        places[box] = marks_below_card(group, figure.card_width, trunk_of(forest, grid, box), taken)
    return Below(places)


def trunk_of(forest: Forest, grid: Grid, box: int) -> int:
    """Say where a trunk leaves a card at its lower edge."""
    if grid.placement.hanging[box]:
        return TRUNK_AT_LEFT
    return TRUNK_IN_MIDDLE if forest.children[box] or forest.assistants[box] else NO_TRUNK


def needs_bus(forest: Forest, grid: Grid, box: int) -> bool:
    """Whether something below a superior hangs elsewhere than from the trunk that leaves the card."""
    placement = grid.placement
    first = forest.children[box][0]
    return placement.entry[first] == FROM_ABOVE or placement.trunk[first] != middle_of(grid, box)


def heights_of(  # noqa: PLR0913 - each decides about heights
    figure: Figure,
    forest: Forest,
    grid: Grid,
    below: Below,
    strips: Sequence[Strip],
    ways: Ways | None = None,
) -> Heights:
    """Let everything move up below the title, row after row; `ways` are the cross lines. O(n log n)."""
    return _Sweep(figure, forest, grid, below, strips).down(_runs(ways, grid.rows) if ways else [])


def renumbered(figure: Figure, forest: Forest, grid: Grid, heights: Heights) -> Grid:
    """Number the rows anew by where the cards stand, so that a cross line finds its way at the same height everywhere.

    What stands below something else keeps a higher number, what stands level the same.
    """
    numbers = [0] * len(heights.tops)
    line = Skyline(Edge(0, 0, 0, 0))
    ends = [(bottom, NOBODY, number) for number, bottom in enumerate(heights.frame_bottoms)]
    for _, slot, ending in sorted([*ends, *((top, slot, NOBODY) for slot, top in enumerate(heights.tops))]):
        if slot == NOBODY:
            left, right = grid.frames[ending].left - _AROUND, grid.frames[ending].right + _AROUND
            line.put(left, right, line.over(left, right))
            continue
        left, right = heights.extents[slot]
        number = max(line.over(left, right).card, (heights.tops[slot] - BELOW_TITLE + _PITCH // 2) // _PITCH)
        numbers[slot] = number
        line.put(left, right, Edge(number + 1, 0, 0, 0))
    row = [numbers[slot] for slot in heights.slot]
    new = {}
    for old, slot in zip(grid.placement.row, heights.slot, strict=True):
        new[old] = numbers[slot]
    apart = min((new[old] for old in new if old >= grid.placement.rows), default=max(numbers, default=-1) + 1)
    members = {
        frame.units: group.boxes for frame in grid.frames for group in figure.apart if frame.units == group.units
    }
    frames = []
    for frame in grid.frames:
        inside = members[frame.units] if frame.top == NOBODY else _framed(forest, frame.top)
        rows = [row[box] for box in inside]
        frames.append(frame._replace(first=min(rows), last=max(rows)))
    placement = grid.placement._replace(row=row, rows=apart)
    spaced = frozenset(new[old] for old in grid.spaced if old in new)
    return grid._replace(placement=placement, frames=frames, rows=max(numbers, default=-1) + 1, spaced=spaced)


def _framed(forest: Forest, top: int) -> list[int]:
    """List a subtree with its assistants."""
    inside = forest.subtree(top)
    return [*inside, *(helper for box in inside for helper in forest.assistants[box])]


class _Run(NamedTuple):
    """A level part of a cross line: its track, its ends in x, its number."""

    track: int
    left: int
    right: int
    number: int


def _runs(ways: Ways, rows: int) -> list[list[_Run]]:
    """List the level parts of cross lines in each channel, from the first track to the last."""
    runs: list[list[_Run]] = [[] for _ in range(rows + 1)]
    for number, way in ways.routed.ways.items():
        for channel, (one, other) in enumerate(pairwise(way.xs), way.channel):
            if one != other:
                left, right = sorted((one + ways.shift, other + ways.shift))
                runs[channel].append(_Run(ways.routed.tracks[number, channel], left, right, number))
    for present in runs:
        present.sort()
    return runs


class _Sweep:
    """Row after row from the top."""

    def __init__(self, figure: Figure, forest: Forest, grid: Grid, below: Below, strips: Sequence[Strip]) -> None:
        self.figure, self.grid, self.strips = figure, grid, strips
        self.skyline = Skyline(start_at(BELOW_TITLE))
        self.slot = [0] * len(figure.boxes)
        self.tops: list[int] = []
        self.heights: list[int] = []
        self.buses: list[int] = []
        self.frame_tops = [0] * len(grid.frames)
        self.frame_bottoms = [0] * len(grid.frames)
        self.tracks: dict[tuple[int, int], int] = {}
        self.parts: list[tuple[list[int], int]] = []
        self.extents: list[tuple[int, int]] = []
        self.marked = {box: [row for _, row in places] for box, places in below.places.items()}
        self.partner = dict(figure.beside)
        self.pieces: list[list[tuple[int, int, int, int]]] = [[] for _ in range(grid.rows)]
        """For each row what stays level: left, right, and a box, or a bus, or a frame, by kind and number."""
        self.ending: list[list[int]] = [[] for _ in range(grid.rows)]
        self._gather(forest)

    def _gather(self, forest: Forest) -> None:
        """Collect what stands in each row, with its extent in x."""
        placement, width = self.grid.placement, self.grid.card_width
        pieces, above = self.pieces, self.figure.superior
        for box, (row, x, entry) in enumerate(zip(placement.row, placement.x, placement.entry, strict=True)):
            left, right = x, x + width
            if entry != FROM_ABOVE and above[box] != NOBODY:
                trunk = placement.trunk[box]
                left, right = min(left, trunk), max(right, trunk)
            pieces[row].append((left - _AROUND, right + _AROUND, _CARD, box))
        for box, children in enumerate(forest.children):
            if children and not placement.hanging[box] and needs_bus(forest, self.grid, box):
                reached = [middle_of(self.grid, box), *map(self._entered_at, children)]
                row = placement.row[children[0]]
                pieces[row].append((min(reached) - _AROUND, max(reached) + _AROUND, _BUS, box))
        for number, frame in enumerate(self.grid.frames):
            pieces[frame.first].append((frame.left - _AROUND, frame.right + _AROUND, _FRAME, number))
            self.ending[frame.last].append(number)
        for row, xs in self._tops(forest).items():
            pieces[row].append((min(xs), max(xs), _LEVEL, 0))
        for row in (*self.grid.spaced, *range(placement.rows, self.grid.rows)):
            pieces[row].append((-_EVERYWHERE, _EVERYWHERE, _LEVEL, 0))

    def _tops(self, forest: Forest) -> dict[int, list[int]]:
        """Find where the tops of trees stand that share a row."""
        found: dict[int, list[int]] = {}
        for top in forest.tops:
            found.setdefault(self.grid.placement.row[top], []).append(self.grid.placement.x[top])
        return found

    def _entered_at(self, box: int) -> int:
        """Give the x at which a box is reached from the bus."""
        placement = self.grid.placement
        return middle_of(self.grid, box) if placement.entry[box] == FROM_ABOVE else placement.trunk[box]

    def down(self, runs: Sequence[Sequence[_Run]]) -> Heights:
        """Go from row to row, in each the cross lines above it first."""
        for row, pieces in enumerate(self.pieces):
            if runs:
                self._lay(row, runs[row])
            self._stand(row, pieces)
            if self.ending[row]:
                self._close(self.ending[row])
        if runs:
            self._lay(self.grid.rows, runs[-1])
        return Heights(
            self.slot,
            self.tops,
            self.heights,
            self.buses,
            self.frame_tops,
            self.frame_bottoms,
            self.skyline.end(),
            self.tracks,
            self.parts,
            self.extents,
        )

    def _lay(self, channel: int, runs: Sequence[_Run]) -> None:
        """Lay the cross lines of a channel, those of one track beside each other."""
        waiting: list[tuple[_Run, int]] = []
        for run in runs:
            if waiting and waiting[-1][0].track != run.track:
                self._laid(channel, waiting)
                waiting = []
            waiting.append((run, self.skyline.over(run.left - _AROUND, run.right + _AROUND).track))
        self._laid(channel, waiting)

    def _laid(self, channel: int, found: Sequence[tuple[_Run, int]]) -> None:
        for run, y in found:
            self.tracks[run.number, channel] = y
        for run, y in sorted(found, key=lambda item: item[1]):
            self.skyline.put(run.left - _AROUND, run.right + _AROUND, below_track(y))

    def _stand(self, row: int, pieces: list[tuple[int, int, int, int]]) -> None:
        """Put a row down: what overlaps in x stays level."""
        pieces.sort()
        lefts: list[int] = []
        self.parts.append((lefts, len(self.tops)))
        start = 0
        while start < len(pieces):
            left, right = pieces[start][:2]
            end = start + 1
            while end < len(pieces) and pieces[end][0] <= right:
                right = max(right, pieces[end][1])
                end += 1
            lefts.append(left)
            self._level(row, left, right, pieces[start:end])
            start = end

    def _level(self, row: int, left: int, right: int, pieces: Sequence[tuple[int, int, int, int]]) -> None:
        """Put down what stays level: bus, frames with their names, marks above, cards, marks below."""
        edge = self.skyline.over(left, right)
        strip, bused, marks, height = 0, False, False, 0
        for _, _, kind, number in pieces:
            if kind == _CARD:
                height = max(height, self.figure.boxes[number].height)
                marks = marks or (number in self.marked and min(self.marked[number]) < 0)
            elif kind == _FRAME:
                strip = max(strip, self.strips[number].height)
            elif kind == _BUS:
                bused = True
        air = _MARKS_ABOVE if marks else 0
        y = bus = edge.card
        if row in self.grid.spaced and row:
            y = bus = edge.card + APART_GAP
        if bused:
            y = bus + (FRAME_CLEARANCE if strip else max(BUS_BELOW, air + 1))
        elif air and not strip:
            y = max(y, edge.mark + air)
        for _, _, kind, number in pieces:
            if kind == _FRAME:
                self.frame_tops[number] = y
        y += strip + (air if strip else 0)
        slot = len(self.tops)
        for _, _, kind, box in pieces:
            if kind == _CARD:
                partner = self.partner.get(box, NOBODY)
                if partner != NOBODY and self.grid.placement.row[partner] == row:
                    y = max(y, self.tops[self.slot[partner]])
        bottom = y + height
        self.tops.append(y)
        self.heights.append(height)
        self.buses.append(bus)
        self.extents.append((left, right))
        self.skyline.put(left, right, below_card(bottom))
        for one, other, kind, box in pieces:
            if kind == _CARD:
                self.slot[box] = slot
                if box in self.marked:
                    depth = depth_of(1 + max(self.marked[box]))
                    if depth:
                        self.skyline.put(one, other, below_card(bottom, depth))

    def _close(self, ending: Sequence[int]) -> None:
        """Draw the lower edges of frames, the inner ones first."""
        frames = self.grid.frames
        for number in sorted(ending, key=lambda place: frames[place].right - frames[place].left):
            frame = frames[number]
            left, right = frame.left - _AROUND, frame.right + _AROUND
            bottom = self.skyline.over(left, right).end + FRAME_PADDING
            self.frame_bottoms[number] = bottom
            self.skyline.put(left, right, below_frame(bottom))


_CARD, _BUS, _FRAME, _LEVEL = range(4)
