"""The board on which cross lines find their ways: read from the cards, the reporting lines and the frames of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.heights import Heights, trunk_of
from orgchart.rendering.layouts.lines import reporting_lines
from orgchart.rendering.layouts.marks import NO_TRUNK, TRUNK_IN_MIDDLE, Edges, edges_of
from orgchart.rendering.layouts.placing import FROM_ABOVE
from orgchart.rendering.measure import text_width
from orgchart.rendering.route.board import Area, Board, Connection, Stop, innermost, joined, without
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import LABEL_SIZE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.plans import Plan
    from orgchart.rendering.route.board import Span
    from orgchart.rendering.scene import End, Figure, Line

_FROM_CARD: Final = 7
_FROM_LINE: Final = 5
_FROM_EDGE: Final = 7
_FROM_LABEL: Final = 4
_ROW: Final = 40


class Names(NamedTuple):
    """The names and the marks of frames: what they cover in x in which rows, and where ways may end at a mark.

    `ends` gives the row and the x of a mark that can be reached, by the name of a unit and the number of the relation.
    """

    covered: Sequence[tuple[int, Span]]
    ends: Mapping[tuple[str, int], tuple[int, int]]


def names_of(plan: Plan) -> Names:
    """Gather what stands in the strips at the top of frames."""
    covered: list[tuple[int, Span]] = []
    ends: dict[tuple[str, int], tuple[int, int]] = {}
    for frame, strip in zip(plan.grid.frames, plan.strips, strict=True):
        reach = max(text_width(line, LABEL_SIZE) for line in strip.label.lines)
        covered.append((frame.first, (strip.x - _FROM_LABEL, strip.x + reach + _FROM_LABEL)))
        for pill, (x, row) in zip(strip.pills, strip.places, strict=True):
            start = x - (pill.room - pill.width) // 2
            covered.append((frame.first, (start - _FROM_LABEL, start + pill.room + _FROM_LABEL)))
            if not row:
                ends[pill.unit, pill.number] = frame.first, x + pill.width // 2
    return Names(covered, ends)


def board_of(figure: Figure, forest: Forest, plan: Plan, names: Names) -> Board:
    """Say for each row what blocks it, and for each channel which reporting lines are in it. O(n log n)."""
    grid, heights = plan.grid, _even_rows(plan.grid)
    blocked: list[list[Span]] = [[] for _ in range(grid.rows)]
    trunks: list[list[int]] = [[] for _ in range(grid.rows + 1)]
    buses: list[list[Span]] = [[] for _ in range(grid.rows + 1)]
    for row, x in zip(grid.placement.row, grid.placement.x, strict=True):
        blocked[row].append((x - _FROM_CARD, x + grid.card_width + _FROM_CARD))
    _enter_lines(reporting_lines(figure, forest, grid, heights), blocked, trunks, buses)
    for channel, present in enumerate(trunks[:-1]):
        blocked[channel] += [(x - _FROM_LINE, x + _FROM_LINE) for x in present]
    for row, span in names.covered:
        blocked[row].append(span)
    for frame in grid.frames:
        for row in range(frame.first, frame.last + 1):
            blocked[row] += [(x - _FROM_EDGE, x + _FROM_EDGE) for x in (frame.left, frame.right)]
    areas = [Area(frame.left, frame.right, frame.first, frame.last) for frame in grid.frames]
    return Board(
        rows=grid.rows,
        blocked=[joined(spans) for spans in blocked],
        trunks=[sorted(set(present)) for present in trunks],
        buses=[sorted(spans) for spans in buses],
        areas=innermost(areas, grid.rows),
        frames=areas,
    )


def _even_rows(grid: Grid) -> Heights:
    """Give all rows and channels the same height: a board has an order in y, and no measure."""
    tops = range(_ROW, _ROW * (2 * grid.rows + 1), 2 * _ROW)
    buses = range(_ROW // 2, _ROW * (2 * grid.rows + 1), 2 * _ROW)
    return Heights(grid.placement.row, tops, [_ROW] * grid.rows, buses, (), (), 0, {})


def _enter_lines(
    lines: Iterable[Line], blocked: Sequence[list[Span]], trunks: Sequence[list[int]], buses: Sequence[list[Span]]
) -> None:
    """Note the level and the upright pieces of reporting lines in the rows and channels they touch."""
    for line in lines:
        for path in line.paths:
            x, y = path[:2]
            for to_x, to_y in zip(path[2::2], path[3::2], strict=True):
                if to_y == y:
                    _enter_level(y, (x, to_x) if x < to_x else (to_x, x), blocked, buses)
                else:
                    _enter_upright(x, (y, to_y) if y < to_y else (to_y, y), blocked, trunks)
                x, y = to_x, to_y


def _row_at(y: int, rows: int) -> int:
    """Find the last of so many even rows that begins at a y or above it; `NOBODY` above all of them."""
    return min((y - _ROW) // (2 * _ROW), rows - 1)


def _enter_level(y: int, span: Span, blocked: Sequence[list[Span]], buses: Sequence[list[Span]]) -> None:
    row = _row_at(y, len(blocked))
    if row >= 0 and y < _ROW * (2 * row + 2):
        blocked[row].append(span)
    else:
        buses[row + 1].append(span)


def _enter_upright(x: int, ends: Span, blocked: Sequence[list[Span]], trunks: Sequence[list[int]]) -> None:
    top, bottom = ends
    first, last = _row_at(top, len(blocked)), _row_at(bottom - 1, len(blocked))
    for row in range(max(first, 0), last + 1):
        end = _ROW * (2 * row + 2)
        if top < end:
            blocked[row].append((x - _FROM_LINE, x + _FROM_LINE))
        elif row != first or top > end:
            continue
        if bottom > end:
            trunks[row + 1].append(x)


class Stops:
    """The stops at cards and at the marks of frames, and the relations between them."""

    def __init__(self, figure: Figure, forest: Forest, plan: Plan, names: Names) -> None:
        self.figure, self.forest, self.plan = figure, forest, plan
        self.edges = Edges(figure.card_width, turned=plan.turned)
        self.reserve = max((self.edges.along(link.number, tag=True) for link in figure.links), default=0) + 2
        self.words: dict[int, list[Span]] = {}
        for row, span in names.covered:
            self.words.setdefault(row, []).append(span)
        self.units = {
            name: Stop(-2 - place, row, middle, fixed=middle)
            for place, (name, (row, middle)) in enumerate(names.ends.items())
        }

    def connections(self, wanted: Collection[int], crowded: Collection[int]) -> list[Connection]:
        """List the relations that should become lines; what has both ends at one place cannot.

        `crowded` are the cards that need room for marks without a line.
        """
        found: list[Connection] = []
        for link in self.figure.links:
            if link.number in wanted and link.source != link.target:
                start, end = (self.at(side, link.number, crowded) for side in (link.source, link.target))
                if start is not None and end is not None:
                    found.append(Connection(link.number, start, end, self.along(link.number)))
        return found

    def along(self, number: int) -> int:
        """Pixels that the mark at the end of a line takes along an edge."""
        return self.edges.along(number, tag=False)

    def at(self, end: End, number: int, crowded: Collection[int]) -> Stop | None:
        """Give the stop of one end of a relation."""
        if end.box == NOBODY:
            return self.units.get((end.unit, number))
        grid, box = self.plan.grid, end.box
        row, x = grid.placement.row[box], grid.placement.x[box]
        edges = edges_of(self.figure, box, turned=self.plan.turned)
        entered = grid.placement.entry[box] == FROM_ABOVE and self.forest.superior[box] != NOBODY
        upper = [(x + a, x + b) for a, b in edges.stretches(TRUNK_IN_MIDDLE if entered else NO_TRUNK, upper=True)]
        lower = [(x + a, x + b) for a, b in edges.stretches(trunk_of(self.forest, grid, box))]
        reserve = self.reserve if box in crowded else 0
        upper = without(upper, self.words.get(row, ()))
        return Stop(box, row, x + grid.card_width // 2, upper, lower, reserve=reserve)
