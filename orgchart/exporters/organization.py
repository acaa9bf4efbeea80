"""An organization as plain data, in the shape of its file; with `json.dumps` it is what the readers read.

Every list is a list and every relation a mapping, also where the file used the short form. What the file does not say
is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.model import Piece, Role

if TYPE_CHECKING:
    from orgchart.model import Org

RENAMED = {"party": "with", "place_in_document": "place"}
LEFT_OUT = frozenset({"node", "written_id", "path", "extras"})


def organization(org: Org) -> dict[str, Any]:
    """One organization as plain data: its own fields, its units, its roles."""
    data = piece(org)
    roles = data.pop("roles", [])
    ignore = data.pop("ignore", None)
    data = {"id": str(org.id), **data, "roles": roles}
    return {**data, "ignore": ignore} if ignore else data


def piece(one: Piece) -> dict[str, Any]:
    """Any piece of the model as plain data: a role with its id first, then keys in the order of the file."""
    data: dict[str, Any] = {}
    for name, value in vars(one).items():
        if name not in LEFT_OUT:
            data[RENAMED.get(name, name)] = _plain(value)
    data.update({key: _plain(value) for key, value in one.extras.items()})
    if isinstance(one, Role):
        data.pop("id", None)
        return {"id": str(one.id), **data}
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Piece):
        return piece(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return value
