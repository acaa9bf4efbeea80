"""The strip at the top of a department frame: its name and its marks, clear of the line that enters the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.grid import middle_of
from orgchart.rendering.layouts.marks import flow
from orgchart.rendering.layouts.placing import FROM_ABOVE
from orgchart.rendering.measure import Wrapped, break_title, cut_to, fill, text_width
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import FRAME_LABEL_LINE, LABEL_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.layouts.grid import Enclosed, Grid
    from orgchart.rendering.layouts.marks import Pill, Pills, Segment
    from orgchart.rendering.scene import Figure

_INSET: Final = 8
_FROM_DROP: Final = 6
_FROM_LABEL: Final = 7
_MOST_LINES: Final = 3
_NARROWEST: Final = 40
_UNDER_LABEL: Final = 8


class Strip(NamedTuple):
    """What stands at the top of a frame: lines of the label at `x`, marks with their places, and the height of all."""

    x: int
    label: Wrapped
    pills: Sequence[Pill]
    places: Sequence[tuple[int, int]]
    height: int


def strips_of(figure: Figure, grid: Grid, pills: Pills) -> list[Strip]:
    """Fill the strips of all frames; the marks of a unit stand at its first frame."""
    waiting = dict(pills.of_unit)
    strips: list[Strip] = []
    for frame in grid.frames:
        own = sorted((pill for unit in frame.units for pill in waiting.pop(unit, ())), key=lambda pill: pill.number)
        strips.append(strip(frame, own, _drop(figure, grid, frame.top)))
    return strips


def _drop(figure: Figure, grid: Grid, top: int) -> int:
    """Give the x of the line that enters a frame from above, or `NOBODY`: what hangs is reached from its side."""
    if top == NOBODY or figure.superior[top] == NOBODY or grid.placement.entry[top] != FROM_ABOVE:
        return NOBODY
    return middle_of(grid, top)


def strip(frame: Enclosed, pills: Sequence[Pill], drop: int) -> Strip:
    """Fill the strip of a frame; `drop` is the x of the line that enters from above, or `NOBODY`."""
    sides = _sides(frame, drop)
    side, label = _label(frame.label, sides)
    reach = max(text_width(line, LABEL_SIZE) for line in label.lines)

    def free(row: int) -> Sequence[Segment]:
        if row >= len(label.lines):
            return sides
        rest = (side[0] + reach + _FROM_LABEL, side[1])
        return [rest if segment == side else segment for segment in sides]

    places = flow(pills, free)
    rows = max([len(label.lines), *(row + 1 for _, row in places)])
    return Strip(side[0], label, pills, places, rows * FRAME_LABEL_LINE + _UNDER_LABEL)


def _sides(frame: Enclosed, drop: int) -> list[Segment]:
    """List the free stretches of the strip: left and right of the entering line, without those too narrow to use."""
    left, right = frame.left + _INSET, frame.right - _INSET
    if drop == NOBODY:
        return [(left, right)]
    sides = [(left, drop - _FROM_DROP), (drop + _FROM_DROP, right)]
    return [side for side in sides if side[1] - side[0] >= _NARROWEST] or sides[:1]


def _broken(words: str, width: int) -> Wrapped:
    """Break a label at the end of a word if two lines hold it, else anywhere."""
    wrapped = break_title(words, width, LABEL_SIZE)
    return fill(words, width, LABEL_SIZE, _MOST_LINES) if wrapped.cut else wrapped


def _label(words: str, sides: Sequence[Segment]) -> tuple[Segment, Wrapped]:
    """Choose the side where the label takes fewest lines, the left one if equal; cut it only if no side holds it."""
    choices = [(side, _broken(words, side[1] - side[0])) for side in sides]
    side, label = min(choices, key=lambda choice: (choice[1].cut, len(choice[1].lines)))
    first, cut = cut_to(label.lines[0], side[1] - side[0], LABEL_SIZE)
    return side, Wrapped((first, *label.lines[1:]), label.cut or cut)
