"""One person in two posts of which one reports to the other.

## What it finds

A direct superior and a report with the same holder, by number, or by name where the numbers do not tell them apart;
also a role whose holder fills its superior's or its report's post beside it (`concurrently`).

## Why it matters

The person approves their own requests and appraises their own work. Somebody else should look at what passes from one
post to the other.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
    holders: [张三]
  - title: 会计主管
    reports_to: 财务总监
    holders: [张三]
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
    holders: [张三]
  - title: 会计主管
    reports_to: 财务总监
    holders: [李四]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgchart.findings import Finding
    from orgchart.model import Holder
    from orgchart.rules._rule import Case
    from orgchart.source import Place


info = RuleInfo(
    code="ORG317",
    name="person-under-itself",
    severity=Severity.NOTE,
    summary="one person in two posts of which one reports to the other",
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the holders on both ends of each solid line, then the further posts that roles name."""
    told: set[tuple[int, int]] = set()
    leading = [_by_name(role.holders) if case.graph.reports[number] else {} for number, role in enumerate(case.roles)]
    for report, role in enumerate(case.roles):
        for superior in case.graph.superiors[report] if role.holders else ():
            both = _in_both(role.holders or (), leading[superior])
            if both is not None:
                told.add((superior, report))
                yield _twice(case, superior, report, f"{both.name} holds", case.place(both.name, both))
    for number, role in enumerate(case.roles):
        for name in role.concurrently:
            for ends in _lines_between(case, number, case.graph.candidates(name)):
                if ends not in told:
                    told.add(ends)
                    yield _twice(case, *ends, "one person holds", case.place(name, role))


def _by_name(holders: Iterable[Holder] | None) -> dict[str, list[Holder]]:
    by_name: dict[str, list[Holder]] = {}
    for holder in holders or ():
        by_name.setdefault(holder.name, []).append(holder)
    return by_name


def _lines_between(case: Case, number: int, found: list[int]) -> list[tuple[int, int]]:
    """The lines between a role and the one that a name means; none where it means several."""
    if len(found) != 1:
        return []
    return [ends for ends in ((found[0], number), (number, found[0])) if ends in case.graph.lines]


def _in_both(one: Iterable[Holder], other: dict[str, list[Holder]]) -> Holder | None:
    """The first holder of the one who is, as far as names and numbers tell, a holder of the other."""
    for holder in one:
        same_name = other.get(holder.name)
        if same_name and any(holder.id is None or same.id in {None, holder.id} for same in same_name):
            return holder
    return None


def _twice(case: Case, superior: int, report: int, who: str, place: Place) -> Finding:
    return case.finding(
        info,
        f"{who} {case.title(report)} and {case.title(superior)}, to whom it reports",
        place,
        roles=(report, superior),
        related=[(f"{case.title(superior)} is the superior", case.title_place(superior))],
        hint="let another role approve for one of the posts; two people of one name need an id each",
    )
