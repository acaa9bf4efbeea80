"""What a page can tell about each card of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rendering.cleaning import clean
from orgchart.rendering.compose.cards import title_of
from orgchart.rendering.compose.departments import canonical
from orgchart.rendering.compose.initials import initials_of
from orgchart.rendering.compose.sheets import facts_about, holders_of, said_by
from orgchart.rendering.compose.variants import variants_of
from orgchart.rendering.compose.words import words_for
from orgchart.rendering.facts import Bond, Facts, Sheet
from orgchart.rendering.scene import GONE, NOBODY

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from orgchart.graph import OrgGraph
    from orgchart.model import Role
    from orgchart.rendering.compose.ghosts import Departed
    from orgchart.rendering.scene import Box, End, Figure, Link

_DEEPEST = 32
_INSIDE = " › "


def facts_of(graph: OrgGraph, figure: Figure, ghosts: Mapping[int, Departed] | None = None) -> Facts:
    """Collect what is known about every card of a figure of the graph, and about the relations between them.

    `ghosts` are the boxes of roles that are not in the graph, or not there.
    """
    return _Collector(graph, figure, ghosts or {}).facts()


class _Collector:
    """The sheets of one figure in the making: its boxes that are roles first, its parties behind them."""

    def __init__(self, graph: OrgGraph, figure: Figure, ghosts: Mapping[int, Departed]) -> None:
        self.graph, self.figure, self.ghosts = graph, figure, ghosts
        self.words = words_for(graph.org.spoken)
        self.labels = said_by(self.words)
        boxes = range(len(figure.boxes))
        self.order = sorted(boxes, key=lambda box: figure.boxes[box].kind != "role")
        self.place_of = {box: place for place, box in enumerate(self.order)}
        self.number_of = _numbers(graph, figure, ghosts)
        self.box_of = {number: box for box, number in self.number_of.items()}
        self.inside = {unit.name: canonical(graph, unit.part_of) for unit in graph.units if unit.part_of}
        self.called = {unit.name: unit.aliases for unit in graph.units}

    def facts(self) -> Facts:
        """Put everything together."""
        sheets = tuple(self._sheet(box) for box in self.order)
        names = [name for sheet in sheets for name in (sheet.title, sheet.unit, sheet.holders, *sheet.names)]
        return Facts(
            title=self.figure.title,
            description=self.figure.description,
            language=self.figure.language,
            sheets=sheets,
            bonds=tuple(map(self._bond, self.figure.links)),
            initials=initials_of(names),
            variants=variants_of(names),
        )

    def _sheet(self, box: int) -> Sheet:
        drawn, ghost = self.figure.boxes[box], self.ghosts.get(box)
        above = self.figure.superior[box]
        above = self.place_of[above] if above != NOBODY else NOBODY
        if ghost is not None:
            now = self.box_of.get(ghost.now)
            place = NOBODY if now is None else self.place_of[now]
            return Sheet(drawn.key, ghost.title, above=above, holders=ghost.label, ghost=True, now=place)
        number = self.number_of.get(box)
        if number is None:
            return Sheet(drawn.key, drawn.full or " ".join(drawn.lines), party=True)
        role = self.graph.roles[number]
        unit, names = self._unit(role)
        return Sheet(
            key=drawn.key,
            title=title_of(role, self.words),
            above=above,
            superiors=tuple(map(self._who, self.graph.superiors[number])),
            unit=unit,
            holders=holders_of(role, self.labels),
            span=(len(self.graph.reports[number]), self.graph.totals[number]) if self.graph.reports[number] else None,
            names=(*map(clean, (*role.aliases, *role.previously)), clean(role.code or ""), *names),
            facts=tuple(facts_about(role, self.labels)),
            ghost=drawn.flag in GONE,
        )

    def _who(self, number: int) -> int | str:
        box = self.box_of.get(number)
        return title_of(self.graph.roles[number], self.words) if box is None else self.place_of[box]

    def _unit(self, role: Role) -> tuple[str, tuple[str, ...]]:
        """Name the unit of a role with the units around it, and the other names of the unit."""
        if not role.unit:
            return "", ()
        path = [canonical(self.graph, role.unit[0])]
        while (upper := self.inside.get(path[-1])) and upper not in path and len(path) < _DEEPEST:
            path.append(upper)
        further = (*self.called.get(path[0], ()), *role.unit[1:])
        return _INSIDE.join(map(clean, reversed(path))), tuple(map(clean, further))

    def _bond(self, link: Link) -> Bond:
        ends = self._end(link.source), self._end(link.target)
        return Bond(link.number, link.kind, ends, _about(link, *map(self._titles, (link.source, link.target))))

    def _end(self, end: End) -> int | str:
        return clean(end.unit) if end.box == NOBODY else self.place_of[end.box]

    def _titles(self, end: End) -> str:
        return clean(end.unit) if end.box == NOBODY else self.figure.boxes[end.box].full


def _numbers(graph: OrgGraph, figure: Figure, ghosts: Container[int]) -> Mapping[int, int]:
    """Find the number of the role of each box; roles that share an id are taken in the order of the files."""
    waiting: dict[str, Iterator[int]] = {}
    numbers: dict[str, list[int]] = {}
    for number, role in enumerate(graph.roles):
        numbers.setdefault(role.id, []).append(number)

    def following(box: Box) -> int | None:
        return next(waiting.setdefault(box.key, iter(numbers.get(box.key, ()))), None)

    roles = ((place, box) for place, box in enumerate(figure.boxes) if box.kind == "role" and place not in ghosts)
    found = ((place, following(box)) for place, box in roles)
    return {place: number for place, number in found if number is not None}


def _about(link: Link, one: str, other: str) -> str:
    """Give what a relation is about: its sentence without the two names; the whole sentence where they differ."""
    words = link.words
    first, second = words.find(one), words.find(other, len(one))
    if first < 0 or second < 0:
        return words
    rest = words[second + len(other) :].lstrip("\u2068\u2069 :：")
    return rest.rstrip("\u2069")
