"""More than one role at the top.

## What it finds

Further roles that have subordinates and no superior, besides the one that is written first. A role with `root: true`
is never reported.

## Why it matters

Two tops are two organizations, or one line that nobody wrote down.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
  - title: 销售总监
  - title: 大区经理
    reports_to: 销售总监
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
  - title: 销售总监
    reports_to: 总经理
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
    from orgchart.model import Role
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG305",
    name="several-roots",
    severity=Severity.WARNING,
    summary="more than one top of a tree",
)


def check(case: Case) -> Iterator[Finding]:
    """Report each further top; one that names a superior, known or not, is no top."""
    graph = case.graph
    perhaps_led = {
        candidate
        for unresolved in graph.unresolved
        if unresolved.field == "supervises"
        for candidate in unresolved.candidates
    }
    tops = [
        number
        for number, role in enumerate(case.roles)
        if graph.reports[number]
        and not graph.superiors[number]
        and number not in perhaps_led
        and not _names_a_superior(role)
    ]
    for number in tops[1:]:
        if case.roles[number].root:
            continue
        first = tops[0]
        yield case.finding(
            info,
            f"{case.title(number)} is a further top beside {case.title(first)}",
            case.title_place(number),
            roles=(number,),
            related=[("the first top", case.title_place(first))],
            hint="write its superior under reports_to, or root: true if it is meant to have none",
        )


def _names_a_superior(role: Role) -> bool:
    return bool(role.reports_to) or (role.node is not None and role.node.says("reports_to"))
