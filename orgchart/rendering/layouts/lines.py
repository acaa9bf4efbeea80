"""The reporting lines: for each superior one set of paths, the trunk once, then the bus and the drops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rendering.layouts.grid import middle_of
from orgchart.rendering.layouts.placing import FROM_ABOVE, FROM_LEFT
from orgchart.rendering.scene import Line
from orgchart.rendering.theme import TRUNK_INSET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.heights import Heights
    from orgchart.rendering.scene import Figure

Path = tuple[int, ...]
"""x, y, x, y … from corner to corner."""

Stub = tuple[int, int]
"""The height at which a trunk reaches a card, and the x of that card's edge."""


def reporting_lines(figure: Figure, forest: Forest, grid: Grid, heights: Heights) -> Iterator[Line]:
    """Draw the lines below every superior, in the order of the figure."""
    for box, children in enumerate(forest.children):
        if children or forest.assistants[box]:
            yield Line(
                "reporting",
                figure.boxes[box].key,
                tuple(_paths(forest, grid, heights, box)),
                grid.placement.modes[box] if children else "",
            )


def _paths(forest: Forest, grid: Grid, heights: Heights, box: int) -> Iterator[Path]:
    """From the card down its trunk; where more than that trunk is needed, along the bus of the channel."""
    placement, children = grid.placement, forest.children[box]
    exit_x = placement.x[box] + TRUNK_INSET if placement.hanging[box] else middle_of(grid, box)
    slot = heights.slot[box]
    bottom = heights.tops[slot] + heights.heights[slot]
    if placement.hanging[box]:
        yield from _trunk(exit_x, bottom, _trunks(grid, heights, children)[exit_x])
        return
    trunks = _trunks(grid, heights, forest.assistants[box])
    drops = [middle_of(grid, child) for child in children if placement.entry[child] == FROM_ABOVE]
    for x, stubs in _trunks(grid, heights, children).items():
        trunks.setdefault(x, []).extend(stubs)
    own = trunks.pop(exit_x, [])
    if drops == [exit_x] and not trunks:
        yield exit_x, bottom, exit_x, heights.tops[heights.slot[children[0]]]
    elif drops or trunks:
        slot = heights.slot[children[0]]
        bus, top = heights.buses[slot], heights.tops[slot]
        yield exit_x, bottom, exit_x, bus
        yield from _bus(bus, top, drops, [exit_x, *drops, *trunks])
        for x, stubs in trunks.items():
            yield from _trunk(x, bus, stubs)
    elif own:
        yield from _trunk(exit_x, bottom, own)
        return
    yield from (_stub(exit_x, stub) for stub in own)


def _trunks(grid: Grid, heights: Heights, boxes: Sequence[int]) -> dict[int, list[Stub]]:
    """Gather what hangs from trunks, by the x of the trunk."""
    placement = grid.placement
    entries, xs, hung_at, slots = placement.entry, placement.x, placement.trunk, heights.slot
    tops, highs = heights.tops, heights.heights
    trunks: dict[int, list[Stub]] = {}
    for box in boxes:
        entry = entries[box]
        if entry == FROM_ABOVE:
            continue
        slot, x = slots[box], xs[box]
        edge = x if entry == FROM_LEFT else x + grid.card_width
        stub = tops[slot] + highs[slot] // 2, edge
        trunk = hung_at[box]
        if trunk in trunks:
            trunks[trunk].append(stub)
        else:
            trunks[trunk] = [stub]
    return trunks


def _bus(bus: int, top: int, drops: Sequence[int], reached: Sequence[int]) -> Iterator[Path]:
    """Draw the bus with the drops at its ends as one path, the drops between as one each."""
    left, right = min(reached), max(reached)
    path: Path = (left, bus, right, bus)
    if drops and drops[0] == left:
        path = (left, top, *path)
    if drops and drops[-1] == right and right != left:
        path = (*path, right, top)
    yield path
    for x in drops:
        if left < x < right:
            yield x, bus, x, top


def _trunk(x: int, start: int, stubs: Sequence[Stub]) -> Iterator[Path]:
    """Draw a trunk down to the last card that hangs from it."""
    last_y, last_edge = stubs[-1]
    yield x, start, x, last_y, last_edge, last_y
    for y, edge in stubs[:-1]:
        yield x, y, edge, y


def _stub(x: int, stub: Stub) -> Path:
    y, edge = stub
    return x, y, edge, y
