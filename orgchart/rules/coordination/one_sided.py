"""A partner who does not name it back.

## What it finds

A described role that another role, or a unit, names as its coordination partner, and whose own sheet does not name
that role or unit.

## Why it matters

Coordination that only one side knows of is a wish. Either the partner's sheet is out of date, or nobody asked.

## Bad

```yaml
roles:
  - title: 采购主管
    root: true
    coordinates_with: [质检主管]
  - title: 质检主管
    root: true
```

## Good

```yaml
roles:
  - title: 采购主管
    root: true
    coordinates_with: [质检主管]
  - title: 质检主管
    root: true
    coordinates_with: [采购主管]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.graph import Relation
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG502",
    name="one-sided-coordination",
    severity=Severity.NOTE,
    summary="a partner who does not name it back",
)


def check(case: Case) -> Iterator[Finding]:
    """Report statements, of roles and of units, that the described role they name does not return."""
    stated = {(relation.role, relation.to_role, relation.to_unit) for relation in case.graph.relations}
    for unresolved in case.graph.unresolved_parties:  # an ambiguous name has its own finding, and may mean this one
        stated.update((unresolved.owner, candidate, None) for candidate in unresolved.candidates)
        stated.update((unresolved.owner, None, candidate) for candidate in unresolved.unit_candidates)
    reported: set[tuple[int | None, int | None, int]] = set()
    for relation in case.graph.relations:
        other, pair = relation.to_role, (relation.role, relation.unit, relation.to_role or 0)
        if other is None or relation.role == other or pair in reported:
            continue
        if case.roles[other].described and (other, relation.role, relation.unit) not in stated:
            reported.add(pair)
            yield _unreturned(case, relation, other)


def _unreturned(case: Case, relation: Relation, other: int) -> Finding:
    stating = case.org.units[relation.unit].name if relation.unit is not None else case.title(relation.role or 0)
    return case.finding(
        info,
        f"{stating} coordinates with {case.title(other)}, who does not name it back",
        case.place(relation.party, relation.statement),
        roles=(other,) if relation.role is None else (relation.role, other),
        related=[(f"the sheet of {case.title(other)}", case.title_place(other))],
    )
