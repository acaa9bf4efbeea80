"""Units contain each other.

## What it finds

A unit that is, through `part_of`, a part of itself.

## Why it matters

No chart can be drawn of a department inside itself, and no headcount added up.

## Bad

```yaml
units:
  - {name: 销售部, part_of: 营销中心}
  - {name: 营销中心, part_of: 销售部}
```

## Good

```yaml
units:
  - {name: 销售部, part_of: 营销中心}
  - {name: 营销中心}
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
    code="ORG204",
    name="unit-cycle",
    severity=Severity.ERROR,
    summary="units contain each other",
)


SHOWN = 12


def check(case: Case) -> Iterator[Finding]:
    """Follow each unit upwards once; report each loop at its first-written unit."""
    upper = [_only(case.graph.unit_candidates(unit.part_of)) if unit.part_of else None for unit in case.org.units]
    visited_from: dict[int, int] = {}
    for start in range(len(upper)):
        path: list[int] = []
        unit: int | None = start
        while unit is not None and unit not in visited_from:
            visited_from[unit] = start
            path.append(unit)
            unit = upper[unit]
        if unit is not None and visited_from[unit] == start and unit in path:
            yield _loop(case, path[path.index(unit) :])


def _only(candidates: list[int]) -> int | None:
    return candidates[0] if len(candidates) == 1 else None


def _loop(case: Case, loop: list[int]) -> Finding:
    at = loop.index(min(loop))
    units = [case.org.units[number] for number in (*loop[at:], *loop[:at])]
    shown = [str(unit.name) for unit in units]
    if len(shown) > SHOWN:
        shown[SHOWN // 2 : -SHOWN // 2] = [f"… {len(units) - SHOWN} more …"]
    names = " → ".join([*shown, shown[0]])
    related = [(f"{unit.name} is part of {unit.part_of}", case.place(unit.part_of)) for unit in units[1:]]
    message = f"{names}: each is part of the next" if len(units) > 1 else f"{units[0].name} is part of itself"
    return case.finding(
        info, message, case.place(units[0].part_of), related=related, hint="take part_of from the outermost one"
    )
