"""Cards: the words on each, broken and cut to what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.cleaning import clean
from orgchart.rendering.measure import break_title, cut_to, text_width
from orgchart.rendering.scene import Box
from orgchart.rendering.theme import (
    BADGE_SIZE,
    CARD_HEIGHT,
    CARD_HEIGHT_TWO_LINES,
    CARD_TITLE_SIZE,
    CARD_WIDTH,
    CARD_WIDTH_LATIN,
    FLAG_WIDTH,
    NOTE_SIZE,
    PARTY_HEIGHT,
    PARTY_HEIGHT_TWO_LINES,
    PARTY_TITLE_SIZE,
    TEXT_INSET,
    TEXT_RIGHT,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.graph import OrgGraph
    from orgchart.model import Holder, Role
    from orgchart.rendering.compose.words import Words
    from orgchart.rendering.theme import Theme

_BADGE_GAP: Final = 6
_NARROWEST_NOTE: Final = 24
_JOINT: Final = " · "


def card_width(graph: OrgGraph, look: Theme) -> int:
    """Width of all cards of a picture: a theme's, else more where most titles are Latin."""
    if look.card_width is not None:
        return look.card_width
    latin = sum(role.title.isascii() for role in graph.roles if not role.untitled)
    return CARD_WIDTH_LATIN if latin * 2 > len(graph.roles) else CARD_WIDTH


def title_of(role: Role, words: Words) -> str:
    """Give the title as it is written on the picture."""
    return words.untitled if role.untitled else clean(role.title) or words.untitled


class Look(NamedTuple):
    """What a card shows because of what the reader asked for.

    `hidden` counts the roles below that are not drawn, `flag` is the weight of the worst finding among `flags`.
    """

    hidden: int = 0
    strong: bool = False
    context: bool = False
    flag: str = ""
    flags: int = 0


PLAIN: Final = Look()


class Cards:
    """The cards of one picture: all of one width, with the limit of a span of control above which one is flagged."""

    def __init__(self, graph: OrgGraph, totals: Sequence[int], words: Words, width: int, max_span: int | None) -> None:
        self.graph, self.totals, self.words, self.max_span = graph, totals, words, max_span
        self.room = width - TEXT_INSET - TEXT_RIGHT

    def of_role(self, role: int, tone: int, look: Look = PLAIN) -> Box:
        """Measure the card of a role."""
        said, words, room = self.graph.roles[role], self.words, self.room
        title = title_of(said, words)
        lines, cut = break_title(title, room - FLAG_WIDTH if look.flag else room, CARD_TITLE_SIZE)
        direct = len(self.graph.reports[role])
        alert = direct > self.max_span if direct and self.max_span is not None else False
        spans = _spans(direct, self.totals[role], look.hidden, words, alert=alert) if direct else ()
        people = words.people.format(said.headcount) if said.headcount not in {None, 1} else ""
        seen = not (people or alert or look.hidden)
        holders, badge = _lower_line(_holders(said.holders, words), _badges(spans, people), room, seen=seen)
        note = cut_to(holders, max(_beside(badge, room), _NARROWEST_NOTE), NOTE_SIZE)[0] if holders else ""
        return Box(
            said.id,
            lines,
            CARD_HEIGHT_TWO_LINES if len(lines) > 1 else CARD_HEIGHT,
            "role",
            note,
            0,
            badge,
            title,
            cut,
            tone,
            said.vacant,
            not said.described,
            alert,
            look.strong,
            look.context,
            look.flag,
            look.flags,
        )


def _beside(badge: str, room: int) -> int:
    """Pixels that are left for the holder beside a badge."""
    return room - (text_width(badge, BADGE_SIZE) + _BADGE_GAP if badge else 0)


def _badges(spans: Sequence[str], people: str) -> list[str]:
    """List the badges a card may have, the fullest first."""
    fuller = [_JOINT.join((span, people)) for span in spans[:1] if people]
    return [*fuller, *spans] or [people]


def _lower_line(holders: Sequence[str], badges: Sequence[str], room: int, *, seen: bool) -> tuple[str, str]:
    """Choose the words for the holders and the fullest badge beside them: nobody's name or state is cut for a total.

    A badge that says only what can be `seen` on the picture gives way altogether where that saves a name.
    """
    if not holders:
        return "", badges[0]
    for words in holders:
        wide = text_width(words, NOTE_SIZE)
        for badge in badges:
            if wide <= _beside(badge, room):
                return words, badge
    if seen and text_width(holders[0], NOTE_SIZE) <= room:
        return holders[0], ""
    return holders[-1], badges[-1]


def _spans(direct: int, total: int, hidden: int, words: Words, *, alert: bool) -> list[str]:
    """Say the span of control and how many stand below, in full and briefly, with a sign where the span is too wide.

    Where some of those below are not drawn, their number takes the place of the total.
    """
    brief = words.direct.format(direct)
    if hidden:
        said = [_JOINT.join((brief, words.hidden.format(hidden)))]
    else:
        said = [brief] if total == direct else [words.direct_total.format(direct, total), brief]
    return [f"▲{span}" for span in said] if alert else said


def _holders(holders: tuple[Holder, ...] | None, words: Words) -> list[str]:
    """Name the first holder and say how many there are, in full and briefly."""
    if holders is None:
        return []
    names = [words.acting.format(clean(holder.name)) if holder.acting else clean(holder.name) for holder in holders]
    if not names:
        return [words.vacant]
    if len(names) == 1:
        return names
    full = words.two if len(names) == len(("one", "other")) else words.several
    return [
        full.format(*names[:2]) if full is words.two else full.format(names[0], len(names), len(names) - 1),
        words.brief.format(names[0], len(names) - 1),
    ]


def party_box(name: str, words: Words, width: int, *, unit: bool) -> Box:
    """Measure the small card of an outside party, or of a unit that has no frame."""
    title = clean(name) or words.untitled
    room = width - TEXT_INSET - TEXT_RIGHT
    wrapped = break_title(title, room, PARTY_TITLE_SIZE)
    return Box(
        key=name,
        lines=wrapped.lines,
        height=PARTY_HEIGHT_TWO_LINES if len(wrapped.lines) > 1 else PARTY_HEIGHT,
        kind="unit" if unit else "external",
        full=title,
        cut=wrapped.cut,
    )
