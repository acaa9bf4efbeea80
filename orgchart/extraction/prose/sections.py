"""The parts of a description that tell duties: what a candidate must know or bring along is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = r"(?:(?:的|及|和|与)?(?:标准|说明|描述|情况|概述|概要|条款?|要点))?"
HEAD = re.compile(
    r"(?:^|(?<=[\s。；;！!\n】\]、.．)）：:\d]))[【\[]?(?P<head>{heads})"
    + _ENDS
    + r"(?=[】\]]?\s*(?:[:：\n】\]]|$|\s|[(（]?\d))"
)


def _pattern() -> re.Pattern[str]:
    requirements, tasks = words("sections", "requirements"), words("sections", "duties")
    heads = "|".join(
        f"(?P<{name}>{'|'.join(sorted(map(re.escape, listed), key=len, reverse=True))})"
        for name, listed in (("requirements", requirements), ("duties", tasks))
    )
    return re.compile(HEAD.pattern.replace("{heads}", heads))


PATTERN = _pattern()


def duties(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of `text[start:end]` outside of sections about requirements."""
    at: int | None = start
    for match in PATTERN.finditer(text, start, end):
        if match["requirements"] and at is not None:
            if match.start() > at:
                yield at, match.start()
            at = None
        elif match["duties"] and at is None:
            at = match.start()
    if at is not None and at < end:
        yield at, end
