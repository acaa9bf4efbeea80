"""The words the engine knows, as data: plain text files, in chapters, with `#` for remarks."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    return any_of(words(name, chapter))


def any_of(listed: Iterable[str]) -> str:
    """A pattern for any of these words, the longest that fits; letter by letter, so that few are tried at a place."""
    tree: dict[str, Any] = {}
    for word in listed:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return "|".join(re.escape(letter) + _rest(node) for letter, node in tree.items())


def _rest(node: dict[str, Any]) -> str:
    """How words go on; no deeper than the longest of them."""
    branches = [re.escape(letter) + _rest(below) for letter, below in node.items() if letter]
    if not branches:
        return ""
    if "" in node:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
