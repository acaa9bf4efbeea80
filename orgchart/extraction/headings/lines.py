"""Lines that are headings, and long lines that open with one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.headings.words import (
    AFTER,
    FEW,
    INLINE,
    INSIDE,
    LINE,
    LONGEST_LINE,
    LONGEST_TITLE,
    NUMBER,
    PIECE,
    VERB_FIRST,
    WHAT,
    Heading,
    after_numbering,
    ends_with_label,
    kind_in_heading,
    last_word,
)
from orgchart.extraction.resolving import title_of
from orgchart.extraction.titles import BARE, REMARK, ROLE, kind_in_field, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Text

MARK = re.compile(
    "职责|责任|说明|阐明|描述|规范|清单|标准|JD|工作内容|日常工作|escription"
)  # one is in all that WHAT means
REVERSED = re.compile(rf"(?P<what>{WHAT})\s*[(（:：—–-]+\s*(?P<name>[^()（）\n,，。;；]{{2,16}})[)）]?\s*")
# Lines that say in other words that they are about a role: 收银员工作细则, 岗位一:店长, 店长篇, 【店长】岗位职责.
ABOUT = re.compile(
    r"(?:(?:岗位|职位|角色|职责|工种)[一二三四五六七八九十\d]{1,2}[:：、.]\s*|关于|[【\[『<「])?"
    r"(?P<name>[一-鿿A-Za-z/]+?)[】\]』>」]?(?P<what>(?:(?:的|岗位|工作|主要|日常|基本)+(?:细则|要点|范围|任务)"
    r"|的?(?:岗位|工作|主要|日常|基本)*(?:职责|职能|职权|权力|权限|责任)|篇)?"
    r"(?:[及和与](?:权限|权力|权利|责任|职权|要求|任务|考核办法|管理办法))?)\s*[:：]?\s*"
)
PIECE_OPENS = re.compile(rf"\s*{PIECE}\s*[:：]")
PIECE_ALONE = re.compile(rf"(?P<front>{PIECE})\s*[:：、.]?\s*(?P<name>[^\n。;；]{{0,40}})")
PIECE_BEHIND = re.compile(
    rf"(?P<name>[^\n。;；]{{1,36}}?)\s*(?P<back>(?:【|\[)?(?:篇|范文|范本){NUMBER}(?:】|\])?)\s*[:：]?\s*"
)
BRACKETED = re.compile(rf"\s*[【\[](?P<name>[^\n【】\[\]]{{2,20}}?)(?:的)?(?:{WHAT}){AFTER}[】\]][:：]?")
BEFORE_BRACKET = re.compile(r"\s*(?P<name>[^\n【】\[\]。;；:：]{2,24})(?=[【\[][^【】\[\]\n]{2,12}[】\]])")
OPENS = re.compile(r"职责|说明书|[【\[]")  # without one of these, no line opens with a heading
LETTER = re.compile("[一-鿿](?=[一-鿿])(?<![一二三四五六七八九十])")
TWICE = re.compile(
    rf"\s*(?:{NUMBER}[、.． ]\s*)?(?P<name>[一-鿿]{{2,16}}?)\s*(?:{NUMBER}[、.． ]\s*)?(?P=name)(?![一-鿿])\s*"
)
TITLED_LINE = re.compile(
    r"\s*(?P<name>[^\n\s。;:,、]{2,20}?)(?:[(（][^()（）\n]{1,8}[)）])?\s?(?:的)?(?:岗位|工作|主要|具体)*(?:职责|说明书)"
    r"(?:[(（][^()（）\n]{1,30}[)）])?(?:\s+(?=[一-鿿])|\s*(?=[(（]?[1一][)）、.．]))"
)
HOLDER = re.compile(r"(?<=[一-鿿])\s?[-—–]{1,2}\s?[一-鿿]{2,4}$")  # who holds the post: 市场总监-张三
NEXT_LINE = re.compile(r"\s*(?P<words>[^\n]{0,96})")
SAID = re.compile("职责|说明书|岗位说明|JD|工作内容")
DUTIES_NEXT = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})+[.、\s]|[-–●■◆★▪•·*]\s|[➢➤►▶✓✔√※◇□○◎▲△☆]|[一1][、.．)）]|[(（][一1][)）]|第[一1][条款]|①"
    r"|[【\[]?(?:岗位|工作|主要|职位|职务|基本)*(?:职责|内容|概要|描述|目的)|(?:直接|隶属|所属|汇报|上级|岗位|职位|职务)\S{0,6}[:：]"
    r"|[【\[](?:直接|隶属|所属|汇报|上级|岗位|职位|职务|部门)\S{0,6}[】\]]|(?:对|在|受|向)\S{1,16}(?:负责|领导|汇报))"
)
DUTIES_ONLY = re.compile("(?:岗位|工作|主要|职位)*职责[:：]?")
PAGE_NUMBER = re.compile(r"(?:[(（]\d{1,3}[)）]|[.…·]{2,}\s*\d{1,3}|\s\d{1,3})\s*$")
# What an essay in a collection is about: 对客户经理岗位的思考.
TOPIC = re.compile("(?:浅谈|浅析|试论|关于|如何|对|论|谈)(?:做好|当好)?(?P<role>[一-鿿]{2,10}?)(?:岗位|的|工作|职责)")
OPENING_FIELDS = frozenset(("unit", "reports_to", "supervises", "code", "grade", "headcount"))


def in_lines(text: Text, labels: Labels) -> Iterator[Heading]:
    """Lines that are headings by their words, or by what stands below them, and long lines that open with one."""
    clean = text.clean
    at = 0
    lines = clean.split("\n")
    for number, line in enumerate(lines):
        start, end = at, at + len(line)
        at = end + 1
        stripped = line.strip()
        if not stripped or (stripped[-1] in "0123456789)）" and _is_contents(lines, number)):
            continue
        if len(stripped) > LONGEST_LINE:
            opening = _piece_before(clean, start, end) or _opening(clean, start, end) or _said_twice(clean, start, end)
            if opening:
                yield opening
            continue
        begin = start + len(line) - len(line.lstrip())
        heading = _whole_line(clean, begin, start + len(line.rstrip()), level=text.headings.get(start, 0))
        if heading is None and _is_title_alone(lines, number, labels, start, level=text.headings.get(start, 0)):
            first = after_numbering(clean, begin, end)
            last = start + len(HOLDER.sub("", line.rstrip(" :：】]*_』》」〗")))
            heading = Heading(begin, end, ROLE, first, last, alone=True)
        heading = heading or _opening(clean, start, end) or _said_twice(clean, start, end)
        if heading is None and (MARK.search(stripped) is None or LINE.fullmatch(stripped) is None):
            continue
        told = heading or Heading(begin, end, "", begin, end)
        again = _is_said_again(clean, told, end)
        if heading is not None or again:
            yield told._replace(again=again)


def about_roles(text: Text, labels: Labels, told: set[str]) -> Iterator[Heading]:
    """Lines that say in other words that they are about a role which no heading is about yet."""
    clean = text.clean
    for line in re.finditer(r"^[^\S\n]*(?=[^\s\d(（])(?P<words>[^\n]{2,32})$", clean, re.MULTILINE):
        first = after_numbering(clean, *line.span("words"))
        match = ABOUT.fullmatch(clean, first, line.end()) or ABOUT.fullmatch(clean, *line.span("words"))
        if match is None or not (match["what"] or match.start("name") > match.start()) or match["name"] in told:
            continue
        name = match["name"]
        if name in BARE or INSIDE.match(name) or VERB_FIRST.match(name) or kind_of(name) != ROLE:
            continue
        # 采购 and 会计 are also what is done.
        if (len(name) > FEW - 2 or name[-1] in "长员师工") and not labels.within(*match.span("name")):
            told.add(name)
            yield Heading(line.start("words"), line.end(), ROLE, *match.span("name"))


def _is_contents(lines: list[str], number: int) -> bool:
    """Whether a line with a page's number behind it has a neighbour of its kind: they are a table of contents."""
    if PAGE_NUMBER.search(lines[number].strip()) is None:
        return False
    above = next((lines[at] for at in range(number - 1, max(-1, number - 4), -1) if lines[at].strip()), "")
    below = next((lines[at] for at in range(number + 1, min(len(lines), number + 4)) if lines[at].strip()), "")
    return any(PAGE_NUMBER.search(line) for line in (above, below))


def _is_said_again(clean: str, heading: Heading, end: int) -> bool:
    """Whether the next line, too long for a heading, begins like one about the same: a document behind its title."""
    after = NEXT_LINE.match(clean, end)
    if after is None or len(after["words"]) <= LONGEST_LINE:
        return False
    told = SAID.search(after["words"], 0, LONGEST_LINE)
    if told is None:
        return False
    if "说明" in told[0]:
        return True
    name, before = clean[heading.name_start : heading.name_end], after["words"][: told.start()]
    return any(name[at : at + 2] in before for at in range(len(name) - 1))


def _whole_line(clean: str, start: int, end: int, *, level: int) -> Heading | None:
    first = after_numbering(clean, start, end)
    told = MARK.search(clean, start, end)
    match = told and (LINE.fullmatch(clean, first, end) or LINE.fullmatch(clean, start, end))
    if match:
        return _named(
            clean,
            start,
            end,
            match,
            piece=bool(match["front"] or match["back"]),
            ordinal=bool(match["ordinal"] or match["number"]),
        )
    match = REVERSED.fullmatch(clean, first, end)
    if match and kind_in_field(title_of(match["name"])) == ROLE:
        return _named(clean, start, end, match)
    match = PIECE_ALONE.fullmatch(clean, start, end) or PIECE_BEHIND.fullmatch(clean, start, end)
    if match:
        return _named(clean, start, end, match, piece=True)
    if level:
        kind = kind_in_heading(clean[first:end])
        if kind:
            return Heading(start, end, kind, first, end, alone=True)
    return None


def _piece_before(clean: str, start: int, end: int) -> Heading | None:
    """The heading of a piece that runs on into its text: 篇三 采购员岗位职责 1."""
    match = PIECE_OPENS.match(clean, start, end)
    if match is None:
        return None
    inline = INLINE.search(clean, match.end(), min(end, match.end() + LONGEST_LINE))
    name_end = inline.start() if inline else match.end()
    name_start = last_word(clean, match.end(), name_end)
    kind = kind_in_heading(clean[name_start:name_end])
    return Heading(start, inline.end() if inline else match.end(), kind, name_start, name_end, piece=True)


def _opening(clean: str, start: int, end: int) -> Heading | None:
    """The heading that a long line opens with: 【厨师长岗位职责】, 一)领班[直接上级], 厨师长岗位职责 负责厨房."""
    if OPENS.search(clean, start, end) is None:
        return None
    match = (
        BRACKETED.match(clean, start, end)
        or BEFORE_BRACKET.match(clean, start, end)
        or TITLED_LINE.match(clean, start, min(end, start + LONGEST_LINE))
    )
    if match is None:
        return None
    name_start, name_end = match.span("name")
    name_start = last_word(clean, after_numbering(clean, name_start, name_end), name_end)
    name = clean[name_start:name_end]
    if kind_in_heading(name) != ROLE or INSIDE.match(name):
        return None
    return Heading(match.start("name"), match.end(), ROLE, name_start, name_end)


def _said_twice(clean: str, start: int, end: int) -> Heading | None:
    """The title that a line opens with twice, as where a heading and the text under it became one: 一 出纳 一 出纳 ."""
    first = LETTER.search(clean, start, end)
    if first is None or clean.find(first[0], first.end(), min(end, first.end() + LONGEST_TITLE + FEW)) < 0:
        return None
    match = TWICE.match(clean, start, end)
    if match is None or kind_of(match["name"]) != ROLE or INSIDE.match(match["name"]):
        return None
    return Heading(start, match.end(), ROLE, *match.span("name"))


def _named(  # noqa: PLR0913 - a heading has as many parts
    clean: str, start: int, end: int, match: re.Match[str], *, piece: bool = False, ordinal: bool = False
) -> Heading | None:
    name_start, name_end = match.span("name")
    name_start = after_numbering(clean, name_start, name_end)
    name_start = last_word(clean, name_start, name_end)
    while name_end > name_start and clean[name_end - 1] in " 的:：-—":
        name_end -= 1
    name = clean[name_start:name_end]
    kind = kind_in_heading(name)
    topic = TOPIC.match(name) if piece and not kind else None
    if topic and kind_of(topic["role"]) == ROLE and topic["role"] not in BARE:
        return Heading(start, end, ROLE, name_start + topic.start("role"), name_start + topic.end("role"), piece=True)
    if not kind and not piece and name and (INSIDE.match(name) or len(name) > LONGEST_TITLE + 4):
        return None
    return Heading(start, end, kind, name_start, name_end, piece=piece, ordinal=ordinal)


def _is_title_alone(lines: list[str], number: int, labels: Labels, start: int, *, level: int) -> bool:
    """Whether a line is only a role's title, and what follows is its description."""
    line = lines[number].strip()
    plain = line[after_numbering(line, 0, len(line)) :].strip("【】[]#* :：")
    plain = (REMARK.sub("", plain) if plain.endswith((")", "）")) else plain).strip()
    plain = HOLDER.sub("", plain) if any(dash in plain for dash in "-—–") else plain
    if not 1 < len(plain) <= LONGEST_TITLE or kind_in_field(plain) != ROLE or INSIDE.match(plain):
        return False
    if labels.within(start, start + len(lines[number])) or _is_one_of_a_row(labels, start):
        return False
    if _is_listed(lines, number) or ends_with_label(labels, start):
        return False
    after = next((lines[at] for at in range(number + 1, min(len(lines), number + 4)) if lines[at].strip()), "")
    form = _begins_with_label(labels, lines, number, start) and not ends_with_label(labels, start, soft=True)
    if kind_of(plain) != ROLE:
        return form  # what a post does, such as 采购
    again = after.strip(" #*【[").startswith(plain) and len(after.strip()) > len(plain) + FEW
    if again or plain in BARE:
        return again or DUTIES_ONLY.fullmatch(after.strip()) is not None
    return bool(level) or bool(DUTIES_NEXT.match(after)) or form


def _is_listed(lines: list[str], number: int) -> bool:
    """Whether a line goes on with a list: behind a comma, or right under another title."""
    before = next((lines[at].strip() for at in range(number - 1, max(-1, number - 4), -1) if lines[at].strip()), "")
    above = REMARK.sub("", lines[number - 1].strip()) if number else ""
    return before.endswith(("、", ",", "，")) or kind_of(above or "-") == ROLE


def _is_one_of_a_row(labels: Labels, start: int) -> bool:
    """Whether a place is in a cell of a table that has others beside it."""
    cell = labels.cell(start)
    return cell is not None and (cell.column > 1 or labels.cell_after(cell) is not None)


def _begins_with_label(labels: Labels, lines: list[str], number: int, start: int) -> bool:
    """Whether a field of a form opens the next line that is not blank; `start` is where line `number` begins."""
    at = start + len(lines[number]) + 1
    for line in lines[number + 1 : number + 4]:
        if line.strip():
            opening = labels.within(at, at + len(line))[:1]
            return bool(opening) and opening[0].field in OPENING_FIELDS and not line[: opening[0].start - at].strip()
        at += len(line) + 1
    return False
