"""What a name in a job description means: a role, a unit, somebody outside, a governing body, or nobody.

A name is judged by its ending, the longest that the lexicon knows: 车间主任 is a role, 客户服务中心 a unit, 供应商
stands outside, 相关部门 names nobody. What the lexicon does not know stays unknown, and is never guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROLE, UNIT, OUTSIDE, BODY, NOBODY, UNKNOWN = "role", "unit", "external", "body", "nobody", "unknown"
NO_TITLE = "no title"  # the kind of an ending that looks like a title's and is none: 员工, 增长

LONGEST_NAME = 24


class Name(NamedTuple):
    """A name within a longer text: its words, where they stand, what kind of party it is, and why it is not used."""

    words: str
    start: int
    end: int
    kind: str
    why: str = ""


# Endings -----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def endings() -> dict[str, str]:
    """How names end, and what they are then; a word in several chapters is what the first of them says."""
    table: dict[str, str] = {}
    for kind, name, chapter in (
        (NO_TITLE, "titles", "not"),
        (BODY, "nobody", "bodies"),
        (ROLE, "titles", "endings"),
        (ROLE, "titles", "collective"),
        (OUTSIDE, "outside", "endings"),
        (OUTSIDE, "outside", "institutions"),
        (UNIT, "units", "endings"),
    ):
        for word in words(name, chapter):
            table.setdefault(word, kind)
    return table


@lru_cache(maxsize=1)
def lengths() -> dict[str, tuple[int, ...]]:
    """How long the endings are that end with a letter, longest first."""
    found: dict[str, set[int]] = {letter: {1} for letter in LETTERS}
    for word in endings():
        found.setdefault(word[-1], set()).add(len(word))
    return {letter: tuple(sorted(known, reverse=True)) for letter, known in found.items()}


LETTERS = frozenset(words("titles", "letters"))
NOBODY_WORDS = frozenset(words("nobody", "whole"))
NOBODY_MARKS = re.compile("|".join(map(re.escape, words("nobody", "marks"))))
GENERIC_UNITS = frozenset(words("units", "generic"))
UNIT_WORDS = frozenset(words("units", "words"))
POSTS = frozenset(words("titles", "fields"))
PLAIN_POSTS = tuple(POSTS - UNIT_WORDS)  # those that are no department's name as well
OUTSIDE_WORDS = frozenset(words("outside", "endings"))
BROAD = frozenset(words("outside", "institutions"))
ENGLISH = frozenset(words("titles", "english"))
BARE = frozenset(words("titles", "ranks"))
NO_NAMES = re.compile(
    "(?:(?:其他|其它|其余)人员|内部|外部|(?:进出|出入|来访|外来|过往|可疑|闲杂|违规|违纪|违章|参会|参训|应聘|候选|入职|离职|在场).{0,3}人员|(?:本|全|各|所有|全部|全体|各类).{0,4}人员)$"
)
FOREIGN = ("外部", "外聘", "对方", "甲方", "乙方", "厂家", "业主方", "主机厂", "港口")
# Parts of a place's government, of a maker or of a school, seen from a company: 区教研室, 社区卫生服务中心, 厂家技术部.
FOREIGN_UNIT = re.compile(
    "(?:政府|厂家|高校|供应商|甲方|业主(?!关系|服务|委)|主机厂|省|县|镇|乡|街道|社区|辖区|属地|市(?![场内政区面])|区(?!域)).*(?:局|委|办|室|中心|站|所|院|会|部门?)$"
)
INNER_COMPANY = re.compile("(?:分|(?<![种电])子|分子|销售|营销|区域|项目|下属|关联|成员|直属|控股|参股|所属|权属)公司$")
PEOPLE_OF_UNIT = re.compile(
    "(?P<unit>.*(?:部|部门|科|处|室|中心|车间|组|公司|办))的?(?:(?:相关|有关|其他)的?)?"
    "(?:领导|同事|同仁|员工|(?:(?<=门)|(?<=相关)|(?<=有关))人员)$"
)
FUNCTION = re.compile(
    '其(?!他|它)|(?<!校)对(?!外)|[向的了是着把被将在从并而且之此该或与和及,，。；：:;、!！?？“”"<>《》【】=→]'
)


def ending(name: str, end: int, start: int = 0) -> tuple[str, int]:
    """The kind of the longest known ending of `name[start:end]`, and how long that ending is; unknown and 0.

    A single letter ends a name only where others stand before it.
    """
    last = name[end - 1]
    known = lengths().get(last)
    if known is None:
        return UNKNOWN, 0
    table = endings()
    room = end - start
    for length in known:
        if 1 < length <= room:
            kind = table.get(name[end - length : end])
            if kind is not None:
                return kind, length
    if room > 1 and known[-1] == 1:
        return (ROLE if last in LETTERS else table[last]), 1
    return UNKNOWN, 0


HELPING = (
    "协助",
    "配合",
    "分配",
    "督促",
    "带领",
    "安排",
)  # what somebody does with whom stands behind it, and no name begins so


@lru_cache(maxsize=1 << 15)
def kind_of(name: str) -> str:
    """What a single name is: role, unit, external, body, nobody or unknown."""
    if name.isascii():
        return _english_kind(name)
    if name in OUTSIDE_WORDS and name not in NOBODY_WORDS:
        return OUTSIDE
    if _is_nobody(name):
        return NOBODY
    if FUNCTION.search(name) or len(name) > LONGEST_NAME or name.startswith(HELPING):
        return UNKNOWN
    return _kind_by_ending(name)


def _is_nobody(name: str) -> bool:
    """Whether a name is one of the words that name nobody in particular."""
    if "各" in name[1:] or name.endswith("领导"):
        return True  # 环境各班组, 学院领导
    if name in NOBODY_WORDS or NO_NAMES.search(name) or (name[:1] == "各" and name[1:] in NOBODY_WORDS):
        return True
    if name.endswith("工作人员") or (name.endswith("人员") and len(name) <= len("各人员")):
        return True
    return NOBODY_MARKS.search(name) is not None and not name.startswith("政府")


def _kind_by_ending(name: str) -> str:
    kind, length = ending(name, len(name))
    if kind == NO_TITLE:
        return NOBODY
    if name in UNIT_WORDS and kind not in {ROLE, OUTSIDE}:
        return UNIT
    if (kind == ROLE and name.startswith(FOREIGN)) or (kind == UNIT and FOREIGN_UNIT.match(name)):
        return OUTSIDE
    if kind == UNIT and (name in GENERIC_UNITS or len(name) == 1):
        return NOBODY
    if kind == OUTSIDE and name[-length:] in BROAD:
        return _kind_of_institution(name, length)
    return ROLE if kind == UNKNOWN and name in POSTS else kind


def _kind_of_institution(name: str, length: int) -> str:
    """Another company, office or association; a part of one's own company is a unit."""
    if INNER_COMPANY.search(name):
        return UNIT
    return NOBODY if len(name) - length < 2 else OUTSIDE  # noqa: PLR2004 - one character tells no institution


def kind_in_field(name: str) -> str:
    """What a name is where a form asks for roles: there the posts named by what they do are roles as well."""
    kind = kind_of(name)
    post = kind == UNKNOWN or (kind == NOBODY and name not in NOBODY_WORDS and name.endswith(PLAIN_POSTS))
    if name in POSTS or (post and name.endswith(tuple(POSTS)) and not FUNCTION.search(name)):
        return ROLE
    return kind


def kind_in_list(name: str) -> str:
    """What a name is where a form asks for parties: a post with its trade before it is one, and 采购 a department."""
    kind = kind_of(name)
    if kind == UNKNOWN and len(name) > 2 and name.endswith(PLAIN_POSTS) and not FUNCTION.search(name):  # noqa: PLR2004 - as many has a post
        return ROLE
    return kind


def is_role(name: str) -> bool:
    """Whether a name is a role's."""
    return kind_of(name) == ROLE


def _english_kind(name: str) -> str:
    spelt = name.casefold().strip(" .")
    if not spelt or spelt in NOBODY_WORDS:
        return NOBODY
    last = spelt.rsplit(None, 1)[-1]
    if last in ENGLISH or (last.endswith("s") and last[:-1] in ENGLISH):
        return ROLE
    if last in OUTSIDE_WORDS:
        return OUTSIDE
    if last in {"board", "committee", "directors", "council"}:
        return BODY
    if last in {"department", "dept", "team", "office", "division", "unit", "center", "centre", "branch", "group"}:
        return UNIT if " " in spelt else NOBODY
    return UNKNOWN


# One name ----------------------------------------------------------------------------------

COUNT = re.compile(
    r"[(（\[](?:约|共|各)?(?:\d+|[一二两三四五六七八九十]+|若干|多)\s*(?:-\d+)?(?:人|名|位|个|岗)?[)）\]]|[x×*]\d+$"
)
OWN_PLACE = re.compile(
    "[本当](?:班次|病区|值|年级|项目|班级|小区|区域|条线|片区|门店|工段|支行|网点|中心|楼层|责任区|辖区|科室|车间|部门|班组|学科|教研组|组|队|班|店|院|校|厂|行|线|站|所)"
)
SPHERE = re.compile("(?:分管|主管|负责)[一-鿿]{0,8}的")  # what a chief is in charge of: 分管房务的副总经理
SAID_AGAIN = re.compile(r"各(?P<unit>[一-鿿])(?=(?P=unit))")  # 各班班长, 各所所长
NUMBER_BEFORE = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)[名位个]|若干[名位个]?(?=.)")
NUMBER_AFTER = re.compile(r"(?:(?:各|共|约)?(?:\d+|[一二两三四五六七八九十]+)\s*[名人位个]|若干[名人]?|数名)$")
REST = re.compile(
    "(?:等(?:[一-鿿]{0,8}(?:人员|岗位)|人|职位|职务|同志|角色|(?:有关|相关|其他|各|业务|职能|各个){0,2}(?:部门|单位|科室|机构|方面))?|(?:岗位|职位|职务|同志|们)|之间|(?<![车房时空民期区])间|本人)$"
)
REMARK = re.compile("[(（][^()（）]*[)）]$")
ARTICLE = re.compile("^(?:all|the|any|other)\\s+", re.IGNORECASE)
NUMBERING = re.compile(r"(?:[(（]?\d{1,2}[)）.、．:：]|[①-⑳]|[-•·●■◆*])\s*")


@lru_cache(maxsize=1)
def modifiers() -> dict[str, list[str]]:
    """What may stand before a name, by its first letter, the longest first."""
    listed: dict[str, list[str]] = {}
    for modifier in sorted(words("nobody", "modifiers"), key=len, reverse=True):
        listed.setdefault(modifier[0], []).append(modifier)
    return listed


def stripped(name: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Where the name proper stands within `name[start:end]`: without modifiers before it and leftovers behind it."""
    last = len(name) if end is None else end
    last = _without_leftovers(name, start, last)
    while start < last:
        shorter = _after_modifier(name, start, last)
        if shorter == start:
            break
        start = shorter
    return start, last


def _without_leftovers(name: str, start: int, end: int) -> int:
    while end > start:
        if name[end - 1] in " 　的":
            end -= 1
            continue
        match = REST.search(name, start, end) or NUMBER_AFTER.search(name, start, end)
        if match is None or match.start() <= start or name[start:end] in NOBODY_WORDS or name[start:end] in UNIT_WORDS:
            break
        end = match.start()
    return end


def _after_modifier(name: str, start: int, end: int) -> int:
    """Past one modifier at `start`, if what remains is still a name."""
    whole = name[start:end]
    if whole in NOBODY_WORDS or whole in UNIT_WORDS or whole in OUTSIDE_WORDS or whole.startswith("本地"):
        return start
    if name[start] in " 　的":
        return start + 1
    counted = NUMBER_BEFORE.match(name, start, end)
    if counted and counted.end() < end:
        return counted.end()
    for pattern, fits in ((SPHERE, is_role), (OWN_PLACE, _is_full_title), (SAID_AGAIN, is_role)):
        told = pattern.match(name, start, end)
        if told and fits(name[told.end() : end]):
            return told.end()
    for modifier in modifiers().get(name[start], ()):
        if name.startswith(modifier, start) and _is_apart(modifier, name[start + len(modifier) : end]):
            return start + len(modifier)
    return start + 2 if name.startswith("部门", start) and _is_full_title(name[start + 2 : end]) else start


def _is_full_title(name: str) -> bool:
    """Whether a name is a title without the unit before it: 业务人员 is one, 经理 is not."""
    return name not in BARE and kind_of(name) == ROLE


def _is_apart(modifier: str, rest: str) -> bool:
    """Whether what stands behind a modifier is a name without it."""
    if (
        not rest
        or (modifier == "公司" and rest in NOBODY_WORDS)
        or (modifier[-1] == "部" and rest[0] in "门长")
        or rest[0] in "部处科室组"
    ):
        return False
    return kind_of(rest.lstrip("的")) in {ROLE, UNIT, OUTSIDE, BODY} and not _belongs(modifier, rest)


def _belongs(modifier: str, rest: str) -> bool:
    """Whether a modifier is part of the name: 企业管理部, 医院感染科, and every word before a bare rank but 公司."""
    if modifier in {"企业", "医院", "学校", "酒店", "单位"}:
        return kind_of(rest) != BODY
    if modifier == "外包":
        return kind_of(rest) != ROLE
    if modifier in {"公司", "集团"}:
        # A bank's department for companies is 公司业务部, and so is who leads it.
        trade = rest.startswith(("业务部", "金融部", "银行部"))
        return trade or (kind_of(rest) == UNIT and not rest.endswith("部门") and rest[0] != "各")
    if modifier == "临时":
        return rest in BARE
    if modifier in {"公司", "本公司", "我公司", "各", "全体", "所有", "各位", "每位", "每名", "各级", "各个", "每个"}:
        return False
    return modifier[0] in "本各" and len(modifier) > 1 and rest in BARE


@lru_cache(maxsize=1 << 15)
def proper(name: str) -> str:
    """A name without modifiers, counts and leftovers: 各销售部门 → 销售部门, 主管(2人) → 主管."""
    plain = ARTICLE.sub("", COUNT.sub("", name))
    start, end = stripped(plain)
    remark = REMARK.search(plain, start, end)
    if remark and kind_in_field(plain[start : remark.start()]) != UNKNOWN:
        end = remark.start()
    return _unit_of_people(plain[start:end])


def _unit_of_people(name: str) -> str:
    """The unit that is meant by its people: 销售部领导 and 销售部门相关人员 are the unit's."""
    match = PEOPLE_OF_UNIT.fullmatch(name)
    if match is None or match["unit"] in NOBODY_WORDS or match["unit"] in GENERIC_UNITS:
        return name
    return match["unit"]


# Lists of names ----------------------------------------------------------------------------

SEPARATOR = re.compile(
    r"[、,，;；\n\r|+&。]|以及|和|及(?!时)|与|或者?|\s+(?=[一-鿿])|(?<=[一-鿿])\s+(?![A-Z]{2,4}(?![A-Za-z]))|\band\b|(?<!\w)or(?!\w)"
)
BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
JOINT = re.compile("(?<=[一-鿿])[与和及](?=[一-鿿])")


@lru_cache(maxsize=1 << 15)
def names_in(value: str, *, roles: bool = True) -> tuple[Name, ...]:
    """The names that a field's value lists, each with its kind; offsets count from the beginning of the value.

    Counts in brackets are dropped; names in brackets behind a word that names nobody are taken: 相关部门(财务部).
    With `roles` the field asks for roles, and 采购 is a post; without, it asks for parties, and 采购 is a department.
    """
    judge = kind_in_field if roles else kind_in_list
    return tuple(name for start, end in _pieces(value, roles=roles) for name in _name_at(value, start, end, judge))


def _pieces(value: str, *, roles: bool) -> Iterator[tuple[int, int]]:
    """The stretches between separators; brackets that hold names are lists of their own."""
    brackets = list(BRACKETS.finditer(value))
    opened = [match for match in brackets if _is_list(match[1], value[: match.start()])]
    flat = list(value)
    for match in brackets:
        if match not in opened:
            for place in range(match.start(), match.end()):
                flat[place] = "\x00"
    for match in opened:
        flat[match.start()] = flat[match.end() - 1] = "、"
    text = "".join(flat)
    at = 0
    for match in SEPARATOR.finditer(text):
        if _is_inside_name(text, match) or (roles and _joins_a_title(text, at, match)):
            continue
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def _is_list(inside: str, before: str) -> bool:
    """Whether brackets hold names that stand for the word before them."""
    if COUNT.fullmatch(f"({inside})") or not inside:
        return False
    last = SEPARATOR.split(before)[-1] or ""
    outer = kind_of(proper(last.strip())) if last.strip() else NOBODY
    return outer in {NOBODY, UNKNOWN} and any(
        kind_in_field(proper(part)) in {ROLE, UNIT, OUTSIDE} for part in SEPARATOR.split(inside) if part
    )


def _is_inside_name(text: str, match: re.Match[str]) -> bool:
    """Whether a separating word is a letter of a name: the blank of "Sales Manager" is."""
    if match[0] == "&":
        return text[: match.start()].rstrip()[-1:].isascii() and text[match.end() :].lstrip()[:1].isascii()
    return (
        match[0].isspace()
        and "\n" not in match[0]
        and (text[match.start() - 1 : match.start()].isascii() and text[match.end() : match.end() + 1].isascii())
    )


def _joins_a_title(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether an "and" stands inside of one title: 培训与发展经理 is one post, 会计和出纳 are two."""
    if match[0] not in {"与", "和", "及"}:
        return False
    following = SEPARATOR.search(text, match.end())
    before, after = text[start : match.start()].strip(), text[match.end() : following.start() if following else None]
    return (
        bool(before)
        and kind_of(before) != ROLE
        and (kind_of(before) == UNKNOWN or before in UNIT_WORDS)
        and kind_of(after.strip()) == ROLE
        and after.strip() not in BARE
    )


def _name_at(value: str, start: int, end: int, judge: Callable[[str], str]) -> Iterator[Name]:
    numbered = NUMBERING.match(value, start, end)
    start = numbered.end() if numbered else start
    while start < end and value[start] in " 　:：":
        start += 1
    if start >= end:
        return
    for first, last in _slashed(value, start, end, judge):
        head, tail = stripped(value, first, last)
        shown = value[head:tail]
        words_ = proper(shown).strip(" 　.。:：")
        if words_:
            kind = judge(words_)
            if kind == UNKNOWN and JOINT.search(words_):
                kind = judge(JOINT.sub("", words_))
            yield Name(words_, head, tail, kind, "names nobody" if kind == NOBODY else "")


def _slashed(value: str, start: int, end: int, judge: Callable[[str], str]) -> list[tuple[int, int]]:
    """The parts of A/B where each is a name of its own; 品牌/零售经理 is one post."""
    text = value[start:end].replace("／", "/")
    if "/" not in text:
        return [(start, end)]
    parts: list[tuple[int, int]] = []
    at = 0
    for piece in text.split("/"):
        parts.append((start + at, start + at + len(piece)))
        at += len(piece) + 1
    kinds = [judge(proper(value[first:last])) for first, last in parts]
    return parts if all(kind != UNKNOWN for kind in kinds) and kinds[0] == kinds[-1] else [(start, end)]
