"""What stays level: in each row the cards, buses and frames, with their extents in x; what overlaps there is tied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.grid import middle_of
from orgchart.rendering.layouts.heights import needs_bus
from orgchart.rendering.layouts.placing import FROM_ABOVE
from orgchart.rendering.scene import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.scene import Figure

AROUND: Final = 8
"""Pixels at both sides of a card, a line or a frame in which nothing passes it by in height."""
CARD: Final = 0
BUS: Final = 1
FRAME: Final = 2
TIE: Final = 3
_EVERYWHERE: Final = 1 << 39


Piece = tuple[int, int, int, int]
"""Something in a row: its left and right end, what it is, and the number of its box or frame."""

_ALL: Final = (-_EVERYWHERE, _EVERYWHERE, TIE, NOBODY)


def pieces_of(figure: Figure, forest: Forest, grid: Grid, *, level: bool) -> list[list[Piece]]:
    """List the pieces of each row; `level` ties everything in a row. O(n)."""
    rows: list[list[Piece]] = [[] for _ in range(grid.rows)]
    _add_cards(rows, figure, grid)
    for row, piece in _buses(forest, grid):
        rows[row].append(piece)
    for number, frame in enumerate(grid.frames):
        rows[frame.first].append((frame.left - AROUND, frame.right + AROUND, FRAME, number))
    for row, piece in _ties(forest, grid):
        rows[row].append(piece)
    if level:
        for pieces in rows:
            pieces.append(_ALL)
    return rows


def _add_cards(rows: Sequence[list[Piece]], figure: Figure, grid: Grid) -> None:
    """Take each card together with the line that reaches it from its trunk."""
    placement, width = grid.placement, grid.card_width
    places = zip(placement.row, placement.x, placement.entry, placement.trunk, figure.superior, strict=True)
    for box, (row, x, entry, trunk, above) in enumerate(places):
        left, right = x, x + width
        if entry != FROM_ABOVE and above != NOBODY:
            if trunk < left:
                left = trunk
            elif trunk > right:
                right = trunk
        rows[row].append((left - AROUND, right + AROUND, CARD, box))


def tied(pieces: list[Piece]) -> Iterator[tuple[int, int, list[Piece]]]:
    """Group the pieces of a row by what overlaps, from the left to the right, with the ends of each group."""
    pieces.sort()
    group: list[Piece] = []
    first = last = 0
    for piece in pieces:
        if group and piece[0] > last:
            yield first, last, group
            group = []
        if not group:
            first, last = piece[0], piece[1]
        elif piece[1] > last:
            last = piece[1]
        group.append(piece)
    if group:
        yield first, last, group


def _buses(forest: Forest, grid: Grid) -> Iterator[tuple[int, Piece]]:
    """Find the row and the extent of every bus."""
    placement = grid.placement
    for box, children in enumerate(forest.children):
        if children and not placement.hanging[box] and needs_bus(forest, grid, box):
            reached = [middle_of(grid, box), *(_entered_at(grid, child) for child in children)]
            yield placement.row[children[0]], (min(reached) - AROUND, max(reached) + AROUND, BUS, box)


def _entered_at(grid: Grid, box: int) -> int:
    """Give the x at which a box is reached from a bus: its own or that of its trunk."""
    placement = grid.placement
    return middle_of(grid, box) if placement.entry[box] == FROM_ABOVE else placement.trunk[box]


def _ties(forest: Forest, grid: Grid) -> Iterator[tuple[int, Piece]]:
    """Keep the tops of trees in one row level, and whole rows where bands begin and where there are no trees."""
    tops: dict[int, list[int]] = {}
    for top in forest.tops:
        tops.setdefault(grid.placement.row[top], []).append(grid.placement.x[top])
    for row, xs in tops.items():
        yield row, (min(xs), max(xs), TIE, NOBODY)
    for row in (*grid.spaced, *range(grid.placement.rows, grid.rows)):
        yield row, _ALL
