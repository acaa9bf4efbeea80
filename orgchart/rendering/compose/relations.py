"""Relations that are no reporting lines: each gets one number, however many sides state it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from orgchart.record import NamedTuple
from orgchart.rendering.cleaning import clean, isolate
from orgchart.rendering.compose.cards import title_of
from orgchart.rendering.compose.departments import canonical
from orgchart.rendering.scene import End, Link

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from orgchart.graph import OrgGraph, Relation
    from orgchart.rendering.compose.lines import Trees
    from orgchart.rendering.compose.words import Words

Cross = Literal["auto", "lines", "tags", "none"]
"""How relations are shown: as lines, as marks at both ends, not at all; `auto` chooses by how many there are."""

MOST_LINES: Final = 60
MOST_ROLES: Final = 2000
LONGEST: Final = 0.6
"""Where lines help a reader: so many relations, so many roles, and this part of width plus height for one line."""

_TAG_WORDS: Final = {"zh-CN": "未画线：两端标同一编号", "en": "no line: the same number at both ends"}
_LEFT_OUT: Final = {"zh-CN": "另有 {} 条横向协同与其他关系未画出。", "en": "{} further relations are not shown."}


class Manner(NamedTuple):
    """How the relations of one picture are shown; `left_out` counts those that are not."""

    lines: bool
    longest: float = 0.0
    left_out: int = 0

    def tag_words(self, words: Words) -> str:
        """Explain marks without a line."""
        return _TAG_WORDS[words.tag]

    def notes(self, words: Words) -> Iterator[str]:
        """Say that relations were left out."""
        if self.left_out:
            yield _LEFT_OUT[words.tag].format(self.left_out)


def manner_of(cross: Cross, relations: int, roles: int) -> Manner:
    """Choose how to show so many relations between so many roles. An unknown word is a ValueError."""
    if cross not in get_args(Cross):
        message = f"relations are shown as {', '.join(get_args(Cross))}, not {cross!r}"
        raise ValueError(message)
    if cross == "none":
        return Manner(lines=False, left_out=relations)
    if cross == "auto":
        return Manner(lines=relations <= MOST_LINES and roles <= MOST_ROLES, longest=LONGEST)
    return Manner(lines=cross == "lines")


class Side(NamedTuple):
    """One side of a relation: a role by number, or a unit or an outside party by name."""

    role: int | None = None
    party: str = ""
    unit: bool = False

    @property
    def name(self) -> tuple[int | None, str]:
        """What tells one side from another, however it is called."""
        return self.role, self.party


class Pair(NamedTuple):
    """A relation between two sides, as first stated, and everything that is said about it."""

    kind: str
    source: Side
    target: Side
    pattern: str
    about: list[str]


def pairs_of(graph: OrgGraph, trees: Trees, units: Collection[str], words: Words) -> list[Pair]:
    """List the relations: coordination as in the files, then dotted lines, further superiors and opened loops.

    `units` are the names of all units that roles or the file mention.
    """
    pairs = _coordination(graph, units, words)
    pairs += [
        Pair("dotted", Side(line.report), Side(line.superior), words.dotted, [])
        for line in sorted(graph.dotted, key=lambda line: line.report)
    ]
    pairs += [
        Pair("second", Side(report), Side(superior), words.second, [])
        for report, superiors in enumerate(graph.superiors)
        for superior in superiors[1:]
    ]
    opened = [(loop[0], graph.superiors[loop[0]][0]) for loop in trees.loops]
    pairs += [Pair("second", Side(report), Side(superior), words.loop, []) for report, superior in opened]
    return pairs


def _coordination(graph: OrgGraph, units: Collection[str], words: Words) -> list[Pair]:
    """Join what both sides say of one relation."""
    known: dict[tuple[object, object], Pair] = {}
    pairs: list[Pair] = []
    for relation in graph.relations:
        source, target = _sides(graph, relation, units)
        pair = known.get((source.name, target.name))
        if pair is None:
            pair = Pair("coordination", source, target, words.coordination, [])
            known[source.name, target.name] = known[target.name, source.name] = pair
            pairs.append(pair)
        about = clean(relation.statement.about or "")
        if about and about not in pair.about:
            pair.about.append(about)
    return pairs


def _sides(graph: OrgGraph, relation: Relation, units: Collection[str]) -> tuple[Side, Side]:
    """Say who the two sides are; a name that no role has is a unit if a unit of that name is known."""
    if relation.role is not None:
        source = Side(relation.role)
    else:
        source = Side(party=graph.units[relation.unit or 0].name, unit=True)
    if relation.to_role is not None:
        return source, Side(relation.to_role)
    if relation.to_unit is not None:
        return source, Side(party=graph.units[relation.to_unit].name, unit=True)
    name = canonical(graph, relation.party)
    known = not relation.outside and name in units
    return source, Side(party=name if known else relation.party, unit=known or relation.statement.kind == "unit")


def parties_of(pairs: Sequence[Pair]) -> Iterator[tuple[Side, Side]]:
    """Give each side that is a name with the side across, in order of appearance."""
    for pair in pairs:
        if pair.source.role is None:
            yield pair.source, pair.target
        if pair.target.role is None:
            yield pair.target, pair.source


def links_of(graph: OrgGraph, pairs: Sequence[Pair], end: Callable[[Side], End], words: Words) -> Iterator[Link]:
    """Number the relations and put them in words; `end` finds where a side is marked."""
    for number, pair in enumerate(pairs, 1):
        names = [
            isolate(clean(side.party) if side.role is None else title_of(graph.roles[side.role], words))
            for side in (pair.source, pair.target)
        ]
        sentence = pair.pattern.format(*names)
        if pair.about:
            sentence = words.about.format(sentence, isolate(words.abouts.join(pair.about)))
        yield Link(number, pair.kind, end(pair.source), end(pair.target), sentence)
