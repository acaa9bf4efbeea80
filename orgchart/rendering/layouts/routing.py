"""A plan gets its cross lines: which relations become lines, where their marks stand, how high the channels are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.furniture import least_width
from orgchart.rendering.layouts.grid import moved
from orgchart.rendering.layouts.heights import marks_below, trunk_of
from orgchart.rendering.layouts.labels import strips_of
from orgchart.rendering.layouts.marks import edges_of, fits_below, gather
from orgchart.rendering.layouts.plans import Plan, Ways
from orgchart.rendering.layouts.renumbering import renumbered
from orgchart.rendering.layouts.rising import Rising
from orgchart.rendering.layouts.roads import Stops, board_of, names_of
from orgchart.rendering.layouts.ways import corners, length_of
from orgchart.rendering.route.routing import Routed, route
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import MARGIN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.marks import Pills
    from orgchart.rendering.layouts.roads import Names
    from orgchart.rendering.scene import Figure

_ATTEMPTS: Final = 10
_PATIENT: Final = 6
_ALWAYS_FOLLOWED: Final = 720
"""Pixels up to which no line is too long."""

Ports = dict[int, dict[int, tuple[int, int]]]
"""The marks at the ends of lines, by box and number: x from the left edge of the card, and row (-1: above)."""


def with_ways(figure: Figure, forest: Forest, plan: Plan) -> tuple[Plan, Pills]:
    """Route the relations of a figure; what finds no way, or too long a one, stays a pair of marks."""
    if not plan.level:
        plan = plan._replace(grid=renumbered(figure, forest, plan.grid, plan.heights))
    router = Router(figure, forest, plan, names_of(plan))
    board = router.board
    routed, ports = router.fitting({link.number for link in figure.links})
    if figure.longest:
        raised, _ = _raised(figure, forest, plan, Ways(routed, board, 0), ports)
        width = max(raised.grid.right + MARGIN, least_width(figure) + 2 * MARGIN)
        too_long = set(too_long_ways(figure, raised, width + raised.heights.bottom))
        if too_long:
            routed, ports = router.fitting(set(routed.ways) - too_long)
    shift, right = _sideways(plan, routed)
    grid = moved(plan.grid, shift) if shift else plan.grid
    moved_plan = plan._replace(grid=grid._replace(right=right))
    return _raised(figure, forest, moved_plan, Ways(routed, board, shift), ports)


class Router:
    """The relations of a plan on their board, routed as often as it takes."""

    def __init__(self, figure: Figure, forest: Forest, plan: Plan, names: Names) -> None:
        self.figure, self.forest, self.plan = figure, forest, plan
        self.board = board_of(figure, forest, plan, names)
        self.stops = Stops(figure, forest, plan, names)

    def fitting(self, wanted: Collection[int]) -> tuple[Routed, Ports]:
        """Route until the marks of all other relations have room beside the lines.

        A card without such room keeps some of its lower edge free in the next attempt, and gives up lines if that
        fails.
        """
        crowded: set[int] = set()
        for attempt in range(_ATTEMPTS):
            routed = route(self.board, self.stops.connections(wanted, crowded))
            ports = self._ports(routed)
            cramped = self._cramped(routed, ports)
            if not cramped:
                return routed, ports
            if crowded.issuperset(cramped):
                kept = 0 if attempt >= _PATIENT else -1
                wanted = set(routed.ways).difference(*(lower[kept:] for lower in cramped.values()))
            crowded.update(cramped)
        return route(self.board, []), {}

    def _ports(self, routed: Routed) -> Ports:
        """Say for each card where the marks at the ends of its lines stand."""
        ports: Ports = {}
        pills = {link.number: link for link in self.figure.links}
        for number, way in routed.ways.items():
            link = pills[number]
            ends = (link.target, link.source) if way.turned else (link.source, link.target)
            for end, x, above in zip(ends, (way.xs[0], way.xs[-1]), way.from_above, strict=True):
                if end.box != NOBODY:
                    left = x - self.plan.grid.placement.x[end.box] - self.stops.along(number) // 2
                    ports.setdefault(end.box, {})[number] = left, 0 if above else -1
        return ports

    def _cramped(self, routed: Routed, ports: Ports) -> dict[int, list[int]]:
        """Find cards that have too many lines at their lower edge to hold their other marks; give these lines."""
        found: dict[int, list[int]] = {}
        for box, pills in gather(self.figure, routed.ways).of_box.items():
            taken = ports.get(box, {})
            edges = edges_of(self.figure, box, turned=self.plan.turned)
            if not fits_below(pills, edges, trunk_of(self.forest, self.plan.grid, box), taken):
                found[box] = sorted(number for number, (_, row) in taken.items() if not row)
        return found


def _raised(figure: Figure, forest: Forest, plan: Plan, ways: Ways, ports: Ports) -> tuple[Plan, Pills]:
    """Give rows and channels the heights that lines and marks need."""
    pills = gather(figure, ways.routed.ways)
    below = marks_below(figure, forest, plan.grid, pills, ports)
    strips = strips_of(figure, plan.grid, pills)
    heights = Rising(figure, plan.grid, below, strips).heights_of(forest, ways, level=plan.level)
    return plan._replace(below=below, strips=strips, heights=heights, ways=ways), pills


def too_long_ways(figure: Figure, plan: Plan, extent: int) -> Iterator[int]:
    """Find the lines that are longer than the figure allows in a picture of that width and height together.

    In a small picture a line can be followed however far it goes.
    """
    ways = plan.ways
    if ways is None:
        return
    most = max(figure.longest * extent, _ALWAYS_FOLLOWED)
    for link in figure.links:
        if link.number in ways.routed.ways and length_of(corners(figure, plan, ways, link)) > most:
            yield link.number


def _sideways(plan: Plan, routed: Routed) -> tuple[int, int]:
    """How far everything must move right for the lines at the left, and the right edge after that."""
    xs = [x for way in routed.ways.values() for x in way.xs]
    shift = max(MARGIN - min(xs, default=MARGIN), 0)
    return shift, max(plan.grid.right, *(x + 1 for x in xs), 0) + shift
