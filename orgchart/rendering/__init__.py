"""Drawing: an organization becomes measured boxes, boxes get places, places become SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypedDict

from orgchart.pausing import paused_collector
from orgchart.rendering.compose import compose
from orgchart.rendering.compose.wishes import Wish
from orgchart.rendering.layouts import RATIO, layout_named
from orgchart.rendering.paper import paper_named
from orgchart.rendering.theme import STANDARD, Theme
from orgchart.rendering.writers.svg import write_svg

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Mapping, Sequence

    from typing_extensions import Unpack

    from orgchart.changes import OrgChanges
    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.relations import Cross
    from orgchart.rendering.scene import Figure

__all__ = [
    "RATIO",
    "STANDARD",
    "ChangePicture",
    "Theme",
    "Wishes",
    "load_theme",
    "render",
    "render_booklet",
    "render_changes",
    "render_page",
]


class Wishes(TypedDict, total=False):
    """What a reader asks of a picture, besides the organization itself; all of it may be left out.

    ================  ================================================================================================
    `max_span`        the span of control above which a superior is flagged
    `root`, `depth`   draw the tree below a role (by id or number), so many levels of it
    `units`           draw these departments, with the units in them
    `cross`           relations between roles as `lines`, as `tags` (marks at both ends), not at all (`none`), or by
                      `auto` as lines where no more than 60 relations and 2,000 roles are drawn and, of a single line,
                      no more than 60 % of width plus height (720 pixels in a small picture)
    `colour_by`       what the stripes mean: unit, grade, layer or span
    `highlight`       the role (by id or number) whose chain of command stands out
    `findings`        (severity, text) by role id, under an empty id those of no role
    `theme`           a company's own look, from `load_theme`
    ================  ================================================================================================
    """

    max_span: int | None
    root: str | int | None
    depth: int | None
    units: Collection[str]
    cross: Cross
    colour_by: str
    highlight: str | int | None
    findings: Mapping[str, Sequence[tuple[str, str]]] | None
    theme: Theme


@paused_collector()
def render(  # noqa: PLR0913 - each option is a wish of a reader
    graph: OrgGraph,
    *,
    engine: str = "native",
    direction: str = "down",
    ratio: float = RATIO,
    page: str | None = None,
    like: str | None = None,
    **wishes: Unpack[Wishes],
) -> str:
    """Draw an organization and give the text of a standalone SVG file.

    `engine` is `native` or `graphviz`, `direction` is `down` or `right`, `ratio` the width to height of the page
    to fill, or `page` the name of its paper (`A3`, `A4-portrait`). `like` is the text of an
    earlier picture: its layout is kept where the text stays at least 85 % as large as it could be. Further wishes are
    those of `Wishes`.

    Raises `EngineError` where the program of an engine is missing, ValueError for an engine that does not exist,
    `UnknownNameError` for a role or unit that does not exist, and `SettingError` for other wishes that cannot be met.
    Findings of `validate` never stop a picture.
    """
    figure = compose(graph, _wish(wishes))
    return _drawn(figure, engine, direction, paper_named(page).ratio if page else ratio, like)


@paused_collector()
def render_page(  # noqa: PLR0913 - each option is a wish of a reader
    graph: OrgGraph,
    *,
    engine: str = "native",
    direction: str = "down",
    ratio: float = RATIO,
    page: str | None = None,
    like: str | None = None,
    **wishes: Unpack[Wishes],
) -> str:
    """Draw an organization and give the text of one self-contained HTML page that explores the picture.

    The options are those of `render`, and the picture inside is the one `render` draws. The page needs no network, no
    other file and no permission; without scripts the picture and an outline in words remain.
    """
    from orgchart.rendering.compose.facts import facts_of  # noqa: PLC0415 - a picture does not pay for it
    from orgchart.rendering.writers.html import write_page  # noqa: PLC0415 - as above

    figure = compose(graph, _wish(wishes))
    picture = _drawn(figure, engine, direction, paper_named(page).ratio if page else ratio, like)
    return write_page(picture, facts_of(graph, figure))


def render_booklet(graph: OrgGraph, *, paper: str = "A3", **wishes: Unpack[Wishes]) -> list[str]:
    """Draw an organization on as many pages of `paper` as it takes to be read, and give the SVG text of each.

    Every role has its full card on one page; a card that is continued elsewhere says on which page, and a page names
    the one it comes from and the superiors above. The last pages are the contents. A chart that can be read on one
    page stays on one. Raises `SettingError` for an unknown paper.
    """
    from orgchart.rendering.booklet import booklet  # noqa: PLC0415 - a single picture does not pay for it
    from orgchart.rendering.writers.sheet import write_sheet  # noqa: PLC0415 - as above

    return [write_sheet(page) for page in booklet(compose(graph, _wish(wishes)), paper_named(paper))]


class ChangePicture(NamedTuple):
    """A change drawn as SVG, and as the page that explores it where that was asked for."""

    svg: str
    page: str | None = None


def render_changes(
    of: OrgChanges, *, page: bool = False, ratio: float = RATIO, max_span: int | None = None, look: Theme = STANDARD
) -> ChangePicture:
    """Draw what changed in one organization: the later state, with what came, went and moved marked.

    A role that moved has a ghost at its old place, a removed one stands there as a ghost too, between the siblings it
    had; the signs are shapes and words, not colours alone. Of a large organization the roles that changed are drawn,
    with all superiors above them.
    """
    from orgchart.rendering.compose.changing import compose_change  # noqa: PLC0415 - a plain picture does not pay for it

    figure, ghosts = compose_change(of, Wish(max_span=max_span, look=look))
    svg = _drawn(figure, "native", "down", ratio, None)
    graph = of.after or of.before
    if not page or graph is None:
        return ChangePicture(svg)
    from orgchart.rendering.compose.facts import facts_of  # noqa: PLC0415 - as above
    from orgchart.rendering.writers.html import write_page  # noqa: PLC0415 - as above

    return ChangePicture(svg, write_page(svg, facts_of(graph, figure, ghosts)))


def load_theme(path: str | os.PathLike[str]) -> Theme:
    """Read a company's own look from a TOML file; its `notes` say what would be hard to read.

    A file that is missing is an InputError, a wrong key or value a SettingError that names it and what is allowed.
    """
    from orgchart.rendering.theming import load_theme as load  # noqa: PLC0415 - only a theme pays for TOML

    return load(path)


def _wish(wishes: Wishes) -> Wish:
    """Put the wishes together."""
    given = {**wishes}
    look = wishes.get("theme", STANDARD)
    given.pop("theme", None)
    return Wish(look=look)._replace(**given)  # type: ignore[arg-type]


def _drawn(figure: Figure, engine: str, direction: str, ratio: float, like: str | None) -> str:
    if like:
        from orgchart.rendering.writers.recalling import recalled  # noqa: PLC0415 - few pictures are like another

        memory = recalled(like)
        figure = figure._replace(
            memo=memory.modes,
            earlier_frames=memory.frames,
            earlier_places=memory.places,
        )
    return write_svg(layout_named(engine, direction)(figure, ratio=ratio))
