"""`orgchart rules`."""

from __future__ import annotations

from orgchart.catalogue import PAGES
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Quiet

EXAMPLES = ("rules --format json",)


def command(form: Format = Form.text, color: ColorOption = Color.auto, quiet: Quiet = False) -> None:
    """The catalogue of rules, a line each."""
    console = Console(color, quiet=quiet)
    infos = [page.info for page in PAGES]
    if form is Form.json:
        console.json(
            {
                "rules": [
                    {"code": info.code, "name": info.name, "severity": info.severity.value, "finds": info.summary}
                    for info in infos
                ]
            }
        )
        return
    rows = [[info.code, info.name, info.severity.value, info.summary] for info in infos]
    console.table(["code", "name", "severity", "finds"], rows, whole=(0, 1, 2))
    console.lines([[], [("orgchart rule CODE tells more about one of them.", "faint")]])
