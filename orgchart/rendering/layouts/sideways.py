"""The native layout from left to right: the same engine, whose rows become columns; cards and words stay upright.

Along the engine's x runs the picture's y. A card is as wide for the engine as it is high, and a row as high as a card
is wide. Frames have their names at the upper edge, where the engine has its left; marks stand at the right of the
cards.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.arranging import WORTH_KEEPING, Page, arrangements
from orgchart.rendering.layouts.chains import chain_paths
from orgchart.rendering.layouts.forest import grow
from orgchart.rendering.layouts.furniture import BELOW_TITLE, furnish, least_width
from orgchart.rendering.layouts.grid import complete, middle_of
from orgchart.rendering.layouts.heights import Heights
from orgchart.rendering.layouts.lines import reporting_lines
from orgchart.rendering.layouts.marks import flow, gather
from orgchart.rendering.layouts.placing import FROM_ABOVE, place
from orgchart.rendering.layouts.shapes import shapes_of
from orgchart.rendering.measure import cut_to, text_width
from orgchart.rendering.scene import NOBODY, Card, Frame, Line, Mark, Scene, Text
from orgchart.rendering.theme import (
    APART_GAP,
    BUS_ABOVE,
    BUS_BELOW,
    CARD_HEIGHT,
    FRAME_CLEARANCE,
    FRAME_LABEL_LINE,
    FRAME_PADDING,
    LABEL_SIZE,
    MARGIN,
    MARK_DISTANCE,
    MARK_GAP,
    MARK_HEIGHT,
    MARK_PITCH,
    STACK_GAP,
    TRUNK_INSET,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Enclosed, Grid
    from orgchart.rendering.layouts.marks import Pill, Pills, Segment
    from orgchart.rendering.scene import Figure

_CHANNEL: Final = 34
_TRIALS: Final = 6
_BOXES_WORTH_TRIALS: Final = 400
_LABEL_ROOM: Final = 12
_LABEL_BASELINE: Final = 14
_LABEL_INSET: Final = 8
_BELOW_MARKS: Final = 8
_CORNER: Final = 1
_FROM_TRUNK: Final = 5
_UNDER_LABEL: Final = 5


def sideways(figure: Figure, *, ratio: float) -> Scene:
    """Place a figure from left to right, so that it fills a page of `ratio`. O(n·K)."""
    figure = figure._replace(earlier_frames={}, earlier_places={}, routed=False)
    drawing = _Drawing(figure, ratio)
    if figure.memo:
        best = _Drawing(figure._replace(memo={}), ratio)
        if best.extent() < WORTH_KEEPING * drawing.extent():
            drawing = best
    return drawing.scene()


class _Plan(NamedTuple):
    """An arrangement with its columns, and where the marks stand: along the card, and how many pills away from it."""

    grid: Grid
    columns: Heights


class _Drawing:
    """One picture in the making."""

    def __init__(self, figure: Figure, ratio: float) -> None:
        self.figure = figure
        self.wide = figure.card_width
        self.high = max((box.height for box in figure.boxes), default=CARD_HEIGHT)
        self.turned = figure._replace(card_width=self.high)
        self.pills: Pills = gather(figure)
        self.page = Page(1 / ratio)
        self.step = max((link.number for link in figure.links), default=0)
        self.strip_lines = self._strip_lines()
        self.forest: Forest = grow(figure, self.wide + _CHANNEL)._replace(
            strip=_LABEL_ROOM + FRAME_LABEL_LINE * self.strip_lines
        )

    @cached_property
    def plan(self) -> _Plan:
        """The best arrangement."""
        return min(self._plans(), key=self._cost)

    def extent(self) -> float:
        """Give the width of the page that holds the best arrangement."""
        return self._cost(self.plan)[0]

    def _strip_lines(self) -> int:
        """Count the lines of marks that the frame of a unit may need under its name."""
        rooms = _beside_drop((0, self.wide + 2 * FRAME_PADDING), FRAME_PADDING + self.wide // 2)
        rows = [flow(pills, lambda _: rooms)[-1][1] + 1 for pills in self.pills.of_unit.values() if pills]
        return max(rows, default=0)

    def scene(self) -> Scene:
        """Put everything together."""
        figure = self.figure
        plan = self.plan
        grid, columns = plan.grid, plan.columns
        down = BELOW_TITLE - min([MARGIN, *(frame.left for frame in grid.frames)])
        spare = max(least_width(figure) - (columns.bottom - MARGIN), 0)
        around = furnish(figure, columns.bottom - MARGIN + spare, grid.right + down)
        across = spare // 2 if spare > 1 else 0
        cards = tuple(self._cards(plan, down, across))
        lines = tuple(self._lines(plan, down, across))
        frames, labels, frame_marks = self._frames(plan, down, across)
        return Scene(
            width=around.width,
            height=around.height,
            title=figure.title,
            description=figure.description,
            language=figure.language,
            cards=cards,
            lines=lines,
            frames=tuple(frames),
            marks=(*self._marks(plan, cards), *frame_marks),
            texts=(*around.texts, *labels),
            swatches=around.swatches,
            colours=figure.colours,
            chain=chain_paths(figure, cards, lines),
            look=figure.look,
        )

    def _plans(self) -> Iterator[_Plan]:
        forest, page = self.forest, self.page
        shapes = shapes_of(forest, self.high)
        trials = _TRIALS if len(self.figure.boxes) <= _BOXES_WORTH_TRIALS else 1
        for arrangement in arrangements(forest, shapes, page, trials):
            placement = place(forest, shapes, self.high, arrangement)
            grid = self._roomy(complete(self.turned, placement, page, arrangement.bands))
            yield _Plan(grid, self._columns(grid))

    def _roomy(self, grid: Grid) -> Grid:
        """Give the frames of groups without lines their room for a name."""
        frames = [
            frame if frame.top != NOBODY else frame._replace(left=frame.left - self.forest.strip)
            for frame in grid.frames
        ]
        return grid._replace(frames=frames)

    def _cost(self, plan: _Plan) -> tuple[float, int, int]:
        ratio = 1 / self.page.ratio
        extent = max(plan.columns.bottom, plan.grid.right * ratio)
        return extent, len(plan.grid.spaced), plan.grid.rows

    # Columns

    def _columns(self, grid: Grid) -> Heights:
        """Give every row of the engine its x, and its channel what it carries: a bus, marks, the edges of frames."""
        reach, extents = self._reaches(grid)
        bused = self._rows_below_a_bus(grid)
        starts = {frame.first for frame in grid.frames}
        lefts, buses, edges = [], [], []
        x, under = MARGIN, 0
        for row in range(grid.rows):
            framed = FRAME_CLEARANCE + FRAME_PADDING if row in starts else 0
            x += APART_GAP if row in grid.spaced and row else 0
            if row in bused:
                bus = x + max(BUS_ABOVE, under + FRAME_CLEARANCE)
                x = bus + (framed or BUS_BELOW)
            else:
                bus = x
                x += (FRAME_PADDING if framed else 0) if not row else max(STACK_GAP, under + (framed or _BELOW_MARKS))
            lefts.append(x)
            buses.append(bus)
            edges.append(x - FRAME_PADDING)
            x += self.wide
            under = reach[row]
        ends = [lefts[frame.last] + self.wide + extent for frame, extent in zip(grid.frames, extents, strict=True)]
        tops = [edges[frame.first] for frame in grid.frames]
        return Heights(grid.placement.row, lefts, [self.wide] * grid.rows, buses, tops, ends, x + under, tracks={})

    def _rows_below_a_bus(self, grid: Grid) -> frozenset[int]:
        placement, found = grid.placement, set()
        for box, children in enumerate(self.forest.children):
            if children and not placement.hanging[box]:
                first = children[0]
                if placement.entry[first] == FROM_ABOVE or placement.trunk[first] != middle_of(grid, box):
                    found.add(placement.row[first])
        return frozenset(found)

    def _reaches(self, grid: Grid) -> tuple[list[int], list[int]]:
        """Measure how far marks and frames reach to the right of each column, and the same for each frame."""
        reach = [0] * grid.rows
        for box in self.pills.of_box:
            row = grid.placement.row[box]
            columns = 1 + max(column for _, column in self._spots(grid, box))
            reach[row] = max(reach[row], MARK_DISTANCE + columns * self._pitch())
        marked = list(reach)
        ending: dict[int, list[int]] = {}
        for number, frame in enumerate(grid.frames):
            ending.setdefault(frame.last, []).append(number)
        extents = [0] * len(grid.frames)
        for row, numbers in ending.items():
            done: list[tuple[int, int]] = []
            for number in sorted(numbers, key=lambda item: (grid.frames[item].right, -grid.frames[item].left)):
                extent = marked[row]
                while done and done[-1][0] >= grid.frames[number].left:
                    extent = max(extent, done.pop()[1])
                extents[number] = extent = extent + FRAME_PADDING
                done.append((grid.frames[number].left, extent))
                reach[row] = max(reach[row], extent)
        return reach, extents

    def _pitch(self) -> int:
        """Pixels from one column of marks to the next."""
        return max(pill.width for pills in self.pills.of_box.values() for pill in pills) + MARK_GAP

    def _spots(self, grid: Grid, box: int) -> list[tuple[int, int]]:
        """Find places for the marks of a card, beside the trunk that leaves it: along its edge, and column."""
        high, forest = self.high, self.forest
        if self.figure.boxes[box].kind != "role":
            high = self.figure.boxes[box].height
        middle = high // 2
        if grid.placement.hanging[box]:
            parts = [(TRUNK_INSET + _FROM_TRUNK, high - _CORNER)]
        elif forest.children[box] or forest.assistants[box]:
            parts = [(_CORNER, middle - _FROM_TRUNK), (middle + _FROM_TRUNK, high - _CORNER)]
        else:
            parts = [(_CORNER, high - _CORNER)]
        starts = [at for start, end in parts for at in range(start, end - MARK_HEIGHT + 1, MARK_PITCH)]
        return [(starts[number % len(starts)], number // len(starts)) for number in range(len(self.pills.of_box[box]))]

    # Turned

    def _cards(self, plan: _Plan, down: int, across: int) -> Iterator[Card]:
        placement = plan.grid.placement
        for box, row, along in zip(self.figure.boxes, placement.row, placement.x, strict=True):
            high = self.high if box.kind == "role" else box.height
            y = along + down + (self.high - high) // 2
            yield Card(box, plan.columns.tops[row] + across, y, self.wide, high)

    def _lines(self, plan: _Plan, down: int, across: int) -> Iterator[Line]:
        for line in reporting_lines(self.turned, self.forest, plan.grid, plan.columns):
            yield line._replace(paths=tuple(_turned(path, down, across) for path in line.paths))

    def _marks(self, plan: _Plan, cards: Sequence[Card]) -> Iterator[Mark]:
        for box in sorted(self.pills.of_box):
            card, party = cards[box], cards[box].box.kind != "role"
            for pill, (along, column) in zip(self.pills.of_box[box], self._spots(plan.grid, box), strict=True):
                x = card.x + card.width + MARK_DISTANCE + column * self._pitch()
                yield _mark(pill, card.box.key, (x, card.y + along), party=party)

    def _frames(self, plan: _Plan, down: int, across: int) -> tuple[list[Frame], list[Text], list[Mark]]:
        """Turn the frames, and write the name and the marks of each along its upper edge."""
        frames: list[Frame] = []
        texts: list[Text] = []
        marks: list[Mark] = []
        waiting = dict(self.pills.of_unit)
        depths = self._depths(plan)
        edges = zip(plan.grid.frames, plan.columns.frame_tops, plan.columns.frame_bottoms, strict=True)
        for number, (frame, top, end) in enumerate(edges):
            x, y = top + across, frame.left + down
            wide = end + across - x
            frames.append(
                Frame(frame.units[0], frame.tone, x, y, wide, frame.right - frame.left, depths.get(number, 0))
            )
            rooms = _beside_drop((x, x + wide), self._drop(plan, frame) + across)
            side = max(rooms, key=lambda room: (min(room[1] - room[0], text_width(frame.label, LABEL_SIZE)), -room[0]))
            words, cut = cut_to(frame.label, side[1] - side[0], LABEL_SIZE)
            texts.append(Text(words, side[0], y + _LABEL_BASELINE, "label", full=frame.label if cut else ""))
            own = sorted((pill for unit in frame.units for pill in waiting.pop(unit, ())), key=lambda pill: pill.number)
            for pill, spot in zip(own, _flowed(own, rooms), strict=True):
                at = spot[0], y + _LABEL_BASELINE + _UNDER_LABEL + spot[1] * FRAME_LABEL_LINE
                marks.append(_mark(pill, pill.unit, at, party=True))
        return frames, texts, marks

    def _drop(self, plan: _Plan, frame: Enclosed) -> int:
        """Find the x at which a line enters a frame from above, or a place far outside."""
        placement = plan.grid.placement
        if frame.top == NOBODY or self.figure.superior[frame.top] == NOBODY or not placement.entry[frame.top]:
            return -self.wide
        return plan.columns.tops[placement.row[frame.top]] + self.wide // 2

    def _depths(self, plan: _Plan) -> dict[int, int]:
        """Count the frames around each frame that lies in another."""
        forest = self.forest
        depths: dict[int, int] = {}
        ends: list[int] = []
        led = [(forest.place[frame.top], n) for n, frame in enumerate(plan.grid.frames) if frame.top != NOBODY]
        for start, number in sorted(led):
            while ends and ends[-1] <= start:
                ends.pop()
            depths[number] = len(ends)
            ends.append(start + forest.size[plan.grid.frames[number].top])
        return depths


def _turned(path: Sequence[int], down: int, across: int) -> tuple[int, ...]:
    """Swap the axes of a path."""
    return tuple(
        number for along, row in zip(path[::2], path[1::2], strict=True) for number in (row + across, along + down)
    )


def _mark(pill: Pill, key: str, at: tuple[int, int], *, party: bool) -> Mark:
    return Mark(pill.number, pill.kind, key, party, *at, pill.width, MARK_HEIGHT)


def _beside_drop(edges: tuple[int, int], drop: int) -> tuple[Segment, ...]:
    """List the stretches along the upper edge of a frame left and right of a line that enters there."""
    left, right = edges[0] + _LABEL_INSET, edges[1] - _LABEL_INSET
    if not left < drop < right:
        return ((left, right),)
    return (left, drop - _FROM_TRUNK), (drop + _FROM_TRUNK, right)


def _flowed(pills: Sequence[Pill], rooms: Sequence[Segment]) -> list[tuple[int, int]]:
    return flow(pills, lambda _: rooms)
