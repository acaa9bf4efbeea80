"""A unit stated to have another number of people than its roles add up to.

## What it finds

A unit with a `headcount`, and so a head with a stated number of people to lead, whose roles, with those of the units in
it, have more people: by their `headcount`, else by their `holders`, else one for a described role. Or they have fewer,
where every one of those roles writes its `headcount`. One person in several roles counts once.

## Why it matters

The stated number is what was approved, the roles are what is there; a chart that shows one of them hides the other.

## Bad

```yaml
units:
  - {name: 客户服务部, head: 客服经理, headcount: 4}
roles:
  - {title: 总经理, supervises: [客服经理]}
  - {title: 客服经理, unit: 客户服务部, headcount: 1}
  - {title: 客服专员, unit: 客户服务部, headcount: 5, reports_to: 客服经理}
```

## Good

```yaml
units:
  - {name: 客户服务部, head: 客服经理, headcount: 6}
roles:
  - {title: 总经理, supervises: [客服经理]}
  - {title: 客服经理, unit: 客户服务部, headcount: 1}
  - {title: 客服专员, unit: 客户服务部, headcount: 5, reports_to: 客服经理}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG404",
    name="declared-span",
    severity=Severity.NOTE,
    summary="a unit stated to have another number of people than its roles add up to",
)


def check(case: Case) -> Iterator[Finding]:
    """Add up people from the innermost units outwards."""
    units = case.units
    if not any(unit.headcount is not None for unit in case.org.units):
        return
    people, told, roles = _in_each_unit(case)
    for number in units.bottom_up():
        unit = case.org.units[number]
        upper = units.part_of[number]
        if upper is not None:
            people[upper] += people[number]
            told[upper] = told[upper] and told[number]
            roles[upper] += roles[number]
        stated = unit.headcount
        if stated is None or not roles[number]:
            continue
        if people[number] > stated or (told[number] and people[number] < stated):
            yield _differs(case, number, people[number], roles[number])


def _in_each_unit(case: Case) -> tuple[list[int], list[bool], list[int]]:
    """For each unit alone: its people, whether every role tells its headcount, and how many roles it has."""
    size = len(case.org.units)
    people, told, roles = [0] * size, [True] * size, [0] * size
    seen: set[tuple[str, str | None]] = set()
    elsewhere = {
        candidate for role in case.roles for name in role.concurrently for candidate in case.graph.candidates(name)
    }
    for number, mine in enumerate(case.units.of_role):
        if mine:
            role, unit = case.roles[number], mine[0]
            roles[unit] += 1
            told[unit] = told[unit] and role.headcount is not None
            if role.headcount is not None:
                people[unit] += role.headcount
            elif role.holders:
                persons = {(str(holder.name), holder.id) for holder in role.holders} - seen
                seen |= persons
                people[unit] += len(persons)
            elif role.described and not role.vacant and number not in elsewhere:
                people[unit] += 1
    return people, told, roles


def _differs(case: Case, number: int, people: int, roles: int) -> Finding:
    unit = case.org.units[number]
    head = case.units.head[number]
    leads = f", led by {case.title(head)}," if head is not None else ""
    told = "its role has" if roles == 1 else f"its {roles} roles have"
    return case.finding(
        info,
        f"{unit.name}{leads} is stated to have {unit.headcount} people, and {told} {people}",
        unit.place("headcount") or case.place(unit.name),
        roles=() if head is None else (head,),
        hint="correct the headcount of the unit, or of its roles",
    )
