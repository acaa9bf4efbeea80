"""Where something is written: a source, a place in it, and words that know their place.

Offsets count characters of `Source.text` from 0, the only frame of reference in the house. Lines and columns begin
at 1 and count characters (code points); they are worked out when somebody asks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from typing import Any

LINE_END = r"\r\n|\r|\n"


class Source:
    """One text that was read: the path as the user wrote it, and its characters."""

    __slots__ = ("_line_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._line_starts: list[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters)"

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins; a line ends at CR LF, CR or LF."""
        if self._line_starts is None:
            if "\r" in self.text:
                self._line_starts = [0, *(end.end() for end in re.finditer(LINE_END, self.text))]
            else:
                lines = self.text.split("\n")[:-1]
                self._line_starts = [*accumulate((len(line) + 1 for line in lines), initial=0)]
        return self._line_starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The words of one line, numbered from 1, without its line end."""
        return self.text[self.line_starts[number - 1] : self.end_of_line(number)].rstrip("\r\n")

    def end_of_line(self, number: int) -> int:
        """The offset behind a line, numbered from 1, and behind its line end."""
        return self.line_starts[number] if number < len(self.line_starts) else len(self.text)


class Place(NamedTuple):
    """A stretch of a source, from offset `start` up to and without `end`."""

    source: Source
    start: int
    end: int

    @property
    def path(self) -> str:
        """The path of the source."""
        return self.source.path

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.source.position(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the first character, from 1."""
        return self.source.position(self.start)[1]

    @property
    def end_line(self) -> int:
        """The line of the end, from 1."""
        return self.source.position(self.end)[0]

    @property
    def end_column(self) -> int:
        """The column after the last character, from 1."""
        return self.source.position(self.end)[1]

    def __str__(self) -> str:
        line, column = self.source.position(self.start)
        return f"{self.source.path}:{line}:{column}"


class Unsettled(Protocol):
    """A stretch of a source whose words do not yet know where they stand."""

    def settle(self) -> None:
        """Work out the places of all its words."""


class Words(str):
    """Words that know where they were written; everywhere else they are a plain string.

    `plain` is true where the file had them without quotes, so that `3` and `"3"` can be told apart. A reader in a hurry
    may give words only a stretch of the source, `later`: it is settled when somebody first asks for a place in it.
    """

    __slots__ = ("end", "later", "plain", "source", "start")

    source: Source
    start: int
    end: int
    plain: bool
    later: Unsettled

    @classmethod
    def at(cls, text: str, source: Source, start: int, end: int, *, plain: bool = False) -> Words:
        """Words with the place they were written at."""
        words = cls(text)
        words.source = source
        words.start = start
        words.end = end
        words.plain = plain
        return words

    def __getattr__(self, name: str) -> Any:
        if name not in _SETTLED:
            raise AttributeError(name)
        self.later.settle()
        return object.__getattribute__(self, name)

    @property
    def place(self) -> Place:
        """Where the words stand."""
        return Place(self.source, self.start, self.end)

    def __reduce__(self) -> tuple[Any, ...]:
        return (str, (str(self),))


_SETTLED = frozenset({"end", "plain", "source", "start"})


def place_of(words: str) -> Place | None:
    """Where words stand, or None for a string that was never read from a file."""
    return words.place if isinstance(words, Words) else None
