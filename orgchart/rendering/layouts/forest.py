"""The reporting tree as arrays with one entry a box, so that every later step is a loop and never a recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.memory import remembered
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import STACK_GAP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgchart.rendering.scene import Figure

_NONE: tuple[int, ...] = ()


class Forest(NamedTuple):
    """The trees of a figure.

    `children` are without assistants; `order` is the preorder of all boxes that are no assistants, tree after tree.
    `place` is a box's position in it; the subtree of a box is the slice of `size` entries that begins there.
    `height` counts the levels below, `tall` is the height of a card with the gap below it in pixels, `weight` that of a
    whole subtree card below card. `stiff` says that assistants or frames stand below, so that nothing may hang.
    `memo` holds the modes of an earlier picture, `places` the y of its tops, `reserve` the width that each outermost
    frame had there.
    `strip` is the room for the name of a frame beside its cards, where rows become columns.
    """

    superior: Sequence[int]
    children: Sequence[Sequence[int]]
    assistants: Sequence[Sequence[int]]
    tops: Sequence[int]
    order: Sequence[int]
    place: Sequence[int]
    size: Sequence[int]
    height: Sequence[int]
    tall: Sequence[int]
    weight: Sequence[int]
    stiff: Sequence[bool]
    framed: Sequence[bool]
    narrow: Sequence[bool]
    memo: Mapping[int, str]
    reserve: Mapping[int, int]
    places: Mapping[int, int]
    strip: int = 0

    def subtree(self, box: int) -> Sequence[int]:
        """All boxes of a subtree without assistants, in preorder."""
        start = self.place[box]
        return self.order[start : start + self.size[box]]


def grow(figure: Figure, step: int = 0) -> Forest:
    """Gather the trees of a figure; a loop of superiors is a ValueError. O(n).

    `step` is what each card takes in height, where that is not its own height and a gap.
    """
    children, assistants = _offspring(figure)
    outside = {box for box, _ in figure.beside}.union(*(group.boxes for group in figure.apart))
    tops = [box for box, above in enumerate(figure.superior) if above == NOBODY and box not in outside]
    order = _preorder(tops, children)
    helpers = sum(map(len, assistants))
    if len(order) + helpers + len(outside) != len(figure.boxes):
        message = "the superiors of a figure form a loop, or an assistant has reports"
        raise ValueError(message)
    count = len(figure.boxes)
    place = [0] * count
    for position, box in enumerate(order):
        place[box] = position
    framed = [False] * count
    for enclosure in figure.enclosures:
        framed[enclosure.top] = True
    tall = [step] * count if step else [box.height + STACK_GAP for box in figure.boxes]
    size, height, stiff = _sums(order, figure.superior, assistants, framed)
    weight = list(tall)
    for box in reversed(order):
        above = figure.superior[box]
        if above != NOBODY:
            weight[above] += weight[box]
    reserve = _outermost(figure, order, framed) if figure.earlier_frames else {}
    narrow = _on_the_way_to_the_first_fork(tops if figure.level else (), children, count)
    return Forest(
        figure.superior,
        children,
        assistants,
        tops,
        order,
        place,
        size,
        height,
        tall,
        weight,
        stiff,
        framed,
        narrow,
        remembered(figure),
        reserve,
        {top: figure.earlier_places.get(figure.boxes[top].key, NOBODY) for top in tops}
        if figure.earlier_places
        else {},
    )


def _outermost(figure: Figure, order: Sequence[int], framed: Sequence[bool]) -> dict[int, int]:
    """Find the frames that lie in no other frame, and how wide each was in an earlier picture."""
    inside = [False] * len(figure.boxes)
    found: list[int] = []
    for box in order:
        above = figure.superior[box]
        inside[box] = framed[box] or (above != NOBODY and inside[above])
        if framed[box] and not (above != NOBODY and inside[above]):
            found.append(box)
    names = {item.top: item.units[0] for item in figure.enclosures}
    return {box: figure.earlier_frames.get(names[box], 0) for box in found}


def _offspring(figure: Figure) -> tuple[list[Sequence[int]], list[Sequence[int]]]:
    """List the children and the assistants of every box; leaves share one empty tuple."""
    children: dict[int, list[int]] = {}
    assistants: dict[int, list[int]] = {}
    helpers = figure.assistants
    for box, above in enumerate(figure.superior):
        if above != NOBODY:
            lists = assistants if box in helpers else children
            if above in lists:
                lists[above].append(box)
            else:
                lists[above] = [box]
    every = range(len(figure.boxes))
    return [children.get(box, _NONE) for box in every], [assistants.get(box, _NONE) for box in every]


def _preorder(tops: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    order: list[int] = []
    waiting = list(reversed(tops))
    while waiting:
        box = waiting.pop()
        order.append(box)
        below = children[box]
        if below:
            waiting.extend(reversed(below))
    return order


def _sums(
    order: Sequence[int], superior: Sequence[int], assistants: Sequence[Sequence[int]], framed: Sequence[bool]
) -> tuple[list[int], list[int], list[bool]]:
    """Count, bottom-up, the cards and the levels of each subtree, and find what may not hang."""
    count = len(superior)
    size, height, stiff = [1] * count, [0] * count, [False] * count
    for box in reversed(order):
        above = superior[box]
        if above == NOBODY:
            continue
        size[above] += size[box]
        height[above] = max(height[above], height[box] + 1)
        if stiff[box] or framed[box] or assistants[box]:
            stiff[above] = True
    return size, height, stiff


def _on_the_way_to_the_first_fork(tops: Sequence[int], children: Sequence[Sequence[int]], count: int) -> Sequence[bool]:
    """Mark each top and, below it, the only child of an only child, down to the first superior of several."""
    found = [False] * count
    for top in tops:
        box = top
        found[box] = True
        while len(children[box]) == 1:
            box = children[box][0]
            found[box] = True
    return found
