"""The native layout: shapes, modes, places, heights, lines — a Figure becomes a Scene without any other program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.pausing import paused_collector
from orgchart.rendering.layouts.arranging import WORTH_KEEPING, Page, arrangements
from orgchart.rendering.layouts.assembling import assemble
from orgchart.rendering.layouts.forest import grow
from orgchart.rendering.layouts.furniture import furnish, least_width
from orgchart.rendering.layouts.grid import complete, moved
from orgchart.rendering.layouts.heights import marks_below
from orgchart.rendering.layouts.labels import strips_of
from orgchart.rendering.layouts.marks import gather
from orgchart.rendering.layouts.placing import place
from orgchart.rendering.layouts.plans import Plan
from orgchart.rendering.layouts.rising import Rising
from orgchart.rendering.layouts.routing import with_ways
from orgchart.rendering.layouts.shapes import shapes_of
from orgchart.rendering.theme import MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.rendering.layouts.arranging import Arrangement
    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.marks import Pills
    from orgchart.rendering.scene import Figure, Scene

_TRIALS: Final = 6
_BOXES_WORTH_TRIALS: Final = 400
_BOXES_WORTH_ROUTING_TWICE: Final = 3000
_ROWS_WORTH_ROUTING_TWICE: Final = 150
_ROUTED: Final = 4
_ROUTED_OF_MANY: Final = 2
"""So many plans get their lines: these need room, and what was smallest without them need not be so with them."""
_MANY: Final = 60
_NEARLY: Final = 1.04
_NATURAL_HEIGHT: Final = 600
"""A picture that fits a page of this height needs no packing: among those the one with fewest rows is calmest."""


@paused_collector()
def tidy(figure: Figure, *, ratio: float) -> Scene:
    """Place a figure on a global grid of rows, so that it fills a page of `ratio` with the largest text. O(n·K)."""
    forest, page = grow(figure), Page(ratio)
    plan, pills = _best_plan(figure, forest, page)
    if forest.memo:
        alone = figure._replace(memo={}, earlier_frames={}, earlier_places={})
        free = grow(alone)
        best, its_pills = _best_plan(alone, free, page)
        if _cost(best, page)[0] < WORTH_KEEPING * _cost(plan, page)[0]:
            forest, plan, pills = free, best, its_pills
    return assemble(figure, forest, pills, plan)


def _best_plan(figure: Figure, forest: Forest, page: Page) -> tuple[Plan, Pills]:
    """Try the most promising arrangements, once more with what the best of them teaches, then with its lines."""
    pills = gather(figure, {link.number for link in figure.links} if figure.routed else ())
    shapes = shapes_of(forest, figure.card_width)
    trials = _TRIALS if len(figure.boxes) <= _BOXES_WORTH_TRIALS else 1

    planned: list[Arrangement] = []

    def plans(page: Page) -> Iterator[tuple[Plan, Arrangement]]:
        for arrangement in arrangements(forest, shapes, page, trials):
            if arrangement in planned and not figure.beside:  # the lane of partners depends on the page, too
                continue
            planned.append(arrangement)
            placement = place(forest, shapes, figure.card_width, arrangement)
            yield _plan(figure, forest, pills, complete(figure, placement, page, arrangement.bands), page), arrangement

    found = list(plans(page))
    first = min(found, key=lambda tried: _cost(tried[0], page))
    page = page._replace(around=_around(figure, first[0]))
    if trials > 1 or not _fills(first[0], page):
        found += plans(_measured(page, *first))
    found.sort(key=lambda tried: _cost(tried[0], page))
    best, arrangement = found[0]
    if not (figure.routed and figure.links):
        return best, pills
    routed = [with_ways(figure, forest, best)]
    if len(figure.boxes) > _BOXES_WORTH_ROUTING_TWICE or best.grid.rows > _ROWS_WORTH_ROUTING_TWICE:
        return routed[0]
    others = [*plans(_measured(page, routed[0][0], arrangement)), *(found[1:] if trials > 1 else ())]
    others.sort(key=lambda tried: _cost(tried[0], page))
    seen = [best]
    for plan, _ in others:
        least = min(_cost(done, page) for done, _ in routed)
        if _cost(plan, page) >= least or len(routed) >= (_ROUTED if trials > 1 else _ROUTED_OF_MANY):
            break
        if not any(_alike(plan, other) for other in seen):
            seen.append(plan)
            routed.append(with_ways(figure, forest, plan))
    return min(routed, key=lambda tried: _cost(tried[0], page))


def _fills(plan: Plan, page: Page) -> bool:
    """Whether a plan has the shape of the page so nearly that a second try gains nothing."""
    sides = plan.grid.right / page.ratio, plan.heights.bottom + page.around
    return max(sides) <= min(sides) * _NEARLY


def _alike(one: Plan, other: Plan) -> bool:
    """Whether two plans place everything alike, as far as their size tells."""
    return (one.grid.right, one.heights.bottom) == (other.grid.right, other.heights.bottom)


def _around(figure: Figure, plan: Plan) -> int:
    """Measure the height of legend and table under a plan."""
    width = max(plan.grid.right - MARGIN, least_width(figure))
    return furnish(figure, width, 0).height


def _measured(page: Page, plan: Plan, arrangement: Arrangement) -> Page:
    """Correct what a page is reckoned with by what the best plan really takes."""
    if not arrangement.depth:
        return page
    return page._replace(
        stretch=plan.heights.bottom / arrangement.depth, shrink=plan.grid.placement.right / arrangement.width
    )


def _plan(figure: Figure, forest: Forest, pills: Pills, grid: Grid, page: Page) -> Plan:
    """Decide about everything that depends on the places; a chart narrower than its title and table is centred.

    A small picture keeps its rows level: it needs no packing, and is calmer so.
    """
    spare = least_width(figure) - (grid.right - MARGIN)
    if spare > 1:
        grid = moved(grid, spare // 2)
    below = marks_below(figure, forest, grid, pills)
    strips = strips_of(figure, grid, pills)
    if len(figure.boxes) <= _MANY:
        heights = Rising(figure, grid, below, strips).heights_of(forest, level=True)
        if max(grid.right / page.ratio, heights.bottom) <= _NATURAL_HEIGHT:
            return Plan(grid, below, strips, heights, level=True)
    return Plan(grid, below, strips, Rising(figure, grid, below, strips).heights_of(forest))


def _cost(plan: Plan, page: Page) -> tuple[float, int, int, int]:
    """Compare plans: the smaller page, then fewer bands of trees, fewer rows, less width."""
    return max(_extent(plan, page), _NATURAL_HEIGHT), len(plan.grid.spaced), plan.grid.rows, plan.grid.right


def _extent(plan: Plan, page: Page) -> float:
    """Give the height of the page that holds a plan."""
    return max((plan.grid.right + MARGIN) / page.ratio, plan.heights.bottom + page.around)
