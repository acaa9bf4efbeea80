"""What a plain word means: YAML 1.2's core schema, so that a department called NO stays one.

Only a word without quotes can be a number, a truth value or nothing; `"3"` is text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgchart.source import Words

# patterns stand as text: `re` compiles one when a file first needs it, and most questions never do
NUMBER = (
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
INTEGER = r"[-+]?[0-9]+"
TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
COULD_BE_A_NUMBER = frozenset("+-.0123456789")


def is_empty(words: Words) -> bool:
    """Whether a scalar says nothing: an empty or blank text, or a plain `null`."""
    return (words in NOTHING if words.plain else not words) or words.isspace()


def is_number(words: Words) -> bool:
    """Whether a scalar is an unquoted number."""
    return words.plain and words[:1] in COULD_BE_A_NUMBER and re.fullmatch(NUMBER, words) is not None


def is_truth(words: Words) -> bool:
    """Whether a scalar is an unquoted true or false."""
    return words.plain and words in TRUTH
