"""Where a tree is cut into pages: bottom-up, the heaviest subtrees first (Kundu–Misra 1977)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.booklet.tree import Part
from orgchart.rendering.layouts.splitting import split_evenly
from orgchart.rendering.scene import NOBODY, Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.booklet.tree import Tree

_WORTH_A_PAGE: Final = 6
_FILLS_A_PAGE: Final = 5
"""A subtree of fewer cards, or that fills less than this part of a page, is never cut off.

Its superior's reports are rather spread over several pages.
"""


class Cutter:
    """The cuts while they are made: `cut` holds the boxes that have a page of their own.

    `page` is the number of cards that a page holds well.
    """

    def __init__(self, tree: Tree, page: int) -> None:
        self.least = max(_WORTH_A_PAGE, page // _FILLS_A_PAGE)
        self.tree = tree
        self.cut = tree.cut
        self.weight = [1] * len(tree.superior)

    def divide(self, part: Part, cap: int) -> list[Part]:
        """Divide a part so that every page has at most about `cap` cards; what needs no cut comes back alone."""
        found: list[Part] = []
        for box in reversed(list(self.below(part))):
            members = self.tree.children[box]
            self.weight[box] = 1
            if members and not self.cut[box]:
                slices = self._close(members, cap, found)
                self.weight[box] += sum(self.weight[member] for member in members) if len(slices) == 1 else 0
                if len(slices) > 1:
                    self.cut[box] = 1
                    found += [Part(box, members, not place) for place, members in enumerate(slices)]
        if part.members:
            slices = self._close(part.members, cap, found)
            found += [Part(part.root, members, part.first and not place) for place, members in enumerate(slices)]
        return found + list(self._grouped(part, cap, alone=not part.members))

    def _close(self, members: Sequence[int], cap: int, found: list[Part]) -> list[tuple[int, ...]]:
        """Cut the heaviest subtrees of siblings until all fit on one page; else spread the siblings over several."""
        weight = self.weight
        total = 1 + sum(weight[member] for member in members)
        heavy = (member for member in members if weight[member] >= self.least) if total > cap else ()
        ranked = sorted(heavy, key=lambda member: -weight[member])
        for place, member in enumerate(ranked):
            if total <= cap and place * 2 < len(members):
                break  # where most siblings are cut off, so is the rest: the page then looks even
            total -= weight[member] - 1
            weight[member] = self.cut[member] = 1
            found.append(Part(member, tuple(self.tree.children[member])))
        if total <= cap:
            return [tuple(members)]
        count = -(-(total - 1) // (cap - 1))
        return [tuple(members[start:end]) for start, end in split_evenly([weight[member] for member in members], count)]

    def _grouped(self, part: Part, cap: int, *, alone: bool) -> Iterator[Part]:
        """Spread groups without lines over pages; a group that is too large over several."""
        page: list[Group] = []
        filled = 0
        if alone and sum(len(group.boxes) for group in part.groups) <= cap:
            yield from [part] if part.groups else []
            return
        for group in part.groups:
            for start in range(0, len(group.boxes), cap):
                boxes = group.boxes[start : start + cap]
                if page and filled + len(boxes) > cap:
                    yield Part(groups=tuple(page))
                    page, filled = [], 0
                page.append(group._replace(boxes=boxes))
                filled += len(boxes)
        if page:
            yield Part(groups=tuple(page))

    def below(self, part: Part) -> Iterator[int]:
        """All boxes of the tree on a page without its root, from the top down; those that are cut are its stubs."""
        return self.tree.below(part.members)

    def size_of(self, part: Part) -> int:
        """Number of cards on a page."""
        grouped = sum(len(group.boxes) for group in part.groups)
        return (part.root != NOBODY) + sum(1 for _ in self.below(part)) + grouped

    def ordered(self, parts: Sequence[Part]) -> list[Part]:
        """Put pages into the order of the tree: each superior's before those of its reports; groups at the end."""
        place = self.tree.place

        def key(numbered: tuple[int, Part]) -> tuple[int, int, int]:
            number, part = numbered
            if part.members:
                root = NOBODY if part.root == NOBODY else place[part.root]
                return root, place[part.members[0]], 0
            first = part.groups[0].boxes[0] if part.groups else number
            return len(place), first, number

        shown = [part for part in parts if not self._is_one_stub(part)]
        return [part for _, part in sorted(enumerate(shown), key=key)]

    def _is_one_stub(self, part: Part) -> bool:
        """Whether nothing but the stub of a single top would stand on a page: its own pages are then the first."""
        tops = self.tree.tops
        return part.root == NOBODY and len(part.members) == len(tops) == 1 and bool(self.cut[tops[0]])
