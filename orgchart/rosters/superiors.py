"""Whom a cell for a superior means: the post of that title, of the person of that name, or of that number.

One post or none: a name that fits several is kept as it was written, and told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.titles import BODY, NOBODY, ROLE, kind_in_field
from orgchart.names import level
from orgchart.rosters.posts import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.rosters.posts import Post

SEVERAL = re.compile(r"[、,，;；\n\r]+")
PARTS = re.compile(r"[()（）\[\]【】\s/／|:：\-—–]+")
NO_ONE = frozenset({"无", "没有", "无上级", "none", "nil"})
MOST_NAMED = 6


class Meant(NamedTuple):
    """What the words of a cell mean: posts, by their places in the roster, or why there are none or too many."""

    words: str
    posts: frozenset[int]


class Superiors:
    """Finds posts by what rosters call them."""

    def __init__(self, posts: Sequence[Post]) -> None:
        self._posts = posts
        self._titles: dict[str, set[int]] = defaultdict(set)
        self._persons: dict[str, set[int]] = defaultdict(set)
        self._numbers: dict[str, set[int]] = defaultdict(set)
        self._bare_numbers: dict[str, set[int]] = defaultdict(set)
        self._known: dict[str, tuple[Meant, ...]] = {}
        for index, post in enumerate(posts):
            title, unit = level(post.title), level(post.unit or "")
            for name in {title, f"{unit}{title}", f"{unit}/{title}", f"{unit}-{title}"}:
                self._titles[name].add(index)
            for holder in post.holders:
                self._persons[level(holder.name)].add(index)
                if holder.id:
                    self._numbers[level(holder.id)].add(index)
            for code in post.cells["code"]:
                self._numbers[level(code)].add(index)
        for number, found in self._numbers.items():
            self._bare_numbers[_bare(number)] |= found

    def meant(self, words: str) -> tuple[Meant, ...]:
        """The superiors that a cell names: one, or several where it lists them."""
        if words not in self._known:
            self._known[words] = self._find(words)
        return self._known[words]

    def _find(self, words: str) -> tuple[Meant, ...]:
        words = words.strip()
        whole = self._candidates(words)
        pieces = [piece.strip() for piece in SEVERAL.split(words) if piece.strip()]
        if whole or len(pieces) < 2:  # noqa: PLR2004 - one name is no list
            return (Meant(words, whole),)
        return tuple(Meant(piece, self._candidates(piece)) for piece in pieces)

    def _candidates(self, words: str) -> frozenset[int]:
        found = self._named(words)
        if found:
            return found
        parts = [known for part in PARTS.split(words) if part and (known := self._named(part))]
        return frozenset.intersection(*parts) if parts else frozenset()

    def _named(self, words: str) -> frozenset[int]:
        name = level(words)
        numbers = self._numbers.get(name) or self._bare_numbers.get(_bare(name), set())
        return frozenset((*self._titles.get(name, ()), *self._persons.get(name, ()), *numbers))

    def why(self, posts: Iterable[int]) -> str:
        """The posts that share a name, in words."""
        names = [self._posts[index].name for index in sorted(posts)]
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        return ", ".join(names[:MOST_NAMED]) + more


def _bare(number: str) -> str:
    """A number without the zeros that a spreadsheet drops: 007 is written 7 where its cell holds a number."""
    return (number.lstrip("0") or "0") if number.isdigit() else number


def names_nobody(words: str) -> bool:
    """Whether a cell says that there is nobody, or nobody in particular."""
    name = level(words)
    return name in NOTHING or name in NO_ONE or kind_in_field(name) == NOBODY


def says_none(words: str) -> bool:
    """Whether a cell says in so many words that there is no superior."""
    return level(words) in NO_ONE


def is_title(words: str) -> bool:
    """Whether words that no row describes are the title of a post all the same."""
    return kind_in_field(level(words)) in {ROLE, BODY}
