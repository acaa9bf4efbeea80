"""`orgchart validate`."""

from __future__ import annotations

from typing import Annotated

import typer

from orgchart.checking import check
from orgchart.cli.console import Console
from orgchart.cli.guard import ExitStatus
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths
from orgchart.cli.settings import configured
from orgchart.cli.states import At, ChangedOnly, Since, States
from orgchart.config import MAX_LAYERS, MAX_SPAN

EXAMPLES = (
    "validate",
    "validate org/sales.yaml --severity ORG401=error --max-span 10",
    "validate --since origin/main --changed-only",
    "validate --select ORG3 --ignore skip-level --format json",
)


def command(
    paths: Paths = None,
    organization: Organization = None,
    at: At = None,
    since: Since = None,
    changed_only: ChangedOnly = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select", metavar="CODES", help="Run these codes, names or beginnings (ORG3) only; several with commas."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODES", help="Do not run these codes, names or beginnings.")
    ] = None,
    severity: Annotated[
        list[str] | None,
        typer.Option("--severity", metavar="CODE=LEVEL", help="Weigh a code as error, warning or note."),
    ] = None,
    max_span: Annotated[
        int | None,
        typer.Option("--max-span", metavar="N", min=1, help=f"The widest span of control (default {MAX_SPAN})."),
    ] = None,
    max_layers: Annotated[
        int | None, typer.Option("--max-layers", metavar="N", min=1, help=f"The most layers (default {MAX_LAYERS}).")
    ] = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Leave out findings of severity note.")] = False,
) -> None:
    """Check organizations and show all findings in one run.

    Each finding stands at its file:line:column. The exit status is 1 where one of them is an error.
    """
    console = Console(color, quiet=quiet)
    config = configured(select=select, ignore=ignore, severity=severity, max_span=max_span, max_layers=max_layers)
    states = States(paths, organization, at=at, since=since, changed=changed_only)
    report = states.concerning(check(states.workspace, config, states.before), config, console)
    if form is Form.json:
        from orgchart.reporters.machine import as_json

        console.json(as_json(report))
    else:
        from orgchart.reporters.text import as_text

        console.lines(as_text(report, show_notes=not quiet, width=console.width), folded=False)
    raise typer.Exit(ExitStatus.FOUND if report.failed else ExitStatus.FINE)
