"""Where everything stands in y, and what decides about it besides the rows: the marks below cards, trunks and buses."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.grid import middle_of
from orgchart.rendering.layouts.marks import NO_TRUNK, TRUNK_AT_LEFT, TRUNK_IN_MIDDLE, Pills, below_card
from orgchart.rendering.layouts.placing import FROM_ABOVE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.scene import Figure


class Heights(NamedTuple):
    """Where everything stands in y.

    `slot` is for each box the number of the part of a row in which it stands, level with its neighbours there; `tops`,
    `heights` and `buses` (the y of the bus above) are by slot. `frame_tops` and `frame_bottoms` are for each frame,
    `tracks` for each level part of a cross line, by its number and channel. `parts` are for each row the left ends of
    its slots and the number of the first one, `extents` the ends of each slot in x.
    """

    slot: Sequence[int]
    tops: Sequence[int]
    heights: Sequence[int]
    buses: Sequence[int]
    frame_tops: Sequence[int]
    frame_bottoms: Sequence[int]
    bottom: int
    tracks: Mapping[tuple[int, int], int]
    parts: Sequence[tuple[Sequence[int], int]] = ()
    extents: Sequence[tuple[int, int]] = ()

    def bus_at(self, channel: int, x: int) -> int:
        """Find the y of the bus of a channel at an x."""
        lefts, first = self.parts[channel]
        return self.buses[first + bisect_right(lefts, x) - 1]


class Below(NamedTuple):
    """The marks below the cards: the places of each box's marks."""

    places: Mapping[int, Sequence[tuple[int, int]]]


def marks_below(
    figure: Figure,
    forest: Forest,
    grid: Grid,
    pills: Pills,
    ports: Mapping[int, Mapping[int, tuple[int, int]]] | None = None,
) -> Below:
    """Find places for the marks of all cards; `ports` are those that stand at the end of a line, by box and number."""
    places: dict[int, Sequence[tuple[int, int]]] = {}
    for box, group in pills.of_box.items():
        taken = ports.get(box) if ports else None
        places[box] = below_card(group, figure.card_width, trunk_of(forest, grid, box), taken)
    return Below(places)


def trunk_of(forest: Forest, grid: Grid, box: int) -> int:
    """Say where a trunk leaves a card at its lower edge."""
    if grid.placement.hanging[box]:
        return TRUNK_AT_LEFT
    return TRUNK_IN_MIDDLE if forest.children[box] or forest.assistants[box] else NO_TRUNK


def needs_bus(forest: Forest, grid: Grid, box: int) -> bool:
    """Whether something below a superior hangs elsewhere than from the trunk that leaves the card."""
    placement = grid.placement
    first = forest.children[box][0]
    return placement.entry[first] == FROM_ABOVE or placement.trunk[first] != middle_of(grid, box)
