"""A file's words become parts of organizations. Nothing here raises for what a person wrote: it is found and told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.pausing import paused_collector
from orgchart.readers.assembling import Assembled, assemble
from orgchart.readers.decoding import decode
from orgchart.readers.draft import Draft
from orgchart.readers.nodes import MAX_BYTES, UnreadableError
from orgchart.readers.parts import Part, read_parts

if TYPE_CHECKING:
    from orgchart.findings import Finding
    from orgchart.source import Source

__all__ = [
    "MAX_BYTES",
    "STDIN",
    "SUFFIXES",
    "Assembled",
    "Part",
    "UnreadableError",
    "assemble",
    "decode",
    "read",
    "unreadable",
]

SUFFIXES = (".yaml", ".yml", ".json")
STDIN = "<stdin>"
LIKE_JSON = r'\s*\{\s*["}]'


@paused_collector()
def read(source: Source, default_id: str) -> tuple[list[Part], list[Finding]]:
    """The parts of organizations that one text states, and what is wrong with the text itself.

    A path that ends in `.json` is read as JSON; so is standard input that begins like it; all other is YAML.
    """
    try:
        if source.path.endswith(".json") or (source.path == STDIN and re.match(LIKE_JSON, source.text)):
            from orgchart.readers.json_text import parse_json  # noqa: PLC0415 - YAML needs no JSON scanner

            root = parse_json(source, sheets=True)
        else:
            from orgchart.readers.yaml_text import parse_yaml  # noqa: PLC0415 - JSON needs no YAML parser

            root = parse_yaml(source)
        return read_parts(root, source, default_id)
    except UnreadableError as error:
        return [], unreadable(error)


def unreadable(error: UnreadableError) -> list[Finding]:
    """The finding for a file that breaks."""
    draft = Draft()
    draft.unreadable(error)
    return draft.findings
