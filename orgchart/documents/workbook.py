"""xlsx: the filled cells of all sheets that are not hidden.

Read from the XML itself: the quick libraries make room for every cell between the first and the last, so that a
workbook of two cells can fill the memory of a machine, and none tells merged cells, hidden sheets and formats at once.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.documents import numbers
from orgchart.documents.archive import broken
from orgchart.documents.limits import check_count
from orgchart.documents.markup import listen, main_part, relations
from orgchart.documents.sheets import Sheet, position
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgchart.documents.archive import Archive
    from orgchart.documents.markup import Listener

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
TRUTH = {"1": "TRUE", "0": "FALSE"}


def read(archive: Archive) -> Document:
    """A workbook; raises `DocumentError` where it is broken."""
    part = main_part(archive, "xl/workbook.xml")
    book = _Book()
    listen(archive.name, part, archive.read(part), book)
    pointed = relations(archive, part)
    strings, formats = _Strings(), _Formats()
    listeners: dict[str, Listener] = {"sharedStrings": strings, "styles": formats}
    for _key, kind, target in pointed:
        listener = listeners.get(kind)
        if listener is not None and target in archive:
            listen(archive.name, target, archive.read(target), listener)
    fragments: list[Fragment] = []
    parts = {key: target for key, kind, target in pointed if kind == "worksheet"}
    for number, (name, key) in enumerate(book.sheets, 1):
        if key in parts:
            sheet = Sheet(archive.name, name, number)
            cells = _Cells(sheet, archive.name, strings.found, formats.codes, since_1904=book.since_1904)
            listen(archive.name, parts[key], archive.read(parts[key]), cells)
            fragments += sheet.fragments()
            check_count(archive.name, len(fragments))
    remarks = tuple(f"left out the hidden sheet {name}" for name in book.hidden)
    return Document(name=archive.name, fragments=tuple(fragments), remarks=remarks)


class _Book:
    """Listens for the sheets of a workbook."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.hidden: list[str] = []
        self.since_1904 = False

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            if attributes.get("state", "visible") == "visible":
                self.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
            else:
                self.hidden.append(attributes.get("name", ""))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904") in {"1", "true"}

    def close(self, name: str) -> None:
        pass

    def words(self, words: str) -> None:
        pass


class _Strings:
    """Listens for the strings that cells share, without the pronunciation beside them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._in_words = False
        self._aside = False

    def open(self, name: str, _attributes: Mapping[str, str]) -> None:
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._aside = True
        elif name == "t":
            self._in_words = not self._aside

    def close(self, name: str) -> None:
        if name == "si":
            self.found.append(_unescaped("".join(self._pieces)))
        elif name == "rPh":
            self._aside = False
        elif name == "t":
            self._in_words = False

    def words(self, words: str) -> None:
        if self._in_words:
            self._pieces.append(words)


class _Formats:
    """Listens for the number format of each cell style."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._written: dict[str, str] = {}
        self._in_styles = False

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._written[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_styles = True
        elif name == "xf" and self._in_styles:
            key = attributes.get("numFmtId", "")
            usual = "yyyy-mm-dd" if key.isdecimal() and int(key) in numbers.DATES else ""
            self.codes.append(self._written.get(key, usual))

    def close(self, name: str) -> None:
        if name == "cellXfs":
            self._in_styles = False

    def words(self, words: str) -> None:
        pass


class _Cells:
    """Listens for the cells of a sheet."""

    def __init__(
        self, sheet: Sheet, document: str, strings: Sequence[str], codes: Sequence[str], *, since_1904: bool
    ) -> None:
        self._sheet = sheet
        self._document = document
        self._strings = strings
        self._codes = codes
        self._since_1904 = since_1904
        self._row = self._column = 0
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._in_value = False
        self._aside = False

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._begin(attributes)
        elif name in {"v", "t"}:
            self._in_value = not self._aside
        elif name == "row":
            row = attributes.get("r", "")
            self._row = self._at(f"A{row}")[0] if row else self._row + 1
            self._column = 0
        elif name == "rPh":
            self._aside = True
        elif name == "mergeCell":
            first, _colon, last = attributes.get("ref", "").partition(":")
            self._sheet.merge(self._at(first), self._at(last or first))

    def close(self, name: str) -> None:
        if name in {"v", "t"}:
            self._in_value = False
        elif name == "rPh":
            self._aside = False
        elif name == "c" and self._pieces:
            self._sheet.add(self._row, self._column, self._shown("".join(self._pieces)))

    def words(self, words: str) -> None:
        if self._in_value:
            self._pieces.append(words)

    def _begin(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference:
            self._row, self._column = self._at(reference)
        else:
            self._column += 1
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._pieces = []

    def _at(self, reference: str) -> tuple[int, int]:
        found = position(reference)
        if found is None:
            raise broken(self._document, f"no sheet has a cell {reference[:20]}")
        return found

    def _shown(self, written: str) -> str:
        if self._kind == "s":
            known = written.strip().isdecimal() and int(written) < len(self._strings)
            if not known:
                raise broken(self._document, "a cell names a text that is not there")
            return self._strings[int(written)]
        if self._kind == "n":
            known = self._style.isdecimal() and int(self._style) < len(self._codes)
            return numbers.shown(written, self._codes[int(self._style)] if known else "", since_1904=self._since_1904)
        return TRUTH.get(written, written) if self._kind == "b" else _unescaped(written)


def _unescaped(words: str) -> str:
    """Words with the characters that XML cannot hold put back: _x000D_ is a carriage return."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), words).replace("\r\n", "\n") if "_x" in words else words
