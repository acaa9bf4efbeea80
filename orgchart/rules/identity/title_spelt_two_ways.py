"""One title, spelt in two ways.

## What it finds

Titles of different roles that are equal once width, traditional characters, spaces and the abbreviations of the field
are levelled: 客服部经理 and 客户服务部经理. Mere likeness is never enough: 大区经理 and 区域经理 are two posts.

## Why it matters

Usually it is one post described twice, and its reports are split between the two spellings.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 客服部经理
    reports_to: 总经理
  - title: 客户服务部经理
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 客户服务部经理
    aliases: [客服部经理]
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


info = RuleInfo(
    code="ORG202",
    name="title-spelt-two-ways",
    severity=Severity.WARNING,
    summary="titles that differ only in spelling",
)


def check(case: Case) -> Iterator[Finding]:
    """Compare each spelling with the first one that means the same."""
    first_spelling: dict[str, int] = {}
    seen: set[str] = set()
    for number, role in enumerate(case.roles):
        title = str(role.title)
        if role.untitled or title in seen:
            continue
        seen.add(title)
        first = first_spelling.setdefault(case.spelt_out[number], number)
        if first != number:
            other = case.roles[first].title
            yield case.finding(
                info,
                f"{title} and {other} are one title in two spellings",
                case.title_place(number),
                roles=(number, first),
                related=[(f"here it is {other}", case.title_place(first))],
                hint="if they are one role, keep one and write the other spelling under its aliases",
            )
