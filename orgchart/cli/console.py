"""Where words come out: answers to standard output, everything else to standard error."""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from orgchart.cli.options import Color

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

StyledLine = list[tuple[str, str]]

STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "place": "1",
    "strong": "1",
    "faint": "2",
    "dotted": "35",
}
LONG_TABLE = 1_000


class Console:
    """One command's way to speak: whether in colour, and whether at all on standard error."""

    def __init__(self, color: Color = Color.auto, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.in_color = wants_color(color)

    def lines(self, lines: Iterable[StyledLine]) -> None:
        """Print lines of (words, style) pairs."""
        write = sys.stdout.write
        for line in lines:
            write("".join(self._painted(words, style) for words, style in line).rstrip(" ") + "\n")

    def _painted(self, words: str, style: str) -> str:
        return f"\x1b[{STYLES[style]}m{words}\x1b[0m" if self.in_color and style else words

    def json(self, document: Any) -> None:
        """Print one JSON document."""
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")

    def note(self, words: str) -> None:
        """Say something beside the answer, unless silence was asked for."""
        if not self.quiet:
            print(f"note: {words}", file=sys.stderr)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> None:
        """Print a table; `numbers` are the columns to align at the right.

        On a terminal it keeps to the terminal's width, in a pipe nothing is cut. A very long table is written without
        the comfort, a row a line.
        """
        if len(rows) > LONG_TABLE:
            for row in (columns, *rows):
                sys.stdout.write("\t".join(row) + "\n")
            return
        from rich.box import SIMPLE_HEAD
        from rich.console import Console as RichConsole
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
        for number, column in enumerate(columns):
            table.add_column(column, justify="right" if number in numbers else "left", no_wrap=number in numbers)
        for row in rows:
            table.add_row(*(Text(cell) for cell in row))
        width = None if sys.stdout.isatty() else 10_000
        console = RichConsole(
            file=sys.stdout, width=width, force_terminal=self.in_color, no_color=not self.in_color, highlight=False
        )
        with console.capture() as captured:
            console.print(table)
        sys.stdout.write("".join(line.rstrip() + "\n" for line in captured.get().strip("\n").split("\n")))


def wants_color(color: Color) -> bool:
    """Whether standard output gets colour: as asked, else on a terminal that has some."""
    if color is not Color.auto:
        return color is Color.always
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def width() -> int | None:
    """The width of the terminal in cells; None where the output is no terminal and nothing need be cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None
