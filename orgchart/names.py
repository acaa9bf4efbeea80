"""When two names are the same name: levelled for width, traditional characters, spaces, and known abbreviations.

Levelling is for comparing only. What people wrote is shown as they wrote it, and a relation is resolved by the name as
written; nobody is found by resemblance.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ABBREVIATIONS = (
    ("客服", "客户服务"),
    ("人资", "人力资源"),
    ("人力资源", "人力资源"),
    ("人力(?!资源)", "人力资源"),
    ("(?<![a-z])hr(?![a-z])", "人力资源"),
    ("(?<![a-z])it(?![a-z])", "信息技术"),
    ("副总(?!经理|裁|监|工)", "副总经理"),
    ("总经(?!理)", "总经理"),
    ("总助", "总经理助理"),
    ("董秘", "董事会秘书"),
    ("品管", "品质管理"),
    ("质管", "质量管理"),
    ("质检", "质量检验"),
    ("物管", "物业管理"),
    ("研发", "研究开发"),
    ("运维", "运行维护"),
    ("企管", "企业管理"),
    ("法务", "法律事务"),
    ("总办", "总经理办公室"),
    ("办公厅", "办公厅"),
    ("(?<![a-z])mgr(?![a-z])", "manager"),
    ("(?<![a-z])sr(?![a-z])", "senior"),
    ("(?<![a-z])jr(?![a-z])", "junior"),
    ("(?<![a-z])vp(?![a-z])", "vicepresident"),
    ("(?<![a-z])asst(?![a-z])", "assistant"),
)
BEGINNINGS = frozenset(re.sub(r"\(\?.*?\)", "", short)[0] for short, _full in ABBREVIATIONS)
"""The letters that an abbreviation may begin with: a name without them has none."""
UNSEEN = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFEFF])


def level(name: str) -> str:
    """A name without differences of width, case, spaces and traditional characters."""
    return _closed_up(_plain(name))


def spelt_out(name: str) -> str:
    """A levelled name with the abbreviations of the field written in full: 客服部经理 → 客户服务部经理."""
    return _in_full(_plain(name))


def _in_full(plain: str) -> str:
    words = plain.replace(".", " ")
    if not BEGINNINGS.isdisjoint(words):
        words = _abbreviation().sub(_full_words, words)
    return _closed_up(words)


def _plain(name: str) -> str:
    """A name in one width and one case, in simplified characters."""
    return name.lower() if name.isascii() else _simplified(unicodedata.normalize("NFKC", name).casefold())


def _closed_up(name: str) -> str:
    """A name without blanks and without characters that take no room."""
    if name.isalnum():
        return name
    joined = "".join(name.split())
    return joined if joined.isprintable() else joined.translate(UNSEEN)


class Nearest:
    """Finds the names most like a misspelt one among known names.

    Comparing is the slow part, and takes the longer the longer the names are; so the whole finder does at most `WORK`.
    With ten thousand roles and a thousand misspelt names, the last ones go without a suggestion instead of keeping the
    reader waiting.
    """

    WORK = 3_000_000
    LOOK = 8

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(name for name in names if name))
        self._left = self.WORK

    @cached_property
    def _known(self) -> tuple[dict[str, str], dict[str, str]]:
        """The names by how they are when levelled, and when spelt out; of equal ones the first."""
        levelled: dict[str, str] = {}
        spelt: dict[str, str] = {}
        for name in reversed(self._names):
            plain = _plain(name)
            levelled[_closed_up(plain)] = name
            spelt[_in_full(plain)] = name
        return levelled, spelt

    def to(self, name: str, limit: int = 3) -> list[str]:
        """The nearest known names, best first: equal when spelt out, else alike in most characters."""
        wanted = level(name)
        levelled, spelt = self._known
        same = [found for found in (levelled.get(wanted), spelt.get(spelt_out(name))) if found]
        close: list[str] = []
        if self._left > 0:
            from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

            alike = self._alike(wanted)
            close = [levelled[known] for known in get_close_matches(wanted, alike, n=limit, cutoff=0.5)]
        return list(dict.fromkeys([*same, *close]))[:limit]

    def _alike(self, wanted: str) -> list[str]:
        """The known names worth comparing: half of the letters are there, and the work is not yet done."""
        levelled, _spelt = self._known
        self._left -= self.LOOK * len(levelled)
        letters = set(wanted)
        alike = []
        for known in levelled:
            if len(letters.intersection(known)) * 2 >= len(letters):
                self._left -= len(wanted) * len(known)
                if self._left < 0:
                    break
                alike.append(known)
        return alike


@lru_cache(maxsize=1)
def _abbreviation() -> re.Pattern[str]:
    return re.compile("|".join(f"({short})" for short, _full in ABBREVIATIONS))


def _full_words(match: re.Match[str]) -> str:
    return ABBREVIATIONS[(match.lastindex or 1) - 1][1]


def _simplified(text: str) -> str:
    """Simplified characters; what GB 2312 can write is simplified already, and needs no converter."""
    if text.isascii():
        return text
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return _converter()(
            text.encode("utf-8", errors="replace").decode()
        )  # half a surrogate pair cannot be converted
    return text


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    import opencc_pyo3  # noqa: PLC0415 - only names outside GB 2312 need it

    convert: Callable[[str], str] = opencc_pyo3.OpenCC("t2s").convert
    return convert
