"""Plain text: a fragment a line, blank ones too, since they part what belongs together.

Tables that were copied into the text keep their cells: those of Markdown, and those with a tab between two cells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.documents import markdown
from orgchart.documents.limits import check_count
from orgchart.documents.lines import lines_of
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A tab behind the number or the bullet of an item parts no cells.
ITEM = re.compile(
    r"(?:第?[\d一二三四五六七八九十]{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{1,4})?\s*[、.．)）:：]|[(（][\d一二三四五六七八九十]{1,3}[)）]"
    r"|[①-⑳]|[-*•·●■◆★▪○□–—]"
)


def read(name: str, text: str, remarks: tuple[str, ...] = ()) -> Document:
    """A text file as a document."""
    lines = lines_of(text)
    check_count(name, len(lines))
    if markdown.holds_table(lines):
        return markdown.read(name, text, remarks)
    fragments = tuple(_fragments(lines))
    check_count(name, len(fragments))
    return Document(name=name, fragments=fragments, remarks=remarks)


def _fragments(lines: Sequence[str]) -> Iterator[Fragment]:
    tables = row = 0
    for number, line in enumerate(lines, 1):
        cells = _cells(line)
        if not cells:
            row = 0
            yield Fragment(line, number)
            continue
        tables += row == 0
        row += 1
        for column, words in cells:
            place = f"table {tables}, row {row}, cell {column}"
            yield Fragment(words, number, place, table=tables, row=row, column=column)


def _cells(line: str) -> list[tuple[int, str]]:
    """The filled cells of a line with their columns, if it is a row of a table."""
    if "\t" not in line.strip():
        return []
    cells = [(column, words) for column, words in enumerate(line.split("\t"), 1) if words.strip()]
    return [] if ITEM.fullmatch(cells[0][1].strip()) else cells
