"""A document as the engine sees it: fragments of text that know where they stand, whatever file they came from."""

from __future__ import annotations

from typing import NamedTuple

from orgchart.record import Record


class Fragment(NamedTuple):
    """One line of a text file, one paragraph, or one cell of a table, with its words untouched.

    `line` counts from 1 in files that have lines, and is None elsewhere, where `place` says in words where the
    fragment stands: "paragraph 3", "table 1, row 3, cell 2", "page 2, line 7", "人事!B4". `heading` is the level of a
    heading (from 1) where the format tells, else 0. Cells know their table, row and column (from 1; 0 outside of
    tables) and how far they reach; a merged cell stands once, at its first row and column. Words of one fragment may
    hold line ends, where a cell or a paragraph does.
    """

    text: str
    line: int | None = None
    place: str = ""
    heading: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1


class Document(Record):
    """One document: its name as it is shown, and its fragments in reading order.

    `remarks` are sentences about what the reader of the file passed over, such as pages without text. `whole_lines` is
    false where signs were taken off the lines, so that no two of them stand in the file as they follow here.
    """

    name: str
    fragments: tuple[Fragment, ...]
    remarks: tuple[str, ...] = ()
    whole_lines: bool = True
