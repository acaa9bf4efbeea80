"""The numbers of the pages, where every card and frame has its place, and what stands at the head of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.booklet.tree import Pages
from orgchart.rendering.scene import NOBODY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.booklet.tree import Part
    from orgchart.rendering.booklet.whole import Whole
    from orgchart.rendering.scene import Figure

_MOST_ABOVE: Final = 8
_ELLIPSIS: Final = "…"


class Heading(NamedTuple):
    """What stands around the picture of a page.

    `above` is the way back: the page it comes from and the superiors from the top; `footer` the number of the page.
    `full` are the keys of the roles with their full card here.
    """

    number: int
    title: str
    above: str
    footer: str
    description: str
    depth: int = 0
    full: tuple[str, ...] = ()


class Numbering:
    """The page of every box and every framed unit."""

    def __init__(self, whole: Whole, parts: Sequence[Part]) -> None:
        self.whole, self.parts = whole, parts
        self.pages = Pages({}, {})
        self.stub_on: dict[int, int] = {}
        self.roles: list[list[int]] = []
        self.depth: list[int] = []
        self.turn: list[int] = []
        turns: dict[int, int] = {}
        for number, part in enumerate(parts, 1):
            roles = whole.roles_on(part)
            self.roles.append(roles)
            self.pages.of_box.update(dict.fromkeys(roles, number))
            for unit in whole.units_on(part, roles):
                self.pages.of_unit.setdefault(unit, number)
            self.stub_on.update((box, number) for box in whole.tree.below(part.members) if whole.tree.cut[box])
            key = part.root if part.members else -2
            self.turn.append(turns.get(key, 0))
            turns[key] = self.turn[-1] + 1
            stub = self.stub_on.get(part.root)
            self.depth.append(1 + self.depth[stub - 1] if stub else 0)

    def figure_of(self, number: int) -> Figure:
        """Make the figure of a page, under its own title."""
        return self.whole.figure_of(self.parts[number - 1], self.pages)._replace(title=self.title(number))

    def heading(self, part: Part, number: int, count: int) -> Heading:
        """Say what stands around a page."""
        whole = self.whole
        words, boxes = whole.words, whole.figure.boxes
        keys = tuple(boxes[box].key for box in self.roles[number - 1])
        said = words.description.format(number, count, len(keys))
        return Heading(
            number,
            self.title(number),
            self._above(part),
            words.number.format(number, count),
            f"{said} {whole.figure.description}" if number == 1 else said,
            self.depth[number - 1],
            keys,
        )

    def title(self, number: int) -> str:
        """Name the chart and the page."""
        return f"{self.whole.figure.title} · {self.name(number)}"

    def name(self, number: int) -> str:
        """Name a page after its root."""
        whole, part = self.whole, self.parts[number - 1]
        turn = self.turn[number - 1]
        if part.root != NOBODY:
            box = whole.figure.boxes[part.root]
            name = box.full or "".join(box.lines)
        else:
            name = whole.words.overview if part.members else whole.words.rest
        return whole.words.more.format(name, turn + 1) if turn else name

    def _above(self, part: Part) -> str:
        """Say from which page this one comes, and name the chain of superiors, from the top."""
        whole = self.whole
        page = self.stub_on.get(part.root, 0) if part.first else self.pages.of_box.get(part.root, 0)
        if not page:
            return ""
        names = list(self._superiors(part.root))
        if len(names) > _MOST_ABOVE:
            names = [*names[: _MOST_ABOVE - 2], _ELLIPSIS, names[-1]]
        return whole.words.step.join([whole.words.from_page.format(page), *reversed(names)])

    def _superiors(self, box: int) -> Iterator[str]:
        """Name the superiors from the nearest up to the top; of a long chain only the ends are needed."""
        boxes, superior = self.whole.figure.boxes, self.whole.tree.superior
        steps = 0
        above = superior[box]
        while above != NOBODY and steps <= _MOST_ABOVE:
            yield boxes[above].full or "".join(boxes[above].lines)
            above = superior[above]
            steps += 1
