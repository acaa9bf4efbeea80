"""`orgchart show ROLE`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.cli.asking import find_or_leave, graphs, heading
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet, RoleName
from orgchart.cli.workspace import read_for_query
from orgchart.exporters.organization import piece
from orgchart.queries.finding import find_roles

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.graph import OrgGraph

EXAMPLES = (
    "show 客户经理",
    "show 客户经理 --organization sales",
)


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
        lines.append([("  superior by others' statements: ", "faint"), (", ".join(known), "")])
    claimed = [graph.roles[report].title for report in graph.reports[number]]
    if claimed and not role.supervises:
        lines.append([("  reports by their statements: ", "faint"), (", ".join(claimed), "")])
    place = role.place()
    if place:
        lines.append([("  written at ", "faint"), (str(place), "faint")])
    return lines


def _field(key: str, value: Any, indent: str = "  ") -> list[StyledLine]:
    if isinstance(value, list) and all(not isinstance(item, (dict, list)) for item in value):
        short = ", ".join(str(item) for item in value)
        if len(short) <= 60 and key not in {"responsibilities", "authority", "kpi"}:  # noqa: PLR2004 - fits a line
            return _said(f"{indent}{key}: ", short or "none")
    if not isinstance(value, (list, dict)):
        return _said(f"{indent}{key}: ", {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value))
    lines: list[StyledLine] = [[(f"{indent}{key}:", "faint")]]
    if isinstance(value, dict):
        for inner, content in value.items():
            lines += _field(str(inner), content, indent + "  ")
        return lines
    for item in value:
        lines += _item(item, indent + "  ")
    return lines


def _said(label: str, words: str) -> list[StyledLine]:
    """Words behind a label; the further lines of a text of several stand below, indented."""
    first, *others = words.splitlines() or [""]
    indent = " " * (len(label) - len(label.lstrip(" ")) + 2)
    return [[(label, "faint"), (first, "")], *([(f"{indent}{line}", "")] for line in others)]


def _item(item: Any, indent: str) -> list[StyledLine]:
    if not isinstance(item, dict):
        return _said(f"{indent}- ", str(item))
    if "items" in item:
        head = " ".join(str(item[key]) for key in ("group", "period") if key in item)
        inner = indent + "  " if head else indent
        return [
            *([[(f"{indent}{head}:", "")]] if head else []),
            *(line for one in item["items"] for line in _item(one, inner)),
        ]
    words = ", ".join(
        _short(content) if key in {"with", "name", "role"} else f"{key}: {_short(content)}"
        for key, content in item.items()
    )
    return _said(f"{indent}- ", words)


def _short(content: Any) -> str:
    if isinstance(content, bool):
        return "yes" if content else "no"
    return " → ".join(str(part) for part in content) if isinstance(content, list) else str(content)
