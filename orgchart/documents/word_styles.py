"""Which paragraphs of a Word document are headings: by their style, by the style it builds on, or by their outline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMED = re.compile(r"(?:heading|标题|標題|überschrift|titre)\s*([1-9])", re.IGNORECASE)
TITLES = {"title": 1, "标题": 1, "標題": 1, "subtitle": 2, "副标题": 2, "副標題": 2}
MOST_STEPS = 20


class Styles:
    """The styles of a document; listens to the part that lists them."""

    def __init__(self) -> None:
        self._levels: dict[str, int | None] = {}
        self._based_on: dict[str, str] = {}
        self._open = ""

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        value = attributes.get("val", "")
        if name == "style":
            self._open = attributes.get("styleId", "")
        elif name == "name" and self._open:
            self._levels.setdefault(self._open, _level_of(value))
        elif name == "outlineLvl" and self._open:
            self._levels[self._open] = outline_level(value)
        elif name == "basedOn" and self._open:
            self._based_on[self._open] = value

    def close(self, name: str) -> None:
        """An element ends."""
        if name == "style":
            self._open = ""

    def words(self, words: str) -> None:
        """Styles have no words."""

    def heading(self, style: str, outline: str | None) -> int:
        """The level of a heading in this style with this outline level of its own, or 0 for plain text."""
        if outline is not None:
            return outline_level(outline)
        for _step in range(MOST_STEPS):
            level = self._levels.get(style)
            if level is not None:
                return level
            if style not in self._based_on:
                break
            style = self._based_on[style]
        return 0


def outline_level(value: str) -> int:
    """The level of a heading from 1 for an outline level from 0; 9 and nonsense say plain text."""
    return int(value) + 1 if value in {"0", "1", "2", "3", "4", "5", "6", "7", "8"} else 0


def _level_of(name: str) -> int | None:
    """The level that the name of a style tells, or None where it tells nothing."""
    name = name.strip().lower()
    named = NAMED.fullmatch(name)
    return int(named[1]) if named else TITLES.get(name)
