"""Text that a terminal only shows and never obeys."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\ufffd"
OBEYED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(text: str) -> str:
    """Text without what a terminal would obey: a tab becomes a blank, other controls and directions of writing \ufffd."""
    if text.isprintable():
        return str(text)
    return "".join(
        " " if letter == "\t" else REPLACEMENT if unicodedata.category(letter) in OBEYED else letter for letter in text
    )
