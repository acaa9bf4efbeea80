"""`orgchart rules`."""

from __future__ import annotations

from orgchart.catalogue import PAGES
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format


def command(form: Format = Form.text, color: ColorOption = Color.auto) -> None:
    """The catalogue of rules: code, name, severity, what it finds."""
    console = Console(color)
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
    console.table(["code", "name", "severity", "finds"], rows)
    console.lines([[("orgchart rule CODE tells more about one of them.", "faint")]])
