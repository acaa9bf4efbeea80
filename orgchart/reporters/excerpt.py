"""The source line of a finding with a caret under the words, measured in terminal cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from orgchart.source import Place

WIDEST = 160
BEFORE = 48


def excerpt(place: Place) -> tuple[str, str, str]:
    """The number of the line, the line, and the carets under it; empty words where the source has no such line.

    A line wider than 160 cells is cut around the place, with … where something is left out. Characters that would move
    the cursor or turn the direction of writing are shown as �.
    """
    source = place.source
    number, column = source.position(place.start)
    if not source.text:
        return "", "", ""
    line = source.line(number)
    start = min(column - 1, len(line))
    end = place.end_column - 1 if place.end_line == number else len(line)
    end = min(max(end, start + 1), max(len(line), start + 1))
    line, start, end = _cut(line, start, end)
    shown = visible(line)
    gap = " " * cell_len(shown[:start])
    return str(number), shown.rstrip(), gap + "^" * max(cell_len(shown[start:end]), 1)


def _cut(line: str, start: int, end: int) -> tuple[str, int, int]:
    if len(line) <= WIDEST and cell_len(visible(line)) <= WIDEST:
        return line, start, end
    first = max(0, start - BEFORE)
    last = min(len(line), first + WIDEST // 2)
    end = min(end, last)
    head, tail = "…" if first else "", "…" if last < len(line) else ""
    return head + line[first:last] + tail, start - first + len(head), end - first + len(head)
