"""HTML pages: headings, paragraphs, list items and the cells of tables, without what a browser would not show."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from orgchart.documents.grid import MOST_COLUMNS, MOST_ROWS, Grid, inner_place, span
from orgchart.documents.limits import check_count
from orgchart.documents.tags import Tag, scan
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from orgchart.documents.tags import Words

UNSEEN = frozenset(
    {"script", "style", "nav", "head", "title", "template", "noscript", "svg", "math", "iframe", "object", "datalist",
     "textarea", "select", "noframes", "xmp"}
)  # fmt: skip
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "html", "legend", "li", "main", "menu", "ol", "option", "p", "pre", "section", "summary", "ul"}
)  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}
TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th"})
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page claims in its head."""
    found = CHARSET.search(data[:8192])
    return found[1].decode("ascii") if found else None


def read(name: str, text: str, remarks: tuple[str, ...] = ()) -> Document:
    """An HTML page as a document."""
    page = _Page(name)
    for piece in scan(text):
        if not isinstance(piece, Tag):
            page.words(piece)
        elif piece.name == "<":
            page.sign(piece)
        elif piece.closes:
            page.close(piece.name)
        else:
            page.open(piece)
    return Document(name=name, fragments=tuple(page.end()), remarks=remarks, whole_lines=False)


class _Scope:
    """What is open in the page itself or in one cell, and the words gathered there."""

    def __init__(self, *, hidden: bool) -> None:
        self.hidden = hidden
        self._open: list[tuple[str, bool]] = []
        self._counts: Counter[str] = Counter()
        self._hidden = 0
        self.pieces: list[str] = []
        self.line = 0

    @property
    def unseen(self) -> bool:
        return self.hidden or self._hidden > 0

    @property
    def preformatted(self) -> bool:
        return self._counts["pre"] > 0

    @property
    def heading(self) -> int:
        return next((level for tag, level in HEADINGS.items() if self._counts[tag]), 0)

    def open(self, name: str, *, hidden: bool) -> None:
        self._open.append((name, hidden))
        self._counts[name] += 1
        self._hidden += hidden

    def close(self, name: str) -> None:
        while self._counts[name]:
            last, hidden = self._open.pop()
            self._counts[last] -= 1
            self._hidden -= hidden
            if last == name:
                return

    def take(self) -> tuple[str, int]:
        """The words gathered so far, put as a browser shows them, and the line they begin on."""
        lines = [BLANKS.sub(" ", line).strip() for line in "".join(self.pieces).split("\v")]
        taken = "\n".join(line for line in lines if line), self.line
        self.pieces.clear()
        self.line = 0
        return taken


class _Table:
    """A table that is open: its grid, and the cell of it that is open, for which a slot among the fragments is kept."""

    def __init__(self, number: int, place: str, depth: int, *, hidden: bool) -> None:
        self.number = number
        self.place = place
        self.depth = depth
        self.inner_tables = 0
        self.hidden = self.row_hidden = hidden
        self.grid = Grid()
        self.cell: _Scope | None = None
        self.shape = (1, 1, 1)
        self.slot = 0

    @property
    def cell_place(self) -> str:
        """The place of the cell that was opened last."""
        return f"{self.place}, row {self.grid.row}, cell {self.grid.cell}"


class _Page:
    """The fragments of a page as its tags come by."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._base = _Scope(hidden=False)
        self._tables: list[_Table] = []
        self._fragments: list[Fragment] = []
        self._table_count = self._outer_tables = 0
        self._paragraphs = 0

    @property
    def _scope(self) -> _Scope:
        cell = self._tables[-1].cell if self._tables else None
        return cell or self._base

    def words(self, piece: Words) -> None:
        """Words between tags."""
        scope = self._scope
        if scope.unseen or (self._tables and self._tables[-1].cell is None and not piece.words.strip()):
            return
        words = piece.words.replace("\v", " ")
        if scope.preformatted:
            words = words.replace("\r\n", "\v").replace("\n", "\v").replace("\r", "\v")
        if not scope.line and words.strip(" \t\r\n\f\v"):
            scope.line = piece.line
        scope.pieces.append(words)
        if scope.preformatted and words.endswith("\v"):
            self._break()

    def sign(self, tag: Tag) -> None:
        """A `<` that begins no tag."""
        scope = self._scope
        if not scope.unseen:
            scope.line = scope.line or tag.line
            scope.pieces.append("<")

    def open(self, tag: Tag) -> None:
        """A tag that opens something."""
        name = tag.name
        if name in TABLE_PARTS:
            self._open_part(tag)
        elif name in VOID:
            if name in {"br", "hr"}:
                self._break()
        else:
            scope = self._scope
            if name in BLOCKS:
                self._break()
                scope.close("p")
            scope.open(name, hidden=name in UNSEEN or _hidden(tag.attributes))

    def close(self, name: str) -> None:
        """A tag that closes something."""
        if name in TABLE_PARTS:
            self._close_part(name)
            return
        if name in BLOCKS:
            self._break()
        if name == "br":
            self._break()
        elif name not in VOID:
            self._scope.close(name)

    def end(self) -> Iterator[Fragment]:
        """All fragments, with what was left open closed."""
        while self._tables:
            self._close_table()
        self._break()
        yield from self._fragments

    def _break(self) -> None:
        """A line ends: in a cell it stays one among its words, elsewhere it makes a fragment."""
        scope = self._scope
        if scope is not self._base:
            scope.pieces.append("\v")
            return
        heading = scope.heading
        words, line = scope.take()
        if words:
            self._paragraphs += 1
            self._add(Fragment(words, line, f"paragraph {self._paragraphs}", heading))

    def _add(self, fragment: Fragment) -> None:
        self._fragments.append(fragment)
        check_count(self._name, len(self._fragments))

    def _open_part(self, tag: Tag) -> None:
        if tag.name == "table":
            scope = self._scope
            self._break()
            scope.close("p")
            self._open_table(hidden=scope.unseen or _hidden(tag.attributes))
            return
        if not self._tables:
            self._break()
            return
        table = self._tables[-1]
        self._close_cell()
        if tag.name == "tr":
            table.grid.begin_row()
            table.row_hidden = table.hidden or _hidden(tag.attributes)
        elif tag.name in {"td", "th"}:
            if not table.grid.row:
                table.grid.begin_row()
            self._open_cell(table, tag)

    def _open_table(self, *, hidden: bool) -> None:
        self._table_count += 1
        if self._tables:
            outer = self._tables[-1]
            outer.inner_tables += 1
            place = inner_place(outer.cell_place, outer.inner_tables, outer.depth)
            self._tables.append(_Table(self._table_count, place, outer.depth + 1, hidden=hidden))
        else:
            self._outer_tables += 1
            self._tables.append(_Table(self._table_count, f"table {self._outer_tables}", 0, hidden=hidden))

    def _open_cell(self, table: _Table, tag: Tag) -> None:
        rows = span(tag.attributes.get("rowspan"), MOST_ROWS)
        columns = span(tag.attributes.get("colspan"), MOST_COLUMNS)
        table.shape = (table.grid.place(rows, columns), rows, columns)
        table.slot = len(self._fragments)
        self._add(Fragment(""))
        table.inner_tables = 0
        table.cell = _Scope(hidden=table.row_hidden or _hidden(tag.attributes))

    def _close_part(self, name: str) -> None:
        if not self._tables:
            self._break()
        elif name == "table":
            self._close_table()
        else:
            self._close_cell()

    def _close_cell(self) -> None:
        table = self._tables[-1]
        cell = table.cell
        if cell is None:
            return
        table.cell = None
        words, line = cell.take()
        column, rows, columns = table.shape
        self._fragments[table.slot] = Fragment(
            words,
            None if "\n" in words or not words else line,
            table.cell_place,
            table=table.number,
            row=table.grid.row,
            column=column,
            row_span=rows,
            column_span=columns,
        )

    def _close_table(self) -> None:
        self._close_cell()
        self._tables.pop()


def _hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(HIDDEN_STYLE.search(attributes.get("style", "")))
