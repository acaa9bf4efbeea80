"""More coordination partners than one role can keep up with.

## What it finds

A role or unit that coordinates with more than `max-partners` others (12 unless configured), in its own words or in
theirs; one partner counts once, however many relations it has.

## Why it matters

Whoever everything passes through is the bottleneck, and the organization stands still when they are away. Often some of
the relations belong to the team.

## Bad

```yaml
roles:
  - title: 项目经理
    coordinates_with:
      - {with: 客户, scope: external}
      - {with: 供应商, scope: external}
      - {with: 媒体, scope: external}
      - {with: 银行, scope: external}
      - {with: 税务局, scope: external}
      - {with: 审计师, scope: external}
      - {with: 律师, scope: external}
      - {with: 保险公司, scope: external}
      - {with: 物业公司, scope: external}
      - {with: 物流公司, scope: external}
      - {with: 广告公司, scope: external}
      - {with: 公关公司, scope: external}
      - {with: 行业协会, scope: external}
```

## Good

```yaml
roles:
  - title: 项目经理
    supervises: [商务专员]
    coordinates_with:
      - {with: 客户, scope: external}
      - {with: 供应商, scope: external}
  - title: 商务专员
    coordinates_with:
      - {with: 银行, scope: external}
      - {with: 物流公司, scope: external}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.names import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG504",
    name="coordination-hub",
    severity=Severity.NOTE,
    summary="more coordination partners than one role can keep up with",
)


Side = tuple[str, int | str]


def check(case: Case) -> Iterator[Finding]:
    """Count the distinct partners of every role and unit."""
    partners: dict[Side, set[Side]] = {}
    for relation in case.graph.relations:
        one: Side = ("role", relation.role) if relation.role is not None else ("unit", relation.unit or 0)
        other: Side = ("party", level(relation.party))
        if relation.to_role is not None:
            other = ("role", relation.to_role)
        elif relation.to_unit is not None:
            other = ("unit", relation.to_unit)
        if one != other:
            partners.setdefault(one, set()).add(other)
            partners.setdefault(other, set()).add(one)
    for (kind, number), others in sorted(partners.items(), key=str):
        if len(others) > case.config.max_partners and isinstance(number, int):
            yield _hub(case, number, len(others), role=kind == "role")


def _hub(case: Case, number: int, partners: int, *, role: bool) -> Finding:
    name = case.title(number) if role else case.org.units[number].name
    return case.finding(
        info,
        f"{name} coordinates with {partners} others, more than {case.config.max_partners}",
        case.title_place(number) if role else case.place(name),
        roles=(number,) if role else (),
        hint="give some of the relations to the roles below it, or set max-partners",
    )
