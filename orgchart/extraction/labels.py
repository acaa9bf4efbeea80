"""The labels of forms in a text: where they stand, and what stands behind each as its value.

A word such as 直接上级 is a label where it begins a line or follows a gap and a colon, a gap or a line's end follows it,
or where it stands in a row of labels that run together: 岗位名称店长所属部门门店直接上级区域经理. In a sentence it is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.lexicon import chapters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.extraction.text import Cell, Text

CORE = frozenset(("title", "unit", "reports_to", "supervises", "headcount", "code", "grade", "below"))
LONGEST_GAP = 48
SHORT = 2

OPENING = frozenset(" \n:;,，。;；、.)]】>|/\"“”'*#·●■◆★▪•-_([（【0123456789")
TAIL = re.compile(
    r"(?: ?\([^()\n:]{1,16}\))?(?: ?[及和与/] ?(?:人数|编号|级别|部门|姓名))?[\])】*]* ?(?P<colon>[:：])?"
)
CLOSE = re.compile(r"[。；;!！?？]")
NUMBERING = re.compile(
    r"(?:第?[一二三四五六七八九十百\d]{1,4} ?[、.．)）:]|[(（][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]|[#>*■●◆★▪•·|-]+|\s|【|\[)+"
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


class Labels:
    """The labels of a text in reading order, with what it takes to find the value of each."""

    def __init__(self, text: Text, found: Sequence[Label]) -> None:
        self.text = text
        self.found = found
        self._starts = [label.start for label in found]
        self._cells: list[Cell] = sorted(text.cells, key=lambda cell: cell.start)
        self._cell_starts = [cell.start for cell in self._cells]

    def within(self, start: int, end: int) -> Sequence[Label]:
        """The labels that begin in a stretch."""
        return self.found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def next_start(self, label: Label, end: int) -> int:
        """Where the next label begins, or the end of the stretch."""
        place = bisect_right(self._starts, label.start)
        return min(self._starts[place], end) if place < len(self._starts) else end

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

    def value(self, label: Label, end: int) -> tuple[int, int]:
        """Where the value of a label stands, without blanks around it; an empty stretch where it has none."""
        clean = self.text.clean
        cell = self.cell(label.start) if self._cells else None
        limit = self.next_start(label, end)
        if cell and not clean[label.after : cell.end].strip(" :：\n"):
            following = self.cell_after(cell)
            if following is None or following.start >= limit:
                return label.after, label.after
            return _trimmed(clean, following.start, min(following.end, limit))
        if cell:
            limit = min(limit, cell.end)
        return _trimmed(clean, label.after, limit)


def scan(text: Text) -> Labels:
    """All labels of a text."""
    return Labels(text, tuple(_accepted(text.clean, list(_candidates(text.clean)))))


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    """Labels, levelled, and their fields; where two chapters have one label, the first counts."""
    known: dict[str, str] = {}
    for field, listed in chapters("labels").items():
        for label in listed:
            known.setdefault(label.replace("_", " ").casefold(), field)
    return known


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    by_letter: dict[str, list[str]] = {}
    for label in sorted(_fields(), key=len, reverse=True):
        by_letter.setdefault(label[0], []).append(re.escape(label[1:]).replace(r"\ ", " "))
    branches = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(branches, re.IGNORECASE)


def _candidates(clean: str) -> Iterator[Label]:
    fields = _fields()
    for match in _pattern().finditer(clean):
        start, end = match.span()
        words = match[0]
        if words.isascii() and (_is_letter(clean, start - 1) or _is_letter(clean, end)):
            continue
        tail = TAIL.match(clean, end)
        after = tail.end() if tail and tail["colon"] else end
        colon = bool(tail and tail["colon"])
        yield Label(
            field=fields[words.casefold()],
            words=words,
            start=start,
            end=end,
            after=after,
            opens=start == 0 or clean[start - 1] in OPENING,
            colon=colon,
            ends=end >= len(clean) or clean[end] in " \n",
        )


def _is_letter(clean: str, place: int) -> bool:
    return 0 <= place < len(clean) and clean[place].isascii() and clean[place].isalpha()


def _accepted(clean: str, candidates: list[Label]) -> Iterator[Label]:
    """The candidates that are labels, group by group: a group is a row of them with only short words between."""
    group: list[Label] = []
    for label in candidates:
        if group and not _goes_on(clean, group[-1], label):
            yield from _of_group(clean, group)
            group = []
        group.append(label)
    yield from _of_group(clean, group)


def _goes_on(clean: str, last: Label, label: Label) -> bool:
    gap = label.start - last.after
    return gap <= LONGEST_GAP and not CLOSE.search(clean, last.after, label.start)


def _of_group(clean: str, group: list[Label]) -> Iterator[Label]:
    runs = _run_together(group)
    in_row = False
    for label in group:
        short = len(label.words) <= SHORT
        at_line = _begins_line(clean, label.start)
        good = label.opens and label.colon
        good = good or (label.opens and at_line and label.ends and (not short or in_row or _alone(clean, label)))
        good = good or (label.opens and label.ends and in_row and not short)
        good = good or (runs and not short)
        if good and label.colon and not label.opens:
            good = runs and not short
        if good:
            in_row = True
            yield label


def _run_together(group: list[Label]) -> bool:
    """Whether the labels of a group are a form whose fields run together."""
    long = [label for label in group if len(label.words) > SHORT]
    core = {label.field for label in long if label.field in CORE}
    return bool(long) and len(core) > 1 and (group[0].opens or long[0].opens)


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
    while start < end and clean[start] in " \n:：-_":
        start += 1
    while end > start and clean[end - 1] in " \n:：":
        end -= 1
    return start, end
