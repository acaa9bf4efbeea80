"""Measure everything a promise was made about, and print the ratios: `make bench`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml

from benchmarks.drawing import drawing
from benchmarks.extraction import extraction
from benchmarks.measuring import best, process, row
from benchmarks.organizations import as_json, rich_yaml, roles
from benchmarks.revisions import revisions
from benchmarks.validating import validating
from orgchart.readers import assemble, read
from orgchart.readers.json_text import parse_json
from orgchart.readers.yaml_text import parse_yaml
from orgchart.source import Source

EMPTY_PROGRAM = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    print("done")
app()
"""


def reading() -> None:
    """YAML and JSON of 10,000 roles to the tree and to the model."""
    text = rich_yaml(10_000)

    def walk() -> None:
        next_event: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text).get_event
        while type(next_event()) is not yaml.StreamEndEvent:
            pass

    bare = best(walk)
    row(
        "YAML, 10,000 roles → tree with places",
        best(lambda: parse_yaml(Source("a.yaml", text))),
        bare,
        "bare event walk",
        "2.5",
    )
    model = best(lambda: assemble(read(Source("a.yaml", text), "a")[0]))
    row("YAML, 10,000 roles → model", model, bare, "bare event walk", "3.5")
    as_text = as_json(roles(10_000))
    plain = best(lambda: parse_json(Source("a.json", as_text)))
    row(
        "JSON, 10,000 roles → tree with places",
        plain,
        best(lambda: yaml.safe_load("a: 1")) + bare,
        "bare YAML event walk",
    )


def starting(folder: Path) -> None:
    """Whole processes: a question in a pipe beside an empty typer program."""
    program = folder / "empty.py"
    program.write_text(EMPTY_PROGRAM, encoding="utf-8")
    empty = process([sys.executable, str(program)])
    ask = [sys.executable, "-m", "orgchart", "who-reports-to", "客户总监"]
    one = process([*ask, "org/ad-agency.yaml"])
    row("who-reports-to, one file", one, empty, "an empty typer program", "1.5")
    row("who-reports-to, all of org/", process([*ask, "org"]), empty, "an empty typer program", "2")


def main() -> None:
    """Run every benchmark."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", "orgchart"], check=True)
    with tempfile.TemporaryDirectory() as name:
        starting(Path(name))
        reading()
        validating()
        drawing(Path(name))
        revisions(Path(name))
        extraction()


if __name__ == "__main__":
    main()
