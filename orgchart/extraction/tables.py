"""Tables of coordination: whom a role works with, in rows under a header, as cells or run flat into text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from orgchart.extraction.mentions import Mention
from orgchart.extraction.titles import (
    BODY,
    LETTERS,
    NOBODY,
    OUTSIDE,
    ROLE,
    UNIT,
    UNKNOWN,
    Name,
    ending,
    kind_of,
    names_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Cell, Text

PARTY_HEAD = re.compile(
    r"\s*(?:主要|关键)?(?:接触|沟通|联系|协作|协调|合作|配合|对接|联络|业务|工作|往来)?(?:的)?(?:岗位|对象|部门|单位|部门[/、及或和]岗位|部门[/、及或和]单位|单位[/、及或和]部门|部门或个人|对方|方)\s*"
)
MATTER_HEAD = re.compile(
    r"\s*(?:主要|具体)?(?:沟通|联系|协作|协调|合作|接触|工作|业务|往来|配合)?(?:的)?(?:内容|事项|目的|主题|事由|内容及目的)\s*"
)
SCOPE_HEAD = re.compile(
    r"\s*(?:内外部?|内部?[/、]外部?|类型|类别|范围|性质|关系|关系类[型别]|协作类[型别]|沟通类[型别]|联系类[型别])\s*"
)
FREQUENCY_HEAD = re.compile(r"\s*(?:沟通|联系|接触|发生|协作)?(?:频率|频次|频度)\s*")
FLAT_HEAD = re.compile(
    r"(?:主要接触岗位|主要接触对象|主要联系对象|沟通对象|联系对象|协作对象|接触对象|协作部门|联系部门|沟通部门"
    r"|协调对象) ?"
    r"(?=(?:[^\n。:]{0,24})(?:工作内容|沟通内容|联系内容|协作内容|协调内容|内容|事项))[^\n。:]{0,40}?"
    r"(?:涉及的流程|沟通内容|联系内容|协作内容|协调内容|工作内容|内容|事项)"
)
FLAT_END = re.compile(r"\n\s*(?:[五六七八九]|[2-9])\s*[、.．]|任职资格|任职要求|任职条件|工作特征")
LONGEST_FLAT = 900
SCOPE = re.compile(
    r"(?P<beside>本部门|部门内部?|科室内部?|车间内部?)"
    r"|(?P<outside>(?:公司|组织|单位|企业|院|校|行|厂|店|酒店|集团)?外部?(?:沟通|联系|协调)?(?=\s|[^部]|$))"
    r"|(?P<inside>部门(?:之?间|外部)(?: ?\([^)]{0,8}\))?"
    r"|(?:公司|组织|单位|企业|院|校|行|厂|店|酒店|集团)?内部(?:沟通|联系|协调)?)"
)
FLAT = "table run flat"
TOKEN = re.compile(r"[^\s]+")
ENTRY = re.compile(r"[^;；。\n]+")
LONGEST_NAME = 14
SHORTEST_FREE = 10
FREE_ENGLISH = re.compile("[A-Za-z][A-Za-z&'/-]*(?: [A-Za-z&'/-]+){0,3}")
NOT_FREE = re.compile("内部|各|等|工作|岗位|内容|资格|要求|经验|培训|能力|以上|的|沟通|协调|联系|服务|安装|管理$")
SCOPES = {"beside": "same-department", "outside": "external", "inside": "cross-department"}


def listed(entry: str, *, outside: bool = False, field: bool = False) -> tuple[Sequence[Name], str]:
    """The names at the beginning of an entry, and the matter behind them.

    In a field that lists those outside, or one of whose names is known, short unknown words are names too.
    """
    head, colon, about = _parted(entry)
    if colon:
        return _known(names_in(head, roles=False), outside=outside), about.strip(" 。;；")
    names = names_in(entry, roles=False)
    free = outside or (field and any(name.kind not in {UNKNOWN, NOBODY} or name.words.isascii() for name in names))
    if names and all(name.kind != UNKNOWN or (free and _is_free(name.words)) for name in names):
        return _known(names, outside=free), ""
    end = _leading(entry)
    return _known(names_in(entry[:end], roles=False), outside=outside), entry[end:].strip(" 。;；:：-")


def _parted(entry: str) -> tuple[str, str, str]:
    for sign in (":", "：", "——", "--"):
        head, found, about = entry.partition(sign)
        if found and head.strip():
            return head, found, about
    return entry, "", ""


def _known(names: Sequence[Name], *, outside: bool) -> list[Name]:
    if not outside:
        return [name for name in names if name.kind != UNKNOWN]
    return [name for name in names if name.kind != UNKNOWN or _is_free(name.words)]


def _is_free(words: str) -> bool:
    """Whether words that the lexicon does not know may be somebody outside: short, and no part of a sentence."""
    if words.isascii():
        return FREE_ENGLISH.fullmatch(words) is not None
    return len(words) <= SHORTEST_FREE and not NOT_FREE.search(words)


def _leading(entry: str) -> int:
    """Where the names end that an entry begins with: 客户服务专员 in 客户服务专员工作分配与考核."""
    at = reached = 0
    for piece in re.split("([、,，/及和与])", entry):
        end = at + len(piece)
        if piece and piece in "、,，/及和与":
            at = end
            continue
        if kind_of(piece.strip()) != UNKNOWN and not _ends_in_a_letter(piece.strip()):
            reached = at = end
            continue
        sizes = range(min(len(piece), LONGEST_NAME), 1, -1)
        inside = next((size for size in sizes if _is_party(piece[:size].strip())), 0)
        return at + inside if inside else reached
    return reached


def _is_party(name: str) -> bool:
    """Whether a name is a party's, by an ending of more than one letter: 总监接受工 is none."""
    return kind_of(name) in {ROLE, UNIT, OUTSIDE} and not _ends_in_a_letter(name)


def _ends_in_a_letter(name: str) -> bool:
    return bool(name) and ending(name, len(name))[1] == 1 and name[-1] in LETTERS


def relations(text: Text, labels: Labels, start: int, end: int) -> list[Mention]:
    """The relations that tables of a stretch list."""
    found = [mention for region in flat_tables(text, start, end) for mention in _flat(text, *region)]
    if labels.text.cells:
        found += _of_cells(text, start, end)
    return found


def flat_tables(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """Where tables stand that were run flat into text, from behind their header to their end."""
    found = []
    for header in FLAT_HEAD.finditer(text.clean, start, end):
        limit = min(end, header.end() + LONGEST_FLAT)
        stop = FLAT_END.search(text.clean, header.end(), limit)
        found.append((header.end(), stop.start() if stop else limit))
    return found


def _of_cells(text: Text, start: int, end: int) -> Iterator[Mention]:
    by_table: dict[int, dict[int, list[Cell]]] = defaultdict(lambda: defaultdict(list))
    for cell in text.cells[bisect_left(text.cell_starts, start) : bisect_right(text.cell_starts, end)]:
        if cell.start < end or cell.start == cell.end:
            by_table[cell.table][cell.row].append(cell)
    for rows in by_table.values():
        yield from _of_table(text, rows)


def _of_table(text: Text, rows: dict[int, list[Cell]]) -> Iterator[Mention]:
    head: dict[str, int] = {}
    reach: dict[int, tuple[int, str]] = {}
    for number in sorted(rows):
        cells = rows[number]
        told = {_head(text.clean[cell.start : cell.end]): cell.column + cell.column_span - 1 for cell in cells}
        told.pop("", None)
        if "party" in told and len(told) > 1:
            head, reach = told, {}
            continue
        if not head:
            continue
        for cell in cells:
            scope = SCOPE.match(text.clean[cell.start : cell.end].strip())
            if scope and cell.column < head["party"]:
                reach[cell.column] = (number + cell.row_span, SCOPES[str(scope.lastgroup)])
        by_column = {cell.column: cell for cell in cells}
        party = by_column.get(head["party"])
        if party is None:
            if not any(cell.column_span > 1 and len(cells) == 1 for cell in cells) and len(cells) > 1:
                continue
            head = {}
            continue
        matter = by_column.get(head.get("matter", -1))
        scopes = [scope for last, scope in reach.values() if number < last or last == number]
        beside = by_column.get(head.get("scope", -1))
        reached = SCOPE.match(text.clean[beside.start : beside.end].strip()) if beside else None
        scopes += [SCOPES[str(reached.lastgroup)]] if reached else []
        about = " ".join(text.clean[matter.start : matter.end].split()) if matter else ""
        yield from _row(text, party, about, scopes[-1] if scopes else None)


def _head(words: str) -> str:
    if PARTY_HEAD.fullmatch(words):
        return "party"
    if MATTER_HEAD.fullmatch(words):
        return "matter"
    if SCOPE_HEAD.fullmatch(words):
        return "scope"
    return "frequency" if FREQUENCY_HEAD.fullmatch(words) else ""


def _row(text: Text, party: Cell, about: str, scope: str | None) -> Iterator[Mention]:
    words = text.clean[party.start : party.end]
    for name in names_in(words, roles=False):
        yield _mention(party.start + name.start, party.start + name.end, name, scope, about, "table")


def _flat(text: Text, start: int, end: int) -> Iterator[Mention]:
    """A table that was run flat into text, behind its header: scopes, names and matters one after the other."""
    scope: str | None = None
    for entry in ENTRY.finditer(text.clean, start, end):
        at = entry.start()
        for mark in (*SCOPE.finditer(text.clean, *entry.span()), None):
            last = mark.start() if mark else entry.end()
            for token in TOKEN.finditer(text.clean, at, last):
                names, about = listed(token[0], outside=False)
                for name in names:
                    yield _mention(token.start() + name.start, token.start() + name.end, name, scope, about, FLAT)
            if mark:
                scope = SCOPES[str(mark.lastgroup)]
                at = mark.end()


def _mention(  # noqa: PLR0913, PLR0917 - a mention has as many parts
    start: int, end: int, name: Name, scope: str | None, about: str, pattern: str
) -> Mention:
    kind = {ROLE: "role", UNIT: "unit", BODY: "unit", OUTSIDE: "external"}.get(name.kind)
    if scope == "external":
        kind = "external"
    why = name.why or ("" if kind else "not known as a party's name")
    return Mention(
        field="coordinates_with",
        words=name.words,
        start=start,
        end=end,
        quote_start=start,
        quote_end=end,
        stage="field",
        pattern=pattern,
        party_kind=None if why else kind,
        scope="external" if kind == "external" else scope,
        about=about or None,
        passed_over=why,
    )
