"""Roles and units of a JSON text whose values are known at once, and whose places when somebody asks.

The scanner that knows every place takes ten times as long as the standard library, and most commands ask for few places
or none. So a sound role or unit is read by the standard library and keeps only where it begins and ends: a `Sheet`.
The first question for a place in it scans these few characters and reads them again, and what was read before learns
from that where it stands. A sheet with anything wrong in it is scanned before it is read, so that what is told of it
does not depend on any of this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.model import Piece
from orgchart.readers.nodes import Fields, Items
from orgchart.source import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.readers.nodes import Node
    from orgchart.source import Source


class Numeral(str):
    """A number in JSON, as it was written."""

    __slots__ = ()


PLAIN = {True: "true", False: "false", None: "null"}


class Manner:
    """How the sheets of a list are scanned and read; `insets` are the mappings inside the one that is being read."""

    def __init__(self, scan: Callable[[Source, int], Fields], read: Callable[[Fields], dict[str, Any]]) -> None:
        self.scan = scan
        self.read = read
        self.insets: list[Inset] = []


class Sheet(Fields):
    """A mapping that is scanned for itself when somebody asks; whatever stands in it is settled with it.

    `given` holds the values that were read from it; None where it must be scanned first.
    """

    __slots__ = ("given", "manner")

    given: dict[str, Any] | None

    def __init__(self, source: Source, start: int, end: int, manner: Manner) -> None:
        self.source = source
        self.start = start
        self.end = end
        self.manner = manner

    def __getattr__(self, name: str) -> Any:
        if name != "entries":
            raise AttributeError(name)
        self.settle()
        return self.entries

    def settle(self) -> None:
        """Scan the mapping, and tell all that was read from it where it stands."""
        scanned = self.manner.scan(self.source, self.start)
        self.entries = scanned.entries
        if self.given is not None:
            _tell_places(self.given, self.manner.read(scanned))


class Inset(Fields):
    """A mapping inside a sheet, settled with it; `raw` is what the standard library made of it, until it is read."""

    __slots__ = ("raw", "sheet")

    def __init__(self, sheet: Sheet, raw: dict[str, Any]) -> None:
        self.sheet = sheet
        self.raw: dict[str, Any] | None = raw
        sheet.manner.insets.append(self)

    def __getattr__(self, name: str) -> Any:
        if name not in _SETTLED:
            raise AttributeError(name)
        if name == "entries" and self.raw is not None:
            return {key: as_node(value, self.sheet) for key, value in self.raw.items()}
        self.sheet.settle()
        return object.__getattribute__(self, name)


_SETTLED = frozenset({"end", "entries", "source", "start"})


def as_node(value: Any, sheet: Sheet) -> Node:
    """A value of a sheet as the scanner would give it, but for its place. It is at most as deep as a file may be."""
    if isinstance(value, dict):
        return Inset(sheet, value)
    if isinstance(value, list):
        items = Items(sheet.source, sheet.start)
        items.items = [as_node(item, sheet) for item in value]
        return items
    quoted = type(value) is str
    words = Words(value if quoted or type(value) is Numeral else PLAIN[value])
    words.plain = not quoted
    words.later = sheet
    return words


def _tell_places(read: dict[str, Any], again: dict[str, Any]) -> None:
    """Tell what was read without places where it stands, from the same read again with them."""
    pairs: list[tuple[Any, Any]] = [(read[key], value) for key, value in again.items()]
    for one, other in pairs:
        if isinstance(one, Words):
            one.source, one.start, one.end, one.plain = other.source, other.start, other.end, other.plain
        elif isinstance(one, Inset):
            one.source, one.start, one.end, one.entries = other.source, other.start, other.end, other.entries
        elif isinstance(one, tuple):
            pairs += zip(one, other, strict=True)
        elif isinstance(one, Piece):
            known = vars(one)
            pairs += [(known[key], value) for key, value in vars(other).items()]
