"""A booklet: a large chart on pages of paper, every role once as a full card, with references both ways.

First the tree is cut where subtrees are heaviest (Kundu–Misra 1977), then every page is laid out like a picture of its
own; a page whose text would be too small is cut again. Figures in, scenes out: no role is seen here. O(n log n).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.booklet.contents import contents_of
from orgchart.rendering.booklet.cutting import Cutter
from orgchart.rendering.booklet.numbering import Heading, Numbering
from orgchart.rendering.booklet.sheets import LARGEST_SCALE, Page, fitted, scale_on, sheet
from orgchart.rendering.booklet.tree import Part
from orgchart.rendering.booklet.whole import Whole

if TYPE_CHECKING:
    from orgchart.rendering.paper import Paper
    from orgchart.rendering.scene import Figure

__all__ = ["LEAST_SCALE", "Page", "booklet"]

LEAST_SCALE: Final = 0.75
"""A page whose picture must be made smaller than this is cut again: card titles keep 7.3 points."""
_GOOD_SCALE: Final = 0.95
"""What the first cut aims at: 9.3 points."""
_AREA_OF_A_CARD: Final = 25_000
"""Square pixels of a page that a card takes with all around it: with more cards, many pages would be cut twice."""
_FEWEST: Final = 12
_WORTH_A_TRIAL: Final = 2
_SMALLER: Final = 0.7


def booklet(figure: Figure, paper: Paper) -> list[Page]:
    """Split a figure into the pages of a booklet; a chart that can be read on one page stays on one."""
    whole = Whole(figure)
    parts = _parts(whole, paper)
    if len(parts) == 1:
        return [
            sheet(fitted(figure, paper, LARGEST_SCALE), paper, Heading(1, figure.title, "", "", figure.description))
        ]
    numbering = Numbering(whole, parts)
    extra = contents_of(whole, numbering, paper)
    count = len(parts) + len(extra)
    pages = [
        sheet(fitted(numbering.figure_of(number), paper, LARGEST_SCALE), paper, numbering.heading(part, number, count))
        for number, part in enumerate(parts, 1)
    ]
    return [*pages, *(sheet(scene, paper, heading) for scene, heading in extra)]


def _parts(whole: Whole, paper: Paper) -> list[Part]:
    """Cut until every page can be read, and put the pages into the order of the tree."""
    width, height = paper.pixels
    cap = max(int(width * height / _GOOD_SCALE**2 / _AREA_OF_A_CARD), _FEWEST)
    cutter = Cutter(whole.tree, cap)
    everything = Part(members=tuple(whole.tree.tops), groups=whole.figure.apart)
    if len(whole.figure.boxes) <= cap * _WORTH_A_TRIAL and _scale(whole, everything, paper) >= LEAST_SCALE:
        return [everything]
    waiting = cutter.divide(everything, cap)
    found: list[Part] = []
    while waiting:
        part = waiting.pop()
        size = cutter.size_of(part)
        smaller = [part]
        if size > _FEWEST and _scale(whole, part, paper) < LEAST_SCALE:
            smaller = cutter.divide(part, max(int(size * _SMALLER), _FEWEST))
        (waiting if len(smaller) > 1 else found).extend(smaller)
    return cutter.ordered(found)


def _scale(whole: Whole, part: Part, paper: Paper) -> float:
    return scale_on(fitted(whole.figure_of(part), paper, LEAST_SCALE), paper)
