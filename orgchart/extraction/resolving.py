"""Which role of an organization a name means: one, or none. Never a guess.

A name means the role that bears it, or a spelling of it (客服部经理, 客户服务部经理), or the one described role whose
title tells more of the same (分部经理 where only 营销部分部经理 is described), or, for a bare rank, the one of the unit
that the text is about (主任 in the description of 护理部副主任), or the only one of that rank.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from orgchart.extraction.joining import key
from orgchart.extraction.titles import BARE, COUNT, REMARK, UNIT_WORDS, kind_in_field, kind_of
from orgchart.names import spelt_out as spell_out

if TYPE_CHECKING:
    from collections.abc import Iterable

spelt_out = lru_cache(maxsize=1 << 14)(spell_out)  # the same names are asked for again and again

COMPANY = re.compile(
    "^(?:企业(?!管理|文化|发展|信息|策划)|酒店|医院(?!感染)|学校(?!医)|幼儿园|美容院|超市|商场|宾馆|饭店)(?=.{4})"
    "|^.{2,16}?(?:公司(?=.{2})|(?:幼儿园|小学|中学|学校|医院|酒店|宾馆|饭店|山庄)(?=.{3}))"
)
POST = re.compile("(?<=.{2})岗位?$")
UNIT_WORD = re.compile("(?:部门?|科室?|处|室|中心|车间)$")
STAFF = re.compile("人员$")
# Another rank, not more of the same title: 大店长 is no 店长, 副主任 no 主任.
RANK_BEFORE = re.compile(
    "(?:大|副|总|正|高级|资深|首席|执行|常务|代理|代|助理|见习|实习|值班|主管|责任|区域|初级|中级|主治|兼职|临时|候任|储备"
    "|联席|荣誉|第[一二三]|部门|[A-Za-z]\\s?)$"
)
HEADS = BARE | {"领班", "领队", "督导"}  # ranks that stand as titles, too
WHOLE_STAFF = frozenset(("护理人员", "医护人员", "管理人员", "技术人员"))  # more than one post
IN_CHARGE = re.compile("^(?:分管|主管|直管)(?=副)")
FULL = 3  # a shorter name is a trade, of which there may be many kinds
STAFF_ROLES = ("专员", "员", "岗", "职员", "文员", "工程师", "工", "师", "士")


class Register:
    """The roles of one organization, by their names; a role is known by its number."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.units: list[str | None] = []
        self.described: list[bool] = []
        self.aliases: list[list[str]] = []
        self.near: dict[str, set[int]] = {}
        self._by_key: dict[str, list[int]] = {}
        self._by_ending: dict[str, list[int]] = {}

    def add(self, title: str, unit: str | None, *, described: bool) -> int:
        """A role, which is known from now on."""
        number = len(self.titles)
        self.titles.append(title)
        self.units.append(unit)
        self.described.append(described)
        self.aliases.append([])
        self._by_key.setdefault(key(title), []).append(number)
        self._by_ending.setdefault(title[-1:], []).append(number)
        return number

    def add_alias(self, number: int, name: str) -> None:
        """Another name of a role."""
        if name != self.titles[number] and name not in self.aliases[number]:
            self.aliases[number].append(name)
            self._by_key.setdefault(key(name), []).append(number)

    def meant(self, name: str, unit: str | None = None, own: str = "") -> int | None:
        """The number of the role that is meant by a name; None where it is none or several.

        `unit` and `own` are the unit and the title of the role in whose description the name stands.
        """
        exact = self._bearing(name)
        if exact:
            return self._one(exact, unit)
        if name not in BARE and len(name) > 1 and own.endswith(name) and not RANK_BEFORE.search(own[: -len(name)]):
            return self._one(self._bearing(own), unit)
        deputies = self._deputies(name)
        return self._one(deputies, unit) if deputies else self._among(name, unit, own)

    def _deputies(self, name: str) -> list[int]:
        """Who is meant by 分管副校长: the 副校长, or the one who is 分管安全副校长."""
        plain = IN_CHARGE.sub("", name)
        if plain == name:
            return []
        charged = [
            number
            for number in self._by_ending.get(plain[-1], ())
            if self.titles[number].startswith("分管") and self.titles[number].endswith(plain) and self.described[number]
        ]
        return self._bearing(plain) or charged

    def _among(self, name: str, unit: str | None, own: str) -> int | None:
        """The one role that a rank, a trade's staff or a shorter title means."""
        for candidates in (self._of_rank(name, unit, own), self._of_staff(name), self._telling_more(name)):
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

    def _of_rank(self, name: str, unit: str | None, own: str) -> list[int]:
        """A bare rank is the one of the unit or trade that the text is about, or the only one of that rank.

        A role without a description counts only where the same description names it in full.
        """
        if name not in HEADS:
            return []
        ranked = []
        here = []
        for number, title in enumerate(self.titles):
            before = title[: -len(name)]
            if title.endswith(name) and before and title != own and RANK_BEFORE.search(before) is None:
                ranked.append(number)
                stem = stem_of(before)
                if (unit is not None and stem_of(unit) == stem) or spelt_out(own).startswith(stem):
                    here.append(number)
        near = self.near.get(own, ())
        known = [number for number in ranked if self.described[number] or number in near]
        return here or [number for number in known if not self._is_elsewhere(number, unit)]

    def _is_elsewhere(self, number: int, unit: str | None) -> bool:
        """Whether a role is known to be in another unit."""
        theirs = self.units[number]
        return unit is not None and theirs is not None and stem_of(theirs) != stem_of(unit)

    def _of_staff(self, name: str) -> list[int]:
        """The only post of a trade that its staff is called by: 客服人员 for 客服专员."""
        if not name.endswith("人员") or name in WHOLE_STAFF:
            return []
        stem = STAFF.sub("", name)
        found = {number for ending in STAFF_ROLES for number in self._by_key.get(key(stem + ending), ())}
        known = [number for number in found if self.described[number]]
        return known or sorted(found)

    def collective(self, name: str) -> int | None:
        """The staff that is known by a group's name only, where `name` is what one of them is called."""
        for ending in STAFF_ROLES:
            if name.endswith(ending):
                for number in self._by_key.get(key(name[: -len(ending)] + "人员"), ()):
                    if self.titles[number].endswith("人员") and not self.described[number]:
                        return number
        return None

    def rename(self, number: int, title: str) -> None:
        """Show a role by another of its names."""
        self.aliases[number].append(self.titles[number])
        self.titles[number] = title
        self._by_ending.setdefault(title[-1:], []).append(number)
        self._by_key.setdefault(key(title), []).append(number)

    def _telling_more(self, name: str) -> list[int]:
        """The described roles whose titles end with a name and say more: 分部经理 is the only 营销部分部经理."""
        if name in BARE or len(name) < FULL:
            return []
        wanted = key(name)
        found = []
        for number in self._by_ending.get(name[-1], ()):
            title = self.titles[number]
            before = key(title).removesuffix(wanted)
            if self.described[number] and len(before) < len(key(title)) and RANK_BEFORE.search(before) is None:
                found.append(number)
        return list(dict.fromkeys(found))


def stem_of(unit: str) -> str:
    """A unit's name without the word for unit, spelt out: 客服部 and 客户服务 are one."""
    return spelt_out(UNIT_WORD.sub("", unit))


def spellings(name: str) -> Iterable[str]:
    """A name, and what it is with or without 岗, without a company before it or 人员 behind it."""
    yield name
    yield f"{name}岗"
    for pattern in (COMPANY, POST):
        shorter = pattern.sub("", name)
        if shorter != name:
            yield shorter
    if name.endswith("人员") and kind_in_field(name[:-2]) == "role":
        yield name[:-2]


IN_TWO_LANGUAGES = re.compile("(?P<english>[A-Za-z][A-Za-z .,&'/()-]*[A-Za-z)])\\s*[/|]?\\s*(?P<chinese>[一-鿿].*)")
DOCUMENT_WORDS = re.compile("(?:岗位|职位|工作)?(?:职责|说明书)[书表]?")
TITLE_LEFTOVERS = re.compile("(?:的?(?:岗位|职位|工作)?(?:职责|说明书|说明|描述)+(?:书|表|范本|大全)?|岗位|JD)$")


@lru_cache(maxsize=1 << 14)  # the same titles are asked for again and again
def title_of(words: str) -> str:
    """A role's title as it is shown: without the company before it and words about the document behind it."""
    shown = TITLE_LEFTOVERS.sub("", words.strip()).strip(" 　:：-—_.。") or words.strip()
    double = IN_TWO_LANGUAGES.fullmatch(shown)
    if double and kind_in_field(double["english"]) == kind_in_field(double["chinese"]) == "role":
        shown = double["chinese"]
    unit, slash, post = shown.rpartition("/")
    if slash and unit.strip() not in UNIT_WORDS and (kind_of(unit.strip()), kind_of(post.strip())) == ("unit", "role"):
        shown = post.strip()
    last = DOCUMENT_WORDS.split(shown)[-1]
    for shorter in (last, COMPANY.sub("", last)):
        if shorter and kind_in_field(shorter) == "role":
            shown = shorter
    plain = REMARK.sub("", COUNT.sub("", shown)).strip()
    return plain if plain and kind_in_field(plain) == "role" else shown
