"""A superior claims a subordinate who names others.

## What it finds

Role A lists role B under `supervises`, but B's own `reports_to` names only other superiors.

## Why it matters

Two sheets contradict each other, and one of them is wrong. Both are read, so B would have two superiors until
somebody decides.

## Bad

```yaml
roles:
  - title: 总经理
    supervises: [销售总监, 客服经理]
  - title: 销售总监
    reports_to: 总经理
    supervises: [客服经理]
  - title: 客服经理
    reports_to: 销售总监
```

## Good

```yaml
roles:
  - title: 总经理
    supervises: [销售总监]
  - title: 销售总监
    reports_to: 总经理
    supervises: [客服经理]
  - title: 客服经理
    reports_to: 销售总监
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
    code="ORG307",
    name="superior-disagrees",
    severity=Severity.ERROR,
    summary="a superior claims a subordinate who names others",
)


def check(case: Case) -> Iterator[Finding]:
    """Report lines that only the superior states while the report names others."""
    graph = case.graph
    hopeful = {
        (candidate, unresolved.owner)
        for unresolved in graph.unresolved
        if unresolved.field == "reports_to"
        for candidate in unresolved.candidates
    }
    named_by: dict[int, list[int]] = {}
    for superior, report in graph.lines:
        if graph.lines[superior, report].reports_to is not None:
            named_by.setdefault(report, []).append(superior)
    for line in sorted(graph.lines.values(), key=lambda line: (line.superior, line.report)):
        own = named_by.get(line.report)
        if line.reports_to is not None or not own or (line.superior, line.report) in hopeful:
            continue
        named = ", ".join(case.title(superior) for superior in own)
        yield case.finding(
            info,
            f"{case.title(line.superior)} lists {case.title(line.report)} as subordinate, who reports to {named}",
            case.place(line.supervises),
            roles=(line.superior, line.report),
            related=[
                (
                    f"{case.title(line.report)} names {case.title(superior)}",
                    case.place(graph.lines[superior, line.report].stated),
                )
                for superior in own
            ],
            hint="ask both sides, then mend the sheet that is wrong",
        )
