"""Organizations that several texts describe → one, where the texts plainly mean one company.

Two texts are plainly of one company when one describes a role that the other names, and they share so many names of
roles that chance is no explanation; or when both state the same reporting line, each from its end, in the same unit. A
common post such as 总经理 is in every company and counts for nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from orgchart.extraction.mentions import FoundOrganization, FoundRole, FoundUnit
from orgchart.names import spelt_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ENOUGH = 3
COMMON = """
总经理 副总经理 董事长 总裁 副总裁 经理 副经理 主管 主任 副主任 部门经理 部门主管 部长 院长 校长 厂长 店长 班长 组长
员工 职员 人员 专员 助理 文员 司机 会计 出纳 财务人员 销售人员 业务人员 管理人员 技术人员 未具名岗位 客户 供应商
"""
EVERYWHERE = frozenset(COMMON.split())
UNIT_ENDING = re.compile("部(?=总监|经理|主管|主任|专员|助理)")


@lru_cache(maxsize=1 << 14)  # the same names are asked for again and again
def key(name: str) -> str:
    """What two spellings of one role's name have in common: 客户服务部总监 and 客服总监 are one."""
    return UNIT_ENDING.sub("", spelt_out(name))


def join(organizations: Sequence[FoundOrganization]) -> list[list[int]]:
    """Which organizations plainly are one company: groups of their numbers, each group in order, by first number.

    Pairs with more names in common go first; one that two others fit equally well stays alone, since which of them is
    meant would be a guess.
    """
    named = [_names(one, described=False) for one in organizations]
    described = [_names(one, described=True) for one in organizations]
    group = list(range(len(organizations)))
    for first, second, _weight in _candidates(organizations, named, described):
        here, there = _top(group, first), _top(group, second)
        if here == there:
            continue
        if described[here] & described[there]:
            continue  # the same post described twice: two companies, or two drafts
        low, high = min(here, there), max(here, there)
        group[high] = low
        described[low] |= described[high]
    groups: dict[int, list[int]] = {}
    for number in range(len(organizations)):
        groups.setdefault(_top(group, number), []).append(number)
    return list(groups.values())


def _names(one: FoundOrganization, *, described: bool) -> set[str]:
    roles = [role for role in one.roles if not role.untitled and (role.described or not described)]
    parties = () if described else [party.party for role in one.roles for party in role.coordinates_with]
    names = {key(name) for role in roles for name in (role.title, *role.aliases)}
    return (names | {key(party) for party in parties}) - EVERYWHERE


def _candidates(
    organizations: Sequence[FoundOrganization], named: list[set[str]], described: list[set[str]]
) -> list[tuple[int, int, int]]:
    """Pairs that may be one company, those with most names in common first, without those that fit two equally."""
    bearers: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(named):
        for name in names:
            bearers[name].append(number)
    linked: set[tuple[int, int]] = set()
    for number, names in enumerate(described):
        for name in names:
            for other in bearers[name]:
                if other != number and name not in described[other]:
                    linked.add((min(number, other), max(number, other)))
    strong = []
    for first, second in sorted(linked):
        weight = len(named[first] & named[second])
        agreed = _agree(organizations[first], organizations[second])
        if weight >= ENOUGH or agreed:
            strong.append((first, second, weight + ENOUGH * agreed))
    rivals: dict[tuple[int, int], list[int]] = defaultdict(list)
    for first, second, weight in strong:
        rivals[first, weight].append(second)
        rivals[second, weight].append(first)
    clear = [
        (first, second, weight)
        for first, second, weight in strong
        if not _torn(rivals[first, weight], described) and not _torn(rivals[second, weight], described)
    ]
    return sorted(clear, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _agree(one: FoundOrganization, other: FoundOrganization) -> bool:
    """Whether both state one reporting line, each from its end, and name one unit."""
    units = [{key(role.unit) for role in each.roles if role.unit} for each in (one, other)]
    return bool(units[0] & units[1]) and bool(_down(one) & _up(other) or _up(one) & _down(other))


def _down(one: FoundOrganization) -> set[tuple[str, str]]:
    return {(key(role.title), key(name)) for role in one.roles if role.described for name in role.supervises or ()}


def _up(one: FoundOrganization) -> set[tuple[str, str]]:
    return {(key(name), key(role.title)) for role in one.roles if role.described for name in role.reports_to}


def _torn(others: list[int], described: list[set[str]]) -> bool:
    """Whether an organization fits several others equally well that cannot be one company themselves."""
    return any(
        described[first] & described[second] for place, first in enumerate(others) for second in others[place + 1 :]
    )


def _top(group: list[int], number: int) -> int:
    while group[number] != number:
        number = group[number]
    return number


def together(organizations: Sequence[FoundOrganization]) -> FoundOrganization:
    """Several texts about one company as one organization: every statement of each is kept, none is resolved."""
    if len(organizations) == 1:
        return organizations[0]
    roles: dict[str, FoundRole] = {}
    untitled: list[FoundRole] = []
    for one in organizations:
        for role in one.roles:
            if role.untitled:
                untitled.append(role)
                continue
            known = next((name for name in _bearings(role) if name in roles), None)
            if known is None:
                roles[key(role.title)] = role
            else:
                roles[known] = _both(roles[known], role)
    merged = [*roles.values(), *untitled]
    units: dict[str, FoundUnit] = {}
    for unit in (unit for one in organizations for unit in one.units):
        units.setdefault(unit.name, unit)
    return FoundOrganization(
        name=next((one.name for one in organizations if one.name), ""),
        roles=tuple([role for role in merged if role.described] + [role for role in merged if not role.described]),
        units=tuple(units.values()),
        lines=tuple(stretch for one in organizations for stretch in one.lines),
        passed_over=tuple(words for one in organizations for words in one.passed_over),
    )


def _bearings(role: FoundRole) -> list[str]:
    return [key(name) for name in (role.title, *role.aliases)]


def _both(first: FoundRole, second: FoundRole) -> FoundRole:
    """Two statements about one role; its title is the one of the description."""
    main, other = (second, first) if second.described and not first.described else (first, second)
    names = [name for name in (*main.aliases, other.title, *other.aliases) if name != main.title]
    stated = [role.supervises for role in (main, other) if role.supervises is not None]
    told = dict(main.facts)
    return main.replace(
        aliases=tuple(dict.fromkeys(names)),
        unit=main.unit or other.unit,
        headcount=main.headcount if main.headcount is not None else other.headcount,
        code=main.code or other.code,
        reports_to=_united(main.reports_to, other.reports_to),
        supervises=_united(*stated) if stated else None,
        coordinates_with=tuple(
            {party.party: party for party in (*other.coordinates_with, *main.coordinates_with)}.values()
        ),
        facts=(*main.facts, *((name, value) for name, value in other.facts if name not in told)),
        evidence=(*main.evidence, *other.evidence),
        lines=(*main.lines, *other.lines),
        source=(*main.source, *other.source),
    )


def _united(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple({key(name): name for names in reversed(lists) for name in reversed(list(names))}.values())[::-1]
