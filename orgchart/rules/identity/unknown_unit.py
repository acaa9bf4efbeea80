"""A unit that is named but not listed.

## What it finds

A role's `unit`, or a unit's `part_of`, that is neither the name nor an alias of a listed unit. Where an organization
lists no units at all, roles may name any.

## Why it matters

A misspelt unit is a department of its own on every chart and in every count.

## Bad

```yaml
units:
  - name: 客户服务部
roles:
  - title: 客户服务专员
    unit: 客户服务中心
```

## Good

```yaml
units:
  - name: 客户服务部
    aliases: [客户服务中心]
roles:
  - title: 客户服务专员
    unit: 客户服务中心
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
    code="ORG203",
    name="unknown-unit",
    severity=Severity.WARNING,
    summary="a unit that is named but not listed",
)


def check(case: Case) -> Iterator[Finding]:
    """Look up every unit that a unit or a role names."""
    if not case.org.units:
        return
    for unit in case.org.units:
        if unit.part_of and not case.graph.unit_candidates(unit.part_of):
            yield _unknown(case, unit.part_of, f"{unit.name} is part of {unit.part_of}, a unit that is not listed", ())
    for number, role in enumerate(case.roles):
        for name in role.unit:
            if not case.graph.unit_candidates(name):
                yield _unknown(case, name, f"{role.title} belongs to {name}, a unit that is not listed", (number,))


def _unknown(case: Case, name: str, message: str, roles: tuple[int, ...]) -> Finding:
    near = case.unit_names.to(name)
    hint = f"did you mean {' or '.join(near)}?" if near else "add it under units"
    return case.finding(info, message, case.place(name), roles=roles, hint=hint)
