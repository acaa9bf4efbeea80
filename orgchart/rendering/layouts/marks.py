"""Numbers of relations in compact rows beside what they belong to, clear of every trunk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.route.board import without
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import MARK_DISTANCE, MARK_GAP, MARK_HEIGHT, MARK_PITCH, TRUNK_INSET

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from orgchart.rendering.scene import Figure

Segment = tuple[int, int]
"""A stretch of x, from and to, that marks may use."""

NO_TRUNK: Final = 0
TRUNK_AT_LEFT: Final = 1
TRUNK_IN_MIDDLE: Final = 2

_CORNER: Final = 5
_TURNED_CORNER: Final = 1
_TURNED_OVERHANG: Final = -4
"""Marks before a card reach over its corner, so that lines of two cards that face each other find room."""
_FROM_TRUNK: Final = 7
_DIGIT: Final = 6
_ARROW: Final = 10


class Pill(NamedTuple):
    """A mark that waits for its place; `tag` says that no line leads from it to its partner."""

    number: int
    kind: str
    unit: str = ""
    tag: bool = True

    @property
    def width(self) -> int:
        """Pixels from edge to edge."""
        return pill_width(self.number, tag=self.tag)

    @property
    def room(self) -> int:
        """Pixels to keep for it, whether it becomes a tag or not."""
        return pill_width(self.number, tag=True)


def pill_width(number: int, *, tag: bool) -> int:
    """Pixels that the pill around a number is wide, an even count; a tag shows an arrow too."""
    return 8 + _DIGIT * len(str(number)) + _ARROW * tag


class Pills(NamedTuple):
    """The marks of each box and of each framed unit, by number."""

    of_box: Mapping[int, Sequence[Pill]]
    of_unit: Mapping[str, Sequence[Pill]]


def gather(figure: Figure, drawn: Collection[int] = ()) -> Pills:
    """Collect the marks of all relations; both ends at one place make one mark. `drawn` are those that have a line."""
    of_box: dict[int, list[Pill]] = {}
    of_unit: dict[str, list[Pill]] = {}
    for link in figure.links:
        tag = link.number not in drawn
        for end in (link.source,) if link.source == link.target else (link.source, link.target):
            if end.box != NOBODY:
                of_box.setdefault(end.box, []).append(Pill(link.number, link.kind, tag=tag))
            else:
                of_unit.setdefault(end.unit, []).append(Pill(link.number, link.kind, end.unit, tag))
    return Pills(of_box, of_unit)


def flow(pills: Sequence[Pill], segments: Callable[[int], Sequence[Segment]]) -> list[tuple[int, int]]:
    """Give each mark its x and its row: segment after segment, row after row. `segments` tells those of a row."""
    found: list[tuple[int, int]] = []
    row = 0
    waiting = list(reversed(pills))
    while waiting:
        for start, end in segments(row):
            x = start
            while waiting and x + waiting[-1].room <= end:
                pill = waiting.pop()
                found.append((x + (pill.room - pill.width) // 2, row))
                x += pill.room + MARK_GAP
        row += 1
    return found


def stretches(width: int, trunk: int, corner: int = _CORNER) -> tuple[Segment, ...]:
    """List the free parts of the edge of a card, x from its left edge: beside the line that stands there."""
    middle = width // 2
    if trunk == TRUNK_IN_MIDDLE:
        return (corner, middle - _FROM_TRUNK), (middle + _FROM_TRUNK, width - corner)
    return ((TRUNK_INSET + _FROM_TRUNK if trunk == TRUNK_AT_LEFT else corner, width - corner),)


class Edges(NamedTuple):
    """The edges of one card that marks stand along.

    `inset` are the pixels from where the plan has the card to where its edge begins, `length` those of the edge. Where
    rows are columns, marks stand along an edge with their height.
    """

    length: int
    inset: int = 0
    turned: bool = False

    def along(self, number: int, *, tag: bool) -> int:
        """Pixels that the mark of a relation takes along the edge, an even count."""
        return MARK_HEIGHT if self.turned else pill_width(number, tag=tag)

    def stretches(self, trunk: int, *, upper: bool = False) -> list[Segment]:
        """List the parts of the edge that are free beside the line that stands there, from where the plan has it."""
        corner = (_TURNED_OVERHANG if upper else _TURNED_CORNER) if self.turned else _CORNER
        parts = stretches(self.length, trunk, corner)
        return [(start + self.inset, end + self.inset) for start, end in parts]


def edges_of(figure: Figure, box: int, *, turned: bool) -> Edges:
    """Give the edges of a card; a party's card is lower than its row, which is no row but a column if `turned`."""
    if turned and figure.boxes[box].kind != "role":
        high = figure.boxes[box].height
        return Edges(high, (figure.card_width - high) // 2, turned=True)
    return Edges(figure.card_width, turned=turned)


def below_card(
    pills: Sequence[Pill], width: int, trunk: int, taken: Mapping[int, tuple[int, int]] | None = None
) -> list[tuple[int, int]]:
    """Places of the marks of a card, x from its left edge: beside the trunk and the ways that leave it.

    `taken` are the marks that stand at the end of a way already, by number; a row of -1 is above the card.
    """
    taken = taken or {}
    free = [pill for pill in pills if pill.number not in taken]
    segments: Sequence[Segment] = free_beside(pills, Edges(width), trunk, taken)
    needed = sum(pill.room + MARK_GAP for pill in free) - MARK_GAP
    for start, end in reversed(segments):
        if needed <= end - start:
            segments = ((end - needed, end),)
            break
    found = iter(flow(free, lambda _: segments))
    return [taken.get(pill.number) or next(found) for pill in pills]


def free_beside(pills: Sequence[Pill], edges: Edges, trunk: int, taken: Mapping[int, tuple[int, int]]) -> list[Segment]:
    """List the parts of an edge that are free beside its line and the marks that have a place there already."""
    ends = [
        (x - MARK_GAP, x + edges.along(pill.number, tag=pill.tag) + MARK_GAP)
        for pill in pills
        for x, row in (taken.get(pill.number, (0, NOBODY)),)
        if row != NOBODY
    ]
    return without(edges.stretches(trunk), ends)


def fits_below(pills: Sequence[Pill], edges: Edges, trunk: int, taken: Mapping[int, tuple[int, int]]) -> bool:
    """Whether the marks that have no place yet can stand beside those that have one."""
    rooms = [edges.along(pill.number, tag=True) for pill in pills if pill.number not in taken]
    return not rooms or any(end - start >= max(rooms) for start, end in free_beside(pills, edges, trunk, taken))


def beside_card(
    pills: Sequence[Pill], edges: Edges, trunk: int, taken: Mapping[int, tuple[int, int]] | None = None
) -> list[tuple[int, int]]:
    """Places of the marks of a card whose row is a column: along its edge, and in which column beside the card.

    `taken` are the marks that stand at the end of a way already, by number; a column of -1 is before the card.
    """
    taken = taken or {}
    starts = [
        at
        for start, end in free_beside(pills, edges, trunk, taken)
        for at in range(start, end - MARK_HEIGHT + 1, MARK_PITCH)
    ]
    found: list[tuple[int, int]] = []
    waiting = 0
    for pill in pills:
        if pill.number in taken:
            found.append(taken[pill.number])
        else:
            found.append((starts[waiting % len(starts)], waiting // len(starts)))
            waiting += 1
    return found


def depth_of(rows: int) -> int:
    """Pixels below a card that so many rows of marks take, with a little air under them."""
    return MARK_DISTANCE + rows * MARK_PITCH if rows else 0
