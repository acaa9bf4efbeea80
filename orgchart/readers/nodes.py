"""A tree of values that know their place, the same for YAML and JSON.

A scalar is `Words`; a mapping is `Fields`; a list is `Items`. Nothing is interpreted yet: a number is still the
characters somebody wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.readers.scalars import is_empty
from orgchart.source import Place, Source, Words

if TYPE_CHECKING:
    from typing import TypeAlias


class Fields:
    """A mapping: keys in the order of the file, each with its value."""

    __slots__ = ("end", "entries", "source", "start")

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start
        self.end = start
        self.entries: dict[Words, Node] = {}

    @property
    def place(self) -> Place:
        """The first line of the mapping, from its first key or its brace."""
        return first_line(self.source, self.start, self.end)

    def place_of(self, key: str) -> Place | None:
        """Where the value of a key stands; the key itself where the value is empty; None without the key."""
        for written, value in self.entries.items():
            if written == key:
                return value.place if isinstance(value, (Fields, Items)) or value.end > value.start else written.place
        return None

    def says(self, key: str) -> bool:
        """Whether a key is written with a value that is not empty."""
        value = next((value for written, value in self.entries.items() if written == key), None)
        if isinstance(value, Items):
            return bool(value.items)
        return value is not None and not (isinstance(value, Words) and is_empty(value))


class Items:
    """A list: its values in the order of the file."""

    __slots__ = ("end", "items", "source", "start")

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.start = start
        self.end = start
        self.items: list[Node] = []

    @property
    def place(self) -> Place:
        """The first line of the list, from its first item or its bracket."""
        return first_line(self.source, self.start, self.end)


Node: TypeAlias = "Words | Fields | Items"


def first_line(source: Source, start: int, end: int) -> Place:
    """The part of a stretch that stands on its first line, without blanks at the end."""
    line, _column = source.position(start)
    written = source.text[start : min(end, source.end_of_line(line))].rstrip()
    return Place(source, start, start + max(len(written), 1))


class UnreadableError(Exception):
    """A text breaks at a place: what is wrong, where, and what to do."""

    def __init__(self, message: str, place: Place, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.hint = hint


MAX_DEPTH = 64
MAX_NODES = 1_000_000
MAX_BYTES = 64 * 1024 * 1024


def cannot_be_opened(path: str, reason: str) -> UnreadableError:
    """The file is there, and may not be opened."""
    return UnreadableError(f"cannot be opened: {reason}", Place(Source(path, ""), 0, 0), "check its permissions")


def too_large(path: str) -> UnreadableError:
    """The file is larger than any organization written by people."""
    return UnreadableError(
        f"is larger than {MAX_BYTES // 1024 // 1024} MB",
        Place(Source(path, ""), 0, 0),
        "split the organization into a file per department that write the same id",
    )


def too_deep(place: Place) -> UnreadableError:
    """The file is nested deeper than anybody reads."""
    return UnreadableError(f"nested deeper than {MAX_DEPTH} levels", place, "write it flatter")


def too_many(place: Place) -> UnreadableError:
    """The file stands for more values than a computer should be asked to hold."""
    return UnreadableError(
        f"stands for more than {MAX_NODES:,} values",
        place,
        "split the organization into a file per department that write the same id; use no aliases (*name)",
    )


def key_twice(key: Words, first: Words) -> UnreadableError:
    """A key stands twice in one mapping, and only one of its values could count."""
    line = first.place.line
    return UnreadableError(f"the key {key} stands here twice, first in line {line}", key.place, "keep one of them")
