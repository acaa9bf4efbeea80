"""Names of frames where rows are columns: along the upper edge, the marks of the unit below its name.

A line may reach the first mark of each line, from the left. The first layout of names, before lines have their ways,
decides which mark stands where in its line; later, when frames are wider, everything keeps its place there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.marks import flow
from orgchart.rendering.layouts.roads import Names
from orgchart.rendering.layouts.ways import TURNED_LABEL_MARK
from orgchart.rendering.measure import cut_to, text_width
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import FRAME_LABEL_LINE, FRAME_PADDING, LABEL_SIZE, MARK_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from orgchart.rendering.layouts.grid import Enclosed
    from orgchart.rendering.layouts.marks import Pill, Pills, Segment
    from orgchart.rendering.layouts.plans import Plan
    from orgchart.rendering.scene import Figure

LABEL_BASELINE: Final = 14
_LABEL_RISE: Final = 10
_LABEL_DROP: Final = 2
_UNDER_LABEL: Final = 5
_FROM_DROP: Final = 7
_FROM_WORDS: Final = 4

Spot = tuple[int, int, int]
"""Where a mark of a unit stands: beside the line that enters from above (0: left, 1: right), x there, and its line."""


class Words(NamedTuple):
    """Something that stands in a banner: its corners, and of a mark the unit and the number."""

    left: int
    top: int
    right: int
    bottom: int
    mark: tuple[str, int] | None = None


class Banner(NamedTuple):
    """The marks of the units that share a frame, and their spots."""

    pills: Sequence[Pill]
    spots: Sequence[Spot]


class Label(NamedTuple):
    """The name of a frame with its place, and whether it had to be cut."""

    words: str
    x: int
    y: int
    cut: bool


def lines_needed(pills: Pills, wide: int) -> int:
    """Count the lines of marks that the frame of a unit may need under its name, for cards `wide` pixels wide."""
    rooms = _beside((0, wide + 2 * FRAME_PADDING), FRAME_PADDING + wide // 2)
    rows = [flow(own, lambda _: rooms)[-1][1] + 1 for own in pills.of_unit.values() if own]
    return max(rows, default=0)


def banners_of(figure: Figure, plan: Plan, pills: Pills) -> list[Banner]:
    """Give the marks of units their spots; those of a unit stand at its first frame."""
    waiting = dict(pills.of_unit)
    found: list[Banner] = []
    for number, frame in enumerate(plan.grid.frames):
        own = sorted((pill for unit in frame.units for pill in waiting.pop(unit, ())), key=lambda pill: pill.number)
        rooms = _rooms(figure, plan, number)
        spots: list[Spot] = []
        for pill, (x, row) in zip(own, flow(own, lambda _, rooms=rooms: rooms), strict=True):  # type: ignore[misc]
            start = x - (pill.room - pill.width) // 2
            room = max(place for place, segment in enumerate(rooms) if segment[0] <= start)
            spots.append((room, start - rooms[room][0], row))
        found.append(Banner(own, spots))
    return found


def label_of(figure: Figure, plan: Plan, number: int) -> Label:
    """Write the name of a frame on the side of the line that enters it where most of it can be read."""
    frame = plan.grid.frames[number]
    rooms = _rooms(figure, plan, number)
    side = max(rooms, key=lambda room: (min(room[1] - room[0], text_width(frame.label, LABEL_SIZE)), -room[0]))
    words, cut = cut_to(frame.label, side[1] - side[0], LABEL_SIZE)
    return Label(words, side[0], frame.left + LABEL_BASELINE, cut)


def mark_places(figure: Figure, plan: Plan, number: int, banner: Banner) -> list[tuple[int, int]]:
    """Give the corners of the marks in a banner."""
    rooms = _rooms(figure, plan, number)
    top = plan.grid.frames[number].left + LABEL_BASELINE + _UNDER_LABEL
    return [(rooms[room][0] + x, top + row * FRAME_LABEL_LINE) for room, x, row in banner.spots]


def words_of(figure: Figure, plan: Plan, banners: Sequence[Banner]) -> Iterator[tuple[Enclosed, Words]]:
    """List what stands in all banners, as x and y of the picture."""
    for number, (frame, banner) in enumerate(zip(plan.grid.frames, banners, strict=True)):
        label = label_of(figure, plan, number)
        reach = label.x + text_width(label.words, LABEL_SIZE)
        yield frame, Words(label.x, label.y - _LABEL_RISE, reach, label.y + _LABEL_DROP)
        for pill, (x, y) in zip(banner.pills, mark_places(figure, plan, number, banner), strict=True):
            yield frame, Words(x, y, x + pill.room, y + MARK_HEIGHT, (pill.unit, pill.number))


def names_of(figure: Figure, plan: Plan, banners: Sequence[Banner]) -> Names:
    """Tell the router what the banners cover: in the columns that they touch, and in those beside these channels."""
    lefts = plan.heights.tops
    covered: list[tuple[int, Segment]] = []
    ends: dict[tuple[str, int], tuple[int, int]] = {}
    reachable = {
        (pill.unit, pill.number)
        for banner in banners
        for pill, (room, x, _) in zip(banner.pills, banner.spots, strict=True)
        if not room and not x
    }
    for frame, words in words_of(figure, plan, banners):
        first = max(bisect_right(lefts, words.left) - 1, frame.first)
        last = min(bisect_left(lefts, words.right), frame.last)
        covered += [(row, (words.top - _FROM_WORDS, words.bottom + _FROM_WORDS)) for row in range(first, last + 1)]
        if words.mark in reachable and words.mark is not None:
            ends[words.mark] = frame.first, words.top + MARK_HEIGHT // 2
    return Names(covered, ends)


def crossed_words(
    words: Sequence[Words], lines: Mapping[int, Sequence[tuple[int, int]]], own: Mapping[int, Sequence[str]]
) -> set[int]:
    """Find the lines (corners as x and y, by number) that run through words, or through marks of others."""
    return {
        number
        for number, corners in lines.items()
        for (x1, y1), (x2, y2) in pairwise(corners)
        for item in words
        if min(x1, x2) <= item.right + 1
        and item.left - 1 <= max(x1, x2)
        and min(y1, y2) <= item.bottom + 1
        and item.top - 1 <= max(y1, y2)
        and not (item.mark is not None and item.mark[1] == number and item.mark[0] in own[number])
    }


def _rooms(figure: Figure, plan: Plan, number: int) -> tuple[Segment, ...]:
    """List the free stretches along the upper edge of a frame."""
    heights = plan.heights
    return _beside((heights.frame_tops[number], heights.frame_bottoms[number]), _drop(figure, plan, number))


def _drop(figure: Figure, plan: Plan, number: int) -> int:
    """Find the x at which a line enters a frame from above, or a place far outside."""
    placement, heights, frame = plan.grid.placement, plan.heights, plan.grid.frames[number]
    if frame.top == NOBODY or figure.superior[frame.top] == NOBODY or not placement.entry[frame.top]:
        return NOBODY
    row = placement.row[frame.top]
    return heights.tops[row] + heights.heights[row] // 2


def _beside(edges: Segment, drop: int) -> tuple[Segment, ...]:
    """List the stretches along the upper edge of a frame left and right of a line that enters there."""
    left, right = edges[0] + TURNED_LABEL_MARK, edges[1] - TURNED_LABEL_MARK
    if not left < drop < right:
        return ((left, right),)
    return (left, drop - _FROM_DROP), (drop + _FROM_DROP, right)
