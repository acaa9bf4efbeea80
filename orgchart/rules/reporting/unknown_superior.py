"""A superior, head or deputy that is no role of the organization.

## What it finds

A name under `reports_to`, `dotted_line_to`, `head` or `deputy` that is no role's id, title or alias. A name makes no
role by itself: a superior nobody described is listed with `described: false`.

## Why it matters

The line leads nowhere. Either the name is misspelt, or a role is missing from the files.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
  - title: 财务经理
    reports_to: 财务总监
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 销售总监
    reports_to: 总经理
  - title: 财务总监
    described: false
    reports_to: 总经理
  - title: 财务经理
    reports_to: 财务总监
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.rules._names import unknown_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG303",
    name="unknown-superior",
    severity=Severity.ERROR,
    summary="a superior, head or deputy that is no role of the organization",
)


SAYS = {
    "reports_to": "reports to {name}",
    "dotted_line_to": "has a dotted line to {name}",
    "head": "has {name} as its head",
    "deputy": "has {name} as deputy",
}


def check(case: Case) -> Iterator[Finding]:
    """Report every name of a superior, head or deputy that nobody has."""
    for unresolved in case.graph.unresolved:
        if unresolved.field in SAYS and not unresolved.candidates:
            yield unknown_name(case, info, unresolved, SAYS[unresolved.field])
