"""A document → blocks: one for each description of a role, numbered by the organization it belongs to.

A block begins where a heading names a role (车间主任岗位职责), where a form names one anew (岗位名称), or where a
piece of a collection begins (篇二). Pieces of a collection are organizations of their own, and so are documents that
were put one behind the other; under the headings of one manual all roles are of one organization.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from orgchart.extraction.fields import UNSPOKEN, values
from orgchart.extraction.headings import Heading, headings
from orgchart.extraction.joining import key
from orgchart.extraction.labels import Value
from orgchart.extraction.mentions import Block, Mention
from orgchart.extraction.resolving import title_of
from orgchart.extraction.titles import BARE, ROLE, UNIT, kind_in_field, kind_of, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Text

NEAR_THE_TOP = 500
LATEST_UNIT = 2000
BEFORE_TITLE = frozenset(("code", "unit", "grade", "other", "effective"))
SHORT_VALUE = 40
NEAR = 200
LONGEST_TITLE = 20
FEW = 8
RANK = 2  # a name of two characters is the rank that a fuller title ends with: 院长
WORDS_OF_HEADINGS = re.compile(
    r"[\s\d、.．:：()（）【】\[\]#*—-]|岗位|职位|职务|工作|说明书|职责|基本|信息|资料|情况|[一二三四五六七八九十篇]"
)
ASIDE = re.compile(r"[(（][^()（）\n]{1,12}[)）]")
OTHER_NAME = re.compile("[(（](?:或|即|又称|也称)?(?P<name>[一-鿿]{2,10})[)）]")
SHEET_OF_UNIT = frozenset(("部门名称",))
SHEET = re.compile("说明书|JD|Job Description", re.IGNORECASE)
SPEAKS = re.compile(r"职责|岗位|职位|负责|领导|汇报|直接上级|Responsib|Duties|report", re.IGNORECASE)
ITEM = re.compile(r"^[ \t]*(\d{1,2})[、.．)）](?!\d)", re.MULTILINE)
DUTIES = re.compile(r"^\s*[【\[]?(?:岗位|工作|主要|职位)?职责[】\]]?[:：]?\s*$", re.MULTILINE)
REQUIREMENTS = re.compile(r"^\s*[【\[]?(?:任职|岗位|职位)?(?:要求|资格|条件)[】\]]?[:：]?\s*$", re.MULTILINE)


class Draft:
    """A block while it grows."""

    def __init__(self, start: int, heading: Heading | None = None) -> None:
        self.start = start
        self.body = heading.end if heading else start
        self.end = start
        self.heading = heading
        self.form: Value | None = None
        self.piece = bool(heading and heading.piece)
        self.doubled = bool(heading and heading.again)
        self.ordinal = bool(heading and heading.ordinal)
        self.short = ""  # the rank that further headings call the role by


def segment(text: Text, labels: Labels) -> tuple[Block, ...]:
    """The blocks of a text, in reading order."""
    drafts = _drafts(text, labels)
    if not drafts:
        if not labels.found and not SPEAKS.search(text.clean):
            return ()
        drafts = [Draft(0)]
        drafts[0].end = len(text.clean)
    drafts = _with_words(text.clean, labels, drafts)
    drafts = _without_front(text.clean, drafts)
    drafts = [part for draft in drafts for part in _parts(text.clean, draft, labels)]
    numbers = _organizations(text.clean, drafts)
    blocks = [_block(text, labels, draft, number) for draft, number in zip(drafts, numbers, strict=True)]
    return (*_preface(text.clean, blocks), *blocks)


def _preface(clean: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """What stands before the first description, as a block that is about no role: it may tell who reports to whom.

    A collection's preface is about none of its companies.
    """
    end = min((block.stretches[0][0] for block in blocks), default=0)
    if clean[:end].strip() and len({block.organization for block in blocks}) == 1:
        yield Block(organization=blocks[0].organization, stretches=((0, end),), about_unit=True)


# Where blocks begin --------------------------------------------------------------------------------------------------


def _drafts(text: Text, labels: Labels) -> list[Draft]:
    clean = text.clean
    told = values(text, labels, 0, len(clean))
    found = _outside(headings(text, labels), told)
    events: list[tuple[int, Heading | Value]] = [(heading.start, heading) for heading in found]
    starts = [heading.start for heading in found]
    events += [(_form_start(text, labels, value, starts), value) for value in _form_titles(text, told)]
    events.sort(key=lambda event: (event[0], isinstance(event[1], Value)))
    drafts: list[Draft] = []
    for start, event in events:
        current = drafts[-1] if drafts else None
        if isinstance(event, Heading):
            _take_heading(clean, drafts, current, event)
        else:
            _take_form(drafts, current, start, event)
    if drafts and drafts[0].form and drafts[0].heading is None:
        first = next(iter(labels.within(max(0, drafts[0].start - NEAR_THE_TOP), drafts[0].start)), None)
        drafts[0].start = drafts[0].body = min(drafts[0].start, first.start) if first else drafts[0].start
    for draft, following in pairwise((*drafts, Draft(len(clean)))):
        draft.end = following.start
    return drafts


def _with_words(clean: str, labels: Labels, drafts: list[Draft]) -> list[Draft]:
    """The blocks that say something; where an empty one begins an organization, the next one does."""
    kept: list[Draft] = []
    doubled = piece = False
    for draft in drafts:
        title_only = draft.doubled and _is_untitled(draft) and draft is not drafts[-1] and not _describes(clean, draft)
        if _has_words(clean, labels, draft) and not title_only:
            draft.doubled, draft.piece = draft.doubled or doubled, draft.piece or piece
            doubled = piece = False
            kept.append(draft)
        else:
            doubled, piece = doubled or draft.doubled, piece or draft.piece
    return kept


def _is_untitled(draft: Draft) -> bool:
    return draft.form is None and not (draft.heading and draft.heading.kind)


def _without_front(clean: str, drafts: list[Draft]) -> list[Draft]:
    """The blocks without what a collection says before its first piece, if that describes nothing."""
    kept: list[Draft] = []
    inside = False
    for draft, following in zip(drafts, (*drafts[1:], None), strict=False):
        inside = draft.piece or (inside and not draft.doubled)
        if following and following.piece and not inside and not _describes(clean, draft):
            following.doubled = following.doubled or draft.doubled
        else:
            kept.append(draft)
    return kept


def _describes(clean: str, draft: Draft) -> bool:
    """Whether a block has a form, a list, or a text of some length."""
    long = draft.end - draft.body > NEAR_THE_TOP
    return bool(draft.form) or long or ITEM.search(clean, draft.body, draft.end) is not None


def _take_heading(clean: str, drafts: list[Draft], current: Draft | None, heading: Heading) -> None:
    if not heading.kind and not heading.piece and (current is None or _content(clean, current, heading.start)):
        sheet = heading.name_end == heading.name_start and SHEET.search(clean, heading.start, heading.end)
        if sheet or heading.again:
            drafts.append(Draft(heading.start, heading))
        return  # else a section such as 工作职责
    if current and _is_named_already(clean, current, heading):
        return
    if current is None or _content(clean, current, heading.start):
        drafts.append(Draft(heading.start, heading))
        return
    if heading.piece and current.piece and current.heading and current.heading.kind:
        drafts.append(Draft(heading.start, heading))
        return
    known = current.heading
    if known and known.kind == ROLE and heading.kind == ROLE and not (current.piece or _alike(clean, known, heading)):
        doubled = current.doubled
        drafts[-1] = Draft(heading.start, heading)
        drafts[-1].doubled = doubled or heading.again
        return
    same = known is None or not heading.kind or _alike(clean, known, heading)
    current.doubled = current.doubled or (heading.line and same) or heading.again
    current.piece = current.piece or heading.piece
    current.ordinal = current.ordinal or heading.ordinal
    current.body = heading.end
    name = clean[heading.name_start : heading.name_end]
    ranked = heading.kind == ROLE and (name in BARE or len(name) <= RANK)
    if ranked and known and known.alone and name != clean[known.name_start : known.name_end]:
        current.short = name
    elif heading.kind and (known is None or known.kind != ROLE or heading.kind == ROLE):
        current.heading = heading


def _is_named_already(clean: str, current: Draft, heading: Heading) -> bool:
    """Whether a heading only names the role of the block again: its form's title, or a rank that it is called by.

    The title among the properties of a page; 所长工作标准 behind 供电所所长: 所长职责.
    """
    name = clean[heading.name_start : heading.name_end]
    if current.short == name and not heading.piece:
        return True
    if current.form is None or heading.kind != ROLE or heading.start - current.body > NEAR:
        return False
    if heading.piece or heading.ordinal:
        return False
    return key(title_of(clean[current.form.start : current.form.end])) == key(title_of(name))


def _take_form(drafts: list[Draft], current: Draft | None, start: int, value: Value) -> None:
    near = current is not None and value.start - current.body <= NEAR_THE_TOP
    if current is not None and current.form is None and near and not _is_unit(current):
        current.form = value
        return
    if current is not None and current.form is not None and start <= current.form.end:
        return
    draft = Draft(max(start, current.body if current else 0))
    draft.form = value
    drafts.append(draft)


def _is_unit(draft: Draft) -> bool:
    return draft.heading is not None and draft.heading.kind == UNIT and not draft.heading.piece


def _is_sheet_of_unit(labels: Labels, draft: Draft) -> bool:
    """Whether the first field that tells a unit is one of sheets about departments, not about posts."""
    first = next((label for label in labels.within(draft.start, draft.end) if label.field == "unit"), None)
    return first is not None and first.words in SHEET_OF_UNIT


def _content(clean: str, draft: Draft, end: int) -> bool:
    """Whether anything but words of headings stands between a block's heading and a place."""
    if end - draft.body > 4 * LONGEST_TITLE:
        return bool(clean[draft.body : end].strip())
    words = WORDS_OF_HEADINGS.sub("", ASIDE.sub("", clean[draft.body : end]))
    return bool(words) and kind_of(words) != UNIT


def _has_words(clean: str, labels: Labels, draft: Draft) -> bool:
    if draft.form is not None or draft.end - draft.body > NEAR_THE_TOP:
        return True
    if any(label.field in UNSPOKEN and label.colon for label in labels.within(draft.body, draft.end)):
        return True
    words = clean[draft.body : draft.end]
    if draft.heading and draft.heading.name_end > draft.heading.name_start:
        words = words.replace(clean[draft.heading.name_start : draft.heading.name_end], "")
    told = WORDS_OF_HEADINGS.sub("", ASIDE.sub("", words))
    once, again = told[: len(told) // 2], told[len(told) // 2 :]
    return len(told) > 1 and not any(kind_of(name) in {ROLE, UNIT} for name in (told, once if once == again else told))


def _alike(clean: str, one: Heading, other: Heading) -> bool:
    first, second = (key(title_of(clean[each.name_start : each.name_end])) for each in (one, other))
    return first == second or first.endswith(second) or second.endswith(first)


def _outside(found: Sequence[Heading], told: Sequence[Value]) -> list[Heading]:
    """The headings that are no value of a field: a list of posts is none."""
    listed = [value for value in told if value.label.field in UNSPOKEN and value.end > value.start]
    starts = [value.start for value in listed]
    kept = []
    for heading in found:
        place = bisect_right(starts, heading.name_start) - 1
        if place < 0 or heading.piece or listed[place].end <= heading.name_start:
            kept.append(heading)
    return kept


def _form_titles(text: Text, told: Sequence[Value]) -> Iterator[Value]:
    for value in told:
        if value.label.field == "title" and _is_title(text.clean[value.start : value.end]):
            yield value


def _is_title(words: str) -> bool:
    plain = title_of(words) if words.strip() else ""
    if not plain or len(plain) > LONGEST_TITLE * (3 if plain.isascii() else 1) or plain in {"无", "略"}:
        return False
    return kind_in_field(plain) == ROLE or not any(sign in plain for sign in "。;；，,：:的|[]【】")


def _form_start(text: Text, labels: Labels, value: Value, headings_at: Sequence[int]) -> int:
    """Where the form begins that names a role: at the first label of its group, at the beginning of that line."""
    clean = text.clean
    start = value.label.start
    if value.label.end == start:
        return start  # a row of a table with a header
    for label in reversed(labels.within(max(0, start - NEAR), start)):
        between = clean[label.after : start]
        if label.field not in BEFORE_TITLE or len(between) > SHORT_VALUE or "\n\n" in between:
            break
        start = label.start
    line = clean.rfind("\n", max(0, start - NEAR), start) + 1
    start = line if line or start < NEAR else start
    place = bisect_right(headings_at, value.label.start) - 1
    return max(start, headings_at[place]) if place >= 0 else start


# Parts of untitled blocks --------------------------------------------------------------------------------------------


def _parts(clean: str, draft: Draft, labels: Labels) -> Iterator[Draft]:
    """A block without a title and without a form, split where its list of duties begins anew."""
    if draft.form or (draft.heading and draft.heading.kind == ROLE) or not draft.piece:
        yield draft
        return
    starts = list(_restarts(clean, draft, labels))
    for start, end in zip([draft.start, *starts], [*starts, draft.end], strict=True):
        part = draft if start == draft.start else Draft(start)
        part.end = end
        part.piece = True
        yield part


def _restarts(clean: str, draft: Draft, labels: Labels) -> Iterator[int]:
    again = list(_lists_anew(clean, draft))
    if labels.within(draft.body, draft.end):
        sections = [match.start() for match in DUTIES.finditer(clean, draft.body, draft.end)]
        asked = [match.start() for match in REQUIREMENTS.finditer(clean, draft.body, draft.end)]
        again = [start for start in sorted({*sections, *again}) if asked and asked[0] < start]
    yield from again


def _lists_anew(clean: str, draft: Draft) -> Iterator[int]:
    """Where a list begins with its first item that no heading announces, behind another list."""
    last = 0
    for match in ITEM.finditer(clean, draft.body, draft.end):
        number = int(match[1])
        if number == 1 and last > 1 and not _follows_heading(clean, draft.body, match.start()):
            yield match.start()
        last = number


def _follows_heading(clean: str, low: int, start: int) -> bool:
    """Whether the line before a place is a short one that is no item: the heading of a section."""
    before = clean[max(low, start - NEAR) : start].rstrip()
    line = before[before.rfind("\n") + 1 :].strip()
    return len(line) <= LONGEST_TITLE and ITEM.match(line) is None


# Which organization --------------------------------------------------------------------------------------------------


def _organizations(clean: str, drafts: Sequence[Draft]) -> list[int]:
    pieces = sum(draft.piece for draft in drafts) > 1
    doubled = [_title_key(clean, draft) for draft in drafts if draft.doubled and not draft.piece]
    # Two may be chance, and a manual has its titles once: documents of many companies on one subject repeat them.
    documents = len(doubled) > 2 and len(set(doubled)) < len(doubled)  # noqa: PLR2004
    numbers: list[int] = []
    number = -1
    seen: set[str] = set()
    listed: set[str] = set()  # in a table with a row a role, and perhaps described behind it
    for draft in drafts:
        title = _title_key(clean, draft)
        again = draft.ordinal and bool(title) and title in seen
        repeated = bool(title) and title in seen and draft.heading is not None and draft.heading.line
        begins = (pieces and draft.piece) or (documents and draft.doubled)
        if repeated and title in listed and not draft.form:
            listed.remove(title)
            repeated = again = False
        if number < 0 or begins or again or (repeated and draft.form is None):
            number += 1
            seen, listed = set(), set()
        if title:
            seen.add(title)
        if draft.form and draft.form.label.end == draft.form.label.start:
            listed.add(title)
        numbers.append(number)
    return numbers


def _title_key(clean: str, draft: Draft) -> str:
    if draft.form:
        return key(title_of(clean[draft.form.start : draft.form.end]))
    if draft.heading and draft.heading.kind:
        return key(title_of(clean[draft.heading.name_start : draft.heading.name_end]))
    return ""


# Blocks --------------------------------------------------------------------------------------------------------------


def _block(text: Text, labels: Labels, draft: Draft, organization: int) -> Block:
    clean = text.clean
    unit = _unit(text, labels, draft)
    heading = draft.heading if draft.heading and draft.heading.kind == ROLE else None
    titles: list[Mention] = []
    if draft.form:
        titles.append(_form_title(clean, draft.form))
    if heading:
        titles.append(_heading_title(clean, heading))
    main = titles[0] if titles else None
    others = titles[1:]
    if main and main.words in BARE:
        main, others = _spelt_out(main, titles, unit)
    about_unit = main is None and (_is_unit(draft) or _is_sheet_of_unit(labels, draft))
    if about_unit and draft.heading:
        unit = _heading_title(clean, draft.heading, field="unit")
    return Block(
        organization=organization,
        stretches=((draft.start, draft.end),),
        title=main,
        unit=unit,
        about_unit=about_unit,
        other_titles=(
            *(other for other in others if main and _means(other.words, main.words)),
            *(_in_brackets(clean, heading) if heading else ()),
        ),
    )


def _in_brackets(clean: str, heading: Heading) -> Iterator[Mention]:
    """The other name that a heading gives its role in brackets: 施工员(工长)."""
    aside = OTHER_NAME.search(clean, heading.name_start, heading.name_end + LONGEST_TITLE)
    if aside and "\n" in clean[heading.name_start : aside.start()]:
        return
    if aside and kind_of(aside["name"]) == ROLE and aside["name"] not in BARE:
        start, end = aside.span("name")
        yield _heading_title(clean, heading._replace(name_start=start, name_end=end))


def _means(other: str, title: str) -> bool:
    """Whether a heading is another name of the role that the form names, and no other role."""
    return other != title and (key(other) == key(title) or other in BARE)


def _spelt_out(main: Mention, titles: list[Mention], unit: Mention | None) -> tuple[Mention, list[Mention]]:
    """A bare rank by its full name: that of the heading, or the unit's before it."""
    fuller = next((other for other in titles[1:] if other.words.endswith(main.words)), None)
    if fuller:
        return fuller, [main]
    if unit and kind_in_field(unit.words + main.words) == ROLE:
        return main.replace(words=unit.words + main.words), [main]
    return main, titles[1:]


def _unit(text: Text, labels: Labels, draft: Draft) -> Mention | None:
    for value in values(text, labels, draft.start, draft.end):
        if value.label.start > draft.start + LATEST_UNIT:
            return None
        if value.label.field == "unit" and value.end > value.start:
            named = [name for name in names_in(text.clean[value.start : value.end], roles=False) if not name.why]
            words = text.clean[value.start : value.end]
            if len(named) > 1 and named[0].words.isascii() and named[1].kind == UNIT:
                named = named[1:]  # Production 生产部
            if len(named) == 1 and len(words) <= LONGEST_TITLE:
                return Mention(
                    field="unit",
                    words=named[0].words,
                    start=value.start,
                    end=value.end,
                    quote_start=value.label.start if value.whole else value.start,
                    quote_end=value.end,
                    stage="field",
                    pattern=value.label.words,
                )
    return None


def _form_title(clean: str, value: Value) -> Mention:
    return Mention(
        field="title",
        words=title_of(clean[value.start : value.end]),
        start=value.start,
        end=value.end,
        quote_start=value.label.start if value.whole else value.start,
        quote_end=value.end,
        stage="field",
        pattern=value.label.words,
    )


def _heading_title(clean: str, heading: Heading, field: str = "title") -> Mention:
    return Mention(
        field=field,
        words=title_of(clean[heading.name_start : heading.name_end]),
        start=heading.name_start,
        end=heading.name_end,
        quote_start=heading.name_start,
        quote_end=heading.name_end,
        stage="field",
        pattern="heading",
    )
