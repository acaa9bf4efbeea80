"""Drawing: an organization becomes measured boxes, boxes get places, places become SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rendering.compose import compose
from orgchart.rendering.compose.facts import facts_of
from orgchart.rendering.layouts import RATIO, layout_named
from orgchart.rendering.writers.html import write_page
from orgchart.rendering.writers.index import Entry, index_page
from orgchart.rendering.writers.svg import write_svg

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.relations import Cross

__all__ = ["RATIO", "Entry", "index_page", "render", "render_page"]


def render(
    graph: OrgGraph,
    *,
    engine: str = "native",
    ratio: float = RATIO,
    max_span: int | None = None,
    cross: Cross = "auto",
) -> str:
    """Draw an organization and give the text of a standalone SVG file.

    `engine` is `native` or `graphviz`, `ratio` the width to height of the page to fill, `max_span` the span of
    control above which a superior is flagged. `cross` shows relations between roles as `lines`, as `tags` (marks at
    both ends), not at all (`none`), or by `auto` as lines where no more than 60 relations and 2,000 roles are drawn
    and, of a single line, no more than 60 % of width plus height. Raises `EngineError` where the program of an engine
    is missing, and ValueError for an engine or a word that does not exist. Findings never stop a picture.
    """
    return write_svg(layout_named(engine)(compose(graph, max_span=max_span, cross=cross), ratio=ratio))


def render_page(graph: OrgGraph, *, engine: str = "native", ratio: float = RATIO, max_span: int | None = None) -> str:
    """Draw an organization and give the text of one self-contained HTML page that explores the picture.

    The options are those of `render`, and the picture inside is the one `render` draws. The page needs no network, no
    other file and no permission; without scripts the picture and an outline in words remain.
    """
    figure = compose(graph, max_span=max_span)
    return write_page(write_svg(layout_named(engine)(figure, ratio=ratio)), facts_of(graph, figure))
