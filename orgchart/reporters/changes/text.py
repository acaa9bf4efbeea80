"""Changes for people: by organization, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.reporters.changes.sentences import named, sentence, title_of, told, unit_sentence
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.changes import Change, Changes, OrgChanges, UnitChange

StyledLine = list[tuple[str, str]]

SIGNS = {"added": "+", "removed": "-", "moved": ">", "renamed": "~", "changed": "*"}
STYLES = {"added": "added", "removed": "removed", "moved": "moved", "renamed": "moved", "changed": ""}
NAMED = 8


def as_text(changes: Changes) -> Iterator[StyledLine]:
    """The lines of the changes, each as (words, style) pairs; organizations without a change are counted at the end."""
    same = 0
    first = True
    for one in changes.organizations:
        if one.empty:
            same += 1
            continue
        if not first:
            yield []
        first = False
        yield from _organization(one)
    if first:
        yield [(f"no difference in {counted(same, 'organization')}", "")]
    elif same:
        yield []
        yield [(f"no difference in {counted(same, 'further organization')}", "faint")]


def summary(one: OrgChanges) -> str:
    """How much changed in an organization: 1 added, 2 moved; 14 chains of command."""
    said = ", ".join(f"{count:,} {action}" for action, count in one.counts().items())
    if one.units:
        said += (", " if said else "") + f"{counted(len(one.units), 'change')} of units"
    if one.fields:
        said += (", " if said else "") + "the organization itself"
    if one.action:
        said = f"the whole organization {one.action}" + (f": {said}" if said else "")
    return said


def _organization(one: OrgChanges) -> Iterator[StyledLine]:
    graph = one.after or one.before
    name = str(graph.org.name) if graph else one.id
    beside = f"  {one.id}" if one.id != name else ""
    yield [(name, "strong"), (beside, "faint"), (f"  {summary(one)}", "")]
    for field, pair in one.fields.items():
        yield _line("changed", "organization", told(field, *pair))
    for change in one.units:
        yield _unit_line(change)
    for role in one.changes:
        yield _role_line(one, role)
    yield from _reach(one)


def _reach(one: OrgChanges) -> Iterator[StyledLine]:
    if not one.affected or one.after is None:
        return
    names = [named(one.after, number) for number in one.affected[:NAMED]]
    more = f" … and {len(one.affected) - NAMED:,} more" if len(one.affected) > NAMED else ""
    yield [
        (f"  {counted(len(one.affected), 'chain')} of command changed: ", "faint"),
        (", ".join(names), ""),
        (more, "faint"),
    ]


def _role_line(one: OrgChanges, change: Change) -> StyledLine:
    if change.action == "renamed":
        return _line(change.action, sentence(one, change), "")
    return _line(change.action, title_of(one, change), sentence(one, change))


def _unit_line(change: UnitChange) -> StyledLine:
    said = unit_sentence(change)
    if change.action == "renamed":
        return _line(change.action, f"unit {said}", "")
    return _line(change.action, f"unit {change.unit}", said)


def _line(action: str, who: str, what: str) -> StyledLine:
    style = STYLES[action]
    return [
        (f"  {SIGNS[action]} {action:<8} ", style),
        (who, "strong"),
        (f"  {what}" if what else "", ""),
    ]
