"""A second, slow answer to what changed: plain dictionaries, every pair looked at, every chain walked to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

Role = dict[str, Any]
PLAIN = ("headcount", "grade", "purpose", "territory", "note")


def company(chance: random.Random, size: int) -> list[Role]:
    """A random company whose roles all write an id; some lines form loops, some lead nowhere, some are doubled."""
    roles: list[Role] = []
    for number in range(size):
        role: Role = {"id": f"r{number}", "title": f"岗位{number}"}
        if number and chance.random() < 0.9:
            role["reports_to"] = superiors(chance, size)
        if chance.random() < 0.6:
            role["unit"] = f"部{chance.randrange(4)}"
        for field in PLAIN:
            if chance.random() < 0.2:
                role[field] = chance.randrange(5) if field == "headcount" else f"值{chance.randrange(5)}"
        roles.append(role)
    return roles


def superiors(chance: random.Random, size: int) -> list[str]:
    """One superior, now and then two, now and then one that is nobody."""
    return [f"r{chance.randrange(size + 2)}" for _ in range(chance.choice([1, 1, 1, 2]))]


def edited(chance: random.Random, roles: list[Role], edits: int) -> list[Role]:
    """The company after random edits: roles come, go, move, are renamed and changed, and stand in another order."""
    found = [dict(role) for role in roles]
    for number in range(edits):
        role = chance.choice(found) if found else None
        edit = chance.choice(["add", "remove", "move", "unit", "rename", "field"])
        if edit == "add" or role is None:
            found.append({"id": f"n{number}", "title": f"新岗{number}", "reports_to": superiors(chance, len(roles))})
        elif edit == "remove":
            found.remove(role)
        elif edit == "move":
            role["reports_to"] = superiors(chance, len(roles))
        elif edit == "unit":
            role["unit"] = f"部{chance.randrange(4)}"
        elif edit == "rename":
            role["title"] = f"改名{number}"
        else:
            role[chance.choice(PLAIN[1:])] = f"值{chance.randrange(5)}"
    if chance.random() < 0.5:
        chance.shuffle(found)
    return found


def primary(role: Role, ids: set[str]) -> str | None:
    """The first superior that is somebody else."""
    return next((name for name in role.get("reports_to", []) if name in ids and name != role["id"]), None)


def way_up(start: str, roles: dict[str, Role], steps: int) -> list[str | None]:
    """So many steps up from a role; in a loop the way goes round and round."""
    way: list[str | None] = []
    here: str | None = start
    for _ in range(steps):
        here = primary(roles[here], set(roles)) if here is not None else None
        way.append(here)
    return way


def expected(before: list[Role], after: list[Role]) -> dict[str, Any]:
    """All that changed: (action, role, fields), and the roles whose way up is another one."""
    old, new = ({role["id"]: role for role in roles} for roles in (before, after))
    found: list[tuple[str, str, dict[str, Any]]] = []
    for identity in old.keys() | new.keys():
        if identity not in old:
            found.append(("added", identity, places(new[identity], set(new), later=True)))
        elif identity not in new:
            found.append(("removed", identity, places(old[identity], set(old), later=False)))
        else:
            found += compared(old[identity], new[identity], set(old), set(new))
    steps = 2 * (len(old) + len(new)) + 2
    reached = {one for one in old.keys() & new.keys() if way_up(one, old, steps) != way_up(one, new, steps)}
    return {"changes": found, "affected": reached}


def places(role: Role, ids: set[str], *, later: bool) -> dict[str, Any]:
    values = {"reports_to": primary(role, ids), "unit": role.get("unit")}
    return {key: [None, value] if later else [value, None] for key, value in values.items() if value is not None}


def compared(one: Role, other: Role, ids: set[str], later_ids: set[str]) -> list[tuple[str, str, dict[str, Any]]]:
    above, now = primary(one, ids), primary(other, later_ids)
    moved = {"reports_to": [above, now]} if above != now else {}
    if one.get("unit") != other.get("unit"):
        moved["unit"] = [one.get("unit"), other.get("unit")]
    changed = {key: [one.get(key), other.get(key)] for key in PLAIN if one.get(key) != other.get(key)}
    names, later_names = (role.get("reports_to", []) for role in (one, other))
    further = names[1:] != later_names[1:] or (names[:1] != later_names[:1] and above == now)
    if names != later_names and further:
        changed["reports_to"] = [names, later_names]
    title = {"title": [one["title"], other["title"]]} if one["title"] != other["title"] else {}
    return [
        (action, str(one["id"]), fields)
        for action, fields in (("moved", moved), ("renamed", title), ("changed", changed))
        if fields
    ]
