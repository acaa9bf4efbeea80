"""Tables for the terminal and for pipes."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

ENDLESS = 10_000_000
GAP = 3


def table_lines(
    rows: Sequence[Sequence[str]],
    *,
    width: int | None,
    in_color: bool,
    numbers: Sequence[int],
    whole: Sequence[int],
    beside: int | None,
) -> list[str]:
    """The lines of a table whose first row names the columns; `Console.table` tells the rest."""
    widest = [max(cell_len(row[column]) for row in rows) for column in range(len(rows[0]))]
    shown = list(range(len(widest)))
    if width is not None and beside is not None and sum(widest) + GAP * (len(widest) - 1) > width:
        shown.remove(beside)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for column in shown:
        table.add_column(
            rows[0][column],
            justify="right" if column in numbers else "left",
            no_wrap=column in numbers or column in whole,
            overflow="fold",
        )
    for row in rows[1:]:
        table.add_row(*(Text(row[column]) for column in shown))
    out = StringIO()
    console = Console(
        file=out,
        width=ENDLESS if width is None else width,
        force_terminal=in_color,
        no_color=not in_color,
        highlight=False,
    )
    console.print(table)
    return [line.rstrip() for line in out.getvalue().splitlines()]
