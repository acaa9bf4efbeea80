"""JSON text → sheets: the roles and units of a list, cut out of the text by the standard library."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn

from orgchart.readers.fields import ROLE, UNIT
from orgchart.readers.nodes import MAX_DEPTH, MAX_NODES
from orgchart.readers.sheets import Manner, Numeral, Sheet
from orgchart.readers.tables import DoubtError, read_raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.readers.nodes import Fields, Items
    from orgchart.source import Source

TABLES = {"roles": ROLE, "units": UNIT}
"""The keys whose lists are cut, and what their mappings are read by."""
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
        self._manners = {key: Manner(scan, table.read) for key, table in TABLES.items()}
        self._decode = json.JSONDecoder(
            object_pairs_hook=_each_key_once, parse_int=Numeral, parse_float=Numeral, parse_constant=_refuse
        ).raw_decode
        halves = re.compile(HALF)
        self._halves = halves if halves.search(source.text) else None

    def cut(self, key: str, start: int, items: Items, depth: int) -> int:
        """Cut as many mappings of a key's list as follow each other; the offset behind the last one, or `start`."""
        source, decode, text = self._source, self._decode, self._source.text
        manner, table = self._manners[key], TABLES[key]
        insets = manner.insets
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
            sheet = Sheet(source, start, end, manner)
            try:
                sheet.given = read_raw(sheet, raw, table, sheet)
            except DoubtError:
                sheet.given = None
            if insets:
                for inset in insets:
                    inset.raw = None
                insets.clear()
            items.items.append(sheet)
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
