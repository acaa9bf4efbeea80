"""ods: the filled cells of an OpenDocument spreadsheet, in the words it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.documents.limits import check_count
from orgchart.documents.markup import listen
from orgchart.documents.sheets import LAST_COLUMN, LAST_ROW, Sheet
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.documents.archive import Archive

CELLS = frozenset({"table-cell", "covered-table-cell"})
ASIDE = frozenset({"annotation", "shapes", "tracked-changes", "frame", "ruby-text"})
MOST_REPEATED = 10_000
"""A filled cell or row is repeated so often at most; programs repeat blank ones a million times."""


def read(archive: Archive) -> Document:
    """A spreadsheet; raises `DocumentError` where it is broken."""
    book = _Book(archive.name)
    listen(archive.name, "content.xml", archive.read("content.xml"), book)
    fragments: list[Fragment] = []
    for sheet in book.sheets:
        fragments += sheet.fragments()
        check_count(archive.name, len(fragments))
    return Document(name=archive.name, fragments=tuple(fragments))


class _Book:
    """Listens for the cells of a spreadsheet."""

    def __init__(self, document: str) -> None:
        self.sheets: list[Sheet] = []
        self._document = document
        self._aside = 0
        self._row = self._column = self._rows = 0
        self._cell: Mapping[str, str] | None = None
        self._filled: list[tuple[int, int, str]] = []
        self._pieces: list[str] = []
        self._paragraphs = 0

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._aside or name in ASIDE:
            self._aside += 1
        elif name == "table":
            self.sheets.append(Sheet(self._document, attributes.get("name", ""), len(self.sheets) + 1))
            self._row = 0
        elif name == "table-row":
            self._rows = _number(attributes.get("number-rows-repeated"), LAST_ROW)
            self._column = 0
            self._filled = []
        elif name in CELLS:
            self._cell = attributes
            self._pieces = []
            self._paragraphs = 0
        elif self._cell is not None:
            self._add_sign(name, attributes)

    def _add_sign(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in {"p", "h"}:
            self._paragraphs += 1
            if self._paragraphs > 1:
                self._pieces.append("\n")
        elif name == "s":
            self._pieces.append(" " * _number(attributes.get("c"), MOST_REPEATED))
        elif name == "tab":
            self._pieces.append("\t")
        elif name == "line-break":
            self._pieces.append("\n")

    def close(self, name: str) -> None:
        if self._aside:
            self._aside -= 1
        elif name in CELLS:
            self._close_cell(name)
        elif name == "table-row":
            self._close_row()

    def words(self, words: str) -> None:
        if self._cell is not None and self._paragraphs and not self._aside:
            self._pieces.append(words)

    def _close_cell(self, name: str) -> None:
        attributes, self._cell = self._cell or {}, None
        repeated = _number(attributes.get("number-columns-repeated"), LAST_COLUMN)
        words = "".join(self._pieces)
        if words.strip() and name == "table-cell" and self.sheets:
            row = self._row + 1
            for column in range(self._column + 1, self._column + 1 + min(repeated, MOST_REPEATED)):
                self._filled.append((row, column, words))
            rows = _number(attributes.get("number-rows-spanned"), LAST_ROW)
            columns = _number(attributes.get("number-columns-spanned"), LAST_COLUMN)
            if rows > 1 or columns > 1:
                self.sheets[-1].merge((row, self._column + 1), (row + rows - 1, self._column + columns))
        self._column += repeated

    def _close_row(self) -> None:
        if self.sheets:
            for down in range(min(self._rows, MOST_REPEATED) if self._filled else 0):
                for row, column, words in self._filled:
                    self.sheets[-1].add(row + down, column, words)
        self._row += self._rows


def _number(written: str | None, most: int) -> int:
    known = written is not None and written.isascii() and written.isdigit() and len(written) < 10  # noqa: PLR2004 - enough for any sheet
    return max(1, min(int(written or 1), most)) if known else 1
