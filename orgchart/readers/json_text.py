"""JSON text → a tree of values that know their place.

The standard library's reader forgets where things stand and keeps the last of two equal keys; a YAML reader stumbles
over tabs and surrogate pairs. So this is a scanner of our own: one regular expression for tokens, one stack, no
recursion, and a time that grows with the length of the text.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from orgchart.pausing import paused_collector
from orgchart.readers.cutting import TABLES, Cutter, can_be_cut
from orgchart.readers.nodes import MAX_DEPTH, MAX_NODES, Fields, Items, UnreadableError, key_twice, too_deep, too_many
from orgchart.source import Place, Words

if TYPE_CHECKING:
    from orgchart.readers.nodes import Node
    from orgchart.source import Source

TOKEN = re.compile(
    r"[ \t\n\r]*(?:"
    r'(?P<string>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")'
    r"|(?P<mark>[{}\[\],:])"
    r"|(?P<word>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?(?![0-9A-Za-z.])|(?:true|false|null)(?![0-9A-Za-z]))"
    r"|(?P<end>\Z))"
)
UNCLOSED = r'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*'
BLANK = re.compile(r"[ \t\n\r]*")


@paused_collector()
def parse_json(source: Source, *, sheets: bool = False) -> Node | None:
    """The value of a JSON text, or None where the text is empty.

    With `sheets`, sound roles and units are scanned only when somebody asks for a place in them. Raises
    `UnreadableError` at the first place where the text breaks.
    """
    return _scan(source, 0, Cutter(source, _scan_one) if sheets and can_be_cut(source.text) else None)


def _scan_one(source: Source, start: int) -> Fields:
    """The one mapping that begins at an offset, which is known to be sound."""
    scanned = _scan(source, start, None, whole=False)
    if not isinstance(scanned, Fields):
        raise TypeError("only a mapping is scanned by itself")
    return scanned


def _scan(  # noqa: C901, PLR0912, PLR0915 - a call per token would double the time
    source: Source, position: int, cutter: Cutter | None, *, whole: bool = True
) -> Node | None:
    text = source.text
    match = TOKEN.match
    root: Node | None = None
    stack: list[tuple[Fields | Items | None, Words | None]] = []
    container: Fields | Items | None = None
    key: Words | None = None
    wants = "value"  # value, key, colon, comma, end; "first …" where the container may also close at once
    nodes = 0
    while True:
        token = match(text, position)
        if token is None:
            _unexpected(source, position, wants)
        kind = token.lastgroup
        opened: Fields | Items | None = None
        start, position = token.span(kind)  # type: ignore[arg-type]
        if kind == "end":
            if stack or (wants == "value" and nodes):
                _unexpected(source, start, wants)
            return root
        if kind == "mark":
            mark = text[start]
            if mark == "," and wants == "comma":
                wants = "key" if type(container) is Fields else "value"
                continue
            if mark == ":" and wants == "colon":
                wants = "value"
                continue
            if mark in "}]":
                expected = "}" if isinstance(container, Fields) else "]"
                if container is None or mark != expected or wants not in {"comma", "first key", "first value"}:
                    _unexpected(source, start, wants)
                container.end = position
                container, key = stack.pop()
                wants = "comma" if stack else "end"
                if not (stack or whole):
                    return root
                continue
            if mark not in "{[" or wants not in {"value", "first value"}:
                _unexpected(source, start, wants)
            if cutter is not None and mark == "{" and type(container) is Items and key in TABLES:
                position = cutter.cut(key, start, container, len(stack))
                if position > start:
                    wants = "comma"
                    continue
                position = start + 1
            opened = Fields(source, start) if mark == "{" else Items(source, start)
            value: Node = opened
        else:
            value = Words(_string(source, start, position) if kind == "string" else text[start:position])
            value.source = source
            value.start = start
            value.end = position
            value.plain = kind == "word"
            if wants in {"key", "first key"}:
                if kind != "string":
                    _unexpected(source, start, wants)
                key = value
                if key in container.entries:  # type: ignore[union-attr]
                    raise key_twice(key, next(first for first in container.entries if first == key))  # type: ignore[union-attr]
                wants = "colon"
                continue
            if wants not in {"value", "first value"}:
                _unexpected(source, start, wants)
        if isinstance(container, Fields):
            container.entries[key] = value  # type: ignore[index]
        elif container is None:
            root = value
        else:
            container.items.append(value)
        nodes += 1
        if nodes > MAX_NODES:
            raise too_many(Place(source, start, position))
        if opened is not None:
            if len(stack) >= MAX_DEPTH:
                raise too_deep(Place(source, start, position))
            stack.append((container, key))
            container = opened
            wants = "first key" if text[start] == "{" else "first value"
        else:
            wants = "comma" if stack else "end"


def _string(source: Source, start: int, end: int) -> str:
    inside = source.text[start + 1 : end - 1]
    if "\\" not in inside:
        return inside
    try:
        decoded: str = json.loads(source.text[start:end])
    except ValueError as error:
        raise UnreadableError(
            "an escape that JSON does not have", Place(source, start, end), "a backslash itself is written as \\\\"
        ) from error
    if any("\ud800" <= letter <= "\udfff" for letter in decoded):
        raise UnreadableError(
            "half of a surrogate pair is no character",
            Place(source, start, end),
            "write the character itself, or both halves of its pair",
        )
    return decoded


def _unexpected(source: Source, position: int, wants: str) -> NoReturn:
    blank = BLANK.match(source.text, position)
    start = blank.end() if blank else position
    found = source.text[start : start + 1]
    if found == '"' and wants.endswith(("key", "value")):
        _broken_string(source, start)
    what = {"colon": "a colon", "comma": "a comma or the closing bracket", "end": "the end of the file"}
    expected = what.get(wants, "a key in double quotes" if wants.endswith("key") else "a value")
    problem = f"expected {expected}, found {found!r}" if found else f"the text ends, and {expected} is missing"
    hint = _WAYS_OUT["key" if wants.endswith("key") else "value" if wants.endswith("value") else wants]
    raise UnreadableError(problem, Place(source, start, start + 1), hint)


def _broken_string(source: Source, start: int) -> NoReturn:
    """Refuse a string that is not closed, or holds a character that must be escaped."""
    good = re.compile(UNCLOSED).match(source.text, start)
    end = good.end() if good else start
    letter = source.text[end : end + 1]
    if letter and letter not in "\\\r\n":
        raise UnreadableError(
            f"the character U+{ord(letter):04X} may not stand in a string",
            Place(source, end, end + 1),
            f"write it as \\u{ord(letter):04x}",
        )
    raise UnreadableError(
        "a string is opened here and not closed on its line",
        Place(source, start, start + 1),
        "close it with a double quote; a line break in it is written as \\n",
    )


_WAYS_OUT = {
    "key": 'write "key": value, without a comma after the last pair',
    "value": "a value is text in double quotes, a number, true, false, null, a list or a mapping",
    "colon": 'write "key": value',
    "comma": "close [ with ] and { with }, with a comma between the items",
    "end": "one file holds one value; several organizations stand in a list under organizations",
}
