"""More direct reports than one person can lead.

## What it finds

A role with more than `max-span` direct reports (15 unless configured). `span-by-grade` and `span-by-unit` set another
limit, narrower or wider, for a grade or a unit; a unit's limit holds for the units in it that have none of their own,
and where both a grade's and a unit's limit fit a role, the narrower counts.

## Why it matters

Beyond some fifteen direct reports, leading becomes administration. There is no single magic number: set the limit
that fits your work.

## Bad

```yaml
roles:
  - title: 店长
    supervises: [店员1, 店员2, 店员3, 店员4, 店员5, 店员6, 店员7, 店员8,
      店员9, 店员10, 店员11, 店员12, 店员13, 店员14, 店员15, 店员16]
  - {title: 店员1}
  - {title: 店员2}
  - {title: 店员3}
  - {title: 店员4}
  - {title: 店员5}
  - {title: 店员6}
  - {title: 店员7}
  - {title: 店员8}
  - {title: 店员9}
  - {title: 店员10}
  - {title: 店员11}
  - {title: 店员12}
  - {title: 店员13}
  - {title: 店员14}
  - {title: 店员15}
  - {title: 店员16}
```

## Good

```yaml
roles:
  - title: 店长
    supervises: [店员]
  - title: 店员
    headcount: 16
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.rules._limits import span_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG401",
    name="span-too-wide",
    severity=Severity.WARNING,
    summary="more direct reports than one person can lead",
)


def check(case: Case) -> Iterator[Finding]:
    """Count direct reports."""
    limit = span_limit(case)
    for number, reports in enumerate(case.graph.reports):
        if len(reports) > limit(number):
            yield case.finding(
                info,
                f"{case.title(number)} has {len(reports)} direct reports, more than {limit(number)}",
                case.title_place(number),
                roles=(number,),
                hint="group some of them under a lead, or set max-span",
            )
