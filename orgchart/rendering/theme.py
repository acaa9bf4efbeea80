"""Sizes, fonts and colours, as data.

Sizes are pixels. Each colour has at least 3:1 against what it stands on (text 7:1), and the department colours stay
apart for readers with protanopia, deuteranopia and tritanopia (distances after Machado 2009).
"""

from __future__ import annotations

from typing import Final

from orgchart.record import NamedTuple

MARGIN: Final = 24
CARD_WIDTH: Final = 140
CARD_WIDTH_LATIN: Final = 168
CARD_HEIGHT: Final = 44
CARD_HEIGHT_TWO_LINES: Final = 60
CARD_RADIUS: Final = 4
PARTY_HEIGHT: Final = 32
PARTY_HEIGHT_TWO_LINES: Final = 46
STRIPE: Final = 4
TEXT_INSET: Final = 13
TEXT_RIGHT: Final = 9
BADGE_INSET: Final = 7
FLAG_RISE: Final = 11
FLAG_SIZE: Final = 8
FLAG_WIDTH: Final = 24

SIBLING_GAP: Final = 18
SUBTREE_GAP: Final = 26
TREE_GAP: Final = 44
LANE_GAP: Final = 60
AISLE: Final = 24
INDENT: Final = 22
TRUNK_INSET: Final = 10

STACK_GAP: Final = 14
BUS_ABOVE: Final = 14
BUS_BELOW: Final = 12
APART_GAP: Final = 20

FRAME_PADDING: Final = 10
FRAME_RADIUS: Final = 8
FRAME_CLEARANCE: Final = 8
FRAME_LABEL_LINE: Final = 15

MARK_HEIGHT: Final = 12
MARK_DISTANCE: Final = 3
MARK_GAP: Final = 3
MARK_PITCH: Final = MARK_HEIGHT + MARK_GAP

TITLE_SIZE: Final = 18
CARD_TITLE_SIZE: Final = 13
CARD_TITLE_LINE: Final = 17
PARTY_TITLE_SIZE: Final = 12
NOTE_SIZE: Final = 11
BADGE_SIZE: Final = 10
MARK_SIZE: Final = 9
LABEL_SIZE: Final = 11
LEGEND_SIZE: Final = 11

FONTS: Final = '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif'

TONES: Final = 8
"""Department colours; the ninth department repeats the first one with a split stripe, the seventeenth in three."""


class Palette(NamedTuple):
    """The colours of one mode, light or dark."""

    background: str
    card: str
    ink: str
    soft_ink: str
    border: str
    faint_border: str
    reporting: str
    coordination: str
    dotted: str
    second: str
    plain: str
    error: str
    warning: str
    departments: tuple[str, ...]


LIGHT: Final = Palette(
    background="#ffffff",
    card="#ffffff",
    ink="#1a202c",
    soft_ink="#4a5568",
    border="#8493a8",
    faint_border="#a0aec0",
    reporting="#718096",
    coordination="#c2410c",
    dotted="#6d28d9",
    second="#334155",
    plain="#4a5568",
    error="#b91c1c",
    warning="#a16207",
    departments=("#0044bb", "#aa8800", "#aa1122", "#0099ff", "#550066", "#dd7777", "#8888aa", "#661133"),
)
DARK: Final = Palette(
    background="#12161c",
    card="#1e2530",
    ink="#edf2f7",
    soft_ink="#b6c2d1",
    border="#8493a8",
    faint_border="#5b6778",
    reporting="#7d8ba0",
    coordination="#fb923c",
    dotted="#b39dff",
    second="#cbd5e1",
    plain="#a0aec0",
    error="#f87171",
    warning="#fbbf24",
    departments=("#1188ff", "#eecc33", "#ff4477", "#77eedd", "#ddaaff", "#cc8833", "#aaee88", "#dd55aa"),
)


class Theme(NamedTuple):
    """How a picture looks: a font stack for CSS, two palettes, and the sizes that may change.

    `card_width` is None where the language of the titles decides. `notes` say what is hard to read.
    """

    fonts: str = FONTS
    light: Palette = LIGHT
    dark: Palette = DARK
    card_width: int | None = None
    stripe: int = STRIPE
    notes: tuple[str, ...] = ()


STANDARD: Final = Theme()
