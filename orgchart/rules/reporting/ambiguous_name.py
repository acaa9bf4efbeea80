"""A name in a relation fits several.

## What it finds

A name under `reports_to`, `supervises`, `dotted_line_to`, `head`, `deputy` or `coordinates_with` that several roles
(or, for a party, units) answer to. All of them are listed and none is taken.

## Why it matters

Guessing would draw a line that nobody wrote.

## Bad

```yaml
roles:
  - title: 会计
    unit: 一分公司
    reports_to: 财务经理
  - title: 财务经理
    unit: 一分公司
    root: true
  - title: 财务经理
    unit: 二分公司
    root: true
```

## Good

```yaml
roles:
  - title: 会计
    unit: 一分公司
    reports_to: 一分公司/财务经理
  - title: 财务经理
    unit: 一分公司
    root: true
  - title: 财务经理
    unit: 二分公司
    root: true
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
    code="ORG312",
    name="ambiguous-name",
    severity=Severity.ERROR,
    summary="a name in a relation fits several",
)


def check(case: Case) -> Iterator[Finding]:
    """Report every name that several answer to."""
    graph = case.graph
    for unresolved in (*graph.unresolved, *graph.unresolved_parties):
        if not unresolved.candidates and not unresolved.unit_candidates:
            continue
        found = [(str(case.roles[number].id), case.title_place(number)) for number in unresolved.candidates]
        found += [
            (f"the unit {case.org.units[number].name}", case.place(case.org.units[number].name))
            for number in unresolved.unit_candidates
        ]
        yield case.finding(
            info,
            f"{unresolved.name} fits {len(found)}: {', '.join(label for label, _place in found)}",
            case.place(unresolved.name),
            roles=() if unresolved.owner is None else (unresolved.owner,),
            related=found,
            hint=_way_out([label for label, _place in found], unresolved.name),
        )


def _way_out(labels: list[str], name: str) -> str:
    exact = next((label for label in labels if label != name and labels.count(label) == 1), None)
    return f"name one of them by its id, such as {exact}" if exact else "give each its own id, and name that"
