"""A partner who does not name it back.

## What it finds

A described role that another role names as its coordination partner, and whose own sheet does not name that role.

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
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG502",
    name="one-sided-coordination",
    severity=Severity.NOTE,
    summary="a partner who does not name it back",
)


def check(case: Case) -> Iterator[Finding]:
    """Report relations between roles that a described partner does not state."""
    stated = {(relation.role, relation.to_role) for relation in case.graph.relations}
    for unresolved in case.graph.unresolved_parties:  # an ambiguous name has its own finding, and may mean this role
        stated.update((unresolved.owner, candidate) for candidate in unresolved.candidates)
    reported: set[tuple[int, int]] = set()
    for relation in case.graph.relations:
        one, other = relation.role, relation.to_role
        if one is None or other is None or one == other or (one, other) in reported:
            continue
        if case.roles[other].described and (other, one) not in stated:
            reported.add((one, other))
            yield case.finding(
                info,
                f"{case.title(one)} coordinates with {case.title(other)}, who does not name it back",
                case.place(relation.party, relation.statement),
                roles=(one, other),
                related=[(f"the sheet of {case.title(other)}", case.title_place(other))],
            )
