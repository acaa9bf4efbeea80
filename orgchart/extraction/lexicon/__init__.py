"""The words the engine knows, as data: plain text files, in chapters, with `#` for remarks."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent


@lru_cache
def chapters(name: str) -> dict[str, tuple[str, ...]]:
    """The words of `NAME.txt` by chapter: a line in square brackets begins a chapter, blanks part words."""
    found: dict[str, list[str]] = {}
    words: list[str] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        told = line.partition("#")[0].strip()
        if told.startswith("["):
            words = found.setdefault(told.strip("[]"), [])
        else:
            words += told.split()
    return {chapter: tuple(dict.fromkeys(listed)) for chapter, listed in found.items()}


def words(name: str, chapter: str) -> tuple[str, ...]:
    """The words of one chapter, in the order of the file."""
    return chapters(name)[chapter]


def one_of(name: str, chapter: str) -> str:
    """A pattern for any word of a chapter, the longest that fits."""
    return "|".join(sorted(map(re.escape, words(name, chapter)), key=len, reverse=True))
