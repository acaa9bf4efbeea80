"""What happened to a role, in a few words: 总监A → 总监B."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, chop_cells

from orgchart.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.changes import Change, OrgChanges, UnitChange
    from orgchart.graph import OrgGraph

ARROW = " → "
NOTHING = "—"
WIDEST = 36
MOST_ITEMS = 3
BARE = frozenset({"with", "name", "role", "code", "field"})


def title_of(of: OrgChanges, change: Change) -> str:
    """A role's title; its id where another role of the organization has the same title."""
    if change.after is not None and of.after is not None:
        return named(of.after, change.after)
    return named(of.before, change.before) if of.before and change.before is not None else str(change.title)


def named(graph: OrgGraph, number: int) -> str:
    """A role's title in one state; its id where another role has the same title there."""
    role = graph.roles[number]
    return str(role.id if len(graph.names.get(role.title, ())) > 1 else role.title)


def sentence(of: OrgChanges, change: Change) -> str:
    """What happened, without the role's own title; for a rename with both titles."""
    if change.action == "renamed":
        return f"{change.fields['title'][0]}{ARROW}{change.fields['title'][1]}"
    if change.action in {"added", "removed"}:
        return ", ".join(_place(of, change))
    if change.action == "moved":
        return ", ".join(_move(of, change))
    return "; ".join(told(name, *pair) for name, pair in change.fields.items())


def unit_sentence(change: UnitChange) -> str:
    """What happened to a unit, without its name; for a rename with both names."""
    if change.action == "renamed":
        return f"{change.fields['name'][0]}{ARROW}{change.fields['name'][1]}"
    return "; ".join(told(name, *pair) for name, pair in change.fields.items())


def _place(of: OrgChanges, change: Change) -> Iterator[str]:
    graph, number = (of.after, change.after) if change.action == "added" else (of.before, change.before)
    above = None if graph is None or number is None else graph.primary(number)
    if graph is not None and above is not None:
        yield f"{'under' if change.action == 'added' else 'was under'} {named(graph, above)}"
    if "unit" in change.fields:
        yield f"unit {change.fields['unit'][change.action == 'added']}"


def _move(of: OrgChanges, change: Change) -> Iterator[str]:
    if "reports_to" in change.fields:
        yield ARROW.join(_superior(graph, at) for graph, at in ((of.before, change.before), (of.after, change.after)))
    if "unit" in change.fields:
        one, other = change.fields["unit"]
        yield f"unit {_shown(one)}{ARROW}{_shown(other)}"


def _superior(graph: OrgGraph | None, number: int | None) -> str:
    above = None if graph is None or number is None else graph.primary(number)
    return named(graph, above) if graph is not None and above is not None else "no superior"


def told(name: str, old: Any, new: Any) -> str:
    """A field with its old and new value; of two lists, only what they do not share."""
    if isinstance(old, (tuple, list)) and isinstance(new, (tuple, list)) and (old or new):
        return f"{name}: {_difference([_words(item) for item in old], [_words(item) for item in new])}"
    return f"{name}: {_shown(old)}{ARROW}{_shown(new)}"


def _difference(old: list[str], new: list[str]) -> str:
    came = [item for item in new if item not in old]
    went = [item for item in old if item not in new]
    if len(old) == len(new) == 1:
        return f"{cut(old[0])}{ARROW}{cut(new[0])}"
    said = [f"−{cut(item)}" for item in went[:MOST_ITEMS]] + [f"+{cut(item)}" for item in came[:MOST_ITEMS]]
    left = max(len(went) - MOST_ITEMS, 0) + max(len(came) - MOST_ITEMS, 0)
    if left:
        said.append(f"… and {left} more")
    return ", ".join(said) or "in another order"


def _shown(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        items = [cut(_words(item)) for item in value[:MOST_ITEMS]]
        return (
            ", ".join(items) + (f" … and {len(value) - MOST_ITEMS} more" if len(value) > MOST_ITEMS else "") or "none"
        )
    return NOTHING if value is None else cut(_words(value))


def _words(value: Any) -> str:
    """A value in one line: what names it stands bare, everything else with its key."""
    data = plain(value)
    if isinstance(data, bool):
        return "yes" if data else "no"
    if isinstance(data, Mapping):
        bare = ", ".join(_words(item) for key, item in data.items() if key in BARE)
        beside = ", ".join(f"{key}: {_words(item)}" for key, item in data.items() if key not in BARE)
        return f"{bare} ({beside})" if bare and beside else bare or beside
    if isinstance(data, list):
        return ", ".join(_words(item) for item in data)
    return " ".join(str(data).split())


def cut(words: str, widest: int = WIDEST) -> str:
    """Words cut to so many cells of a terminal."""
    if 2 * len(words) <= widest or cell_len(words) <= widest:
        return words
    return chop_cells(words, widest - 1)[0] + "…"
