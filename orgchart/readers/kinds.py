"""The kinds of value a key may have: how each is read, and how the JSON Schema says it.

Reading never stops: a value of the wrong kind is a finding and counts as not written, so that the rest of the file is
still checked. `None` stands for "says nothing": an empty value is an absent key.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from orgchart.readers.nodes import Fields, Items
from orgchart.readers.scalars import COULD_BE_A_NUMBER, INTEGER, TRUTH, is_empty, is_number, is_truth
from orgchart.record import Record
from orgchart.source import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.readers.draft import Draft
    from orgchart.readers.nodes import Node

Schema = dict[str, Any]
DIGITS_OF_A_FLOAT = 16


class Kind(Record):
    """A kind of value: `read(node, key, draft)` gives the value or None; `schema` says the same to editors.

    Where any text in quotes will do, `words` makes the value of it, or of each in a list if `many`.
    """

    read: Callable[[Node, str, Draft], Any]
    schema: Schema
    words: Callable[[Words], Any] | None = None
    many: bool = False


def itself(words: Words) -> Words:
    """Words as they are."""
    return words


def nearest(word: str, choices: list[str]) -> str | None:
    """The choice most like a misspelt word, or None."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    found = get_close_matches(word.lower(), choices, n=1, cutoff=0.6)
    return found[0] if found else None


def _read_name(node: Node, key: str, draft: Draft) -> Words | None:
    if type(node) is Words:
        if node.plain:
            if node[:1] in COULD_BE_A_NUMBER and is_number(node):
                draft.wrong_type(node, key, "a name")
                return None
            if node in TRUTH:
                draft.wrong_type(node, key, "a name")
                return None
        return None if is_empty(node) else node
    draft.wrong_type(node, key, "one name")
    return None


def _read_title(node: Node, key: str, draft: Draft) -> Words | None:
    """Like a name; an unquoted number stays the title, so that it is one finding and not many."""
    name = _read_name(node, key, draft)
    return node if name is None and isinstance(node, Words) and not is_empty(node) else name


def _read_text(node: Node, key: str, draft: Draft) -> Words | None:
    if type(node) is Words:
        return None if is_empty(node) else node
    draft.wrong_type(node, key, "a text")
    return None


def _read_flag(node: Node, key: str, draft: Draft) -> bool | None:
    if isinstance(node, Words):
        if is_empty(node):
            return None
        if is_truth(node):
            return TRUTH[node]
    draft.wrong_type(node, key, "true or false", "write true or false, without quotes")
    return None


def _read_count(node: Node, key: str, draft: Draft) -> int | None:
    if isinstance(node, Words):
        if is_empty(node):
            return None
        if node.plain and re.fullmatch(INTEGER, node) and not node.startswith("-") and len(node) < 16:  # noqa: PLR2004
            return int(node)
    draft.wrong_type(node, key, "a whole number", "write digits only, without quotes: 3")
    return None


def pattern(expected: str, expression: str, hint: str, types: tuple[str, ...] = ("string",)) -> Kind:
    """Text that must match an expression throughout, such as a date; an unquoted number is text here."""

    def read(node: Node, key: str, draft: Draft) -> Words | None:
        if isinstance(node, Words):
            if is_empty(node):
                return None
            if re.fullmatch(expression, node) and not is_truth(node):
                return node
        draft.wrong_type(node, key, expected, hint)
        return None

    return Kind(read=read, schema={"type": list(types), "pattern": f"^(?:{expression})$"})


def choice(*values: str) -> Kind:
    """One of a few words."""
    expected = f"{', '.join(values[:-1])} or {values[-1]}"

    def read(node: Node, key: str, draft: Draft) -> Words | None:
        if isinstance(node, Words):
            if is_empty(node):
                return None
            if node in values:
                return node
            near = nearest(node, list(values))
            draft.wrong_type(node, key, expected, f"did you mean {near}?" if near else "")
            return None
        draft.wrong_type(node, key, expected)
        return None

    return Kind(read=read, schema={"enum": list(values)})


def listed(kind: Kind, expected: str, *, alone: bool = True) -> Kind:
    """A list of values; one value may stand for a list of one if `alone`; an empty list stays one."""
    read_one = kind.read

    def read(node: Node, key: str, draft: Draft) -> tuple[Any, ...] | None:
        if type(node) is Items:
            values = []
            for item in node.items:
                if type(item) is Words and is_empty(item):
                    draft.wrong_type(item, key, expected, "delete the empty item")
                    continue
                value = read_one(item, key, draft)
                if value is not None:
                    values.append(value)
            return tuple(values)
        if isinstance(node, Fields) and not alone:
            draft.wrong_type(node, key, "a list", "begin each item with `- `")
            return None
        value = read_one(node, key, draft)
        return None if value is None else (value,)

    many = {"type": "array", "items": kind.schema}
    schema = {"anyOf": [kind.schema, many]} if alone else many
    return Kind(read=read, schema=schema, words=kind.words if alone else None, many=True)


def either(short: Kind, long: Kind, make: Callable[[Words], Any], expected: str) -> Kind:
    """A mapping, or a short form in words that `make` turns into the same piece."""

    def read(node: Node, key: str, draft: Draft) -> Any:
        if isinstance(node, Words):
            words = short.read(node, key, draft)
            return None if words is None else make(words)
        if isinstance(node, Fields):
            return long.read(node, key, draft)
        draft.wrong_type(node, key, expected)
        return None

    return Kind(read=read, schema={"anyOf": [short.schema, long.schema]}, words=make if short.words else None)


def _read_plain(node: Node, _key: str, _draft: Draft) -> Any:
    return plain_data(node)


def plain_data(node: Node) -> Any:
    """A tree as plain lists, dictionaries and strings; a number is one where JSON can say it as written.

    The tree is at most as deep as a file may be nested.
    """
    if isinstance(node, Words):
        if node.plain:
            if is_empty(node):
                return None
            if node in TRUTH:
                return TRUTH[node]
            if is_number(node):
                return _number(node)
        return str(node)
    if isinstance(node, Items):
        return [plain_data(item) for item in node.items]
    return {str(key): plain_data(value) for key, value in node.entries.items()}


def _number(words: Words) -> int | float | str:
    """A number as JSON can say it; one that would lose a digit, such as 007, stays text."""
    if re.fullmatch(r"-?(0|[1-9][0-9]{0,300})", words):
        return int(words)
    if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?", words) and len(words) < DIGITS_OF_A_FLOAT:
        return float(words)
    return str(words)


def _read_mapping(node: Node, key: str, draft: Draft) -> Any:
    if isinstance(node, Fields):
        return plain_data(node)
    if not (isinstance(node, Words) and is_empty(node)):
        draft.wrong_type(node, key, "a mapping, such as education: 本科")
    return None


TITLE = Kind(read=_read_title, schema={"type": "string", "minLength": 1}, words=itself)
NAME = Kind(read=_read_name, schema={"type": "string", "minLength": 1}, words=itself)
TEXT = Kind(read=_read_text, schema={"type": ["string", "number", "boolean"]}, words=itself)
IDENT = Kind(read=_read_text, schema={"type": ["string", "number", "boolean"]}, words=itself)
FLAG = Kind(read=_read_flag, schema={"type": "boolean"})
COUNT = Kind(read=_read_count, schema={"type": "integer", "minimum": 0})
NAMES = listed(NAME, "a name")
TEXTS = listed(TEXT, "a text")
PLAIN = Kind(read=_read_plain, schema={})
MAPPING = Kind(read=_read_mapping, schema={"type": "object"})
DATE = pattern("a date", r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", "write it as 2012-12-08", ("string", "integer"))
COLOUR = pattern("a colour", r"#(?:[0-9a-fA-F]{3}){1,2}", 'write it as "#0044bb"')
CODE = pattern("the code of a rule", r"ORG[1-9][0-9]{2}", "write a code such as ORG304; `orgchart rules` lists them")
