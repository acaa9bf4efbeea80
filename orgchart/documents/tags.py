"""HTML → tags and words, each with the line it stands on.

A scanner of its own, since the one of the standard library takes time that grows with the square of a page that never
closes what it opens.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from orgchart.documents.lines import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = re.compile(r"[A-Za-z][^\s/>]*")
ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
SPECIAL = re.compile(r"""["'>]""")
PIECES = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noframes"})


class Words(NamedTuple):
    """Words between tags, and the line they begin on."""

    words: str
    line: int


class Tag(NamedTuple):
    """A tag: its name, whether it closes, and what is written in it."""

    name: str
    closes: bool
    attributes: Mapping[str, str]
    line: int


def scan(text: str) -> Iterator[Words | Tag]:
    """The tags and words of a page, in order; comments and declarations are left out."""
    yield from _Scanner(text)


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._counted = 0
        self._line = 1
        self._missing: set[str] = set()

    def __iter__(self) -> Iterator[Words | Tag]:
        text, at = self._text, 0
        while at < len(text):
            opening = self._find("<", at)
            if opening < 0:
                opening = len(text)
            if opening > at:
                yield from self._words(at, opening)
            if opening == len(text):
                return
            at, tag = self._markup(opening)
            if tag is None:
                continue
            yield tag
            if tag.name in RAW and not tag.closes:
                at = self._after_raw(tag.name, at)

    def _words(self, start: int, end: int) -> Iterator[Words]:
        """The words of a stretch, a piece a line, so that each knows its own."""
        for piece in PIECES.split(self._text[start:end]):
            line = self._line_at(start)
            start += len(piece)
            if piece:
                yield Words(unescape(piece), line)

    def _markup(self, at: int) -> tuple[int, Tag | None]:
        """What stands behind a `<`: where it ends, and the tag if it is one."""
        text = self._text
        if text.startswith("<!--", at):
            return self._after("-->", at + 4), None
        if text.startswith("<![CDATA[", at):
            return self._after("]]>", at + 9), None
        if text.startswith(("<!", "<?"), at):
            return self._after(">", at + 2), None
        closes = text.startswith("</", at)
        name = NAME.match(text, at + 1 + closes)
        if not name:
            return (self._after(">", at), None) if closes else (at + 1, Tag("<", False, {}, self._line_at(at)))
        end = self._end_of_tag(name.end())
        attributes = {} if closes else _attributes(text[name.end() : end])
        return end + 1, Tag(name[0].lower(), closes, attributes, self._line_at(at))

    def _end_of_tag(self, at: int) -> int:
        """Where the `>` of a tag stands, which a `>` in quotes is not."""
        text = self._text
        while True:
            special = SPECIAL.search(text, at)
            if special is None or special[0] == ">":
                return special.start() if special else len(text)
            end = special.start()
            closing = self._find(text[end], end + 1) if self._is_value(end) else end
            at = max(closing, end) + 1

    def _is_value(self, at: int) -> bool:
        """Whether a quote follows an equals sign; elsewhere it is a slip of the pen."""
        at -= 1
        while self._text[at].isspace():
            at -= 1
        return self._text[at] == "="

    def _after(self, mark: str, at: int) -> int:
        found = self._find(mark, at)
        return len(self._text) if found < 0 else found + len(mark)

    def _after_raw(self, name: str, at: int) -> int:
        """Behind the words of a script and its like, at the tag that closes it."""
        if name in self._missing:
            return len(self._text)
        closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._text, at)
        if closing is None:
            self._missing.add(name)
            return len(self._text)
        return closing.start()

    def _find(self, mark: str, at: int) -> int:
        """Like `str.find`, but what is once known to come no more is not looked for again."""
        if mark in self._missing:
            return -1
        found = self._text.find(mark, at)
        if found < 0:
            self._missing.add(mark)
        return found

    def _line_at(self, at: int) -> int:
        if at > self._counted:
            self._line += len(LINE_END.findall(self._text, self._counted, at))
            self._counted = at
        return self._line


def _attributes(words: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(words):
        value = next((part for part in match.groups()[1:] if part is not None), "")
        found.setdefault(match[1].lower(), unescape(value))
    return found
