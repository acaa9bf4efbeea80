"""The application: which commands there are, and which of them this run needs."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer

from orgchart import __version__
from orgchart.cli.guard import guarded

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "init": "init",
    "validate": "validate",
    "render": "render",
    "who-reports-to": "who_reports_to",
    "chain": "chain",
    "common-superior": "common_superior",
    "coordinates-with": "coordinates_with",
    "span": "span",
    "show": "show",
    "list": "listing",
    "diff": "diff",
    "log": "log",
    "what-if": "what_if",
    "import": "importing",
    "export": "export",
    "rules": "rules",
    "rule": "rule",
    "schema": "schema",
}


def run() -> None:
    """Run the command the arguments of the process ask for; only that command's module is imported."""
    _open_streams()
    asked = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    one = asked in COMMANDS and "_ORGCHART_COMPLETE" not in os.environ
    build([asked] if one and asked else list(COMMANDS))(prog_name="orgchart")


def _open_streams() -> None:
    """Make the standard streams write whatever there is to write; one that the caller closed leads nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open as long as we run
        elif mode == "w" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def build(names: Sequence[str]) -> typer.Typer:
    """The application with some of its commands."""
    app = typer.Typer(
        name="orgchart",
        help="An organization as code: roles and reporting lines as reviewed text, checked, queried and drawn.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=len(names) > 1,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in names:
        module = import_module(f"orgchart.cli.{COMMANDS[name]}")
        app.command(name, epilog=_examples(getattr(module, "EXAMPLES", ())))(guarded(module.command))
    return app


def _examples(lines: Sequence[str]) -> str | None:
    return "\n".join(["\b", "Examples:", *(f"  orgchart {line}" for line in lines)]) if lines else None


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"orgchart {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_say_version, is_eager=True)
    ] = False,
) -> None:
    del version
