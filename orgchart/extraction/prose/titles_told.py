"""Titles that only the sentences tell, where no heading and no field does."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from orgchart.extraction.prose.running import LONGEST, ROLE, Name, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.extraction.prose.running import Bounds

FIELD = "title"
ACTS = re.compile("履行(?P<who>[一-鿿]{2,12}?)的?(?:岗位|工作)?职责")
SUBJECT = re.compile("是|应|须|要|必须|有责任|负责|需|每[天日周月]|不得|不准|在|对|向|与")
OFTEN = 3  # sentences that begin with the same title are about it


def acting(text: str) -> Iterator[tuple[Name, int, int]]:
    """履行市场总监职责: whose post the described person fills, with the stretch that says so."""
    for match in ACTS.finditer(text):
        start, end = match.span("who")
        names, last = listed(text, start, end)
        if len(names) == 1 and names[0].kind == ROLE and last == end and names[0].start == start:
            yield names[0], match.start(), match.end()


def subject(text: str, bounds: Bounds) -> Iterator[tuple[Name, int, int]]:
    """The role that sentence after sentence is about: 理货员应…, 理货员须…; none where there are two of them."""
    first: dict[str, tuple[Name, int]] = {}
    counted: Counter[str] = Counter()
    for start in bounds.clauses:
        names, end = listed(text, start, min(len(text), start + LONGEST))
        if len(names) == 1 and names[0].kind == ROLE and names[0].start == start and SUBJECT.match(text, end):
            counted[names[0].words] += 1
            first.setdefault(names[0].words, (names[0], end))
    often = [words for words, count in counted.items() if count >= OFTEN]
    if len(often) == 1:
        name, end = first[often[0]]
        yield name, name.start, end
