"""A head whose own sheet puts it into another unit.

## What it finds

A unit whose `head` is a role that names other units as its own: not this one, none in it, and none around it.

## Why it matters

The head is drawn, counted and paid in one department and answers for another. Either its `unit` is out of date, or it
leads this unit on behalf of somebody.

## Bad

```yaml
units:
  - {name: 销售部, head: 市场总监}
  - {name: 市场部}
roles:
  - {title: 总经理, supervises: [市场总监]}
  - {title: 市场总监, unit: 市场部}
```

## Good

```yaml
units:
  - {name: 销售部, head: 市场总监}
  - {name: 市场部}
roles:
  - {title: 总经理, supervises: [市场总监]}
  - {title: 市场总监, unit: [市场部, 销售部]}
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
    code="ORG208",
    name="head-outside-unit",
    severity=Severity.NOTE,
    summary="a head whose own sheet puts it into another unit",
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the units that a head names with the unit it leads."""
    for number, unit in enumerate(case.org.units):
        head, here = case.graph.heads[number], case.units.first[number]
        if head is None or here is None:
            continue
        named = case.units.of_role[head]
        if named and not case.units.related([here], named):
            role = case.roles[head]
            yield case.finding(
                info,
                f"{unit.name} is led by {case.title(head)}, who belongs to {role.unit[0]}",
                case.place(unit.head, unit),
                roles=(head,),
                related=[(f"{case.title(head)} belongs to {role.unit[0]}", case.place(role.unit[0], role))],
                hint=f"add {unit.name} to the units of {case.title(head)}, or name another head",
            )
