"""The parts of a description that tell duties: what a candidate must know or bring along is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.lexicon import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# A heading begins a line or stands behind a mark, and a colon, a blank or a number follows it.
BEGINS = r"(?:^|(?<=[\s。；;！!\n】\]、.．)）：:\d]))[【\[]?"
SORT = r"(?:(?:的|及|和|与)?(?:标准|说明|描述|情况|概述|概要|条款?|要点))?"
FOLLOWS = r"(?=[】\]]?\s*(?:[:：\n】\]]|$|\s|[(（]?\d))"
# Headings of other parts: 六、 where the part before has such a number, and 【…】 where it has such brackets.
NUMBER = r"(?:^|(?<=[\s。；;\n]))[一二三四五六七八九十]{1,2}、"
BRACKET = r"【[^】\n]{1,16}】"
HEADS = re.compile(
    f"{BEGINS}(?:(?P<requirements>{one_of('sections', 'requirements')})|(?P<duties>{one_of('sections', 'duties')}))"
    f"{SORT}{FOLLOWS}|(?P<number>{NUMBER})|(?P<bracket>{BRACKET})"
)
REQUIREMENT = re.compile(one_of("sections", "requirements"))
MARKED = {"number": re.compile("[一二三四五六七八九十]、 ?$"), "bracket": re.compile("【$")}


def duties(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of `text[start:end]` outside of sections about requirements."""
    if REQUIREMENT.search(text, start, end) is None:
        if start < end:
            yield start, end
        return
    at: int | None = start
    mark = ""
    for match in HEADS.finditer(text, start, end):
        kind = match.lastgroup or ""
        if kind == "requirements":
            mark = _mark(text, match)
            if at is not None and match.start() > at:
                yield at, match.start()
            at = None
        elif at is None and kind in {"duties", mark}:
            at = match.start()
    if at is not None and at < end:
        yield at, end


def _mark(text: str, heading: re.Match[str]) -> str:
    """How a heading is marked, and so the next one of its rank: a number, brackets, or nothing."""
    before = text[max(0, heading.start() - 3) : heading.start("requirements")]
    return next((kind for kind, pattern in MARKED.items() if pattern.search(before)), "")
