"""Where words come out: answers to standard output, everything else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

from orgchart.cli.options import Color
from orgchart.reporters.visible import json_text, visible

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
    "added": "32",
    "removed": "31",
    "moved": "36",
}
LONG_TABLE = 1_000


class Console:
    """One command's way to speak: whether in colour, how wide, and whether at all on standard error.

    `width` is the terminal's in cells, or None where the output is no terminal and every line may be as long as it is.
    Whatever is printed is only shown by the terminal, never obeyed.
    """

    def __init__(self, color: Color = Color.auto, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.in_color = wants_color(color)
        self.width = width()

    def lines(self, lines: Iterable[StyledLine], *, folded: bool = True) -> None:
        """Print lines of (words, style) pairs, folded to the width of a terminal unless that is not wanted."""
        write = sys.stdout.write
        for line in lines:
            shown = [(visible(words), style) for words, style in line]
            for part in self._folded(shown) if folded and self.width else (shown,):
                write("".join(self._painted(words, style) for words, style in part).rstrip(" ") + "\n")

    def _folded(self, line: StyledLine) -> Sequence[StyledLine]:
        if self.width is None or 2 * sum(len(words) for words, _style in line) <= self.width:
            return (line,)  # a character takes two cells at most
        from orgchart.cli.folding import folded

        return folded(line, self.width)

    def _painted(self, words: str, style: str) -> str:
        return f"\x1b[{STYLES[style]}m{words}\x1b[0m" if self.in_color and style and words else words

    def json(self, document: Any) -> None:
        """Print one JSON document."""
        sys.stdout.write(json_text(document))

    def document(self, text: str) -> None:
        """Print a whole document, made by a reporter that keeps it harmless."""
        sys.stdout.write(text)

    def note(self, words: str) -> None:
        """Say something beside the answer, unless silence was asked for."""
        if not self.quiet:
            print(f"note: {visible(words)}", file=sys.stderr)

    def table(
        self,
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        numbers: Sequence[int] = (),
        whole: Sequence[int] = (),
        beside: int | None = None,
    ) -> None:
        """Print a table; `numbers` are the columns to align at the right.

        On a terminal it keeps to the terminal's width: the column `beside` is left out where there is no room for it,
        and words are folded, except in the columns `whole`. In a pipe nothing is folded or left out. A very long table
        is written without the comfort, a row a line.
        """
        shown = [[visible(cell) for cell in row] for row in (columns, *rows)]
        if len(shown) > LONG_TABLE:
            sys.stdout.writelines("\t".join(row) + "\n" for row in shown)
            return
        from orgchart.cli.tables import table_lines

        lines = table_lines(
            shown, width=self.width, in_color=self.in_color, numbers=numbers, whole=whole, beside=beside
        )
        sys.stdout.writelines(line + "\n" for line in lines)


def shortened(words: Sequence[str], longest: int = 40) -> list[str]:
    """Words in a row, without those in the middle where there are too many for a reader."""
    if len(words) <= longest:
        return list(words)
    half = longest // 2
    return [*words[:half], f"… {len(words) - 2 * half:,} more …", *words[-half:]]


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
