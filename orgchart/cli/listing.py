"""`orgchart list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet
from orgchart.cli.workspace import read_for_query
from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.model import Org


def command(
    paths: Paths = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Organizations, units and roles: a table of organizations, or one organization in full."""
    console = Console(color, quiet=quiet)
    organizations = read_for_query(paths, organization, console).organizations
    if form is Form.json:
        console.json({"organizations": [_as_json(org) for org in organizations]})
    elif len(organizations) == 1:
        console.lines(_in_full(organizations[0]))
    else:
        rows = [
            [str(org.id), visible(str(org.name)), str(len(org.units)), str(len(org.roles)), org.path]
            for org in organizations
        ]
        console.table(["id", "name", "units", "roles", "path"], rows, numbers=(2, 3))


def _as_json(org: Org) -> dict[str, Any]:
    return {
        "id": str(org.id),
        "name": str(org.name),
        "path": org.path,
        "units": [str(unit.name) for unit in org.units],
        "roles": [
            {"id": str(role.id), "title": str(role.title), "unit": str(role.unit[0]) if role.unit else None}
            for role in org.roles
        ],
    }


def _in_full(org: Org) -> list[StyledLine]:
    lines: list[StyledLine] = [[(visible(str(org.name)), "strong"), (f"  {org.id}  {org.path}", "faint")]]
    if org.units:
        lines.append([("units", "faint")])
        for unit in org.units:
            inside = f"  in {visible(str(unit.part_of))}" if unit.part_of else ""
            lines.append([(f"  {visible(str(unit.name))}", ""), (inside, "faint")])
    if org.roles:
        lines.append([("roles", "faint")])
        for role in org.roles:
            facts = [
                *([role.id] if role.id != role.title else []),
                *role.unit[:1],
                *([] if role.described else ["only mentioned"]),
            ]
            lines.append(
                [(f"  {visible(str(role.title))}", ""), (f"  {visible(', '.join(facts))}" if facts else "", "faint")]
            )
    return lines
