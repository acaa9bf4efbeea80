"""What stands around the chart: the title above it, the legend and the table of relations below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.marks import pill_width
from orgchart.rendering.layouts.remarks import set_remarks
from orgchart.rendering.layouts.splitting import split_evenly
from orgchart.rendering.measure import Wrapped, cut_to, fill, text_width
from orgchart.rendering.scene import Sample, Swatch, Text
from orgchart.rendering.theme import LEGEND_SIZE, MARGIN, TITLE_SIZE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from orgchart.rendering.scene import Figure, Link

TITLE_BASELINE: Final = MARGIN + 16
SUBTITLE_BASELINE: Final = TITLE_BASELINE + 17
BELOW_TITLE: Final = MARGIN + TITLE_SIZE + 22
_ABOVE_LEGEND: Final = 30
_LEGEND_LINE: Final = 20
_LEGEND_GAP: Final = 18
_SWATCH: Final = {"line": 40, "card": 28, "tone": 14, "mark": 20, "words": 0}
_SWATCH_GAP: Final = 6
_TABLE_LINE: Final = 15
_TABLE_GAP: Final = 5
_COLUMN_GAP: Final = 28
_WIDEST_ENTRY: Final = 420
_MOST_LINES: Final = 3
_NARROWEST: Final = 520
_RELATIONS: Final = ("coordination", "dotted", "second")
_MARK: Final = "mark-"


class Furniture(NamedTuple):
    """Texts and swatches, with the size of the canvas that holds them and the chart."""

    texts: tuple[Text, ...]
    swatches: tuple[Swatch, ...]
    width: int
    height: int


def least_width(figure: Figure) -> int:
    """Width that the title and the table would like to have, in pixels without the margins."""
    title = max(min(text_width(figure.title, TITLE_SIZE), 2 * _NARROWEST), figure.wide)
    return max(title, _NARROWEST if figure.links or figure.notes or figure.legend or figure.remarks else 0)


def title_width(figure: Figure) -> int:
    """Width of the title and what stands under it, where they are not cut."""
    return max(text_width(figure.title, TITLE_SIZE), text_width(figure.subtitle, LEGEND_SIZE))


def furnish(figure: Figure, width: int, bottom: int, drawn: Collection[int] = ()) -> Furniture:
    """Place title, legend, notes and table around a chart `width` pixels wide that ends at `bottom`.

    `drawn` are the numbers of the relations that have a line.
    """
    title, cut = cut_to(figure.title, width, TITLE_SIZE)
    texts = [Text(title, MARGIN, TITLE_BASELINE, "title", full=figure.title if cut else "")]
    swatches: list[Swatch] = []
    if figure.subtitle:
        words, cut = cut_to(figure.subtitle, width, LEGEND_SIZE)
        texts.append(Text(words, MARGIN, SUBTITLE_BASELINE, "legend", full=figure.subtitle if cut else ""))
    y = bottom
    if figure.legend or figure.notes or figure.links or figure.remarks:
        y += _ABOVE_LEGEND
    if figure.legend:
        y = _legend(_explained(figure, drawn), width, y, texts, swatches)
    y = _notes(figure.notes, width, y, texts)
    if figure.links:
        texts += _heading(figure, y)
        y += _LEGEND_LINE + _TABLE_GAP if figure.relations_title else 0
        entries, numbers, y = _table(figure, width, y, drawn)
        texts += entries
        swatches += numbers
    y = set_remarks(figure, width, y, texts, swatches)
    return Furniture(tuple(texts), tuple(swatches), width + 2 * MARGIN, y + MARGIN - _TABLE_GAP)


def _explained(figure: Figure, drawn: Collection[int]) -> list[Sample]:
    """Explain a kind of relation by its line if one has a line, else by its mark; then marks that have no line."""
    if not figure.routed:
        return list(figure.legend)
    lined = {link.kind for link in figure.links if link.number in drawn}
    found: list[Sample] = []
    after = 0
    for place, sample in enumerate(figure.legend, 1):
        if sample.kind in _RELATIONS:
            after = place
        marked = sample.kind in _RELATIONS and sample.kind not in lined
        found.append(sample._replace(kind=f"{_MARK}{sample.kind}") if marked else sample)
    if lined and figure.tag_words and len(drawn) < len(figure.links):
        found.insert(after, Sample(f"{_MARK}coordination", figure.tag_words))
    return found


def _legend(samples: Sequence[Sample], width: int, y: int, texts: list[Text], swatches: list[Swatch]) -> int:
    """Flow the samples in lines."""
    x = MARGIN
    for sample in samples:
        picture = _SWATCH[_shape(sample.kind)]
        words, cut = cut_to(sample.words, width - picture - _SWATCH_GAP, LEGEND_SIZE)
        wide = picture + _SWATCH_GAP + text_width(words, LEGEND_SIZE)
        if x > MARGIN and x + wide > MARGIN + width:
            x, y = MARGIN, y + _LEGEND_LINE
        if picture:
            tag = sample.kind.startswith(_MARK)
            swatches.append(Swatch(sample.kind, x, y - LEGEND_SIZE // 2 + 1, sample.tone, width=picture, tag=tag))
        texts.append(
            Text(words, x + picture + (_SWATCH_GAP if picture else 0), y, "legend", full=sample.words if cut else "")
        )
        x += wide + _LEGEND_GAP
    return y + _LEGEND_LINE


def _shape(kind: str) -> str:
    """Tell which picture a kind of sample has."""
    if kind in {"reporting", "chain", *_RELATIONS}:
        return "line"
    if kind == "words":
        return "words"
    return "mark" if kind.startswith(_MARK) else "tone" if kind == "tone" or kind.startswith("flag-") else "card"


def _notes(notes: Sequence[str], width: int, y: int, texts: list[Text]) -> int:
    for note in notes:
        wrapped = fill(note, width, LEGEND_SIZE, 2 * _MOST_LINES)
        for line in wrapped.lines:
            texts.append(Text(line, MARGIN, y, "legend"))
            y += _TABLE_LINE
        y += _TABLE_GAP
    return y


def _heading(figure: Figure, y: int) -> list[Text]:
    words = figure.relations_title
    return [Text(words, MARGIN, y + _TABLE_GAP, "heading")] if words else []


def _table(figure: Figure, width: int, y: int, drawn: Collection[int]) -> tuple[list[Text], list[Swatch], int]:
    """Set the relations in columns as wide as the longest entry, read from top to bottom; give its lower edge too."""
    texts: list[Text] = []
    swatches: list[Swatch] = []
    number = max(pill_width(link.number, tag=link.number not in drawn) for link in figure.links) + _SWATCH_GAP
    longest = max(text_width(link.words, LEGEND_SIZE) for link in figure.links)
    entry = min(longest, _WIDEST_ENTRY, width - number)
    columns = max(1, (width + _COLUMN_GAP) // (number + entry + _COLUMN_GAP))
    wrapped = [fill(link.words, entry, LEGEND_SIZE, _MOST_LINES) for link in figure.links]
    lowest = y
    for place, (start, end) in enumerate(split_evenly([_entry_height(item) for item in wrapped], columns)):
        x = MARGIN + place * (number + entry + _COLUMN_GAP)
        below = y
        for link, item in zip(figure.links[start:end], wrapped[start:end], strict=True):
            swatches.append(_number(link, x, below, tag=link.number not in drawn))
            texts += _entry(link, item, (x + number, below))
            below += _entry_height(item)
        lowest = max(lowest, below)
    return texts, swatches, lowest


def _entry_height(item: Wrapped) -> int:
    return len(item.lines) * _TABLE_LINE + _TABLE_GAP


def _number(link: Link, x: int, y: int, *, tag: bool) -> Swatch:
    """Give the mark beside an entry."""
    width = pill_width(link.number, tag=tag)
    return Swatch(f"{_MARK}{link.kind}", x, y - LEGEND_SIZE // 2 + 1, number=link.number, width=width, tag=tag)


def _entry(link: Link, item: Wrapped, at: tuple[int, int]) -> Iterator[Text]:
    x, y = at
    for place, line in enumerate(item.lines):
        full = link.words if item.cut and not place else ""
        yield Text(line, x, y + place * _TABLE_LINE, "legend", full=full)
