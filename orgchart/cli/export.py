"""`orgchart export --to FORMAT`."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Organization, Paths, Quiet
from orgchart.cli.workspace import read_for_query
from orgchart.cli.writing import write
from orgchart.errors import SettingError
from orgchart.graph import OrgGraph
from orgchart.reporters.visible import json_text

if TYPE_CHECKING:
    from orgchart.model import Org

EXAMPLES = (
    "export -o organizations.json",
    "export --to mermaid --organization sales",
    "export --to dot org/sales.yaml | dot -Tpdf -o sales.pdf",
)


class Target(str, Enum):
    """The formats an organization can be exported to."""

    dot = "dot"
    json = "json"
    mermaid = "mermaid"


def command(
    paths: Paths = None,
    to: Annotated[Target, typer.Option("--to", help="The format to write.")] = Target.json,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
    ] = None,
    organization: Organization = None,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Organizations in another tool's format.

    JSON holds any number of organizations and can be read again; DOT and Mermaid hold one.
    """
    console = Console(color, quiet=quiet)
    organizations = read_for_query(paths, organization, console).organizations
    text = _as_json(organizations) if to is Target.json else _as_graph(organizations, to, console)
    if output:
        write(output, text)
    else:
        sys.stdout.write(text)


def _as_json(organizations: tuple[Org, ...]) -> str:
    from orgchart.exporters.organization import organization

    return json_text({"organizations": [organization(org) for org in organizations]})


def _as_graph(organizations: tuple[Org, ...], to: Target, console: Console) -> str:
    if len(organizations) != 1:
        ids = ", ".join(str(org.id) for org in organizations[:4])
        raise SettingError(
            f"{to.value} holds one organization, and here are {len(organizations)}",
            f"choose one with --organization: {ids}{' …' if len(organizations) > 4 else ''}",  # noqa: PLR2004
        )
    graph = OrgGraph(organizations[0])
    if to is Target.dot:
        from orgchart.exporters.dot import as_dot

        return as_dot(graph)
    from orgchart.exporters.mermaid import as_mermaid, warnings

    text = as_mermaid(graph)
    for warning in warnings(graph, text):
        console.note(warning)
    return text
