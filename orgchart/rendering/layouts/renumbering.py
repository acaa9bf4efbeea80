"""Rows are numbered anew by where their cards stand, before cross lines look for their ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.furniture import BELOW_TITLE
from orgchart.rendering.layouts.level import AROUND
from orgchart.rendering.layouts.skyline import Edge, Skyline
from orgchart.rendering.scene import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Enclosed, Grid
    from orgchart.rendering.layouts.heights import Heights
    from orgchart.rendering.scene import Figure

_PITCH: Final = 66
"""Pixels of y that become a row. With less, a line across the picture pushes more cards out of its way."""


def renumbered(figure: Figure, forest: Forest, grid: Grid, heights: Heights) -> Grid:
    """Number rows so that a cross line finds its way at about the same height everywhere. O(n log n).

    What stands below something else keeps a higher number, what stands level keeps the same.
    """
    numbers = _numbers(grid, heights)
    row = [numbers[slot] for slot in heights.slot]
    new = dict(zip(grid.placement.row, row, strict=True))
    rows = max(numbers, default=NOBODY) + 1
    apart = min((number for old, number in new.items() if old >= grid.placement.rows), default=rows)
    return grid._replace(
        placement=grid.placement._replace(row=row, rows=apart),
        frames=list(_frames(figure, forest, grid, row)),
        rows=rows,
        spaced=frozenset(new[old] for old in grid.spaced if old in new),
    )


def _numbers(grid: Grid, heights: Heights) -> list[int]:
    """Number the slots from the top; a frame ends before what stands below it begins."""
    numbers = [0] * len(heights.tops)
    line = Skyline(Edge(0, 0, 0, 0))
    events = [(bottom, NOBODY, number) for number, bottom in enumerate(heights.frame_bottoms)]
    events += [(top, slot, NOBODY) for slot, top in enumerate(heights.tops)]
    for y, slot, ending in sorted(events):
        if slot == NOBODY:
            left, right = grid.frames[ending].left - AROUND, grid.frames[ending].right + AROUND
            line.put(left, right, line.over(left, right))
            continue
        left, right = heights.extents[slot]
        numbers[slot] = number = max(line.over(left, right).card, (y - BELOW_TITLE + _PITCH // 2) // _PITCH)
        line.put(left, right, Edge(number + 1, 0, 0, 0))
    return numbers


def _frames(figure: Figure, forest: Forest, grid: Grid, row: Sequence[int]) -> Iterator[Enclosed]:
    """Give every frame its first and last row."""
    groups = {group.units: group.boxes for group in figure.apart}
    for frame in grid.frames:
        inside = groups[frame.units] if frame.top == NOBODY else _subtree(forest, frame.top)
        rows = [row[box] for box in inside]
        yield frame._replace(first=min(rows), last=max(rows))


def _subtree(forest: Forest, top: int) -> list[int]:
    """List a subtree with its assistants."""
    inside = forest.subtree(top)
    return [*inside, *(helper for box in inside for helper in forest.assistants[box])]
