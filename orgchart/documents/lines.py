"""The lines of a text as an editor counts them."""

from __future__ import annotations

import re

LINE_END = re.compile(r"\r\n|\r|\n")


def lines_of(text: str) -> list[str]:
    r"""The lines of a text, without their ends; a line end at the very end begins no further line.

    >>> lines_of("a\r\nb\x0cc\rd\n")
    ['a', 'b\x0cc', 'd']
    """
    lines = LINE_END.split(text)
    if not lines[-1]:
        lines.pop()
    return lines
