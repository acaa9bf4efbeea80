"""Sentences that name a role's direct subordinates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.lexicon import one_of
from orgchart.extraction.prose.running import (
    DOING,
    NOBODY,
    ROLE,
    At,
    Name,
    Pattern,
    Seen,
    follows,
    is_own,
    listed,
    somebody_else,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELD = "supervises"

LEADING = "指导|管理|领导|带领|率领|督导|指挥|统领|统管|带教"
CHECKING = "督促|监督|检查|抽查|督查|监管|考核|评价|评定|安排|分配|布置|考评|评估|调度|调配|指派|分派"
CHAIN = re.compile(
    f"(?:(?:[和与及、，]|并且?|以及)?(?:{LEADING}|{CHECKING}|帮助|协调|培训|培养|激励|支持|组织|教育|要求|带教|辅导|好)"
    "(?![员师]|讲师|人员|专员|主管|经理|主任|部(?!门)|科|组长|中心))*"
)
# What may stand before the verb of a clause that is about the role itself.
VERB_BEGINS = re.compile(rf"(?:[，。；：:、\s\d—–~)）-]|{one_of('deeds', 'clause begins')}|深入[一-鿿]{{1,6}})$")
NOT_BEGIN = re.compile(
    "力|部(?!门|长)|处(?!长|员)|科(?!员|长|主任|室)|室(?!主任)|中心(?!主任|经理)|员|人员|者|层|岗|局(?!长)|办(?!公室|事处)|组(?!长|员|训)|站(?!长)|委(?!员)|公司|学(?!徒)|费|系统|制度|体系|类|型|下|的"
)
WORK = re.compile(one_of("deeds", "work"))
# Behind a led role these make it a part of something else: 管理操作工档案.
# Names that are parts of the work, not of the staff: 管理门岗、巡逻、监控等安防工作.
AREAS = re.compile("[、和]?[^，。；：]{0,16}?等(?!人员|岗位|角色|职|人的|同志)[^，。；]{0,6}(?:工作|事务|业务|事宜)")
THINGS = re.compile(
    "的?(?:档案|信息|资料|资质|证件|证书|工资|薪酬|薪资|考勤|名单|合同|关系|形象|宿舍|账户|数据|制度|办法|手册|招聘|选拔|编制(?=$|[，。；、的和与])|费用|奖金|社保|保险|建议|意见|电话)"
)


def _named(names: list[Name], start: int, end: int, about: str = "") -> Iterator[Seen]:
    for name in names:
        if name.kind in {ROLE, NOBODY}:
            yield Seen(FIELD, name, start, end, about=about)


def _listed_roles(at: At, start: int) -> tuple[list[Name], int]:
    """The roles listed at `start`, if the list begins with a role or with nobody."""
    names, end = listed(at.text, start, min(at.high, start + 64))
    roles = [name for name in names if name.kind in {ROLE, NOBODY}]
    return (roles, end) if roles and names[0].kind in {ROLE, NOBODY} else ([], start)


def _about_others(at: At) -> bool:
    """Whether the verb has a subject of its own, or is only assisted."""
    subject = at.text[at.left : at.start]
    if len(subject) > 1 and at.own and is_own(subject, at.own):
        return False
    return not follows(VERB_BEGINS, at.text, at.left, at.start) or "协助" in at.text[at.left : at.start]


def leads(at: At) -> Iterator[Seen]:
    """指导并督促班组长工作, 带领导购员完成任务, 管理客户经理团队: whom the role leads."""
    start = CHAIN.match(at.text, at.end, at.high).end()  # type: ignore[union-attr]  # it matches nothing at least
    if NOT_BEGIN.match(at.text, start, at.high) or _about_others(at):
        return
    roles, end = _listed_roles(at, start)
    if roles and not THINGS.match(at.text, end, at.high) and not AREAS.match(at.text, end, at.high):
        yield from _named(roles, at.start, end)


# Who sends somebody to do something, or sees to it, leads: 指派工程师驻场, 督促服务员按标准服务.
SENDING = frozenset(("安排", "指派", "分派", "调度", "调配"))
BY_RULE = re.compile("(?:定期|准时|如实|规范|按|依|及时|每|认真|严格|遵|驻|值|轮|上岗|到岗|前往)")
# Who judges what somebody does, or urges him to do it: 检查领班的巡查记录, 督促技术员整理图纸.
JUDGING = frozenset(("检查", "抽查", "督查", "监管", "考核", "评价", "评定", "考评", "评估", "监督"))
OF_THEIRS = re.compile("的[^，。；：]{2,14}(?=$|[，。；])")
URGING = frozenset(("督促", "监督"))
URGED = re.compile("(?!的|[与和及])[^，。；：]{2,16}(?=$|[，。；])")


def checks(at: At) -> Iterator[Seen]:
    """检查各管理员的日常工作, 安排收银员值班: whose work the role assigns, checks or appraises."""
    start = CHAIN.match(at.text, at.end, at.high).end()  # type: ignore[union-attr]  # it matches nothing at least
    if NOT_BEGIN.match(at.text, start, at.high) or _about_others(at):
        return
    roles, end = _listed_roles(at, start)
    if not roles or THINGS.match(at.text, end, at.high):
        return
    stop = min(at.high, end + 24)
    comma = at.text.find("，", end, stop)
    stop = comma if comma >= 0 else stop
    word = at.text[at.start : at.end]
    acts = (word in SENDING and DOING.match(at.text, end, stop)) or BY_RULE.match(at.text, end, stop)
    judged = word in JUDGING and OF_THEIRS.match(at.text, end, stop)
    urged = word in URGING and roles[-1].kind == ROLE and URGED.match(at.text, end, stop)
    if acts or judged or urged or WORK.search(at.text, end, stop) or (at.text[at.start] in "考评" and end >= at.right):
        yield from _named(roles, at.start, end)


ASPECTS = one_of("deeds", "aspects")
TREATED = re.compile(
    f"(?:{ASPECTS})*(?:的?[^，。；：]{{1,8}}?(?=进行|予以|给予|实施))?"
    "(?:定期|不定期|逐[日项一]|每[日天周月]|经常|随时|严格|认真|及时|进行|予以|给予|实施|实行|垂直|作出|做出|做好|加以|做|开展|具体|全面|统一|业务|绩效|工作|日常|现场|监督|检查|有效)+"
)
GUIDED = re.compile("指导|管理|检查|监督|考核|督导|评估|评价|安排|调配|调度|分工|督促|指挥|评定|考评|领导")
POWER = re.compile(
    "(?:的?(?:日常|工作|业务|行政|岗位|绩效))*有(?:[^，。；]{0,10}?)(?:管理|指挥|考核|监督|领导|调配|检查|调度|指导)(?:[^，。；]{0,4}?)权"
)


def treats(at: At) -> Iterator[Seen]:
    """对采购员的工作进行监督和检查: whose work the role guides. Training alone leads nobody."""
    if at.text[at.start - 1 : at.start] in {"在", "针"} or somebody_else(at, at.start):
        return
    roles, end = _listed_roles(at, at.end)
    if not roles:
        return
    treated = TREATED.match(at.text, end, at.high)
    if treated:
        comma = at.text.find("，", treated.end(), at.high)
        stop = min(comma if comma >= 0 else at.high, treated.end() + 24)
        guided = GUIDED.search(at.text, end, stop)
        if guided:
            yield from _named(roles, at.start, guided.end())
        return
    power = POWER.match(at.text, end, at.high)
    if power:
        yield from _named(roles, at.start, power.end())


IN_CHARGE = re.compile("做好|抓好|搞好|对")
CHARGED = re.compile(
    "(?:团队|队伍)?的?(?:日常|各项|工作|业务|事务|行政|绩效|垂直|直接|统一|团队|队伍|程序|岗位|现场|的|和|与|及|、|培训|执行|带教|教育|组织|排班|技术)*"
    "(?:管理|领导|考核|督导|指导|指挥|调度|监督|检查|工作安排|排班|调配|分配|安排|考评|评估)"
)


SHARED = re.compile("的?(?:日常)?(?:工作|业务)?(?=$|[，。；、])")  # 分管护理员的工作: whose work is the role's share
THEIR_WORK = re.compile("的(?:日常)?(?:各项)?工作(?=$|[，。；])")  # 负责保育员和炊事员的工作


def charged(at: At) -> Iterator[Seen]:
    """负责收银员的排班和考核, 负责销售主管的工作指导: whom the role is in charge of."""
    if at.text.startswith("人", at.end) or (at.text[at.start] == "分" and _about_others(at)):
        return
    begun = IN_CHARGE.match(at.text, at.end, at.high)
    start = begun.end() if begun else at.end
    roles, end = _listed_roles(at, start)
    if roles and roles[0].start < start + 8 and not THINGS.match(at.text, end, at.high):
        alone = SHARED if at.text[at.start] == "分" else THEIR_WORK
        match = (at.text[at.start] == "负" and CHARGED.match(at.text, end, at.high)) or alone.match(
            at.text, end, at.high
        )
        if match and not at.text.startswith(("办法", "制度", "系统", "体系"), match.end()):
            yield from _named(roles, at.start, match.end())


BELOW = ("下设", "下辖", "直接下级", "直属下级", "直接下属", "管辖", "直辖", "辖管", "下属")
HAS = re.compile("(?:岗位|人员|职位)?(?:(?:通常|一般|主要|则)*(?P<verb>有|为|是|包括|包含)|：)?")


def has_below(at: At) -> Iterator[Seen]:
    """下设理货员3名, 管辖班组长: which roles stand below."""
    has = HAS.match(at.text, at.end, at.high)
    if at.text[at.end - 2 : at.end] in {"下属", "下级"} and (has is None or has["verb"] is None):
        return
    start = has.end() if has else at.end
    roles, end = _listed_roles(at, start)
    yield from _named(roles, at.start, end)


THEIRS = re.compile("(?:组织|分配|安排|分派|召集|召开)(?:各|本[一-鿿]{1,2})?(?=(?P<who>[一-鿿]{2,12}))")


def theirs(at: At) -> Iterator[Seen]:
    """组织巡查员值守，考核其到岗情况: whose work is judged is told in the clause before."""
    low = at.before()
    told = list(THEIRS.finditer(at.text, low, at.start))
    if not told or _about_others(at):
        return
    roles, _end = _listed_roles(at._replace(high=at.start), told[-1].end())
    yield from _named(roles, told[-1].start(), at.end)


HEARD = re.compile("的?(?:安全|生产|业务|思想|工作|情况|日常)*(?:汇报|报告|述职)")


def hears(at: At) -> Iterator[Seen]:
    """听取各领班的工作汇报: who reports to the role."""
    roles, end = _listed_roles(at, at.end)
    if roles and HEARD.match(at.text, end, at.high):
        yield from _named(roles, at.start, end)


PATTERNS = (
    Pattern("leads", tuple(LEADING.split("|")), leads),
    Pattern("checks", tuple(CHECKING.split("|")), checks),
    Pattern("treats", ("对",), treats),
    Pattern("charged", ("负责", "分管"), charged),
    Pattern("has-below", BELOW, has_below),
    Pattern("theirs", ("考核其", "评价其", "检查其", "督促其", "监督其", "评估其"), theirs),
    Pattern("hears", ("听取",), hears),
)
