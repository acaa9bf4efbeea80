"""Parts → organizations: files that write one id are put together, roles get their ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from orgchart.findings import Finding, Related
from orgchart.model import UNTITLED, Org, Role
from orgchart.pausing import paused_collector
from orgchart.readers.problems import same_file_name
from orgchart.record import Record
from orgchart.source import Place

if TYPE_CHECKING:
    from orgchart.model import Unit
    from orgchart.readers.parts import Part


class Assembled(Record):
    """An organization, and what its files' readers found."""

    org: Org
    findings: tuple[Finding, ...]


@paused_collector()
def assemble(parts: list[Part]) -> list[Assembled]:
    """Organizations in the order their first file was read.

    A file without a written id is an organization of its own; where its id is taken already, that is a finding.
    """
    groups: list[list[Part]] = []
    written: dict[str, list[Part]] = {}
    taken: dict[str, Part] = {}
    clashes: dict[int, Finding] = {}
    for part in parts:
        if part.writes_id and part.id in written:
            written[part.id].append(part)
            continue
        group = [part]
        if part.writes_id:
            written[part.id] = group
        first = taken.setdefault(part.id, part)
        if first is not part:
            clashes[len(groups)] = _clash(part, first)
        groups.append(group)
    return [_put_together(group, clashes.get(number)) for number, group in enumerate(groups)]


def _clash(part: Part, first: Part) -> Finding:
    return Finding(
        rule=same_file_name.info,
        message=f"{part.source.path} and {first.source.path} both stand for the id {part.id}",
        place=Place(part.source, 0, 0),
        hint="write an id: its own in each, or the same in both if they are parts of one organization",
        related=(Related(message="the first one", place=Place(first.source, 0, 0)),),
    )


def _put_together(group: list[Part], clash: Finding | None) -> Assembled:
    given: dict[str, Any] = {}
    for part in group:
        for key, value in part.given.items():
            if key in {"units", "ignore", "sources"}:
                given[key] = given.get(key, ()) + value
            elif key == "extras":
                given[key] = {**value, **given.get(key, {})}
            else:
                given.setdefault(key, value)
    first = group[0]
    given["id"] = first.id
    given.setdefault("name", first.id)
    given["roles"] = _with_ids([role for part in group for role in part.roles], given.get("units", ()))
    found = [finding for part in group for finding in part.findings]
    if clash:
        found.append(clash)
    org = Org(path=first.source.path, **given)
    return Assembled(org=org, findings=tuple(finding.replace(organization=org.id) for finding in found))


def _with_ids(drafts: list[dict[str, Any]], units: tuple[Unit, ...]) -> tuple[Role, ...]:
    """Roles with ids; in a made-up one, a unit that is named by an alias stands under its own name."""
    if all("id" in role for role in drafts):
        return tuple(map(Role.owning, drafts))
    named = {label: unit.name for unit in reversed(units) for label in (*unit.aliases, unit.name)}
    repeated = Counter(role["title"] for role in drafts if "title" in role)
    order: dict[str, int] = defaultdict(int)
    roles = []
    for role in drafts:
        if "id" in role:
            roles.append(Role.owning(role))
            continue
        title = role.get("title")
        if title is None:
            order[UNTITLED] += 1
            number = order[UNTITLED]
            identity = UNTITLED if number == 1 else f"{UNTITLED}-{number}"
        elif repeated[title] > 1 and role.get("unit"):
            unit = role["unit"][0]
            identity = f"{named.get(unit, unit)}/{title}"
        else:
            identity = title
        roles.append(Role.owning({"id": identity, **role}))
    return tuple(roles)
