"""An organization becomes a figure: roles are measured boxes, lines are indices, words are on the cards.

The only room of the drawing that knows what an organization is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.cleaning import clean
from orgchart.rendering.compose.cards import card_width, party_box, role_box, title_of
from orgchart.rendering.compose.departments import departments_of, enclosures_of, groups_of
from orgchart.rendering.compose.lines import trees_of
from orgchart.rendering.compose.relations import Manner, links_of, manner_of, pairs_of, parties_of
from orgchart.rendering.compose.words import words_for
from orgchart.rendering.scene import NOBODY, End, Figure, Sample

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.departments import Departments
    from orgchart.rendering.compose.lines import Trees
    from orgchart.rendering.compose.relations import Cross, Pair, Side
    from orgchart.rendering.compose.words import Words
    from orgchart.rendering.scene import Box, Enclosure, Link

_MOST_NOTES: Final = 4
_MOST_NAMES: Final = 12


def compose(graph: OrgGraph, *, max_span: int | None = None, cross: Cross = "auto") -> Figure:
    """Compose the figure of an organization.

    `max_span` is the span of control above which a superior is flagged, `cross` how relations are shown.
    """
    return _Composer(graph, max_span, cross).figure()


class _Composer:
    """The figure of one organization in the making: roles keep their numbers, parties follow them."""

    def __init__(self, graph: OrgGraph, max_span: int | None, cross: Cross) -> None:
        self.graph = graph
        self.words: Words = words_for(graph.org.spoken)
        self.trees: Trees = trees_of(graph)
        self.departments: Departments = departments_of(graph)
        self.pairs: list[Pair] = pairs_of(graph, self.trees, self.departments.path.keys(), self.words)
        self.manner: Manner = manner_of(cross, len(self.pairs), len(graph.roles))
        if self.manner.left_out:
            self.pairs = []
        self.enclosures: list[Enclosure] = enclosures_of(self.departments, self.trees)
        self.boxes: list[Box] = [
            role_box(graph, role, self.words, tone=self.departments.tone_of(role), max_span=max_span)
            for role in range(len(graph.roles))
        ]
        self.parties: dict[str, int] = {}
        self.framed: set[str] = set()

    def figure(self) -> Figure:
        """Put everything together."""
        graph, words = self.graph, self.words
        alone = [role for role, lined in enumerate(self.trees.lined) if not lined]
        partners = self._partners(alone)
        groups = groups_of(self.departments, [role for role in alone if role not in partners])
        self.framed = {name for item in self.enclosures for name in item.units}
        self.framed.update(name for group in groups for name in group.units)
        beside = [*partners.items(), *self._add_parties()]
        links = tuple(links_of(graph, self.pairs, self._end, words))
        return Figure(
            boxes=tuple(self.boxes),
            superior=(*self.trees.superior, *[NOBODY] * len(self.parties)),
            card_width=card_width(words),
            title=words.chart.format(clean(graph.org.name)),
            description=self._description(len(links)),
            language=words.tag,
            assistants=self._assistants(),
            enclosures=tuple(self.enclosures),
            beside=tuple(beside),
            apart=tuple(groups),
            links=links,
            legend=tuple(self._legend(links)),
            notes=tuple(self._notes()),
            relations_title=words.relations,
            routed=self.manner.lines,
            longest=self.manner.longest,
            tag_words=self.manner.tag_words(words),
            colours=self.departments.colours,
        )

    # Places

    def _partners(self, alone: Sequence[int]) -> dict[int, int]:
        """Find the roles without a line that have a relation with a role in a tree: they stand beside it."""
        lined, found = self.trees.lined, dict.fromkeys(alone, NOBODY)
        for pair in self.pairs:
            for one, other in ((pair.source.role, pair.target.role), (pair.target.role, pair.source.role)):
                if one is not None and other is not None and found.get(one) == NOBODY and lined[other]:
                    found[one] = other
        return {role: partner for role, partner in found.items() if partner != NOBODY}

    def _assistants(self) -> frozenset[int]:
        """Find the roles that stand beside their superior: assistants without reports of their own."""
        superiors = set(self.trees.superior)
        return frozenset(
            number
            for number, role in enumerate(self.graph.roles)
            if role.assistant and self.trees.superior[number] != NOBODY and number not in superiors
        )

    def _add_parties(self) -> Iterator[tuple[int, int]]:
        """Give a card to each outside party, and to each unit that has no frame, in the row of its first partner."""
        leads = {name: item.top for item in self.enclosures for name in item.units}
        for side, across in parties_of(self.pairs):
            name = side.party
            if name in self.parties or (side.unit and name in self.framed):
                continue
            self.parties[name] = len(self.boxes)
            self.boxes.append(party_box(name, self.words, unit=side.unit))
            partner = leads.get(across.party, NOBODY) if across.role is None else across.role
            yield self.parties[name], partner

    def _end(self, side: Side) -> End:
        if side.role is not None:
            return End(side.role)
        if side.unit and side.party in self.framed:
            return End(unit=side.party)
        return End(self.parties[side.party])

    # Words

    def _legend(self, links: Sequence[Link]) -> Iterator[Sample]:
        """List the lines, departments and kinds of cards that are on the picture."""
        words = self.words
        if any(self.trees.lined):
            yield Sample("reporting", words.reporting)
        kinds = {link.kind for link in links}
        shape = "" if self.manner.lines else "mark-"
        yield from (Sample(shape + kind, text) for kind, text in words.of_kind if kind in kinds)
        for tone, name in enumerate(self.departments.legend):
            yield Sample("tone", clean(name), tone)
        if self.departments.legend and "" in self.departments.unit:
            yield Sample("tone", words.no_unit)
        boxes = self.boxes
        if any(box.vacant for box in boxes):
            yield Sample("vacant", words.vacant_card)
        if any(box.faint for box in boxes):
            yield Sample("faint", words.faint_card)
        if any(box.kind == "external" for box in boxes):
            yield Sample("external", words.external_card)
        if any(box.kind == "unit" for box in boxes):
            yield Sample("unit", words.unit_card)

    def _notes(self) -> Iterator[str]:
        """Say what the picture cannot show: that there are no lines, loops that were opened, loops of one."""
        words = self.words
        yield from self.manner.notes(words)
        if len(self.graph.roles) > 1 and not any(self.trees.lined):
            yield words.no_lines
        notes = [words.loop_note.format(self._names_of_loop(loop)) for loop in self.trees.loops]
        alone = dict.fromkeys(role for role, _ in self.graph.self_lines)
        notes += [words.self_note.format(self._title(role)) for role in alone]
        yield from notes[:_MOST_NOTES]
        if len(notes) > _MOST_NOTES:
            yield words.more_notes.format(len(notes) - _MOST_NOTES)

    def _names_of_loop(self, loop: Sequence[int]) -> str:
        names = [self._title(role) for role in loop[:_MOST_NAMES]]
        return " → ".join([*names, *(["…"] if len(loop) > _MOST_NAMES else []), names[0]])

    def _description(self, relations: int) -> str:
        """Say in words how much there is, who is at the top, and what the notes say."""
        words = self.words
        tops = [role for role, above in enumerate(self.trees.superior) if above == NOBODY and self.trees.lined[role]]
        said = [words.description.format(len(self.graph.roles), relations)]
        if tops:
            names = [self._title(role) for role in tops[:_MOST_NAMES]]
            said.append(words.tops.format(words.names.join(names) + ("…" if len(tops) > _MOST_NAMES else "")))
        return " ".join([*said, *self._notes()])

    def _title(self, role: int) -> str:
        return title_of(self.graph.roles[role], self.words)
