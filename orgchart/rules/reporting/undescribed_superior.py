"""A superior that no job description is about.

## What it finds

A role with `described: false` that has direct reports.

## Why it matters

Somebody leads people, and nobody wrote down what the post is: the next job description to ask for.

## Bad

```yaml
roles:
  - title: 大区经理
    described: false
  - title: 客户经理
    reports_to: 大区经理
```

## Good

```yaml
roles:
  - title: 大区经理
    responsibilities: [负责大区销售]
  - title: 客户经理
    reports_to: 大区经理
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
    code="ORG313",
    name="undescribed-superior",
    severity=Severity.NOTE,
    summary="a superior that no job description is about",
)


def check(case: Case) -> Iterator[Finding]:
    """Report superiors that are only mentioned."""
    for number, role in enumerate(case.roles):
        if not role.described and case.graph.reports[number]:
            names = ", ".join(case.title(report) for report in case.graph.reports[number][:3])
            more = len(case.graph.reports[number]) - 3
            yield case.finding(
                info,
                f"{case.title(number)} leads {names}{f' and {more} more' if more > 0 else ''}, and is not described",
                case.title_place(number),
                roles=(number,),
                hint="describe the role, then take described: false away",
            )
