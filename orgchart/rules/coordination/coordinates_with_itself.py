"""A role or unit coordinates with itself.

## What it finds

A name under `coordinates_with` that means the very role or unit it stands under.

## Why it matters

The relation is lost: a name slipped into the wrong sheet.

## Bad

```yaml
roles:
  - title: 采购主管
    coordinates_with: [采购主管]
```

## Good

```yaml
roles:
  - title: 采购主管
    coordinates_with:
      - {with: 供应商, scope: external}
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
    code="ORG503",
    name="coordinates-with-itself",
    severity=Severity.ERROR,
    summary="a role or unit coordinates with itself",
)


def check(case: Case) -> Iterator[Finding]:
    """Report relations whose two sides are one."""
    for relation in case.graph.relations:
        same_role = relation.role is not None and relation.role == relation.to_role
        same_unit = relation.unit is not None and relation.unit == relation.to_unit
        if same_role or same_unit:
            yield case.finding(
                info,
                f"{relation.party} coordinates with itself",
                case.place(relation.party, relation.statement),
                roles=() if relation.role is None else (relation.role,),
                hint="name the other side",
            )
