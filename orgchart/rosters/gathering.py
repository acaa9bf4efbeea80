"""Rows → posts: which rows say something, which posts they speak of, and what they leave open."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from orgchart.names import level
from orgchart.rosters.posts import Post, headcount_in, holders_in
from orgchart.rosters.tables import cell_place, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.extraction.document import Fragment
    from orgchart.rosters.tables import RosterTable, Row

SUPERIORS = ("reports_to", "reports_to_name", "reports_to_id")
TOTALS = frozenset({"合计", "总计", "小计", "共计", "total", "subtotal", "grandtotal", "sum"})
NAMES = {"headcount": "the headcount", "grade": "the grade", "code": "the code"}


class Gathered:
    """The posts of a roster, in the order of their first rows."""

    def __init__(self) -> None:
        self.posts: dict[tuple[str, str], Post] = {}
        self.rows = 0
        self.skipped: list[tuple[str, str]] = []

    def add(self, table: RosterTable) -> None:
        """The rows of one more table."""
        header = {level(cell.text) for cell in table.header.cells.values()}
        for row in table.rows:
            self.rows += 1
            reason = _why_skipped(table, row, header)
            if reason:
                self.skipped.append((place_of(row), reason))
            else:
                self._add_row(table, row)

    def notes(self) -> Iterator[str]:
        """What the rows of one post tell in several ways, so that none of them is taken."""
        differing: dict[str, list[Post]] = defaultdict(list)
        for post in self.posts.values():
            for field, cells in post.cells.items():
                if len(cells) > 1:
                    differing[field].append(post)
        for field, posts in differing.items():
            first = posts[0]
            told = ", ".join(list(first.cells[field])[:3])
            more = f", and so for {len(posts) - 1} more" if len(posts) > 1 else ""
            yield f"{NAMES[field]} of {first.name} differs from row to row ({told}) and was left out{more}"
        for post in self.posts.values():
            for words, cell in post.cells["headcount"].items():
                if headcount_in(words) is None:
                    yield f"{cell_place(cell)}: {words} is no number of persons and was left out"

    def _add_row(self, table: RosterTable, row: Row) -> None:
        title, unit = _words(table.cell(row, "title")), _words(table.cell(row, "unit"))
        key = (level(title), level(unit))
        post = self.posts.get(key)
        if post is None:
            post = self.posts[key] = Post(title, unit or None)
        first = next(iter(row.cells.values()))
        own = table.cell(row, "title") or first
        if own.line is not None:
            post.lines.append(own.line)
        for field, cells in post.cells.items():
            cell = table.cell(row, field)
            if cell is not None:
                cells.setdefault(_told(field, _words(cell)), cell)
        holders, vacant = holders_in(_words(table.cell(row, "holders")), _words(table.cell(row, "employee_id")))
        post.holders.update(dict.fromkeys(holders))
        post.vacant = post.vacant or vacant
        dotted = table.cell(row, "dotted_line_to")
        if dotted is not None:
            post.dotted.setdefault(dotted.text.strip(), dotted)
        self._add_superiors(post, table, row)

    @staticmethod
    def _add_superiors(post: Post, table: RosterTable, row: Row) -> None:
        cells = tuple(table.cell(row, field) for field in SUPERIORS)
        if any(cells):
            post.superiors.setdefault(tuple(_words(cell) for cell in cells), cells)


def _why_skipped(table: RosterTable, row: Row, header: set[str]) -> str:
    words = [level(cell.text) for cell in row.cells.values()]
    title = table.cell(row, "title")
    if words[0] in TOTALS:
        return "it is a total"
    if title is None:
        return "it names no role in the column of titles"
    if len(words) > 1 and header.issuperset(words):
        return "it repeats the headers"
    if title.column_span > 1 and len(words) == 1:
        return "it is a heading across the table"
    return ""


def _told(field: str, words: str) -> str:
    """What a cell says, in the one way to say it: 2人 is 2."""
    count = headcount_in(words) if field == "headcount" else None
    return words if count is None else str(count)


def _words(cell: Fragment | None) -> str:
    return " ".join(cell.text.split()) if cell is not None else ""
