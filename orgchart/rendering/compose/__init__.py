"""An organization becomes a figure: roles are measured boxes, lines are indices, words are on the cards.

The only room of the drawing that knows what an organization is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from orgchart.rendering.cleaning import clean, isolate
from orgchart.rendering.compose.cards import PLAIN, Cards, Look, card_width, party_box, title_of
from orgchart.rendering.compose.colouring import colouring_of
from orgchart.rendering.compose.departments import departments_of, enclosures_of, groups_of
from orgchart.rendering.compose.lines import totals_of, trees_of
from orgchart.rendering.compose.relations import Manner, links_of, manner_of, pairs_of, parties_of
from orgchart.rendering.compose.remarking import flag_of, remarks_of
from orgchart.rendering.compose.selecting import reduced, role_number, selection_of
from orgchart.rendering.compose.wishes import Wish
from orgchart.rendering.compose.words import words_for
from orgchart.rendering.scene import NOBODY, Box, Enclosure, End, Figure, Group, Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.colouring import Colouring
    from orgchart.rendering.compose.departments import Departments
    from orgchart.rendering.compose.lines import Trees
    from orgchart.rendering.compose.relations import Cross, Pair, Side
    from orgchart.rendering.compose.selecting import Selection
    from orgchart.rendering.compose.words import Words

_Framed = TypeVar("_Framed", Enclosure, Group)
_MOST_NOTES: Final = 4
_MOST_NAMES: Final = 12


def compose(graph: OrgGraph, wish: Wish | None = None, *, max_span: int | None = None, cross: Cross = "auto") -> Figure:
    """Compose the figure of an organization, as a reader wishes it.

    Without a `wish`, `max_span` is the span of control above which a superior is flagged, `cross` how relations are
    shown.
    """
    return _Composer(graph, wish or Wish(max_span=max_span, cross=cross)).figure()


class _Composer:
    """The figure of one organization in the making: roles keep their numbers, parties follow them."""

    def __init__(self, graph: OrgGraph, wish: Wish) -> None:
        self.graph = graph
        self.wish = wish
        self.words: Words = words_for(graph.org.spoken)
        self.trees: Trees = trees_of(graph)
        self.departments: Departments = departments_of(graph)
        self.pairs: list[Pair] = pairs_of(graph, self.trees, self.departments.path.keys(), self.words)
        self.enclosures: list[Enclosure] = enclosures_of(self.departments, self.trees)
        self.selection: Selection | None = selection_of(graph, self.trees, self.departments, wish)
        self.drawn: Collection[int] = self.selection.drawn if self.selection else range(len(graph.roles))
        self.manner: Manner = manner_of(wish.cross, sum(map(self._is_drawn, self.pairs)), len(self.drawn))
        if wish.cross == "none":
            self.pairs = []
        self.colouring: Colouring = colouring_of(graph, self.departments, self.words, wish.colour_by)
        self.chain: list[int] = self._chain()
        self.width = card_width(graph, wish.look)
        self.boxes: list[Box] = list(self._role_boxes())
        self.parties: dict[str, int] = {}
        self.framed: set[str] = set()

    def _is_drawn(self, pair: Pair) -> bool:
        """Whether both ends of a relation are on the picture; parties always are."""
        return all(side.role is None or side.role in self.drawn for side in (pair.source, pair.target))

    def _chain(self) -> list[int]:
        """List the highlighted role and its superiors, up to the top of its tree."""
        if self.wish.highlight is None:
            return []
        role = role_number(self.graph, self.wish.highlight)
        chain = []
        while role != NOBODY:
            chain.append(role)
            role = self.trees.superior[role]
        return chain

    def _role_boxes(self) -> Iterator[Box]:
        """Measure the cards that are drawn; the others only keep their place."""
        totals = totals_of(self.graph, self.trees)
        cards = Cards(self.graph, totals, self.words, self.width, self.wish.max_span)
        tones, drawn = self.colouring.tones, self.drawn
        look = self._looks()
        for role, said in enumerate(self.graph.roles):
            if role not in drawn:
                yield Box(said.id, (), 0)
            else:
                yield cards.of_role(role, tones[role], look(role) if look else PLAIN)

    def _looks(self) -> Callable[[int], Look] | None:
        """Find what is special about cards; nothing in a plain picture."""
        findings, part, strong = self.wish.findings or {}, self.selection, set(self.chain)
        if not (findings or part or strong):
            return None

        def look(role: int) -> Look:
            flag, flags = flag_of(findings.get(self.graph.roles[role].id, ()))
            hidden = part.hidden.get(role, 0) if part else 0
            return Look(hidden, role in strong, part is not None and role in part.context, flag, flags)

        return look

    def figure(self) -> Figure:
        """Put everything together."""
        figure = self._whole()
        part = self.selection
        if part:
            figure = reduced(figure, part)
        return figure._replace(
            title=self._heading(),
            subtitle=self._crumbs(),
            description=self._description(figure),
            legend=tuple(self._legend(figure)),
            notes=tuple(self._notes()),
        )

    def _whole(self) -> Figure:
        """Compose the figure of all roles."""
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
            card_width=self.width,
            language=words.tag,
            assistants=self._assistants(),
            enclosures=tuple(self._tinted(self.enclosures)),
            beside=tuple(beside),
            apart=tuple(self._tinted(groups)),
            links=links,
            relations_title=words.relations,
            routed=self.manner.lines,
            longest=self.manner.longest,
            tag_words=self.manner.tag_words(words),
            colours=self.colouring.own,
            chain=tuple(self.chain),
            remarks=remarks_of(graph, self.wish.findings or {}, self.drawn, words),
            remarks_title=words.findings,
            look=self.wish.look,
        )

    def _tinted(self, framed: Iterable[_Framed]) -> Iterator[_Framed]:
        """Leave frames plain where the colours do not mean departments."""
        by_unit = self.wish.colour_by == "unit"
        return (item if by_unit else item._replace(tone=NOBODY) for item in framed)

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
            self.boxes.append(party_box(name, self.words, self.width, unit=side.unit))
            partner = leads.get(across.party, NOBODY) if across.role is None else across.role
            yield self.parties[name], partner

    def _end(self, side: Side) -> End:
        if side.role is not None:
            return End(side.role)
        if side.unit and side.party in self.framed:
            return End(unit=side.party)
        return End(self.parties[side.party])

    # Words

    def _heading(self) -> str:
        """Name the organization, and the part of it that is drawn."""
        words, part = self.words, self.selection
        name = clean(self.graph.org.name)
        if part and part.root != NOBODY:
            name = words.part.format(name, self._title(part.root))
        elif part and part.names:
            name = words.part.format(name, words.names.join(clean(unit) for unit in part.names))
        return words.chart.format(name)

    def _crumbs(self) -> str:
        """Name the superiors above a part, from the top down."""
        above = self.selection.above if self.selection else ()
        return self.words.crumb.format(" › ".join(isolate(self._title(role)) for role in above)) if above else ""

    def _legend(self, figure: Figure) -> Iterator[Sample]:
        """List the lines, departments and kinds of cards that are on the picture."""
        words, links = self.words, figure.links
        if any(above != NOBODY for above in figure.superior):
            yield Sample("reporting", words.reporting)
        kinds = {link.kind for link in links}
        shape = "" if self.manner.lines else "mark-"
        yield from (Sample(shape + kind, text) for kind, text in words.of_kind if kind in kinds)
        if figure.chain:
            yield Sample("chain", words.chain.format(self._title(self.chain[0])))
        boxes = figure.boxes
        yield from self.colouring.samples([box.tone for box in boxes if box.kind == "role"])
        if any(box.alert for box in boxes):
            yield Sample("words", words.wide_span.format(self.wish.max_span))
        flags = {box.flag for box in boxes} | {remark.kind for remark in figure.remarks}
        yield from (Sample(f"flag-{kind}", text) for kind, text in words.of_finding if kind in flags)
        if self.selection and self.selection.hidden:
            yield Sample("words", words.hidden_card)
        if any(box.context for box in boxes):
            yield Sample("context", words.context_card)
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

    def _description(self, figure: Figure) -> str:
        """Say in words how much there is, who is at the top, and what the notes say."""
        words, relations = self.words, len(figure.links)
        drawn, lined = self.drawn, self.trees.lined
        tops = [
            role
            for role, above in enumerate(self.trees.superior)
            if (above == NOBODY or above not in drawn) and lined[role] and role in drawn
        ]
        count = sum(box.kind == "role" for box in figure.boxes)
        said = [words.description.format(count, relations)]
        if self.selection:
            said = [words.part_description.format(count, len(self.graph.roles), relations)]
        if tops:
            names = [self._title(role) for role in tops[:_MOST_NAMES]]
            said.append(words.tops.format(words.names.join(names) + ("…" if len(tops) > _MOST_NAMES else "")))
        return " ".join([*said, *self._notes()])

    def _title(self, role: int) -> str:
        return title_of(self.graph.roles[role], self.words)
