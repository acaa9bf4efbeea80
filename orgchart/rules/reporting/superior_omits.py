"""A superior's own list leaves out a subordinate.

## What it finds

Role B reports to role A, and A states its subordinates under `supervises` (also as an empty list: none) without B.

## Why it matters

The superior's sheet is out of date, or B names a superior who does not know it.

## Bad

```yaml
roles:
  - title: 总经理
    supervises: [财务总监]
  - title: 财务总监
    reports_to: 总经理
  - title: 法务经理
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
    supervises: [财务总监, 法务经理]
  - title: 财务总监
    reports_to: 总经理
  - title: 法务经理
    reports_to: 总经理
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case
    from orgchart.source import Place


info = RuleInfo(
    code="ORG308",
    name="superior-omits",
    severity=Severity.WARNING,
    summary="a superior's own list leaves out a subordinate",
)


SHOWN = 12


def check(case: Case) -> Iterator[Finding]:
    """Report lines that only the report states while the superior lists its subordinates."""
    graph = case.graph
    hopeful = {
        (unresolved.owner, candidate)
        for unresolved in graph.unresolved
        if unresolved.field == "supervises"
        for candidate in unresolved.candidates
    }
    lists: dict[int, tuple[str, Place]] = {}
    for line in sorted(graph.lines.values(), key=lambda line: (line.report, line.superior)):
        superior = case.roles[line.superior]
        if line.supervises is not None or superior.supervises is None or (line.superior, line.report) in hopeful:
            continue
        if line.superior not in lists:
            lists[line.superior] = (_named(superior.supervises), superior.place("supervises") or case.place(superior))
        listed, place = lists[line.superior]
        yield case.finding(
            info,
            f"{case.title(line.report)} reports to {case.title(line.superior)}, whose own list names {listed}",
            case.place(line.reports_to),
            roles=(line.report, line.superior),
            related=[(f"the list of {case.title(line.superior)}", place)],
            hint="add it to supervises, or correct reports_to",
        )


def _named(names: tuple[str, ...]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return (", ".join(names[:SHOWN]) or "nobody") + more
