"""A superior in another unit, and no line to the head of one's own.

## What it finds

A role whose superiors all belong to other units than its own, unrelated ones, while its unit has a head to whom
it has no line, not even a dotted one. Heads report across units as they must, and are not meant.

## Why it matters

The head of the unit answers for a post it does not lead. What is meant as a matrix needs both lines in the file.

## Bad

```yaml
units:
  - {name: 销售部, head: 销售总监}
  - {name: 财务部, head: 财务总监}
roles:
  - {title: 总经理, supervises: [销售总监, 财务总监]}
  - {title: 销售总监, unit: 销售部}
  - {title: 财务总监, unit: 财务部}
  - {title: 销售会计, unit: 销售部, reports_to: 财务总监}
```

## Good

```yaml
units:
  - {name: 销售部, head: 销售总监}
  - {name: 财务部, head: 财务总监}
roles:
  - {title: 总经理, supervises: [销售总监, 财务总监]}
  - {title: 销售总监, unit: 销售部}
  - {title: 财务总监, unit: 财务部}
  - {title: 销售会计, unit: 销售部, reports_to: 财务总监, dotted_line_to: 销售总监}
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
    code="ORG314",
    name="line-across-units",
    severity=Severity.NOTE,
    summary="a superior in another unit, and no line to the head of one's own",
)


def check(case: Case) -> Iterator[Finding]:
    """Follow the line of each role whose unit has a head, and look whether it stays at home."""
    units, graph = case.units, case.graph
    if not any(head is not None for head in graph.heads):
        return
    leads = {head for head in graph.heads if head is not None}
    for number, own in enumerate(units.of_role):
        superiors = graph.superiors[number]
        head = units.head[own[0]] if own else None
        if head is None or not superiors or head in superiors or number in leads:
            continue
        if all(_is_elsewhere(case, superior, own) for superior in superiors) and not any(
            _is_at_home(case, upper, own) for upper in graph.dotted_superiors[number]
        ):
            yield _across(case, number, superiors[0], head)


def _is_elsewhere(case: Case, superior: int, own: list[int]) -> bool:
    there = case.units.of_role[superior]
    return bool(there) and there[0] != own[0] and not _is_at_home(case, superior, own)


def _is_at_home(case: Case, upper: int, own: list[int]) -> bool:
    """Whether a role belongs to these units, to one around or in them, or leads one of those."""
    units = case.units
    return units.related(own, (*units.of_role[upper], *units.led_by.get(upper, ())))


def _across(case: Case, number: int, superior: int, head: int) -> Finding:
    unit, other = case.roles[number].unit[0], case.roles[superior].unit[0]
    line = case.graph.lines[superior, number]
    return case.finding(
        info,
        f"{case.title(number)} in {unit} reports to {case.title(superior)} in {other}, "
        f"and has no line to {case.title(head)}, who leads {unit}",
        case.place(line.stated, case.roles[number]),
        roles=(number, superior, head),
        related=[(f"{case.title(head)} leads {unit}", case.title_place(head))],
        hint=f"write dotted_line_to: {case.roles[head].title}, or correct the unit or the superior",
    )
