"""What a reader may ask of a picture: a sheet for each card, and the relations between them. Words and numbers only."""

from __future__ import annotations

from typing import TypeAlias

from orgchart.record import NamedTuple
from orgchart.rendering.scene import NOBODY

Items: TypeAlias = "tuple[str | tuple[str, tuple[str, ...]], ...]"
"""A list of phrases; a pair is a heading with the phrases under it."""


class Sheet(NamedTuple):
    """What is known about the role or the party of one card.

    `key` is the role's id, or the party's name, and `above` the place of the sheet it hangs under on the picture
    (`NOBODY` at the tops). `superiors` are places of sheets, or titles of roles that are not on the picture; the
    primary one first. `span` counts direct reports and all roles below, drawn or not. `names` are further names to be
    found by, `facts` pairs of a label and one or several phrases. A `ghost` shows where somebody was, and `now` is the
    place of the sheet of the same role today, if there is one.
    """

    key: str
    title: str
    party: bool = False
    above: int = NOBODY
    superiors: tuple[int | str, ...] = ()
    unit: str = ""
    holders: str = ""
    span: tuple[int, int] | None = None
    names: tuple[str, ...] = ()
    facts: tuple[tuple[str, str | Items], ...] = ()
    ghost: bool = False
    now: int = NOBODY


class Bond(NamedTuple):
    """A numbered relation; its ends are places of sheets, or the names of framed departments."""

    number: int
    kind: str
    ends: tuple[int | str, int | str]
    about: str = ""


class Facts(NamedTuple):
    """All sheets of a picture, in the order of the files, and what helps to find one by its name.

    `initials` maps a Chinese character to the first letters of its readings, `variants` a traditional character to
    the simplified one, both only for characters that the names have.
    """

    title: str
    description: str
    language: str
    sheets: tuple[Sheet, ...]
    bonds: tuple[Bond, ...] = ()
    initials: tuple[tuple[str, str], ...] = ()
    variants: tuple[tuple[str, str], ...] = ()
