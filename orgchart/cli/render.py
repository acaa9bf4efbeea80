"""`orgchart render`."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.checking import check
from orgchart.cli.console import Console
from orgchart.cli.guard import ExitStatus
from orgchart.cli.options import Color, ColorOption, Organization, Paths, Quiet
from orgchart.cli.workspace import read_for_query
from orgchart.cli.writing import write
from orgchart.errors import SettingError
from orgchart.findings import Severity
from orgchart.graph import OrgGraph
from orgchart.rendering import Entry, index_page, render
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from orgchart.loading import Workspace
    from orgchart.model import Org

FORBIDDEN = frozenset('/\\:*?"<>|')

EXAMPLES = (
    "render -o diagrams",
    "render org/sales.yaml -o sales.svg",
    "render --organization sales --engine graphviz > sales.svg",
)


class Engine(str, Enum):
    """Who lays the picture out."""

    native = "native"
    graphviz = "graphviz"


def command(
    paths: Paths = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR", help="A .svg file for one organization, or a folder for all."
        ),
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Who lays it out; graphviz needs the program dot.")
    ] = Engine.native,
    organization: Organization = None,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Draw organizations as SVG.

    One organization goes to standard output or into a file, several go into a folder that gets an index page.
    """
    console = Console(color, quiet=quiet)
    target = Path(output) if output else None
    into_folder = target is not None and (target.is_dir() or not target.suffix)
    if target is not None and not into_folder and target.suffix.lower() != ".svg":
        raise SettingError(f"{output}: pictures are written as .svg", "name a file that ends in .svg, or a folder")
    workspace = read_for_query(paths, organization, console)
    _say_findings(workspace, console)
    drawable = []
    for org in workspace.organizations:
        if org.roles:
            drawable.append(org)
        else:
            console.note(f"{org.id} has no roles, so there is no picture of it")
    if into_folder and target is not None:
        _draw_all(drawable, target, engine, console)
    else:
        _draw_one(drawable, target, engine)
    everything = not workspace.unread and (into_folder or bool(drawable))
    raise typer.Exit(ExitStatus.FINE if everything else ExitStatus.FOUND)


def _say_findings(workspace: Workspace, console: Console) -> None:
    report = check(workspace)
    if report.findings:
        by_weight = ", ".join(counted(report.count(severity), severity.value) for severity in Severity)
        console.note(f"validate has {counted(len(report.findings), 'finding')} ({by_weight})")


def _draw_one(organizations: list[Org], target: Path | None, engine: Engine) -> None:
    if len(organizations) > 1:
        raise SettingError(
            f"there are {len(organizations)} organizations to draw",
            "write them into a folder with -o DIR, or choose one with --organization ID",
        )
    for org in organizations:
        text = render(OrgGraph(org), engine=engine.value)
        if target is None:
            sys.stdout.write(text)
        else:
            write(target, text)


def _draw_all(organizations: list[Org], folder: Path, engine: Engine, console: Console) -> None:
    entries: list[Entry] = []
    names: set[str] = set()
    for org in organizations:
        name = file_name(str(org.id), names)
        names.add(name.casefold())
        write(folder / name, render(OrgGraph(org), engine=engine.value))
        entries.append(Entry(id=str(org.id), name=str(org.name), roles=len(org.roles), file=name))
    write(folder / "index.html", index_page(entries))
    console.note(f"{counted(len(organizations), 'picture')} and index.html are in {folder}")


def file_name(identity: str, taken: set[str]) -> str:
    """A file name for an organization's picture: its id without what file systems forbid; numbered if taken."""
    safe = "".join("_" if letter in FORBIDDEN or letter < " " else letter for letter in identity).strip(". ")[:120]
    name, number = f"{safe or 'organization'}.svg", 1
    while name.casefold() in taken:
        number += 1
        name = f"{safe or 'organization'}-{number}.svg"
    return name
