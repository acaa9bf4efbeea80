"""The tables of a Word document while they are read: which cells are merged, and where each stands."""

from __future__ import annotations

from orgchart.documents.grid import MOST_COLUMNS, inner_place, span
from orgchart.extraction.document import Fragment


class Cell:
    """A cell: the slot kept for it among the fragments, its lines, and how far it reaches."""

    def __init__(self, slot: int) -> None:
        self.slot = slot
        self.lines: list[str] = []
        self.column = self.columns = self.rows = 1
        self.row = 1
        self.table = 0
        self.place = ""
        self.continues = False
        self.inner_tables = 0

    def fragment(self) -> Fragment:
        """The cell as a fragment; paragraphs are lines in it."""
        words = "\n".join(self.lines).strip("\n")
        return Fragment(
            words,
            place=self.place,
            table=self.table,
            row=self.row,
            column=self.column,
            row_span=self.rows,
            column_span=self.columns,
        )


class Table:
    """A table that is open."""

    def __init__(self, number: int, place: str, depth: int = 0) -> None:
        self.number = number
        self.place = place
        self.depth = depth
        self.cell: Cell | None = None
        self._row = self._cells = 0
        self._column = 1
        self._row_deleted = False
        self._above: dict[int, Cell] = {}
        self._below: dict[int, Cell] = {}

    def begin_row(self) -> None:
        """A row begins; cells that reach down are those that the row above had or continued."""
        self._row += 1
        self._cells = 0
        self._column = 1
        self._row_deleted = False
        self._above, self._below = self._below, {}

    def delete_row(self) -> None:
        """The row is deleted in the final version: its cells are counted and left out."""
        self._row_deleted = True
        self._below = self._above

    def begin_cell(self, slot: int) -> None:
        """A cell begins."""
        self._cells += 1
        self.cell = Cell(slot)
        self.cell.table, self.cell.row = self.number, self._row
        self.cell.place = f"{self.place}, row {self._row}, cell {self._cells}"

    def inner_table(self, number: int) -> Table:
        """A table in the cell that is open."""
        if self.cell is None:
            return Table(number, inner_place(self.place, number, self.depth), self.depth + 1)
        self.cell.inner_tables += 1
        return Table(number, inner_place(self.cell.place, self.cell.inner_tables, self.depth), self.depth + 1)

    def set_property(self, name: str, value: str | None) -> None:
        """A property of the row or of the cell that is open."""
        if name == "gridBefore":
            self._column += span(value, MOST_COLUMNS)
        elif self.cell is not None and name == "gridSpan":
            self.cell.columns = span(value, MOST_COLUMNS)
        elif self.cell is not None and name == "vMerge":
            self.cell.continues = value != "restart"

    def end_cell(self) -> Cell | None:
        """The cell that ends, if it stands for itself and not for one above it."""
        cell, self.cell = self.cell, None
        if cell is None or self._row_deleted:
            return None
        cell.column = self._column
        self._column += cell.columns
        above = self._above.get(cell.column)
        if cell.continues and above is not None:
            above.rows = cell.row - above.row + 1
            self._below[cell.column] = above
            return None
        self._below[cell.column] = cell
        return cell
