"""The cells of spreadsheets, whatever file they come from, as fragments with places such as 人事!B4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.documents.limits import check_count
from orgchart.extraction.document import Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
MOST_COVERED = 1_000_000


class Sheet:
    """One sheet: its filled cells, and which are merged. Cells that a merged one covers are not seen and not kept."""

    def __init__(self, document: str, name: str, number: int) -> None:
        self.name = name
        self._document = document
        self._number = number
        self._cells: list[tuple[int, int, str]] = []
        self._merged: dict[tuple[int, int], tuple[int, int]] = {}

    def __len__(self) -> int:
        return len(self._cells)

    def add(self, row: int, column: int, words: str) -> None:
        """A cell with words; blank ones are not kept."""
        if words and not words.isspace():
            self._cells.append((row, column, words))
            check_count(self._document, len(self._cells))

    def merge(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """The cells from one corner to the other are one."""
        self._merged[first] = (last[0] - first[0] + 1, last[1] - first[1] + 1)

    def fragments(self) -> Iterator[Fragment]:
        """The filled cells, row by row."""
        covered = self._covered()
        for row, column, words in sorted(self._cells, key=_position):
            if (row, column) not in covered:
                rows, columns = self._merged.get((row, column), (1, 1))
                place = f"{self.name}!{letters(column)}{row}"
                yield Fragment(words, None, place, 0, self._number, row, column, rows, columns)

    def _covered(self) -> set[tuple[int, int]]:
        covered: set[tuple[int, int]] = set()
        for (row, column), (rows, columns) in self._merged.items():
            if len(covered) + rows * columns > MOST_COVERED:
                continue
            covered.update((row + down, column + right) for down in range(rows) for right in range(columns))
            covered.discard((row, column))
        return covered


def _position(cell: tuple[int, int, str]) -> tuple[int, int]:
    return cell[0], cell[1]


def letters(column: int) -> str:
    """The letters of a column.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def position(reference: str) -> tuple[int, int] | None:
    """The row and column of a reference such as B4, or None where it is none."""
    match = REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None
