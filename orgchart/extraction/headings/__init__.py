"""Headings: lines and openings of sentences that say whose description begins here.

车间主任岗位职责, 第二篇:采购经理岗位说明书, 岗位说明书(护士长), a title alone above its duties,
仓管员岗位职责:1. in running text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.extraction.headings.lines import about_roles, in_lines
from orgchart.extraction.headings.posts import amidst, announced, enumerated, numbered, openings, standing
from orgchart.extraction.headings.sentences import in_sentences, pieces
from orgchart.extraction.headings.subjects import subjects
from orgchart.extraction.headings.words import Heading
from orgchart.extraction.titles import ROLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Text

__all__ = ["Heading", "headings"]


def headings(text: Text, labels: Labels) -> list[Heading]:
    """All headings of a text, in reading order, no two at one place."""
    plain = (*in_sentences(text.clean), *pieces(text.clean), *in_lines(text, labels))
    told = {text.clean[one.name_start : one.name_end] for one in plain if one.kind == ROLE}
    further = (
        *_several(text.clean, enumerated(text, labels), told),
        *_several(text.clean, numbered(text, labels), told),
        *_several(text.clean, openings(text, labels)),
        *amidst(text, labels),
        *_several(text.clean, announced(text.clean), told),
        *standing(text, labels),
    )
    found = {heading.start: heading for heading in (*further, *plain)}
    named = told | {text.clean[one.name_start : one.name_end] for one in further}
    for heading in about_roles(text, labels, named):
        before = found.get(heading.start)
        if before is None or not (before.kind or before.piece or before.again):
            found[heading.start] = heading
    if not any(heading.kind == ROLE for heading in found.values()):
        found |= {heading.start: heading for heading in subjects(text, labels)}
    ordered = [found[start] for start in sorted(found)]
    kept: list[Heading] = []
    for heading in ordered:
        if kept and heading.start < kept[-1].end:
            continue
        kept.append(heading)
    return kept


def _several(clean: str, candidates: Iterable[Heading], told: Iterable[str] = ()) -> list[Heading]:
    """The candidates for headings, if they are of different roles, or of another than those that are `told` anyway."""
    found = list(candidates)
    return found if len({*told, *(clean[one.name_start : one.name_end] for one in found)}) > 1 else []
