"""A solid and a dotted line between the same two roles.

## What it finds

A role under `dotted_line_to` that is also a direct superior, or a direct report, of the same role.

## Why it matters

A dotted line says "a superior, but not the direct one". Between these two it says nothing, or one of the two lines is
meant for somebody else.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 市场总监
    reports_to: 总经理
    dotted_line_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 市场总监
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
    code="ORG309",
    name="solid-and-dotted",
    severity=Severity.WARNING,
    summary="a solid and a dotted line between the same two",
)


def check(case: Case) -> Iterator[Finding]:
    """Report dotted lines whose two ends a solid line joins, in either direction."""
    graph = case.graph
    for dotted in graph.dotted:
        ends = (dotted.superior, dotted.report)
        line = graph.lines.get(ends) or graph.lines.get(ends[::-1])
        if line:
            yield case.finding(
                info,
                f"{case.title(dotted.report)} has a dotted and a solid line with {case.title(dotted.superior)}",
                case.place(dotted.stated),
                roles=(dotted.report, dotted.superior),
                related=[
                    (f"{case.title(line.report)} reports to {case.title(line.superior)}", case.place(line.stated))
                ],
                hint="keep the solid line, or make it dotted",
            )
