"""The trees of a figure as arrays, and the parts of them that become pages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from orgchart.record import NamedTuple
from orgchart.rendering.scene import NOBODY, Figure, Group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Tree(NamedTuple):
    """The trees of a figure, assistants among the children; `cut` marks the boxes that have a page of their own."""

    superior: Sequence[int]
    children: Sequence[tuple[int, ...]]
    tops: Sequence[int]
    place: Sequence[int]
    size: Sequence[int]
    cut: bytearray

    def below(self, members: Iterable[int]) -> Iterator[int]:
        """List boxes and all below them from the top down, without what is below a cut."""
        waiting = list(members)[::-1]
        while waiting:
            box = waiting.pop()
            yield box
            if not self.cut[box]:
                waiting.extend(reversed(self.children[box]))


def tree_of(figure: Figure) -> Tree:
    """Gather the trees of a figure. O(n)."""
    count = len(figure.boxes)
    below: dict[int, list[int]] = defaultdict(list)
    for box, above in enumerate(figure.superior):
        below[above].append(box)
    outside = {box for box, _ in figure.beside}.union(*(group.boxes for group in figure.apart))
    children = [tuple(below.get(box, ())) for box in range(count)]
    tops = [box for box in below[NOBODY] if box not in outside]
    tree = Tree(figure.superior, children, tops, [0] * count, [1] * count, bytearray(count))
    order = list(tree.below(tops))
    place = [count] * count
    for position, box in enumerate(order):
        place[box] = position
    size = [1] * count
    for box in reversed(order):
        if figure.superior[box] != NOBODY:
            size[figure.superior[box]] += size[box]
    return tree._replace(place=place, size=size)


class Part(NamedTuple):
    """What stands on one page: a box with some of its reports and all below them, or groups without lines.

    `root` is `NOBODY` on the first pages, whose members are the tops. `first` says that the root has its full card
    here; on further pages of the same root it is repeated.
    """

    root: int = NOBODY
    members: tuple[int, ...] = ()
    first: bool = True
    groups: tuple[Group, ...] = ()


class Pages(NamedTuple):
    """The page of every box with a card, and of every unit with a frame."""

    of_box: dict[int, int]
    of_unit: dict[str, int]
