"""A coordination partner that nobody listed.

## What it finds

A name under `coordinates_with` that is no role and no listed unit, unless the relation is with an outside party
(`scope: external` or `kind: external`).

## Why it matters

The partner cannot confirm the relation, and a chart can only draw a stranger.

## Bad

```yaml
units:
  - name: 客户服务部
roles:
  - title: 客户服务专员
    unit: 客户服务部
    coordinates_with: [生产部]
```

## Good

```yaml
units:
  - name: 客户服务部
  - name: 生产部
roles:
  - title: 客户服务专员
    unit: 客户服务部
    coordinates_with:
      - 生产部
      - {with: 客户, scope: external}
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
    code="ORG501",
    name="unknown-party",
    severity=Severity.NOTE,
    summary="a coordination partner that nobody listed",
)


def check(case: Case) -> Iterator[Finding]:
    """Report parties inside the organization that resolve to nobody."""
    for relation in case.graph.relations:
        if relation.to_role is None and relation.to_unit is None and not relation.outside:
            owner = case.title(relation.role) if relation.role is not None else case.org.units[relation.unit or 0].name
            wanted = {"role": "role", "unit": "unit"}.get(str(relation.statement.kind), "role or unit")
            near = [*case.role_names.to(relation.party, 2), *case.unit_names.to(relation.party, 2)]
            yield case.finding(
                info,
                f"{owner} coordinates with {relation.party}, a {wanted} that is not listed",
                case.place(relation.party, relation.statement),
                roles=() if relation.role is None else (relation.role,),
                hint=f"did you mean {' or '.join(near)}?" if near else "list it, or write scope: external",
            )
