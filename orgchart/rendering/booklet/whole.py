"""The whole chart, looked up by page: which cards, frames, partners and relations belong to a part of the tree."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from orgchart.rendering.booklet.tree import tree_of
from orgchart.rendering.booklet.words import words_for
from orgchart.rendering.measure import text_width
from orgchart.rendering.scene import NOBODY, Enclosure, End, Figure, Group, Link
from orgchart.rendering.theme import BADGE_SIZE, NOTE_SIZE, TEXT_INSET, TEXT_RIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.rendering.booklet.tree import Pages, Part
    from orgchart.rendering.scene import Box, Sample

_SOME_PAGE: Final = 888
"""The page number to measure with before pages have numbers."""
_BESIDE_BADGE: Final = 6


class Whole:
    """A figure with what is needed to take parts out of it."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.words = words_for(figure.language)
        self.tree = tree_of(figure)
        self.enclosures: dict[int, list[Enclosure]] = defaultdict(list)
        for enclosure in figure.enclosures:
            self.enclosures[enclosure.top].append(enclosure)
        self.lead = {unit: item.top for item in figure.enclosures for unit in item.units}
        self.partners: dict[int, list[int]] = defaultdict(list)
        self.parties: set[int] = set()
        for box, partner in figure.beside:
            if figure.boxes[box].kind == "role":
                self.partners[partner].append(box)
            else:
                self.parties.add(box)
        self.links: dict[int | str, list[int]] = defaultdict(list)
        for place, link in enumerate(figure.links):
            for end in {link.source, link.target}:
                self.links[end.unit or end.box].append(place)

    def figure_of(self, part: Part, pages: Pages | None = None) -> Figure:
        """Make the figure of a page. Without numbers of pages the words are about as long as they will be."""
        return _Excerpt(self, part, pages).figure()

    def roles_on(self, part: Part) -> list[int]:
        """List the boxes that have their full card on a page, in the order of the figure."""
        cut = self.tree.cut
        found = [box for box in self.tree.below(part.members) if not cut[box]]
        if part.root != NOBODY and part.first:
            found.append(part.root)
        found += [box for group in part.groups for box in group.boxes]
        if self.is_opening(part):
            found += self.partners[NOBODY]
        found += [beside for box in found for beside in self.partners.get(box, ())]
        return sorted(found)

    def is_opening(self, part: Part) -> bool:
        """Whether a part is the first page of all."""
        if part.members:
            tops = self.tree.tops
            if part.root == NOBODY:
                return part.members[0] == tops[0]
            return part.first and len(tops) == 1 and part.root == tops[0]
        return not self.tree.tops and part.groups[:1] == self.figure.apart[:1]

    def units_on(self, part: Part, roles: Sequence[int]) -> Iterator[str]:
        """Name the units whose first frame is on a page."""
        for box in roles:
            for item in self.enclosures.get(box, ()):
                yield from item.units
        for group in part.groups:
            if group.units and self.starts(group):
                yield from group.units

    def starts(self, group: Group) -> bool:
        """Whether a group, or a part of one, begins with the first box of a group."""
        return any(group.boxes[0] == whole.boxes[0] for whole in self.figure.apart)


class _Excerpt:
    """The figure of one page in the making; `index` gives boxes their places in it."""

    def __init__(self, whole: Whole, part: Part, pages: Pages | None) -> None:
        self.whole, self.part, self.pages = whole, part, pages
        self.roles = whole.roles_on(part)
        self.units = frozenset(whole.units_on(part, self.roles))
        self.full = frozenset(self.roles)
        shown = set(self.roles).union(whole.tree.below(part.members))
        if part.root != NOBODY:
            shown.add(part.root)
        self.near: dict[int, int] = {}
        self.links = list(self._links())
        shown.update(self.near)
        self.index = {box: place for place, box in enumerate(sorted(shown))}

    def figure(self) -> Figure:
        """Put everything together."""
        whole, index = self.whole, self.index
        figure, opening = whole.figure, whole.is_opening(self.part)
        tree_boxes = {*whole.tree.below(self.part.members)}
        boxes = tuple(self._box(box) for box in index)
        links = tuple(
            link._replace(source=self._end(link.source), target=self._end(link.target)) for link in self.links
        )
        return Figure(
            boxes=boxes,
            superior=tuple(index.get(figure.superior[box], NOBODY) if box in tree_boxes else NOBODY for box in index),
            card_width=figure.card_width,
            look=figure.look,
            title=figure.title,
            headed=True,
            description=figure.description,
            language=figure.language,
            assistants=frozenset(index[box] for box in index if box in figure.assistants),
            enclosures=tuple(self._enclosures()),
            beside=tuple(self._beside()),
            apart=tuple(group._replace(boxes=tuple(index[box] for box in group.boxes)) for group in self.part.groups),
            links=links,
            legend=tuple(self._legend(boxes, links)),
            notes=figure.notes if opening else (),
            relations_title=figure.relations_title,
            routed=figure.routed,
            longest=figure.longest,
            tag_words=figure.tag_words,
            colours=figure.colours,
        )

    def _box(self, box: int) -> Box:
        """Give the card of a box: its own, or one that says on which page that is."""
        said, words = self.whole.figure.boxes[box], self.whole.words
        if box in self.full or box in self.whole.parties:
            return said
        pattern = words.from_page if box == self.part.root else words.to_page
        page = self._page(box)
        note = pattern.format(page)
        below = self.whole.tree.size[box] - 1
        badge = words.below.format(below) if below else ""
        room = self.whole.figure.card_width - TEXT_INSET - TEXT_RIGHT - _BESIDE_BADGE
        if text_width(note, NOTE_SIZE) + text_width(badge, BADGE_SIZE) > room:
            badge = ""
        return said._replace(note=note, page=page, badge=badge, vacant=False, alert=False)

    def _page(self, box: int) -> int:
        return _SOME_PAGE if self.pages is None else self.pages.of_box[box]

    def _enclosures(self) -> Iterator[Enclosure]:
        """Frame the departments that have their head and one more card on the page, the outer ones first."""
        tree, part = self.whole.tree, self.part
        root = (part.root,) if part.root != NOBODY else ()
        for box in (*root, *tree.below(part.members)):
            if tree.children[box] and (box == part.root or not tree.cut[box]):
                for item in self.whole.enclosures.get(box, ()):
                    yield item._replace(top=self.index[box])

    def _beside(self) -> Iterator[tuple[int, int]]:
        """Place partners beside the card they have a relation with here."""
        for box, partner in self.whole.figure.beside:
            if box in self.near:
                yield self.index[box], self.index.get(self.near[box], NOBODY)
            elif box in self.full:
                yield self.index[box], self.index.get(partner, NOBODY)

    # Relations

    def _links(self) -> Iterator[Link]:
        """List the relations of the page; one whose other end is elsewhere is marked here, and the table says where."""
        links, by_end = self.whole.figure.links, self.whole.links
        keys: list[int | str] = [*self.roles, *self.units]
        places = {place for key in keys for place in by_end.get(key, ())}
        if self.whole.is_opening(self.part):
            near = (place for party in self.whole.parties for place in by_end.get(party, ()))
            places.update(place for place in near if self._adrift(links[place]))
        for place in sorted(places):
            link = links[place]
            here = [end for end in (link.source, link.target) if self._is_here(end)]
            for end, other in ((link.source, link.target), (link.target, link.source)):
                if end.box in self.whole.parties:
                    self.near.setdefault(end.box, self.whole.lead.get(other.unit, other.box))
            if len(here) == len((link.source, link.target)):
                yield link
            else:
                other = link.target if here[0] == link.source else link.source
                words = self.whole.words.elsewhere.format(link.words, self._home(other))
                yield link._replace(source=here[0], target=here[0], words=words)

    def _adrift(self, link: Link) -> bool:
        return {link.source.box, link.target.box} <= self.whole.parties

    def _is_here(self, end: End) -> bool:
        return end.unit in self.units if end.unit else end.box in self.full or end.box in self.whole.parties

    def _home(self, end: End) -> int:
        if self.pages is None:
            return _SOME_PAGE
        return self.pages.of_unit[end.unit] if end.unit else self.pages.of_box[end.box]

    def _end(self, end: End) -> End:
        return end if end.unit else End(self.index[end.box])

    def _legend(self, boxes: Sequence[Box], links: Sequence[Link]) -> Iterator[Sample]:
        """Keep the samples of what is on the page."""
        kinds = {f"mark-{link.kind}" for link in links} | {link.kind for link in links} | {box.kind for box in boxes}
        tones = {box.tone for box in boxes if box.kind == "role"}
        states = {"vacant": any(box.vacant for box in boxes), "faint": any(box.faint for box in boxes)}
        optional = {"external", "unit", *(sample.kind for sample in self.whole.figure.legend if "-" in sample.kind)}
        for sample in self.whole.figure.legend:
            if sample.kind == "tone":
                kept = sample.tone in tones
            elif sample.kind in optional:
                kept = sample.kind in kinds
            else:
                kept = states.get(sample.kind, True)
            if kept:
                yield sample
