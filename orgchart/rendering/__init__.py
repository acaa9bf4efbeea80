"""Drawing: an organization becomes measured boxes, boxes get places, places become SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rendering.compose import compose
from orgchart.rendering.layouts import RATIO, layout_named
from orgchart.rendering.paper import paper_named
from orgchart.rendering.writers.index import Entry, index_page
from orgchart.rendering.writers.svg import write_svg

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph

__all__ = ["RATIO", "Entry", "index_page", "render", "render_booklet"]


def render(
    graph: OrgGraph,
    *,
    engine: str = "native",
    ratio: float = RATIO,
    page: str | None = None,
    max_span: int | None = None,
) -> str:
    """Draw an organization and give the text of a standalone SVG file.

    `engine` is `native` or `graphviz`, `ratio` the width to height of the page to fill, or `page` the name of its
    paper (`A3`, `A4-portrait`), `max_span` the span of control above which a superior is flagged. Raises `EngineError`
    where the program of an engine is missing, `SettingError` for an unknown paper, and ValueError for an engine that
    does not exist. Findings never stop a picture.
    """
    if page is not None:
        ratio = paper_named(page).ratio
    return write_svg(layout_named(engine)(compose(graph, max_span=max_span), ratio=ratio))


def render_booklet(graph: OrgGraph, *, paper: str = "A3", max_span: int | None = None) -> list[str]:
    """Draw an organization on as many pages of `paper` as it takes to be read, and give the SVG text of each.

    Every role has its full card on one page; a card that is continued elsewhere says on which page, and a page names
    the one it comes from and the superiors above. The last pages are the contents. A chart that can be read on one
    page stays on one. Raises `SettingError` for an unknown paper.
    """
    from orgchart.rendering.booklet import booklet  # noqa: PLC0415 - a single picture does not pay for it
    from orgchart.rendering.writers.sheet import write_sheet  # noqa: PLC0415 - as above

    return [write_sheet(page) for page in booklet(compose(graph, max_span=max_span), paper_named(paper))]
