"""`orgchart schema`."""

from __future__ import annotations

from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Quiet
from orgchart.readers.schema import json_schema

EXAMPLES = ("schema > organization.schema.json",)


def command(color: ColorOption = Color.auto, quiet: Quiet = False) -> None:
    """The JSON Schema of the organization file.

    An editor that knows it completes keys and marks mistakes while a file is written.
    """
    Console(color, quiet=quiet).json(json_schema())
