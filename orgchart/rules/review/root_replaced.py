"""Another role at the top of the organization.

## What it finds

The role that led most of the organization, and had no superior, is gone or has got a superior: another role is at the
top now. A new title under the same `id`, or with `previously`, is the same role.

## Why it matters

The top of an organization changes by a decision of its owners, and not in passing. Every chain of command is
another one afterwards.

## Bad

```yaml before/a.yaml
roles:
  - {title: 总经理}
  - {title: 销售总监, reports_to: 总经理}
  - {title: 财务总监, reports_to: 总经理}
```

```yaml a.yaml
roles:
  - {title: 董事长}
  - {title: 总经理, reports_to: 董事长}
  - {title: 销售总监, reports_to: 总经理}
  - {title: 财务总监, reports_to: 总经理}
```

## Good

```yaml before/a.yaml
roles:
  - {title: 总经理}
  - {title: 销售总监, reports_to: 总经理}
  - {title: 财务总监, reports_to: 总经理}
```

```yaml a.yaml
roles:
  - {title: 总裁, previously: [总经理]}
  - {title: 销售总监, reports_to: 总裁}
  - {title: 财务总监, reports_to: 总裁}
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
    code="ORG605",
    name="root-replaced",
    severity=Severity.WARNING,
    summary="another role at the top of the organization",
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the tops before and after."""
    if case.before is None:
        return
    replaced = replaced_top(case.earlier, case.matching.pairs, case.graph)
    if replaced is None:
        return
    old, new = replaced
    title, now = case.earlier.roles[old].title, case.matching.pairs.get(old)
    yield case.finding(
        info,
        f"{case.title(new)} is at the top now, where {title} was",
        case.title_place(new),
        roles=(new,) if now is None else (new, now),
        related=[] if now is None else [(f"{case.title(now)} has a superior now", case.title_place(now))],
        hint="make sure that it is meant; if only the title is new, write previously",
    )
