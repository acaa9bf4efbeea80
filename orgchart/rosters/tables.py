"""Where a document holds a roster: the row of headers, the columns that are understood, and the rows below."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from orgchart.errors import DocumentError, SettingError
from orgchart.names import Nearest
from orgchart.rosters.headers import HEADERS, NEITHER, bare_header, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from orgchart.extraction.document import Document, Fragment

FIELDS = tuple(HEADERS)
ROWS_ABOVE = 20
ROWS_JUDGED = 8
FEWEST_ROWS = 2
MOST_HEADERS_NAMED = 30
FORM_LABEL = re.compile(
    r".{0,8}(?:职责|权限|资格|概要|概述|目的|要求|条件|内容|关系|环境|标准|背景|技能|经验|学历|上级|下级|日期|签字|编号|编码"
    r"|名称|部门|编制|职等|职级|描述|说明|目标|待遇|审核|批准|制定|时间|地点|duties|responsibilities|requirements"
    r"|qualifications|purpose|summary)\s*[:：]?",
    re.IGNORECASE,
)
"""What the first column of a form holds, and no title of a post."""

PERSONS = frozenset(("holders", "employee_id", "reports_to_name", "reports_to_id"))
MORE = re.compile(
    "下级|下属|部属|协作|协调|沟通|配合|对接|横向|联系(?!电话|方式|人)|subordinate|directreports|contacts|liais"
)
"""Headers of columns that tell of other roles, and that no roster has."""

Cells = dict[int, "Fragment"]


class Row(NamedTuple):
    """A row: its number, and its cells that say something, by column."""

    number: int
    cells: Cells


class RosterTable(NamedTuple):
    """A table with a row a role or person: the column of each field, its headers and the rows around them."""

    columns: Mapping[str, int]
    header: Row
    above: Sequence[Row]
    rows: Sequence[Row]

    def cell(self, row: Row, field: str) -> Fragment | None:
        """The cell of a row that speaks for a field, if it says anything."""
        return row.cells.get(self.columns.get(field, 0))


def roster_tables(document: Document, columns: Mapping[str, str] | None = None) -> tuple[list[RosterTable], list[Row]]:
    """The tables of a document that are rosters, and the first row of each table that is none.

    `columns` names the header for a field. Raises `SettingError` for a field that does not exist, and `DocumentError`
    for a header that no table has, with the headers there are.
    """
    wanted = {field: bare_header(header) for field, header in (columns or {}).items()}
    _check_fields(wanted)
    found: list[RosterTable] = []
    others: list[Row] = []
    tables = _tables(document)
    for rows in tables:
        table = _roster_table(rows, wanted)
        if table is None:
            others.append(rows[0])
        else:
            found.append(table)
    if columns and not found:
        raise _no_such_header(document, columns, tables)
    return found, others


def looks_like_a_form(table: RosterTable) -> bool:
    """Whether the cells below a title's header are labels of a form about one role, or there are too few."""
    cells = [table.cell(row, "title") for row in table.rows[:ROWS_JUDGED]]
    titles = [cell.text for cell in cells if cell and cell.column_span == 1]
    labels = sum(bool(FORM_LABEL.fullmatch("".join(title.split())) or meaning(title)) for title in titles)
    return len(titles) < FEWEST_ROWS or labels * 3 >= len(titles)


def tells_more(table: RosterTable) -> bool:
    """Whether a table without persons says more of each role than a roster's columns hold: whom it leads or works with.

    Such a table is a job description a row, and is read as one.
    """
    if table.columns.keys() & PERSONS:
        return False
    return any(MORE.search(bare_header(cell.text)) for cell in table.header.cells.values())


def cell_place(cell: Fragment) -> str:
    """Where a cell stands, in words."""
    return f"line {cell.line}" if cell.line is not None else cell.place


def place_of(row: Row) -> str:
    """Where a row stands: the place of its first cell of its own."""
    own = [column for column, cell in row.cells.items() if cell.row == row.number]
    return cell_place(row.cells[min(own or row.cells)])


def _tables(document: Document) -> list[list[Row]]:
    """The tables of a document, row by row, with merged cells repeated in the rows they reach down to."""
    cells: dict[int, dict[int, Cells]] = defaultdict(dict)
    for fragment in document.fragments:
        if fragment.table and fragment.text.strip():
            cells[fragment.table].setdefault(fragment.row, {})[fragment.column] = fragment
    return [_filled_down([Row(number, rows[number]) for number in sorted(rows)]) for rows in cells.values()]


def _filled_down(rows: list[Row]) -> list[Row]:
    reaching: Cells = {}
    for row in rows:
        own = list(row.cells.values())
        for column, cell in list(reaching.items()):
            if cell.row + cell.row_span <= row.number:
                del reaching[column]
            else:
                row.cells.setdefault(column, cell)
        reaching.update((cell.column, cell) for cell in own if cell.row_span > 1)
    return rows


def _roster_table(rows: Sequence[Row], wanted: Mapping[str, str]) -> RosterTable | None:
    for index, row in enumerate(rows[:ROWS_ABOVE]):
        columns = _columns(row, wanted)
        if columns is not None:
            return RosterTable(columns, row, rows[:index], rows[index + 1 :])
        if not wanted and sum(meaning(cell.text) is not None for cell in row.cells.values()) > 1:
            return None
    return None


def _columns(row: Row, wanted: Mapping[str, str]) -> Mapping[str, int] | None:
    """The column of each field in a row of headers, or None where it is no such row."""
    bare = {bare_header(cell.text): column for column, cell in reversed(list(row.cells.items()))}
    given = {field: bare[header] for field, header in wanted.items() if header in bare}
    if len(given) < len(wanted):
        return None
    ranked: dict[str, tuple[int, int]] = {}
    for column, cell in sorted(row.cells.items()):
        found = meaning(cell.text)
        if found and column not in given.values():
            ranked[found.field] = min(ranked.get(found.field, (found.rank, column)), (found.rank, column))
    columns = {field: column for field, (_rank, column) in ranked.items() if field in HEADERS} | given
    for header in NEITHER.keys() & ranked.keys():
        person, post = NEITHER[header]
        columns.setdefault(person if "holders" in columns and person not in columns else post, ranked[header][1])
    return columns if "title" in columns and (len(columns) > 1 or wanted) else None


def _check_fields(wanted: Mapping[str, str]) -> None:
    for field in wanted:
        if field not in FIELDS:
            near = Nearest(FIELDS).to(field)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(FIELDS)}"
            raise SettingError(f"a roster has no field {field}", hint)


def _no_such_header(document: Document, columns: Mapping[str, str], tables: Sequence[Sequence[Row]]) -> DocumentError:
    there = dict.fromkeys(_headers(tables))
    known = {bare_header(header) for header in there}
    missing = [header for header in columns.values() if bare_header(header) not in known]
    named = ", ".join(missing or columns.values())
    if not there:
        return DocumentError(f"{document.name}: no table, so no column {named}", "name the column of a roster's table")
    what = f"no column is headed {named}" if missing else f"no row of headers has {named} and a title"
    shown = ", ".join(list(there)[:MOST_HEADERS_NAMED])
    return DocumentError(f"{document.name}: {what}", f"there are {shown}")


def _headers(tables: Sequence[Sequence[Row]]) -> Iterator[str]:
    """The words of the row in each table that is most likely its headers: the fullest of the first ones."""
    for rows in tables:
        fullest = max(rows[:ROWS_ABOVE], key=lambda row: len(row.cells))
        yield from (" ".join(cell.text.split()) for _column, cell in sorted(fullest.cells.items()))
