"""An organization as plain data, in the shape of its file; with `json.dumps` it is what the readers read.

Every list is a list and every relation a mapping, also where the file used the short form. What the file does not say
is not there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from orgchart.plain import piece

if TYPE_CHECKING:
    from orgchart.model import Org, Role

__all__ = ["organization", "piece"]


def organization(org: Org) -> dict[str, Any]:
    """One organization as plain data: its own fields, its units, its roles.

    A role has its id, also one made from its title; only where another role answers to that name too is a made one left
    out: written, it would take the name for itself, and relations would change.
    """
    data = piece(org)
    roles = data.pop("roles", [])
    bearers = Counter(name for role in org.roles for name in _names(role))
    for role, written in zip(org.roles, roles, strict=True):
        if not role.written_id and bearers[role.id] > 1:
            del written["id"]
    ignore = data.pop("ignore", None)
    data = {"id": str(org.id), **data, "roles": roles}
    return {**data, "ignore": ignore} if ignore else data


def _names(role: Role) -> set[str]:
    return {role.id, *role.aliases} if role.untitled else {role.id, role.title, *role.aliases}
