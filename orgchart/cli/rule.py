"""`orgchart rule CODE`."""

from __future__ import annotations

import inspect
import sys
from typing import Annotated

import typer

from orgchart.catalogue import PAGES, find
from orgchart.cli.console import Console, width
from orgchart.cli.guard import ExitStatus, complain
from orgchart.cli.options import Color, ColorOption, Form, Format
from orgchart.errors import SettingError
from orgchart.names import Nearest


def command(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A code such as ORG301, or a rule's name.")],
    form: Format = Form.text,
    color: ColorOption = Color.auto,
) -> None:
    """One rule's page: what it finds, why it matters, a bad and a good example."""
    console = Console(color)
    page = find(code)
    if page is None:
        near = Nearest(label for known in PAGES for label in (known.info.code, known.info.name)).to(code)
        hint = f"did you mean {' or '.join(near)}?" if near else "`orgchart rules` lists them"
        complain(SettingError(f"there is no rule {code}", hint))
        raise typer.Exit(ExitStatus.FOUND)
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
