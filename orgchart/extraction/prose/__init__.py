"""Sentences → mentions. Each pattern is named, is woken by a word, and looks around that word within its sentence.

The patterns stand in `superiors`, `subordinates`, `coordination` and `english`, each with a sentence that says what it
sees. All waking words are sought in one pass; what a pattern may look at is bounded, so that the whole is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from orgchart.extraction.lexicon import any_of
from orgchart.extraction.mentions import Block, Mention
from orgchart.extraction.prose import coordination, english, subordinates, superiors, titles_told
from orgchart.extraction.prose.running import OUTSIDE, UNIT, Bounds, Compact, Pattern, Seen, told_of_others
from orgchart.extraction.prose.sections import duties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.extraction.prose.running import At, Name
    from orgchart.extraction.text import Text

PATTERNS: tuple[Pattern, ...] = (*superiors.PATTERNS, *subordinates.PATTERNS, *coordination.PATTERNS)
SCOPES = {OUTSIDE: "external", UNIT: "cross-department"}
ANOTHER = "said of another role"
ASSISTS = "assists"  # a deputy that does so reports to whom it assists
BY = "由有被请受"  # what such a word introduces is not what the clause is about
APPRAISED = "appraised"  # the one pattern that reads what another role does to this one
NO_ROLE = "—"  # the own role of a text that is about none: every role it names is another
QUOTED = 120  # a longer clause is quoted around the words alone


class Part(NamedTuple):
    """A stretch of a description that tells duties, and the ends of its sentences and clauses."""

    stretch: Compact
    bounds: Bounds


def read_prose(text: Text, block: Block) -> tuple[Mention, ...]:
    """What the sentences of a block say about its role, in reading order, each statement once."""
    own = block.title.words if block.title else ""
    found: dict[tuple[str, str, int, str], Mention] = {}
    if not block.title and not block.about_unit:
        for mention in _titles(text, block):
            found[mention.field, mention.words, mention.start, ""] = mention
            own = own or mention.words
    parts = [
        Part(stretch, Bounds(stretch.text))
        for start, end in block.stretches
        for stretch in (Compact.of(text.clean, *part) for part in duties(text.clean, start, end))
    ]
    others = [] if block.about_unit else [mention for part in parts for mention in _others_described(part, own)]
    found |= {(mention.field, mention.words, mention.start, mention.of): mention for mention in others}
    if block.about_unit or (not own and len(others) > 1):
        own = NO_ROLE
    for mention in (mention for part in parts for mention in _mentions(part, own)):
        if own == NO_ROLE and not mention.of:
            continue
        told = (mention.field, mention.words, mention.start, mention.of)
        known = found.get(told)
        if known is None or (known.weak and not mention.weak):
            found[told] = mention
    return tuple(sorted(found.values(), key=lambda mention: (mention.start, mention.field)))


def _titles(text: Text, block: Block) -> Iterator[Mention]:
    """What the sentences call the role that no heading names; the first is its title."""
    for start, end in block.stretches:
        stretch = Compact.of(text.clean, start, end)
        told = [("acts-as", *seen) for seen in titles_told.acting(stretch.text)]
        told += [("subject", *seen) for seen in titles_told.subject(stretch.text, Bounds(stretch.text))]
        for pattern, name, first, last in told[:1]:
            yield _title(stretch, pattern, name, first, last)
            return


def _others_described(part: Part, own: str) -> Iterator[Mention]:
    """The titles of further roles that the sentences describe, each `of` itself."""
    for name, stop in titles_told.described(part.stretch.text, part.bounds, own):
        yield _title(part.stretch, "described", name, name.start, stop).replace(of=name.words)


def _title(stretch: Compact, pattern: str, name: Name, first: int, last: int) -> Mention:
    places = (*stretch.place(name.start, name.end), *stretch.place(first, last))
    return Mention(
        field=titles_told.FIELD,
        words=name.words,
        start=places[0],
        end=places[1],
        quote_start=places[2],
        quote_end=places[3],
        stage="prose",
        pattern=pattern,
    )


def _mentions(part: Part, own: str) -> Iterator[Mention]:
    stretch, bounds = part
    clause, behind = -1, 0
    others: list[Name] = []
    for woken in _waking().finditer(stretch.text):
        if stretch.text.startswith(woken[0], woken.end()):
            continue  # a word said twice at once is noise, of which there may be megabytes
        at = bounds.at(stretch.text, woken.start(), woken.end(), own)
        if at.left != clause:
            clause, begins = at.left, bounds.sentence(woken.start())
            others, behind = told_of_others(stretch.text, clause, own)
            if not others and begins != clause:
                others, behind = told_of_others(stretch.text, begins, own)
        for pattern in _by_word()[woken[0]]:
            if others and pattern.name != APPRAISED:
                yield from _of_others(stretch, at, pattern, others, behind)
                continue
            for seen in pattern.look(at):
                yield _mention(stretch, at, seen.pattern or pattern.name, seen)
    for name, seen, at in english.sightings(stretch.text, bounds, own):
        yield _mention(stretch, at, name, seen)


def _of_others(stretch: Compact, at: At, pattern: Pattern, others: list[Name], behind: int) -> Iterator[Mention]:
    """What a clause says of other roles than the one described: their reporting lines count, all else is theirs."""
    if at.start < behind:
        return
    theirs = at._replace(own=others[0].words, low=max(at.low, behind), left=max(at.left, behind))
    deputies = [other for other in others if "副" in other.words]
    for seen in pattern.look(theirs):
        plain = not seen.weak and not seen.name.why and others[0].words[0] not in BY
        if seen.field == coordination.FIELD:
            told = deputies if plain and pattern.name == ASSISTS else []
        else:
            told = others if plain else []
        name = seen.pattern or pattern.name
        for other in told:
            whole = seen._replace(start=min(seen.start, other.start))
            yield _mention(stretch, at, name, whole).replace(of=other.words)
        if not told:
            yield _mention(stretch, at, name, seen._replace(name=seen.name._replace(why=ANOTHER)))


def _mention(stretch: Compact, at: At, pattern: str, seen: Seen) -> Mention:
    start, end = stretch.place(seen.name.start, seen.name.end)
    quote_start, quote_end = stretch.place(*_quoted(at, seen))
    coordinates = seen.field == coordination.FIELD
    return Mention(
        field=seen.field,
        words=seen.name.words,
        start=start,
        end=end,
        quote_start=quote_start,
        quote_end=quote_end,
        stage="prose",
        pattern=pattern,
        weak=seen.weak,
        party_kind=seen.name.kind if coordinates and not seen.name.why else None,
        scope=SCOPES.get(seen.name.kind) if coordinates else None,
        about=seen.about or None,
        passed_over=seen.name.why,
    )


def _quoted(at: At, seen: Seen) -> tuple[int, int]:
    """The clause around the words, if it is short enough to be read; without blanks at its ends."""
    start, end = min(at.left, seen.start, seen.name.start), max(at.right, seen.end, seen.name.end)
    if end - start > QUOTED:
        start, end = min(seen.start, seen.name.start), max(seen.end, seen.name.end)
    while start < end and at.text[start].isspace():
        start += 1
    while end > start and at.text[end - 1].isspace():
        end -= 1
    return start, end


@lru_cache(maxsize=1)
def _by_word() -> dict[str, tuple[Pattern, ...]]:
    listed: dict[str, list[Pattern]] = defaultdict(list)
    for pattern in PATTERNS:
        for word in pattern.wakes:
            listed[word].append(pattern)
    return {word: tuple(patterns) for word, patterns in listed.items()}


@lru_cache(maxsize=1)
def _waking() -> re.Pattern[str]:
    return re.compile(any_of(_by_word()))
