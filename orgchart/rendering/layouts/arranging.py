"""How many rows each tree may take, and which trees stand beside or below each other."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import TREE_GAP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.shapes import Shape

WORTH_KEEPING: Final = 0.85
"""An earlier layout is kept as long as its text is at least so large, against the best layout."""
_TARGETS: Final = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.75, 1.9, 2.1, 2.5, 3.0)
"""Widths to try for bands of trees, as parts of the width of a page that the trees would fill completely."""


class Page(NamedTuple):
    """What the picture should fit: ratio of width to height, and the height of a row to reckon with.

    `shrink` is the part of the expected width that trees really take, as they slide under each other; `around` is the
    height of what stands under them.
    """

    ratio: float
    stretch: float = 1.0
    shrink: float = 1.0
    around: int = 0

    def cost(self, width: int, rows: int) -> float:
        """Reckon the height of the smallest page of that ratio which holds so many pixels and rows."""
        return max(width * self.shrink / self.ratio, rows * self.stretch + self.around)


class Arrangement(NamedTuple):
    """The most rows each top may take, and the tops that begin a new band of rows; the width and rows to expect."""

    rows: Mapping[int, int]
    bands: Sequence[int]
    width: int = 0
    depth: int = 0


def arrangements(forest: Forest, shapes: Sequence[Sequence[Shape]], page: Page, trials: int) -> list[Arrangement]:
    """Give the most promising arrangements, at most `trials` of them; at least one, even without trees."""
    if not forest.tops:
        return [Arrangement({}, ())]
    if len(forest.tops) == 1:
        top = forest.tops[0]
        ranked = sorted(shapes[top], key=lambda shape: (page.cost(shape[0], shape[1]), shape[0]))
        return [Arrangement({top: shape[1]}, (), shape[0], shape[1]) for shape in ranked[:trials]]
    if forest.places and max(forest.places.values()) != NOBODY:
        return [_as_before(forest, shapes)]
    return _in_bands(forest, shapes, page, trials)


def _as_before(forest: Forest, shapes: Sequence[Sequence[Shape]]) -> Arrangement:
    """Put the trees into the bands of an earlier picture; a new one stands beside the one before it."""
    bands: list[int] = []
    band = NOBODY
    for top in forest.tops:
        if forest.places[top] > band:
            if band != NOBODY:
                bands.append(top)
            band = forest.places[top]
    rows = {top: min(shapes[top], key=lambda shape: shape[0])[1] for top in forest.tops}
    return Arrangement(rows, tuple(bands))


def _in_bands(forest: Forest, shapes: Sequence[Sequence[Shape]], page: Page, trials: int) -> list[Arrangement]:
    """Fill bands of several widths with trees in their order, and rank the results."""
    areas = [min(shape[0] * shape[1] for shape in shapes[top]) for top in forest.tops]
    ideal = sqrt(sum(areas) * page.stretch * page.ratio)
    ranked: list[tuple[float, int, Arrangement]] = []
    for place, part in enumerate(_TARGETS):
        arrangement = _fill(forest, shapes, page, int(ideal * part))
        ranked.append((page.cost(arrangement.width, arrangement.depth), place, arrangement))
    ranked.sort(key=lambda item: item[:2])
    different: list[Arrangement] = []
    for _, _, arrangement in ranked:
        if arrangement not in different:
            different.append(arrangement)
    return different[:trials]


def _fill(forest: Forest, shapes: Sequence[Sequence[Shape]], page: Page, limit: int) -> Arrangement:
    """Fill bands with trees up to a width; a single card finds room beside the top of the tree before it."""
    rows: dict[int, int] = {}
    bands: list[int] = []
    x = widest = total = deepest = spare = 0
    card = min(shapes[top][0][0] for top in forest.tops)
    for top in forest.tops:
        fitting = [shape for shape in shapes[top] if shape[0] <= limit] or shapes[top][:1]
        width, height, _, _ = min(fitting, key=lambda shape: (page.cost(shape[0], shape[1]), shape[1]))
        rows[top] = height
        if spare >= width + TREE_GAP and forest.size[top] == 1:
            spare -= width + TREE_GAP
            continue
        if x and x + TREE_GAP + width > limit:
            bands.append(top)
            total += deepest
            x = deepest = 0
        spare = 0 if forest.framed[top] else (width - card) // 2
        x += width + (TREE_GAP if x else 0)
        widest, deepest = max(widest, x), max(deepest, height)
    return Arrangement(rows, tuple(bands), widest, total + deepest)
