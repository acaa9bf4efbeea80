"""One id twice, or one title twice in the same unit.

## What it finds

Two roles with the same id, or two roles with the same title in the same unit (or both without a unit). Untitled roles
may repeat.

## Why it matters

Whoever names that title means one of two roles, and nobody can say which. If several people hold the same post, it is
one role with a `headcount`.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 会计
    unit: 财务部
    reports_to: 总经理
  - title: 会计
    unit: 财务部
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 会计
    unit: 财务部
    headcount: 2
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
    code="ORG201",
    name="duplicate-role",
    severity=Severity.ERROR,
    summary="one id twice, or one title twice in the same unit",
)


def check(case: Case) -> Iterator[Finding]:
    """Compare ids, then titles within a unit; each later role is reported once."""
    by_id: dict[str, int] = {}
    first_titled: dict[str, int] = {}
    by_title: dict[tuple[str, object], int] = {}
    for number, role in enumerate(case.roles):
        first = by_id.setdefault(role.id, number)
        found: list[int] = []
        titled = number if role.untitled else first_titled.setdefault(role.title, number)
        if titled != number:  # only a title that repeats has its units compared
            for earlier in (titled, number):
                found = [by_title.setdefault((role.title, unit), earlier) for unit in _units(case, earlier)]
        same_title = next((earlier for earlier in found if earlier != number), None)
        if same_title is not None:
            unit = f" in {role.unit[0]}" if role.unit else ""
            message = f"the title {role.title} stands twice{unit}"
            yield _twice(case, message, number, same_title, case.title_place(number))
        elif first != number:
            place = case.place(role.id, role.title, role)
            yield _twice(case, f"the id {role.id} stands twice", number, first, place)


def _units(case: Case, number: int) -> list[object]:
    """The units of a role, each by its number where it is listed; None where the role names none."""
    names = case.roles[number].unit
    listed = [next(iter(case.graph.unit_candidates(name)), str(name)) for name in names]
    return [*listed] or [None]


def _twice(case: Case, message: str, number: int, first: int, place: Place) -> Finding:
    return case.finding(
        info,
        message,
        place,
        roles=(number, first),
        related=[(f"the first {case.roles[first].title}", case.title_place(first))],
        hint="make them one role with a headcount, or tell them apart by title, unit or id",
    )
