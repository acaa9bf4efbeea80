"""Headings: lines and openings of sentences that say whose description begins here.

车间主任岗位职责, 第二篇:采购经理岗位说明书, 岗位说明书(护士长), a title alone above its duties,
仓管员岗位职责:1. in running text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.labels import NUMBERING
from orgchart.extraction.resolving import DOCUMENT_WORDS, title_of
from orgchart.extraction.titles import BARE, REMARK, ROLE, UNIT, kind_in_field, kind_of, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Text

LONGEST_LINE = 48
LONGEST_TITLE = 16
FEW = 4
OPENING_FIELDS = frozenset(("unit", "reports_to", "supervises", "code", "grade", "headcount"))
NUMBER = "[一二三四五六七八九十百\\d]{1,3}"
WHAT = (
    "(?:(?:岗位|职位|职务|工作|主要|具体|基本|安全生产|安全|管理|部门|个人)*(?:职责|责任制|责任|说明书|阐明书|说明|描述|规范|任务清单|工作标准)"
    "(?:[及和与]?(?:说明书|说明|描述|规范|权限|任职资格|任职要求|任职条件|考核标准|工作标准|工作流程|绩效测评标准))*"
    "|JD|工作内容|绩效测评标准|绩效考核标准|Job Description|Job description|job description)"
)
MARK = re.compile("职责|责任|说明|阐明|描述|规范|清单|标准|JD|工作内容|escription")  # one is in all that WHAT means
PIECE = rf"(?:(?:【|\[)?第{NUMBER}篇(?:】|\])?|(?:【|\[)?(?:篇|范文|范本|模板|样本|例){NUMBER}(?!篇|\d| ?篇)(?:】|\])?)"
AFTER = (
    r"(?:\s*(?:管理)?(?:通用|精选|优质|优秀|最新|实用|范本|范文|范例|模板|样本|样板|文档|大全|汇总|合集|表格?|格式|细则|制度|规定|要求))*"
    r"(?:\s*[(（]?(?:精选|通用|优秀|模板|最新|共|实用|推荐)*\s*\d{1,2}\s*篇[)）]?)?"
    r"(?:(?:都|主要|具体)?(?:是什么|有哪些|包括哪些|包括什么|是哪些|有什么)\s*[?？]?)?"
)
LINE = re.compile(
    rf"(?P<front>{PIECE}\s*[:：、.]?\s*)?(?P<name>[^\n,，。;；?？!！]{{0,28}}?)(?:的|之|—|-)?(?P<what>{WHAT})"
    rf"(?P<after>{AFTER})\s*(?:[(（](?P<ordinal>{NUMBER})[)）]|(?P<back>{PIECE})|(?P<number>{NUMBER}))?"
    r"(?:[(（][^()（）\n]{1,16}[)）])?\s*(?:\.(?:docx?|pdf|txt|wps|xlsx?))?\s*[:：]?\s*(?:[】\]》〗」])?\s*"
)
REVERSED = re.compile(rf"(?P<what>{WHAT})\s*[(（:：—–-]+\s*(?P<name>[^()（）\n,，。;；]{{2,16}})[)）]?\s*")
PIECE_ALONE = re.compile(rf"(?P<front>{PIECE})\s*[:：、.]?\s*(?P<name>[^\n。;；]{{0,40}})")
PIECE_BEHIND = re.compile(
    rf"(?P<name>[^\n。;；]{{1,36}}?)\s*(?P<back>(?:【|\[)?(?:篇|范文|范本){NUMBER}(?:】|\])?)\s*[:：]?\s*"
)
BRACKETED = re.compile(rf"\s*[【\[](?P<name>[^\n【】\[\]]{{2,20}}?)(?:的)?(?:{WHAT})[】\]][:：]?")
BEFORE_BRACKET = re.compile(r"\s*(?P<name>[^\n【】\[\]。;；:：]{2,24})(?=[【\[][^【】\[\]\n]{2,12}[】\]])")
ORNAMENT = re.compile(
    "[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff《〖「\u3012\u3013\ue000-\uf8ff\ufe0f]+ *(?=[^\u2500-\u27bf ])"
)
# Numbers that are no figures: Ⅱ, IV., B), 第三章.
LETTERED = rf"(?:[A-Za-z][.、)）](?![A-Za-z])|[IVX]{{1,4}}[.、 ]|[Ⅰ-Ⅻ][.、 ]?|第{NUMBER}[章节条款][、:：.]?)"
LETTERED_BEFORE = re.compile(rf"{LETTERED}\s*")
FRONT = (
    r"[ \t]*(?:[|【\[《〖「#*\u2190-\u21ff\u2500-\u27bf]+[ \t]*)?(?:[-–•·][ \t]?)?"
    rf"(?:(?:\d{{1,2}}[、.．)]|\d{{1,2}}(?=[ \t])|{LETTERED})[ \t]*)?(?:\*\*)?"
)
NUMBER_ENDS = re.compile(rf"(?:{NUMBER}[、.．]|[(（]{NUMBER}[)）])[、]?\s*$")
PLAIN_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})* +(?=[一-鿿])")
NUMBERS = (NUMBERING, PLAIN_NUMBER, LETTERED_BEFORE)
TWICE = re.compile(
    rf"\s*(?:{NUMBER}[、.． ]\s*)?(?P<name>[一-鿿]{{2,16}}?)\s*(?:{NUMBER}[、.． ]\s*)?(?P=name)(?![一-鿿])\s*"
)
TITLED_LINE = re.compile(
    r"\s*(?P<name>[^\n\s。;:,、]{2,20}?)(?:[(（][^()（）\n]{1,8}[)）])?\s?(?:的)?(?:岗位|工作|主要|具体)*(?:职责|说明书)\s+(?=[一-鿿])"
)
ENUMERATED = re.compile(
    r"^[ \t]*(?P<number>(?:第?[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|\d{1,2}(?:\.\d{1,2})+[.、]?)\s*)"
    r"(?P<name>[^\s:：,，。;；、()（）]{2,16})[ \t]*(?:[:：][^\n]{0,30}|[(（][^()（）\n]{1,16}[)）])?[ \t]*$",
    re.MULTILINE,
)
POST = re.compile(
    r"(?:(?<!\d)(?P<number>\d{1,2})(?:[、.．]\s*|\s+)|(?:[(（][一二三四五六七八九十]{1,3}[)）]|(?<![第一二三四五六七八九十之统唯])[一二三四五六七八九十]{1,3}[、.．])[、.．]?\s*)"
    r"(?P<post>(?P<name>[一-鿿]{2,14}?)(?:\s*[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[名人位个][)）]?)?"
    r"(?:[(（][^()（）\n]{1,20}[)）])?\s*"
    r"(?P<mark>[,，:：]|(?<= )|岗位[ \t]*(?=\d)|(?=(?P=name)|直接上[级司]|(?:主要|岗位)(?:工作|职责)[:：])))"
)
# A sentence about a role that ends by announcing its duties: 行政总厨侧重管理,主要职责如下:
ANNOUNCED = re.compile(
    r"^[ \t]*(?P<name>[一-鿿]{2,12}?)(?=是|为|作为|侧重|主要|负责|在|的)[^\n。;:]{2,40}?[,，]"
    r"(?:其|他|她)?(?:主要|具体|基本|工作|岗位)*职责(?:如下|包括|主要有|有|是)?[:：][ \t]*$",
    re.MULTILINE,
)
TELLS = re.compile(r"[^\n。]{0,60}?(?:职责|负责|领导下|汇报|全面|协助)")
BEHIND = r"(?:[(（][^()（）\n]{1,40}[)）])?(?:\*\*)?"  # a remark behind a title, and the end of bold type
# A title alone on its line, with or without a mark behind it, above a line with a sentence.
STANDING = re.compile(
    rf"^(?P<line>{FRONT}(?P<name>[^\s:|,。;、()（）*【】\[\]》〗」\u2500-\u27bf]{{2,16}}){BEHIND})"
    r"[ \t】\]》〗」*:\u2500-\u27bf]*\n"
    r"(?=\s*(?=[^\n]{0,60}[,。;、])[^\n]{10})",
    re.MULTILINE,
)
INLINE = re.compile(
    r"(?:的)?(?:岗位|工作|主要|具体|安全生产|安全)*(?:职责(?:[及和与](?:工作)?(?:权限|权利|要求|标准|内容)|标准|规范|范围|细则)?|说明书)"
    r"[.．]?\s*(?P<colon>[:：]|(?:主要)?(?:如下|有以下|包括以下)[^\n,。:]{0,6}[:。])?\s*"
    r"(?=(?P<item>\d{1,2}\s*[、.．)）]|[(（][一1]|[一1]、|(?:岗位|职位|职务)名称\s*[:：]|职责(?:范围|概述|描述)"
    r"|(?<=[:： ])[一-鿿]{2,8} ?[一1][、.．])|\n|$|(?P<text>[一-鿿]))"
)
BOUNDARY = re.compile(r"[。;；!！?？\n\]】,，:： ]|(?<=\D)[.．]")
NEXT_LINE = re.compile(r"\s*(?P<words>[^\n]{0,96})")
SAID = re.compile("职责|说明书|岗位说明|JD|工作内容")
DUTIES_NEXT = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d{1,2})+[.、\s]|[-–●■◆★▪•·*]\s|[➢➤►▶✓✔√※◇□○◎▲△☆]|[一1][、.．)）]|[(（][一1][)）]|①|[【\[]?(?:岗位|工作|主要|职位|职务|基本)*(?:职责|内容|概要|描述|目的)|(?:直接|隶属|所属|汇报|上级|岗位|职位|职务)\S{0,6}[:：]"
    r"|(?:对|在|受|向)\S{1,16}(?:负责|领导|汇报))"
)
VERB_FIRST = re.compile(
    "梳理|明确|作为|做为|担任|按照|依据|依照|根据|结合|构建|建立|编制|制[定订]|完善|加强|关于|浅谈|浅析|如何|论|对(?!外)|做好|履行|执行(?!董事|总监|经理|主任|院长|校长|官)"
)
SEVERAL = re.compile("职责|说明书|组织架构|岗位设置")
PAGE_NUMBER = re.compile(r"(?:[(（]\d{1,3}[)）]|[.…·]{2,}\s*\d{1,3}|\s\d{1,3})\s*$")
ONLY_PAGE = re.compile(r"[(（]?\d{1,3}[)）]?\s*(?:\n|$)")
COLON_VALUE = re.compile(r"[:：]\s*\S")
# What an essay in a collection is about: 对客户经理岗位的思考.
TOPIC = re.compile("(?:浅谈|浅析|试论|关于|如何|对|论|谈)(?:做好|当好)?(?P<role>[一-鿿]{2,10}?)(?:岗位|的|工作|职责)")
INSIDE = re.compile(
    r"^(?:(?:梳理|关于|编写|撰写|浅谈|浅析|如何|怎样|做好|当好|加强|优化|简述|论|谈|本|该|各|其).*|.*(?:对|向|在|受|和|与|及|或|按|根据|明确|制定|建立|完善|落实|履行|承担|遵守|规定|了解|熟悉|修订|分解|下属|员工|自己|自身|相应|有关).*)$"
)


class Heading(NamedTuple):
    """A heading: where it stands, what its name is and means, and whether it begins a piece of a collection.

    `kind` is role, unit, or empty where it names neither. `ordinal` numbers further descriptions of one title. `again`
    is true where the text behind it begins with the same heading, as where a document was put behind another.
    """

    start: int
    end: int
    kind: str
    name_start: int
    name_end: int
    piece: bool = False
    ordinal: bool = False
    line: bool = True
    alone: bool = False
    again: bool = False


def headings(text: Text, labels: Labels) -> list[Heading]:
    """All headings of a text, in reading order, no two at one place."""
    plain = (*_inline(text.clean), *_pieces(text.clean), *_lines(text, labels))
    told = {text.clean[one.name_start : one.name_end] for one in plain if one.kind == ROLE}
    further = (
        *_several(text.clean, _enumerated(text, labels), told),
        *_several(text.clean, _posts(text, labels), told),
        *_several(text.clean, _openings(text, labels)),
        *_several(text.clean, _announced(text.clean), told),
        *_standing(text, labels),
    )
    found = {heading.start: heading for heading in (*further, *plain)}
    ordered = [found[start] for start in sorted(found)]
    kept: list[Heading] = []
    for heading in ordered:
        if kept and heading.start < kept[-1].end:
            continue
        kept.append(heading)
    return kept


def _several(clean: str, candidates: Iterable[Heading], told: Iterable[str] = ()) -> list[Heading]:
    """The candidates for headings, if they are of different roles, or of another than those that are `told` anyway."""
    found = list(candidates)
    return found if len({*told, *(clean[one.name_start : one.name_end] for one in found)}) > 1 else []


def _lines(text: Text, labels: Labels) -> Iterator[Heading]:
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
            first = _after_numbering(clean, begin, end)
            heading = Heading(begin, end, ROLE, first, start + len(line.rstrip(" :：】]")), alone=True)
        heading = heading or _opening(clean, start, end) or _said_twice(clean, start, end)
        told = heading or Heading(begin, end, "", begin, end)
        again = _is_said_again(clean, told, end)
        if heading is not None or (again and LINE.fullmatch(stripped)):
            yield told._replace(again=again)


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
    first = _after_numbering(clean, start, end)
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
        kind = _kind(clean[first:end])
        if kind:
            return Heading(start, end, kind, first, end, alone=True)
    return None


def _piece_before(clean: str, start: int, end: int) -> Heading | None:
    """The heading of a piece that runs on into its text: 篇三 采购员岗位职责 1."""
    match = re.compile(rf"\s*{PIECE}\s*[:：]").match(clean, start, end)
    if match is None:
        return None
    inline = INLINE.search(clean, match.end(), min(end, match.end() + LONGEST_LINE))
    name_end = inline.start() if inline else match.end()
    name_start = _last_word(clean, match.end(), name_end)
    kind = _kind(clean[name_start:name_end])
    return Heading(start, inline.end() if inline else match.end(), kind, name_start, name_end, piece=True)


def _opening(clean: str, start: int, end: int) -> Heading | None:
    """The heading that a long line opens with: 【厨师长岗位职责】, 一)领班[直接上级], 厨师长岗位职责 负责厨房."""
    match = (
        BRACKETED.match(clean, start, end)
        or BEFORE_BRACKET.match(clean, start, end)
        or TITLED_LINE.match(clean, start, min(end, start + LONGEST_LINE))
    )
    if match is None:
        return None
    name_start, name_end = match.span("name")
    name_start = _last_word(clean, _after_numbering(clean, name_start, name_end), name_end)
    name = clean[name_start:name_end]
    if _kind(name) != ROLE or INSIDE.match(name):
        return None
    return Heading(match.start("name"), match.end(), ROLE, name_start, name_end)


def _said_twice(clean: str, start: int, end: int) -> Heading | None:
    """The title that a line opens with twice, as where a heading and the text under it became one: 一 出纳 一 出纳 ."""
    match = TWICE.match(clean, start, end)
    if match is None or kind_of(match["name"]) != ROLE or INSIDE.match(match["name"]):
        return None
    return Heading(start, match.end(), ROLE, *match.span("name"))


def _named(  # noqa: PLR0913 - a heading has as many parts
    clean: str, start: int, end: int, match: re.Match[str], *, piece: bool = False, ordinal: bool = False
) -> Heading | None:
    name_start, name_end = match.span("name")
    name_start = _after_numbering(clean, name_start, name_end)
    name_start = _last_word(clean, name_start, name_end)
    while name_end > name_start and clean[name_end - 1] in " 的:：-—":
        name_end -= 1
    name = clean[name_start:name_end]
    kind = _kind(name)
    topic = TOPIC.match(name) if piece and not kind else None
    if topic and kind_of(topic["role"]) == ROLE and topic["role"] not in BARE:
        return Heading(start, end, ROLE, name_start + topic.start("role"), name_start + topic.end("role"), piece=True)
    if not kind and not piece and name and (INSIDE.match(name) or len(name) > LONGEST_TITLE + 4):
        return None
    return Heading(start, end, kind, name_start, name_end, piece=piece, ordinal=ordinal)


def _kind(name: str) -> str:
    """Whether a heading's name is one role or a unit."""
    plain = title_of(name) if name.strip() else ""
    if not plain or len(plain) > LONGEST_TITLE + 8 or SEVERAL.search(plain) or _names_several(name):
        return ""
    if VERB_FIRST.match(plain) or (INSIDE.match(plain) and kind_of(plain) != ROLE):
        return ""
    kind = kind_in_field(plain)
    if kind == ROLE and "/" not in plain and len([one for one in names_in(plain) if one.kind == ROLE]) > 1:
        return ""
    return kind if kind in (ROLE, UNIT) else ""


def _names_several(name: str) -> bool:
    """Whether a heading lists roles, each with its word for duties: 店长职责收银员职责."""
    return sum(kind_of(part) == ROLE for part in DOCUMENT_WORDS.split(name)) > 1


YEAR = re.compile(r"(?:19|20)\d{2}年?(?:最新)?\s*")
PRAISE = re.compile("(?:最新|优秀|优质|精选|通用|实用)(?:版|的)?")  # what a collection says of its pieces
PLACE = re.compile(r"[一-鿿]{0,4}[xX×*]{2,4}(?:省|市|县|区|有限公司|公司|集团)?")


def _last_word(clean: str, start: int, end: int) -> int:
    """Where the name proper begins: behind a year, a place left open, or another heading."""
    for front in (YEAR, PRAISE, PLACE):
        told = front.match(clean, start, end)
        if told and told.end() < end:
            start = told.end()
    for blank in reversed([match.end() for match in re.compile(r"[ _|·•]|[-—–]{1,4}").finditer(clean, start, end)]):
        if blank < end and kind_in_field(title_of(clean[blank:end])) == ROLE:
            return blank
    return start


def _after_numbering(clean: str, start: int, end: int) -> int:
    ornament = ORNAMENT.match(clean, start, end)
    start = ornament.end() if ornament else start
    numbered = next((match for one in NUMBERS if (match := one.match(clean, start, end))), None)
    if numbered is None:
        return start
    at = numbered.end()
    return at + 1 if clean.startswith("、", at) else at


def _is_title_alone(lines: list[str], number: int, labels: Labels, start: int, *, level: int) -> bool:
    """Whether a line is only a role's title, and what follows is its description."""
    line = lines[number].strip().strip("【】[]#* ")
    plain = REMARK.sub("", line[_after_numbering(line, 0, len(line)) :].strip(" :：")).strip()
    if not 1 < len(plain) <= LONGEST_TITLE or kind_in_field(plain) != ROLE or INSIDE.match(plain):
        return False
    if labels.within(start, start + len(lines[number])) or _is_one_of_a_row(labels, start):
        return False
    if _is_listed(lines, number) or _ends_with_label(labels, start):
        return False
    after = next((lines[at] for at in range(number + 1, min(len(lines), number + 4)) if lines[at].strip()), "")
    if kind_of(plain) != ROLE:
        return _begins_with_label(labels, lines, number, start)  # what a post does, such as 采购
    again = after.strip(" #*【[").startswith(plain) and len(after.strip()) > len(plain) + FEW
    if again or plain in BARE:
        return again
    return bool(level) or bool(DUTIES_NEXT.match(after)) or _begins_with_label(labels, lines, number, start)


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


def _ends_with_label(labels: Labels, start: int) -> bool:
    """Whether a field's label stands before a place with nothing but blanks between, so that its value begins here."""
    near = labels.within(max(0, start - 40), start)
    return (
        bool(near)
        and near[-1].field not in ("section", "other")
        and not labels.text.clean[near[-1].after : start].strip(" :：\n")
    )


INLINE_PIECE = re.compile(rf"(?<=[ \t。;；_])(?:第{NUMBER}篇|【(?:篇|范文|范本){NUMBER})\s*[:：】]\s*")
OPENING = re.compile(
    rf"^{FRONT}(?P<name>[^\s:：|,，。;；、()（）*【】\[\]]{{2,14}}?)"
    rf"(?:[(（]?\d{{1,2}}[名人位][)）]?)?{BEHIND}[ \t]*[:：|】\]][ \t]*"
    r"(?![^\s\d]{2,4}[ \t]*\d)(?=[^\s\d][^\n]{5}|\d{1,2}[、.．)])",
    re.MULTILINE,
)


def _pieces(clean: str) -> Iterator[Heading]:
    """Pieces of a collection that begin within a line."""
    for match in INLINE_PIECE.finditer(clean):
        inline = INLINE.search(clean, match.end(), match.end() + LONGEST_LINE)
        name_end = inline.start() if inline else match.end()
        name_start = _last_word(clean, match.end(), name_end)
        kind = _kind(clean[name_start:name_end])
        yield Heading(match.start(), inline.end() if inline else match.end(), kind, name_start, name_end, piece=True)


def _openings(text: Text, labels: Labels) -> Iterator[Heading]:
    """Lines that open with a role and tell its duties behind a colon or a bar."""
    for match in OPENING.finditer(text.clean):
        start = _after_numbering(text.clean, *match.span("name"))
        name = text.clean[start : match.end("name")]
        if kind_of(name) == ROLE and not INSIDE.match(name) and not labels.within(match.start(), match.end("name")):
            yield Heading(start, match.end(), ROLE, start, match.end("name"), line=False)


def _announced(clean: str) -> Iterator[Heading]:
    """Lines about a role that announce the list of its duties below them."""
    for match in ANNOUNCED.finditer(clean):
        start, end = match.span("name")
        if kind_of(match["name"]) == ROLE and match["name"] not in BARE and not INSIDE.match(match["name"]):
            yield Heading(match.start("name"), end, ROLE, start, end, line=False)


def _enumerated(text: Text, labels: Labels) -> Iterator[Heading]:
    """Numbered lines that hold nothing but a role's title, and perhaps a motto."""
    for match in ENUMERATED.finditer(text.clean):
        start, end = match.span("name")
        name = text.clean[start:end].removesuffix("岗位")
        if kind_of(name) != ROLE or name in BARE or INSIDE.match(name):
            continue
        if labels.within(match.start(), match.end()) or _ends_with_label(labels, match.start()):
            continue
        yield Heading(match.start("number"), match.end(), ROLE, start, start + len(name), alone=True)


def _posts(text: Text, labels: Labels) -> Iterator[Heading]:
    """Numbered posts in running text, each with its duties behind a comma or a colon, or named again by them.

    (一)、案场经理一名,对营销总监负责…(二)、置业顾问,主要职责如下:
    """
    for match in POST.finditer(text.clean):
        start, end = match.span("name")
        name = text.clean[start:end]
        plain = (match["mark"] in {":", "：", ""} or match["mark"].startswith("岗位")) and not match["number"]
        before = text.clean[max(0, match.start() - 1) : match.start()]
        if match["mark"] in {",", "，"} and "一" <= before <= "鿿" and match[0][0] not in "(（":
            continue
        if not plain and not TELLS.match(text.clean, match.end("post")):
            continue
        named = kind_of(name) == ROLE and name not in BARE and not INSIDE.match(name) and not VERB_FIRST.match(name)
        if named and not labels.within(start, end):
            yield Heading(match.start(), match.end("post"), ROLE, start, end, line=False)


def _standing(text: Text, labels: Labels) -> Iterator[Heading]:
    """Lines that are only a role's title, between the end of one text and the sentences of another.

    Several do, or one that opens the document. 口腔护士 above 协助口腔医生完成椅旁操作。
    """
    clean = text.clean
    found = []
    for match in STANDING.finditer(clean):
        start, end = _after_numbering(clean, *match.span("name")), match.end("name")
        name = clean[start:end]
        if kind_of(name) != ROLE or name in BARE or INSIDE.match(name) or not _closes(clean, match.start()):
            continue
        if labels.within(match.start(), match.end()) or _ends_with_label(labels, match.start()):
            continue
        found.append(Heading(match.start("line"), match.end(), ROLE, start, end, alone=True))
    if len({clean[one.name_start : one.name_end] for one in found}) > 1 or (
        found and not clean[: found[0].start].strip()
    ):
        yield from found


def _closes(clean: str, start: int) -> bool:
    """Whether the text before a line is at an end: with a full stop, a blank line, or as the title of the document."""
    before = clean[max(0, start - LONGEST_LINE - 1) : start].rstrip(" \t")
    if not before.strip() or before.endswith("\n\n"):
        return True
    opening, _, line = before.rstrip("\n").rpartition("\n")
    title = not opening.strip() and start <= LONGEST_LINE
    return title or line.endswith(("。", ";", "!", ":")) or LINE.fullmatch(line.strip()) is not None


def _inline(clean: str) -> Iterator[Heading]:
    """Headings that open a sentence in running text, with the list of duties right behind them.

    Where there are several, a colon is enough before duties that are no list.
    """
    found = list(_in_sentences(clean))
    told = {clean[heading.name_start : heading.name_end] for heading, _sure in found if heading.kind == ROLE}
    yield from (heading for heading, sure in found if sure or len(told) > 1)


def _in_sentences(clean: str) -> Iterator[tuple[Heading, bool]]:
    """Headings in running text, and whether each is one for sure."""
    for match in INLINE.finditer(clean):
        stop = match.start() - (clean[max(0, match.start() - 2) : match.start()].count(" "))
        low = max(0, stop - LONGEST_TITLE - 2)
        start = low
        for boundary in BOUNDARY.finditer(clean, low, stop):
            start = boundary.end()
        if (
            (start == low and low > 0)
            or not (match["item"] or match["colon"] or match["text"])
            or ONLY_PAGE.match(clean, match.end())
        ):
            continue
        before = clean.rfind("职责", start, stop)
        start = before + len("职责") if before >= 0 else start
        start = _after_numbering(clean, start, stop)
        start = _last_word(clean, start, stop)
        name = clean[start:stop]
        kind = _kind(name) if len(name) > 1 else ""
        sure = not match["text"] or _runs_on(clean, low, start, name, match)
        if match["text"] and (kind != ROLE or not (sure or match["colon"])):
            continue
        if kind and not INSIDE.match(name):
            yield Heading(start, match.end(), kind, start, stop, line=False), sure


def _runs_on(clean: str, low: int, start: int, name: str, match: re.Match[str]) -> bool:
    """Whether duties run on behind a numbered heading in running text, behind a colon or its name said again.

    二、采购员职责:负责询价; (三)班长的安全职责班长是第一责任人.
    """
    numbered = NUMBER_ENDS.search(clean, max(0, low - FEW), start) is not None
    return numbered and (bool(match["colon"]) or clean.startswith(name, match.end()))
