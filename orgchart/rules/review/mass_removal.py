"""A change that takes away more roles than it may.

## What it finds

A change that takes away more than `max-removals` roles (10 unless configured), of all organizations that are compared
together; an organization that is gone counts with all of its roles. What a file held that cannot be read now has not
been taken away. It is one finding, in the file of the organization that lost most.

## Why it matters

A slip of the editor, a bad merge or an export that broke off looks exactly like this. Whoever means it says so: with
`max-removals`, or with an `ignore` and its reason.

## Bad

```yaml before/a.yaml
roles:
  - title: 总经理
    supervises: [店长1, 店长2, 店长3, 店长4, 店长5, 店长6,
      店长7, 店长8, 店长9, 店长10, 店长11]
  - {title: 店长1}
  - {title: 店长2}
  - {title: 店长3}
  - {title: 店长4}
  - {title: 店长5}
  - {title: 店长6}
  - {title: 店长7}
  - {title: 店长8}
  - {title: 店长9}
  - {title: 店长10}
  - {title: 店长11}
```

```yaml a.yaml
roles:
  - title: 总经理
```

## Good

```yaml before/a.yaml
roles:
  - title: 总经理
    supervises: [店长1, 店长2, 店长3, 店长4, 店长5, 店长6,
      店长7, 店长8, 店长9, 店长10, 店长11]
  - {title: 店长1}
  - {title: 店长2}
  - {title: 店长3}
  - {title: 店长4}
  - {title: 店长5}
  - {title: 店长6}
  - {title: 店长7}
  - {title: 店长8}
  - {title: 店长9}
  - {title: 店长10}
  - {title: 店长11}
```

```yaml a.yaml
roles:
  - title: 总经理
    supervises: [店长1, 店长2, 店长3, 店长4, 店长5, 店长6,
      店长7, 店长8, 店长9, 店长10]
  - {title: 店长1}
  - {title: 店长2}
  - {title: 店长3}
  - {title: 店长4}
  - {title: 店长5}
  - {title: 店长6}
  - {title: 店长7}
  - {title: 店长8}
  - {title: 店长9}
  - {title: 店长10}
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
    code="ORG601",
    name="mass-removal",
    severity=Severity.ERROR,
    summary="a change that takes away more roles than it may",
)


SHOWN = 5


def check(case: Case) -> Iterator[Finding]:
    """Count what is gone, once for the whole change."""
    change = case.change
    if change is None or change.speaker is not case.org:
        return
    removals = change.removals
    total = sum(len(removal.roles) for removal in removals)
    if total <= case.config.max_removals:
        return
    titles = [str(role.title) for removal in removals for role in removal.roles[:SHOWN]][:SHOWN]
    more = f" and {total - len(titles)} more" if total > len(titles) else ""
    gone = [removal.before.name for removal in removals if removal.after is None]
    whole = f"; gone as a whole: {', '.join(gone[:SHOWN])}{' …' if len(gone) > SHOWN else ''}" if gone else ""
    yield case.finding(
        info,
        f"this change takes away {total} roles, more than {case.config.max_removals}: {', '.join(titles)}{more}{whole}",
        case.place(case.org),
        hint="bring back what was lost, or set max-removals if it is meant",
    )
