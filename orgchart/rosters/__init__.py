"""Rosters → an organization: tables with a row a role or person, as every personnel office keeps them.

A superior may be written as a title, as a person or by number; it is resolved to one post of the roster or left as it
is written, and told. Every row that is not used is listed with its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.errors import DocumentError
from orgchart.record import Record
from orgchart.rosters.tables import FIELDS, looks_like_a_form, place_of, roster_tables, tells_more

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.extraction.document import Document
    from orgchart.extraction.mentions import FoundOrganization

__all__ = ["FIELDS", "Roster", "SkippedRow", "is_roster", "read_roster"]

LEAST_SHARE = 0.5


class SkippedRow(Record):
    """A row that became no role: where it stands, and why."""

    place: str
    reason: str


class Roster(Record):
    """What a roster says: the organization, how many rows it has, those not used, and what else a person should know.

    `rows` is the number of rows below the headers; those that are not in `skipped` are in the organization.
    """

    organization: FoundOrganization
    rows: int
    skipped: tuple[SkippedRow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """All that was passed over, a sentence each."""
        used = self.rows - len(self.skipped)
        told = f"{used} of {self.rows} rows used" if self.skipped else f"{self.rows} rows, all used"
        return (told, *(f"{row.place} was skipped: {row.reason}" for row in self.skipped), *self.notes)


def is_roster(document: Document, columns: Mapping[str, str] | None = None) -> bool:
    """Whether a document is a roster, and not a form about one role or a text with some table in it."""
    tables = [
        table
        for table in roster_tables(document, columns)[0]
        if columns or not (looks_like_a_form(table) or tells_more(table))
    ]
    if not tables:
        return False
    numbers = {cell.table for table in tables for cell in table.header.cells.values()}
    inside = sum(len(fragment.text) for fragment in document.fragments if fragment.table in numbers)
    outside = sum(len(fragment.text) for fragment in document.fragments if not fragment.table)
    return inside >= LEAST_SHARE * (inside + outside)


def read_roster(document: Document, columns: Mapping[str, str] | None = None) -> Roster:
    """The organization that a roster tells; `columns` names the header of the column for a field.

    Raises `DocumentError` where no table of the document is a roster or has the named headers, and `SettingError` for
    a field that does not exist.
    """
    from orgchart.rosters.gathering import Gathered  # noqa: PLC0415 - most documents are no rosters
    from orgchart.rosters.telling import organization  # noqa: PLC0415 - as above

    tables, others = roster_tables(document, columns)
    if not tables:
        raise DocumentError(
            f"{document.name}: no table with a row a role",
            "a roster's first row names its columns, one of them 岗位 or title; name others with --column",
        )
    gathered = Gathered()
    for table in tables:
        gathered.add(table)
    found, notes = organization(document.name, tables, gathered)
    left_out = [f"{place_of(row)}: a table without headers of a roster was left out" for row in others]
    return Roster(
        organization=found,
        rows=gathered.rows,
        skipped=tuple(SkippedRow(place=place, reason=reason) for place, reason in gathered.skipped),
        notes=(*left_out, *gathered.notes(), *notes),
    )
