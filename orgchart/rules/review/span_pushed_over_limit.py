"""A span of control pushed over its limit by this change.

## What it finds

A role whose direct reports were within its limit before the change and are more now. The limit is that of ORG401:
`max-span`, or what is set for its grade or unit. A span that was too wide before is ORG401's alone.

## Why it matters

Each move looks small by itself. This is the one after which the superior has more reports than anybody agreed to.

## Bad

```yaml before/a.yaml
roles:
  - title: 店长
    supervises: [店员1, 店员2, 店员3, 店员4, 店员5, 店员6, 店员7, 店员8,
      店员9, 店员10, 店员11, 店员12, 店员13, 店员14, 店员15]
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
```

```yaml a.yaml
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

```yaml before/a.yaml
roles:
  - title: 店长
    supervises: [店员1, 店员2, 店员3, 店员4, 店员5, 店员6, 店员7, 店员8,
      店员9, 店员10, 店员11, 店员12, 店员13, 店员14, 店员15]
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
```

```yaml a.yaml
roles:
  - title: 店长
    supervises: [店员1, 店员2, 店员3, 店员4, 店员5, 店员6, 店员7, 店员8,
      店员9, 店员10, 店员11, 店员12, 店员13, 店员14, 店员15]
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
    code="ORG604",
    name="span-pushed-over-limit",
    severity=Severity.WARNING,
    summary="a span of control pushed over its limit by this change",
)


SHOWN = 5


def check(case: Case) -> Iterator[Finding]:
    """Compare spans that are too wide now with what they were."""
    if case.before is None:
        return
    limit = span_limit(case)
    for number, reports in enumerate(case.graph.reports):
        old = case.matching.back.get(number) if len(reports) > limit(number) else None
        before = [] if old is None else case.earlier.reports[old]
        if old is None or len(before) > limit(number):
            continue
        kept = {case.matching.pairs.get(report) for report in before}
        joined = [report for report in reports if report not in kept]
        yield case.finding(
            info,
            f"{case.title(number)} has {len(reports)} direct reports, {len(before)} before this change, "
            f"and its limit is {limit(number)}",
            case.title_place(number),
            roles=(number,),
            related=[(f"{case.title(report)} joined", case.title_place(report)) for report in joined[:SHOWN]],
            hint="give some of them another superior, or raise the limit",
        )
