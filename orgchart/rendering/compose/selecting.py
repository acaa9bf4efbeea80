"""A part of an organization to draw: a subtree to some depth, or some departments. Nothing is drawn here.

What a part leaves out stays true on it: badges count the whole organization, a superior whose reports are not drawn
says how many they are, a relation with somebody outside is a mark whose entry in the table names both, and a relation
between two who are both outside is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.errors import SettingError, UnknownNameError
from orgchart.record import NamedTuple
from orgchart.rendering.compose.departments import canonical
from orgchart.rendering.scene import NOBODY, End

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.departments import Departments
    from orgchart.rendering.compose.lines import Trees
    from orgchart.rendering.compose.wishes import Wish
    from orgchart.rendering.scene import Enclosure, Figure, Group, Link


class Selection(NamedTuple):
    """The roles to draw, those of them that only stand for what is around, and roles hidden below each superior.

    `above` is the chain of superiors over a chosen root, from the top; `names` says in words what was chosen.
    """

    drawn: frozenset[int]
    context: frozenset[int]
    hidden: Mapping[int, int]
    above: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
    root: int = NOBODY


def selection_of(graph: OrgGraph, trees: Trees, departments: Departments, wish: Wish) -> Selection | None:
    """Find the part that was asked for, or None for the whole organization.

    A root or a unit that does not exist is an UnknownNameError, a depth below nought or root and units at once a
    SettingError.
    """
    root, depth, units = wish.root, wish.depth, wish.units
    if depth is not None and depth < 0:
        raise SettingError(f"a depth of {depth} levels cannot be drawn", "give 0 for the role alone, 1 for its reports")
    if root is not None and units:
        raise SettingError("a picture shows either a role with its reports or departments", "choose one of both")
    if wish.roles is not None:
        return _with_superiors(trees.superior, wish.roles)
    if units:
        return _of_units(graph, trees, departments, units)
    if root is None and depth is None:
        return None
    children = _children(trees.superior)
    if root is None:
        return _cut(children, children.get(NOBODY, []), depth)
    top = role_number(graph, root)
    above = tuple(reversed(list(_upwards(trees.superior, top))))
    return _cut(children, [top], depth)._replace(above=above, root=top)


def _with_superiors(superior: Sequence[int], roles: Collection[int]) -> Selection:
    """Take some roles and everybody above them."""
    drawn: set[int] = set()
    for role in roles:
        while role != NOBODY and role not in drawn:
            drawn.add(role)
            role = superior[role]  # noqa: PLW2901 - the way up
    shown = frozenset(drawn)
    return Selection(shown, frozenset(), _hidden(_children(superior), shown))


def role_number(graph: OrgGraph, role: str | int) -> int:
    """Find a role by its number or its id; an unknown one is an UnknownNameError."""
    if isinstance(role, int):
        if 0 <= role < len(graph.roles):
            return role
    else:
        try:
            return graph.index(role)
        except KeyError:
            pass
    raise UnknownNameError(f"no role of {graph.org.name} has the id {role}", "`orgchart list` shows the ids")


def _children(superior: Sequence[int]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for role, above in enumerate(superior):
        children.setdefault(above, []).append(role)
    return children


def _upwards(superior: Sequence[int], role: int) -> Iterator[int]:
    while (role := superior[role]) != NOBODY:
        yield role


def _cut(children: Mapping[int, list[int]], tops: Sequence[int], depth: int | None) -> Selection:
    """Follow the lines down from some tops, level by level, and count what lies deeper."""
    level, drawn, at = list(tops), list(tops), 0
    while level and (depth is None or at < depth):
        level = [child for role in level for child in children.get(role, ())]
        drawn += level
        at += 1
    shown = frozenset(drawn)
    return Selection(shown, frozenset(), _hidden(children, shown) if depth is not None else {})


def _of_units(graph: OrgGraph, trees: Trees, departments: Departments, units: Collection[str]) -> Selection:
    """Take the roles of some units and of the units in them, with the superiors they report to outside."""
    names = tuple(dict.fromkeys(canonical(graph, name) for name in _in_order(graph, units)))
    wanted = set(names)
    for name in names:
        if name not in departments.path:
            raise UnknownNameError(f"{graph.org.name} has no unit {name}", "`orgchart list` shows the units")
    inside = {
        role for role, unit in enumerate(departments.unit) if unit and not wanted.isdisjoint(departments.path[unit])
    }
    outside = {trees.superior[role] for role in inside} - inside - {NOBODY}
    drawn = frozenset(inside | outside)
    return Selection(drawn, frozenset(outside), _hidden(_children(trees.superior), drawn), names=names)


def _in_order(graph: OrgGraph, units: Collection[str]) -> list[str]:
    """Order names as the units stand in the file, others behind by name: a set has no order of its own."""
    listed = {unit.name: place for place, unit in enumerate(graph.units)}
    return sorted(units, key=lambda name: (listed.get(canonical(graph, name), len(listed)), name))


def _hidden(children: Mapping[int, list[int]], drawn: frozenset[int]) -> dict[int, int]:
    """Count below each drawn role those that are not drawn, down to the next drawn ones."""
    hidden: dict[int, int] = {}
    for role in drawn:
        waiting = [child for child in children.get(role, ()) if child not in drawn]
        for below in waiting:
            waiting += [child for child in children.get(below, ()) if child not in drawn]
        if waiting:
            hidden[role] = len(waiting)
    return hidden


def reduced(figure: Figure, selection: Selection) -> Figure:
    """Leave of a figure what a selection draws; boxes and relations get new numbers in their old order."""
    roles = sum(box.kind == "role" for box in figure.boxes)
    keys = selection.drawn
    links = [link for link in figure.links if _is_seen(link, keys, figure)]
    parties = {end.box for link in links for end in (link.source, link.target) if end.box >= roles}
    kept = [box for box in range(len(figure.boxes)) if box in keys or box in parties]
    place = {box: number for number, box in enumerate(kept)}
    enclosures = tuple(item._replace(top=place[item.top]) for item in figure.enclosures if item.top in place)
    framed = {unit for item in enclosures for unit in item.units}
    superior = tuple(place.get(figure.superior[box], NOBODY) for box in kept)
    apart = tuple(_groups(figure.apart, place))
    framed.update(unit for group in apart for unit in group.units)
    partners = dict(figure.beside)
    loose = {box for group in apart for box in group.boxes}
    beside = tuple(
        (number, place.get(partners[box], NOBODY))
        for box, number in place.items()
        if box in partners and number not in loose
    )
    return figure._replace(
        boxes=tuple(figure.boxes[box] for box in kept),
        superior=superior,
        assistants=frozenset(place[box] for box in figure.assistants if box in place and figure.superior[box] in place),
        enclosures=enclosures,
        beside=beside,
        apart=apart,
        links=tuple(_renumbered(links, place, framed)),
        chain=tuple(place[box] for box in figure.chain if box in place),
    )


def _groups(groups: Iterable[Group], place: Mapping[int, int]) -> Iterator[Group]:
    for group in groups:
        boxes = tuple(place[box] for box in group.boxes if box in place)
        if boxes:
            yield group._replace(boxes=boxes)


def _is_seen(link: Link, drawn: frozenset[int], figure: Figure) -> bool:
    """Whether one side of a relation is a drawn role, or a department whose head is drawn."""
    return any(_has_place(end, drawn, figure.enclosures, figure.apart) for end in (link.source, link.target))


def _has_place(end: End, drawn: frozenset[int], enclosures: Sequence[Enclosure], apart: Sequence[Group]) -> bool:
    if end.box != NOBODY:
        return end.box in drawn
    framed = any(end.unit in item.units and item.top in drawn for item in enclosures)
    return framed or any(end.unit in group.units and not drawn.isdisjoint(group.boxes) for group in apart)


def _renumbered(links: Sequence[Link], place: Mapping[int, int], framed: Collection[str]) -> Iterator[Link]:
    """Give relations new numbers; where one side is not drawn, the other side alone carries the mark."""
    for number, link in enumerate(links, 1):
        source, target = (_end(end, place, framed) for end in (link.source, link.target))
        here = source or target
        if here is not None:
            yield link._replace(number=number, source=source or here, target=target or here)


def _end(end: End, place: Mapping[int, int], framed: Collection[str]) -> End | None:
    if end.box != NOBODY:
        return End(place[end.box]) if end.box in place else None
    return end if end.unit in framed else None
