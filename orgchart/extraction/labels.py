"""The labels of forms in a text: where they stand, and what stands behind each as its value.

A word such as 直接上级 is a label where it begins a line or follows a gap and a colon, a gap or a line's end follows
it, or where it stands in a row of labels that run together: 岗位名称店长所属部门门店直接上级区域经理. In a sentence it
is none.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.lexicon import any_of, chapters
from orgchart.extraction.titles import ROLE, kind_in_field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.extraction.text import Cell, Text

CORE = frozenset(("title", "unit", "reports_to", "supervises", "headcount", "code", "grade", "below", "promotion_to"))
HEADS = frozenset(("title", "reports_to", "supervises", "unit"))
TITLE_OR_RANK = frozenset(("职称", "职衔"))
AFTER_TITLE = frozenset(("unit", "reports_to", "code", "headcount"))
SECTIONS = frozenset(("section", "purpose", "coordinates", "inside", "outside"))
FEWEST_HEADS = 3
LONGEST_GAP = 80
SHORT = 2
LONG = 5
NEAR = 8
LONGEST_LABEL = 24

OPENING = frozenset(" \n:;,，。;；、.)]】>|/\"“”'*#·●■◆★▪•-_([（【0123456789")
TAIL = re.compile(
    r"(?: ?\([^()\n:]{1,16}\))?(?: ?[及和与/] ?(?:人数|编号|级别|部门|姓名))?"
    r"(?P<bracket>[\])】*]*)(?: {0,24}(?P<colon>[:：|=☞➜►▶→]|—{1,2}(?=[^—\s])))?"
)
# The same label in the other language behind it: Reports to 直接上级:
CHINESE = re.compile(r" ?[/(]? ?(?P<words>[一-鿿]{2,5}(?:/[一-鿿]{2,5})?)\)? {0,24}:")
LATIN = re.compile(r" ?[/(]? ?(?P<words>[A-Za-z][A-Za-z.&' /-]{1,28}?)\)?(?: {0,24}:|(?= {2,}\S| *\n))")
INSIDE_OUTSIDE = re.compile(r" ?\([^()\n]{0,6}内[^()\n]{0,4}外[^()\n]{0,2}\)(?=[ \n])")
# A label as a question: 直接上级是谁? The answer may say that it is one.
ASKED = re.compile(r"(?:是|有|包括)?(?:谁|哪些?(?:人|岗位|部门|位|个)?|什么(?:岗位)?)?\?(?:\s*(?:A|答|回答):)?")
REACH = {"内": "inside", "外": "outside"}  # what brackets behind a label say of it: 业务联系(外)
JOINING = frozenset("向对由与受为给和及的将让被各其按据经以在")
AFTER_WORDS = frozenset("，,。;；、的")  # behind a label without a colon they show that it is a word of a sentence
WITHIN = frozenset("内中上下外及和与的旳、,，。;；")  # behind the name of a section: 职责范围内
BEGINNING = frozenset(("title", "unit", "code", "headcount", "reports_to"))  # fields with which a form begins
LINES = frozenset(("reports_to", "supervises"))
FEWEST_IN_A_ROW = 4
NUMBERS = frozenset("1一①(（")
CLOSE = re.compile(r"[。；;!！?？]")
SIGNED = re.compile(r" ?[(（]?(?:签字|签名|签章|签|意见|审核|审批|批准|电话|评语|评价|考核人)")
NUMBERING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){1,3}[.、]?(?=\s|[一-鿿])"
    r"|(?:第|岗位|职位|职务)?[一二三四五六七八九十百\d]{1,4} ?[、.．)）:]"
    r"|[(（【\[][一二三四五六七八九十\d]{1,3}[)）】\]][、.．]?|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、.．)） ]"
    r"|[①-⑳]|[#>*■●◆★▪•·|-]+|\s|【|\[)+"
)


class Label(NamedTuple):
    """One label: the field it stands for, its words, where it and where its value begins, and how it is set apart."""

    field: str
    words: str
    start: int
    end: int
    after: int
    opens: bool
    colon: bool
    ends: bool
    firm: bool


class Value(NamedTuple):
    """A label with where its value stands, and whether both stand in one piece, so that one quote may hold them."""

    label: Label
    start: int
    end: int
    whole: bool = True


class Labels:
    """The labels of a text in reading order, with what it takes to find the value of each."""

    def __init__(self, text: Text, found: Sequence[Label]) -> None:
        self.text = text
        self.found = found
        self._starts = [label.start for label in found]
        self._cells: list[Cell] = sorted(text.cells, key=lambda cell: cell.start)
        self._cell_starts = [cell.start for cell in self._cells]
        self._headings = sorted(text.headings)
        self.values_told: dict[tuple[int, int], tuple[Value, ...]] = {}  # of each stretch that was asked for

    def within(self, start: int, end: int) -> Sequence[Label]:
        """The labels that begin in a stretch."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def next_start(self, label: Label, end: int) -> int:
        """Where the next label or a heading of the format begins, or the end of the stretch."""
        place = bisect_right(self._starts, label.start)
        end = min(self._starts[place], end) if place < len(self._starts) else end
        heading = bisect_left(self._headings, label.after)
        return min(self._headings[heading], end) if heading < len(self._headings) else end

    def cell(self, offset: int) -> Cell | None:
        """The cell of a table that an offset stands in."""
        place = bisect_right(self._cell_starts, offset) - 1
        if place < 0 or self._cells[place].end < offset:
            return None
        return self._cells[place]

    def cell_after(self, cell: Cell) -> Cell | None:
        """The next cell of the same row."""
        place = bisect_right(self._cell_starts, cell.start)
        if place < len(self._cells):
            following = self._cells[place]
            if (following.table, following.row) == (cell.table, cell.row):
                return following
        return None

    def _value_cell(self, cell: Cell) -> tuple[int, int] | None:
        """The cell right of a label, if it is no label itself."""
        following = self.cell_after(cell)
        if following is not None and not self._is_label(following):
            return following.start, following.end
        return None

    def further(self, label: Label) -> Iterator[tuple[int, int]]:
        """The values of a label beside the rows it reaches down to: of each row the first cell, if it is no label."""
        cell = self.cell(label.start) if self._cells else None
        if cell is None or cell.row_span == 1 or not self._is_label(cell):
            return
        row = cell.row
        end = sys.maxsize  # the column of the next label
        for place in range(bisect_right(self._cell_starts, cell.start), len(self._cells)):
            other = self._cells[place]
            if other.table != cell.table or other.row >= cell.row + cell.row_span:
                return
            if other.row == cell.row and self._is_label(other):
                end = min(end, other.column)
            if other.row > row and cell.column < other.column < end:
                row = other.row
                if not self._is_label(other):
                    yield _trimmed(self.text.clean, other.start, other.end)

    def _is_label(self, cell: Cell) -> bool:
        place = bisect_left(self._starts, cell.start)
        if place == len(self.found) or self.found[place].start >= cell.end:
            return False
        return not self.text.clean[self.found[place].after : cell.end].strip(" :：\n")

    def value(self, label: Label, end: int) -> tuple[int, int]:
        """Where the value of a label stands, without blanks around it; an empty stretch where it has none."""
        clean = self.text.clean
        cell = self.cell(label.start) if self._cells else None
        limit = self.next_start(label, end)
        if cell and not clean[label.after : cell.end].strip(" :：\n"):
            valued = self._value_cell(cell)
            return _trimmed(clean, *valued) if valued else (label.after, label.after)
        if cell:
            limit = min(limit, cell.end)
        return _trimmed(clean, label.after, limit)


def scan(text: Text) -> Labels:
    """All labels of a text; below a row of labels, every cell of the rows under it bears its column's label."""
    candidates = list(_candidates(text.clean))
    found = list(_accepted(text.clean, candidates))
    return Labels(text, _under_headers(text, _with_cells(text, found, candidates)) if text.cells else found)


def _with_cells(text: Text, found: list[Label], candidates: list[Label]) -> list[Label]:
    """The labels with those that fill a cell of a table: there even a word of sentences is one."""
    filling: dict[int, Label] = {}
    starts = [label.start for label in candidates]
    for cell in text.cells:
        if cell.end - cell.start <= LONGEST_LABEL:
            for label in _only_label(text.clean, candidates, starts, cell):
                if not NUMBERING.sub("", text.clean[cell.start : label.start]):
                    filling[label.start] = label._replace(opens=True, ends=True)
    taken = {label.start: label for label in found} | filling
    return [taken[start] for start in sorted(taken)]


def _under_headers(text: Text, found: list[Label]) -> list[Label]:
    rows: dict[tuple[int, int], list[Cell]] = {}
    for cell in sorted(text.cells):
        rows.setdefault((cell.table, cell.row), []).append(cell)
    tables: dict[int, list[list[Cell]]] = {}
    for (number, _row), cells in rows.items():
        tables.setdefault(number, []).append(cells)
    starts = [label.start for label in found]
    heads: dict[int, Label] = {}
    gone: set[int] = set()
    below: list[Label] = []
    table = 0
    for (number, _row), cells in rows.items():
        filled = [cell for cell in cells if cell.end > cell.start]
        known = {cell.column: label for cell in filled for label in _only_label(text.clean, found, starts, cell)}
        if heads and number == table and len(known) == 1 and len(filled) > FEWEST_HEADS:
            gone.update(label.start for label in known.values())  # a value that reads like a label: 上级
        elif number != table or known:
            table = number
            is_head = len(filled) > 1 and (len(known) == len(filled) or _are_most(known, filled))
            heads = known if is_head and any(label.field in HEADS for label in known.values()) else {}
            if heads and all(label.field != "title" for label in heads.values()):
                heads |= _unnamed_title(text.clean, cells[0], tables[number])
            gone.update(label.start for label in heads.values())
            continue
        below += [
            heads[cell.column]._replace(start=cell.start, end=cell.start, after=cell.start, colon=True)
            for cell in filled
            if cell.column in heads
        ]
    kept = [label for label in found if label.start not in gone] + below
    return sorted(kept, key=lambda label: (label.start, label.end))


def _unnamed_title(clean: str, head: Cell, rows: Sequence[Sequence[Cell]]) -> dict[int, Label]:
    """The first column as that of titles, where its header is no label and the cells below it are titles."""
    if head.column > 1 or field_of(clean[head.start : head.end]):
        return {}
    below = [cells[0] for cells in rows if cells[0].row > head.row]
    titles = [clean[cell.start : cell.end] for cell in below if cell.column == 1]
    if not titles:
        return {}
    if any(kind_in_field("".join(title.split())) != ROLE for title in titles):
        return {}
    words = clean[head.start : head.end] or titles[0]
    return {1: Label("title", words, head.start, head.end, head.end, opens=True, colon=True, ends=True, firm=True)}


def _are_most(known: dict[int, Label], filled: list[Cell]) -> bool:
    """Whether so many cells of a row are labels that they are a header, and no fields with their values beside them."""
    beside = sum(column + 1 in known for column in known)
    return len(known) >= FEWEST_HEADS and (len(known) * 3 >= len(filled) * 2 or beside >= FEWEST_HEADS)


def _only_label(clean: str, found: list[Label], starts: list[int], cell: Cell) -> Iterator[Label]:
    """The label that fills a cell, if one does."""
    place = bisect_left(starts, cell.start)
    if (
        place < len(found)
        and found[place].start < cell.end
        and not clean[found[place].after : cell.end].strip(" :：\n")
    ):
        yield found[place]


@lru_cache(maxsize=1)
def _fields() -> dict[str, tuple[str, bool]]:
    """Labels, levelled, with their fields and whether they are words of forms alone."""
    known: dict[str, tuple[str, bool]] = {}
    for chapter, listed in chapters("labels").items():
        field, _blank, soft = chapter.partition(" ")
        for label in listed:
            known.setdefault(label.replace("_", " ").casefold(), (field, not soft))
    return known


def field_of(words: str) -> str:
    """The field that words are the label of, empty where they are none."""
    return _fields().get(words.strip(" \n:：*").casefold(), ("", False))[0]


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """Any label, in any case; the first letters stand apart, so that places without one are skipped at once."""
    by_letter: dict[str, list[str]] = {}
    for label in _fields():
        for letter in dict.fromkeys((label[0].upper(), label[0].lower())):
            by_letter.setdefault(letter, []).append(label[1:])
    return re.compile("|".join(f"{re.escape(letter)}(?i:{any_of(rests)})" for letter, rests in by_letter.items()))


def _candidates(clean: str) -> Iterator[Label]:
    fields = _fields()
    for match in _pattern().finditer(clean):
        start, end = match.span()
        words = match[0]
        if words.isascii() and (_is_letter(clean, start - 1) or _is_letter(clean, end)):
            continue
        tail = TAIL.match(clean, end)
        colon = bool(tail and (tail["colon"] or (tail["bracket"] and _is_bracketed(clean, start))))
        following = clean[end : end + 1]
        if not colon and (words.isascii() or following.isascii()):
            tail = (CHINESE if words.isascii() else LATIN).match(clean, end)
            colon = tail is not None and (":" in tail[0] or tail["words"].strip().casefold() in fields)
        if not colon:
            tail = ASKED.match(clean, end)
            colon = tail is not None
        after = tail.end() if tail and colon else end
        reach = INSIDE_OUTSIDE.match(clean, end) if not colon and following in {" ", "("} else None
        after = reach.end() if reach else after
        field, firm = fields[words.casefold()]
        firm = firm and not (words.isascii() and words.isalpha())
        if SIGNED.match(clean, end):
            field = "other"
        elif field == "coordinates" and tail:
            told = [reach for mark, reach in REACH.items() if mark in tail[0]]
            field = told[0] if len(told) == 1 else field
        yield Label(
            field=field,
            words=words,
            start=start,
            end=end,
            after=after,
            opens=start == 0 or clean[start - 1] in OPENING or (words.isascii() and not clean[start - 1].isascii()),
            colon=colon,
            ends=after >= len(clean) or clean[after] in " \n",
            firm=firm,
        )


def _is_bracketed(clean: str, start: int) -> bool:
    """Whether a bracket, or the mark of bold words, opens right before a place."""
    return clean[max(0, start - 1) : start] in ("【", "[") or clean[max(0, start - 2) : start] == "**"


def _is_letter(clean: str, place: int) -> bool:
    return 0 <= place < len(clean) and clean[place].isascii() and clean[place].isalpha()


def _accepted(clean: str, candidates: list[Label]) -> Iterator[Label]:
    """The candidates that are labels, in order: each is judged by its marks and its neighbours."""
    last: Label | None = None
    for place, label in enumerate(candidates):
        if last is not None and label.start < last.after:
            continue
        goes_on = last is not None and _goes_on(clean, last, label)
        if last is not None and goes_on and (_is_other_reach(clean, last, label) or _is_next_field(clean, last, label)):
            last = label
            yield label
            continue
        following = next((other for other in candidates[place + 1 : place + NEAR] if other.firm), None)
        in_duties = last is not None and last.field == "section" and last.after < label.start
        begins = _tells_reach(candidates, place) or _begins_row(clean, candidates, place)
        if begins or _is_label(clean, label, following, goes_on=goes_on, last_is_section=in_duties):
            last = _as_title(label, following) if label.words in TITLE_OR_RANK else label
            yield last


def _tells_reach(candidates: Sequence[Label], place: int) -> bool:
    """Whether the label of relations stands right before how far they reach: 工作关系内部:."""
    label, following = candidates[place], candidates[min(place + 1, len(candidates) - 1)]
    reaches = following.colon and following.field in REACH.values() and following.start == label.end
    return label.field == "coordinates" and label.opens and reaches


def _begins_row(clean: str, candidates: Sequence[Label], place: int) -> bool:
    """Whether fields run together behind other words: so many words of forms, of several kinds, are no sentence."""
    row = [candidates[place]]
    if not row[0].firm or row[0].field not in BEGINNING or clean[row[0].start - 1 : row[0].start] in JOINING:
        return False
    for label in candidates[place + 1 : place + 2 * NEAR]:
        if label.start < row[-1].after:
            continue
        if not _goes_on(clean, row[-1], label):
            break
        if label.firm and label.field not in {other.field for other in row}:
            row.append(label)
            if len(row) >= FEWEST_IN_A_ROW and any(other.field in LINES for other in row):
                return True
    return False


def _is_other_reach(clean: str, last: Label, label: Label) -> bool:
    """Whether a label says how far the relations reach that the field before it began: 工作关系内部:财务部外部:银行."""
    within = label.colon and label.field in REACH.values() and last.field in ("coordinates", *REACH.values())
    return within and "\n" not in clean[last.after : label.start]


def _is_next_field(clean: str, last: Label, label: Label) -> bool:
    """Whether a word of sentences is the next field all the same, among the fields of a line: 职系, 任职要求."""
    if label.colon:
        return False
    between = clean[last.after : label.start]
    if label.field in REACH.values() and last.field in ("coordinates", *REACH.values()) and not last.colon:
        return label.opens and label.ends and ("\n" not in between or not between.strip())
    if not between or "\n" in between or last.colon:
        return False
    if label.field == "section":
        whole = between[-1] not in JOINING and clean[label.end : label.end + 1] not in WITHIN
        return whole and last.firm and last.field in CORE | SECTIONS and len(label.words) > SHORT + 1
    return (
        last.ends
        and label.opens
        and label.ends
        and between[-1] == " "
        and len(label.words) >= SHORT
        and bool(between.strip())
    )


def _as_title(label: Label, following: Label | None) -> Label:
    """What asks for a title where a form goes on with the post's place, and elsewhere for a professional rank."""
    near = following is not None and following.start - label.after <= LONGEST_GAP // 2
    return label._replace(field="title") if near and following and following.field in AFTER_TITLE else label


def _is_label(clean: str, label: Label, following: Label | None, *, goes_on: bool, last_is_section: bool) -> bool:
    if label.colon:
        return label.opens or (label.firm and clean[label.start - 1] not in JOINING)
    if label.ends and _begins_line(clean, label.start) and _alone(clean, label):
        return label.firm or label.field == "section" or (goes_on and len(label.words) > SHORT)
    if not label.firm:
        return (
            label.field in SECTIONS
            and (label.opens or goes_on)
            and len(label.words) > SHORT
            and (label.ends or clean[label.end] in NUMBERS or (following is not None and following.start == label.end))
        )
    if label.opens and label.ends:
        return goes_on or _begins_line(clean, label.start) or _is_run(clean, label, following)
    if goes_on:
        named = label.opens or not last_is_section  # behind duties, a word that runs on is one of a sentence
        return named and clean[label.start - 1] not in JOINING and clean[label.end : label.end + 1] not in AFTER_WORDS
    return label.opens and _is_run(clean, label, following)


def _is_run(clean: str, label: Label, following: Label | None) -> bool:
    """Whether a label without a mark begins a form whose fields run together: another field is near behind it."""
    return (
        following is not None
        and following.firm
        and (following.field in CORE or (following.field in ("inside", "outside") and len(following.words) > LONG))
        and following.field != label.field
        and _goes_on(clean, label, following)
    )


def _goes_on(clean: str, last: Label, label: Label) -> bool:
    gap = label.start - last.after
    return gap <= LONGEST_GAP and not CLOSE.search(clean, last.after, label.start)


def _begins_line(clean: str, start: int) -> bool:
    """Whether only numbering stands before a place in its line."""
    line = clean.rfind("\n", max(0, start - 24), start) + 1
    if line == 0 and start > 24:  # noqa: PLR2004 - no line begins so near
        return False
    before = NUMBERING.match(clean, line, start)
    return line == start or bool(before and before.end() == start)


def _alone(clean: str, label: Label) -> bool:
    return label.after >= len(clean) or clean[label.after] == "\n"


def _trimmed(clean: str, start: int, end: int) -> tuple[int, int]:
    while start < end and clean[start] in " \n:：-_|*☞":
        start += 1
    while end > start and clean[end - 1] in " \n:：|*":
        end -= 1
    return start, end
