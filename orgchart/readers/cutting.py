"""JSON text → sheets: the roles and units of a list, cut out of the text by the standard library."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from orgchart.readers.nodes import MAX_DEPTH, MAX_NODES
from orgchart.readers.sheets import Numeral, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.readers.nodes import Fields, Items
    from orgchart.source import Source

CUT = frozenset({"roles", "units"})
"""The keys whose lists are cut."""
FOLLOWING = re.compile(r"[ \t\n\r]*,[ \t\n\r]*(?={)")
HALF = r"\\u[dD][89a-fA-F]"


def can_be_cut(text: str) -> bool:
    """Whether no count of what is in the text could refuse it, and no character in it is half of one."""
    if text.count(",") + text.count("[") + text.count("{") >= MAX_NODES:
        return False
    if "\\" not in text or text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class Cutter:
    """Cuts sound mappings out of the lists of one text.

    What the standard library would read otherwise than the scanner is left to the scanner: a key twice, a number that
    JSON does not have, half of a surrogate pair, a mapping that may be too deep.
    """

    def __init__(self, source: Source, scan: Callable[[Source, int], Fields]) -> None:
        self._source = source
        self._scan = scan
        self._decode = json.JSONDecoder(
            object_pairs_hook=_each_key_once, parse_int=Numeral, parse_float=Numeral, parse_constant=_refuse
        ).raw_decode
        halves = re.compile(HALF)
        self._halves = halves if halves.search(source.text) else None

    def cut(self, start: int, items: Items, depth: int) -> int:
        """Cut as many mappings as follow each other; the offset behind the last one, or `start`."""
        source, decode, scan, text = self._source, self._decode, self._scan, self._source.text
        following_in = FOLLOWING.match
        deepest = MAX_DEPTH - depth
        done = start
        while True:
            try:
                raw, end = decode(text, start)
            except (ValueError, RecursionError):
                return done
            if end - start > deepest and text.count("[", start, end) + text.count("{", start, end) > deepest:
                return done
            if self._halves and self._halves.search(text, start, end):
                return done
            items.items.append(Sheet(source, start, end, raw, scan))
            done = end
            following = following_in(text, end)
            if following is None:
                return done
            start = following.end()


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key stands twice")
    return made


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")
