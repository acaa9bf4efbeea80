"""Departments: which unit each role belongs to, their colours, and the parts of the trees that get a frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.cleaning import clean
from orgchart.rendering.scene import NOBODY, Enclosure, Group
from orgchart.rendering.theme import TONES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.lines import Trees

_DEEPEST: Final = 32
"""Units in units that are followed; deeper frames could not be told apart."""
_COLOUR: Final = r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})|[a-zA-Z]{3,20}"
_LABEL_JOINT: Final = " · "


class Departments(NamedTuple):
    """The unit of each role (a name, or empty), the units above each unit from the outermost to itself, and colours.

    `tone` holds the colour of each unit that has one, `legend` the units that stand in the legend, in order of colour.
    """

    unit: Sequence[str]
    path: Mapping[str, tuple[str, ...]]
    tone: Mapping[str, int]
    legend: Sequence[str]
    colours: tuple[tuple[int, str], ...]

    def tone_of(self, role: int) -> int:
        """Give the colour of a role's department."""
        return self.tone.get(self.unit[role], NOBODY)


def departments_of(graph: OrgGraph) -> Departments:
    """Resolve the names of units, follow `part_of`, and give colours by first appearance."""
    written = [role.unit[0] if role.unit else "" for role in graph.roles]
    listed_as = {name: canonical(graph, name) if name else "" for name in dict.fromkeys(written)}
    unit = [listed_as[name] for name in written]
    above = {
        listed.name: canonical(graph, listed.part_of) for listed in reversed(graph.units) if listed.part_of is not None
    }
    path = {name: _path(name, above) for name in dict.fromkeys([*unit, *(listed.name for listed in graph.units)])}
    shown = _coloured(list(dict.fromkeys(path[name] for name in unit if name)))
    legend = list(dict.fromkeys(shown.values()))
    tones = {name: place for place, name in enumerate(legend)}
    own = {listed.name: listed.colour for listed in reversed(graph.units) if listed.colour}
    colours = tuple((tones[name], own[name]) for name in legend if name in own and re.fullmatch(_COLOUR, own[name]))
    return Departments(unit, path, {name: tones[top] for name, top in shown.items()}, legend, colours)


def canonical(graph: OrgGraph, name: str) -> str:
    """Give the listed name of a unit that is called by one of its names."""
    found = graph.unit_candidates(name)
    return graph.units[found[0]].name if len(found) == 1 else name


def _path(name: str, above: Mapping[str, str]) -> tuple[str, ...]:
    """List the units from the outermost one down to this one; a loop ends where it closes."""
    path = [name]
    while (upper := above.get(path[-1])) is not None and upper not in path and len(path) < _DEEPEST:
        path.append(upper)
    return tuple(reversed(path))


def _coloured(paths: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """Find for each unit the unit whose colour it has: itself, or, where there are too many, one further out."""
    deepest = max(map(len, paths), default=0)
    for depth in range(deepest, 0, -1):
        shown = {path[-1]: path[:depth][-1] for path in paths}
        if len(set(shown.values())) <= TONES:
            return shown
    return {path[-1]: path[0] for path in paths}


def enclosures_of(departments: Departments, trees: Trees) -> list[Enclosure]:
    """Frame each part of a tree that a unit fills completely, down to its leaves, with two cards or more.

    Outer frames stand before inner ones. Units that fill the same part share one frame, and its label.
    """
    common, size = _shared_units(departments, trees), trees.size
    found: list[Enclosure] = []
    for role in trees.order:
        if not common[role] or size[role] == 1:
            continue
        above = trees.superior[role]
        outside = set(departments.path[departments.unit[above]]) if above != NOBODY and departments.unit[above] else ()
        units = [name for name in common[role] if name not in outside]
        if units and common[role][-1] not in outside:
            label = _LABEL_JOINT.join(clean(name) for name in units[-2:])
            found.append(Enclosure(tuple(reversed(units)), label, departments.tone_of(role), role))
    return found


def _shared_units(departments: Departments, trees: Trees) -> list[tuple[str, ...]]:
    """Find, bottom-up, the units that all roles of a subtree share."""
    path, superior = departments.path, trees.superior
    common = [path[name] if name else () for name in departments.unit]
    for role in reversed(trees.order):
        above = superior[role]
        if above != NOBODY and common[above] != common[role]:
            common[above] = _shared(common[above], common[role])
    return common


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return one[:count]


def groups_of(departments: Departments, roles: Iterable[int]) -> list[Group]:
    """Put roles that have no line together by department, in order of first appearance; two or more get a frame."""
    by_unit: dict[str, list[int]] = {}
    for role in roles:
        by_unit.setdefault(departments.unit[role], []).append(role)
    return [
        Group(tuple(members), (name,), clean(name), departments.tone_of(members[0]))
        if name and len(members) > 1
        else Group(tuple(members), tone=departments.tone_of(members[0]))
        for name, members in by_unit.items()
    ]
