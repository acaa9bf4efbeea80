"""What stands around the chart: the title above it, the legend and the table of relations below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.marks import pill_width
from orgchart.rendering.layouts.shapes import split_evenly
from orgchart.rendering.measure import Wrapped, cut_to, fill, text_width
from orgchart.rendering.scene import Swatch, Text
from orgchart.rendering.theme import LEGEND_SIZE, MARGIN, TITLE_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.scene import Figure, Link

TITLE_BASELINE: Final = MARGIN + 16
BELOW_TITLE: Final = MARGIN + TITLE_SIZE + 22
_ABOVE_LEGEND: Final = 30
_LEGEND_LINE: Final = 20
_LEGEND_GAP: Final = 18
_SWATCH: Final = {"line": 40, "card": 28, "tone": 14, "mark": 20}
_SWATCH_GAP: Final = 6
_TABLE_LINE: Final = 15
_TABLE_GAP: Final = 5
_COLUMN_GAP: Final = 28
_WIDEST_ENTRY: Final = 420
_MOST_LINES: Final = 3
_NARROWEST: Final = 520


@dataclass(frozen=True, slots=True)
class Furniture:
    """Texts and swatches, with the size of the canvas that holds them and the chart."""

    texts: tuple[Text, ...]
    swatches: tuple[Swatch, ...]
    width: int
    height: int


def least_width(figure: Figure) -> int:
    """Width that the title and the table would like to have, in pixels without the margins."""
    title = max(min(text_width(figure.title, TITLE_SIZE), 2 * _NARROWEST), figure.wide)
    return max(title, _NARROWEST if figure.links or figure.notes or figure.legend else 0)


def furnish(figure: Figure, width: int, bottom: int) -> Furniture:
    """Place title, legend, notes and table around a chart `width` pixels wide that ends at `bottom`."""
    title, cut = cut_to(figure.title, width, TITLE_SIZE)
    texts = [Text(title, MARGIN, TITLE_BASELINE, "title", full=figure.title if cut else "")]
    swatches: list[Swatch] = []
    y = bottom
    if figure.legend or figure.notes or figure.links:
        y += _ABOVE_LEGEND
    if figure.legend:
        y = _legend(figure, width, y, texts, swatches)
    y = _notes(figure.notes, width, y, texts)
    if figure.links:
        y = _table(figure, width, y, texts, swatches)
    return Furniture(tuple(texts), tuple(swatches), width + 2 * MARGIN, y + MARGIN - _TABLE_GAP)


def _legend(figure: Figure, width: int, y: int, texts: list[Text], swatches: list[Swatch]) -> int:
    """Flow the samples in lines."""
    x = MARGIN
    for sample in figure.legend:
        picture = _SWATCH[_shape(sample.kind)]
        words, cut = cut_to(sample.words, width - picture - _SWATCH_GAP, LEGEND_SIZE)
        wide = picture + _SWATCH_GAP + text_width(words, LEGEND_SIZE)
        if x > MARGIN and x + wide > MARGIN + width:
            x, y = MARGIN, y + _LEGEND_LINE
        swatches.append(Swatch(sample.kind, x, y - LEGEND_SIZE // 2 + 1, sample.tone, width=picture))
        texts.append(Text(words, x + picture + _SWATCH_GAP, y, "legend", full=sample.words if cut else ""))
        x += wide + _LEGEND_GAP
    return y + _LEGEND_LINE


def _shape(kind: str) -> str:
    """Tell which picture a kind of sample has."""
    if kind in {"reporting", "coordination", "dotted", "second"}:
        return "line"
    return "mark" if kind.startswith("mark-") else "tone" if kind == "tone" else "card"


def _notes(notes: Sequence[str], width: int, y: int, texts: list[Text]) -> int:
    for note in notes:
        wrapped = fill(note, width, LEGEND_SIZE, 2 * _MOST_LINES)
        for line in wrapped.lines:
            texts.append(Text(line, MARGIN, y, "legend"))
            y += _TABLE_LINE
        y += _TABLE_GAP
    return y


def _table(figure: Figure, width: int, y: int, texts: list[Text], swatches: list[Swatch]) -> int:
    """Set the relations in columns as wide as the longest entry, read from top to bottom."""
    if figure.relations_title:
        texts.append(Text(figure.relations_title, MARGIN, y + _TABLE_GAP, "heading"))
        y += _LEGEND_LINE + _TABLE_GAP
    number = pill_width(figure.links[-1].number) + _SWATCH_GAP
    longest = max(text_width(link.words, LEGEND_SIZE) for link in figure.links)
    entry = min(longest, _WIDEST_ENTRY, width - number)
    columns = max(1, (width + _COLUMN_GAP) // (number + entry + _COLUMN_GAP))
    wrapped = [fill(link.words, entry, LEGEND_SIZE, _MOST_LINES) for link in figure.links]
    lowest = y
    for place, (start, end) in enumerate(split_evenly([_entry_height(item) for item in wrapped], columns)):
        x = MARGIN + place * (number + entry + _COLUMN_GAP)
        below = y
        for link, item in zip(figure.links[start:end], wrapped[start:end], strict=True):
            _entry(link, item, (x, below, number), texts, swatches)
            below += _entry_height(item)
        lowest = max(lowest, below)
    return lowest


def _entry_height(item: Wrapped) -> int:
    return len(item.lines) * _TABLE_LINE + _TABLE_GAP


def _entry(link: Link, item: Wrapped, at: tuple[int, int, int], texts: list[Text], swatches: list[Swatch]) -> None:
    x, y, number = at
    middle, wide = y - LEGEND_SIZE // 2 + 1, pill_width(link.number)
    swatches.append(Swatch(f"mark-{link.kind}", x, middle, number=link.number, width=wide))
    for place, line in enumerate(item.lines):
        full = link.words if item.cut and not place else ""
        texts.append(Text(line, x + number, y + place * _TABLE_LINE, "legend", full=full))
