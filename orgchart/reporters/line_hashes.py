"""The fingerprints of lines as GitHub's code scanning computes them when a report brings none.

A line's hash is made of the hundred characters from its start on, without blanks and tabs, so that it survives what is
inserted above. Where a report brings the same number, an alert stays the same alert whoever uploads it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_BLOCK = 100
_BASE = 37
_WRAP = (1 << 64) - 1
_END = "\uffff"


def line_hashes(text: str, lines: Collection[int]) -> dict[int, str]:
    """The fingerprint of each of these lines, numbered from 1; equal ones of a file are numbered."""
    last = max(lines, default=0)
    found: dict[int, str] = {}
    seen: Counter[str] = Counter()
    letters = _squeezed(text)
    start = 0
    for number in range(1, last + 1):
        block = letters[start : start + _BLOCK]
        seen[block] += 1
        if number in lines:
            found[number] = f"{_hash(block):x}:{seen[block]}"
        start = letters.find("\n", start) + 1
        if not start:
            break
    return found


def _squeezed(text: str) -> str:
    """The characters that count, in UTF-16 as the original counts them, with its mark for the end."""
    text = re.sub(r"\r\n?", "\n", text)
    text = text.replace(" ", "").replace("\t", "")
    if not text.isascii() and max(text) > _END:
        text = re.sub("[\U00010000-\U0010ffff]", _as_pair, text)
    return text + _END + "\0" * _BLOCK


def _as_pair(letter: re.Match[str]) -> str:
    code = ord(letter[0]) - 0x10000
    return chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))


def _hash(block: str) -> int:
    value = 0
    for letter in block:
        value = (value * _BASE + ord(letter)) & _WRAP
    return value
