"""Where the cells of a table stand when some reach over several rows or columns."""

from __future__ import annotations

MOST_COLUMNS = 1000
MOST_ROWS = 65_534


class Grid:
    """Places the cells of one table, row by row, beside those that reach down from rows above."""

    def __init__(self) -> None:
        self.row = 0
        self.cell = 0
        self._column = 1
        self._taken: dict[int, int] = {}

    def begin_row(self) -> None:
        """The next cells stand in the next row."""
        self.row += 1
        self.cell = 0
        self._column = 1

    def place(self, row_span: int, column_span: int) -> int:
        """The column of the next cell; `cell` counts it as it stands in its row."""
        self.cell += 1
        while self._taken.get(self._column, 0) >= self.row:
            self._column += 1
        column = self._column
        self._column += column_span
        if row_span > 1:
            below = self.row + row_span - 1
            self._taken.update(dict.fromkeys(range(column, column + column_span), below))
        return column


def span(written: str | None, most: int) -> int:
    """How far a cell reaches, as written in a document, within reason."""
    words = (written or "").strip()
    if not (words.isascii() and words.isdigit() and len(words) < 10):  # noqa: PLR2004 - a longer number is no span
        return 1
    return max(1, min(int(words), most))


DEEPEST_PLACE = 8


def inner_place(cell: str, number: int, depth: int) -> str:
    """How the table is called that stands in a cell; far down, the name of its cell is not repeated any more."""
    return f"{cell}, inner table {number}" if depth <= DEEPEST_PLACE else f"inner table {number}"
