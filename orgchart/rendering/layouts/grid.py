"""All boxes on rows and x: the trees, below them the groups without lines, at the right the lane of partners."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import FRAME_PADDING, LANE_GAP, MARGIN, SIBLING_GAP, SUBTREE_GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.layouts.arranging import Page
    from orgchart.rendering.layouts.placing import Placement
    from orgchart.rendering.scene import Figure

ABREAST: Final = 6
"""Cards without lines that stand in one row, unless there are many."""
_PITCH: Final = 74
_MANY: Final = 36
_MOST_LANE_COLUMNS: Final = 400


class Enclosed(NamedTuple):
    """A frame on the grid: its names and label, edges in x, first and last row, and the box that leads it if any."""

    units: tuple[str, ...]
    label: str
    tone: int
    left: int
    right: int
    first: int
    last: int
    top: int = NOBODY


class Grid(NamedTuple):
    """Where everything stands before rows have a height.

    `right` is the right edge of all, `spaced` are the rows with more room above them.
    """

    placement: Placement
    frames: Sequence[Enclosed]
    rows: int
    right: int
    card_width: int
    spaced: frozenset[int]


def middle_of(grid: Grid, box: int) -> int:
    """Give the x of the trunk that leaves a card that is not hanging: where its assistants and sides say."""
    return grid.placement.x[box] + grid.card_width // 2


def complete(figure: Figure, placement: Placement, page: Page, bands: Sequence[int]) -> Grid:
    """Put the groups without lines under the placed trees, and the lane beside everything."""
    frames = [
        Enclosed(item.units, item.label, item.tone, left, right, placement.row[item.top], last, item.top)
        for item in figure.enclosures
        for left, right, last in (placement.spans[item.top],)
    ]
    apart = {box for group in figure.apart for box in group.boxes}
    lanes: tuple[list[tuple[int, int]], ...] = ([], [])
    for box, partner in figure.beside:
        lanes[partner in apart or not placement.rows].append((box, partner))
    spaced = {placement.row[top] for top in bands}
    section = _with_lane(figure, placement, page, lanes[0], _Section(0, placement.rows, placement.right))
    rows, right = section.rows, section.right
    if figure.apart or lanes[1]:
        if rows:
            spaced.add(rows)
        section, grouped = _set_apart(figure, placement, page, _Section(rows, 0, MARGIN))
        section = _with_lane(figure, placement, page, lanes[1], section)
        frames += grouped
        rows, right = rows + section.rows, max(right, section.right)
    return Grid(placement, frames, rows, right, figure.card_width, frozenset(spaced))


def moved(grid: Grid, by: int) -> Grid:
    """Move everything to the right."""
    placement = grid.placement
    placement.x[:] = [x + by for x in placement.x]
    placement.trunk[:] = [x + by for x in placement.trunk]
    frames = [frame._replace(left=frame.left + by, right=frame.right + by) for frame in grid.frames]
    return grid._replace(frames=frames, right=grid.right + by)


class _Section(NamedTuple):
    """A part of the grid that takes whole rows: its first row, their number, and its right edge."""

    first: int
    rows: int
    right: int


def _set_apart(figure: Figure, placement: Placement, page: Page, section: _Section) -> tuple[_Section, list[Enclosed]]:
    """Lay the groups out as blocks of rows of at most six cards, block beside block as far as the trees are wide."""
    step = figure.card_width + SIBLING_GAP
    total = sum(len(group.boxes) for group in figure.apart)
    few = -(-total // -(-total // ABREAST)) if total else 1
    abreast = few if total <= _MANY else max(ABREAST, isqrt(int(total * page.ratio * _PITCH / step)))
    limit = max(placement.right, MARGIN + abreast * step + 2 * FRAME_PADDING)
    frames: list[Enclosed] = []
    x, widest, deepest = MARGIN, section.right, 0
    row = section.first
    for group in figure.apart:
        lines = -(-len(group.boxes) // abreast)
        columns = -(-len(group.boxes) // lines)
        padding = FRAME_PADDING if group.units else 0
        wide = columns * step - SIBLING_GAP + 2 * padding
        if x > MARGIN and x + wide > limit:
            row += deepest
            x, deepest = MARGIN, 0
        for place, box in enumerate(group.boxes):
            placement.row[box] = row + place // columns
            placement.x[box] = x + padding + place % columns * step
        if group.units:
            last = row + lines - 1
            frames.append(Enclosed(group.units, group.label, group.tone, x, x + wide, row, last))
        widest, deepest = max(widest, x + wide), max(deepest, lines)
        x += wide + SUBTREE_GAP
    return _Section(section.first, row + deepest - section.first, widest), frames


def _with_lane(
    figure: Figure, placement: Placement, page: Page, beside: Sequence[tuple[int, int]], section: _Section
) -> _Section:
    """Place partners at the right of a section, each in the row of its first partner or the next free one."""
    if not beside:
        return section
    step = figure.card_width + SIBLING_GAP
    start = section.right + LANE_GAP if section.rows else MARGIN
    columns = min(
        range(1, min(len(beside), _MOST_LANE_COLUMNS) + 1),
        key=lambda many: (page.cost(start + many * step, _PITCH * max(section.rows, -(-len(beside) // many))), many),
    )
    rows = max(section.rows, -(-len(beside) // columns))
    filled = [0] * rows
    free = list(range(rows + 1))
    for box, partner in beside:
        row = _first_free(free, placement.row[partner] - section.first if partner != NOBODY else 0)
        if row == rows:
            row = _first_free(free, 0)
        placement.row[box] = section.first + row
        placement.x[box] = start + filled[row] * step
        filled[row] += 1
        if filled[row] == columns:
            free[row] = row + 1
    return _Section(section.first, rows, start + max(filled) * step - SIBLING_GAP)


def _first_free(free: list[int], row: int) -> int:
    """Follow the rows that are full to one that is not, and shorten the way for the next."""
    end = row
    while free[end] != end:
        end = free[end]
    while free[row] != end:
        free[row], row = end, free[row]
    return end
