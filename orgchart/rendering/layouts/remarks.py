"""The list of findings under the picture: a sign, and the words in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.splitting import split_evenly
from orgchart.rendering.measure import fill, text_width
from orgchart.rendering.scene import Swatch, Text
from orgchart.rendering.theme import LEGEND_SIZE, MARGIN

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure

_HEADING: Final = 25
_LINE: Final = 15
_GAP: Final = 5
_INDENT: Final = 18
_COLUMN_GAP: Final = 28
_WIDEST: Final = 460
_MOST_LINES: Final = 3


def set_remarks(figure: Figure, width: int, y: int, texts: list[Text], swatches: list[Swatch]) -> int:
    """Set the findings below `y` in columns, read from top to bottom; give the y below them."""
    if not figure.remarks:
        return y
    texts.append(Text(figure.remarks_title, MARGIN, y + _GAP, "heading"))
    y += _HEADING
    longest = max(text_width(remark.words, LEGEND_SIZE) for remark in figure.remarks)
    entry = min(longest, _WIDEST, width - _INDENT)
    columns = max(1, (width + _COLUMN_GAP) // (_INDENT + entry + _COLUMN_GAP))
    wrapped = [fill(remark.words, entry, LEGEND_SIZE, _MOST_LINES) for remark in figure.remarks]
    heights = [len(item.lines) * _LINE + _GAP for item in wrapped]
    lowest = y
    for column, (start, end) in enumerate(split_evenly(heights, columns)):
        x, below = MARGIN + column * (_INDENT + entry + _COLUMN_GAP), y
        for place in range(start, end):
            remark, item = figure.remarks[place], wrapped[place]
            if remark.kind:
                swatches.append(Swatch(f"flag-{remark.kind}", x, below - LEGEND_SIZE // 2 + 1))
            for line, words in enumerate(item.lines):
                full = remark.words if item.cut and not line else ""
                texts.append(Text(words, x + _INDENT, below + line * _LINE, "legend", full=full))
            below += heights[place]
        lowest = max(lowest, below)
    return lowest
