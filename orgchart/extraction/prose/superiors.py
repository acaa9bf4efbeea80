"""Sentences that name a role's direct superior."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.prose.running import (
    BODY,
    NOBODY,
    ROLE,
    At,
    Name,
    Pattern,
    Seen,
    between,
    follows,
    is_own,
    listed,
    somebody_else,
    superiors,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELD = "reports_to"
REACH = 40

# Something happened, and somebody is told: this is how a superior shows only where nothing else names one.
INCIDENT = re.compile(
    "发现|如有|如遇|遇到|遇有|遇|出现|异常|故障|隐患|事故|紧急|突发|不能|无法|难以|难于|疑难|重大问题|重大缺陷|重大事故|重大险情|病情|若|一旦|投诉"
)


def _named(names: list[Name], start: int, end: int, *, weak: bool = False) -> Iterator[Seen]:
    for name in superiors(names):
        yield Seen(FIELD, name, start, end, weak)


def _nearest(at: At, marks: str, reach: int = REACH) -> int:
    """The nearest of these characters before the word, within its clause or list; -1 where there is none."""
    low = at.before(reach)
    return max(at.text.rfind(mark, low, at.start) for mark in marks)


def accountable(at: At) -> Iterator[Seen]:
    """对总经理负责, 直接向院长负责: whom the role answers to; 对产品质量负责 names a thing, 下对组员负责 looks down."""
    if at.text.startswith(("任", "人"), at.end) or at.start - at.low < 3:  # noqa: PLR2004 - 对, and two characters
        return
    mark = _nearest(at, "对向")
    if mark >= 0 and not somebody_else(at, mark) and not at.text.startswith("下", max(at.low, mark - 1)):
        yield from _named(between(at.text, mark + 1, at.start), mark, at.end)


LEADS = "领导|指导|带领|督导|指挥|管理|监督|安排|部署|授权|统筹|引领"
ANOTHER = re.compile(f"的?(?:{LEADS})之?下?(?:[和与及、，]|以及)")
DOWN = re.compile("之?下(?![属级设辖达列面周月午沉发游层岗班单部一放])")
SOFT = frozenset(("管理", "监督", "安排", "部署", "授权", "统筹"))
UNCLEAR = frozenset(("主管", "分管", "部门", "上级", "公司", "单位", "院", "校", "厂"))


def under(at: At) -> Iterator[Seen]:
    """在车间主任领导下, 在护士长的领导和医师的指导下: who leads. Being arranged for counts less."""
    if not DOWN.match(at.text, at.end, at.high):
        return
    start = at.text.rfind("在", at.before(REACH), at.start)
    if start < 0 or somebody_else(at, start):
        return
    weak = at.text[at.start : at.end] in SOFT
    kind = "" if "领导" in at.text[start : at.end] else "guided"
    first = start + 1
    for last, following in ((part.start(), part.end()) for part in ANOTHER.finditer(at.text, first, at.start)):
        yield from _leading(at, first, last, weak=weak, kind=kind)
        first = following
    yield from _leading(at, first, at.start, weak=weak, kind=kind)


def _leading(at: At, first: int, last: int, *, weak: bool, kind: str) -> Iterator[Seen]:
    """Those who lead; but 主管领导 may be what a 主管 does, or what somebody is: it cannot be told."""
    if at.text[first:last] not in UNCLEAR:
        for seen in _named(between(at.text, first, last), first - 1, at.end, weak=weak):
            yield seen._replace(pattern=kind)


WAYS = (
    "委托|指令|命令|领导|管理|管辖|指挥|调度|调遣|调派|差遣|部署|指导|督导|安排|分配|调配|指派|委派|支配|派遣"
    "|监督|检查|考核"
)
LED = re.compile(f"(?<!值班)(?<!总)(?:{WAYS})(?:(?:[和与及、]|以及)?(?:直接|统一|工作|业务)*(?:{WAYS}))*")
AND = re.compile("[、和与及]|以及|并(?:接受|服从|听从)?")
CHECKED = re.compile("(?:监督|检查|考核|委托|[和与及、])+")


def led(at: At) -> Iterator[Seen]:
    """受厂长领导, 服从领班的工作安排, 接受科主任的指导: who leads. Being checked by somebody counts for less."""
    if at.text[at.start : at.end] == "受" and at.text.startswith(
        ("理", "到", "控", "训", "益", "聘", "伤", "众", "检", "阅"), at.end
    ):
        return
    limit = min(at.right, at.after(REACH))
    start, seen = at.end, False
    for match in LED.finditer(at.text, at.end, limit):
        names = between(at.text, start, match.start())
        if names:
            yield from _named(names, at.start, match.end(), weak=CHECKED.fullmatch(match[0]) is not None)
            seen = True
        following = AND.match(at.text, match.end(), at.right)
        if following and names:
            start = following.end()
        elif seen:
            return


LED_BY = re.compile(
    "(?P<who>[^，。；：:由]{2,24}?)(?:直接|统一|全面|负责)*(?:领导|管理|管辖|指挥|主管)(?=$|[，。；、\\s]|并|和)"
)
ROLE_ITSELF = re.compile("(?:[，。；：:、\\s]|本岗位?|本职位?|该岗位?|本职务|日常工作|工作|业务)$")


def led_by(at: At) -> Iterator[Seen]:
    """本岗位由生产副厂长直接领导, 归客房部经理管理: who leads."""
    match = LED_BY.match(at.text, at.end, at.after(REACH))
    subject = at.text[at.left : at.start]
    itself = len(subject) > 1 and bool(at.own) and is_own(subject, at.own)
    if match and (itself or follows(ROLE_ITSELF, at.text, at.left, at.start)):
        yield from _named(between(at.text, at.end, match.end("who")), at.start, match.end())


def reports(at: At) -> Iterator[Seen]:
    """每周向总经理汇报工作, 向董事会述职: whom the role reports to.

    Telling somebody of an incident (发现异常及时报告护士长) counts only where nothing else names a superior.
    """
    mark = _nearest(at, "向给")
    if mark < 0 and at.text[at.start : at.end] == "汇报" and not at.text.startswith(("的", "进", "材", "内"), at.end):
        mark = _nearest(at, "对")
    if somebody_else(at, mark if mark >= at.left else at.start):
        return
    if mark >= 0 and (at.text[mark] != "给" or at.start - mark > 1):
        names = between(at.text, mark + 1, at.start)
        if names:
            weak = INCIDENT.search(at.text, at.before(), at.after(8)) is not None
            yield from _named(names, mark, at.end, weak=weak or at.text[at.start] in "请反")
            return
    if at.text[at.start] == "述" or at.text.startswith(("报", "送", "交"), at.end):
        return
    told = at.text.startswith(("给", "于", "至"), at.end)
    names, end = listed(at.text, at.end + told, min(at.right, at.end + 16))
    if names and names[0].kind in {ROLE, NOBODY} and names[0].start == at.end + told:
        weak = not told or INCIDENT.search(at.text, at.before(), at.start) is not None
        yield from _named([name for name in names if name.kind in {ROLE, NOBODY}], at.start, end, weak=weak)


SUMMED_UP = re.compile(
    "(?:的|本|部门|工作|情况|每[日周月]|书面|销售|生产|[日周月季年]度?|、){0,6}(?:汇报|报告|总结|周报|月报|日报|述职)"
)


def submits(at: At) -> Iterator[Seen]:
    """每周一上交总经理工作情况汇报: whom the role reports to in writing, as a standing duty."""
    names, end = listed(at.text, at.end, min(at.right, at.end + 16))
    if names and names[0].kind == ROLE and SUMMED_UP.match(at.text, end, at.right):
        yield from _named(names, at.start, end)


HANDED_OUT = ("交办", "交代", "交待", "下达", "布置", "安排", "分配", "指派", "委派", "交给", "交付", "下派", "交予")
DONE = re.compile("完成好?|承办好?|落实好?|做好|执行好?|办理好?|接受|处理好?|协助|(?<![面针])对")
ONCE = re.compile("(?:临时|及时|所|另行|授权|随时|直接|额外)+$")


def assigned(at: At) -> Iterator[Seen]:
    """完成店长交办的其他工作: who hands out work; counts only where nothing else names a superior."""
    if at.text[at.start : at.end] in {"安排", "分配", "布置"} and not at.text.startswith("的", at.end):
        return
    begun = list(DONE.finditer(at.text, max(at.left, at.before(24)), at.start))[-1:]
    for done in begun:
        once = ONCE.search(at.text, done.end(), at.start)
        for name in superiors(between(at.text, done.end(), once.start() if once else at.start)):
            if name.kind == BODY:
                yield Seen(FIELD, name._replace(why="work from a body makes no line"), done.start(), at.end, weak=True)
            elif name.kind in {ROLE, NOBODY}:
                yield Seen(FIELD, name, done.start(), at.end, weak=True)


ASKED = re.compile(
    "(?P<who>[^，。；：:]{2,20}?)的?(?:工作|统一|具体|总体)?(?:要求|指示|安排|部署|指令|意见|授权|决定|布置|意图|指派|指令|吩咐|委托)"
)


def instructed(at: At) -> Iterator[Seen]:
    """根据总经理的要求, 按照店长指示: whose word counts; only where nothing else names a superior."""
    match = ASKED.match(at.text, at.end, at.after(30))
    if match is None:
        return
    for name in superiors(between(at.text, at.end, match.end("who"))):
        if name.kind == ROLE:
            yield Seen(FIELD, name, at.start, match.end(), weak=True)


def belongs(at: At) -> Iterator[Seen]:
    """隶属于生产经理, 直属于院长: the superior, where a role is named and not a department."""
    if at.text[at.start] == "直" and not at.text.startswith("于", at.end):
        return
    start = at.end + (1 if at.text.startswith(("于", "：", ":"), at.end) else 0)
    names, end = listed(at.text, start, min(at.high, start + 20))
    for name in names:
        if name.kind in {ROLE, BODY} and not name.words.endswith("人员"):
            yield Seen(FIELD, name, at.start, end)


IS = re.compile("(?:岗位|职位)?(?:通常|一般|主要|则)*[为是]")


def is_named(at: At) -> Iterator[Seen]:
    """直属上级为物流经理: who is said to be the superior."""
    told = IS.match(at.text, at.end, at.high)
    if told:
        names, end = listed(at.text, told.end(), at.after(REACH))
        yield from _named([name for name in names if name.kind in {ROLE, BODY, NOBODY}], at.start, end)


APPRAISED = re.compile("[^，。；]{0,24}?(?:评价|考核|考评|评估|检查|指导|安排|要求|监督|管理)")


def appraised(at: At) -> Iterator[Seen]:
    """主管针对各导购的业绩予以评价: who looks at the role's work, in a sentence about somebody else."""
    names, end = listed(at.text, at.end, at.after(REACH))
    if not at.own or all(name.words != at.own for name in names):
        return
    by = at.text.rfind("由", at.before(REACH), at.start)
    who = somebody_else(at._replace(left=by if by >= 0 else at.low), at.start)
    behind = APPRAISED.match(at.text, end, at.high)
    if who and behind:
        yield from _named([who], who.start, behind.end())


SUPERIORS = (
    *("直接上级", "直属上级", "直接上司", "直属上司", "直属领导", "上级主管", "汇报对象"),
    *("岗位上级", "岗位的上级"),
)

PATTERNS = (
    Pattern("accountable", ("负责",), accountable),
    Pattern("under", tuple(LEADS.split("|")), under),
    Pattern("led", ("受", "接受", "服从", "听从", "听候"), led),
    Pattern("led-by", ("由", "归"), led_by),
    Pattern("reports", ("汇报", "报告", "述职", "请示"), reports),
    Pattern("submits", ("上交",), submits),
    Pattern("assigned", HANDED_OUT, assigned),
    Pattern("instructed", ("根据", "按照", "依照", "遵照"), instructed),
    Pattern("is-named", SUPERIORS, is_named),
    Pattern("appraised", ("对", "针对"), appraised),
    Pattern("belongs", ("隶属", "直属"), belongs),
)
