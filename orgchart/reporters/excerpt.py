"""The source line of a finding with a caret under the words, measured in terminal cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from orgchart.source import Place, Source

WIDEST = 160
FARTHEST = 4 * WIDEST


def excerpt(place: Place, widest: int = WIDEST) -> tuple[str, str, str]:
    """The number of the line, the line, and the carets under it; empty words where the source has no such line.

    A line wider than `widest` cells is cut around the place, with … where something is left out. Characters that would
    move the cursor or turn the direction of writing are shown as �.
    """
    source = place.source
    if not source.text:
        return "", "", ""
    number, _column = source.position(place.start)
    begin, stop = _line(source, number)
    start = min(place.start, stop)
    first, last = _window(source.text, begin, stop, start, widest)
    head, tail = "…" if first > begin else "", "…" if last < stop else ""
    before = head + visible(source.text[first:start])
    under = visible(source.text[start : min(max(place.end, start + 1), last)])
    shown = before + under + visible(source.text[start + len(under) : last]) + tail
    return str(number), shown.rstrip(), " " * _cells(before) + "^" * max(_cells(under), 1)


def _line(source: Source, number: int) -> tuple[int, int]:
    """Where a line begins and where its words end."""
    starts = source.line_starts
    begin = starts[number - 1]
    stop = starts[number] if number < len(starts) else len(source.text)
    while stop > begin and source.text[stop - 1] in "\r\n":
        stop -= 1
    return begin, stop


def _window(text: str, begin: int, stop: int, start: int, widest: int) -> tuple[int, int]:
    """The part of a line to show: all of it, or as much as there is room for, three tenths of it before the place."""
    if stop - begin <= widest and _cells(visible(text[begin:stop])) <= widest:
        return begin, stop
    first, room = start, widest * 3 // 10
    while first > max(begin, start - FARTHEST) and (room := room - _cells(visible(text[first - 1]))) >= 0:
        first -= 1
    last, room = first, widest - 2
    while last < min(stop, start + FARTHEST) and (room := room - _cells(visible(text[last]))) >= 0:
        last += 1
    return first, last


def _cells(text: str) -> int:
    """The width of a text in terminal cells."""
    from rich.cells import cell_len  # noqa: PLC0415 - most runs show no line of a file

    return cell_len(text)
