"""`orgchart show ROLE`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.cli.asking import find_or_leave, graphs, heading
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet, RoleName
from orgchart.cli.workspace import read_for_query
from orgchart.exporters.organization import piece
from orgchart.queries.finding import find_roles
from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.graph import OrgGraph


def command(
    role: RoleName,
    paths: Paths = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Everything known about one role, with its source."""
    console = Console(color, quiet=quiet)
    workspace = read_for_query(paths, organization, console)
    found = find_or_leave(find_roles, workspace.organizations, role, form, console)
    shown = [(graph, number) for graph, match in graphs(found) for number in match.roles]
    if form is Form.json:
        answers = [{"organization": str(graph.org.id), "role": piece(graph.roles[number])} for graph, number in shown]
        console.json({"answers": answers})
        return
    for count, (graph, number) in enumerate(shown):
        if count:
            console.lines([[]])
        console.lines(_tell(graph, number, of_several=len(workspace.organizations) > 1))


def _tell(graph: OrgGraph, number: int, *, of_several: bool) -> list[StyledLine]:
    role = graph.roles[number]
    data = piece(role)
    data.pop("title", None)
    if not role.written_id and role.id == role.title:
        data.pop("id", None)
    lines = [heading(graph, number, of_several=of_several)]
    for key, value in data.items():
        lines += _field(str(key), value)
    known = [graph.roles[superior].title for superior in graph.superiors[number]]
    if known and not role.reports_to:
        lines.append([("  superior by others' statements: ", "faint"), (visible(", ".join(known)), "")])
    claimed = [graph.roles[report].title for report in graph.reports[number]]
    if claimed and not role.supervises:
        lines.append([("  reports by their statements: ", "faint"), (visible(", ".join(claimed)), "")])
    place = role.place()
    if place:
        lines.append([("  written at ", "faint"), (str(place), "faint")])
    return lines


def _field(key: str, value: Any, indent: str = "  ") -> list[StyledLine]:
    if isinstance(value, list) and all(not isinstance(item, (dict, list)) for item in value):
        short = ", ".join(str(item) for item in value)
        if len(short) <= 60 and key not in {"responsibilities", "authority", "kpi"}:  # noqa: PLR2004 - fits a line
            return [[(f"{indent}{key}: ", "faint"), (visible(short) or "none", "")]]
    if not isinstance(value, (list, dict)):
        words = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
        return [[(f"{indent}{key}: ", "faint"), (visible(words), "")]]
    lines: list[StyledLine] = [[(f"{indent}{key}:", "faint")]]
    if isinstance(value, dict):
        for inner, content in value.items():
            lines += _field(str(inner), content, indent + "  ")
        return lines
    for item in value:
        lines += _item(item, indent + "  ")
    return lines


def _item(item: Any, indent: str) -> list[StyledLine]:
    if not isinstance(item, dict):
        return [[(f"{indent}- ", "faint"), (visible(str(item)), "")]]
    if "items" in item:
        head = " ".join(str(item[key]) for key in ("group", "period") if key in item)
        return [
            [(f"{indent}{visible(head)}:", "")],
            *(line for inner in item["items"] for line in _item(inner, indent + "  ")),
        ]
    words = ", ".join(
        f"{key}: {_short(content)}" if key != "with" else _short(content) for key, content in item.items()
    )
    return [[(f"{indent}- ", "faint"), (visible(words), "")]]


def _short(content: Any) -> str:
    return " → ".join(str(part) for part in content) if isinstance(content, list) else str(content)
