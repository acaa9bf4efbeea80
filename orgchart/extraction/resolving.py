"""Which role of an organization a name means: one, or none. Never a guess.

A name means the role that bears it, or a spelling of it (客服部经理, 客户服务部经理), or the one described role whose title
tells more of the same (分部经理 where only 营销部分部经理 is described), or, for a bare rank, the one of the unit that the
text is about (主任 in the description of 护理部副主任).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.joining import key
from orgchart.extraction.titles import BARE, kind_in_field, proper
from orgchart.names import spelt_out

if TYPE_CHECKING:
    from collections.abc import Iterable

COMPANY = re.compile("^.{2,16}?公司(?=.{2})")
POST = re.compile("(?<=.{2})岗位?$")
STAFF = re.compile("人员$")
# Another rank, not more of the same title: 大店长 is no 店长, 副主任 no 主任.
RANK_BEFORE = re.compile(
    "(?:大|副|总|正|高级|资深|首席|执行|常务|代理|代|助理|见习|实习|值班|主管|责任|区域|初级|中级|主治|兼职|临时|候任|储备|联席|荣誉|第[一二三]|[A-Za-z])$"
)
UNIT_LAST = re.compile("(?:部|部门|科|处|室|股|组|队|班|中心|车间|公司|店|所|院|事业部|项目|分部|站|库|厂|校|行|区)$")
STAFF_ROLES = ("专员", "员", "岗", "职员", "文员")


class Register:
    """The roles of one organization, by their names; a role is known by its number."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.units: list[str | None] = []
        self.described: list[bool] = []
        self.aliases: list[list[str]] = []
        self._by_key: dict[str, list[int]] = {}

    def add(self, title: str, unit: str | None, *, described: bool) -> int:
        """A role, which is known from now on."""
        number = len(self.titles)
        self.titles.append(title)
        self.units.append(unit)
        self.described.append(described)
        self.aliases.append([])
        self._by_key.setdefault(key(title), []).append(number)
        return number

    def add_alias(self, number: int, name: str) -> None:
        """Another name of a role."""
        if name != self.titles[number] and name not in self.aliases[number]:
            self.aliases[number].append(name)
            self._by_key.setdefault(key(name), []).append(number)

    def meant(self, name: str, unit: str | None = None) -> int | None:
        """The number of the role that is meant by a name in a text about `unit`; None where it is none or several."""
        exact = self._bearing(name)
        if exact:
            return self._one(exact, unit)
        for candidates in (self._of_unit(name, unit), self._of_staff(name), self._telling_more(name)):
            if len(candidates) == 1:
                return candidates[0]
        return None

    def _bearing(self, name: str) -> list[int]:
        for spelling in spellings(name):
            found = self._by_key.get(key(spelling))
            if found:
                return list(dict.fromkeys(found))
        return []

    def _one(self, numbers: list[int], unit: str | None) -> int | None:
        """The only one, or the only one in the unit that the text is about."""
        if len(numbers) == 1:
            return numbers[0]
        here = [number for number in numbers if unit and self.units[number] == unit]
        return here[0] if len(here) == 1 else None

    def _of_unit(self, name: str, unit: str | None) -> list[int]:
        if unit is None or name not in BARE:
            return []
        stem = spelt_out(re.sub("部门?$", "", unit))
        return [
            number
            for number, title in enumerate(self.titles)
            if title.endswith(name) and spelt_out(re.sub("部门?$", "", title[: -len(name)])) == stem
        ]

    def _of_staff(self, name: str) -> list[int]:
        """The only described post of a trade that its staff is called by: 客服人员 for 客服专员."""
        if not name.endswith("人员"):
            return []
        stem = key(STAFF.sub("", name))
        return [
            number
            for number, title in enumerate(self.titles)
            if self.described[number] and any(key(title) == key(stem + ending) for ending in STAFF_ROLES)
        ]

    def _telling_more(self, name: str) -> list[int]:
        if name in BARE or len(name) < 2:  # noqa: PLR2004 - one character is no name
            return []
        wanted = key(name)
        found = []
        for number, title in enumerate(self.titles):
            known = key(title)
            if known.endswith(wanted) and known != wanted and self.described[number]:
                before = known[: -len(wanted)]
                if RANK_BEFORE.search(before) is None and UNIT_LAST.search(before):
                    found.append(number)
        return found


def spellings(name: str) -> Iterable[str]:
    """A name, and what it is without a company before it, 岗 behind it, or 人员 behind a full title."""
    yield name
    for pattern in (COMPANY, POST):
        shorter = pattern.sub("", name)
        if shorter != name:
            yield shorter
    if name.endswith("人员") and kind_in_field(name[:-2]) == "role":
        yield name[:-2]


TITLE_LEFTOVERS = re.compile("(?:的?(?:岗位|职位|工作)?(?:职责|说明书|说明|描述)+(?:书|表|范本|大全)?|岗位|JD)$")


def title_of(words: str) -> str:
    """A role's title as it is shown: without the company before it and words about the document behind it."""
    shown = TITLE_LEFTOVERS.sub("", words.strip()).strip(" 　:：-—_.。") or words.strip()
    without = COMPANY.sub("", shown)
    if without != shown and kind_in_field(without) == "role":
        shown = without
    plain = proper(shown)
    return plain if plain and kind_in_field(plain) == "role" else shown
