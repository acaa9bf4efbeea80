"""A piece of the organization file as a table: how a mapping is read by it, and how the JSON Schema says it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NoReturn

from orgchart.readers.draft import Draft
from orgchart.readers.kinds import Kind, itself, nearest, plain_data
from orgchart.readers.nodes import Fields
from orgchart.readers.scalars import is_empty
from orgchart.readers.sheets import Inset, Sheet, as_node
from orgchart.record import NamedTuple, Record
from orgchart.source import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.readers.nodes import Node


class Field(Record):
    """One key of a piece: the kind of its value, what it says, and the model's word for it where that differs."""

    kind: Kind
    says: str
    attribute: str | None = None


class Way(NamedTuple):
    """What the reader in a hurry needs of a field."""

    name: str
    words: Callable[[Words], Any] | None
    many: bool
    read: Callable[[Node, str, Draft], Any]


class Table(dict[str, Field]):
    """The keys of a piece, each with its field."""

    @cached_property
    def ways(self) -> dict[str, Way]:
        """How each key is read from a sheet."""
        return {
            key: Way(field.attribute or key, field.kind.words, field.kind.many, field.kind.read)
            for key, field in self.items()
        }

    def again(self, node: Fields) -> dict[str, Any]:
        """Read a sheet again that is known to be sound."""
        return read_fields(node, self, Draft())


def read_fields(node: Fields, table: Table, draft: Draft) -> dict[str, Any]:
    """The values of one mapping by the model's names; keys that begin with `x-` are gathered as `extras`."""
    if isinstance(node, (Sheet, Inset)) and node.raw is not None:
        given = _read_raw(node, node.raw, table)
        if given is not None:
            return given
    given = {"node": node}
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


def _read_raw(node: Sheet | Inset, raw: dict[str, Any], table: Table) -> dict[str, Any] | None:
    """The same from a sheet, or a mapping inside it, that nothing has scanned; None where a sheet is not sound."""
    if isinstance(node, Inset):
        return _values(node, raw, table, node.sheet)
    try:
        given = _values(node, raw, table, node)
    except DoubtError:
        node.has_been_read(None, table.again)
        return None
    node.has_been_read(given, table.again)
    return given


def _values(node: Fields, raw: dict[str, Any], table: Table, sheet: Sheet) -> dict[str, Any]:
    """The values of a mapping; raises `DoubtError` for whatever might be a finding.

    Nearly all that is written is text in quotes, so what any text may be is made here, without a call.
    """
    ways = table.ways
    given: dict[str, Any] = {"node": node}
    for key, value in raw.items():
        way = ways.get(key)
        if way is None:
            if not key.startswith("x-"):
                raise DoubtError
            given.setdefault("extras", {})[key] = plain_data(as_node(value, sheet))
            continue
        name, make, many, read = way
        if make is not None:
            if type(value) is str:
                if value and not value.isspace():
                    words = Words(value)
                    words.later = sheet
                    made = words if make is itself else make(words)
                    given[name] = (made,) if many else made
                continue
            if many and type(value) is list:
                made = _texts(value, make, sheet)
                if made is not None:
                    given[name] = made
                    continue
        made = read(as_node(value, sheet), key, DOUBT)
        if made is not None:
            given[name] = made
    return given


def _texts(values: list[Any], make: Callable[[Words], Any], sheet: Sheet) -> tuple[Any, ...] | None:
    """A list of texts that say something; None where there is anything else in it."""
    made = []
    for value in values:
        if type(value) is not str or not value or value.isspace():
            return None
        words = Words(value)
        words.later = sheet
        made.append(words if make is itself else make(words))
    return tuple(made)


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
