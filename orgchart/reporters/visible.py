"""Text that a terminal only shows and never obeys."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

REPLACEMENT = "\ufffd"
OBEYED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
JOINERS = "\u200c\u200d"  # they only tell neighbours how to look: Persian words and families of emoji need them


def visible(text: str) -> str:
    """Text without what a terminal would obey: a tab becomes a blank, controls and directions of writing \ufffd."""
    if text.isprintable():
        return str(text)
    return "".join(
        " " if letter == "\t" else letter if letter in JOINERS or not _is_obeyed(letter) else REPLACEMENT
        for letter in text
    )


def _is_obeyed(letter: str) -> bool:
    return unicodedata.category(letter) in OBEYED


def json_text(document: Any) -> str:
    r"""A document as JSON for people and programs: words as they are, what a terminal would obey as `\u` escapes."""
    return _dumped(document, indent=2) + "\n"


def json_line(document: Any) -> str:
    """A document as JSON on one line, escaped like `json_text`."""
    return _dumped(document, indent=None)


def _dumped(document: Any, *, indent: int | None) -> str:
    import json  # noqa: PLC0415 - an answer in words does not pay for it

    text = json.dumps(document, ensure_ascii=False, indent=indent)
    return text if text.isascii() and "\x7f" not in text else _unprintable().sub(_escape, text)


def _unprintable() -> re.Pattern[str]:
    return re.compile("[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
