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
    from orgchart.rendering.compose.relations import Cross

__all__ = ["RATIO", "Entry", "index_page", "render", "render_booklet", "render_page"]


def render(  # noqa: PLR0913 - each option is a wish of a reader
    graph: OrgGraph,
    *,
    engine: str = "native",
    ratio: float = RATIO,
    page: str | None = None,
    max_span: int | None = None,
    cross: Cross = "auto",
) -> str:
    """Draw an organization and give the text of a standalone SVG file.

    `engine` is `native` or `graphviz`, `ratio` the width to height of the page to fill, or `page` the name of its
    paper (`A3`, `A4-portrait`), `max_span` the span of control above which a superior is flagged. `cross` shows
    relations between roles as `lines`, as `tags` (marks at both ends), not at all (`none`), or by `auto` as lines where
    no more than 60 relations and 2,000 roles are drawn and, of a single line, no more than 60 % of width plus height.
    Raises `EngineError` where the program of an engine is missing, `SettingError` for an unknown paper, and ValueError
    for an engine or a word that does not exist. Findings never stop a picture.
    """
    if page is not None:
        ratio = paper_named(page).ratio
    return write_svg(layout_named(engine)(compose(graph, max_span=max_span, cross=cross), ratio=ratio))


def render_page(
    graph: OrgGraph,
    *,
    engine: str = "native",
    ratio: float = RATIO,
    max_span: int | None = None,
    cross: Cross = "auto",
) -> str:
    """Draw an organization and give the text of one self-contained HTML page that explores the picture.

    The options are those of `render`, and the picture inside is the one `render` draws. The page needs no network, no
    other file and no permission; without scripts the picture and an outline in words remain.
    """
    from orgchart.rendering.compose.facts import facts_of  # noqa: PLC0415 - a picture does not pay for it
    from orgchart.rendering.writers.html import write_page  # noqa: PLC0415 - as above

    figure = compose(graph, max_span=max_span, cross=cross)
    return write_page(write_svg(layout_named(engine)(figure, ratio=ratio)), facts_of(graph, figure))


def render_booklet(graph: OrgGraph, *, paper: str = "A3", max_span: int | None = None) -> list[str]:
    """Draw an organization on as many pages of `paper` as it takes to be read, and give the SVG text of each.

    Every role has its full card on one page; a card that is continued elsewhere says on which page, and a page names
    the one it comes from and the superiors above. The last pages are the contents. A chart that can be read on one
    page stays on one. Raises `SettingError` for an unknown paper.
    """
    from orgchart.rendering.booklet import booklet  # noqa: PLC0415 - a single picture does not pay for it
    from orgchart.rendering.writers.sheet import write_sheet  # noqa: PLC0415 - as above

    return [write_sheet(page) for page in booklet(compose(graph, max_span=max_span), paper_named(paper))]
