"""Blocks side by side as close as their outlines allow, with even gaps. O(n) for a whole tree.

A block is its outline: for each row the leftmost and the rightmost pixel, the *top row last*, so that a superior is
added by an append. Packing to the left and packing to the right both keep all distances, and so does their mean, which
is symmetric and spreads what is left over (what Walker 1990 does by bookkeeping).
"""

from __future__ import annotations

from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Block = tuple[list[int], list[int]]


def pack(blocks: Sequence[Block], gap: int) -> list[int]:
    """Find the x of each block's origin, the first at 0, so that in no row two blocks come closer than `gap`."""
    if len(blocks) == 1:
        return [0]
    to_left = _push(blocks, gap, mirrored=False)
    if len(blocks) == len(("one", "other")):
        return to_left  # there is only one distance, whichever of them is pushed
    to_right = [-x for x in reversed(_push(blocks[::-1], gap, mirrored=True))]
    shift = to_left[0] + to_right[0]
    return [(a + b - shift) // 2 for a, b in zip(to_left, to_right, strict=True)]


def _push(blocks: Sequence[Block], gap: int, *, mirrored: bool) -> list[int]:
    """Place each block as far left as those before it allow; `mirrored` reads all outlines from the other side.

    Of the blocks placed so far only those count that no later block reaches below: a stack of growing depth.
    """
    xs: list[int] = []
    stack: list[int] = []
    for place, (left, right) in enumerate(blocks):
        depth, row, x = len(left), 0, None
        for other in reversed(stack):
            fixed = blocks[other][0 if mirrored else 1]
            end = min(depth, len(fixed))
            theirs = fixed[len(fixed) - end : len(fixed) - row]
            if mirrored:
                near = max(map(sub, right[depth - end : depth - row], theirs))
            else:
                near = max(map(sub, theirs, left[depth - end : depth - row]))
            if x is None or xs[other] + near > x:
                x = xs[other] + near
            row = end
            if row == depth:
                break
        xs.append(0 if x is None else x + gap)
        while stack and len(blocks[stack[-1]][0]) <= depth:
            stack.pop()
        stack.append(place)
    return xs


def merge(blocks: Sequence[Block], xs: Sequence[int]) -> tuple[Block, int]:
    """Join packed blocks into one outline, written into the lists of the deepest; its index is given back too.

    The origin of the joined block is that of the deepest one. O(rows of all the others).
    """
    depths = [len(left) for left, _ in blocks]
    deepest = depths.index(max(depths))
    base = xs[deepest]
    left, right = blocks[deepest]
    _overwrite(left, [(xs[place] - base, blocks[place][0]) for place in range(deepest)])
    _overwrite(right, [(xs[place] - base, blocks[place][1]) for place in range(len(blocks) - 1, deepest, -1)])
    return (left, right), deepest


def _overwrite(outline: list[int], others: list[tuple[int, list[int]]]) -> None:
    """Lay outlines over another one, the outermost first; each shows only below those before it."""
    total, covered = len(outline), 0
    for shift, other in others:
        depth = len(other)
        if depth > covered:
            outline[total - depth : total - covered] = [x + shift for x in other[: depth - covered]]
            covered = depth
