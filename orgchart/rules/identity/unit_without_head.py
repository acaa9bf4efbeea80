"""A unit that names no head, among units that do.

## What it finds

A listed unit with at least two roles in it and without `head`, where at least as many of such units name theirs. A
unit led from outside says so with `reports_to`.

## Why it matters

Nobody answers for the unit, or the files forgot who does. Reports across units and stand-ins cannot be judged.

## Bad

```yaml
units:
  - {name: 销售部, head: 销售总监}
  - {name: 客户服务部}
roles:
  - {title: 总经理, supervises: [销售总监, 客服主管]}
  - {title: 销售总监, unit: 销售部, supervises: [销售专员]}
  - {title: 销售专员, unit: 销售部}
  - {title: 客服主管, unit: 客户服务部, supervises: [客服专员]}
  - {title: 客服专员, unit: 客户服务部}
```

## Good

```yaml
units:
  - {name: 销售部, head: 销售总监}
  - {name: 客户服务部, head: 客服主管}
roles:
  - {title: 总经理, supervises: [销售总监, 客服主管]}
  - {title: 销售总监, unit: 销售部, supervises: [销售专员]}
  - {title: 销售专员, unit: 销售部}
  - {title: 客服主管, unit: 客户服务部, supervises: [客服专员]}
  - {title: 客服专员, unit: 客户服务部}
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
    code="ORG207",
    name="unit-without-head",
    severity=Severity.NOTE,
    summary="a unit that names no head, among units that do",
)


SEVERAL = 2


def check(case: Case) -> Iterator[Finding]:
    """Report headless units with several roles, if they are not the majority."""
    if not case.org.units:
        return
    led = {case.units.first[number] for number, unit in enumerate(case.org.units) if unit.head or unit.reports_to}
    peopled = [number for number in case.units.numbers if len(case.units.members[number]) >= SEVERAL]
    headless = [number for number in peopled if number not in led]
    if len(headless) > len(peopled) - len(headless):
        return
    for number in headless:
        unit, members = case.org.units[number], case.units.members[number]
        yield case.finding(
            info,
            f"{unit.name} has {len(members)} roles and names no head",
            case.place(unit.name, unit),
            hint="write head: …, or reports_to: … if a role elsewhere leads it",
        )
