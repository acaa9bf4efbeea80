"""Drawing: an organization becomes measured boxes, boxes get places, places become SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rendering.compose import compose
from orgchart.rendering.layouts import RATIO, layout_named
from orgchart.rendering.writers.index import Entry, index_page
from orgchart.rendering.writers.svg import write_svg

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph

__all__ = ["RATIO", "Entry", "index_page", "render", "render_page"]


def render(graph: OrgGraph, *, engine: str = "native", ratio: float = RATIO, max_span: int | None = None) -> str:
    """Draw an organization and give the text of a standalone SVG file.

    `engine` is `native` or `graphviz`, `ratio` the width to height of the page to fill, `max_span` the span of
    control above which a superior is flagged. Raises `EngineError` where the program of an engine is missing, and
    ValueError for an engine that does not exist. Findings never stop a picture.
    """
    return write_svg(layout_named(engine)(compose(graph, max_span=max_span), ratio=ratio))


def render_page(graph: OrgGraph, *, engine: str = "native", ratio: float = RATIO, max_span: int | None = None) -> str:
    """Draw an organization and give the text of one self-contained HTML page that explores the picture.

    The options are those of `render`, and the picture inside is the one `render` draws. The page needs no network, no
    other file and no permission; without scripts the picture and an outline in words remain.
    """
    from orgchart.rendering.compose.facts import facts_of  # noqa: PLC0415 - only a page pays for its facts
    from orgchart.rendering.writers.html import write_page  # noqa: PLC0415 - … and for hashes and package files

    figure = compose(graph, max_span=max_span)
    return write_page(write_svg(layout_named(engine)(figure, ratio=ratio)), facts_of(graph, figure))
