"""Rows put together as posts: several persons of one title in one unit hold one post."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from orgchart.names import level

if TYPE_CHECKING:
    from orgchart.extraction.document import Fragment

VACANT = frozenset(
    {
        "空缺",
        "空岗",
        "缺",
        "缺编",
        "缺员",
        "待招",
        "待聘",
        "招聘中",
        "待招聘",
        "暂缺",
        "vacant",
        "vacancy",
        "tbh",
        "open",
    }
)
NOTHING = frozenset({"-", "--", "—", "——", "/", "\\", "无", "n/a", "na", "none", "nil", "null", "?", "？"})
PERSONS = re.compile(r"[、,，;；\n\r]+|(?<=[一-鿿])\s*/\s*(?=[一-鿿])")
ACTING = re.compile(r"[(（](?:代|代理|acting)[)）]", re.IGNORECASE)
REMARK = re.compile(r"[(（][^()（）]*[)）]")
COUNT = re.compile(r"(\d{1,6})(?:\.0+)?\s*(?:人|名|个|位)?")


class Holder(NamedTuple):
    """A person who holds a post."""

    name: str
    id: str = ""
    acting: bool = False

    def as_data(self) -> str | dict[str, object]:
        """The person as the organization file writes one: a name where it is all that is known."""
        if not self.id and not self.acting:
            return self.name
        told: dict[str, object] = {"name": self.name}
        if self.id:
            told["id"] = self.id
        if self.acting:
            told["acting"] = True
        return told


class Post:
    """One post as its rows tell it."""

    def __init__(self, title: str, unit: str | None) -> None:
        self.title = title
        self.unit = unit
        self.name = title
        self.holders: dict[Holder, None] = {}
        self.vacant = False
        self.cells: dict[str, dict[str, Fragment]] = {"headcount": {}, "grade": {}, "code": {}}
        self.superiors: dict[tuple[str, ...], tuple[Fragment | None, ...]] = {}
        self.dotted: dict[str, Fragment] = {}
        self.lines: list[int] = []
        self.title_cell: Fragment | None = None


def holders_in(names: str, ids: str) -> tuple[list[Holder], bool]:
    """The persons that a cell names, with the numbers in another cell, and whether it says the post is vacant."""
    if level(names) in VACANT:
        return [], True
    persons = [
        name for name in (piece.strip() for piece in PERSONS.split(names)) if name and level(name) not in NOTHING
    ]
    numbers = [number for number in (piece.strip() for piece in PERSONS.split(ids)) if number]
    if len(numbers) != len(persons):
        numbers = [" ".join(numbers)] if len(persons) == 1 else [""] * len(persons)
    return [
        Holder(REMARK.sub("", name).strip() or name, number, acting=bool(ACTING.search(name)))
        for name, number in zip(persons, numbers, strict=True)
    ], False


def headcount_in(words: str) -> int | None:
    """The number of persons a cell allows, or None where it is no number."""
    found = COUNT.fullmatch(words.strip())
    return int(found[1]) if found else None
