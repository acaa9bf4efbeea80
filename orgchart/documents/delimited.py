"""csv and tsv: the filled cells of a table in text, each with the line it begins on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.documents.limits import check_count
from orgchart.documents.lines import lines_of
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DELIMITERS = ",\t;|"
DIRECTIVE = "sep="
QUOTED = re.compile(r'"[^"]*"')
LOOK = 50

Record = list[tuple[str, int]]
"""The cells of a row, each with the line it begins on."""


def read(name: str, text: str, remarks: tuple[str, ...] = ()) -> Document:
    """A table in text as a document: a row a record, blank cells left out."""
    table = _Table(lines_of(text))
    fragments: list[Fragment] = []
    for row, cells in enumerate(table.records(), 1):
        for column, (words, line) in enumerate(cells, 1):
            if words and not words.isspace():
                fragments.append(Fragment(words, line, table=1, row=row, column=column))
        check_count(name, len(fragments))
    return Document(name=name, fragments=tuple(fragments), remarks=(*remarks, *table.remarks))


class _Table:
    def __init__(self, lines: Sequence[str]) -> None:
        self.remarks: list[str] = []
        self._lines = lines
        self._directive = bool(lines) and lines[0].lower().startswith(DIRECTIVE) and len(lines[0]) == len(DIRECTIVE) + 1
        self._delimiter = lines[0][-1] if self._directive else _likeliest(lines[:LOOK])

    def records(self) -> Iterator[Record]:
        """The records in order; one with a quoted line end takes several lines."""
        index = int(self._directive)
        while index < len(self._lines):
            line = self._lines[index]
            if '"' not in line:
                yield [(words, index + 1) for words in line.split(self._delimiter)]
                index += 1
            else:
                record, index = self._quoted(index)
                yield record

    def _quoted(self, index: int) -> tuple[Record, int]:
        """A record in which something is quoted, and the index of the line behind it."""
        record: Record = []
        line, at = self._lines[index], 0
        while True:
            begins = index + 1
            if line.startswith('"', at):
                words, index, at = self._unquote(index, at + 1)
                line = self._lines[index]
            else:
                words = ""
            end = line.find(self._delimiter, at)
            record.append((words + (line[at:] if end < 0 else line[at:end]), begins))
            if end < 0:
                return record, index + 1
            at = end + 1

    def _unquote(self, index: int, at: int) -> tuple[str, int, int]:
        """Quoted words, the index of the line they end on, and where there."""
        first, start = index, at
        pieces: list[str] = []
        while index < len(self._lines):
            line = self._lines[index]
            end = line.find('"', at)
            if end < 0:
                pieces += (line[at:], "\n")
                index, at = (len(self._lines) if self.remarks else index + 1), 0
            elif line.startswith('"', end + 1):
                pieces.append(line[at : end + 1])
                at = end + 2
            else:
                pieces.append(line[at:end])
                return "".join(pieces), index, end + 1
        if not self.remarks:
            self.remarks.append(f"line {first + 1}: a quotation mark opens here and is never closed")
        return '"', first, start


def _likeliest(lines: Sequence[str]) -> str:
    """The sign between cells: the one that stands in most lines, and there most often."""
    sample = [QUOTED.sub("", line) for line in lines]

    def spread(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in sample]
        return sum(count > 0 for count in counts), sum(counts)

    return max(DELIMITERS, key=spread)
