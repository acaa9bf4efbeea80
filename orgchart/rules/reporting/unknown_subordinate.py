"""A subordinate that is no role of the organization.

## What it finds

A name under `supervises` that is no role's id, title or alias.

## Why it matters

The line leads nowhere. Either the name is misspelt, or a role is missing from the files.

## Bad

```yaml
roles:
  - title: 总经理
    supervises: [财务总监, 销售总监]
  - title: 财务总监
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
    supervises: [财务总监, 销售总监]
  - title: 财务总监
    reports_to: 总经理
  - title: 销售总监
    described: false
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
    code="ORG311",
    name="unknown-subordinate",
    severity=Severity.ERROR,
    summary="a subordinate that is no role of the organization",
)


def check(case: Case) -> Iterator[Finding]:
    """Report every name of a subordinate that nobody has."""
    for unresolved in case.graph.unresolved:
        if unresolved.field == "supervises" and not unresolved.candidates:
            yield unknown_name(case, info, unresolved, "supervises {name}")
