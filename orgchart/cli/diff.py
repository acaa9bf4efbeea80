"""`orgchart diff OLD NEW`, `orgchart diff --git REV`."""

from __future__ import annotations

import sys
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.changes import ACTIONS, diff
from orgchart.cli.console import Console
from orgchart.cli.guard import ExitStatus
from orgchart.cli.options import Color, ColorOption, Organization, Quiet
from orgchart.cli.revisions import comparable, two_states
from orgchart.errors import SettingError
from orgchart.names import Nearest
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from orgchart.changes import Changes
    from orgchart.findings import Report

EXAMPLES = (
    "diff org-2025 org-2026",
    "diff --git HEAD",
    "diff --git main...HEAD --format markdown",
    "diff --git HEAD~1 -o changes.svg",
    "diff --git main --fail-on removed,moved",
)


class Format(str, Enum):
    """How the difference is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    svg = "svg"
    html = "html"


def command(
    states: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[OLD NEW | PATH...]",
            help="Two folders or files; with --git the paths to compare (default: org/).",
            show_default=False,
        ),
    ] = None,
    git: Annotated[
        str | None,
        typer.Option(
            "--git", metavar="REV[..REV]", help="Compare a revision with the files as they are, or two revisions."
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", metavar="FORMAT", help="text, json, markdown, svg or html; default: text."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE|DIR", help="Draw it: a .svg, .html, .png or .pdf, or a folder for all."
        ),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="ACTIONS", help=f"Exit with 1 where one occurs: {', '.join(ACTIONS)}."),
    ] = None,
    review: Annotated[
        bool,
        typer.Option("--check", help="Judge the change by the rules ORG6xx too; exit with 1 where one finds an error."),
    ] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 where anything differs.")] = False,
    organization: Organization = None,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """What changed between two states, and whom it touches.

    Roles were added, removed, moved (another primary superior or unit), renamed, or changed in any other field; told
    too is whose chain of command is another one now. With --git nothing is checked out. The exit status is 0 unless a
    guard was asked for: removals and the like, findings of the review rules, or any difference.
    """
    console = Console(color, quiet=quiet)
    guarded = _actions(fail_on)
    if output is not None:
        from orgchart.cli.change_pictures import target_of

        target_of(output)
    before, after = two_states(states or (), git)
    old, new = comparable(before, after, console)
    changes = _only(diff(old, new), organization)
    report = None
    if review:
        from orgchart.cli.reviewing import reviewed

        report = reviewed(before.workspace, after.workspace, organization)
    pictured = form in {Format.svg, Format.html}
    if pictured or output is not None:
        from orgchart.cli.change_pictures import draw_changes

        draw_changes(changes, output, form.value if form and pictured else None, console)
    if not pictured:
        _tell(changes, report, form or Format.text, console)
    elif report is not None:
        console.note(f"the review rules have {counted(len(report.findings), 'finding')}")
    occurred = {change.action for one in changes.organizations for change in one.changes}
    failed = bool(occurred & guarded) or (exit_code and not changes.empty) or (report is not None and report.failed)
    raise typer.Exit(ExitStatus.FOUND if failed else ExitStatus.FINE)


def _actions(words: str | None) -> set[str]:
    asked = {word.strip() for word in (words or "").split(",") if word.strip()}
    for word in sorted(asked - set(ACTIONS)):
        near = Nearest(ACTIONS).to(word)
        raise SettingError(
            f"--fail-on {word}: no such action",
            f"did you mean {near[0]}?" if near else f"there are {', '.join(ACTIONS)}",
        )
    return asked


def _only(changes: Changes, organization: str | None) -> Changes:
    """The changes of one organization; raises `SettingError` where neither state has it."""
    if organization is None:
        return changes
    kept = tuple(one for one in changes.organizations if one.id == organization)
    if not kept:
        near = Nearest(one.id for one in changes.organizations).to(organization)
        hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart list` names them all"
        raise SettingError(f"there is no organization {organization} in either state", hint)
    return changes.replace(organizations=kept)


def _tell(changes: Changes, report: Report | None, form: Format, console: Console) -> None:
    if form is Format.json:
        from orgchart.reporters.machine import as_json

        told = changes.to_json()
        console.json(told if report is None else {**told, **as_json(report)})
    elif form is Format.markdown:
        from orgchart.reporters.changes.markdown import as_markdown

        sys.stdout.write(as_markdown(changes, report))
    else:
        from orgchart.reporters.changes.text import as_text

        console.lines(as_text(changes))
        if report is not None:
            from orgchart.reporters.text import as_text as findings_as_text

            console.lines([[]])
            console.lines(findings_as_text(report, width=console.width), folded=False)
