"""A change as a figure: the later organization with the roles that changed marked, and ghosts of what is gone.

A role that moved has a ghost where it was, a role that was removed is one. A ghost stands under its old superior, or
under the ghost of a superior that is gone too, between the siblings it had. Every mark is a sign and words, so that
none depends on its colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from orgchart.rendering.cleaning import clean, isolate
from orgchart.rendering.compose import compose
from orgchart.rendering.compose.cards import title_of
from orgchart.rendering.compose.changing_words import words_of_change
from orgchart.rendering.compose.ghosts import Departed, Neighbours, in_old_order, rearranged
from orgchart.rendering.compose.lines import trees_of
from orgchart.rendering.compose.words import words_for
from orgchart.rendering.measure import break_title, cut_to, text_width
from orgchart.rendering.scene import NOBODY, Box, Sample
from orgchart.rendering.theme import (
    BADGE_SIZE,
    CARD_HEIGHT,
    CARD_HEIGHT_TWO_LINES,
    CARD_TITLE_SIZE,
    FLAG_WIDTH,
    NOTE_SIZE,
    TEXT_INSET,
    TEXT_RIGHT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from orgchart.changes.values import Change, OrgChanges
    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.changing_words import ChangeWords
    from orgchart.rendering.compose.wishes import Wish
    from orgchart.rendering.compose.words import Words
    from orgchart.rendering.scene import Figure

WHOLE: Final = 80
"""So many roles are drawn all; of more, those that changed and the superiors above them."""
SIGNS: Final = ("added", "removed", "moved", "ghost", "renamed", "changed", "reached")
"""The signs on cards, in the order of their weight."""
GAP: Final = 6


class ChangedFigure(NamedTuple):
    """The figure of a change, and which of its boxes are ghosts."""

    figure: Figure
    ghosts: Mapping[int, Departed]


class Ghost(NamedTuple):
    """What stands where a role was: its earlier number, its sign (`removed` or `ghost`), and its words."""

    earlier: int
    sign: str
    label: str


def compose_change(of: OrgChanges, wish: Wish) -> ChangedFigure:
    """Compose the figure of what changed in one organization; a removed one is drawn as it was."""
    return _Changing(of, wish).composed()


class _Changing:
    """One change in the making. `drawn` are the numbers of the roles that have a card, in the order of the cards."""

    def __init__(self, of: OrgChanges, wish: Wish) -> None:
        graph = of.after or of.before
        if graph is None:
            message = "a change has a state before or a state after"
            raise ValueError(message)
        self.of = of
        self.graph: OrgGraph = graph
        self.words: Words = words_for(graph.org.spoken)
        self.said: ChangeWords = words_of_change(self.words.tag)
        self.by_role: dict[int, list[Change]] = {}
        for change in of.changes:
            number = change.before if of.after is None else change.after
            if number is not None:
                self.by_role.setdefault(number, []).append(change)
        self.affected = frozenset(of.affected)
        self.ghosts: list[Ghost] = list(self._ghosts())
        self.above: Sequence[int] = trees_of(graph).superior
        self.above_before: Sequence[int] = trees_of(of.before).superior if of.before else ()
        part = self._part()
        self.drawn: list[int] = list(range(len(graph.roles))) if part is None else sorted(part)
        self.plain = compose(graph, wish._replace(cross="none", roles=part))
        self.partly = part is not None

    def composed(self) -> ChangedFigure:
        """Put marks on the cards, add the ghosts, and say what the signs mean."""
        plain, said = self.plain, self.said
        boxes = [self._marked(number, box) for number, box in zip(self.drawn, plain.boxes, strict=False)]
        boxes += plain.boxes[len(boxes) :]
        superior = list(plain.superior)
        ghosts = self._add_ghosts(boxes, superior)
        led = {above for above in superior[len(plain.boxes) :] if above != NOBODY}
        kept = (group._replace(boxes=tuple(box for box in group.boxes if box not in led)) for group in plain.apart)
        flags = {box.flag for box in boxes}
        figure = plain._replace(
            boxes=tuple(boxes),
            superior=tuple(superior),
            assistants=plain.assistants - led,
            apart=tuple(group for group in kept if group.boxes),
            title=said.heading.format(clean(self.graph.org.name)),
            subtitle=self._summary(),
            description=f"{self._summary()} · {plain.description}",
            legend=(*plain.legend, *(Sample(f"flag-{sign}", said.legend[sign]) for sign in SIGNS if sign in flags)),
            notes=(*plain.notes, said.partly) if self.partly else plain.notes,
        )
        order = in_old_order(superior, ghosts)
        place = {box: number for number, box in enumerate(order)}
        words = {place[box]: self._departed(ghost) for box, ghost in zip(ghosts, self.ghosts, strict=True)}
        return ChangedFigure(rearranged(figure, order) if ghosts else figure, words)

    def _summary(self) -> str:
        counts = [self.said.counts[action].format(count) for action, count in self.of.counts().items()]
        if self.of.affected:
            counts.append(self.said.chains.format(len(self.of.affected)))
        return self.said.between.join(counts)

    # Which roles

    def _part(self) -> frozenset[int] | None:
        """None for all of a small organization; else those that changed, those they left, and all superiors above."""
        if len(self.graph.roles) <= WHOLE:
            return None
        wanted = [*self.by_role]
        left = (self.of.pairs.get(self.above_before[ghost.earlier]) for ghost in self.ghosts)
        wanted += [number for number in left if number is not None]
        part: set[int] = set()
        for start in wanted or range(WHOLE):
            number = start
            while number != NOBODY and number not in part:
                part.add(number)
                number = self.above[number]
        return frozenset(part)

    # Cards

    def _marked(self, number: int, box: Box) -> Box:
        """The card of a role with its sign and words, or as it is where nothing happened to the role."""
        labels = list(self._labels(number))
        if not labels:
            return box
        sign = min((sign for sign, _label in labels), key=SIGNS.index)
        return self._card(box, sign, self.said.between.join(label for _sign, label in labels))

    def _labels(self, number: int) -> Iterator[tuple[str, str]]:
        """The signs of what happened to a role, each with its words."""
        label = self.said.label
        for change in self.by_role.get(number, ()):
            if change.action in {"added", "removed"}:
                yield change.action, label[change.action]
            elif change.action == "moved":
                yield "moved", self.said.between.join(self._move(change))
            elif change.action == "renamed":
                yield "renamed", label["renamed"].format(isolate(clean(str(change.fields["title"][0]))))
            else:
                yield "changed", label["changed"].format(len(change.fields))
        if number in self.affected and not any(one.action == "moved" for one in self.by_role.get(number, ())):
            yield "reached", label["reached"]

    def _move(self, change: Change) -> Iterator[str]:
        label = self.said.label
        if "reports_to" in change.fields:
            old = self._superior(self.of.before, change.before)
            yield label["moved"].format(old) if change.fields["reports_to"][1] is not None else label["top"]
        if "unit" in change.fields:
            one, other = (clean(str(value)) if value else "—" for value in change.fields["unit"])
            yield label["unit"].format(isolate(one), isolate(other))

    def _whereto(self, change: Change) -> str:
        label = self.said.label
        if change.fields["reports_to"][1] is None:
            return label["top"]
        return label["ghost"].format(self._superior(self.of.after, change.after))

    def _superior(self, graph: OrgGraph | None, number: int | None) -> str:
        above = None if graph is None or number is None else graph.primary(number)
        if graph is None or above is None:
            return self.said.nobody
        return isolate(title_of(graph.roles[above], self.words))

    def _card(self, box: Box, sign: str, label: str) -> Box:
        room = self.plain.card_width - TEXT_INSET - TEXT_RIGHT
        title = box.full
        wrapped = break_title(title, room - FLAG_WIDTH, CARD_TITLE_SIZE)
        beside = text_width(box.badge, BADGE_SIZE) + GAP if box.badge else 0
        note, cut = cut_to(label, room - beside, NOTE_SIZE)
        if cut and box.badge:  # what changed is more than what can be counted on the picture
            box, (note, _cut) = box._replace(badge="", alert=False), cut_to(label, room, NOTE_SIZE)
        return box._replace(
            lines=wrapped.lines,
            cut=wrapped.cut,
            height=CARD_HEIGHT_TWO_LINES if len(wrapped.lines) > 1 else CARD_HEIGHT,
            note=note,
            full=f"{title}: {label}",
            flag=sign,
        )

    # Ghosts

    def _ghosts(self) -> Iterator[Ghost]:
        """The earlier places of roles that have gone or stand elsewhere now, in the order of the earlier files."""
        if self.of.after is None or self.of.before is None:
            return
        found = []
        for change in self.of.changes:
            if change.before is None:
                continue
            if change.action == "removed":
                found.append(Ghost(change.before, "removed", self.said.label["removed"]))
            elif change.action == "moved" and change.fields.get("reports_to", (None, None))[0] is not None:
                found.append(Ghost(change.before, "ghost", self._whereto(change)))
        yield from sorted(found)

    def _departed(self, ghost: Ghost) -> Departed:
        """Say what the card of a ghost says."""
        before = self.of.before
        title = title_of(before.roles[ghost.earlier], self.words) if before else ""
        return Departed(title, ghost.label, self.of.pairs.get(ghost.earlier, NOBODY))

    def _add_ghosts(self, boxes: list[Box], superior: list[int]) -> dict[int, Neighbours]:
        """Append the cards of the ghosts, each under the card, or the ghost, of its old superior; tell who stood by."""
        before = self.of.before
        if before is None or not self.ghosts:
            return {}
        card_of = {number: box for box, number in enumerate(self.drawn)}
        own = {ghost.earlier: len(boxes) + place for place, ghost in enumerate(self.ghosts)}
        gone = {ghost.earlier: own[ghost.earlier] for ghost in self.ghosts if ghost.sign == "removed"}
        for ghost in self.ghosts:
            role = before.roles[ghost.earlier]
            empty = Box(role.id, (), 0, full=title_of(role, self.words), faint=True)
            boxes.append(self._card(empty, ghost.sign, ghost.label))
            above = self.above_before[ghost.earlier]
            now = self.of.pairs.get(above, NOBODY)
            superior.append(gone.get(above, card_of.get(now, NOBODY)))
        stands = {**{earlier: card_of[now] for earlier, now in self.of.pairs.items() if now in card_of}, **own}
        return {own[earlier]: neighbours for earlier, neighbours in self._neighbours(stands)}

    def _neighbours(self, stands: Mapping[int, int]) -> Iterator[tuple[int, Neighbours]]:
        """Find for each ghost the boxes (`stands`, by earlier number) of those under the same superior."""
        wanted = {self.above_before[ghost.earlier] for ghost in self.ghosts}
        siblings: dict[int, list[int]] = {}
        at: dict[int, int] = {}
        for earlier, above in enumerate(self.above_before):
            if above in wanted and earlier in stands:
                group = siblings.setdefault(above, [])
                at[earlier] = len(group)
                group.append(stands[earlier])
        for ghost in self.ghosts:
            yield ghost.earlier, Neighbours(siblings[self.above_before[ghost.earlier]], at[ghost.earlier])
