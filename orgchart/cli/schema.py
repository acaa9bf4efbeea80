"""`orgchart schema`."""

from __future__ import annotations

from orgchart.cli.console import Console
from orgchart.readers.schema import json_schema


def command() -> None:
    """The JSON Schema of the organization file, for editors and other tools."""
    Console().json(json_schema())
