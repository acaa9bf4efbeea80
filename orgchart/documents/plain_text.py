"""Plain text: a fragment a line, blank ones too, since they part what belongs together.

Tables that were copied into the text keep their cells: those of Markdown, those drawn with bars and rules, and those
with a tab between two cells.
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
BARS = "|│┃║"
RULE = re.compile(r"\s*[-+|=─━│┃║═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╢╞╡╤╧]*[-+=─━═][-+|=─━│┃║═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╟╢╞╡╤╧]*\s*")
BETWEEN_BARS = re.compile(f"[{BARS}]")


def read(name: str, text: str, remarks: tuple[str, ...] = ()) -> Document:
    """A text file as a document."""
    lines = lines_of(text)
    check_count(name, len(lines))
    if markdown.holds_table(lines) or _opens_with_a_heading(lines):
        return markdown.read(name, text, remarks)
    fragments = tuple(_fragments(lines))
    check_count(name, len(fragments))
    return Document(name=name, fragments=fragments, remarks=remarks)


def _opens_with_a_heading(lines: Sequence[str]) -> bool:
    """Whether the first line that says anything is a heading of Markdown."""
    return next((line for line in lines if line.strip()), "").startswith(("# ", "## "))


def _fragments(lines: Sequence[str]) -> Iterator[Fragment]:
    tables = index = 0
    while index < len(lines):
        after = _end_of_drawn(lines, index) or _end_of_tabbed(lines, index)
        if after == index:
            yield Fragment(lines[index], index + 1)
            index += 1
            continue
        tables += 1
        yield from (_drawn if _is_drawn(lines[index]) else _tabbed)(lines, index, after, tables)
        index = after


# Cells with tabs between them ----------------------------------------------------------------------------------------


def _end_of_tabbed(lines: Sequence[str], index: int) -> int:
    while index < len(lines) and _with_tabs(lines[index]):
        index += 1
    return index


def _with_tabs(line: str) -> list[tuple[int, str]]:
    """The filled cells of a line with their columns, if tabs part any."""
    if "\t" not in line.strip():
        return []
    cells = [(column, words) for column, words in enumerate(line.split("\t"), 1) if words.strip()]
    return [] if ITEM.fullmatch(cells[0][1].strip()) else cells


def _tabbed(lines: Sequence[str], first: int, after: int, table: int) -> Iterator[Fragment]:
    for row, index in enumerate(range(first, after), 1):
        for column, words in _with_tabs(lines[index]):
            place = f"table {table}, row {row}, cell {column}"
            yield Fragment(words, index + 1, place, table=table, row=row, column=column)


# Cells between bars --------------------------------------------------------------------------------------------------


def _is_drawn(line: str) -> bool:
    """Whether a line is a row between bars, or the rule above one."""
    bare = line.strip()
    return len(bare) > 1 and (
        (bare[0] in BARS and bare[-1] in BARS) or (bare[0] in "+┌╔├╠" and bool(RULE.fullmatch(bare)))
    )


def _end_of_drawn(lines: Sequence[str], index: int) -> int:
    """Behind the last line of a table that is drawn with bars and begins here; 0 where none does."""
    after = index
    rows = 0
    while after < len(lines) and (_is_drawn(lines[after]) or (rows and RULE.fullmatch(lines[after]))):
        rows += RULE.fullmatch(lines[after]) is None
        after += 1
    return after if rows > 1 else 0


def _drawn(lines: Sequence[str], first: int, after: int, table: int) -> Iterator[Fragment]:
    """The cells of a drawn table; a line without a first cell goes on with the row above it, up to the next rule."""
    row = 0
    index = first
    while index < after:
        if RULE.fullmatch(lines[index]):
            index += 1
            continue
        last = index + 1
        while last < after and not RULE.fullmatch(lines[last]) and not _between_bars(lines[last])[0].strip():
            last += 1
        for number in range(index, last):
            for column, words in enumerate(_between_bars(lines[number]), 1):
                if words.strip():
                    yield Fragment(
                        words,
                        number + 1,
                        f"table {table}, row {row + number - index + 1}, cell {column}",
                        table=table,
                        row=row + number - index + 1,
                        column=column,
                        row_span=last - number,
                    )
        row += last - index
        index = last


def _between_bars(line: str) -> list[str]:
    return BETWEEN_BARS.split(line.strip())[1:-1]
