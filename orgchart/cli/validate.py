"""`orgchart validate`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.checking import check
from orgchart.cli.console import Console
from orgchart.cli.guard import ExitStatus
from orgchart.cli.known import update_baseline, without_baseline
from orgchart.cli.options import Color, ColorOption, Organization, Paths
from orgchart.cli.reporting import ReportFormat, Reporting, Target, chosen, keep_apart, locator, targets
from orgchart.cli.settings import configured
from orgchart.cli.states import At, ChangedOnly, Since, States
from orgchart.config import MAX_LAYERS, MAX_PARTNERS, MAX_REMOVALS, MAX_SPAN
from orgchart.errors import SettingError

if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLES = (
    "validate",
    "validate org/sales.yaml --severity ORG401=error --max-span 10",
    "validate --since origin/main --changed-only",
    "validate --select ORG3 --ignore skip-level --format json",
    "validate --output sarif:orgchart.sarif --output report.xml",
    "validate --baseline known.json --update-baseline",
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
    max_removals: Annotated[
        int | None,
        typer.Option(
            "--max-removals", metavar="N", min=0, help=f"The most roles a change takes away (default {MAX_REMOVALS})."
        ),
    ] = None,
    max_partners: Annotated[
        int | None,
        typer.Option(
            "--max-partners",
            metavar="N",
            min=1,
            help=f"The most partners one role coordinates with (default {MAX_PARTNERS}).",
        ),
    ] = None,
    documents: Annotated[
        str | None,
        typer.Option("--documents", metavar="DIR", help="The folder of the documents that sources name."),
    ] = None,
    config: Annotated[
        str | None,
        typer.Option(
            "--config",
            metavar="FILE",
            help="The settings. Default: the nearest orgchart.toml, or pyproject.toml with [tool.orgchart], "
            "here or above.",
        ),
    ] = None,
    baseline: Annotated[
        str | None, typer.Option("--baseline", metavar="FILE", help="Count only findings that this file does not know.")
    ] = None,
    update: Annotated[
        bool, typer.Option("--update-baseline", help="Write all that is found now into the baseline.")
    ] = False,
    form: Annotated[
        ReportFormat,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How standard output is written: text, json, sarif, github, gitlab, junit or markdown. "
            "Default: github or gitlab in their jobs, else text.",
            show_default=False,
        ),
    ] = ReportFormat.auto,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT:]FILE",
            help="Write the report into a file too; may be given several times.",
        ),
    ] = None,
    show_accepted: Annotated[
        bool,
        typer.Option("--show-accepted", help="Tell ignored and known findings too, apart (text, json, sarif)."),
    ] = False,
    color: ColorOption = Color.auto,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Leave out findings of severity note.")] = False,
) -> None:
    """Check organizations and show all findings in one run.

    Each finding stands at its file:line:column. The exit status is 1 where one of them is an error.
    """
    console = Console(color, quiet=quiet)
    files = targets(output, form)
    settings = configured(
        file=config,
        select=select,
        ignore=ignore,
        severity=severity,
        max_span=max_span,
        max_layers=max_layers,
        max_removals=max_removals,
        max_partners=max_partners,
        documents=documents,
        baseline=baseline,
    )
    states = States(paths, organization, at=at, since=since, changed=changed_only)
    report = check(states.workspace, settings, states.before)
    keep_apart(files, settings.baseline, report)
    if not update:
        report = without_baseline(report, states.workspace, settings)
    elif settings.baseline is None:
        raise SettingError("--update-baseline: which file?", "name it with --baseline FILE, or in the settings")
    else:
        report = update_baseline(settings.baseline, report, console)
    report = states.concerning(report, settings, console)
    _tell(Reporting(report, locator(os.environ), show_accepted), form, files, console)
    raise typer.Exit(ExitStatus.FOUND if report.failed else ExitStatus.FINE)


def _tell(reporting: Reporting, form: ReportFormat, files: Sequence[Target], console: Console) -> None:
    reporting.write(files)
    shown = chosen(form, files, os.environ)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if shown is ReportFormat.github and summary:
        reporting.add_step_summary(summary, console)
    reporting.print(shown, console, asked=form is not ReportFormat.auto)
