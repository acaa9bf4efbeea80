"""Running text: sentences and clauses with their bounds, and names found where no form tells where they end.

A sentence is what stands between full stops, item numbers and line ends; a clause, between commas. Patterns look only
within the sentence of the word that woke them, and not far there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.joining import key
from orgchart.extraction.lexicon import one_of, words
from orgchart.extraction.titles import (
    BARE,
    BODY,
    BROAD,
    GENERIC_UNITS,
    LETTERS,
    NO_TITLE,
    NOBODY,
    NOBODY_MARKS,
    NOBODY_WORDS,
    OUTSIDE,
    OUTSIDE_WORDS,
    ROLE,
    UNIT,
    UNIT_WORDS,
    UNKNOWN,
    Name,
    ending,
    endings,
    kind_in_field,
    kind_of,
    lengths,
    names_in,
    proper,
    stripped,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typing_extensions import Self

WINDOW = 64  # how far from the word that woke it a pattern looks
HORIZON = 128  # nothing farther away is looked at, however long the sentence is
LONGEST = 20  # the longest name in running text

CUTS = re.compile(
    r"(?P<sentence>[。；;!！?？\n]|\d{1,2}(?:[、．)）]|\.(?!\d))|[(（]\d{1,2}[)）]|[(（]?(?<![一-鿿])[一二三四五六七八九十]{1,3}[、)）]|[①-⑳]|[\[【】\]●■◆★▪•·])"
    r"|[，,：:]"
)


class At(NamedTuple):
    """Where a pattern's word stands: in `text`, from `start` to `end`, within its sentence and its clause.

    `own` is the title of the role that the text describes, empty where it has none.
    """

    text: str
    start: int
    end: int
    low: int
    high: int
    left: int
    right: int
    own: str = ""

    def before(self, reach: int = WINDOW) -> int:
        """The first place to look at before the word, within the sentence."""
        return max(self.low, self.start - reach)

    def after(self, reach: int = WINDOW) -> int:
        """The end of what to look at behind the word, within the sentence."""
        return min(self.high, self.end + reach)


class Seen(NamedTuple):
    """A name that a pattern saw, what it saw it as, and from where to where the evidence reaches.

    `pattern` is set where one pattern tells kinds of sentences apart; else the pattern's own name counts.
    """

    field: str
    name: Name
    start: int
    end: int
    weak: bool = False
    about: str = ""
    pattern: str = ""


class Pattern(NamedTuple):
    """A named pattern: the words that wake it, and how it looks around them."""

    name: str
    wakes: tuple[str, ...]
    look: Callable[[At], Iterator[Seen]]


class Bounds:
    """The ends of the sentences and clauses of a text."""

    def __init__(self, text: str) -> None:
        self.size = len(text)
        self.sentences = sentences = [0]
        self.clauses = clauses = [0]
        self.ends: list[int] = []
        self.stops: list[int] = []
        ends, stops = self.ends, self.stops
        for match in CUTS.finditer(text):
            start, end = match.span()
            if start and text[start].isdigit() and text[start - 1] in "0123456789.":
                continue
            clauses.append(end)
            stops.append(start)
            if match.lastgroup:
                sentences.append(end)
                ends.append(start)

    def sentence(self, place: int) -> int:
        """Where the sentence begins that a place stands in."""
        return self.sentences[bisect_right(self.sentences, place) - 1]

    def at(self, text: str, start: int, end: int, own: str) -> At:
        """A place with the bounds of its sentence and clause, as far as the horizon."""
        sentence = bisect_right(self.sentences, start) - 1
        clause = bisect_right(self.clauses, start) - 1
        high = self.ends[sentence] if sentence < len(self.ends) else self.size
        right = self.stops[clause] if clause < len(self.stops) else self.size
        return At(
            text,
            start,
            end,
            low=max(self.sentences[sentence], start - HORIZON),
            high=min(high, end + HORIZON),
            left=max(self.clauses[clause], start - HORIZON),
            right=min(right, end + HORIZON),
            own=own,
        )


class Compact(NamedTuple):
    """A stretch without the blanks between Chinese characters, and where each character comes from."""

    text: str
    start: int
    origin: list[int] | None = None

    @classmethod
    def of(cls, clean: str, start: int, end: int) -> Self:
        """The stretch of a text from `start` to `end`."""
        text = clean[start:end].replace(",", "，").replace(";", "；").replace(":", "：")  # places stay
        gaps = [match.span() for match in BLANKS.finditer(text) if _parts_a_word(text, *match.span())]
        if not gaps:
            return cls(text, start)
        origin: list[int] = []
        kept: list[str] = []
        at = 0
        for first, last in (*gaps, (len(text), len(text))):
            kept.append(text[at:first])
            origin += range(start + at, start + first)
            at = last
        return cls("".join(kept), start, origin)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where characters `start` up to `end` of the compact text stand in the clean one."""
        if self.origin is None:
            return self.start + start, self.start + end
        return self.origin[start], self.origin[end - 1] + 1


BLANKS = re.compile(r"[ \t\n\u3000]+")
# Before a line end, where the line cannot be all of a clause; behind it, where the clause's last word is cut.
OPEN_END = re.compile("[一-鿿]{2}[公司的与和及并对向在由受、，其将把各]$|、[一-鿿]$")
CUT_WORD = re.compile("(?![一二三四五六七八九十]{1,3}、)[一-鿿]{1,3}[。；，、]")


def _parts_a_word(text: str, start: int, end: int) -> bool:
    """Whether blanks stand between Chinese characters of one line, or a line end within a clause."""
    if not start or end == len(text) or not "一" <= text[end] <= "鿿":
        return text[end : end + 1] == "(" and start > 0 and "一" <= text[start - 1] <= "鿿"
    if "\n" in text[start:end]:
        before = text[max(0, start - 3) : start]
        return bool(OPEN_END.search(before) or ("一" <= before[-1] <= "鿿" and CUT_WORD.match(text, end)))
    return "一" <= text[start - 1] <= "鿿" or text[start - 1] in "，。；：、)"


# Names whose end no mark tells ------------------------------------------------------------

# Where a name ends at the latest: marks, particles, and verbs that no name contains.
BREAK = re.compile(
    rf"""{one_of("deeds", "breaks")}|[，。；：:;,、()（）\s"“”‘’'<>《》【】\[\]!！?？/|—…+=*]"""
    "|实施(?!工程师|顾问|经理|专员|主管|总监|人员)|使(?!用)|给(?!排|水)|对(?!外)|负责(?!人)|执行(?![一-鿿]{0,4}(?:总监|经理|董事|院长|校长|主席|主任|总裁|总编|官|厨|团队|小组|部|层|机构|委员会))"
)
DEEDS = one_of("deeds", "verbs")
# What begins like a name and is something to be done: 组织部门会议. In 采购部 and 运营总监 it is part of a name.
DOING = re.compile(f"(?:{DEEDS})(?!{one_of('deeds', 'name parts')})")
# Behind a role, the same words are nearly always done by it: 护士长管理病房, but not 总经理办公室, nor 经理助理.
DONE_BY_ROLE = re.compile(f"(?:{DEEDS})(?!员|人员|专员|岗|师|助理)")
# A letter that ends a unit's name, but not before these letters: 组 in 组织, 处 in 处理.
SPLIT = re.compile(
    "课(?=程|堂|时|题|件|业|本|外|表)|组(?=织|成|建|合)|处(?=理|置|罚|于|分|方)|所(?=有|属|在|需|辖|以|负)|班(?=次|前|后|级|车|制)|队(?=伍)|委(?=托|派|员)"
    "|站(?=在)|线(?=上|下|路|索)|部(?=署|位|件|分)|科(?=研|学|技|目)|室(?=内|外)|办(?=理|公|法|事|好|学|案|税|证|卡|结|完|妥|展|会)|系(?=统|列)"
    "|院(?=校|内|外|感)|店(?=铺|面|内)|库(?=存|房|区)|厂(?=家|商|区|房|内)"
)
WORK = ("工作", "工资", "工装", "工时", "工种", "工号")
PEOPLE = re.compile("(?:的|内|各)?(?:员工|职工|人员|成员|同事|全体|领导)")
SINGLE_RANKS = frozenset(
    ("经理", "主任", "馆长", "校长", "院长", "园长", "厂长", "店长", "站长", "科长", "处长", "班长", "组长", "队长")
)
STAFF_GROUP = re.compile("团队|队伍|小组|班组|群体|岗位|同志|们")
THEIR_PEOPLE = re.compile("的?(?:相关|有关|各级)?(?:人员|领导|同事|同仁)")
COUNTED = re.compile(r"[(（]?\s*(?:各)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|若干)\s*[名人位个][)）]?")
BETWEEN = re.compile("[、,，/]|以及|及其(?!他|它)|或者|[和与及或]")
UNKNOWN_ITEM = re.compile("(?P<item>[一-鿿]{2,8}?)(?:、|以及|[和与及])")
ETCETERA = re.compile(
    "等(?:相关|有关|内部|外部|各|其他|关联|职能|政府|行政|主管)*"
    "(?:人员?|岗位|职位|(?P<bodies>部门|单位|机构|科室)|方面|各方|同志|方)?"
)
LAST_UNKNOWN = re.compile("(?P<item>[一-鿿]{2,6}?)(?=等[一-鿿]{0,4}(?:部门|单位|机构))")
NOBODY_FIRST = re.compile(
    f"(?:公司|企业|内部|外部|与|本|全|院内|校内|厂内)*(?:{NOBODY_MARKS.pattern})|各[一-鿿]{{0,4}}部门(?:负责人|经理|主管|领导)"
)
WAYS_OF_CONTACT = ("联系", "沟通", "往来", "对接", "洽谈", "交流")
# Behind a party, how it is spoken to: no part of another word.
CONTACTS = ("服务团队", *(sort + way for sort in ("电话", "业务", "信息") for way in WAYS_OF_CONTACT))
INSTITUTIONS = frozenset(("学校", "医院", "企业", "酒店", "商场", "机关", "工厂", "银行"))
NOUNS = frozenset(words("outside", "nouns"))
NOUN_LENGTHS = tuple(sorted({len(noun) for noun in NOUNS}, reverse=True))


@lru_cache(maxsize=1)
def no_titles() -> frozenset[str]:
    """Words that end like titles and are none."""
    return frozenset(word for word, kind in endings().items() if kind == NO_TITLE)


def listed(text: str, start: int, limit: int, *, commas: bool = False) -> tuple[list[Name], int]:
    """The names listed from `start` on, and where their list ends; without any name, `start` itself.

    Names that mean nobody are among them: a list may go on behind them. A list goes on over a comma only where what
    stands behind it is known to end it, or where another mark has shown that it is a list.
    """
    names: list[Name] = []
    unknown: list[Name] = []
    at = end = start
    while at < limit:
        found = _name_at(text, at, limit) or _post_at(text, at, limit, names)
        found = found or (_last_at(text, at, limit) if names else None)
        if found is None:
            following = _past_unknown(text, at, limit) if names else at
            if following == at:
                break
            item = text[at:following].rstrip("、以及和与")
            unknown.append(Name(item, at, at + len(item), UNKNOWN))
            at = following
            continue
        name, at = found
        names.append(name)
        end = at
        counted = COUNTED.match(text, at, limit)
        at = end = counted.end() if counted else at
        rest = ETCETERA.match(text, at, limit)
        if rest:
            return _of_one_kind(names, unknown) if rest["bodies"] else names, rest.end()
        between = BETWEEN.match(text, at, limit)
        if between is None or (between[0] == "，" and not commas):
            break
        at = between.end()
    return names, end


def _of_one_kind(names: list[Name], unknown: list[Name]) -> list[Name]:
    """The names of a list that ends with 等部门 or 等单位: what is not known there is what the others are."""
    kinds = [name.kind for name in names if name.kind in {OUTSIDE, UNIT}]
    if not kinds:
        return names
    kind = OUTSIDE if OUTSIDE in kinds else UNIT
    plain = [
        name._replace(kind=kind, why="") if name.kind == UNKNOWN or name.words in INSTITUTIONS else name
        for name in (*names, *unknown)
    ]
    return sorted(plain, key=lambda name: name.start)


def _last_at(text: str, start: int, limit: int) -> tuple[Name, int] | None:
    """The last item of a list of bodies, which the lexicon does not know: 消防 in 公安、消防等部门."""
    item = LAST_UNKNOWN.match(text, start, limit)
    if item is None or BREAK.search(text, start, item.end("item")) or DOING.match(text, start, limit):
        return None
    return Name(item["item"], start, item.end("item"), UNKNOWN), item.end("item")


def _past_unknown(text: str, start: int, limit: int) -> int:
    """Past one item of a list that the lexicon does not know, if the list plainly goes on behind it; else `start`."""
    if text[start - 1] != "、" or DOING.match(text, start, limit):
        return start
    item = UNKNOWN_ITEM.match(text, start, limit)
    return item.end() if item and BREAK.search(text, start, item.end("item")) is None else start


@lru_cache(maxsize=1)
def _last_letters() -> frozenset[str]:
    """The letters that any known ending or word ends with; most places end no name, and are not asked further."""
    return frozenset((*lengths(), *(word[-1] for word in (*NOBODY_WORDS, *UNIT_WORDS))))


def _name_at(text: str, start: int, limit: int) -> tuple[Name, int] | None:
    """One name right at `start`, and where its words end, with a group's word behind it: 客户经理 of 客户经理团队."""
    bound = min(limit, start + LONGEST)
    stop = BREAK.search(text, start, bound)
    bound = _before_verb(text, start, stop.start() if stop else bound)
    if bound - start < 2:  # noqa: PLR2004 - a name has two characters
        return None
    letters = _last_letters()
    for end in range(_end_of_role(text, start, bound), start + 1, -1):
        if text[end - 1] not in letters:
            continue
        kind, length = ending(text, end, start)
        if kind in {UNKNOWN, NO_TITLE} and text[start:end] not in NOBODY_WORDS and text[start:end] not in UNIT_WORDS:
            continue
        if _cuts_a_word(text, end, length):
            continue
        name = _judged(text, start, end, bound)
        if name and name.kind == UNIT:
            name = _part_of(text, name, end, limit)
            end = max(end, name.end)  # noqa: PLW2901 - the name is longer than it looked
        if name:
            behind = (STAFF_GROUP if name.kind == ROLE else THEIR_PEOPLE).match(text, end, limit)
            return name, behind.end() if behind else end
    return None


def _end_of_role(text: str, start: int, bound: int) -> int:
    """Where a name ends at the latest: a group's word is dropped (安全员队伍), and what an outsider adds to a role."""
    group = STAFF_GROUP.search(text, start + 2, bound)
    while group:
        if ending(text, group.start(), start)[0] == ROLE:
            return group.start()
        group = STAFF_GROUP.search(text, group.end(), bound)
    kind, length = ending(text, bound, start)
    if kind == OUTSIDE and text[bound - length : bound] not in BROAD:
        for end in range(bound - length, start + 1, -1):
            before, size = ending(text, end, start)
            if before == ROLE and size > 1 and not _cuts_a_word(text, end, size):
                return end
    return bound


def _part_of(text: str, whole: Name, end: int, limit: int) -> Name:
    """A unit of a unit, said with 的: 事业部的市场部门."""
    if not text.startswith("的", end) or whole.end != end:
        return whole
    part = _name_at(text, end + 1, limit)
    if part is None or part[0].kind != UNIT or part[0].start != end + 1 or part[0].words in UNIT_WORDS:
        return whole
    return whole._replace(words=text[whole.start : part[0].end], end=part[0].end)


def _post_at(text: str, start: int, limit: int, before: list[Name]) -> tuple[Name, int] | None:
    """A post named by what it does, which only a list of roles shows to be one: 运营专员、文案策划、美工."""
    if not before or before[-1].kind != ROLE:
        return None
    stop = BREAK.search(text, start, min(limit, start + LONGEST))
    if stop is None or kind_in_field(text[start : stop.start()]) != ROLE:
        return None
    return Name(text[start : stop.start()], start, stop.start(), ROLE), stop.start()


def _before_verb(text: str, start: int, bound: int) -> int:
    """Where a verb behind a name ends what may be name: 总监|开发新客户."""
    for deed in DONE_BY_ROLE.finditer(text, start + 2, bound):
        kind, length = ending(text, deed.start(), start)
        if kind == UNIT and length == 1 and not SPLIT.match(text, deed.start() - 1) and DOING.match(text, deed.start()):
            return deed.start()
        if length > 1 and (kind == ROLE or (kind in {UNIT, OUTSIDE} and DOING.match(text, deed.start()))):
            return deed.start()
    return _before_deed_of_role(text, start, bound)


GOES_ON = re.compile("办|助理|秘书|室|岗|会|团队|代表|工程师|医师|护师|药师|技师|人员|委员|专员|科员|级")


def _before_deed_of_role(text: str, start: int, bound: int) -> int:
    """Where a verb that the lexicon does not know runs on behind a role: 图书馆馆长|招募志愿者."""
    for end in range(start + 2, bound - 3):
        if text[end - 2 : end] in SINGLE_RANKS and not GOES_ON.search(text, end, bound):
            return end
    return bound


def _cuts_a_word(text: str, end: int, length: int) -> bool:
    """Whether a name that ends here would cut another word in two: 班组员|工."""
    if SPLIT.match(text, end - 1):
        return True
    if length and text[end - 1] in LETTERS:
        words_ = no_titles()
        if text.startswith(WORK, end):
            return False  # 调度员|工作
        return text[end - 1 : end + 1] in words_ or text[end - 2 : end + 1] in words_
    return False


def _judged(text: str, start: int, end: int, bound: int) -> Name | None:
    """What stands between the marks as a name, or None where it is none."""
    if NOBODY_FIRST.match(text, start, end):
        return Name(text[start:end], start, end, NOBODY, "names nobody")
    first, last = stripped(text, start, end)
    shown = proper(text[first:last])
    kind = kind_of(shown)
    if kind == UNKNOWN or (
        _is_deed(text, first, last, bound) and not (kind == OUTSIDE and _is_partner(text, first, last))
    ):
        return None
    if kind in {ROLE, UNIT, OUTSIDE} and PEOPLE.match(text, end) and not text.startswith("领导", end):
        if kind == UNIT and shown not in UNIT_WORDS:
            return Name(shown, first, last, UNIT)
        return Name(text[first:end], first, end, NOBODY, "names nobody")
    if kind == OUTSIDE and shown[-1] not in LETTERS and _is_noun(text, end):
        return None
    return Name(shown, first, last, kind, "names nobody" if kind == NOBODY else "")


def _is_partner(text: str, start: int, end: int) -> bool:
    """Whether an outsider's name only begins like a deed: 与收货客户联系, 业主、施工图审查机构."""
    deed = DOING.match(text, start, end)
    listed_ = text[start - 1 : start] == "、" and deed is not None and text[deed.end() : end] not in OUTSIDE_WORDS
    return listed_ or text[start - 1 : start] in {"与", "同", "跟"}


def _is_deed(text: str, start: int, end: int, bound: int) -> bool:
    """Whether what looks like a name is something to be done: 组织部门会议, 财务|管理."""
    if text[start:end] in UNIT_WORDS:
        return end < bound and not text.startswith("岗位", end)
    return end <= start or DOING.match(text, start, bound) is not None


def _is_noun(text: str, end: int) -> bool:
    if text.startswith(CONTACTS, end):
        return False
    return any(text[end : end + length] in NOUNS for length in NOUN_LENGTHS)


# Names between two marks ------------------------------------------------------------------


def follows(pattern: re.Pattern[str], text: str, left: int, start: int) -> bool:
    """Whether `start` begins the clause, or what stands before it in the clause ends as the pattern says."""
    return start <= left or pattern.search(text, left, start) is not None


ADVERBS = re.compile(f"(?:{one_of('deeds', 'adverbs')})+$")


def between(text: str, start: int, end: int) -> list[Name]:
    """The names that fill the text from `start` to `end`, or none where anything else stands there too."""
    trailing = ADVERBS.search(text, max(start, end - 16), end)
    if trailing:
        end = trailing.start()
    if end - start < 2 or end - start > WINDOW:  # noqa: PLR2004 - a name has two characters
        return []
    kind, _length = ending(text, end, start)
    if (
        kind == UNKNOWN
        and not text[start:end].isascii()
        and text[end - 1] not in "等)）"
        and text[start:end] not in NOBODY_WORDS
    ):
        return []
    names = names_in(text[start:end], roles=False)
    if any(name.kind == UNKNOWN for name in names):
        return []
    return [name._replace(start=name.start + start, end=name.end + start) for name in names]


def somebody_else(at: At, end: int) -> Name | None:
    """The role that the clause has for its subject, where it is not the one described: 班组长每天向车间主任汇报."""
    if not at.own or end - at.left < 2 or at.text.startswith("本", at.left):  # noqa: PLR2004 - a name has two characters
        return None
    start = at.left + 1 if at.text[at.left] in "由有" else at.left
    names, _end = listed(at.text, start, end)
    for name in names[:1]:
        if name.kind == ROLE and name.start == start and not is_own(name.words, at.own):
            return name
    return None


DOES = "在|由|受|应|须|要|必须|负责(?!人)|每[天日周月]|对|向|需|定期|及时|将|协助|配合|不得|不准|可以"
ACTS = re.compile(f"{DOES}|直接(?:{DOES})|均(?:直接)?(?:{DOES})")


def told_of_others(text: str, start: int, own: str) -> tuple[list[Name], int]:
    """The other roles that the clause beginning here is about, and where they end: 副经理在经理领导下工作."""
    limit = min(len(text), start + LONGEST * 2)
    if not own or all(ending(text, act.start(), start)[0] != ROLE for act in ACTS.finditer(text, start + 2, limit)):
        return [], start
    names, end = listed(text, start, min(len(text), start + LONGEST * 2))
    if not names or names[0].start != start or not all(name.kind == ROLE for name in names):
        return [], start
    if ACTS.match(text, end) is None or any(is_own(name.words, own) for name in names):
        return [], start
    return names, end


def is_own(name: str, own: str) -> bool:
    """Whether a name may be what the description calls its own role: all of its title, a part of it, or a rank."""
    if name.endswith(own) or own.endswith(name) or name.startswith("部门"):
        return True
    return key(name) == key(own)


def superiors(names: list[Name]) -> list[Name]:
    """Those that can be somebody's superior: single roles and governing bodies; with them, who is nobody."""
    kept = []
    for name in names:
        if name.kind == ROLE and name.words.endswith(("人员", "员工", "们")):
            kept.append(name._replace(why="a group of staff is nobody's superior"))
        elif name.kind in {ROLE, BODY, NOBODY}:
            kept.append(name)
        elif name.kind == UNIT:
            kept.append(name._replace(why="a department is no superior"))
        else:
            kept.append(name._replace(why="stands outside the organization"))
    return kept


__all__ = [
    "BARE",
    "BODY",
    "GENERIC_UNITS",
    "NOBODY",
    "OUTSIDE",
    "ROLE",
    "UNIT",
    "UNIT_WORDS",
    "At",
    "Bounds",
    "Compact",
    "Name",
    "Pattern",
    "Seen",
    "between",
    "follows",
    "is_own",
    "listed",
    "somebody_else",
    "superiors",
    "told_of_others",
]
