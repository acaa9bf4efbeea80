"""Paragraphs that open with whom they are about: 第五条 食堂管理员对总务主任负责, 值机主管(六人)对客运值班经理负责."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.headings.words import INSIDE, LONGEST_TITLE, NUMBER, VERB_FIRST, Heading, after_numbering
from orgchart.extraction.titles import BARE, ROLE, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Text

FRONT = rf"(?:第{NUMBER}[条款]\s*[:：、.．]?|(?:答|A)\s*[:：])[ \t]*"
BREAK = re.compile(r"[\s:：|,，。;；、()（）由]")
TELLS = (
    r"(?:直接|行政上|业务上|应当?|须|必须|每[天日周月]|全面|具体|主要|统一|要|由)*"
    r"(?:在[^\n,，。;；]{2,16}(?:领导|指导|带领|指挥|管理|安排)下|在[^\n,，。;；]{2,12}(?:中|里|内)?工作"
    r"|[对向][^\n,，。;；]{2,20}(?:负责|报告|汇报|述职)|受|服从|接受|听从|归[^\n,，。;；]{2,12}管|隶属"
    r"|由[^\n,，。;；]{2,20}(?:领导|管理|主管|分管|负责|委派|聘任|任命)|[与和同会][^\n,，。;；]{2,20}(?:沟通|协调|配合|核对|联系)"
    r"|协助|主持|负责|组织|管理|统筹|领导|带领|指导|督导|督促|检查|监督|安排|分管|配合|是)"
)
VERBS = re.compile(rf"(?P<count>[(（][^()（）\n]{{1,10}}[)）])?(?:。|[:：])?(?={TELLS}[^\n]{{2}})")
FARTHEST = 40  # what a verb needs behind it to be known
PARAGRAPH = re.compile(rf"^[ \t]*(?:{FRONT})?(?=[^\n]{{12}})", re.MULTILINE)


def subjects(text: Text, labels: Labels) -> Iterator[Heading]:
    """Paragraphs that open with a role as their subject, where several do and nothing else says who is described."""
    clean = text.clean
    found: list[Heading] = []
    for match in PARAGRAPH.finditer(clean):
        start = after_numbering(clean, match.end(), match.end() + LONGEST_TITLE)
        end = _name_end(clean, start)
        if end and not labels.within(match.start(), end):
            found.append(Heading(match.start(), start, ROLE, start, end, line=False))
    if len({clean[one.name_start : one.name_end] for one in found}) > 1:
        yield from found


def _name_end(clean: str, start: int) -> int:
    """Where the role ends that a paragraph opens with, before what it does; 0 where it opens with none."""
    for verb in VERBS.finditer(clean, start + 2, start + LONGEST_TITLE + FARTHEST):
        name = clean[start : verb.start()]
        if len(name) > LONGEST_TITLE or BREAK.search(name) or INSIDE.match(name) or VERB_FIRST.match(name):
            return 0
        if kind_of(name) == ROLE:
            return 0 if name in BARE else verb.start()
    return 0
