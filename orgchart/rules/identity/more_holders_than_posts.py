"""More people in a role than it has posts.

## What it finds

A role whose `holders` are more than its `headcount`. Whoever is `acting` does not count: an acting holder may stand
beside the one who is away.

## Why it matters

Either a post too many is paid for, or the headcount is out of date. Fewer holders than posts are open posts, and no
finding.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 会计
    reports_to: 总经理
    headcount: 1
    holders: [张三, 李四]
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 会计
    reports_to: 总经理
    headcount: 2
    holders: [张三, 李四]
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
    code="ORG209",
    name="more-holders-than-posts",
    severity=Severity.NOTE,
    summary="more people in a role than it has posts",
)


def check(case: Case) -> Iterator[Finding]:
    """Compare the number of holders with the headcount, where both are written."""
    for number, role in enumerate(case.roles):
        if role.headcount is None or not role.holders:
            continue
        people = {(holder.name, holder.id) for holder in role.holders if not holder.acting}
        if len(people) > role.headcount:
            posts = "1 post" if role.headcount == 1 else f"{role.headcount} posts"
            holders = "1 holder" if len(people) == 1 else f"{len(people)} holders"
            yield case.finding(
                info,
                f"{case.title(number)} has {posts} and {holders}",
                role.place("holders") or case.title_place(number),
                roles=(number,),
                related=[("its headcount", role.place("headcount") or case.title_place(number))],
                hint="correct headcount or holders; write acting: true where somebody stands in",
            )
