"""Reporting lines form a loop.

## What it finds

Roles that are, through solid lines, their own superiors. Each knot of such roles is reported once, with a shortest
loop through the role that was written first. Mend that one; if another loop is left in the knot, the next run shows
it.

## Why it matters

Nobody in the loop has a way up: approvals and escalations go round for ever, and the roles belong to no layer.

## Bad

```yaml
roles:
  - title: 总经理
    reports_to: 审计经理
  - title: 财务总监
    reports_to: 总经理
  - title: 审计经理
    reports_to: 财务总监
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
  - title: 审计经理
    reports_to: 财务总监
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
    code="ORG301",
    name="reporting-cycle",
    severity=Severity.ERROR,
    summary="solid reporting lines form a loop",
)


SHOWN = 12


def check(case: Case) -> Iterator[Finding]:
    """Report a shortest loop for each knot."""
    for knot in case.graph.knots:
        loop = case.graph.shortest_loop(knot)
        first, *others = loop
        members = [line.report for line in loop]
        names = [case.title(number) for number in members]
        if len(names) > SHOWN:
            names[SHOWN // 2 : -SHOWN // 2] = [f"… {len(names) - SHOWN} more …"]
        more = f"; {len(knot) - len(loop)} more roles are tied up in it" if len(knot) > len(loop) else ""
        yield case.finding(
            info,
            f"{' → '.join([*names, names[0]])} report to each other{more}",
            case.place(first.stated),
            roles=members,
            related=[
                (f"{case.title(line.report)} reports to {case.title(line.superior)}", case.place(line.stated))
                for line in others
            ],
            hint="decide who of them is on top, and take that role's superior away",
        )
