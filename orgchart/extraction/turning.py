"""Tables with a column a role → tables with a row a role: the cells stay as they are, only their order changes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from orgchart.extraction.labels import field_of
from orgchart.extraction.titles import ROLE, kind_in_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.extraction.document import Document, Fragment

FEWEST_FIELDS = 3
FEWEST_ROLES = 2


def turned(document: Document) -> Document:
    """The document with its tables turned that tell a role in each column."""
    if not any(fragment.table for fragment in document.fragments):
        return document
    fragments: list[Fragment] = []
    for table, cells in groupby(document.fragments, key=lambda fragment: fragment.table):
        listed = list(cells)
        fragments += _turned(listed) if table and _has_a_column_a_role(listed) else listed
    return document.replace(fragments=tuple(fragments))


def _has_a_column_a_role(cells: Sequence[Fragment]) -> bool:
    """Whether the first column holds fields, and one row a role's title in each other column."""
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in cells):
        return False
    fields = {cell.row: field_of(cell.text) for cell in cells if cell.column == 1}
    if len({field for field in fields.values() if field}) < FEWEST_FIELDS:
        return False
    rows: dict[int, list[Fragment]] = {}
    for cell in cells:
        if cell.column > 1 and cell.text.strip():
            rows.setdefault(cell.row, []).append(cell)
    titles = next((row for number, row in rows.items() if fields.get(number, "") in {"", "title"}), [])
    return len(titles) >= FEWEST_ROLES and all(kind_in_field("".join(cell.text.split())) == ROLE for cell in titles)


def _turned(cells: Sequence[Fragment]) -> list[Fragment]:
    swapped = [cell._replace(row=cell.column, column=cell.row) for cell in cells]
    return sorted(swapped, key=lambda cell: (cell.row, cell.column))
