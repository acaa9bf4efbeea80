"""Sentences that name whom a role works with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from orgchart.extraction.lexicon import one_of, words
from orgchart.extraction.prose.running import (
    BODY,
    DOING,
    NOBODY,
    OUTSIDE,
    ROLE,
    UNIT,
    UNIT_WORDS,
    At,
    Name,
    Pattern,
    Seen,
    between,
    follows,
    listed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELD = "coordinates_with"
# Bodies that govern a place, not this organization: 园区管委会.
BODY_OUTSIDE = re.compile("..(?:管委会|管理委员会|党工委)$")
PARTIES = frozenset((ROLE, UNIT, OUTSIDE, NOBODY))
REACH = 56

ABILITY = re.compile(
    "[^，。；]{0,24}?(?:能力|经验|技巧|意识|精神|优先|艺术|素质|才能|(?<![患记愿费学旅游])者)(?=$|[，。；、\\s])"
)
# Somebody of another company: 基金公司渠道人员.
ANOTHER_COMPANY = re.compile(
    "^(?:[一-鿿]{2,}(?<!分)(?<!子)(?<!总)(?<!本)(?<!集团)公司.{2}|(?:客户|供应商|经销商|业主).{0,6}(?:负责人|联系人|联络人|代表)$)"
)
ABOUT = re.compile("[，、的]*(?P<what>[^。；，]{2,40})")
SUBJECT = re.compile("(?:由|有|要求|督促|安排|组织|帮助|指导|协助)(?P<who>[^，。；：:由有]{2,12})$")


def _named(at: At, names: list[Name], start: int, end: int, behind: int) -> Iterator[Seen]:
    """The parties among the names; what the relation is about are the words behind."""
    if ABILITY.match(at.text, behind, at.right):
        return
    what = ABOUT.match(at.text, behind, at.right)
    about = what["what"].strip() if what else ""
    for name in names:
        other = {ROLE: ANOTHER_COMPANY, BODY: BODY_OUTSIDE}.get(name.kind)
        if other and other.search(name.words):
            yield Seen(FIELD, name._replace(kind=OUTSIDE), start, end, about=about)
        elif name.kind in PARTIES:
            yield Seen(FIELD, name, start, end, about=about)


def _is_vague(names: list[Name], at: At, end: int) -> bool:
    """Whether only a function is named (财务, 生产), which may as well be what is done; 财务等部门 is plain."""
    return not at.text.endswith(("部门", "单位", "科室"), at.end, end) and all(
        name.words in UNIT_WORDS or name.kind == NOBODY for name in names
    )


# A与B之间的关系 --------------------------------------------------------------------------------

RELATION = re.compile(f"(?:之?间|双方|各方)?的?(?:{one_of('deeds', 'relations')})*关系")
MATTER = re.compile(
    f"(?:{one_of('deeds', 'matters')}|的[^，。；：]{{0,8}}(?:工作|关系|事务|事宜|问题|配合|合作|安排|支持|活动)|$)"
)
MORE_VERBS = re.compile(f"(?:(?:[、和与及并]|以及|并且)?(?:{one_of('deeds', 'mediating')}))*")


# Whose work is watched as well is below, and no partner.
COMMANDING = re.compile("监督|管理|督促")


MEETING = re.compile("员|人(?!力|事|资)|会(?:议|上|$|[，。；、的])")


def harmonizes(at: At) -> Iterator[Seen]:
    """协调销售部与生产部之间的关系, 协调采购部门的工作: between whom the role mediates."""
    if MEETING.match(at.text, at.end):
        return
    chain = MORE_VERBS.match(at.text, at.end, at.high)
    more = chain.end() if chain else at.end
    names, end = listed(at.text, more, min(at.high, more + REACH), commas=True)
    if not names:
        names, end = listed(at.text, at.end, min(at.high, at.end + REACH), commas=True)
    if COMMANDING.search(at.text, at.end, more):
        names = [name for name in names if name.kind != UNIT]
    if not names:
        return
    joined = RELATION.match(at.text, end, at.high)
    if joined:
        yield from _named(at, names, at.start, joined.end(), joined.end())
    elif _are_outside(names) or (
        not _is_vague(names, at, end)
        and (_are_joined(names, at) or end - names[-1].end > 1 or MATTER.match(at.text, end, at.high))
    ):
        yield from _named(at, names, at.start, end, end)


def _are_joined(names: list[Name], at: At) -> bool:
    """Whether one is named with another, so that something between the two is meant: 协调营销部与餐饮部."""
    return any(at.text[name.start - 1] in "与和" for name in names[1:])


def _are_outside(names: list[Name]) -> bool:
    """Whether only outsiders are named; whatever they are asked for, the role speaks to them: 协调检测机构年检."""
    return all(name.kind == OUTSIDE for name in names)


# 配合X, 协助X --------------------------------------------------------------------------------

HELPED = re.compile("好|并?(?:支持|配合|协助|指导|参与)")
BETWEEN_THEM = re.compile("(?:与|和|同|跟)[^，。；：:]{2,24}$")


def assists(at: At) -> Iterator[Seen]:
    """配合财务部做好盘点, 协助护士长管理病房: whom the role helps.

    A deputy that helps its chief reports to it; that is told apart where the roles are known.
    """
    more = HELPED.match(at.text, at.end, at.high)
    start = more.end() if more else at.end
    names, end = listed(at.text, start, min(at.high, start + REACH))
    if not names or all(name.kind not in PARTIES and name.kind != BODY for name in names):
        return
    explicit = [name for name in names if name.words not in UNIT_WORDS]
    if explicit or MATTER.match(at.text, end, at.high) or DOING.match(at.text, end, at.high):
        yield from _named(at, names, at.start, end, end)


HELPING = re.compile(
    "(?:进行|予以|给予|提供)(?:重点|积极|必要|全力|及时|有效|、|和|技术|业务|工作)*(?:协助|配合|支援|协调)"
)


def supports(at: At) -> Iterator[Seen]:
    """对新开门店进行协助, 对未达标的导购给予配合: whom the role helps, said the other way round."""
    helping = HELPING.search(at.text, at.end, at.after(REACH))
    if helping is None or "，" in at.text[at.end : helping.start()]:
        return
    described = at.text.rfind("的", at.end, helping.start())
    names = between(at.text, described + 1 if described >= 0 else at.end, helping.start())
    yield from _named(at, names, at.start, helping.end(), helping.end())


def _is_done_by_others(at: At) -> bool:
    """Whether the verb has another unit for its subject: 销售部接洽客户."""
    if at.start - at.left < 2 or at.text.startswith("本", at.left):  # noqa: PLR2004 - a name has two characters
        return False
    names, end = listed(at.text, at.left, at.start)
    return end == at.start and len(names) == 1 and names[0].kind == UNIT and names[0].start == at.left


def directly(at: At) -> Iterator[Seen]:
    """对接供应商, 联系税务部门: whom the role is in touch with."""
    if at.text.startswith(("人", "电话", "方式", "函", "会", "单", "员", "群众"), at.end):
        return
    more = HELPED.match(at.text, at.end, at.high)
    start = more.end() if more else at.end
    names, end = listed(at.text, start, min(at.high, start + REACH))
    if _is_done_by_others(at):
        return
    if names and not _is_vague(names, at, end) and not BETWEEN_THEM.search(at.text, at.left, at.start):
        yield from _named(at, names, at.start, end, end)


# 与X沟通 --------------------------------------------------------------------------------

WITH = re.compile(
    "(?<![参给授赠])与(?!其(?!他|它)|会(?:人|者|代表|的|议|前|后)|否|时俱进|众)"
    "|同(?!时|事|类|意|步|样|行|等|期|一|志|级|比|仁)|跟(?!进|踪|单|随|催|班|车)"
    "|(?<![之饱缓温调总平谐])和(?!谐|解)|(?<!涉)及(?!时|其|格|早)"
)
BEGINNING = re.compile(rf"(?:[，。；：:、\s]|{one_of('deeds', 'partner begins')})$")
GAP = re.compile("[^。；，：:]*")
NO_GAP = re.compile("(?:相关|有关)的|无关|的(?:相关|有关)?(?:资料|合同|信息|要求|需求|意见|投诉)|体验|接触")
GAP_REACH = 28
OF_GAP = 9


def together(at: At) -> Iterator[Seen]:
    """与供应商保持密切沟通, 和财务部门核对账目, 负责与甲方的协调: with whom the role works."""
    low = at.before(REACH)
    for match in WITH.finditer(at.text, low, at.start):
        if match[0] != "与" and not follows(BEGINNING, at.text, low, match.start()):
            continue
        names, end = listed(at.text, match.end(), at.start, commas=True)
        if not names or at.text.startswith("的", end):
            names, end = _whole_phrase(at, match.end()) or (names, end)
        if not names or end > at.start or at.start - end > GAP_REACH:
            continue
        gap = at.text[end : at.start]
        if (
            not GAP.fullmatch(gap)
            or (gap[:1] == "的" and len(gap) > OF_GAP)
            or NO_GAP.search(gap)
            or not any(name.kind in PARTIES or name.kind == BODY for name in names)
        ):
            continue
        if _is_somebody_else(at, match.start()):
            return
        yield from _named(at, names, match.start(), at.end, at.end)
        return


PEOPLE_OF_SOMEBODY = re.compile(
    "(?:所负责的?|所管辖的?)?(?P<who>[^，。；：:、]{0,8}的(?:相关|有关|主要|直接)*(?:负责人员?|人员|负责人|人士|代表|联系人))"
    "(?=建立|保持|进行|沟通|协调|联系)"
)


def _whole_phrase(at: At, start: int) -> tuple[list[Name], int] | None:
    """Somebody's people are named by all of the words: 客户品牌的有关负责人员."""
    whole = PEOPLE_OF_SOMEBODY.match(at.text, start, at.start)
    if whole is None or not any(whole["who"].startswith(outsider) for outsider in customers()):
        return None
    first, last = whole.span("who")
    return [Name(whole["who"], first, last, OUTSIDE)], last


def _is_somebody_else(at: At, start: int) -> bool:
    """Whether somebody else is in touch: 由回访员与客户联系."""
    subject = SUBJECT.search(at.text, max(at.left, start - 14), start)
    if subject is None:
        return False
    names = between(at.text, subject.start("who"), start)
    return any(name.kind in {ROLE, NOBODY} and name.words not in (at.own or "-") for name in names)


# 媒体关系的维护 ----------------------------------------------------------------------

KEPT = re.compile("的?(?:日常)?(?:维护|协调|处理|建立|维系|沟通|拓展|管理|开发)")
ADJECTIVE = re.compile("(?:的|等|公共|良好|合作|业务|公关|工作|社会|战略|伙伴|各方|方面|部门间)+$")


@lru_cache(maxsize=1)
def customers() -> tuple[str, ...]:
    """Outsiders whose relations are everybody's daily work: keeping them up names no partner."""
    return words("outside", "customers")


def keeps_up(at: At) -> Iterator[Seen]:
    """负责媒体等关系的维护: with whom relations are kept. 客户关系维护 is work, and so is 维护供应商关系."""
    if not KEPT.match(at.text, at.end, at.right):
        return
    adjective = ADJECTIVE.search(at.text, max(at.left, at.start - 12), at.start)
    end = adjective.start() if adjective else at.start
    charge = at.text.rfind("负责", at.left, end)
    start = charge + 2 if charge >= 0 else at.left
    names = between(at.text, start, end)
    if all(name.kind == OUTSIDE and not name.words.endswith(customers()) for name in names):
        yield from _named(at, names, start, at.end, at.end)


PATTERNS = (
    Pattern("harmonizes", ("协调",), harmonizes),
    Pattern("assists", ("协助", "配合", "会同", "协同", "联合", "协作"), assists),
    Pattern("supports", ("对",), supports),
    Pattern("directly", ("对接", "联系", "联络", "接洽"), directly),
    Pattern("together", words("deeds", "touch"), together),
    Pattern("keeps-up", ("关系",), keeps_up),
)
