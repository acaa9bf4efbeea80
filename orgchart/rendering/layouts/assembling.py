"""From a plan (rows, x, heights) to the Scene: cards, frames, marks, labels, lines and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.chains import chain_paths
from orgchart.rendering.layouts.furniture import furnish, least_width
from orgchart.rendering.layouts.lines import reporting_lines
from orgchart.rendering.layouts.ways import LABEL_MARK, draw_ways
from orgchart.rendering.scene import NOBODY, Card, Frame, Mark, Scene, Text
from orgchart.rendering.theme import FRAME_LABEL_LINE, MARGIN, MARK_DISTANCE, MARK_HEIGHT, MARK_PITCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.heights import Heights
    from orgchart.rendering.layouts.marks import Pills
    from orgchart.rendering.layouts.plans import Plan
    from orgchart.rendering.scene import Figure

LABEL_BASELINE: Final = 13


def assemble(figure: Figure, forest: Forest, pills: Pills, plan: Plan) -> Scene:
    """Put the picture together."""
    grid, heights = plan.grid, plan.heights
    width = max(grid.right - MARGIN, least_width(figure))
    routes = draw_ways(figure, plan, plan.ways) if plan.ways else ()
    around = furnish(figure, width, heights.bottom, {route.number for route in routes})
    cards = _cards(figure, grid, heights)
    lines = tuple(reporting_lines(figure, forest, grid, heights))
    return Scene(
        width=around.width,
        height=around.height,
        title=figure.title,
        description=figure.description,
        language=figure.language,
        cards=cards,
        lines=lines,
        frames=tuple(_frames(forest, grid, heights)),
        marks=(*_card_marks(cards, pills, plan), *_frame_marks(plan)),
        texts=(*around.texts, *_labels(plan)),
        swatches=around.swatches,
        colours=figure.colours,
        chain=chain_paths(figure, cards, lines),
        look=figure.look,
        bottom=max((card.y + card.height for card in cards), default=0),
        routes=routes,
    )


def _cards(figure: Figure, grid: Grid, heights: Heights) -> tuple[Card, ...]:
    """Give every box its rectangle: roles fill the height of their row, parties stand in its middle."""
    width = figure.card_width
    cards: list[Card] = []
    for box, slot, x in zip(figure.boxes, heights.slot, grid.placement.x, strict=True):
        top, height = heights.tops[slot], heights.heights[slot]
        if box.kind == "role":
            cards.append(Card(box, x, top, width, height))
        else:
            cards.append(Card(box, x, top + (height - box.height) // 2, width, box.height))
    return tuple(cards)


def _frames(forest: Forest, grid: Grid, heights: Heights) -> Iterator[Frame]:
    """Give every frame its rectangle, the outer ones first."""
    depths = depths_of(forest, grid)
    edges = zip(grid.frames, heights.frame_tops, heights.frame_bottoms, strict=True)
    for place, (frame, top, bottom) in enumerate(edges):
        width, height = frame.right - frame.left, bottom - top
        yield Frame(frame.units[0], frame.tone, frame.left, top, width, height, depths.get(place, 0))


def depths_of(forest: Forest, grid: Grid) -> dict[int, int]:
    """Count the frames around each frame that lies in another."""
    depths: dict[int, int] = {}
    ends: list[int] = []
    led = [(forest.place[frame.top], place) for place, frame in enumerate(grid.frames) if frame.top != NOBODY]
    for start, place in sorted(led):
        while ends and ends[-1] <= start:
            ends.pop()
        depths[place] = len(ends)
        ends.append(start + forest.size[grid.frames[place].top])
    return depths


def _labels(plan: Plan) -> Iterator[Text]:
    for frame, top, strip in zip(plan.grid.frames, plan.heights.frame_tops, plan.strips, strict=True):
        y = top + LABEL_BASELINE
        for place, line in enumerate(strip.label.lines):
            full = frame.label if strip.label.cut and not place else ""
            yield Text(line, strip.x, y + place * FRAME_LABEL_LINE, "label", full=full)


def _card_marks(cards: Sequence[Card], pills: Pills, plan: Plan) -> Iterator[Mark]:
    """Place the marks below and above the cards."""
    for box in sorted(pills.of_box):
        card = cards[box]
        party = card.box.kind != "role"
        under, over = card.y + card.height + MARK_DISTANCE, card.y - MARK_DISTANCE - MARK_HEIGHT
        for pill, (x, row) in zip(pills.of_box[box], plan.below.places[box], strict=True):
            y = under + row * MARK_PITCH if row >= 0 else over
            place = (card.x + x, y, pill.width, MARK_HEIGHT)
            yield Mark(pill.number, pill.kind, card.box.key, party, *place, tag=pill.tag)


def _frame_marks(plan: Plan) -> Iterator[Mark]:
    """Place the marks of units at the top of their frames, each with the name of its unit."""
    for top, strip in zip(plan.heights.frame_tops, plan.strips, strict=True):
        for pill, (x, row) in zip(strip.pills, strip.places, strict=True):
            y = top + LABEL_MARK + row * FRAME_LABEL_LINE
            yield Mark(pill.number, pill.kind, pill.unit, True, x, y, pill.width, MARK_HEIGHT, pill.tag)
