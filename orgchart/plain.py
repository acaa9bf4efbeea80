"""Pieces of the model as plain data, in the shape of their file: what JSON and YAML can hold.

Every list is a list and every relation a mapping, also where the file used the short form. What the file does not say
is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgchart.model import Piece, Role

RENAMED = {"party": "with", "place_in_document": "place"}
LEFT_OUT = frozenset({"node", "written_id", "path", "extras"})


def piece(one: Piece) -> dict[str, Any]:
    """Any piece of the model as plain data: a role with its id first, then keys in the order of the file."""
    data: dict[str, Any] = {}
    for name, value in vars(one).items():
        if name not in LEFT_OUT:
            data[RENAMED.get(name, name)] = plain(value)
    data.update({key: plain(value) for key, value in one.extras.items()})
    if isinstance(one, Role):
        data.pop("id", None)
        return {"id": str(one.id), **data}
    return data


def plain(value: Any) -> Any:
    """A value of a piece as plain data."""
    if isinstance(value, Piece):
        return piece(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    return value
