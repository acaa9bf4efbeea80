"""A described role without any solid line.

## What it finds

A described role that names no superior and no subordinate, and that nobody names as one, in an organization of two or
more roles. A dotted line does not count. A role that is meant to stand alone says `root: true`.

## Why it matters

The role hangs in the air: nobody leads it, and no chart shows where it belongs.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
  - title: 品牌经理
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
  - title: 品牌经理
    reports_to: 总经理
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
    code="ORG304",
    name="orphan-role",
    severity=Severity.ERROR,
    summary="a described role without any solid line",
)


def check(case: Case) -> Iterator[Finding]:
    """Report described roles that no written line touches."""
    if len(case.roles) < 2:  # noqa: PLR2004 - one role cannot have a line
        return
    graph = case.graph
    named = {number for line in graph.lines for number in line}
    for unresolved in graph.unresolved:
        if unresolved.field in {"reports_to", "supervises"} and unresolved.owner is not None:
            named.update(unresolved.candidates)
    for number, role in enumerate(case.roles):
        if role.described and not role.root and number not in named and not _writes_a_line(role):
            yield case.finding(
                info,
                f"{case.title(number)} has no superior and no subordinates",
                case.title_place(number),
                roles=(number,),
                hint="write reports_to: …, or root: true if it is meant to stand alone",
            )


def _writes_a_line(role: Role) -> bool:
    if role.reports_to or role.supervises:
        return True
    return role.node is not None and (role.node.says("reports_to") or role.node.says("supervises"))
