"""Mentions → organizations: roles with their statements, each relation with the words it was read from.

All blocks of an organization speak together. What a sentence only hints at (work handed out, an incident reported)
counts where nothing else names a superior. Statements that contradict each other are both kept: which of them is right
is for a person to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.mentions import (
    Evidence,
    FoundOrganization,
    FoundParty,
    FoundRole,
    FoundUnit,
    PassedOver,
)
from orgchart.extraction.resolving import RANK_BEFORE, Register, spelt_out, stem_of, title_of
from orgchart.extraction.titles import BARE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.extraction.mentions import Block, Mention
    from orgchart.extraction.text import Text

UNTITLED = "未具名岗位"
RELATIONS = ("reports_to", "supervises", "coordinates_with")
LISTS = frozenset(("responsibilities", "authority", "kpi", "promotion_to", "rotation_to", "concurrently"))
# How much a hint weighs: handed-out work before reports of incidents, and those before mere instructions.
HINTS = {"assigned": 0, "reports": 1, "led": 1, "under": 1, "guided": 1}
LAST_HINT = 2
ENGINEER = "监理"  # who watches a site for its owner
DEPARTMENT = re.compile("部门$")
MOST_BELOW = 100  # of more subordinates none is meant by its trade alone
TRADE = 2  # so many letters at the beginning of two titles show that they are of one trade
# With such a word before it, an office or a role is one of another house, if no name of this house begins so.
OUTSIDER = re.compile(
    "社区(?!运营|团购|部)|区(?=教|妇幼|疾控|卫|民政)|市(?=中心|政府|委|容|政|级|教|卫|住建|公安|环)|县(?!域)|省(?!区)|[乡镇](?=政府|党委|卫生|中心)"
    "|街道|高校|卫校|大学(?=.)|银行(?=.)|旅行社(?=.)|海关(?=.)|交警|消防(?=救援|大队)|民警|承包商|供应商|甲方|建设单位|平台方|物业(?=公司|管理处)"
    "|监理|种子公司|航空公司|保险公司|供电公司|港口(?=.)|律师协会|妇幼保健"
)
KIND_OF_OUTSIDER = re.compile("^(?:新老|老|新|潜在|重点|重要|意向|目标|现有|各类|已有|核心|优质)")
GUIDED = "guided"  # guidance in one task names a superior, yet leaves room for another who hands out work


class Reading(NamedTuple):
    """One block, and everything that was read in it."""

    block: Block
    mentions: tuple[Mention, ...]


class Said(NamedTuple):
    """A mention, and the role in whose description it stands."""

    role: int
    mention: Mention


def assemble(text: Text, readings: Sequence[Reading]) -> tuple[FoundOrganization, ...]:
    """The organizations of a document, in the order in which their first blocks stand."""
    groups: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[reading.block.organization].append(reading)
    return tuple(_Assembly(text, group).organization() for group in groups.values())


class _Assembly:
    """One organization while it is put together."""

    def __init__(self, text: Text, readings: Sequence[Reading]) -> None:
        self.text = text
        self.register = Register()
        self.readings = readings
        self.blocks: dict[int, list[Block]] = defaultdict(list)
        self.said: list[Said] = []
        self.of_others: list[Mention] = []
        self.units: list[FoundUnit] = []
        self.facts: dict[int, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        self.evidence: dict[int, list[Evidence]] = defaultdict(list)
        self.passed: list[PassedOver] = []
        self.superiors: dict[int, dict[int, None]] = defaultdict(dict)
        self.subordinates: dict[int, dict[int, None]] = defaultdict(dict)
        self.chiefs: dict[int, list[int]] = defaultdict(list)  # those that say that they lead a role
        self.own_words: dict[str, bool] = {}  # whether a name of this organization begins so
        self.none_below: set[int] = set()
        self.parties: dict[int, dict[str, FoundParty]] = defaultdict(dict)
        self.untitled: set[int] = set()
        self.outsiders: dict[int, set[str]] = defaultdict(set)
        self.unit_names: dict[int, set[str]] = defaultdict(set)

    # What is described -------------------------------------------------------------------------------------------

    def organization(self) -> FoundOrganization:
        """The organization with its roles, the described ones first."""
        for reading in self.readings:
            if reading.block.about_unit:
                self._unit(reading)
            else:
                self._described(reading)
        self._hand_over()
        self._register_names()
        self._lines()
        self._coordination()
        return FoundOrganization(
            name="",
            roles=tuple(self._role(number) for number in self._order()),
            units=tuple(self.units),
            lines=_joined(self._ranges(reading.block) for reading in self.readings),
            passed_over=tuple(self.passed),
        )

    def _described(self, reading: Reading) -> None:
        block = reading.block
        unit = block.unit.words if block.unit else None
        others = self._told_by_sentences(reading)
        named = block.title or next(
            (one for one in reading.mentions if one.field == "title" and not one.of and not one.passed_over), None
        )
        if named is None and others > 1:
            self.of_others += [one for one in reading.mentions if one.of and one.field in RELATIONS]
            return
        if named is None:
            number = self.register.add(UNTITLED, unit, described=True)
            self.untitled.add(number)
        else:
            title = title_of(named.words)
            known = self.register.meant(title, unit)
            number = self._new(title, unit) if known is None or self._is_another(known, title, unit) else known
            self.register.add_alias(number, title)
            for name in (named, *block.other_titles):
                self.register.add_alias(number, name.words)
            self.register.units[number] = self.register.units[number] or unit
            self._witness(number, "title", self.register.titles[number], named)
        if block.unit and unit:
            self._witness(number, "unit", unit, block.unit)
        self.blocks[number].append(block)
        for mention in reading.mentions:
            if mention.field in RELATIONS:
                self.said.append(Said(number, mention))
            elif mention.passed_over:
                self._pass_over(mention, mention.passed_over)
            elif mention.field not in {"title", "unit"}:
                self.facts[number][mention.field].append(mention)

    def _told_by_sentences(self, reading: Reading) -> int:
        """The roles that sentences describe in a text about several, or about another; how many they are."""
        told = [one for one in reading.mentions if one.field == "title" and one.of]
        for mention in told:
            known = self.register.meant(mention.words)
            number = self._new(mention.words, None) if known is None else known
            self.register.described[number] = True
            self.blocks[number].append(reading.block)
            self._witness(number, "title", self.register.titles[number], mention)
        return len(told)

    def _new(self, title: str, unit: str | None) -> int:
        return self.register.add(title, unit, described=True)

    def _is_another(self, number: int, title: str, unit: str | None) -> bool:
        """Whether a title that is known already means another post: in another unit, or by its full name."""
        other = self.register.units[number]
        if unit and other and spelt_out(unit) != spelt_out(other):
            return True
        return spelt_out(self.register.titles[number]) != spelt_out(title) and title in self.register.titles

    def _unit(self, reading: Reading) -> None:
        block = reading.block
        self.of_others += [mention for mention in reading.mentions if mention.of and mention.field in RELATIONS]
        named = block.unit or block.title
        if named is None:
            return
        told = [
            mention for mention in reading.mentions if mention.field == "responsibilities" and not mention.passed_over
        ]
        self.units.append(
            FoundUnit(
                name=named.words,
                responsibilities=tuple(mention.words for mention in told),
                evidence=(self._evidence("name", named.words, named),),
                lines=self._ranges(block),
            )
        )

    def _hand_over(self) -> None:
        """Give what a description says of another role to that role; but a deputy's help to the role itself is none."""
        kept = []
        for said in self.said:
            role, mention = said
            if not mention.of:
                kept.append(said)
                continue
            other = self._meant_or_new(mention.of, role)
            if mention.field != "coordinates_with" or self._is_chief(other, mention):
                kept.append(Said(other, mention.replace(words=self._own_or(mention.words, role))))
        self.said = kept + [Said(self._named(mention.of), mention) for mention in self.of_others]

    def _own_or(self, name: str, role: int) -> str:
        """The role's title where its description calls it by a part of it."""
        return self.register.titles[role] if self._meant(name, role) == role else name

    def _register_names(self) -> None:
        """Make all full names known, before any bare rank is asked whose it is."""
        listed: dict[int, set[str]] = defaultdict(set)  # how the names end that forms list below a role
        for role, mention in self.said:
            if mention.field == "supervises" and mention.stage == "field":
                listed[role].update(mention.words[start:] for start in range(len(mention.words)))
        for role, mention in self.said:
            plain = not mention.passed_over and not mention.weak and not self._is_none(mention)
            if mention.field == "coordinates_with":
                plain = plain and mention.party_kind == "role" and mention.scope != "external"
            if mention.field == "supervises" and mention.stage != "field":
                plain = plain and mention.words not in listed[role]
            if plain and mention.words not in BARE:
                known = self._meant_or_new(mention.words, role)
                self.register.near.setdefault(self.register.titles[role], set()).add(known)

    # Reporting lines ----------------------------------------------------------------------------------------------

    def _lines(self) -> None:
        """Plain statements first, then hints for roles that no statement gives a superior."""
        hints: dict[int, list[Mention]] = defaultdict(list)
        settled: set[int] = set()
        for role, mention in self.said:
            if mention.field == "coordinates_with":
                if self._is_chief(role, mention):
                    self._line(role, mention, upward=True)
                    settled.add(role)
            elif self._is_none(mention):
                self.none_below.add(role)
            elif mention.passed_over:
                self._pass_over(mention, mention.passed_over)
            elif mention.weak and mention.field == "reports_to":
                hints[role].append(mention)
            else:
                self._line(role, mention, upward=mention.field == "reports_to")
                if mention.field == "reports_to" and mention.pattern != GUIDED:
                    settled.add(role)
        settled |= {below for reports in self.subordinates.values() for below in reports}
        for role, mentions in hints.items():
            self._hinted(role, mentions, settled=role in settled)

    def _hinted(self, role: int, mentions: list[Mention], *, settled: bool) -> None:
        weights = [HINTS.get(mention.pattern, LAST_HINT) for mention in mentions]
        for mention, weight in zip(mentions, weights, strict=True):
            known = self._meant(mention.words, role)
            if known is not None and known in self.superiors[role]:
                self._line(role, mention, upward=True)
            elif settled or (self.superiors[role] and weight):
                self._pass_over(mention, "a direct superior is given elsewhere")
            elif weight > min(weights):
                self._pass_over(mention, "plainer words name the superior")
            else:
                self._line(role, mention, upward=True)

    def _is_none(self, mention: Mention) -> bool:
        return (
            mention.field == "supervises"
            and mention.stage == "field"
            and mention.words in {"无", "没有", "暂无", "None"}
        )

    def _is_chief(self, role: int, mention: Mention) -> bool:
        """Whether a deputy assists its chief: 副厂长 the 厂长, 护理部副主任 the 主任."""
        title = self.register.titles[role]
        if mention.pattern != "assists" or "副" not in title or mention.passed_over:
            return False
        before, _, rank = title.rpartition("副")
        wanted = mention.words
        if rank == "总":
            return wanted in {"总经理", "总裁", "总监"}
        return bool(rank) and (wanted == before + rank or (wanted.endswith(rank) and "副" not in wanted))

    def _line(self, role: int, mention: Mention, *, upward: bool) -> None:
        several = () if upward or mention.stage == "field" else self._of_its_own(role, mention.words)
        if len(several) > 1:
            self._pass_over(mention, "several of the subordinates that the form names")
            return
        other = several[0] if several else self._meant_or_new(mention.words, role)
        if other == role:
            self._pass_over(mention, "the role itself")
            return
        (self.superiors if upward else self.subordinates)[role].setdefault(other)
        if not upward:
            self.chiefs[other].append(role)
        self._witness(role, "reports_to" if upward else "supervises", self.register.titles[other], mention)
        if mention.words != self.register.titles[other]:
            self.register.add_alias(other, mention.words)

    def _of_its_own(self, role: int, name: str) -> Sequence[int]:
        """Those of a role's subordinates whose titles tell more of a name that means no other: 领班 among 强电领班."""
        if self.register.meant(name) is not None or len(self.subordinates[role]) > MOST_BELOW:
            return ()
        titles = self.register.titles
        below = [other for other in self.subordinates[role] if titles[other].endswith(name) and titles[other] != name]
        return [other for other in below if RANK_BEFORE.search(titles[other][: -len(name)]) is None]

    def _meant_or_new(self, name: str, role: int) -> int:
        """The role that a name means; a name that means none is a role that is only mentioned."""
        known = self._meant(name, role)
        if known is None:
            known = self.register.collective(name)
            if known is not None:
                self.register.rename(known, name)
        return self.register.add(name, None, described=False) if known is None else known

    def _named(self, name: str) -> int:
        """The role that a text about no role in particular names."""
        known = self.register.meant(name)
        return self.register.add(name, None, described=False) if known is None else known

    def _meant(self, name: str, role: int) -> int | None:
        return self.register.meant(name, self.register.units[role], self.register.titles[role])

    # Coordination -------------------------------------------------------------------------------------------------

    def _coordination(self) -> None:
        for role, mention in self.said:
            if mention.party_kind == "unit":
                self.unit_names[role].add(mention.words)
            elif mention.party_kind == "external":
                self.outsiders[role].add(mention.words)
        for role, mention in self.said:
            if mention.field != "coordinates_with" or self._is_chief(role, mention):
                continue
            if mention.passed_over:
                self._pass_over(mention, mention.passed_over)
            else:
                self._party(role, mention)

    def _party(self, role: int, mention: Mention) -> None:
        kind = mention.party_kind or "unit"
        known = None if kind == "external" else self._meant(mention.words, role)
        reason = self._not_a_party(role, known, mention)
        if reason:
            self._pass_over(mention, reason)
            return
        if known is None and kind == "role" and mention.scope != "external":
            known = self._meant_or_new(mention.words, role)
        name = mention.words if known is None else self.register.titles[known]
        if known is not None:
            kind = "role"
            self.register.add_alias(known, mention.words)
        if self._supervises_building(role, known):
            kind = "external"
        if kind != "external" and mention.scope != "same-department" and self._is_outside(known, name):
            kind = "external"
        scope = self._scope(role, known, kind, name, told=mention.scope)
        name = self._fuller(role, name) if kind == "unit" else self._plainer(role, name)
        one = DEPARTMENT.sub("部", spelt_out(name))
        before = self.parties[role].get(one)
        name = before.party if before else name
        if before is None or (mention.stage == "field" and before.about is None):
            self.parties[role][one] = FoundParty(party=name, kind=kind, scope=scope, about=mention.about)
        self._witness(role, "coordinates_with", name, mention)

    def _supervises_building(self, role: int, known: int | None) -> bool:
        """Whether a party is the client's engineer on a building site, seen from the builder's side."""
        if known is None or self.register.described[known] or ENGINEER not in self.register.titles[known]:
            return False
        return ENGINEER not in self.register.titles[role]

    def _not_a_party(self, role: int, known: int | None, mention: Mention) -> str:
        """Why a party is none; the role's own superior counts where the form's own table lists it."""
        if known == role:
            return "the role itself"
        if mention.stage == "field":
            return ""
        if known is not None and (known in self.superiors[role] or role in self.subordinates[known]):
            return "the role's own superior"
        if known is not None and (known in self.subordinates[role] or role in self.superiors[known]):
            return "the role's own subordinate"
        if mention.party_kind == "unit" and self._is_own_unit(role, mention.words):
            return "the role's own unit"
        return ""

    def _fuller(self, role: int, name: str) -> str:
        """The fuller name of a unit that the role's own statements use: 服务部 is their 售后服务部."""
        fuller = {other for other in self.unit_names[role] if other.endswith(name) and other != name}
        return fuller.pop() if len(fuller) == 1 and len(name) > len("部门") else name

    def _plainer(self, role: int, name: str) -> str:
        """The plain name of outsiders that the role's own statements use as well: 老客户 are its 客户."""
        plain = KIND_OF_OUTSIDER.sub("", name)
        return plain if plain in self.outsiders[role] else name

    def _is_own_unit(self, role: int, name: str) -> bool:
        """Whether a unit is the role's own, by the form or by its title: 客户服务总监 and 客户服务部."""
        unit = self.register.units[role]
        if unit and spelt_out(unit) == spelt_out(name):
            return True
        title = self.register.titles[role]
        stem = stem_of(name)
        if title.startswith(name):
            return True
        return name.endswith(("部", "部门", "科", "处")) and len(stem) > 1 and stem_of(title).startswith(stem)

    def _is_outside(self, known: int | None, name: str) -> bool:
        """Whether a name's first words tell that it is somebody of another house, and no name of this one has them."""
        found = OUTSIDER.match(name)
        if found is None or (known is not None and self.register.described[known]):
            return False
        word = found[0]
        if word not in self.own_words:
            own = (title for number, title in enumerate(self.register.titles) if self.register.described[number])
            units = (unit for unit in self.register.units if unit)
            self.own_words[word] = any(other.startswith(word) for other in (*own, *units))
        return not self.own_words[word]

    def _scope(self, role: int, known: int | None, kind: str, name: str, *, told: str | None) -> str:
        """How far a relation reaches: a label that says "inside" leaves open whether it is the own department."""
        if kind == "external" or told == "external":
            return "external"
        unit = self._unit_of(role)
        if told == "same-department" or (unit and stem_of(unit) == stem_of(name)):
            return "same-department"
        if known is None or kind != "role":
            return told or "cross-department"
        titles = self.register.titles
        theirs = self._unit_of(known)
        if unit and theirs:
            near = stem_of(unit) == stem_of(theirs)
        elif unit:
            near = stem_of(titles[known]).startswith(stem_of(unit))
        else:
            near = theirs is None and titles[role][:TRADE] == titles[known][:TRADE]
        return "same-department" if near else told or "cross-department"

    def _unit_of(self, role: int) -> str | None:
        """The unit of a role: the one told, or that of the superior of a role that is only mentioned."""
        unit = self.register.units[role]
        if unit or self.register.described[role]:
            return unit
        above = (*self.superiors[role], *self.chiefs[role])
        return next((self.register.units[other] for other in above if self.register.units[other]), None)

    # Roles as they come out ----------------------------------------------------------------------------------------

    def _order(self) -> list[int]:
        numbers = range(len(self.register.titles))
        return sorted(numbers, key=lambda number: not self.register.described[number])

    def _role(self, number: int) -> FoundRole:
        register, facts = self.register, self.facts[number]
        below = tuple(register.titles[other] for other in self.subordinates[number])
        return FoundRole(
            title=register.titles[number],
            aliases=tuple(register.aliases[number]),
            unit=register.units[number],
            described=register.described[number],
            untitled=number in self.untitled,
            headcount=_number(facts.pop("headcount", ())),
            code=next((mention.words for mention in facts.pop("code", ())), None),
            reports_to=tuple(register.titles[other] for other in self.superiors[number]),
            supervises=below if below or number in self.none_below else None,
            coordinates_with=tuple(self.parties[number].values()),
            facts=tuple((field, _plain(field, mentions)) for field, mentions in facts.items()),
            evidence=tuple(self.evidence[number]),
            lines=_joined(self._ranges(block) for block in self.blocks[number]),
        )

    def _ranges(self, block: Block) -> tuple[tuple[int, int], ...]:
        ranges = []
        for start, end in block.stretches:
            first, last = self.text.line(start), self.text.line(max(start, end - 1))
            if first is not None and last is not None:
                ranges.append((first, last))
        return tuple(ranges)

    def _witness(self, role: int, field: str, value: str, mention: Mention) -> None:
        if mention.quote_end > mention.quote_start:
            self.evidence[role].append(self._evidence(field, value, mention))

    def _pass_over(self, mention: Mention, why: str) -> None:
        evidence = self._evidence(mention.field, mention.words, mention)
        self.passed.append(PassedOver(field=mention.field, words=mention.words, why=why, evidence=evidence))

    def _evidence(self, field: str, value: str, mention: Mention) -> Evidence:
        quoted = self.text.quoted(mention.quote_start, mention.quote_end, mention.start)
        return Evidence(
            field=field,
            value=value,
            file=self.text.name,
            quote=quoted.words,
            line=quoted.line,
            end_line=quoted.end_line,
            place=quoted.place,
            stage=mention.stage,
            pattern=mention.pattern,
        )


def _number(mentions: Iterable[Mention]) -> int | None:
    """The first number that is told; 一人 counts as well."""
    for mention in mentions:
        digits = "".join(character for character in mention.words if character.isdigit())
        if digits.isascii() and digits:
            return int(digits)
        for value, letter in enumerate("零一二三四五六七八九十"):
            if mention.words.startswith(letter):
                return value
    return None


def _plain(field: str, mentions: Sequence[Mention]) -> object:
    """One text, or a list of texts where there are several or the field is a list."""
    told = tuple(dict.fromkeys(mention.words for mention in mentions))
    return list(told) if field in LISTS or len(told) > 1 else told[0]


def _joined(groups: Iterable[Iterable[tuple[int, int]]]) -> tuple[tuple[int, int], ...]:
    """Line ranges in order, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(one for group in groups for one in group):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)
