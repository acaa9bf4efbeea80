"""A role is its own superior.

## What it finds

A role that names itself, by title, id or alias, under `reports_to`, `supervises` or `dotted_line_to`.

## Why it matters

It is a loop of one, and nearly always a name that slipped into the wrong line.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
  - title: 财务总监
    reports_to: 财务总监
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
  - title: 财务总监
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
    code="ORG302",
    name="reports-to-itself",
    severity=Severity.ERROR,
    summary="a role is its own superior",
)


def check(case: Case) -> Iterator[Finding]:
    """Report every name by which a role means itself."""
    for number, name in case.graph.self_lines:
        yield case.finding(
            info,
            f"{case.title(number)} reports to itself",
            case.place(name),
            roles=(number,),
            hint="name the superior; the role at the top names none and may say root: true",
        )
