"""A direct superior is also the superior's superior.

## What it finds

A role with two solid lines upwards of which one skips a level: the second superior stands, however far, above the
first.

## Why it matters

Skipping a level can be meant (客户总监 guides 客户主任 beside 客户经理) or be the rest of an old structure.

## Bad

```yaml
roles:
  - title: 客户总监
    supervises: [客户经理, 客户主任]
  - title: 客户经理
    reports_to: 客户总监
    supervises: [客户主任]
  - title: 客户主任
```

## Good

```yaml
roles:
  - title: 客户总监
    supervises: [客户经理]
  - title: 客户经理
    reports_to: 客户总监
    supervises: [客户主任]
  - title: 客户主任
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
    code="ORG310",
    name="skip-level",
    severity=Severity.NOTE,
    summary="a direct superior is also the superior's superior",
)


def check(case: Case) -> Iterator[Finding]:
    """Report each solid line to a superior who stands above another direct superior."""
    graph = case.graph
    for number, superiors in enumerate(graph.superiors):
        if len(superiors) < 2:  # noqa: PLR2004 - one line skips nobody
            continue
        led = [lower for lower in superiors if graph.superiors[lower]]
        for upper in (upper for upper in superiors if len(graph.reports[upper]) > 1):
            skipped = next((lower for lower in led if lower != upper and _above(case, upper, lower)), None)
            if skipped is not None:
                yield case.finding(
                    info,
                    f"{case.title(number)} reports to {case.title(upper)} past {case.title(skipped)}",
                    case.place(graph.lines[upper, number].stated),
                    roles=(number, upper),
                    related=[
                        (f"it also reports to {case.title(skipped)}", case.place(graph.lines[skipped, number].stated))
                    ],
                )


def _above(case: Case, upper: int, lower: int) -> bool:
    reach = case.graph.reach
    return reach.is_below(upper, lower) and not reach.is_below(lower, upper)
