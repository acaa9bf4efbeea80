"""A role that lost its superior by this change.

## What it finds

A role that had a direct superior before the change and has none now, because the superior was taken away or the line
was. Whoever takes the place of the top (ORG605), is marked `root: true`, stands in a loop or names an unknown superior
is not meant.

## Why it matters

Whoever takes a superior away decides who leads its reports. Nobody reading the new file alone sees that somebody led
them yesterday.

## Bad

```yaml before/a.yaml
roles:
  - {title: 总经理, supervises: [销售总监, 财务总监]}
  - {title: 财务总监}
  - {title: 销售总监, supervises: [大区经理]}
  - {title: 大区经理, supervises: [客户代表]}
  - {title: 客户代表}
```

```yaml a.yaml
roles:
  - {title: 总经理, supervises: [财务总监]}
  - {title: 财务总监}
  - {title: 大区经理, supervises: [客户代表]}
  - {title: 客户代表}
```

## Good

```yaml before/a.yaml
roles:
  - {title: 总经理, supervises: [销售总监, 财务总监]}
  - {title: 财务总监}
  - {title: 销售总监, supervises: [大区经理]}
  - {title: 大区经理, supervises: [客户代表]}
  - {title: 客户代表}
```

```yaml a.yaml
roles:
  - {title: 总经理, supervises: [财务总监, 大区经理]}
  - {title: 财务总监}
  - {title: 大区经理, supervises: [客户代表]}
  - {title: 客户代表}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.rules._change import replaced_top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG602",
    name="orphaned-by-change",
    severity=Severity.WARNING,
    summary="a role that lost its superior by this change",
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the superiors of each role before and after."""
    if case.before is None:
        return
    graph, earlier, matching = case.graph, case.earlier, case.matching
    free = [
        (number, old)
        for number, old in matching.back.items()
        if earlier.superiors[old] and not graph.superiors[number] and not case.roles[number].root
    ]
    if not free:
        return
    replaced = replaced_top(earlier, matching.pairs, graph)
    unsure = {replaced[1]} if replaced else set()
    for unresolved in graph.unresolved:
        if unresolved.field == "reports_to" and unresolved.owner is not None:
            unsure.add(unresolved.owner)
        if unresolved.field == "supervises":
            unsure.update(unresolved.candidates)
    unsure.update(number for number, _name in graph.self_lines)
    for number, old in free:
        if number not in unsure:
            superior = earlier.superiors[old][0]
            name, now = earlier.roles[superior].title, matching.pairs.get(superior)
            what = "which this change takes away" if now is None else "and reports to nobody now"
            yield case.finding(
                info,
                f"{case.title(number)} reported to {name}, {what}",
                case.title_place(number),
                roles=(number,),
                related=[] if now is None else [(f"{case.title(now)} led it", case.title_place(now))],
                hint="write who leads it now under reports_to, or root: true",
            )
