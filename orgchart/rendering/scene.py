"""Figure (what is to be drawn) and Scene (the same, placed): numbers and words only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import EMPTY, NamedTuple
from orgchart.rendering.theme import STANDARD, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

NOBODY = -1
"""The index that stands for no box, no frame, no colour."""


GONE: Final = frozenset({"removed", "ghost"})
"""The flags of boxes that stand for a place where somebody was."""


class Box(NamedTuple):
    """One card before it has a place: its words, already broken into lines, and its size in pixels.

    `key` is the role's id, or a party's name where `kind` is `external` or `unit`. `full` is the whole title, `cut`
    says that `lines` show only a part of it. `page` is where in a booklet the full card is, if elsewhere. `tone` is the
    index of the department's colour; `alert` draws attention to the badge; `strong` cards are on the highlighted chain,
    `context` cards stand for what is around a part. `flag` is the weight of the worst finding (`error`, `warning`,
    `note`) and `flags` how many there are.
    """

    key: str
    lines: tuple[str, ...]
    height: int
    kind: str = "role"
    note: str = ""
    page: int = 0
    """Where in a booklet the full card is; 0 where it is this one."""
    badge: str = ""
    full: str = ""
    cut: bool = False
    tone: int = NOBODY
    vacant: bool = False
    faint: bool = False
    alert: bool = False
    strong: bool = False
    context: bool = False
    flag: str = ""
    flags: int = 0


class Enclosure(NamedTuple):
    """A department to be framed: all cards of the subtree of one box. `units` are the names that share the frame."""

    units: tuple[str, ...]
    label: str
    tone: int
    top: int


class Group(NamedTuple):
    """Boxes without any line that stand together under the tree; framed where `units` is not empty."""

    boxes: tuple[int, ...]
    units: tuple[str, ...] = ()
    label: str = ""
    tone: int = NOBODY


class End(NamedTuple):
    """Where a relation is marked: a box (`box`), or the frame of a department (`unit`, its name)."""

    box: int = NOBODY
    unit: str = ""


class Link(NamedTuple):
    """A relation that is no reporting line: its number, kind (`coordination`, `dotted`, `second`) and sentence."""

    number: int
    kind: str
    source: End
    target: End
    words: str


class Sample(NamedTuple):
    """An entry of the legend: a line, a card, a mark or a department's colour (`kind`), and its words."""

    kind: str
    words: str
    tone: int = NOBODY


class Remark(NamedTuple):
    """A finding in the list under the picture: its weight (`error`, `warning`, `note`) and its words."""

    kind: str
    words: str


class Figure(NamedTuple):
    """What is to be drawn. Indices are positions in `boxes`.

    `superior` holds one entry a box (`NOBODY`: a top, or a box outside the tree); it must be free of loops. `beside`
    lists the boxes of the side lane, each with the box whose row it wants; `apart` the groups under the tree.
    `colours` are an organization's own, by tone. `level` asks that a few reports of a top stand in one row, as peers.
    `routed` asks for lines between the ends of relations; what is longer than `longest` times width plus height of the
    picture (0: no limit), or finds no way, stays a pair of marks, and `tag_words` say so in the legend. `subtitle`
    stands under the title, `chain` lists the highlighted boxes from the lowest to the top, `remarks` are the findings,
    `look` is the theme, `memo` the modes (see `layouts.memory`) in which an earlier picture set the reports of a key,
    `earlier_frames` the widths of its frames, `earlier_places` the y at which its cards stood.
    """

    boxes: tuple[Box, ...]
    superior: tuple[int, ...]
    card_width: int
    title: str = ""
    description: str = ""
    language: str = "en"
    level: bool = True
    """Whether a few reports of a top stand in one row, as peers, even if that makes the picture wide."""
    headed: bool = False
    """Whether nothing may stand beside the title: a page of a booklet has more words under it."""
    wide: int = 0
    """Pixels that title, legend and table may take in width, where the chart takes less."""
    assistants: frozenset[int] = frozenset()
    enclosures: tuple[Enclosure, ...] = ()
    beside: tuple[tuple[int, int], ...] = ()
    apart: tuple[Group, ...] = ()
    links: tuple[Link, ...] = ()
    legend: tuple[Sample, ...] = ()
    notes: tuple[str, ...] = ()
    relations_title: str = ""
    routed: bool = False
    longest: float = 0.0
    tag_words: str = ""
    colours: tuple[tuple[int, str], ...] = ()
    subtitle: str = ""
    chain: tuple[int, ...] = ()
    remarks: tuple[Remark, ...] = ()
    remarks_title: str = ""
    look: Theme = STANDARD
    memo: Mapping[str, str] = EMPTY
    earlier_frames: Mapping[str, int] = EMPTY
    earlier_places: Mapping[str, int] = EMPTY


class Card(NamedTuple):
    """A placed box."""

    box: Box
    x: int
    y: int
    width: int
    height: int


class Line(NamedTuple):
    """The lines below one superior (`kind` = `reporting`); each path is x, y, x, y … from corner to corner.

    `mode` is the layout memo: how the reports are set (see `layouts.memory`).
    """

    kind: str
    source: str
    paths: tuple[tuple[int, ...], ...]
    mode: str = ""


class Route(NamedTuple):
    """The line of a relation, from corner to corner (x, y, x, y …), from its source to its target.

    `source` and `target` are ids of roles, or `party:` and a name. `bridges` are the places where it passes over
    another line: x, y, and whether it runs level there.
    """

    number: int
    kind: str
    source: str
    target: str
    points: tuple[int, ...]
    words: str
    bridges: tuple[tuple[int, int, bool], ...] = ()


class Frame(NamedTuple):
    """The rectangle around a department; `depth` counts the frames around it."""

    unit: str
    tone: int
    x: int
    y: int
    width: int
    height: int
    depth: int = 0


class Mark(NamedTuple):
    """The number of a relation beside a card or on a frame. `key` is a role's id, or a party's name if `party`.

    `tag` says that no line leads from here: the number stands at the other side too.
    """

    number: int
    kind: str
    key: str
    party: bool
    x: int
    y: int
    width: int
    height: int
    tag: bool = True


class Text(NamedTuple):
    """Words outside the cards; `y` is the baseline, `full` the whole text where the words had to be cut."""

    words: str
    x: int
    y: int
    style: str
    anchor: str = "start"
    full: str = ""


class Swatch(NamedTuple):
    """The picture beside an entry of the legend."""

    kind: str
    x: int
    y: int
    tone: int = NOBODY
    number: int = 0
    width: int = 0
    tag: bool = False


class Scene(NamedTuple):
    """The whole picture, placed: integers in pixels from the top left corner.

    `chain` are the paths of the highlighted chain, drawn over the reporting lines.
    """

    width: int
    height: int
    title: str
    description: str
    language: str
    cards: tuple[Card, ...]
    lines: tuple[Line, ...] = ()
    frames: tuple[Frame, ...] = ()
    marks: tuple[Mark, ...] = ()
    texts: tuple[Text, ...] = ()
    swatches: tuple[Swatch, ...] = ()
    bottom: int = 0
    """The lower edge of the lowest card, where the engine says so."""
    colours: tuple[tuple[int, str], ...] = ()
    routes: tuple[Route, ...] = ()
    chain: tuple[tuple[int, ...], ...] = ()
    look: Theme = STANDARD
