"""Titles in different units that are nearly the same.

## What it finds

Titles of roles in different units that say the same in slightly other words: another ending for a member of staff
(客服专员, 客服人员), another order of words (Sales Manager, Manager of Sales), a bracket or a stroke more. Titles that
differ only in spelling are ORG202; mere likeness is never enough.

## Why it matters

One post under two titles is graded, paid and counted as two. If they are two posts, nothing is wrong.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 客服专员
    unit: 华东分公司
    reports_to: 总经理
  - title: 客服人员
    unit: 华南分公司
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 客服专员
    unit: 华东分公司
    reports_to: 总经理
  - title: 客服专员
    unit: 华南分公司
    reports_to: 总经理
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG206",
    name="similar-titles",
    severity=Severity.NOTE,
    summary="titles in different units that are nearly the same",
)


STAFF = ("工作人员", "专员", "人员", "职员", "员")
MARKS = re.compile(r"[()（）\[\]【】「」/／、·・\-—_&的与和及]|\s")
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "a"})


def check(case: Case) -> Iterator[Finding]:
    """Compare each title with the first one in another unit that says the same."""
    first_said: dict[str, int] = {}
    seen: set[str] = set()
    for number, role in enumerate(case.roles):
        title = str(role.title)
        if role.untitled or title in seen or not role.unit:
            continue
        seen.add(title)
        spelt = case.spelt_out[number]
        first = first_said.setdefault(_said(title, spelt), number)
        if first != number and case.spelt_out[first] != spelt and not _share_a_unit(case, number, first):
            other = case.roles[first]
            yield case.finding(
                info,
                f"{title} in {role.unit[0]} is nearly {other.title} in {other.unit[0]}",
                case.title_place(number),
                roles=(number, first),
                related=[(f"here it is {other.title}", case.title_place(first))],
                hint="if they are one kind of post, give both one title",
            )


def _said(title: str, spelt: str) -> str:
    """What a title says, without marks, small words, the order of words, and the ending for a member of staff."""
    if title.isascii():
        words = MARKS.sub(" ", title.casefold() if " " in title else spelt).split()
        return " ".join(sorted(word.strip(",.") for word in words if word not in SMALL_WORDS))
    said = MARKS.sub("", spelt)
    if not said.endswith("员"):
        return said
    ending = next((ending for ending in STAFF if said.endswith(ending) and len(said) > len(ending) + 1), "员")
    return said[: -len(ending)] + "员"


def _share_a_unit(case: Case, one: int, other: int) -> bool:
    if set(case.roles[one].unit) & set(case.roles[other].unit):
        return True
    return bool(set(case.units.of_role[one]) & set(case.units.of_role[other]))
