"""Text from files made fit for a picture: nothing that XML forbids, nothing that turns the text around it."""

from __future__ import annotations

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"
"""What a reader sees where half of a surrogate pair stood."""

_PAIR: Final = "([\ud800-\udbff])([\udc00-\udfff])"
_HALF: Final = "[\ud800-\udfff]"
_DROPPED: Final = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_RIGHT_TO_LEFT: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_ISOLATE: Final = ("\u2068", "\u2069")


def clean(text: str) -> str:
    """One line of text without control characters, direction controls, halves of surrogate pairs or double spaces."""
    if text.isalnum():
        return text
    text = " ".join(text.split())
    if text.isprintable():
        return text
    text = re.sub(_PAIR, lambda pair: _join(pair[1], pair[2]), text)
    return re.sub(_DROPPED, "", re.sub(_HALF, REPLACEMENT, text))


def _join(high: str, low: str) -> str:
    return chr(0x10000 + ((ord(high) - 0xD800) << 10) + (ord(low) - 0xDC00))


def isolate(text: str) -> str:
    """Fence off a name that is written from right to left, so that the sentence around it keeps its order."""
    if text.isascii() or not re.search(_RIGHT_TO_LEFT, text):
        return text
    return f"{_ISOLATE[0]}{text}{_ISOLATE[1]}"
