"""Charts drawn with arrows: the line above the own post names its superiors, the line below those under it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.mentions import Mention
from orgchart.extraction.titles import BODY, ROLE, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

ARROW = re.compile("[↓⇓▼↑⇑▲]")
DRAWN = frozenset("↓⇓▼↑⇑▲| \t")
OWN = re.compile(r"[(（]?本(?:岗位?|职位?)[)）]?")
LONGEST_LINE = 80
LONGEST_STEM = 3


def lines(clean: str, start: int, end: int, title: str) -> Iterator[Mention]:
    """The superiors and subordinates that a chart of a description shows, around the line that names its own title."""
    at = start
    for arrow in ARROW.finditer(clean, start, end):
        if arrow.start() < at:
            continue  # the same line again
        line = _line_around(clean, arrow.start(), start, end)
        if line is None or not DRAWN.issuperset(clean[slice(*line)]):
            continue
        at = line[1]
        above, below = _named_line(clean, line[0] - 1, start, -1), _named_line(clean, line[1] + 1, end, 1)
        if above and below and _is_own(clean[slice(*below)], title):
            yield from _named("reports_to", clean, *above)
        elif above and below and _is_own(clean[slice(*above)], title):
            yield from _named("supervises", clean, *below)


def _line_around(clean: str, place: int, start: int, end: int) -> tuple[int, int] | None:
    """Where the line of a place begins and ends, if it is short."""
    low, high = max(start, place - LONGEST_LINE), min(end, place + LONGEST_LINE)
    begin, stop = clean.rfind("\n", low, place) + 1, clean.find("\n", place, high)
    if not begin and low > start:
        return None
    if stop < 0 and high < end:
        return None
    return max(begin, start), high if stop < 0 else stop


def _named_line(clean: str, place: int, limit: int, step: int) -> tuple[int, int] | None:
    """The nearest line from a place on, upwards or downwards, that holds more than the stem of an arrow."""
    for _line in range(LONGEST_STEM):
        if (step < 0 and place < limit) or (step > 0 and place >= limit):
            return None
        low, high = (limit, place + 1) if step < 0 else (place, limit)
        line = _line_around(clean, place, low, min(high, len(clean)))
        if line is None:
            return None
        words = clean[slice(*line)].strip()
        if words and not DRAWN.issuperset(words):
            return line
        place = line[0] - 1 if step < 0 else line[1] + 1
    return None


def _is_own(words: str, title: str) -> bool:
    return OWN.search(words) is not None or "".join(words.split()) == title


def _named(field: str, clean: str, start: int, end: int) -> Iterator[Mention]:
    for name in names_in(clean[start:end]):
        wanted = name.kind == ROLE or (name.kind == BODY and field == "reports_to")
        yield Mention(
            field=field,
            words=name.words,
            start=start + name.start,
            end=start + name.end,
            quote_start=start + name.start,
            quote_end=start + name.end,
            stage="field",
            pattern="chart",
            passed_over="" if wanted else name.why or "not known as a role's name",
        )
