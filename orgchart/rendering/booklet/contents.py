"""The last pages of a booklet: what is on which page, and where each department begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.booklet.numbering import Heading
from orgchart.rendering.cleaning import clean
from orgchart.rendering.layouts.furniture import BELOW_TITLE, TITLE_BASELINE
from orgchart.rendering.measure import cut_to, text_width
from orgchart.rendering.scene import Scene, Text
from orgchart.rendering.theme import LEGEND_SIZE, MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.booklet.numbering import Numbering
    from orgchart.rendering.booklet.whole import Whole
    from orgchart.rendering.paper import Paper

_LINE: Final = 17
_COLUMN: Final = 340
_COLUMN_GAP: Final = 36
_INDENT: Final = 12
_DEEPEST: Final = 8
_BOTTOM: Final = 40
_GAP: Final = 10

Entry = tuple[str, int, str, str]
"""Words, depth, what stands at the right, style."""


def contents_of(whole: Whole, numbering: Numbering, paper: Paper) -> list[tuple[Scene, Heading]]:
    """Write the pages of contents, in columns."""
    width, height = paper.pixels
    lines = (height - BELOW_TITLE - _BOTTOM) // _LINE
    columns = max(1, (width - 2 * MARGIN + _COLUMN_GAP) // (_COLUMN + _COLUMN_GAP))
    entries = list(_entries(whole, numbering))
    first = len(numbering.parts) + 1
    full = lines * columns
    sheets = [entries[start : start + full] for start in range(0, len(entries), full)]
    count = first + len(sheets) - 1
    title = f"{whole.figure.title} · {whole.words.contents}"
    found: list[tuple[Scene, Heading]] = []
    for number, own in enumerate(sheets, first):
        texts = (Text(title, MARGIN, TITLE_BASELINE, "title"), *_texts(own, lines, width, columns))
        scene = Scene(width, height, title, "", whole.figure.language, (), texts=texts)
        footer = whole.words.number.format(number, count)
        found.append((scene, Heading(number, title, "", footer, f"{title}. {footer}")))
    return found


def _entries(whole: Whole, numbering: Numbering) -> Iterator[Entry]:
    words = whole.words
    yield words.pages, 0, "", "heading"
    for number, depth in enumerate(numbering.depth, 1):
        yield words.roles.format(numbering.name(number), len(numbering.roles[number - 1])), depth, str(number), "legend"
    if numbering.pages.of_unit:
        yield "", 0, "", "legend"
        yield words.units, 0, "", "heading"
    for unit, page in sorted(numbering.pages.of_unit.items(), key=lambda item: item[1]):
        yield clean(unit), 0, str(page), "legend"


def _texts(entries: Sequence[Entry], lines: int, width: int, columns: int) -> Iterator[Text]:
    step = (width - 2 * MARGIN + _COLUMN_GAP) // columns
    for place, (words, depth, page, style) in enumerate(entries):
        x, y = MARGIN + place // lines * step, BELOW_TITLE + _GAP + place % lines * _LINE
        right = x + step - _COLUMN_GAP
        indent = min(depth, _DEEPEST) * _INDENT
        said, cut = cut_to(words, step - _COLUMN_GAP - indent - text_width(page, LEGEND_SIZE) - _GAP, LEGEND_SIZE)
        if words:
            yield Text(said, x + indent, y, style, full=words if cut else "")
        if page:
            yield Text(page, right, y, "legend", anchor="end")
