"""Every card moves up until it meets what the rows above it left there.

Rows keep the order of everything that shares a place in x. So what holds for rows that are equally high across the
whole picture holds here too: no card meets another, no line enters a card. What belongs together stays level: siblings
under a bus, both sides of a trunk, a card and the line that reaches it.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.furniture import BELOW_TITLE, title_width
from orgchart.rendering.layouts.heights import Heights
from orgchart.rendering.layouts.level import AROUND, BUS, CARD, FRAME, pieces_of, tied
from orgchart.rendering.layouts.marks import depth_of
from orgchart.rendering.layouts.skyline import Skyline, below_card, below_frame, below_track, start_at
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import (
    APART_GAP,
    BUS_BELOW,
    FRAME_CLEARANCE,
    FRAME_PADDING,
    MARGIN,
    MARK_DISTANCE,
    MARK_HEIGHT,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.heights import Below
    from orgchart.rendering.layouts.labels import Strip
    from orgchart.rendering.layouts.level import Piece
    from orgchart.rendering.layouts.plans import Ways
    from orgchart.rendering.scene import Figure

_MARKS_ABOVE: Final = MARK_DISTANCE + MARK_HEIGHT + 3
"""Pixels that marks above cards need between the cards and what is above."""
_FROM_TITLE: Final = 60
"""Pixels between the title and what stands beside it."""
_FAR: Final = 1 << 38
_FEW: Final = 60


class _Run(NamedTuple):
    """A level part of a cross line: its track, its ends in x, the number of the line."""

    track: int
    left: int
    right: int
    number: int


class Rising:
    """The picture while it grows downwards. O(n log n)."""

    def __init__(self, figure: Figure, grid: Grid, below: Below, strips: Sequence[Strip]) -> None:
        self.figure, self.grid, self.strips = figure, grid, strips
        self.skyline = Skyline(start_at(BELOW_TITLE))
        self.high = [box.height for box in figure.boxes]
        self.slot = [NOBODY] * len(figure.boxes)
        self.tops: list[int] = []
        self.heights: list[int] = []
        self.buses: list[int] = []
        self.extents: list[tuple[int, int]] = []
        self.parts: list[tuple[list[int], int]] = []
        self.frame_tops = [0] * len(grid.frames)
        self.frame_bottoms = [0] * len(grid.frames)
        self.tracks: dict[tuple[int, int], int] = {}
        rows = {box: [row for _, row in places] for box, places in below.places.items()}
        self.marked_above = {box for box, present in rows.items() if min(present) < 0}
        self.depths = {box: depth_of(1 + max(present)) for box, present in rows.items()}
        self.partner = dict(figure.beside)

    def heights_of(self, forest: Forest, ways: Ways | None = None, *, level: bool = False) -> Heights:
        """Go down from row to row, in each the cross lines (`ways`) above its cards first.

        `level` keeps every row level across the whole picture.
        """
        if not level and self._has_room_beside_the_title(forest):
            self.skyline.put(MARGIN + title_width(self.figure) + _FROM_TITLE, _FAR, start_at(MARGIN))
        runs = _runs(ways, self.grid.rows) if ways else []
        ending: dict[int, list[int]] = {}
        for number, frame in enumerate(self.grid.frames):
            ending.setdefault(frame.last, []).append(number)
        for row, pieces in enumerate(pieces_of(self.figure, forest, self.grid, level=level)):
            if runs:
                self._lay(row, runs[row])
            lefts: list[int] = []
            self.parts.append((lefts, len(self.tops)))
            for left, right, group in tied(pieces):
                lefts.append(left)
                if len(group) == 1 and group[0][2] == CARD:
                    self._put_card(row, left, right, group[0][3])
                else:
                    self._put_down(row, left, right, group)
            self._close(ending.get(row, ()))
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

    def _has_room_beside_the_title(self, forest: Forest) -> bool:
        """Whether all trees begin to the right of the title; in a small picture the title stands alone."""
        if self.figure.headed or len(self.figure.boxes) <= _FEW or not forest.tops:
            return False
        left = min(self.grid.placement.x[top] for top in forest.tops) - AROUND
        return left >= MARGIN + title_width(self.figure) + _FROM_TITLE

    def _lay(self, channel: int, runs: Sequence[_Run]) -> None:
        """Lay the cross lines of a channel, those of one track beside each other."""
        for _, track in groupby(runs, attrgetter("track")):
            present = list(track)
            ys = [self.skyline.over(run.left - AROUND, run.right + AROUND).track for run in present]
            for y, run in sorted(zip(ys, present, strict=True)):
                self.tracks[run.number, channel] = y
                self.skyline.put(run.left - AROUND, run.right + AROUND, below_track(y))

    def _put_down(self, row: int, left: int, right: int, pieces: Sequence[Piece]) -> None:
        """Put down what stays level: bus, names of frames, marks above, cards, marks below."""
        cards = [number for _, _, kind, number in pieces if kind == CARD]
        mixed = len(cards) < len(pieces) > 1
        framed = [number for _, _, kind, number in pieces if kind == FRAME] if mixed else ()
        bused = mixed and any(kind == BUS for _, _, kind, _ in pieces)
        air = _MARKS_ABOVE if self.marked_above and not self.marked_above.isdisjoint(cards) else 0
        edge = self.skyline.over(left, right)
        bus = edge.card + (APART_GAP if row and row in self.grid.spaced else 0)
        y = _below_bus(bus, air, framed=bool(framed)) if bused else bus
        if framed:
            for number in framed:
                self.frame_tops[number] = y
            y += air + max(self.strips[number].height for number in framed)
        elif not bused:
            y = max(y, edge.mark + air)
        y = max(y, self._beside(row, cards)) if self.partner else y
        height = max([self.high[box] for box in cards], default=0)
        self._note(left, right, bus, y, height, cards)
        self.skyline.put(left, right, below_card(y + height))
        if self.depths:
            self._hang_marks(pieces, y + height)

    def _put_card(self, row: int, left: int, right: int, box: int) -> None:
        """Put down a card that nothing in its row is level with."""
        edge = self.skyline.over(left, right)
        bus = edge.card + (APART_GAP if row and row in self.grid.spaced else 0)
        y = max(bus, edge.mark + (_MARKS_ABOVE if box in self.marked_above else 0))
        if self.partner:
            y = max(y, self._beside(row, (box,)))
        height = self.high[box]
        self._note(left, right, bus, y, height, (box,))
        self.skyline.put(left, right, below_card(y + height, self.depths.get(box, 0)))

    def _note(self, left: int, right: int, bus: int, y: int, height: int, cards: Sequence[int]) -> None:  # noqa: PLR0913, PLR0917 - each is one column of the heights
        """Note where a slot stands."""
        slot = len(self.tops)
        for box in cards:
            self.slot[box] = slot
        self.tops.append(y)
        self.heights.append(height)
        self.buses.append(bus)
        self.extents.append((left, right))

    def _beside(self, row: int, cards: Iterable[int]) -> int:
        """Find the lowest top among the partners of cards of the side lane, where they have the same row."""
        partners = (self.partner.get(box, NOBODY) for box in cards)
        slots = (self.slot[box] for box in partners if box != NOBODY and self.grid.placement.row[box] == row)
        return max((self.tops[slot] for slot in slots if slot != NOBODY), default=0)

    def _hang_marks(self, pieces: Iterable[Piece], bottom: int) -> None:
        for left, right, kind, box in pieces:
            if kind == CARD and self.depths.get(box):
                self.skyline.put(left, right, below_card(bottom, self.depths[box]))

    def _close(self, ending: Sequence[int]) -> None:
        """Draw the lower edges of frames, the inner ones first."""
        frames = self.grid.frames
        for number in sorted(ending, key=lambda place: frames[place].right - frames[place].left):
            left, right = frames[number].left - AROUND, frames[number].right + AROUND
            self.frame_bottoms[number] = bottom = self.skyline.over(left, right).end + FRAME_PADDING
            self.skyline.put(left, right, below_frame(bottom))


def _below_bus(bus: int, air: int, *, framed: bool) -> int:
    """Give the y of what comes below a bus: the upper edge of a frame, or cards under their marks."""
    return bus + (FRAME_CLEARANCE if framed else max(BUS_BELOW, air + 1))


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
