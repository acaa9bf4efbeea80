"""Markdown: lines as in plain text, with headings and pipe tables understood.

The words of a fragment are a stretch of their line: bullets and emphasis are taken off its ends and stay inside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.documents.limits import check_count
from orgchart.documents.lines import lines_of
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEADING = re.compile(r" {0,3}(#{1,6})(?=[\s#]|$)(.*)", re.DOTALL)
UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
QUOTATION = re.compile(r"(?:\s{0,3}>)+")
BULLET = re.compile(r"\s*[-*+]\s+(?:\[[ xX]\]\s+)?")
DELIMITER = re.compile(r":?-+:?")
PIPE = re.compile(r"(?<!\\)\|")
EMPHASIS = ("**", "__", "*", "_", "`")


def read(name: str, text: str, remarks: tuple[str, ...] = ()) -> Document:
    """A Markdown file as a document."""
    lines = lines_of(text)
    check_count(name, len(lines))
    fragments = tuple(_fragments(lines))
    check_count(name, len(fragments))
    return Document(name=name, fragments=fragments, remarks=remarks, whole_lines=False)


def holds_table(lines: Sequence[str]) -> bool:
    """Whether lines of a text are a table of Markdown."""
    return any("|" in line and _begins_table(lines, index) for index, line in enumerate(lines))


def _fragments(lines: Sequence[str]) -> Iterator[Fragment]:
    fence = ""
    tables = index = 0
    while index < len(lines):
        line = lines[index]
        fenced = FENCE.match(line)
        if fence or fenced:
            if fenced and (not fence or fenced[1].startswith(fence)):
                fence = "" if fence else fenced[1]
            else:
                yield Fragment(line, index + 1)
            index += 1
        elif _begins_table(lines, index):
            tables += 1
            after = _end_of_table(lines, index)
            yield from _table(lines, index, after, tables)
            index = after
        else:
            fragment, used = _line(lines, index)
            yield fragment
            index += used


def _line(lines: Sequence[str], index: int) -> tuple[Fragment, int]:
    """The fragment of a line outside of tables, and how many lines it takes."""
    line = lines[index]
    heading = HEADING.fullmatch(line)
    if heading:
        words = heading[2].strip().rstrip("#").rstrip()
        return Fragment(_bare(words), index + 1, heading=len(heading[1])), 1
    words = _bare(_without_bullet(line))
    below = UNDERLINE.fullmatch(lines[index + 1]) if index + 1 < len(lines) else None
    if below and words and not BULLET.match(line) and not UNDERLINE.fullmatch(line) and len(below[1]) > 1:
        return Fragment(words, index + 1, heading=1 if below[1][0] == "=" else 2), 2
    return Fragment(words, index + 1), 1


def _without_bullet(line: str) -> str:
    quotation = QUOTATION.match(line)
    if quotation:
        line = line[quotation.end() :]
    bullet = BULLET.match(line)
    return line[bullet.end() :] if bullet else line


def _bare(words: str) -> str:
    """Words without blanks and without one pair of emphasis around all of them."""
    words = words.strip()
    for sign in EMPHASIS:
        inner = words[len(sign) : -len(sign)]
        if len(words) > 2 * len(sign) and words == f"{sign}{inner}{sign}" and sign[0] not in inner:
            return inner.strip()
    return words


def _begins_table(lines: Sequence[str], index: int) -> bool:
    if index + 1 >= len(lines) or "|" not in lines[index] or "|" not in lines[index + 1]:
        return False
    below = _cells(lines[index + 1])
    return all(DELIMITER.fullmatch(cell.strip()) for cell in below) and len(below) == len(_cells(lines[index]))


def _end_of_table(lines: Sequence[str], index: int) -> int:
    after = index + 2
    while after < len(lines) and "|" in lines[after] and lines[after].strip():
        after += 1
    return after


def _table(lines: Sequence[str], first: int, after: int, table: int) -> Iterator[Fragment]:
    rows = (first, *range(first + 2, after))
    for row, index in enumerate(rows, 1):
        for column, words in enumerate(_cells(lines[index]), 1):
            yield Fragment(
                _bare(words),
                index + 1,
                f"table {table}, row {row}, cell {column}",
                table=table,
                row=row,
                column=column,
            )


def _cells(line: str) -> list[str]:
    line = line.strip()
    line = line.removeprefix("|")
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return PIPE.split(line)
