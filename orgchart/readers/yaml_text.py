"""YAML text → a tree of values that know their place.

The parser is libyaml's, through PyYAML's stream of events: many times faster than its composer of nodes. The tree is
built here on a stack of our own, so nothing recurses, and what an organization has no use for (tags, a second
document, deep nesting, an expansion of aliases without end) is refused while it is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from orgchart.pausing import paused_collector
from orgchart.readers.nodes import MAX_DEPTH, MAX_NODES, Fields, Items, UnreadableError, key_twice, too_deep, too_many
from orgchart.source import Place, Words

if TYPE_CHECKING:
    from orgchart.readers.nodes import Node
    from orgchart.source import Source

CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@paused_collector()
def parse_yaml(source: Source) -> Node | None:
    """The one document of a YAML text, or None where there is none.

    Raises `UnreadableError` at the first place where the text breaks.
    """
    try:
        return _compose(source)
    except yaml.MarkedYAMLError as error:
        raise _broken(source, error) from error
    except yaml.reader.ReaderError as error:
        raise _bad_character(source, error) from error


def _compose(source: Source) -> Node | None:  # noqa: C901, PLR0912, PLR0915 - a call per value would double the time
    next_event = Loader(source.text).get_event
    root: Node | None = None
    stack: list[tuple[Fields | Items | None, Words | None]] = []
    container: Fields | Items | None = None
    key: Words | None = None
    anchors: dict[str, _Anchor] = {}
    open_anchors: dict[int, _Anchor] = {}
    nodes = 0
    while True:
        event = next_event()
        kind = type(event)
        value: Node
        opened: Fields | Items | None = None
        if kind is ScalarEvent:
            value = Words(event.value)
            value.source = source
            value.start = event.start_mark.index
            value.end = event.end_mark.index
            value.plain = event.implicit[0]
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            start = event.start_mark.index
            opened = Fields(source, start) if kind is MappingStartEvent else Items(source, start)
            value = opened
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            assert container is not None  # noqa: S101 - the parser closes only what it opened
            container.end = event.end_mark.index
            if open_anchors:
                _close(open_anchors, container, nodes)
            container, key = stack.pop()
            continue
        elif kind is AliasEvent:
            value, size = _follow(source, anchors, event)
            nodes += size - 1
            if isinstance(value, Words):  # the same words, written here
                start = event.start_mark.index
                value = Words.at(str(value), source, start, event.end_mark.index, plain=value.plain)
        elif kind is StreamEndEvent:
            return root
        else:
            if kind is DocumentStartEvent and root is not None:
                raise UnreadableError(
                    "a second document begins here", _at(source, event), "one file holds one organization: split it"
                )
            continue
        if kind is not AliasEvent and (event.tag is not None or event.anchor is not None):
            anchor = _note_properties(source, event, value, anchors, nodes)
            if opened is not None:
                open_anchors[id(opened)] = anchor
        if isinstance(container, Fields):
            if key is None:
                key = _as_key(source, value, event)
                if key in container.entries:
                    raise key_twice(key, next(first for first in container.entries if first == key))
                continue
            container.entries[key] = value
            key = None
        elif container is None:
            root = value
        else:
            container.items.append(value)
        nodes += 1
        if nodes > MAX_NODES:
            raise too_many(_at(source, event))
        if opened is not None:
            if len(stack) >= MAX_DEPTH:
                raise too_deep(_at(source, event))
            stack.append((container, key))
            container, key = opened, None


class _Anchor:
    """A value that aliases may repeat, and how many values it stands for once it is complete."""

    __slots__ = ("before", "size", "value")

    def __init__(self, value: Node, before: int, size: int) -> None:
        self.value = value
        self.before = before
        self.size = size


def _note_properties(source: Source, event: Any, value: Node, anchors: dict[str, _Anchor], nodes: int) -> _Anchor:
    if event.tag is not None:
        raise UnreadableError(
            f"the tag {event.tag} has no meaning here", _at(source, event), "write the plain value, without a tag"
        )
    anchor = anchors[event.anchor] = _Anchor(value, nodes, 1 if isinstance(value, Words) else 0)
    return anchor


def _close(open_anchors: dict[int, _Anchor], container: Fields | Items, nodes: int) -> None:
    anchor = open_anchors.pop(id(container), None)
    if anchor is not None:
        anchor.size = nodes - anchor.before


def _follow(source: Source, anchors: dict[str, _Anchor], event: Any) -> tuple[Node, int]:
    anchor = anchors.get(event.anchor)
    if anchor is None:
        raise UnreadableError(
            f"the alias *{event.anchor} repeats a value that was never named",
            _at(source, event),
            "put it into quotes if it is text",
        )
    if not anchor.size:
        raise UnreadableError(
            f"the alias *{event.anchor} repeats the value it stands in",
            _at(source, event),
            "write the value out, or put the name into quotes if it is text",
        )
    return anchor.value, anchor.size


def _as_key(source: Source, value: Node, event: Any) -> Words:
    if isinstance(value, Words):
        return value
    raise UnreadableError("a key must be a plain word", _at(source, event), "write `key: value`")


def _at(source: Source, event: Any) -> Place:
    start = event.start_mark.index
    return Place(source, start, max(event.end_mark.index, start + 1))


def _broken(source: Source, error: yaml.MarkedYAMLError) -> UnreadableError:
    mark, problem = error.problem_mark, str(error.problem or error.context or "cannot be parsed")
    opened = error.context_mark
    if opened is not None and "quoted scalar" in str(error.context) and "found unexpected" in problem:
        mark, problem = opened, "a quotation mark is opened here and not closed where it should be"
    elif opened is not None and "alphabetic or numeric" in problem:
        mark = opened
    start = min(mark.index if mark else 0, len(source.text))
    hint = next((way_out for words, way_out in _WAYS_OUT if words in f"{problem} {error.context or ''}"), _ANY_WAY_OUT)
    if source.text[start : start + 1] == "\t":
        problem, hint = "a tab stands where YAML wants spaces", "indent with spaces"
    for words, sentence in _IN_PLAIN_WORDS:
        if words in problem:
            problem = sentence
    return UnreadableError(problem, Place(source, start, start + 1), hint)


def _bad_character(source: Source, error: yaml.reader.ReaderError) -> UnreadableError:
    control = re.search(CONTROL, source.text)
    start = control.start() if control else min(error.position, len(source.text))
    letter = source.text[start : start + 1]
    name = f"U+{ord(letter):04X}" if letter else "at the end"
    return UnreadableError(
        f"the character {name} may not stand in a text file",
        Place(source, start, start + 1),
        "delete it, or write it in double quotes as an escape such as \\u0007",
    )


_IN_PLAIN_WORDS = (
    ("found character that cannot start any token", "this character cannot begin a value"),
    ("mapping values are not allowed", "a colon and a value stand where no new key can begin"),
    ("could not find expected ':'", "a key without its colon"),
    ("did not find expected key", "the line does not fit the indentation above it"),
    ("did not find expected '-' indicator", "the line does not fit the list above it"),
    ("did not find expected ',' or", "a comma or the closing bracket is missing"),
    ("expected <document start>", "something stands after the end of the one value of the file"),
    ("expected node content", "a value is missing before this"),
    ("expected alphabetic or numeric", "* and & begin a name here, and no name follows"),
    ("sequence entries are not allowed", "an item of a list stands where no list can begin"),
    ("found unknown escape character", "an escape that YAML does not have"),
    ("found invalid Unicode character escape", "an escape that is no character"),
    ("expected hexdecimal number", "an escape without its digits"),
)
_ANY_WAY_OUT = "put a value with special characters into quotes, and indent it like its neighbours"
_WAYS_OUT = (
    ("cannot start any token", "put the value into quotes; indent with spaces, not with tabs"),
    (
        "mapping values are not allowed",
        "put a value that holds `: ` into quotes, or indent the line like its neighbours",
    ),
    ("expected ':'", "write `key: value`, with a blank after the colon"),
    ("expected key", "give keys of one mapping the same indentation"),
    ("expected '-'", "give the items of one list the same indentation, each with `- `"),
    ("expected ','", "close [ with ] and { with }, with a comma between the items"),
    ("expected <document start>", "begin each line of the outermost mapping in the first column"),
    ("escape", "in single quotes a backslash is only a backslash"),
    ("hexdecimal", "in single quotes a backslash is only a backslash"),
    ("quotation mark", "close it, or write the value without quotes"),
)
