"""Headings in running text: where a sentence opens with one, and pieces that begin within a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.headings.words import (
    FEW,
    INLINE,
    INSIDE,
    LONGEST_LINE,
    LONGEST_TITLE,
    NUMBER,
    Heading,
    after_numbering,
    kind_in_heading,
    last_word,
)
from orgchart.extraction.titles import ROLE

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER_ENDS = re.compile(rf"(?:{NUMBER}[、.．]|[(（]{NUMBER}[)）])[、]?\s*$")
BOUNDARY = re.compile(r"[。;；!！?？\n\]】,，:： ]|(?<=\D)[.．]")
ONLY_PAGE = re.compile(r"[(（]?\d{1,3}[)）]?\s*(?:\n|$)")
INLINE_PIECE = re.compile(rf"(?<=[ \t。;；_])(?:第{NUMBER}篇|【(?:篇|范文|范本){NUMBER})\s*[:：】]\s*")


def pieces(clean: str) -> Iterator[Heading]:
    """Pieces of a collection that begin within a line."""
    for match in INLINE_PIECE.finditer(clean):
        inline = INLINE.search(clean, match.end(), match.end() + LONGEST_LINE)
        name_end = inline.start() if inline else match.end()
        name_start = last_word(clean, match.end(), name_end)
        kind = kind_in_heading(clean[name_start:name_end])
        yield Heading(match.start(), inline.end() if inline else match.end(), kind, name_start, name_end, piece=True)


def in_sentences(clean: str) -> Iterator[Heading]:
    """Headings that open a sentence in running text, with the list of duties right behind them.

    Where there are several, a colon is enough before duties that are no list.
    """
    found = list(_candidates(clean))
    told = {clean[heading.name_start : heading.name_end] for heading, _sure in found if heading.kind == ROLE}
    yield from (heading for heading, sure in found if sure or len(told) > 1)


def _candidates(clean: str) -> Iterator[tuple[Heading, bool]]:
    """Headings in running text, and whether each is one for sure."""
    for match in INLINE.finditer(clean):
        stop = match.start() - (clean[max(0, match.start() - 2) : match.start()].count(" "))
        low = max(0, stop - LONGEST_TITLE - 2)
        start = low
        for boundary in BOUNDARY.finditer(clean, low, stop):
            start = boundary.end()
        if (
            (start == low and low > 0)
            or not (match["item"] or match["colon"] or match["text"])
            or ONLY_PAGE.match(clean, match.end())
        ):
            continue
        before = clean.rfind("职责", start, stop)
        start = before + len("职责") if before >= 0 else start
        start = after_numbering(clean, start, stop)
        start = last_word(clean, start, stop)
        name = clean[start:stop]
        kind = kind_in_heading(name) if len(name) > 1 else ""
        sure = not match["text"] or _runs_on(clean, low, start, name, match)
        if match["text"] and (kind != ROLE or not (sure or match["colon"])):
            continue
        if kind and not INSIDE.match(name):
            yield Heading(start, match.end(), kind, start, stop, line=False), sure


def _runs_on(clean: str, low: int, start: int, name: str, match: re.Match[str]) -> bool:
    """Whether duties run on behind a heading in running text: behind a number, a colon, its name again, or two of them.

    二、采购员职责:负责询价; (三)班长的安全职责班长是第一责任人; 厨师长职责:厨师长管理厨房.
    """
    numbered = NUMBER_ENDS.search(clean, max(0, low - FEW), start) is not None
    return numbered + bool(match["colon"]) + clean.startswith(name, match.end()) > 1
