"""Where the keys and values of a TOML text stand, for whoever has to tell what is wrong with one of them.

The parser of the standard library says what a text means and not where. This scanner goes over a text that parser has
accepted, and is only needed when something is wrong.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from orgchart.source import Place

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from orgchart.source import Source

Path: TypeAlias = "tuple[str | int, ...]"
Stretch: TypeAlias = "tuple[int, int]"

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""")
_DOT = re.compile(r"[ \t]*(\.?)[ \t]*")
_VALUE = re.compile(
    r'''"""(?:\\.|[^\\"]|"{1,2}(?!"))*"{3,5}'''
    r"""|\'{3}(?:[^']|'{1,2}(?!'))*'{3,5}"""
    r'''|"(?:\\.|[^"\\\n])*"'''
    r"""|'[^'\n]*'"""
    r"""|[^\s,\]}#]+(?:[ ][0-9][^\s,\]}#]*)?""",
    re.DOTALL,
)


class _Open(NamedTuple):
    """A list or an inline table whose end is not reached yet."""

    path: Path
    start: int
    is_list: bool


class TomlPlaces:
    """The places of a text that `tomllib` accepts; a path goes through keys of tables and numbers of items."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._keys: dict[Path, Stretch] = {}
        self._values: dict[Path, Stretch] = {}
        self._items: dict[Path, int] = {}
        self._read()

    def key(self, path: Path) -> Place:
        """Where the last key of a path is written; of what has no key, the nearest key around it."""
        while path and path not in self._keys:
            path = path[:-1]
        return Place(self._source, *self._keys.get(path, (0, 0)))

    def value(self, path: Path) -> Place:
        """Where a value stands; a table with a heading of its own stands there."""
        found = self._values.get(path)
        return Place(self._source, *found) if found else self.key(path)

    def _read(self) -> None:
        table: Path = ()
        at = self._skip(0)
        while at < len(self._text):
            if self._text[at] == "[":
                twice = self._text.startswith("[[", at)
                at, table = self._keys_from(self._blanks(at + 1 + twice), ())
                at = self._blanks(at) + 1 + twice
                if twice:
                    number = self._items[table] = self._items.get(table, -1) + 1
                    table = (*table, number)
            else:
                at, path = self._keys_from(at, table)
                at = self._value(at + 1, path)
            at = self._skip(at)

    def _skip(self, at: int) -> int:
        """The next place that is neither blank nor a comment."""
        blank = _BLANK.match(self._text, at)
        return blank.end() if blank else at

    def _blanks(self, at: int) -> int:
        while self._text[at] in " \t":
            at += 1
        return at

    def _keys_from(self, at: int, path: Path) -> tuple[int, Path]:
        """Go over a key and its dots; where it ends, and the path it leads to."""
        while key := _KEY.match(self._text, at):
            path = (*path, _meaning(key[0]))
            self._keys.setdefault(path, key.span())
            dot = _DOT.match(self._text, key.end())
            at = dot.end() if dot else key.end()
            if not (dot and dot[1]):
                break
            if path in self._items:
                path = (*path, self._items[path])
        return at, path

    def _value(self, at: int, path: Path) -> int:
        """Go over one value with all that is in it; where it ends."""
        around: list[_Open] = []
        counts: list[int] = []
        while True:
            at = self._skip(at)
            if self._text[at] in "[{":
                around.append(_Open(path, at, self._text[at] == "["))
                counts.append(0)
                at += 1
            elif scalar := _VALUE.match(self._text, at):
                self._values[path] = scalar.span()
                at = scalar.end()
            while around:
                at = self._skip(at)
                if self._text[at] == ",":
                    at = self._skip(at + 1)
                if self._text[at] in "]}":
                    done = around.pop()
                    counts.pop()
                    at += 1
                    self._values[done.path] = (done.start, at)
                    continue
                if around[-1].is_list:
                    path = (*around[-1].path, counts[-1])
                    counts[-1] += 1
                else:
                    at, path = self._keys_from(at, around[-1].path)
                    at += 1
                break
            else:
                return at


def _meaning(key: str) -> str:
    """The name that a key stands for, without its quotation marks."""
    if key[0] not in "\"'":
        return key
    (name,) = tomllib.loads(f"{key} = 0")
    return str(name)
