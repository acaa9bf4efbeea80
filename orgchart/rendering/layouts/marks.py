"""Numbers of relations in compact rows beside what they belong to, clear of every trunk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import MARK_DISTANCE, MARK_GAP, MARK_PITCH, TRUNK_INSET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from orgchart.rendering.scene import Figure

Segment = tuple[int, int]
"""A stretch of x, from and to, that marks may use."""

NO_TRUNK: Final = 0
TRUNK_AT_LEFT: Final = 1
TRUNK_IN_MIDDLE: Final = 2

_CORNER: Final = 5
_FROM_TRUNK: Final = 7
_DIGIT: Final = 6


@dataclass(frozen=True, slots=True)
class Pill:
    """A mark that waits for its place."""

    number: int
    kind: str
    unit: str = ""

    @property
    def width(self) -> int:
        """Pixels from edge to edge."""
        return pill_width(self.number)


def pill_width(number: int) -> int:
    """Pixels that the pill around a number is wide."""
    return 8 + _DIGIT * len(str(number))


@dataclass(frozen=True, slots=True)
class Pills:
    """The marks of each box and of each framed unit, by number."""

    of_box: Mapping[int, Sequence[Pill]]
    of_unit: Mapping[str, Sequence[Pill]]


def gather(figure: Figure) -> Pills:
    """Collect the marks of all relations; both ends at one place make one mark."""
    of_box: dict[int, list[Pill]] = {}
    of_unit: dict[str, list[Pill]] = {}
    for link in figure.links:
        for end in (link.source,) if link.source == link.target else (link.source, link.target):
            if end.box != NOBODY:
                of_box.setdefault(end.box, []).append(Pill(link.number, link.kind))
            else:
                of_unit.setdefault(end.unit, []).append(Pill(link.number, link.kind, end.unit))
    return Pills(of_box, of_unit)


def flow(pills: Sequence[Pill], segments: Callable[[int], Sequence[Segment]]) -> list[tuple[int, int]]:
    """Give each mark its x and its row: segment after segment, row after row. `segments` tells those of a row."""
    found: list[tuple[int, int]] = []
    row = 0
    waiting = list(reversed(pills))
    while waiting:
        for start, end in segments(row):
            x = start
            while waiting and x + waiting[-1].width <= end:
                found.append((x, row))
                x += waiting.pop().width + MARK_GAP
        row += 1
    return found


def below_card(pills: Sequence[Pill], width: int, trunk: int) -> list[tuple[int, int]]:
    """Places of the marks below a card, x from its left edge: beside the trunk that leaves it."""
    middle = width // 2
    right_half = (middle + _FROM_TRUNK, width - _CORNER)
    if trunk == TRUNK_IN_MIDDLE:
        left_half = (_CORNER, middle - _FROM_TRUNK)
        segments: tuple[Segment, ...] = (left_half, right_half)
    elif trunk == TRUNK_AT_LEFT:
        segments = ((TRUNK_INSET + _FROM_TRUNK, width - _CORNER),)
    else:
        segments = ((_CORNER, width - _CORNER),)
    needed = sum(pill.width + MARK_GAP for pill in pills) - MARK_GAP
    for start, end in (right_half, *segments[:1]):
        if needed <= end - start:
            segments = ((end - needed, end),)
            break
    return flow(pills, lambda _: segments)


def depth_of(rows: int) -> int:
    """Pixels below a card that so many rows of marks take, with a little air under them."""
    return MARK_DISTANCE + rows * MARK_PITCH if rows else 0
