"""A piece of the organization file as a table: how a mapping is read by it, and how the JSON Schema says it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from orgchart.readers.draft import Draft
from orgchart.readers.kinds import Kind, itself, nearest, plain_data
from orgchart.readers.nodes import Fields
from orgchart.readers.scalars import is_empty
from orgchart.readers.sheets import Inset, Sheet, as_node
from orgchart.record import Record
from orgchart.source import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.readers.nodes import Node


class Field(Record):
    """One key of a piece: the kind of its value, what it says, and the model's word for it where that differs."""

    kind: Kind
    says: str
    attribute: str | None = None


class Table(dict[str, Field]):
    """The keys of a piece, each with its field."""

    @cached_property
    def ways(self) -> dict[str, tuple[str, Callable[[Words], Any] | None, bool, Callable[[Node, str, Draft], Any]]]:
        """What the reader of sheets needs of each field: name, `words` and `many` of its kind, how it is read."""
        kinds = {key: (field.attribute or key, field.kind) for key, field in self.items()}
        return {key: (name, kind.words, kind.many, kind.read) for key, (name, kind) in kinds.items()}

    def read(self, node: Fields) -> dict[str, Any]:
        """Read a mapping that is known to be sound."""
        return read_fields(node, self, Draft())


def read_fields(node: Fields, table: Table, draft: Draft) -> dict[str, Any]:
    """The values of one mapping by the model's names; keys that begin with `x-` are gathered as `extras`."""
    if isinstance(node, Inset) and node.raw is not None:
        return read_raw(node, node.raw, table, node.sheet)
    if isinstance(node, Sheet) and node.given is not None and node.manner.read == table.read:
        return node.given
    given: dict[str, Any] = {"node": node}
    for key, value in node.entries.items():
        field = table.get(key)
        if field is not None:
            read = field.kind.read(value, key, draft)
            if read is not None:
                given[field.attribute or str(key)] = read
        elif key.startswith("x-"):
            given.setdefault("extras", {})[str(key)] = plain_data(value)
        else:
            draft.unknown_field(key, nearest(key, list(table)))
    return given


def read_raw(  # noqa: C901 - a call for each value would cost as much as the value
    node: Fields, raw: dict[str, Any], table: Table, sheet: Sheet
) -> dict[str, Any]:
    """The values of a sheet, or of a mapping inside it, from what the standard library made of it.

    Nearly all that is written is text in quotes, so what any text may be is made here, without a call. Raises
    `DoubtError` for whatever might be a finding.
    """
    ways = table.ways
    given: dict[str, Any] = {"node": node}
    for key, value in raw.items():
        if key not in ways:
            if not key.startswith("x-"):
                raise DoubtError
            given.setdefault("extras", {})[key] = plain_data(as_node(value, sheet))
            continue
        name, make, many, read = ways[key]
        if make is not None:
            if type(value) is str:
                if value and not value.isspace():
                    words = Words(value)
                    words.later = sheet
                    made = words if make is itself else make(words)
                    given[name] = (made,) if many else made
                continue
            if many and type(value) is list:
                several = []
                for text in value:
                    if type(text) is not str or not text or text.isspace():
                        break
                    words = Words(text)
                    words.later = sheet
                    several.append(words if make is itself else make(words))
                else:
                    given[name] = tuple(several)
                    continue
        made = read(as_node(value, sheet), key, DOUBT)
        if made is not None:
            given[name] = made
    return given


class DoubtError(Exception):
    """There may be something wrong: only what knows its place is told of."""


class Doubt(Draft):
    """A draft that takes nothing down."""

    def _refuse(self, *_told: object, **_named: object) -> NoReturn:
        raise DoubtError

    unknown_field = wrong_type = incomplete = _refuse


DOUBT = Doubt()


def piece(make: Callable[..., Any], table: Table, required: tuple[str, ...], what: str) -> Kind:
    """A mapping that becomes a piece of the model; without a required key it is a finding and is left out."""

    def read(node: Node, key: str, draft: Draft) -> Any:
        if not isinstance(node, Fields):
            if not (isinstance(node, Words) and is_empty(node)):
                draft.wrong_type(node, key, f"{what} as a mapping")
            return None
        given = read_fields(node, table, draft)
        for name in required:
            if (table[name].attribute or name) not in given:
                written = next((value for key, value in node.entries.items() if key == name), None)
                if written is None or (isinstance(written, Words) and is_empty(written)):
                    draft.incomplete(node, name, what)
                return None
        return make(**given)

    return Kind(read=read, schema=schema_of(table, required))


def schema_of(table: Table, required: tuple[str, ...] = ()) -> dict[str, Any]:
    """The JSON Schema of a mapping with these keys; an empty value is allowed wherever a key may be absent."""
    properties = {}
    for key, field in table.items():
        allowed = (
            field.kind.schema
            if key in required or not field.kind.schema
            else {"anyOf": [field.kind.schema, {"type": "null"}]}
        )
        properties[key] = {"description": field.says, **allowed}
    schema: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    if required:
        schema["required"] = list(required)
    return schema
