"""Options and arguments that several commands share, each written once."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

from orgchart.cli import completing


class Form(str, Enum):
    """How an answer is written."""

    text = "text"
    json = "json"


class Color(str, Enum):
    """When colour is used."""

    auto = "auto"
    always = "always"
    never = "never"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Files or folders; - is standard input. Default: org/.", show_default=False
    ),
]
RoleName = Annotated[
    str,
    typer.Argument(
        metavar="ROLE",
        help="A role: its id, title, alias, or a part of one.",
        autocompletion=completing.roles,
    ),
]
Organization = Annotated[
    str | None,
    typer.Option(
        "--organization",
        metavar="ID",
        help="Look at this organization only.",
        autocompletion=completing.organizations,
    ),
]
Format = Annotated[Form, typer.Option("--format", help="How the answer is written.")]
ColorOption = Annotated[Color, typer.Option("--color", help="When to use colour; NO_COLOR is honoured.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]
