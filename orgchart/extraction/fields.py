"""The fields of forms → mentions: superiors, subordinates, coordination, and the facts a form states as they stand."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from orgchart.extraction import charts, tables
from orgchart.extraction.labels import NUMBERING, Label, Labels, Value
from orgchart.extraction.lexicon import one_of
from orgchart.extraction.mentions import Mention
from orgchart.extraction.prose.sections import duties
from orgchart.extraction.titles import BODY, FUNCTION, NOBODY, OUTSIDE, REMARK, ROLE, UNIT, UNKNOWN, kind_of, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.extraction.mentions import Block
    from orgchart.extraction.text import Text
    from orgchart.extraction.titles import Name

PARTIES = {"inside": "cross-department", "outside": "external", "beside": "same-department", "coordinates": None}
PLAIN = frozenset(("code", "grade", "territory", "effective"))
LISTED = frozenset(("promotion_to", "rotation_to"))
UNSPOKEN = frozenset(("title", "unit", "reports_to", "supervises", "below", "deputy", "headcount", *PLAIN, *LISTED)) - {
    "territory"
}
FILLED_LINE = re.compile(r"[^\n]*[^\n\s]")
FILLED = re.compile(r"[^\s]+")
NUMBER_AT_END = re.compile(r"\s+(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]?$")
LONGEST_NAMES = 160
LONGEST_PLAIN = 60
LONGEST_PARTIES = 500
WHAT_FOLLOWS = r"\S{0,6}(?:任职|资格|要求|职责|权限|条件|考核|特征|内容|环境)"
RUN_ON = (
    r"|(?<=[^\n、])[一二三四五六七八九十]\s*[、.．]\s*\S{0,4}(?:任职|资格|要求|职责|权限|条件|考核|特征|内容|环境|概述|概要)"
    r"|\n\s*\S{0,6}(?:任务|职责|要求|内容|标准|权限|资格|条件)\s*[:：]\s*(?=\n)"
)
SECTION = re.compile(
    rf"\n\s*(?:[一二三四五六七八九十]{{1,2}}|\d{{1,2}})\s*[、.．]\s*(?:{WHAT_FOLLOWS}|[^\n]{{0,12}}\n){RUN_ON}"
)
# Among numbered items, only another kind of number, or what it says, shows that something else begins.
SECTION_OF_ITEMS = re.compile(
    rf"\n\s*(?:[一二三四五六七八九十]{{1,2}}\s*[、.．]\s*(?:{WHAT_FOLLOWS}|[^\n]{{0,12}}\n)"
    rf"|[(（][一二三四五六七八九十]{{1,2}}[)）])|\n\s*\d{{1,2}}\s*[、.．]\s*{WHAT_FOLLOWS}{RUN_ON}"
)
NUMBERED = re.compile(r"\d{1,2}\s*[、.．)）]|[(（]\d{1,2}[)）]|[①-⑳]")
LONGEST_PURPOSE = 600
SHORTEST_DUTY = SHORTEST_SENTENCE = 4
ITEM_NUMBER = r"[ \t]*(?:\d{1,2}[、.．)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])[ \t]*"
DUTY = re.compile(rf"[\n。;；:：]{ITEM_NUMBER}")  # with the mark before it, which no match can do without but the first
FIRST_DUTY = re.compile(ITEM_NUMBER)
FEWEST_IN_A_RUN, LONGEST_RUN = 3, 24
GOING_ON = frozenset("、,，/和与及")
INDENTED = re.compile(" {4,}")
EMPTY = frozenset(
    (
        "无",
        "暂无",
        "没有",
        "/",
        "-",
        "—",
        "--",
        "——",
        "略",
        "暂略",
        "无。",
        "None",
        "N/A",
        "none",
        "无直接下级",
        "无下属",
        "无下级",
    )
)
NONE_BELOW = frozenset(("无", "暂无", "没有", "None", "none", "无。", "无直接下级", "无下属", "无下级", "无直接下属"))
OTHER_LABEL = re.compile(r"\s+[^\s:：、,，。;；()（）]{2,10}[:：]")
ITEM = re.compile(r"(?:^|\n)\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[、.．)）]")
NEXT_NUMBER = re.compile(r"(?<![\d一二三四五六七八九十])[一二三四五六七八九十\d]{1,2} ?[、.．)）] *$")
FEW = 8
COUNT = re.compile(r"(?:约|共)?\s*(\d{1,5}|[一二两三四五六七八九十]{1,3})\s*(?:人|名|个|位)?")
ASIDE = re.compile(
    "[(（](?:或者?|含|包括|包含|即|主要为|分别为|如|兼|虚线|实线|矩阵|职能线?|行政线?|业务线?"
    "|(?:dotted|solid)[ -]?line|functional(?:ly)?|matrix)"
    "(?:汇报|上级|领导|管理)?(?:给|向|至)?[:：]? ?(?P<names>[^()（）]{2,60})[)）]",
    re.IGNORECASE,
)
SAID = re.compile(
    "(?:本岗位?)?(?:直接)?(?:向|对|受|由)(?P<names>.{2,40}?)(?:直接)?(?:汇报|负责|报告|领导|管理)(?:工作)?[。.]?"
)
CHAIN = re.compile(r" ?(?:[→➔➜⇒►▶]|[-—=]+>) ?")
IN_PLACE = re.compile(
    "[(（][^()（）]{0,16}由(?P<names>[^()（）]{2,16}?)(?:直管|代管|直接管理|直接领导|直属管理|兼管|管理|领导)[)）]"
)
NEW_TITLE = re.compile(
    "(?!负责|协助|根据|按照|完成|参与|组织|制定|配合|工作|任职|岗位|部门|公司|本|各|详|见|同|待|按|如|不|无|有|以|年|月|填)[一-鿿A-Za-z]{2,8}"
    "(?<!工作|管理|情况|要求|内容|部门|范围|权限|职责|制度|计划|人数|等级|名称|关系|公司|单位|日期|编号|方向|条件|目标)"
)
ENGLISH_TITLE = re.compile(r"[A-Z][A-Za-z&'/-]+(?: (?:of|and|for|to|[A-Z][A-Za-z&'/-]*)){0,5}")
SENTENCE = re.compile(r"[。!！?？]")
DEED = re.compile("[(（]?(?:汇报|报告|请示|督导|监督|指导|管理|领导|检查|考核)[)）]?[:：]")  # up or down, and no party
WITH = re.compile("(?:与|和|同|跟)(?P<names>[^:：,，。;；]{2,24})[:：]")  # 与生产部:协调计划
MARKED = re.compile(r" ?[(（](?P<reach>[内外])部?[)）]")  # behind a party: how far the relation reaches
NO_ROW = (0, 0)
# What names nobody elsewhere, and somebody where a form asks for those outside.
HOUSES = frozenset(("酒店", "宾馆", "饭店", "医院", "学校", "商场", "物业", "机构", "银行", "企业"))
# A department of the house, even where a form asks for those outside: outside of the own department.
INNER_UNIT = re.compile(f"(?:公司)?(?:{one_of('units', 'words')}|计财|综合)(?:管理)?部")
SPOKEN = re.compile("^(?:负责|协助|根据|按照|完成|参与|组织|制定|配合|与|和|对|向)")


def read_fields(text: Text, labels: Labels, block: Block) -> tuple[Mention, ...]:
    """What the fields of a block say, in reading order; names that name nobody are there with the reason."""
    found: list[Mention] = []
    for start, end in block.stretches:
        told = tables.relations(text, labels, start, end)
        found += told
        taken = {mention.start for mention in told}
        flat = tables.flat_tables(text, start, end)
        read = {_row_of(labels, mention.start) for mention in told} - {NO_ROW}
        for value in values(text, labels, start, end):
            if value.label.field in PARTIES and (
                any(first <= value.start <= last for first, last in flat) or _is_read(labels, value, read)
            ):
                continue
            read_here = _mentions(text, value, block.title.words if block.title else "")
            found += [mention for mention in read_here if mention.start not in taken]
        found += _duties(text.clean, start, end)
        if block.title:
            found += charts.lines(text.clean, start, end, block.title.words)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _row_of(labels: Labels, offset: int) -> tuple[int, int]:
    """The table and the row that an offset stands in."""
    cell = labels.cell(offset)
    return (cell.table, cell.row) if cell else NO_ROW


def _is_read(labels: Labels, value: Value, read: set[tuple[int, int]]) -> bool:
    """Whether a row of parties was read already that a label stands in, or that a heading above its table asks for."""
    here, there = _row_of(labels, value.label.start), _row_of(labels, value.start)
    return here in read or (here[0] != there[0] and any(table == there[0] for table, _row in read))


def _duties(clean: str, start: int, end: int) -> Iterator[Mention]:
    """The numbered duties of a description, each as it stands, without its number."""
    for low, high in duties(clean, start, end):
        opening = FIRST_DUTY.match(clean, 0, high) if low == 0 else None
        marks = [(0, opening.end())] if opening else []
        search_from = opening.end() if opening else max(0, low - 1)
        marks += [(mark.start() + 1, mark.end()) for mark in DUTY.finditer(clean, search_from, high)]
        for (_start, first), (following, _end) in pairwise((*marks, (high, high))):
            last = min(_line_end(clean, first, high), following)
            words = clean[first:last].strip()
            if SHORTEST_DUTY <= len(words) <= LONGEST_PURPOSE:
                yield Mention(
                    field="responsibilities",
                    words=words,
                    start=first,
                    end=last,
                    quote_start=first,
                    quote_end=last,
                    stage="field",
                    pattern="numbered duty",
                )


def spoken(text: Text, labels: Labels, block: Block) -> Block:
    """The block without its form: the labels of relations, and what other fields hold, are no sentences."""
    stretches: list[tuple[int, int]] = []
    for start, end in block.stretches:
        at = start
        for value in values(text, labels, start, end):
            if value.label.field in UNSPOKEN:
                first, last = min(value.label.start, value.start), max(value.end, value.label.end)
            elif value.label.field in PARTIES:
                first, last = value.label.start, value.label.after
            else:
                continue
            stretches.append((at, first))
            at = max(at, last)
        stretches.append((at, end))
    told = (one for one in stretches if len(text.clean[one[0] : one[1]].strip()) >= SHORTEST_SENTENCE)
    return block.replace(stretches=tuple(told))


def values(text: Text, labels: Labels, start: int, end: int) -> Sequence[Value]:
    """The labels of a stretch with their values, also where all labels come first and all values after them."""
    known = labels.values_told.get((start, end))
    if known is None:
        known = labels.values_told[start, end] = tuple(_values(text, labels, labels.within(start, end), end))
    return known


def _values(text: Text, labels: Labels, known: Sequence[Label], end: int) -> Iterator[Value]:
    at = tried = 0
    turned = False
    while at < len(known):
        row = _row(text.clean, known, at) if at >= tried else []
        run = _run(text, labels, row, end)
        if run:
            yield from run
            at += len(run)
            continue
        tried = max(tried, at + len(row))
        label = known[at]
        in_cell = labels.cell(label.start) is not None
        start, stop = _cut(text.clean, label, *labels.value(label, end), in_cell=in_cell)
        if not label.colon and (turned or not _fits(text.clean, Value(label, start, stop))):
            low = known[at - 1].after if at else 0
            before = (
                _before(text.clean, label, low) if turned or "\n" in text.clean[low : label.start] or not at else None
            )
            turned = before is not None
            start, stop = before or (start, stop)
        yield Value(label, start, stop, whole=_in_one_piece(text, label.start, start))
        for first, last in labels.further(label):
            yield Value(label, first, last, whole=False)
        following = known[at + 1] if at + 1 < len(known) else None
        if following and following.field == "other" and _is_open(text.clean, label, start, stop, following.start):
            first, last = _cut(text.clean, following, *labels.value(following, end), in_cell=in_cell)
            if _is_roles(text.clean[first:last]):
                yield Value(label, first, last, whole=False)  # the rest of a cell that was cut by the one beside it
        at += 1


def _is_stray(clean: str, start: int, stop: int) -> bool:
    """Whether a value ends with a bracket that opens before its label: (dotted line: 质量总监)."""
    return clean[stop - 1] == ")" and "(" not in clean[start:stop]


def _is_open(clean: str, label: Label, start: int, stop: int, following: int) -> bool:
    """Whether a list of roles breaks off with a comma right before the next label."""
    rest = clean[stop:following].strip()
    return label.field in ("reports_to", "supervises") and stop > start and rest != "" and not rest.strip("、,，")


def _before(clean: str, label: Label, low: int) -> tuple[int, int] | None:
    """A value that stands before its label in the line, where what stands behind it is none: 生产副总 直接上级."""
    if label.field not in ("reports_to", "supervises", "unit", "title"):
        return None
    low = max(low, clean.rfind("\n", max(0, label.start - LONGEST_PLAIN), label.start) + 1, label.start - LONGEST_PLAIN)
    words = clean[low : label.start]
    start, stop = label.start - len(words.lstrip()), low + len(words.rstrip())
    if stop <= start or stop == label.start or not _fits(clean, Value(label, start, stop)):
        return None
    return start, stop


def _in_one_piece(text: Text, label: int, value: int) -> bool:
    """Whether a quote may reach from a label to its value: not across the cells of a table, nor across paragraphs."""
    if not text.in_pieces:
        return True
    first, second = text.fragment(label), text.fragment(value)
    if first is second or first is None or second is None:
        return True
    return text.whole_lines and not (first.table or first.line is None)


def _row(clean: str, known: Sequence[Label], at: int) -> list[Label]:
    """The labels that follow a label with nothing but blanks between."""
    row = [known[at]]
    for label in known[at + 1 : at + LONGEST_RUN]:
        between = clean[row[-1].after : label.start]
        if between.strip(" \n:：|") or "\n\n" in between:
            break
        row.append(label)
    return row


def _run(text: Text, labels: Labels, row: list[Label], end: int) -> list[Value]:
    """Labels one after the other and then their values in the same order, if each value is what its label wants."""
    if len(row) < FEWEST_IN_A_RUN:
        return []
    start, stop = labels.value(row[-1], end)
    if any(label.colon for label in row) and "\n" not in text.clean[row[-1].after : start]:
        return []
    pieces = _pieces(text.clean, start, stop, len(row))
    if len(pieces) < FEWEST_IN_A_RUN - 1:
        return []
    found = [Value(label, *piece) for label, piece in zip(row, pieces, strict=False)]
    fitting = [_fits(text.clean, value) for value in found]
    if not all(fitting):
        return []
    return found + [Value(label, row[-1].after, row[-1].after) for label in row[len(found) :]]


def _pieces(clean: str, start: int, end: int, most: int) -> list[tuple[int, int]]:
    """The lines of a stretch, or the words of its only line, at most so many."""
    first = clean.find("\n", start, end)
    by_line = [match.span() for match in FILLED_LINE.finditer(clean, start, min(end, start + 400))]
    trimmed = [(one + len(clean[one:other]) - len(clean[one:other].lstrip()), other) for one, other in by_line]
    if len(trimmed) > 1 and " " not in clean[trimmed[0][0] : trimmed[0][1]]:
        return trimmed[:most]
    line_end = end if first < 0 else first
    return [match.span() for match in FILLED.finditer(clean, start, line_end)][:most]


def _fits(clean: str, value: Value) -> bool:
    words = clean[value.start : value.end]
    kinds = {name.kind for name in names_in(words)}
    if value.label.field in ("title", "reports_to", "supervises"):
        return bool(kinds & {ROLE, BODY}) or words in EMPTY
    if value.label.field == "unit":
        return bool(kinds & {UNIT}) or (UNKNOWN in kinds and not kinds & {ROLE})
    return len(words) <= LONGEST_PLAIN


def _cut(clean: str, label: Label, start: int, end: int, *, in_cell: bool) -> tuple[int, int]:
    """The value proper: the first line, and those that go on a list; nothing of an unknown label that follows."""
    if label.field == "purpose":
        return start, _line_end(clean, start, min(end, start + LONGEST_PURPOSE))
    if label.field in PARTIES:
        following = NEXT_NUMBER.search(clean, max(start, end - FEW), end)
        end = following.start() if following else end
        ends = (SECTION if NUMBERED.match(clean, start, end) is None else SECTION_OF_ITEMS).search
        section = ends(clean, start, min(end, start + LONGEST_PARTIES))
        end = section.start() if section else min(end, start + LONGEST_PARTIES)
        return start, end if in_cell else _end_of_parties(clean, label, start, end)
    following = NEXT_NUMBER.search(clean, max(start, end - FEW), end)
    end = following.start() if following else end
    limit = min(end, start + LONGEST_NAMES)
    stop = _line_end(clean, start, limit)
    while stop < limit and stop > start and clean[stop - 1] in GOING_ON:
        stop = _line_end(clean, stop + 1, limit)
    if label.field in ("supervises", "reports_to", *LISTED):
        stop = _listed_on(clean, start, stop, min(end, start + LONGEST_PARTIES))
        if "\n" in clean[start:stop]:
            return start, stop
    numbered = NUMBERING.match(clean, start, stop)
    if numbered and numbered.end() == stop:
        return start, start
    other = OTHER_LABEL.search(clean, start, stop)
    if other and clean.count("(", start, other.start()) == clean.count(")", start, other.start()):
        stop = other.start()
    sentence = SENTENCE.search(clean, start, stop)
    if sentence:
        stop = sentence.start()
    while stop > start and (clean[stop - 1] in " ;；,，、.(（【[" or _is_stray(clean, start, stop)):
        stop -= 1
    return start, _without_numbering(clean, start, stop)


def _end_of_parties(clean: str, label: Label, start: int, limit: int) -> int:
    """Where a list of parties ends: with its line, unless a sign or a number shows that the next line goes on with it.

    Where the list begins below its label, the lines below go on as long as they begin with a name.
    """
    stop = _line_end(clean, start, limit)
    below = "\n" in clean[label.after : start]
    numbered = NUMBERING.match(clean, start, stop) is not None
    while stop < limit:
        following = _line_end(clean, stop + 1, limit)
        words = clean[stop + 1 : following]
        goes_on = (
            clean[stop - 1] in GOING_ON or words[:1] in GOING_ON or (not numbered and INDENTED.match(words) is not None)
        )
        goes_on = goes_on or not words.strip() or (numbered and NUMBERING.match(words) is not None)
        if not goes_on and not (below and any(name.kind != UNKNOWN for name in tables.listed(words.strip())[0])):
            return stop
        stop = following
    return stop


def _listed_on(clean: str, start: int, stop: int, limit: int) -> int:
    """Where a list of roles ends that goes on in the next lines, one role a line."""
    if not _is_roles(clean[start:stop]):
        return stop
    while stop < limit:
        following = _line_end(clean, stop + 1, limit)
        words = clean[stop + 1 : following]
        if words.strip() and not _is_roles(words):
            return stop
        if (
            not words.strip()
            and clean[stop + 1 : following + 1] in ("", "\n")
            and clean.startswith("\n", following + 1)
        ):
            return stop
        stop = following if words.strip() else stop
        if not words.strip():
            return stop
    return stop


def _is_roles(words: str) -> bool:
    """Whether a line is roles and nothing else, with or without its number."""
    line = words.strip()
    numbered = NUMBERING.match(line)
    named = [name for name in names_in(line[numbered.end() if numbered else 0 :]) if name.words]
    return bool(named) and all(name.kind == ROLE for name in named)


def _without_numbering(clean: str, start: int, end: int) -> int:
    """The end without the number of the section that follows, such as 二、."""
    match = NUMBER_AT_END.search(clean, start, end)
    return match.start() if match else end


def _line_end(clean: str, start: int, limit: int) -> int:
    found = clean.find("\n", start, limit)
    return limit if found < 0 else found


def _mentions(text: Text, value: Value, own: str) -> Iterator[Mention]:
    field = value.label.field
    words = text.clean[value.start : value.end]
    if field in ("reports_to", "supervises"):
        yield from _roles(value, _next_in_chain(words, own) if field == "reports_to" else words, field)
    elif field == "territory" and _is_roles(words):
        yield from _roles(value, words, "supervises")
    elif field in PARTIES:
        yield from _parties(value, words)
    elif field == "headcount":
        count = COUNT.match(words)
        if count:
            yield _mention("headcount", value, words=count[1])
    elif field == "deputy":
        roles = (name.words for name in names_in(words) if name.kind == ROLE)
        yield from (_mention("deputy", value, words=role) for role in roles)
    elif words and words not in EMPTY:
        yield from (_mention(field, value, words=plain) for plain in _plain(field, words))


def _plain(field: str, words: str) -> Iterator[str]:
    """What a field says that is kept as it stands: one text, or several where the field lists them."""
    if field in LISTED:
        yield from filter(None, map(str.strip, re.split("[、,，;；/\n]", words)))
    elif field == "purpose" or (field in PLAIN and len(words) <= LONGEST_PLAIN):
        yield " ".join(words.split())


def _roles(value: Value, words: str, field: str) -> Iterator[Mention]:
    """The roles of a list of superiors or subordinates; a list that says "none" is told as that."""
    if field == "supervises" and REMARK.sub("", words) in NONE_BELOW:
        yield _mention(field, value, words="无", passed_over="names nobody: none")
        return
    if words in EMPTY or not words or words.isdigit():
        return
    told = SAID.fullmatch(words)
    if told:
        words = " " * told.start("names") + told["names"]
    names = names_in(IN_PLACE.sub(_as_list, ASIDE.sub(_as_list, words)))
    for name in _in_one_language(words, names):
        if not any(letter.isalpha() for letter in name.words):
            continue
        wanted = name.kind == ROLE or (name.kind == BODY and field == "reports_to") or _is_new_title(name)
        why = "" if wanted else name.why or _why(name.kind)
        yield _named(field, value, name.words, name.start, name.end, passed_over=why)


def _is_new_title(name: Name) -> bool:
    """Whether a name that no lexicon knows may be a title, where a form asks for one: short, and no sentence."""
    if name.kind != UNKNOWN:
        return False
    if name.words.isascii():
        return kind_of(name.words.split(" of ")[0]) == ROLE or ENGLISH_TITLE.fullmatch(name.words) is not None
    return NEW_TITLE.fullmatch(name.words) is not None and not FUNCTION.search(name.words)


def _next_in_chain(words: str, own: str) -> str:
    """Of a chain of posts the one next to the own, all else blanked: 店员 → 店长 → 区域经理 is a line to 店长 alone."""
    arrows = list(CHAIN.finditer(words))
    if not arrows:
        return words
    starts, ends = [0, *(arrow.end() for arrow in arrows)], [*(arrow.start() for arrow in arrows), len(words)]
    steps = ["".join(words[start:end].split()) for start, end in zip(starts, ends, strict=True)]
    last = len(steps) - 1
    place = 1 if steps[0] == own else last - 1 if steps[last] == own else 0
    return " " * starts[place] + words[starts[place] : ends[place]]


def _as_list(aside: re.Match[str]) -> str:
    """Brackets that go on the list, in as many characters: 车间主任(或生产主管)."""
    return "、" * (aside.start("names") - aside.start()) + aside["names"] + "、" * (aside.end() - aside.end("names"))


def _in_one_language(words: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names without those that only say in English what the neighbour says: Sales Manager 销售经理."""
    for place, name in enumerate(names):
        if name.words.isascii():
            before, after = names[place - 1] if place else None, names[place + 1] if place + 1 < len(names) else None
            if after and not after.words.isascii() and words[name.end : after.start].isspace() and after.kind == ROLE:
                continue
            if (
                before
                and not before.words.isascii()
                and words[before.end : name.start].strip(" (（") == ""
                and before.kind == ROLE
            ):
                continue
        yield name


def _why(kind: str) -> str:
    return {UNIT: "a department, no role", OUTSIDE: "stands outside", NOBODY: "names nobody"}.get(
        kind, "not known as a role's name"
    )


def _parties(value: Value, words: str) -> Iterator[Mention]:
    """The parties of a coordination field: of each line its list of names, with what follows as the matter."""
    scope = PARTIES[value.label.field]
    for first, end in _entries(words):
        with_them = WITH.match(words, first, end)
        start = with_them.start("names") if with_them else first
        entry = words[start:end]
        if DEED.match(entry) or (with_them is None and SPOKEN.match(entry)):
            continue
        listed, about = tables.listed(entry, outside=scope == "external", field=True)
        units = any(name.kind == UNIT for name in listed)
        for name in listed:
            unknown = "unit" if scope or units or name.words.isascii() else "external"
            kinds = {ROLE: "role", UNIT: "unit", BODY: "unit", UNKNOWN: unknown}
            inner = scope == "external" and name.kind == UNIT and INNER_UNIT.fullmatch(name.words) is not None
            kind = "external" if scope == "external" and not inner else kinds.get(name.kind, "external")
            why = "" if scope == "external" and name.words in HOUSES else name.why
            marked = MARKED.search(words, start + name.start, start + name.end)
            if marked and marked["reach"] == "外":
                kind = "external"
            yield _named(
                "coordinates_with",
                value,
                name.words,
                start + name.start,
                start + name.end,
                passed_over=why,
                party_kind=None if why else kind,
                scope="external" if kind == "external" else "cross-department" if inner else scope,
                about=about or None,
            )


def _entries(words: str) -> Iterator[tuple[int, int]]:
    """The lines of a coordination field, without their numbering."""
    at = 0
    for line in re.split(r"([\n。;；])", words):
        end = at + len(line)
        numbered = NUMBERING.match(words, at, end)
        start = numbered.end() if numbered else at
        if words[start:end].strip(" \n。;；"):
            yield start, end
        at = end


def _mention(field: str, value: Value, *, words: str, passed_over: str = "") -> Mention:
    return Mention(
        field=field,
        words=words,
        start=value.start,
        end=value.end,
        quote_start=min(value.label.start, value.start) if value.whole else value.start,
        quote_end=max(value.end, value.label.end) if value.whole else value.end,
        stage="field",
        pattern=value.label.words,
        passed_over=passed_over,
    )


def _named(  # noqa: PLR0913 - a mention has as many parts
    field: str,
    value: Value,
    words: str,
    start: int,
    end: int,
    *,
    passed_over: str = "",
    party_kind: str | None = None,
    scope: str | None = None,
    about: str | None = None,
) -> Mention:
    """A name in a value, with the label and the value as its quote, as far as they stand near each other."""
    first, last = value.start + start, value.start + end
    near = value.whole and last - value.label.start <= LONGEST_NAMES
    return Mention(
        field=field,
        words=words,
        start=first,
        end=last,
        quote_start=min(value.label.start, first) if near else first,
        quote_end=max(last, value.label.end) if near else last,
        stage="field",
        pattern=value.label.words,
        party_kind=party_kind,
        scope=scope,
        about=about,
        passed_over=passed_over,
    )
