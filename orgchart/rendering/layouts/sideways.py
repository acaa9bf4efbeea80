"""The native layout from left to right: the same engine, whose rows become columns; cards and words stay upright.

Along the engine's x runs the picture's y. A card is as wide for the engine as it is high, and a row as high as a card
is wide. Frames have their names at the upper edge, where the engine has its left; marks stand beside the cards, and
cross lines find their ways by the same router.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.arranging import WORTH_KEEPING, Page, arrangements
from orgchart.rendering.layouts.assembling import depths_of
from orgchart.rendering.layouts.banners import (
    banners_of,
    crossed_words,
    label_of,
    lines_needed,
    mark_places,
    names_of,
    words_of,
)
from orgchart.rendering.layouts.chains import chain_paths
from orgchart.rendering.layouts.columns import Marked, columns_of
from orgchart.rendering.layouts.forest import grow
from orgchart.rendering.layouts.furniture import BELOW_TITLE, furnish, least_width
from orgchart.rendering.layouts.grid import complete
from orgchart.rendering.layouts.heights import Below, trunk_of
from orgchart.rendering.layouts.lines import reporting_lines
from orgchart.rendering.layouts.marks import beside_card, edges_of, gather
from orgchart.rendering.layouts.placing import place
from orgchart.rendering.layouts.plans import Plan, Ways
from orgchart.rendering.layouts.routing import Router, too_long_ways
from orgchart.rendering.layouts.shapes import shapes_of
from orgchart.rendering.layouts.ways import corners, draw_ways
from orgchart.rendering.scene import NOBODY, Card, Frame, Line, Mark, Scene, Text
from orgchart.rendering.theme import CARD_HEIGHT, FRAME_LABEL_LINE, MARGIN, MARK_DISTANCE, MARK_GAP, MARK_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.layouts.banners import Banner
    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.marks import Pills
    from orgchart.rendering.layouts.routing import Ports
    from orgchart.rendering.scene import Figure, Route

_CHANNEL: Final = 34
_TRIALS: Final = 6
_BOXES_WORTH_TRIALS: Final = 400
_BOXES_WORTH_ROUTING_TWICE: Final = 3000
_ROUTED: Final = 2
_LABEL_ROOM: Final = 12
_FEW: Final = 60
_MOST_LINES: Final = 4
"""So many lines end at a card of usual height: above and below the line to its reports, on both sides."""
_HIGH: Final = 74
"""The height at which twice as many do."""


def sideways(figure: Figure, *, ratio: float) -> Scene:
    """Place a figure from left to right, so that it fills a page of `ratio`. O(n·K)."""
    figure = figure._replace(earlier_frames={}, earlier_places={})
    drawing = _Drawing(figure, ratio)
    if figure.memo:
        best = _Drawing(figure._replace(memo={}), ratio)
        if best.extent() < WORTH_KEEPING * drawing.extent():
            drawing = best
    return drawing.scene()


class _Drawing:
    """One picture in the making. Plans are in the engine's directions, until everything is turned at the end."""

    def __init__(self, figure: Figure, ratio: float) -> None:
        self.figure = figure
        self.wide = figure.card_width
        self.high = _card_height(figure)
        self.turned = figure._replace(card_width=self.high)
        self.pills: Pills = gather(figure)
        self.page = Page(1 / ratio)
        self.forest: Forest = grow(figure, self.wide + _CHANNEL)._replace(
            strip=_LABEL_ROOM + FRAME_LABEL_LINE * lines_needed(self.pills, self.wide)
        )
        self.pitch = max((pill.room for own in self.pills.of_box.values() for pill in own), default=0) + MARK_GAP

    @cached_property
    def plan(self) -> Plan:
        """The best arrangement."""
        plans = sorted(self._plans(), key=self._cost)
        if not (self.figure.routed and self.figure.links):
            return plans[0]
        many = _ROUTED if len(self.figure.boxes) <= _BOXES_WORTH_ROUTING_TWICE else 1
        return min(map(self._with_ways, plans[:many]), key=self._cost)

    def extent(self) -> float:
        """Give the width of the page that holds the best arrangement."""
        return self._cost(self.plan)[0]

    def scene(self) -> Scene:
        """Put everything together."""
        figure, plan = self.figure, self.plan
        grid, columns = plan.grid, plan.heights
        routes = draw_ways(self.turned, plan, plan.ways) if plan.ways else ()
        drawn = {route.number for route in routes}
        along = [y for route in routes for y in route.points[::2]]
        down = BELOW_TITLE - min([MARGIN, *(frame.left for frame in grid.frames), *along])
        spare = max(least_width(figure) - (columns.bottom - MARGIN), 0)
        bottom = max([grid.right, *(y + 1 for y in along)]) + down
        around = furnish(figure, columns.bottom - MARGIN + spare, bottom, drawn)
        shift = _Shift(down, spare // 2 if spare > 1 else 0)
        cards = tuple(self._cards(plan, shift))
        lines = tuple(self._lines(plan, shift))
        pills = gather(figure, drawn)
        frames, labels, frame_marks = self._frames(plan, banners_of(self.turned, plan, pills), shift)
        return Scene(
            width=around.width,
            height=around.height,
            title=figure.title,
            description=figure.description,
            language=figure.language,
            cards=cards,
            lines=lines,
            frames=tuple(frames),
            marks=(*self._marks(plan, pills, shift), *frame_marks),
            texts=(*around.texts, *labels),
            swatches=around.swatches,
            colours=figure.colours,
            chain=chain_paths(figure, cards, lines),
            look=figure.look,
            bottom=max((card.y + card.height for card in cards), default=0),
            routes=tuple(shift.route(route) for route in routes),
        )

    # Plans

    def _plans(self) -> Iterator[Plan]:
        forest, page = self.forest, self.page
        shapes = shapes_of(forest, self.high)
        trials = _TRIALS if len(self.figure.boxes) <= _BOXES_WORTH_TRIALS else 1
        for arrangement in arrangements(forest, shapes, page, trials):
            placement = place(forest, shapes, self.high, arrangement)
            grid = self._roomy(complete(self.turned, placement, page, arrangement.bands))
            yield self._settled(grid, self.pills)

    def _roomy(self, grid: Grid) -> Grid:
        """Give the frames of groups without lines their room for a name."""
        frames = [
            frame if frame.top != NOBODY else frame._replace(left=frame.left - self.forest.strip)
            for frame in grid.frames
        ]
        return grid._replace(frames=frames)

    def _cost(self, plan: Plan) -> tuple[float, int, int]:
        ratio = 1 / self.page.ratio
        extent = max(plan.heights.bottom, plan.grid.right * ratio)
        return extent, len(plan.grid.spaced), plan.grid.rows

    def _settled(self, grid: Grid, pills: Pills, ports: Ports | None = None, ways: Ways | None = None) -> Plan:
        """Decide where the marks of cards stand, and at which x the columns."""
        places = {
            box: beside_card(
                own, edges_of(self.turned, box, turned=True), trunk_of(self.forest, grid, box), (ports or {}).get(box)
            )
            for box, own in pills.of_box.items()
        }
        before, behind = [0] * grid.rows, [0] * grid.rows
        for box, spots in places.items():
            row = grid.placement.row[box]
            for pill, (_, column) in zip(pills.of_box[box], spots, strict=True):
                if column < 0:
                    before[row] = max(before[row], 2 * MARK_DISTANCE + pill.width)
                else:
                    behind[row] = max(behind[row], MARK_DISTANCE + column * self.pitch + pill.width + MARK_GAP)
        routed = ways.routed if ways else None
        columns = columns_of(self.forest, grid, self.wide, Marked(before, behind), routed)
        return Plan(grid, Below(places), (), columns, ways, level=True, turned=True)

    # Cross lines

    def _with_ways(self, plan: Plan) -> Plan:
        """Route the relations; what finds no way, too long a one, or one through a name, stays a pair of marks."""
        banners = banners_of(self.turned, plan, self.pills)
        router = Router(self.turned, self.forest, plan, names_of(self.turned, plan, banners))
        wanted = {link.number for link in self.figure.links}
        while True:
            routed, ports = router.fitting(wanted)
            ways = Ways(routed, router.board, 0)
            settled = self._settled(plan.grid, gather(self.figure, routed.ways), ports, ways)
            unfit = self._unfit(settled, ways)
            if not unfit:
                return settled
            wanted = set(routed.ways) - unfit

    def _unfit(self, plan: Plan, ways: Ways) -> set[int]:
        """Find the lines that are too long for this picture or run through the name of a frame."""
        found: set[int] = set()
        if self.figure.longest:
            width = max(plan.heights.bottom + MARGIN, least_width(self.figure) + 2 * MARGIN)
            found.update(too_long_ways(self.turned, plan, width + plan.grid.right))
        if plan.grid.frames:
            links = [link for link in self.figure.links if link.number in ways.routed.ways]
            lines = {link.number: [(x, y) for y, x in corners(self.turned, plan, ways, link)] for link in links}
            own = {link.number: (link.source.unit, link.target.unit) for link in links}
            banners = banners_of(self.turned, plan, gather(self.figure, lines))
            found |= crossed_words([item for _, item in words_of(self.turned, plan, banners)], lines, own)
        return found

    # Turned

    def _cards(self, plan: Plan, shift: _Shift) -> Iterator[Card]:
        placement = plan.grid.placement
        for box, row, along in zip(self.figure.boxes, placement.row, placement.x, strict=True):
            high = self.high if box.kind == "role" else box.height
            y = along + shift.down + (self.high - high) // 2
            yield Card(box, plan.heights.tops[row] + shift.across, y, self.wide, high)

    def _lines(self, plan: Plan, shift: _Shift) -> Iterator[Line]:
        for line in reporting_lines(self.turned, self.forest, plan.grid, plan.heights):
            yield line._replace(paths=tuple(shift.turned(path) for path in line.paths))

    def _marks(self, plan: Plan, pills: Pills, shift: _Shift) -> Iterator[Mark]:
        """Place the marks beside the cards, behind them or before them."""
        placement = plan.grid.placement
        for box in sorted(pills.of_box):
            card = self.figure.boxes[box]
            left = plan.heights.tops[placement.row[box]] + shift.across
            for pill, (along, column) in zip(pills.of_box[box], plan.below.places[box], strict=True):
                x = left + self.wide + MARK_DISTANCE + column * self.pitch
                if column < 0:
                    x = left - MARK_DISTANCE - pill.width
                at = x, placement.x[box] + along + shift.down
                yield Mark(
                    pill.number, pill.kind, card.key, card.kind != "role", *at, pill.width, MARK_HEIGHT, pill.tag
                )

    def _frames(
        self, plan: Plan, banners: Sequence[Banner], shift: _Shift
    ) -> tuple[list[Frame], list[Text], list[Mark]]:
        """Turn the frames, and write the name and the marks of each along its upper edge."""
        frames: list[Frame] = []
        texts: list[Text] = []
        marks: list[Mark] = []
        depths = depths_of(self.forest, plan.grid)
        edges = zip(plan.grid.frames, plan.heights.frame_tops, plan.heights.frame_bottoms, strict=True)
        for number, (frame, left, right) in enumerate(edges):
            at = left + shift.across, frame.left + shift.down
            size = right - left, frame.right - frame.left
            frames.append(Frame(frame.units[0], frame.tone, *at, *size, depths.get(number, 0)))
            label = label_of(self.turned, plan, number)
            full = frame.label if label.cut else ""
            texts.append(Text(label.words, label.x + shift.across, label.y + shift.down, "label", full=full))
            banner = banners[number]
            for pill, (x, y) in zip(banner.pills, mark_places(self.turned, plan, number, banner), strict=True):
                place = x + shift.across, y + shift.down, pill.width, MARK_HEIGHT
                marks.append(Mark(pill.number, pill.kind, pill.unit, True, *place, pill.tag))
        return frames, texts, marks


def _card_height(figure: Figure) -> int:
    """Choose the height of all cards: in a small picture more, if one has more lines than fit beside it."""
    high = max((box.height for box in figure.boxes), default=CARD_HEIGHT)
    if not figure.routed or len(figure.boxes) > _FEW:
        return high
    ends = Counter(end.box for link in figure.links for end in {link.source, link.target} if end.box != NOBODY)
    return max(high, _HIGH) if max(ends.values(), default=0) > _MOST_LINES else high


class _Shift(NamedTuple):
    """How far everything moves down and to the right when it is turned."""

    down: int
    across: int

    def turned(self, path: Sequence[int]) -> tuple[int, ...]:
        """Swap the axes of a path."""
        return tuple(
            number
            for along, row in zip(path[::2], path[1::2], strict=True)
            for number in (row + self.across, along + self.down)
        )

    def route(self, route: Route) -> Route:
        """Swap the axes of a cross line and its bridges."""
        bridges = tuple((y + self.across, x + self.down, not level) for x, y, level in route.bridges)
        return route._replace(points=self.turned(route.points), bridges=bridges)
