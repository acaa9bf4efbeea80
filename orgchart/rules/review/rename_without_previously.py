"""A role that seems to be another one under a new title.

## What it finds

A role that is new and a role that is gone, which seem to be one post under another title: they have the same `code`;
or the same superior and the same reports; or the same superior and holders; or the same superior and unit and a like
title. Two such candidates are never told apart, and `previously` settles the matter.

## Why it matters

Without `previously`, the history of the post ends here and begins anew: its reports are moved to a stranger, and
everything that names the old title is in doubt.

## Bad

```yaml before/a.yaml
roles:
  - {title: 总经理, supervises: [客服主管]}
  - {title: 客服主管, supervises: [客服专员, 投诉专员]}
  - {title: 客服专员}
  - {title: 投诉专员}
```

```yaml a.yaml
roles:
  - {title: 总经理, supervises: [客户体验经理]}
  - {title: 客户体验经理, supervises: [客服专员, 投诉专员]}
  - {title: 客服专员}
  - {title: 投诉专员}
```

## Good

```yaml before/a.yaml
roles:
  - {title: 总经理, supervises: [客服主管]}
  - {title: 客服主管, supervises: [客服专员, 投诉专员]}
  - {title: 客服专员}
  - {title: 投诉专员}
```

```yaml a.yaml
roles:
  - {title: 总经理, supervises: [客户体验经理]}
  - {title: 客户体验经理, previously: [客服主管], supervises: [客服专员, 投诉专员]}
  - {title: 客服专员}
  - {title: 投诉专员}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.names import level

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from orgchart.findings import Finding
    from orgchart.graph import OrgGraph
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG603",
    name="rename-without-previously",
    severity=Severity.WARNING,
    summary="a role that seems to be another one under a new title",
)


Keys = tuple["Hashable | None", ...]


def check(case: Case) -> Iterator[Finding]:
    """Join the gone and the new by what singles them out, the surest first."""
    if case.before is None or not (case.matching.removed and case.matching.added):
        return
    gone = {number: _keys(case.earlier, number, case.matching.pairs) for number in case.matching.removed}
    new = {
        number: _keys(case.graph, number, {number: number for number in case.matching.back})
        for number in case.matching.added
    }
    found: dict[int, int] = {}
    for kind in range(4):
        by_key: dict[Hashable, tuple[list[int], list[int]]] = {}
        for side, roles in enumerate((gone, new)):
            for number, keys in roles.items():
                if keys[kind] is not None:
                    by_key.setdefault(keys[kind], ([], []))[side].append(number)
        for earlier, later in by_key.values():
            if len(earlier) == len(later) == 1 and _may_be_one(case, earlier[0], later[0], like=kind == LIKE):
                found[later[0]] = earlier[0]
                del gone[earlier[0]], new[later[0]]
    for number, old in sorted(found.items()):
        title = case.earlier.roles[old].title
        yield case.finding(
            info,
            f"{case.title(number)} seems to be {title}, which this change takes away",
            case.title_place(number),
            roles=(number,),
            hint=f"if it is the same post, write previously: [{title}]",
        )


LIKE = 3
"""The place of the key that needs a like title beside it."""


def _keys(graph: OrgGraph, number: int, now: Mapping[int, int]) -> Keys:
    """What singles a role out, the surest first; `now` leads to the numbers that both states share."""
    role = graph.roles[number]
    superiors = tuple(now[upper] for upper in graph.superiors[number] if upper in now)
    reports = frozenset(now[lower] for lower in graph.reports[number] if lower in now)
    holders = frozenset(str(holder.id or holder.name) for holder in role.holders or ())
    return (
        None if role.code is None else str(role.code),
        (superiors, reports) if reports else None,
        (superiors, holders) if holders else None,
        (superiors, role.unit[:1]) if superiors else None,
    )


def _may_be_one(case: Case, old: int, new: int, *, like: bool) -> bool:
    """Whether two roles may be one: not those that only got another id; with `like`, half of the letters are there."""
    one, other = case.earlier.roles[old], case.roles[new]
    if one.title == other.title or one.untitled or other.untitled:
        return False
    letters, others = set(level(one.title)), set(level(other.title))
    return not like or 2 * len(letters & others) >= max(len(letters), len(others))
