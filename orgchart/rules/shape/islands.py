"""Groups of roles that nothing joins.

## What it finds

An organization with several tops whose trees nothing joins: no reporting or dotted line, no coordination, no deputy,
no unit in common and none around both. A further group counts where its top says `root: true`; one that does not is
ORG305 already. Groups with a name that means nobody, or several, and those with a loop are left out: the missing line
may be that one.

## Why it matters

Two groups that never meet are usually two organizations in one file, or a line that is missing at the top.

## Bad

```yaml
roles:
  - {title: 总经理, root: true, supervises: [销售总监]}
  - {title: 销售总监}
  - {title: 店长, root: true, supervises: [店员]}
  - {title: 店员}
```

## Good

```yaml
roles:
  - {title: 总经理, root: true, supervises: [销售总监]}
  - {title: 销售总监, coordinates_with: [店长]}
  - {title: 店长, root: true, supervises: [店员], coordinates_with: [销售总监]}
  - {title: 店员}
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
    code="ORG405",
    name="islands",
    severity=Severity.NOTE,
    summary="groups of roles that nothing joins",
)


SHOWN = 5


def check(case: Case) -> Iterator[Finding]:
    """Join whatever is joined, and report once what is left apart."""
    tops = [n for n, superiors in enumerate(case.graph.superiors) if not superiors and case.graph.reports[n]]
    if len(tops) < 2:  # noqa: PLR2004 - the tree below one top is no island
        return
    group_of = _groups(case)
    meant = [number for number in tops if number == tops[0] or case.roles[number].root]
    islands: dict[int, list[int]] = {group_of[number]: [] for number in meant}
    for number, group in enumerate(group_of[: len(case.roles)]):
        if group in islands:
            islands[group].append(number)
    unsure = _unsure(case)
    sure = [members for members in islands.values() if unsure.isdisjoint(members)]
    if len(sure) > 1:
        yield _apart(case, sorted(sure))


def _apart(case: Case, islands: list[list[int]]) -> Finding:
    firsts = [members[0] for members in islands]
    told = [f"{case.title(members[0])} and {len(members) - 1} more" for members in islands[:SHOWN]]
    more = f"; {len(islands) - SHOWN} further groups" if len(islands) > SHOWN else ""
    return case.finding(
        info,
        f"nothing joins these groups of roles: {'; '.join(told)}{more}",
        case.title_place(firsts[1]),
        roles=firsts[1:],
        related=[("the first group begins here", case.title_place(firsts[0]))],
        hint="write the line or the coordination that joins them, or give each an organization of its own",
    )


def _groups(case: Case) -> list[int]:
    """The group of each role, and behind the roles of each unit: the least number in it."""
    parent = list(range(len(case.roles) + len(case.org.units)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    for joint in (case.graph.lines, _between_roles(case), _through_units(case), _by_coordination(case)):
        for one, other in joint:
            first, second = root(one), root(other)
            parent[max(first, second)] = min(first, second)
    return [root(node) for node in range(len(parent))]


def _between_roles(case: Case) -> Iterator[tuple[int, int]]:
    for dotted in case.graph.dotted:
        yield dotted.superior, dotted.report
    for number, deputies in case.graph.deputies.items():
        yield from ((number, deputy) for deputy in deputies)


def _through_units(case: Case) -> Iterator[tuple[int, int]]:
    """Roles with their units, listed or not; units with what they are in and who leads them."""
    units, size = case.units, len(case.roles)
    unlisted: dict[str, int] = {}
    for number, role in enumerate(case.roles):
        yield from ((number, size + unit) for unit in units.of_role[number])
        if role.unit and not units.of_role[number]:
            yield from ((number, unlisted.setdefault(name, number)) for name in role.unit)
    for number, upper in enumerate(units.part_of):
        if upper is not None:
            yield size + number, size + upper
    for leader, led in units.led_by.items():
        yield from ((leader, size + unit) for unit in led)


def _by_coordination(case: Case) -> Iterator[tuple[int, int]]:
    size = len(case.roles)
    for relation in case.graph.relations:
        one = relation.role if relation.unit is None else _unit(case, relation.unit)
        other = relation.to_role if relation.to_unit is None else size + relation.to_unit
        if one is not None and other is not None:
            yield one, other


def _unit(case: Case, number: int) -> int | None:
    first = case.units.first[number]
    return None if first is None else len(case.roles) + first


def _unsure(case: Case) -> set[int]:
    """Roles that name somebody unknown, may be meant by an ambiguous name, or stand in a loop."""
    graph = case.graph
    found = {number for knot in graph.knots for number in knot}
    for unresolved in (*graph.unresolved, *graph.unresolved_parties):
        found.update(unresolved.candidates)
        if unresolved.owner is not None:
            found.add(unresolved.owner)
    return found
