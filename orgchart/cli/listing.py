"""`orgchart list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet
from orgchart.cli.workspace import read_for_query

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.model import Org

EXAMPLES = (
    "list",
    "list --organization sales",
    "list --format json",
)


def command(
    paths: Paths = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Organizations, units and roles.

    Several organizations are listed in a table, a single one in full.
    """
    console = Console(color, quiet=quiet)
    organizations = read_for_query(paths, organization, console).organizations
    if form is Form.json:
        console.json({"organizations": [_as_json(org) for org in organizations]})
    elif len(organizations) == 1:
        console.lines(_in_full(organizations[0]))
    else:
        rows = [
            [str(org.id), str(org.name), str(len(org.units)), str(len(org.roles)), org.path] for org in organizations
        ]
        console.table(["id", "name", "units", "roles", "path"], rows, numbers=(2, 3), whole=(0,), beside=4)


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
    lines: list[StyledLine] = [[(str(org.name), "strong"), (f"  {org.id}  {org.path}", "faint")]]
    if org.units:
        lines.append([("units", "faint")])
        for unit in org.units:
            inside = f"  in {unit.part_of}" if unit.part_of else ""
            lines.append([(f"  {unit.name}", ""), (inside, "faint")])
    if org.roles:
        lines.append([("roles", "faint")])
        for role in org.roles:
            facts = [
                *([role.id] if role.id != role.title else []),
                *role.unit[:1],
                *([] if role.described else ["only mentioned"]),
            ]
            lines.append([(f"  {role.title}", ""), (f"  {', '.join(facts)}" if facts else "", "faint")])
    return lines
