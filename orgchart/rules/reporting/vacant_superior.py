"""A vacant post that leads others, and nobody named who leads them meanwhile.

## What it finds

A role with `holders: []` and direct reports, without a `deputy`, and that no other role's holder fills beside their own
(`concurrently`).

## Why it matters

Its reports have nobody to ask: who leads them until the post is filled?

## Bad

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
    holders: []
  - title: 大区经理
    reports_to: 销售总监
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
    holders: []
    deputy: 大区经理
  - title: 大区经理
    reports_to: 销售总监
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
    code="ORG315",
    name="vacant-superior",
    severity=Severity.NOTE,
    summary="a vacant post that leads others, and nobody named who leads them meanwhile",
)


SHOWN = 3


def check(case: Case) -> Iterator[Finding]:
    """Report vacant superiors whom nobody stands in for."""
    vacant = [
        number
        for number, role in enumerate(case.roles)
        if role.vacant and case.graph.reports[number] and not role.deputy
    ]
    if not vacant:
        return
    filled = {
        candidate for role in case.roles for name in role.concurrently for candidate in case.graph.candidates(name)
    }
    for number in vacant:
        if number in filled:
            continue
        reports = case.graph.reports[number]
        names = ", ".join(case.title(report) for report in reports[:SHOWN])
        more = f" and {len(reports) - SHOWN} more" if len(reports) > SHOWN else ""
        yield case.finding(
            info,
            f"{case.title(number)} is vacant: who leads {names}{more} meanwhile?",
            case.roles[number].place("holders") or case.title_place(number),
            roles=(number,),
            hint="write a deputy, or a holder with acting: true",
        )
