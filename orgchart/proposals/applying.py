"""Steps applied to a copy of organizations, one after the other; names are looked up in what the steps before left."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from orgchart.misuse import Misuse, MisuseError
from orgchart.model import Role
from orgchart.names import Nearest
from orgchart.source import Place, Source, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.loading import Workspace
    from orgchart.model import Org, Unit
    from orgchart.proposals.reading import Step

LISTED = 4
NAMING = {
    "reports_to": None,
    "supervises": None,
    "dotted_line_to": None,
    "concurrently": None,
    "head": None,
    "deputy": "role",
    "escalates_to": "role",
    "coordinates_with": "party",
}
"""Fields in which roles and units name roles, and where in their pieces the name stands."""


def propose(workspace: Workspace, steps: Sequence[Step]) -> Workspace:
    """The workspace as it would be after the steps; raises `MisuseError` with every step whose names mean nobody.

    The time grows with the number of roles, and with the number of steps.
    """
    copies = [_Copy(org) for org in workspace.organizations]
    problems: list[Misuse] = []
    for step in steps:
        problems += _attempted(step, copies)
    if problems:
        raise MisuseError(problems)
    return workspace.replace(organizations=tuple(copy.org() for copy in copies))


def _attempted(step: Step, copies: Sequence[_Copy]) -> Sequence[Misuse]:
    """Apply a step; what is wrong with it, if anything."""
    try:
        _apply(step, copies)
    except MisuseError as error:
        return error.problems
    return ()


def _apply(step: Step, copies: Sequence[_Copy]) -> None:
    if step.verb == "add":
        copy = _home(step, copies)
        copy.add(step.name, step.given)
        return
    copy, number = _meant(step, copies)
    if step.verb == "move":
        for name in step.to or ():
            copy.one(name)
        copy.move(number, step.to, step.given)
    elif step.verb == "rename" and step.to:
        copy.rename(number, step.to[0])
    elif step.verb == "set":
        copy.give(number, step.given)
    elif step.verb == "remove":
        for name in step.to or ():
            copy.one(name)
        copy.remove(number, step.to)


def _home(step: Step, copies: Sequence[_Copy]) -> _Copy:
    """The organization a new role comes into: the one that is named, the only one, or its superior's."""
    named = _named(step, copies)
    if len(named) == 1:
        return named[0]
    above = step.given.get("reports_to", ())
    having = [copy for copy in named if above and copy.candidates(str(above[0]))]
    if len(having) == 1:
        return having[0]
    ids = ", ".join(str(copy.before.id) for copy in named[:LISTED])
    raise _misuse("this role could come into several organizations", step.name, f"write organization: one of {ids} …")


def _named(step: Step, copies: Sequence[_Copy]) -> list[_Copy]:
    if step.organization is None:
        return list(copies)
    found = [copy for copy in copies if copy.before.id == step.organization]
    if not found:
        near = Nearest(str(copy.before.id) for copy in copies).to(step.organization)
        hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names them all"
        raise _misuse(f"there is no organization {step.organization}", step.organization, hint)
    return found


def _meant(step: Step, copies: Sequence[_Copy]) -> tuple[_Copy, int]:
    named = _named(step, copies)
    found = [(copy, number) for copy in named for number in copy.candidates(step.name)]
    if len(found) == 1:
        return found[0]
    if not found:
        near = Nearest(name for copy in named for name in copy.names).to(step.name)
        hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names them all"
        raise _misuse(f"there is no role {step.name}", step.name, hint)
    if len({id(copy) for copy, _number in found}) > 1:
        ids = ", ".join(dict.fromkeys(str(copy.before.id) for copy, _number in found))
        raise _misuse(f"{step.name} stands in several organizations", step.name, f"write organization: one of {ids}")
    raise _several(step.name, found[0][0], [number for _copy, number in found])


def _several(name: str, copy: _Copy, numbers: Sequence[int]) -> MisuseError:
    ids = ", ".join(str(copy.roles[number].id) for number in numbers[:LISTED])
    more = " …" if len(numbers) > LISTED else ""
    return _misuse(f"{name} fits {len(numbers)} roles", name, f"name one by its id: {ids}{more}")


def _misuse(message: str, words: str, hint: str) -> MisuseError:
    place = place_of(words) or Place(Source("", ""), 0, 0)
    return MisuseError([Misuse(message=message, place=place, hint=hint)])


class _Copy:
    """One organization while it is being changed: its roles by number, who has gone, and who answers to which name."""

    def __init__(self, org: Org) -> None:
        self.before = org
        self.roles: list[Role] = list(org.roles)
        self.units: list[Unit] = list(org.units)
        self.gone: set[int] = set()
        self.names: dict[str, list[int]] = defaultdict(list)
        self.written: dict[str, list[int]] = defaultdict(list)
        self.mentioned: dict[str, set[int]] = defaultdict(set)
        for number, role in enumerate(org.roles):
            self._enter(number, role)

    def org(self) -> Org:
        """The organization as it is now."""
        kept = tuple(role for number, role in enumerate(self.roles) if number not in self.gone)
        return self.before.replace(roles=kept, units=tuple(self.units))

    # Names

    def _enter(self, number: int, role: Role) -> None:
        if role.written_id:
            self.written[str(role.id)].append(number)
        for name in dict.fromkeys((str(role.title), str(role.id), *map(str, role.aliases))):
            if not (role.untitled and name == role.title):
                self.names[name].append(number)
        for field, key in NAMING.items():
            for item in getattr(role, field, None) or ():
                self.mentioned[str(item if key is None else getattr(item, key))].add(number)

    def _leave(self, number: int, role: Role) -> None:
        for index in (self.names, self.written):
            for name in {str(role.title), str(role.id), *map(str, role.aliases)}:
                if number in index.get(name, ()):
                    index[name].remove(number)

    def candidates(self, name: str) -> list[int]:
        """The roles a name may mean: by written id alone, else by title, id or alias."""
        return self.written.get(str(name)) or self.names.get(str(name)) or []

    def one(self, name: str) -> int:
        """The one role that a name means; raises `MisuseError` where it means none, or several."""
        found = self.candidates(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(name, self, found)
        near = Nearest(self.names).to(name)
        hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names them all"
        raise _misuse(f"there is no role {name} in {self.before.id}", name, hint)

    # Changes

    def add(self, title: str, given: dict[str, Any]) -> None:
        """A new role, under its superiors."""
        written = "id" in given
        identity = given["id"] if written else self._made_id(title, given.get("unit", ()))
        role = Role(**{**given, "title": title, "id": identity, "written_id": written})
        self._put(len(self.roles), role, new=True)
        self._list_under(len(self.roles) - 1, role.reports_to)

    def move(self, number: int, to: tuple[str, ...] | None, given: dict[str, Any]) -> None:
        """Another superior, another unit, or both; `to` takes the place of all direct superiors."""
        role = self.roles[number]
        if to is not None:
            self._take_off_lists(number)
            role = role.replace(reports_to=to)
        if "unit" in given:
            role = role.replace(unit=given["unit"])
        self._put(number, role)
        self._list_under(number, to or ())

    def rename(self, number: int, title: str) -> None:
        """Another title; whoever named the role by the old one names it by the new one."""
        role = self.roles[number]
        old = {name for name in (str(role.title), str(role.id)) if self.candidates(name) == [number]}
        if role.written_id:
            old.discard(str(role.id))
        mentioning = {other for name in old for other in self.mentioned.get(name, ())}
        identity = role.id if role.written_id else self._made_id(title, role.unit)
        earlier = (*role.previously, role.title) if not role.untitled else role.previously
        self._put(number, role.replace(title=title, id=identity, previously=earlier, untitled=False))
        for other in sorted(mentioning):
            self._put(other, _renaming(self.roles[other], old, title))
        self.units = [_renaming(unit, old, title) for unit in self.units]

    def give(self, number: int, given: dict[str, Any]) -> None:
        """Other values of any fields."""
        self._put(number, self.roles[number].replace(**given))

    def remove(self, number: int, to: tuple[str, ...] | None) -> None:
        """Nobody any more; with `to`, its reports get these superiors in its place."""
        role = self.roles[number]
        names = {name for name in _names(role) if self.candidates(name) == [number]}
        if to is not None:
            claimed = {other for name in role.supervises or () for other in self.candidates(name)}
            for other in sorted({one for name in names for one in self.mentioned.get(name, ())} | claimed):
                self._hand_over(other, names, to, claimed=other in claimed)
        self._take_off_lists(number)
        self._leave(number, role)
        self.gone.add(number)

    def _hand_over(self, number: int, names: set[str], to: tuple[str, ...], *, claimed: bool) -> None:
        role = self.roles[number]
        if not (claimed or names & set(map(str, role.reports_to))):
            return
        kept = [to if str(name) in names else (name,) for name in role.reports_to]
        flat = [name for part in kept for name in part]
        above = tuple(dict.fromkeys(flat or to))
        self._put(number, role.replace(reports_to=above))
        self._list_under(number, to)

    def _put(self, number: int, role: Role, *, new: bool = False) -> None:
        if new:
            self.roles.append(role)
        else:
            self._leave(number, self.roles[number])
            self.roles[number] = role
        self._enter(number, role)

    def _made_id(self, title: str, unit: Sequence[str]) -> str:
        """The id of a role that writes none: its title, with its unit where the title is taken."""
        return f"{unit[0]}/{title}" if self.names.get(str(title)) and unit else title

    def _take_off_lists(self, number: int) -> None:
        """Take a role out of the `supervises` of all who list it."""
        for name in _names(self.roles[number]):
            if self.candidates(name) != [number]:
                continue
            for other in sorted(self.mentioned.get(name, ())):
                listed = self.roles[other].supervises
                if listed and name in listed:
                    left = tuple(one for one in listed if one != name)
                    self._put(other, self.roles[other].replace(supervises=left))

    def _list_under(self, number: int, superiors: Sequence[str]) -> None:
        """Put a role into the `supervises` of its superiors, where they have such a list."""
        role = self.roles[number]
        for name in superiors:
            above = self.candidates(name)
            if len(above) != 1:
                continue
            listed = self.roles[above[0]].supervises
            if listed is not None and not any(self.candidates(one) == [number] for one in listed):
                called = role.title if self.candidates(role.title) == [number] else role.id
                self._put(above[0], self.roles[above[0]].replace(supervises=(*listed, called)))


def _names(role: Role) -> list[str]:
    return list(dict.fromkeys((str(role.title), str(role.id), *map(str, role.aliases))))


def _renaming(piece: Any, old: set[str], title: str) -> Any:
    """A role or a unit in which every name of somebody is the new one."""
    changed: dict[str, Any] = {}
    for field, key in NAMING.items():
        value = getattr(piece, field, None)
        if not value:
            continue
        if isinstance(value, str):
            changed[field] = title if value in old else value
        else:
            changed[field] = tuple(_renamed(item, key, old, title) for item in value)
    return piece.replace(**{field: value for field, value in changed.items() if value != getattr(piece, field)})


def _renamed(item: Any, key: str | None, old: set[str], title: str) -> Any:
    if key is None:
        return title if item in old else item
    return item.replace(**{key: title}) if getattr(item, key) in old else item
