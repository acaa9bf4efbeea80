"""Rows and x of every box in the trees: blocks bottom-up, positions top-down (Reingold–Tilford 1981, row by row)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.choosing import choose
from orgchart.rendering.layouts.packing import Block, merge, pack
from orgchart.rendering.layouts.shapes import COLUMNS, HANG, LEAF, ROW, SHELVES, SIDES, STACK
from orgchart.rendering.layouts.splitting import split_evenly
from orgchart.rendering.theme import (
    AISLE,
    FRAME_PADDING,
    INDENT,
    MARGIN,
    SIBLING_GAP,
    SUBTREE_GAP,
    TREE_GAP,
    TRUNK_INSET,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from orgchart.rendering.layouts.arranging import Arrangement
    from orgchart.rendering.layouts.choosing import Choice, Run
    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.shapes import Shape

FROM_ABOVE: Final = 0
FROM_LEFT: Final = 1
FROM_RIGHT: Final = 2
_TRUNK_CLEARANCE: Final = 2
_MOST_SPARE: Final = 2 * INDENT


class Placement(NamedTuple):
    """Where the boxes of the trees stand: `row`, and `x` of the left edge.

    `entry` says from which side a box is reached, `trunk` at which x stands the trunk it hangs from (if not from
    above), `hanging` which superiors let their trunk out at the left. `spans` holds, for a framed box, left and right
    edge of its frame and the last row, `modes` how the reports of each superior are set.
    """

    row: list[int]
    x: list[int]
    entry: bytearray
    trunk: list[int]
    hanging: bytearray
    spans: Mapping[int, tuple[int, int, int]]
    rows: int
    right: int
    modes: Mapping[int, str]


def place(forest: Forest, shapes: Sequence[Sequence[Shape]], width: int, arrangement: Arrangement) -> Placement:
    """Place all trees in an arrangement, for cards of `width` pixels."""
    choice = choose(forest, shapes, width, arrangement.rows)
    placer = _Placer(forest, choice, width)
    placer.build()
    return placer.settle(frozenset(arrangement.bands))


class _Placer:
    """The arrays while they are filled: x relative to the block of the superior, rows relative to the superior."""

    def __init__(self, forest: Forest, choice: Choice, width: int) -> None:
        count = len(forest.superior)
        self.forest, self.choice, self.width = forest, choice, width
        self.shift = [0] * count
        self.inset = [0] * count
        self.below = [1] * count
        self.entry = bytearray(count)
        self.trunk = [0] * count
        self.hanging = bytearray(count)
        self.blocks: dict[int, Block] = {}
        self.spans: dict[int, tuple[int, int, int]] = {}

    # Blocks, bottom-up

    def build(self) -> None:
        """Give every subtree its outline, and its parts their places in it."""
        for box in reversed(self.choice.blocks):
            mode, argument = self.choice.mode[box]
            children = self.forest.children[box]
            if mode == LEAF:
                block: Block = ([], [])
            elif mode == ROW:
                block = self._row(box, children, self.choice.items[box])
            elif mode == HANG:
                self.hanging[box] = 1
                block = self._column(box, children)
            elif mode == STACK:
                self.hanging[box] = 1
                block = self._stack(children)
                self.inset[box] = block[0][0]
            elif mode == SHELVES:
                block = self._shelves(box, children, self.choice.items[box])
            elif mode == COLUMNS:
                block = self._columns(box, children, argument)
            else:
                self.inset[box] = AISLE // 2 + self.width - self.width // 2
                block = self._sides(children, self._helper_rows(box))
            self.blocks[box] = self._crowned(box, block)

    def _crowned(self, box: int, block: Block) -> Block:
        """Add the rows of the assistants and of the superior itself, and the frame."""
        left, right = block
        x, width = self.inset[box], self.width
        centre = x + width // 2
        assistants = self.forest.assistants[box]
        for place in range(len(assistants) - 1, -1, -1):
            beside = assistants[place]
            self.below[beside] = 1 + place // 2
            self.trunk[beside] = centre
            if place % 2:
                self.shift[beside], self.entry[beside] = centre + AISLE // 2, FROM_LEFT
            else:
                self.shift[beside], self.entry[beside] = centre - AISLE // 2 - width, FROM_RIGHT
                alone = place == len(assistants) - 1
                left.append(centre - AISLE // 2 - width)
                right.append(centre + (_TRUNK_CLEARANCE if alone else AISLE // 2 + width))
        left.append(x)
        right.append(x + width)
        if self.forest.framed[box]:
            start, end = min(left) - FRAME_PADDING - self.forest.strip, max(right) + FRAME_PADDING
            edges = start, self._reserved(box, start, end)
            self.spans[box] = (*edges, len(left))
            left[:] = [edges[0]] * len(left)
            right[:] = [edges[1]] * len(right)
        return left, right

    def _reserved(self, box: int, start: int, end: int) -> int:
        """Keep the width an outermost frame had, or leave it room for one more level."""
        if box not in self.forest.reserve:
            return end
        earlier = start + self.forest.reserve[box]
        return earlier if end <= earlier <= end + _MOST_SPARE else end + INDENT

    def _row(self, box: int, children: Sequence[int], items: Sequence[Run]) -> Block:
        """Children, and runs of leaves, side by side; the superior over the middle of the first and the last."""
        under = 1 + self._helper_rows(box)
        if len(children) == 1:
            (child,) = children
            self.below[child] += under - 1
            self.inset[box] = self.shift[child] + self.inset[child]
            return self.blocks.pop(child)
        blocks = [self._item(children[start:end], mode, argument) for start, end, mode, argument in items]
        xs = pack(blocks, SUBTREE_GAP)
        block, deepest = merge(blocks, xs)
        base = xs[deepest]
        for (start, end, _, _), x in zip(items, xs, strict=True):
            for child in children[start:end]:
                self.shift[child] += x - base
                self.below[child] += under - 1
                self.trunk[child] += x - base
        first, last = self._anchor(children, items[0], 0), self._anchor(children, items[-1], 1)
        self.inset[box] = (first + last) // 2 - self.width // 2
        return block

    def _anchor(self, children: Sequence[int], item: Run, side: int) -> int:
        """Find the middle of the outermost card of an item, relative to the block of the superior."""
        start, end, mode, argument = item
        if mode == SIDES:
            return self.trunk[children[start]]
        members = children[start:end]
        box = members[0]
        if side:
            box = members[-1] if mode == ROW else members[self._column_slices(members, argument)[-1][0]]
        return self.shift[box] + self.inset[box] + self.width // 2

    def _item(self, members: Sequence[int], mode: int, argument: int) -> Block:
        if len(members) == 1:
            return self.blocks.pop(members[0])
        if mode == ROW:
            step = self.width + SIBLING_GAP
            for place, box in enumerate(members):
                self.shift[box] = place * step
            return [0], [len(members) * step - SIBLING_GAP]
        if mode == SIDES:
            return self._sides(members, 0)
        return self._joined_columns(members, argument, 0)

    def _shelves(self, box: int, children: Sequence[int], items: Sequence[Run]) -> Block:
        """Stacks of blocks beside each other; the superior over the middle of their first cards."""
        slices = [(start, end) for start, end, _, _ in items]
        blocks = [
            self._stack(children[start:end])
            if mode == STACK
            else self._joined_columns(children[start:end], argument, 0)
            for start, end, mode, argument in items
        ]
        block = self._joined(children, slices, blocks, self._helper_rows(box))
        first, last = children[0], children[slices[-1][0]]
        self.inset[box] = (self.shift[first] + self.inset[first] + self.shift[last] + self.inset[last]) // 2
        return block

    def _columns(self, box: int, children: Sequence[int], count: int) -> Block:
        """Columns below a superior, who stands over the middle of their cards in the first row."""
        left, right = self._joined_columns(children, count, self._helper_rows(box))
        last = self._column_slices(children, count)[-1][0]
        first_x, last_x = self.shift[children[0]], self.shift[children[last]]
        self.inset[box] = (first_x + last_x) // 2
        return left, right

    def _column_slices(self, members: Sequence[int], count: int) -> list[tuple[int, int]]:
        return split_evenly([self.forest.weight[box] for box in members], count)

    def _joined_columns(self, members: Sequence[int], count: int, helpers: int) -> Block:
        slices = self._column_slices(members, count)
        blocks = [self._column(self.forest.superior[members[0]], members[start:end]) for start, end in slices]
        return self._joined(members, slices, blocks, helpers)

    def _joined(
        self, members: Sequence[int], slices: Sequence[tuple[int, int]], blocks: Sequence[Block], helpers: int
    ) -> Block:
        """Put columns beside each other, each with its own trunk."""
        xs = pack(blocks, SIBLING_GAP)
        block, deepest = merge(blocks, xs)
        for (start, end), x in zip(slices, xs, strict=True):
            for child in members[start:end]:
                self.shift[child] += x - xs[deepest]
                self.trunk[child] += x - xs[deepest]
                self.below[child] += helpers
        return block

    def _column(self, hanger: int, children: Sequence[int]) -> Block:
        """Hang subtrees below each other, one card a row, from a trunk at the left of the block."""
        forest = self.forest
        start = forest.place[children[0]]
        end = forest.place[children[-1]] + forest.size[children[-1]]
        superior, place = forest.superior, forest.place
        indent = {hanger: 0}
        rights: list[int] = []
        for row, member in enumerate(forest.order[start:end], 1):
            above = superior[member]
            indent[member] = x = indent[above] + INDENT
            rights.append(x + self.width)
            self.entry[member] = FROM_LEFT
            self.trunk[member] = TRUNK_INSET
            self.shift[member] = INDENT
            if above == hanger:
                self.below[member] = row
            else:
                self.below[member] = place[member] - place[above]
                self.hanging[above] = 1
        rights.reverse()
        return [0] * len(rights), rights

    def _stack(self, children: Sequence[int]) -> Block:
        """Put whole blocks below each other at one trunk; each reaches the trunk in the row of its first card.

        The outline is written into that of the deepest block, whose origin stays.
        """
        blocks = [self.blocks.pop(child) for child in children]
        starts = [self._start(child, left) for child, (left, _) in zip(children, blocks, strict=True)]
        depths = [len(left) for left, _ in blocks]
        deepest = depths.index(max(depths))
        edge = starts[deepest] - INDENT
        row = 1
        for child, start, depth in zip(children, starts, depths, strict=True):
            self.shift[child] = starts[deepest] - start
            self.below[child], self.trunk[child], self.entry[child] = row, edge + TRUNK_INSET, FROM_LEFT
            row += depth
        rights = blocks[deepest][1]
        rights[:0] = self._moved(children, blocks, range(len(blocks) - 1, deepest, -1))
        rights += self._moved(children, blocks, range(deepest - 1, -1, -1))
        return [edge] * len(rights), rights

    def _moved(self, children: Sequence[int], blocks: Sequence[Block], places: Iterable[int]) -> list[int]:
        """Join the right ends of blocks, from the lowest row to the highest."""
        return [x + self.shift[children[place]] for place in places for x in blocks[place][1]]

    def _start(self, box: int, left: Sequence[int]) -> int:
        """Find the left end of a block; below a trunk at the left it is the superior's own."""
        return left[-1] if self.hanging[box] else min(left)

    def _sides(self, members: Sequence[int], helpers: int) -> Block:
        """Leaves on both sides of one trunk, read row by row."""
        width = self.width
        for place, box in enumerate(members):
            self.below[box] = 1 + helpers + place // 2
            self.trunk[box] = width + AISLE // 2
            self.shift[box] = place % 2 * (width + AISLE)
            self.entry[box] = FROM_LEFT if place % 2 else FROM_RIGHT
        rows = (len(members) + 1) // 2
        rights = [2 * width + AISLE] * rows
        if len(members) % 2:
            rights[0] = width + AISLE // 2 + _TRUNK_CLEARANCE
        return [0] * rows, rights

    def _helper_rows(self, box: int) -> int:
        return (len(self.forest.assistants[box]) + 1) // 2

    # Positions, top-down

    def settle(self, bands: frozenset[int]) -> Placement:
        """Turn relative into absolute positions, band after band."""
        forest = self.forest
        count = len(forest.superior)
        origin, row, x = [0] * count, [0] * count, [0] * count
        rows, edge = 0, MARGIN
        for tops in _bands(forest.tops, bands):
            blocks = [self.blocks.pop(top) for top in tops]
            xs = pack(blocks, TREE_GAP)
            (left, right), deepest = merge(blocks, xs)
            start = min(left) + xs[deepest] - MARGIN
            for top, at in zip(tops, xs, strict=True):
                origin[top], row[top] = at - start, rows
            edge = max(edge, MARGIN + max(right) - min(left))
            rows += len(left)
        children, assistants, inset = forest.children, forest.assistants, self.inset
        shift, below, trunk = self.shift, self.below, self.trunk
        for box in forest.order:
            here = origin[box]
            x[box] = here + inset[box]
            for group in (children[box], assistants[box]):
                if group:
                    above = row[box]
                    for member in group:
                        origin[member] = x[member] = here + shift[member]
                        row[member] = above + below[member]
                        trunk[member] += here
        spans = {
            box: (origin[box] + left, origin[box] + right, row[box] + depth - 1)
            for box, (left, right, depth) in self.spans.items()
        }
        return Placement(row, x, self.entry, self.trunk, self.hanging, spans, rows, edge, self.choice.codes(forest))


def _bands(tops: Sequence[int], starts: frozenset[int]) -> Iterable[list[int]]:
    band: list[int] = []
    for top in tops:
        if top in starts and band:
            yield band
            band = []
        band.append(top)
    if band:
        yield band
