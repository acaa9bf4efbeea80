"""What was found in documents → the organization file as plain data, its keys in the order of the format."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.extraction.mentions import Evidence, FoundOrganization, FoundRole, FoundUnit

DATE = re.compile(r"(\d{4})\s*[年./-]\s*(1[0-2]|0?[1-9])\s*[月./-]\s*(3[01]|[12]\d|0?[1-9])(?!\d)")
KEYS = (
    "id",
    "title",
    "aliases",
    "unit",
    "described",
    "untitled",
    "root",
    "headcount",
    "holders",
    "grade",
    "code",
    "reports_to",
    "dotted_line_to",
    "supervises",
    "coordinates_with",
    "assistant",
    "deputy",
    "concurrently",
    "promotion_to",
    "rotation_to",
    "territory",
    "purpose",
    "responsibilities",
    "authority",
    "kpi",
    "qualifications",
    "reporting_duties",
    "approvals",
    "escalates_to",
    "effective",
    "note",
    "source",
    "evidence",
)


def organization(found: FoundOrganization, name: str, sources: Sequence[str]) -> dict[str, Any]:
    """An organization as its file has it; what the documents do not say is not there."""
    data: dict[str, Any] = {"id": name}
    if found.name:
        data["name"] = found.name
    data["sources"] = list(sources)
    units = [_unit(unit) for unit in _all_units(found)]
    if units:
        data["units"] = units
    data["roles"] = _with_ids([_role(role) for role in found.roles])
    return data


def _all_units(found: FoundOrganization) -> Iterable[FoundUnit]:
    """The units the documents describe, and those that roles name."""
    from orgchart.extraction.mentions import FoundUnit  # noqa: PLC0415 - only where something was found

    known = {unit.name for unit in found.units}
    named = dict.fromkeys(role.unit for role in found.roles if role.unit and role.unit not in known)
    return (*found.units, *(FoundUnit(name=name) for name in named))


def _unit(unit: FoundUnit) -> dict[str, Any]:
    told = {
        "name": unit.name,
        "part_of": unit.part_of,
        "head": unit.head,
        "responsibilities": list(unit.responsibilities),
        "source": list(unit.source),
    }
    return {key: value for key, value in told.items() if value}


def _role(role: FoundRole) -> dict[str, Any]:
    told: dict[str, Any] = {
        "title": role.title,
        "aliases": list(role.aliases),
        "unit": role.unit,
        "described": None if role.described else False,
        "untitled": role.untitled or None,
        "headcount": role.headcount,
        "code": role.code,
        "reports_to": list(role.reports_to),
        "coordinates_with": [
            {
                key: value
                for key, value in (
                    ("with", party.party),
                    ("kind", party.kind),
                    ("scope", party.scope),
                    ("about", party.about),
                )
                if value
            }
            for party in role.coordinates_with
        ],
        **_facts(role),
        "source": list(role.source),
        "evidence": [_evidence(one) for one in role.evidence],
    }
    kept = {key: value for key, value in told.items() if value not in (None, [], (), "", {})}
    if role.supervises is not None:
        kept["supervises"] = list(role.supervises)
    if "holders" in told and told["holders"] == []:
        kept["holders"] = []
    return {key: kept[key] for key in (*KEYS, *sorted(kept.keys() - set(KEYS))) if key in kept}


def _facts(role: FoundRole) -> dict[str, Any]:
    """Further keys as they were read; a date in the form of the file, or not at all where it is none."""
    told = dict(role.facts)
    date = DATE.search(str(told.pop("effective", "")))
    if date:
        year, month, day = (int(number) for number in date.groups())
        told["effective"] = f"{year:04}-{month:02}-{day:02}"
    return told


def _evidence(one: Evidence) -> dict[str, Any]:
    told: dict[str, Any] = {
        "field": one.field,
        "value": one.value,
        "file": one.file,
        "line": one.line,
        "end_line": one.end_line,
    }
    if one.line is None:
        told["place"] = one.place
    return {**told, "quote": one.quote}


def _with_ids(roles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Roles of one title in several units told apart by an id, `unit/title`."""
    titles = Counter(role["title"] for role in roles if not role.get("untitled"))
    told = []
    for role in roles:
        again = titles[role["title"]] > 1 and not role.get("untitled") and "id" not in role
        unit = role.get("unit")
        name = unit[0] if isinstance(unit, list) and unit else unit
        told.append({"id": f"{name}/{role['title']}", **role} if again and name else role)
    return told
