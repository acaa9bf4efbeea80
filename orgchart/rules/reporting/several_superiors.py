"""More than one solid direct superior.

## What it finds

A role with two or more solid lines upwards, whether it names them itself or superiors claim it under `supervises`.
The first is its primary line: chains and layers follow it.

## Why it matters

Who has two direct superiors must guess whose word counts. A functional superior belongs under `dotted_line_to`.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
  - title: 成本会计
    reports_to: [财务总监, 总经理]
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
  - title: 成本会计
    reports_to: 财务总监
    dotted_line_to: 总经理
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
    code="ORG306",
    name="several-superiors",
    severity=Severity.WARNING,
    summary="more than one solid direct superior",
)


def check(case: Case) -> Iterator[Finding]:
    """Report roles with further superiors, in their own sheet: at the last superior they name, else at the title."""
    graph = case.graph
    for number, superiors in enumerate(graph.superiors):
        if len(superiors) > 1:
            lines = [graph.lines[superior, number] for superior in superiors]
            own = [line.reports_to for line in lines if line.reports_to is not None]
            names = ", ".join(case.title(superior) for superior in superiors)
            yield case.finding(
                info,
                f"{case.title(number)} has {len(superiors)} direct superiors: {names}",
                case.place(own[-1]) if own else case.title_place(number),
                roles=(number,),
                related=[
                    (f"it reports to {case.title(line.superior)}", case.place(line.stated))
                    for line in lines
                    if line.reports_to is None or line.reports_to is not own[-1]
                ],
                hint="keep one direct superior, and write the others under dotted_line_to",
            )
