"""What the stripes of the cards are coloured by: department, grade, layer or span of control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.errors import SettingError
from orgchart.record import NamedTuple
from orgchart.rendering.cleaning import clean
from orgchart.rendering.scene import NOBODY, Sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.departments import Departments
    from orgchart.rendering.compose.words import Words

COLOURINGS: Final = ("unit", "grade", "layer", "span")
_SPANS: Final = ((1, 3), (4, 7), (8, 15))
"""Spans of control that share a colour; a wider one has the next colour."""


class Colouring(NamedTuple):
    """The colour of each role (`NOBODY`: plain), the entries that explain the colours, and the colours of a file."""

    tones: Sequence[int]
    entries: Sequence[str]
    plain: str
    own: tuple[tuple[int, str], ...] = ()

    def samples(self, drawn: Sequence[int]) -> list[Sample]:
        """List the entries of the legend for the colours that are drawn."""
        used = set(drawn)
        found = [Sample("tone", words, tone) for tone, words in enumerate(self.entries) if tone in used]
        return [*found, Sample("tone", self.plain)] if found and NOBODY in used else found


def colouring_of(graph: OrgGraph, departments: Departments, words: Words, by: str) -> Colouring:
    """Find the colours; a name that is no colouring is a SettingError."""
    if by == "unit":
        tones = [departments.tone.get(name, NOBODY) for name in departments.unit]
        return Colouring(tones, [clean(name) for name in departments.legend], words.no_unit, departments.colours)
    if by == "grade":
        grades = [clean(role.grade or "") for role in graph.roles]
        order = {grade: tone for tone, grade in enumerate(dict.fromkeys(grade for grade in grades if grade))}
        entries = [words.grade.format(grade) for grade in order]
        return Colouring([order.get(grade, NOBODY) for grade in grades], entries, words.no_grade)
    if by == "layer":
        tones = [NOBODY if layer is None else layer - 1 for layer in graph.layers]
        entries = [words.layer.format(tone + 1) for tone in range(max(tones, default=NOBODY) + 1)]
        return Colouring(tones, entries, words.no_layer)
    if by == "span":
        entries = [words.span.format(f"{low}–{high}") for low, high in _SPANS]
        wider = words.span.format(f"> {_SPANS[-1][1]}")
        return Colouring([_span_tone(len(reports)) for reports in graph.reports], [*entries, wider], words.no_span)
    raise SettingError(f"cards cannot be coloured by {by}", f"choose one of {', '.join(COLOURINGS)}")


def _span_tone(span: int) -> int:
    if not span:
        return NOBODY
    return next((tone for tone, (_, high) in enumerate(_SPANS) if span <= high), len(_SPANS))
