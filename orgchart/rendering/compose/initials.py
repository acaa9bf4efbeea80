"""The letters somebody types for a Chinese name: 总经理 → zjl.

The first plane of GB 2312 holds its 3,755 characters in the order of their readings, so the first letter follows from
the place of a character alone; characters with a second reading that job titles use are listed.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_LETTERS: Final = "abcdefghjklmnopqrstwxyz"
_FIRST: Final = tuple("啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝")
"""The first character of each letter."""
_LAST: Final = "座"
_FURTHER: Final = {"长": "z", "行": "h", "会": "k", "重": "c", "调": "d", "乐": "y", "参": "s", "系": "j", "校": "j"}
_STARTS: Final = tuple(letter.encode("gb2312") for letter in _FIRST)


def initials_of(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """List the characters of the names with the first letters of their readings, in order of the characters.

    >>> initials_of(["总经理", "行长 A"])
    (('总', 'z'), ('理', 'l'), ('经', 'j'), ('行', 'xh'), ('长', 'cz'))
    """
    known = {letter for name in names for letter in name if letter > "\u33ff"}
    found = ((letter, _initials(letter)) for letter in sorted(known))
    return tuple((letter, initials) for letter, initials in found if initials)


def _initials(letter: str) -> str:
    code = letter.encode("gb2312", errors="ignore")
    if not _STARTS[0] <= code <= _LAST.encode("gb2312"):
        return ""
    return _LETTERS[bisect_right(_STARTS, code) - 1] + _FURTHER.get(letter, "")
