"""A superior with exactly one report.

## What it finds

A role that leads one other role and no more.

## Why it matters

A layer for one post makes the way up longer. If several people hold the post below, its `headcount` says so.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 客服部经理
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 客服部经理
    reports_to: 总经理
  - title: 销售部经理
    reports_to: 总经理
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
    code="ORG402",
    name="single-report",
    severity=Severity.NOTE,
    summary="a superior with exactly one report",
)


def check(case: Case) -> Iterator[Finding]:
    """Report superiors of one."""
    for number, reports in enumerate(case.graph.reports):
        if len(reports) == 1:
            yield case.finding(
                info,
                f"{case.title(number)} has one direct report, {case.title(reports[0])}",
                case.title_place(number),
                roles=(number,),
            )
