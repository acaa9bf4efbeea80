"""Headings: lines and openings of sentences that say whose description begins here.

车间主任岗位职责, 第二篇:采购经理岗位说明书, 岗位说明书(护士长), a title alone above its duties,
仓管员岗位职责:1. in running text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.headings.lines import about_roles, in_lines
from orgchart.extraction.headings.posts import amidst, announced, enumerated, numbered, openings, standing
from orgchart.extraction.headings.sentences import in_sentences, pieces
from orgchart.extraction.headings.subjects import subjects
from orgchart.extraction.headings.words import Heading
from orgchart.extraction.titles import ROLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Text

COLLECTION = re.compile(r"(?:精选|通用|推荐|优秀|共|范文|大全|合集|[(（\[【])\s*[2-9]\d?\s*篇|[2-9]\d?\s*篇[)）\]】]")
FRONT_PAGE = 300  # where a collection says how many pieces it has
FEWEST_PIECES = 2

__all__ = ["Heading", "headings"]


def headings(text: Text, labels: Labels) -> list[Heading]:
    """All headings of a text, in reading order, no two at one place."""
    plain = _counted(text.clean, (*in_sentences(text.clean), *pieces(text.clean), *in_lines(text, labels)))
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


def _counted(clean: str, found: Sequence[Heading]) -> Sequence[Heading]:
    """The headings, of which numbered ones begin pieces: in a page that says how many it has, or under one name again.

    银行岗位职责1, 银行岗位职责2; 仓库主管岗位职责【一】 in a page of three.
    """
    numbered = [one for one in found if one.ordinal]
    names = [clean[one.name_start : one.name_end] for one in numbered]
    if len(numbered) < FEWEST_PIECES:
        return found
    told = COLLECTION.search(clean, 0, FRONT_PAGE) is not None
    again = {
        name for one, name in zip(numbered, names, strict=True) if name and one.kind != ROLE and names.count(name) > 1
    }
    return [
        one._replace(piece=True) if one.ordinal and (told or clean[one.name_start : one.name_end] in again) else one
        for one in found
    ]


def _several(clean: str, candidates: Iterable[Heading], told: Iterable[str] = ()) -> list[Heading]:
    """The candidates for headings, if they are of different roles, or of another than those that are `told` anyway."""
    found = list(candidates)
    return found if len({*told, *(clean[one.name_start : one.name_end] for one in found)}) > 1 else []
