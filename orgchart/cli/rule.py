"""`orgchart rule CODE`."""

from __future__ import annotations

import inspect
import sys
from typing import Annotated

import typer

from orgchart.catalogue import find, way_out
from orgchart.cli import completing
from orgchart.cli.console import Console, width
from orgchart.cli.options import Color, ColorOption, Form, Format, Quiet
from orgchart.errors import UnknownNameError

EXAMPLES = (
    "rule ORG301",
    "rule reporting-cycle",
)


def command(
    code: Annotated[
        str,
        typer.Argument(
            metavar="CODE", help="A code such as ORG301, or a rule's name.", autocompletion=completing.rules
        ),
    ],
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """One rule's page: what, why, a bad and a good example."""
    console = Console(color, quiet=quiet)
    page = find(code)
    if page is None:
        raise UnknownNameError(f"there is no rule {code}", way_out(code))
    info, text = page.info, inspect.cleandoc(page.__doc__ or "")
    if form is Form.json:
        console.json({"code": info.code, "name": info.name, "severity": info.severity.value, "page": text})
        return
    heading = f"# {info.code} {info.name} [{info.severity.value}]\n\n"
    if console.in_color:
        from rich.console import Console as RichConsole
        from rich.markdown import Markdown

        RichConsole(file=sys.stdout, width=min(width() or 100, 100), force_terminal=True).print(
            Markdown(heading + text)
        )
    else:
        sys.stdout.write(f"{heading}{text}\n")
