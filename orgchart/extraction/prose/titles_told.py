"""Titles that only the sentences tell, where no heading and no field does.

`acting` and `subject` tell whom a text without a title is about, `described` which roles sentences describe one by one.
"""

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
DUTIES = re.compile(
    "的(?:主要|具体|基本|核心|岗位|工作|日常)*职责(?:主要)?(?:是|为|包括|在于|涉及|涵盖|集中|更多|体现)"
)
OPENER = re.compile("(?:(?:首先|其次|然后|再者|此外|另外|最后|同时)[，,]?|(?:接下来|其次|再次|还有)是)")
IS = re.compile("(?:则|也|同样)?(?:是|作为|主要负责|负责(?!人)|，他们|，其|对|向|在|受|由|协助|扮演|承担|的职责)")
ITEM = re.compile(r"(?:^|[\n。；])[ \t]*(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.．)）]")
FEW = 2  # roles that sentences describe in turn, where none is the title
OFTEN = 3  # sentences that begin with the same title are about it


def acting(text: str) -> Iterator[tuple[Name, int, int]]:
    """履行市场总监职责: whose post the described person fills, with the stretch that says so."""
    for match in ACTS.finditer(text):
        start, end = match.span("who")
        names, last = listed(text, start, end)
        if len(names) == 1 and names[0].kind == ROLE and last == end and names[0].start == start:
            yield names[0], match.start(), match.end()


def subject(text: str, bounds: Bounds) -> Iterator[tuple[Name, int, int]]:
    """The role that sentence after sentence is about: 理货员应…, 理货员须…; none where there are two of them.

    Once is enough where a sentence says what the only such role is: 办公室主任是办公室的负责人.
    """
    first: dict[str, tuple[Name, int]] = {}
    counted: Counter[str] = Counter()
    for start in bounds.clauses:
        names, end = listed(text, start, min(len(text), start + LONGEST))
        if len(names) == 1 and names[0].kind == ROLE and names[0].start == start and SUBJECT.match(text, end):
            counted[names[0].words] += 1
            first.setdefault(names[0].words, (names[0], end))
    often = [words for words, count in counted.items() if count >= OFTEN]
    if len(counted) == 1 and not often and len(described(text, bounds, "")) < FEW:
        often = [words for words, (_name, end) in first.items() if text.startswith(("是", "作为"), end)]
    if len(often) == 1:
        name, end = first[often[0]]
        yield name, name.start, end


def described(text: str, bounds: Bounds, own: str) -> list[tuple[Name, int]]:
    """The roles that sentences describe one by one, each with the end of the words that say so.

    放款岗的主要职责是…，风险经理负责…; where a text has no title, also 首先，仓储主管是…接下来是仓储管理员，他们….
    """
    plain: dict[str, tuple[Name, int]] = {}
    turns: dict[str, tuple[Name, int]] = {}
    essay = not own and len(ITEM.findall(text)) < FEW  # numbered duties are somebody's
    for start, going_on in _clauses(text, bounds, every=essay):
        opener = OPENER.match(text, start)
        begin = opener.end() if opener else start
        names, end = listed(text, begin, min(len(text), begin + LONGEST))
        if len(names) != 1 or names[0].kind != ROLE or names[0].start != begin or names[0].words == own:
            continue
        told = DUTIES.match(text, end)
        if told or (going_on and plain and IS.match(text, end)):
            plain.setdefault(names[0].words, (names[0], told.end() if told else end))
        elif essay and IS.match(text, end):
            turns.setdefault(names[0].words, (names[0], end))
    return list((turns | plain if len(turns) >= FEW else plain).values())


def _clauses(text: str, bounds: Bounds, *, every: bool) -> Iterator[tuple[int, bool]]:
    """Where clauses begin, and whether the sentence went on there; not `every` one: those about somebody's duties."""
    told = {bounds.sentence(match.start()) for match in DUTIES.finditer(text)}
    sentences = frozenset(bounds.sentences)
    sentence = 0
    for start in bounds.clauses if every or told else ():
        sentence = start if start in sentences else sentence
        if every or sentence in told:
            yield start, start != sentence
