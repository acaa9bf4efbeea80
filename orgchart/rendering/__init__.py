"""Drawing: an organization becomes measured boxes, boxes get places, places become SVG."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from orgchart.rendering.compose import compose
from orgchart.rendering.compose.wishes import Wish
from orgchart.rendering.layouts import RATIO, layout_named
from orgchart.rendering.theme import STANDARD, Theme
from orgchart.rendering.writers.index import Entry, index_page
from orgchart.rendering.writers.recalling import recalled
from orgchart.rendering.writers.svg import write_svg

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Mapping, Sequence

    from orgchart.graph import OrgGraph

__all__ = ["RATIO", "STANDARD", "Entry", "Theme", "index_page", "load_theme", "render"]


def render(  # noqa: PLR0913 - each option is a wish of a reader
    graph: OrgGraph,
    *,
    engine: str = "native",
    ratio: float = RATIO,
    max_span: int | None = None,
    root: str | int | None = None,
    depth: int | None = None,
    units: Collection[str] = (),
    colour_by: str = "unit",
    highlight: str | int | None = None,
    findings: Mapping[str, Sequence[tuple[str, str]]] | None = None,
    theme: Theme = STANDARD,
    like: str | None = None,
    direction: str = "down",
) -> str:
    """Draw an organization and give the text of a standalone SVG file.

    `engine` is `native` or `graphviz`, `ratio` the width to height of the page to fill, `max_span` the span of
    control above which a superior is flagged. A part is drawn with `root` (a role by id or number) and `depth` (levels
    below it), or with `units` (names of departments; the units in them come along). `colour_by` is one of unit, grade,
    layer and span; `highlight` is the role whose chain of command stands out; `findings` lists (severity, text) by
    role id, under an empty id those of no role; `theme` comes from `load_theme`. `like` is the text of
    an earlier picture: its layout is kept where the text stays at least 85 % as large as it could be. `direction` is
    down or right.

    Raises `EngineError` where the program of an engine is missing, ValueError for an engine that does not exist,
    `UnknownNameError` for a role or unit that does not exist, and `SettingError` for other wishes that cannot be met.
    Findings never stop a picture.
    """
    wish = Wish(max_span, root, depth, units, colour_by, highlight, findings, theme)
    figure = compose(graph, wish)
    if like:
        memory = recalled(like)
        figure = replace(
            figure,
            memo=memory.modes,
            earlier=memory.rows,
            earlier_frames=memory.frames,
            earlier_places=memory.places,
        )
    return write_svg(layout_named(engine, direction)(figure, ratio=ratio))


def load_theme(path: str | os.PathLike[str]) -> Theme:
    """Read a company's own look from a TOML file; its `notes` say what would be hard to read.

    A file that is missing is an InputError, a wrong key or value a SettingError that names it and what is allowed.
    """
    from orgchart.rendering.theming import load_theme as load  # noqa: PLC0415 - only a theme pays for TOML

    return load(path)
