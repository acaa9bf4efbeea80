"""Text from files made fit for a picture: nothing that XML forbids, nothing that turns the text around it."""

from __future__ import annotations

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What a reader sees where half of a surrogate pair stood."""

_SPACES: Final = re.compile(r"[\s\u2028\u2029]+")
_PAIR: Final = re.compile("([\ud800-\udbff])([\udc00-\udfff])")
_HALF: Final = re.compile("[\ud800-\udfff]")
_DROPPED: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ISOLATE: Final = ("\u2068", "\u2069")


def clean(text: str) -> str:
    """One line of text without control characters, direction controls, halves of surrogate pairs or double spaces."""
    if text.isalnum():
        return text
    text = _SPACES.sub(" ", text).strip()
    text = _PAIR.sub(lambda pair: _join(pair[1], pair[2]), text)
    return _DROPPED.sub("", _HALF.sub(REPLACEMENT, text))


def _join(high: str, low: str) -> str:
    return chr(0x10000 + ((ord(high) - 0xD800) << 10) + (ord(low) - 0xDC00))


def isolate(text: str) -> str:
    """Fence off a name that is written from right to left, so that the sentence around it keeps its order."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return text
    return f"{_ISOLATE[0]}{text}{_ISOLATE[1]}"
