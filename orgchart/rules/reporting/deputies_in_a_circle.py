"""Deputies who stand in for each other, and nobody else.

## What it finds

Roles whose deputies lead round in a circle without a way out: A stands in for B and B for A, and neither names another
deputy. A role that is its own deputy is a circle of one.

## Why it matters

When all of them are away, on the same fair or with the same flu, nobody decides. One deputy outside the circle is
enough.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
    deputy: 市场总监
  - title: 市场总监
    reports_to: 总经理
    deputy: 销售总监
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
    deputy: [市场总监, 总经理]
  - title: 市场总监
    reports_to: 总经理
    deputy: 销售总监
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.reach import groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG316",
    name="deputies-in-a-circle",
    severity=Severity.NOTE,
    summary="deputies who stand in for each other, and nobody else",
)


SHOWN = 12


def check(case: Case) -> Iterator[Finding]:
    """Report knots of deputies that no deputy leads out of, each at its first-written role."""
    deputies = case.graph.deputies
    if not deputies:
        return
    unsure = {unresolved.owner for unresolved in case.graph.unresolved if unresolved.field == "deputy"}
    for members in _knots(deputies):
        inside = set(members)
        closed = all(deputies[number] and inside.issuperset(deputies[number]) for number in members)
        if closed and unsure.isdisjoint(inside):
            yield _circle(case, members)


def _knots(deputies: dict[int, list[int]]) -> Iterable[list[int]]:
    """The roles with deputies, in groups of those who stand in for each other, however far; most are alone."""
    stood_in_for = list(deputies)
    place = {number: at for at, number in enumerate(stood_in_for)}
    knots: dict[int, list[int]] = {}
    knot_of = groups([[place[one] for one in deputies[number] if one in place] for number in stood_in_for])
    for at, knot in enumerate(knot_of):
        knots.setdefault(knot, []).append(stood_in_for[at])
    return knots.values()


def _circle(case: Case, members: list[int]) -> Finding:
    names = [case.title(number) for number in members]
    if len(names) > SHOWN:
        names[SHOWN // 2 : -SHOWN // 2] = [f"… {len(names) - SHOWN} more …"]
    first, *others = members
    message = f"{', '.join(names)} stand in for each other only" if others else f"{names[0]} stands in for itself"
    return case.finding(
        info,
        message,
        case.place(case.roles[first].deputy[0].role, case.roles[first]),
        roles=members,
        related=[
            (f"the deputy of {case.title(number)}", case.place(case.roles[number].deputy[0].role)) for number in others
        ],
        hint="name one more deputy who is none of them",
    )
