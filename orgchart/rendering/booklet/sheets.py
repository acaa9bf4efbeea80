"""A picture on a sheet of paper: laid out for its shape, centred, with the way back above and the number below."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.measure import cut_to
from orgchart.rendering.scene import Text
from orgchart.rendering.theme import LEGEND_SIZE, MARGIN

if TYPE_CHECKING:
    from orgchart.rendering.booklet.numbering import Heading
    from orgchart.rendering.paper import Paper
    from orgchart.rendering.scene import Figure, Line, Route, Scene

_ABOVE_BASELINE: Final = MARGIN + 33
LARGEST_SCALE: Final = 1.25
"""A page with few cards is made larger up to this, so that it looks at home among the others."""
_TARGETS: Final = (LARGEST_SCALE, 1.0, 0.85)
"""Scales for which a wider table is tried."""
_FOOTER: Final = 16
"""Height of the line with the page number."""
_PARTS: Final = frozenset({"cards", "lines", "frames", "marks", "texts", "swatches", "colours", "routes"})
_WITH_CHART: Final = frozenset({"label"})
"""The styles of text that belong to the chart and not to title, legend and table."""


class Page(NamedTuple):
    """A page: its number from 1, its title, the scene that fills the sheet, and how much smaller it is printed.

    `full` are the keys of the roles that have their full card here; `depth` counts the pages between this one and the
    first.
    """

    number: int
    title: str
    scene: Scene
    scale: float
    depth: int = 0
    full: tuple[str, ...] = ()

    @property
    def jumps(self) -> tuple[tuple[str, int], ...]:
        """The keys of the cards that are here only in short, each with the page of the full one."""
        return tuple((card.box.key, card.box.page) for card in self.scene.cards if card.box.page)


def scale_on(scene: Scene, paper: Paper) -> float:
    """How much smaller, or a little larger, a picture is made for a sheet."""
    width, height = paper.pixels
    return min(LARGEST_SCALE, width / scene.width, height / (scene.height + _FOOTER))


def fitted(figure: Figure, paper: Paper, enough: float = 1.0) -> Scene:
    """Lay a figure out for a sheet.

    Where its scale is not `enough`, once more for what legend and table leave, without peers in one row, and with a
    table as wide as the sheet.
    """
    first = tidy(figure, ratio=paper.ratio)
    scale = scale_on(first, paper)
    width, height = paper.pixels
    if scale >= enough or not first.bottom:
        return first
    around = (first.height + _FOOTER - first.bottom) * scale
    room = max(height - around, height / 4)
    others = [tidy(each, ratio=width / room) for each in (figure, figure._replace(level=False))]
    if first.width * scale < width - 1:
        wider = (figure._replace(wide=int(width / target) - 2 * MARGIN) for target in _TARGETS if target > scale)
        others += [tidy(each, ratio=paper.ratio) for each in wider]
    return max(first, *others, key=lambda scene: scale_on(scene, paper))


def sheet(scene: Scene, paper: Paper, heading: Heading) -> Page:
    """Put a picture on a sheet: the chart in the middle, legend and table at the lower edge."""
    scale = scale_on(scene, paper)
    wide, high = paper.pixels
    width, height = max(ceil(wide / scale), scene.width), max(ceil(high / scale), scene.height + _FOOTER)
    right, down = (width - scene.width) // 2 if _can_move(scene) else 0, height - scene.height - _FOOTER
    texts = [_moved_text(text, right, down, scene.bottom) for text in scene.texts]
    return Page(
        heading.number,
        heading.title,
        scene._replace(
            width=width,
            height=height,
            title=heading.title,
            description=heading.description,
            cards=tuple(card._replace(x=card.x + right) for card in scene.cards),
            lines=tuple(_moved_line(line, right) for line in scene.lines),
            routes=tuple(_moved_route(route, right) for route in scene.routes),
            frames=tuple(frame._replace(x=frame.x + right) for frame in scene.frames),
            marks=tuple(mark._replace(x=mark.x + right) for mark in scene.marks),
            texts=(*texts, *_around(heading, width, height)),
            swatches=tuple(swatch._replace(y=swatch.y + down) for swatch in scene.swatches),
        ),
        scale,
        heading.depth,
        heading.full,
    )


def _can_move(scene: Scene) -> bool:
    """Whether nothing has a place in a scene but what is moved here."""
    others = (part for name, part in zip(scene._fields, scene, strict=True) if name not in _PARTS)
    return not any(type(other) is tuple and other for other in others)


def _moved_line(line: Line, by: int) -> Line:
    return line._replace(paths=tuple(_moved_path(path, by) for path in line.paths))


def _moved_route(route: Route, by: int) -> Route:
    bridges = tuple((x + by, y, level) for x, y, level in route.bridges)
    return route._replace(points=_moved_path(route.points, by), bridges=bridges)


def _moved_path(path: tuple[int, ...], by: int) -> tuple[int, ...]:
    """Move a path to the right: every second number is an x."""
    return tuple(number if place % 2 else number + by for place, number in enumerate(path))


def _moved_text(text: Text, right: int, down: int, bottom: int) -> Text:
    if text.style in _WITH_CHART:
        return text._replace(x=text.x + right)
    return text._replace(y=text.y + down) if text.y > bottom else text


def _around(heading: Heading, width: int, height: int) -> list[Text]:
    """Write the way back and the number of the page."""
    above, cut = cut_to(heading.above, width - 2 * MARGIN, LEGEND_SIZE)
    back = [Text(above, MARGIN, _ABOVE_BASELINE, "legend", full=heading.above if cut else "")] if above else []
    if not heading.footer:
        return back
    return [*back, Text(heading.footer, width - MARGIN, height - _FOOTER, "legend", anchor="end")]
