"""Clean text that knows where each character comes from.

`clean` is what the stages read; `raw` the fragments' own words, a line end between two of them. Characters are only
left out or replaced one for one on the way from raw to clean, so the map is a list of the stretches that were kept.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.extraction.document import Document, Fragment


class Cell(NamedTuple):
    """A cell of a table: which table, where in it, how far it reaches, and its words in the clean text."""

    table: int
    row: int
    column: int
    row_span: int
    column_span: int
    start: int
    end: int


class Quoted(NamedTuple):
    """Original words with the lines they reach over; `place` says in words where they stand in a document without."""

    words: str
    line: int | None
    end_line: int | None
    place: str | None


class Text:
    """The clean words of a document, with the way back to the words as they were written."""

    __slots__ = (
        "_clean_starts",
        "_fragment_starts",
        "_fragments",
        "_raw_starts",
        "cell_starts",
        "cells",
        "clean",
        "headings",
        "in_pieces",
        "name",
        "raw",
        "whole_lines",
    )

    def __init__(self, document: Document, raw: str, clean: str, kept: Sequence[tuple[int, int]]) -> None:
        """Make the map; `kept` holds (clean offset, raw offset) of each stretch that was kept, in order."""
        self.name = document.name
        self.raw = raw
        self.clean = clean
        self._clean_starts = [one for one, _other in kept] or [0]
        self._raw_starts = [other for _one, other in kept] or [0]
        self._fragments: Sequence[Fragment] = document.fragments
        self._fragment_starts: list[int] = []
        at = 0
        for fragment in document.fragments:
            self._fragment_starts.append(at)
            at += len(fragment.text) + 1
        # Whether cells or paragraphs part the text, so that no quote may reach from one into the next.
        self.whole_lines = document.whole_lines
        self.in_pieces = not self.whole_lines or any(one.table or one.line is None for one in document.fragments)
        self.headings: dict[int, int] = {}
        self.cells: list[Cell] = []
        for fragment, start in zip(document.fragments, self._fragment_starts, strict=True):
            if fragment.heading:
                self.headings[self._after(start)] = fragment.heading
            if fragment.table:
                self.cells.append(
                    Cell(
                        fragment.table,
                        fragment.row,
                        fragment.column,
                        fragment.row_span,
                        fragment.column_span,
                        self._after(start),
                        self._after(start + len(fragment.text)),
                    )
                )
        self.cell_starts = [cell.start for cell in self.cells]

    def origin(self, offset: int) -> int:
        """Where in the raw text a clean character stands."""
        piece = bisect_right(self._clean_starts, offset) - 1
        return self._raw_starts[piece] + offset - self._clean_starts[piece]

    def _after(self, raw: int) -> int:
        """Where in the clean text the first character stands that was kept from a raw offset on."""
        piece = bisect_right(self._raw_starts, raw) - 1
        if piece < 0:
            return 0
        start = self._clean_starts[piece] + raw - self._raw_starts[piece]
        limit = self._clean_starts[piece + 1] if piece + 1 < len(self._clean_starts) else len(self.clean)
        return min(start, limit)

    def fragment(self, offset: int) -> Fragment | None:
        """The fragment that a clean character stands in."""
        return self._fragment_of(self.origin(offset))

    def _fragment_of(self, raw: int) -> Fragment | None:
        if not self._fragments:
            return None
        return self._fragments[bisect_right(self._fragment_starts, raw) - 1]

    def line(self, offset: int) -> int | None:
        """The line of a clean character, from 1; None where the document has no lines."""
        fragment = self.fragment(offset)
        return fragment.line if fragment else None

    def quoted(self, start: int, end: int, around: int | None = None) -> Quoted:
        """The original words behind a stretch of clean text, as they stand in the document, and where that is.

        They reach over the lines of a text, yet not out of the cell or the paragraph in which `around` (the
        beginning, unless told) stands: what is between two of those is not written in the document as it is here.
        """
        first, after = self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(start)
        if self.in_pieces and end > start:
            first, after = self._within_piece(first, after, first if around is None else self.origin(around))
        words = self.raw[first:after]
        if words.strip():
            first, after = after - len(words.lstrip()), first + len(words.rstrip())
        opening, closing = self._fragment_of(first), self._fragment_of(max(first, after - 1))
        return Quoted(
            words=self.raw[first:after],
            line=opening.line if opening else None,
            end_line=closing.line if closing else None,
            place=(opening.place or None) if opening else None,
        )

    def _within_piece(self, first: int, after: int, around: int) -> tuple[int, int]:
        """A raw stretch without what stands in another cell or paragraph than the character at `around`."""
        number = bisect_right(self._fragment_starts, around) - 1
        low = high = number
        while self._fragment_starts[low] > first and self._goes_on(low - 1):
            low -= 1
        while high + 1 < len(self._fragments) and self._fragment_starts[high + 1] < after and self._goes_on(high):
            high += 1
        end = self._fragment_starts[high] + len(self._fragments[high].text)
        return max(first, self._fragment_starts[low]), min(after, end)

    def _goes_on(self, number: int) -> bool:
        """Whether a fragment and the one behind it are lines of running text."""
        return self.whole_lines and not any(
            one.table or one.line is None for one in self._fragments[number : number + 2]
        )
