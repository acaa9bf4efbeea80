"""Sentences in English: reports to X, supervises X, works closely with X."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.prose.running import BODY, NOBODY, OUTSIDE, ROLE, UNIT, At, Name, Seen
from orgchart.extraction.titles import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.extraction.prose.running import Bounds

ADVERB = (
    r"(?:directly|solely|functionally|administratively|closely|regularly|also|primarily|daily|jointly|effectively|constantly"
    r"|actively|\s)*"
)
TRIGGER = re.compile(
    rf"(?P<superior>\b(?:reports?|reporting|is\s+(?:directly\s+)?(?:accountable|answerable|responsible)"
    rf"|accountable|answerable|answers?)\s+{ADVERB}to\s"
    r"|\b(?:under|to)\s+the\s+(?:(?:direct|general|overall|close|immediate|day-to-day)\s+)?"
    r"(?:supervision|direction|leadership|guidance|management|control)\s+of\s"
    r"|\b(?:supervised|managed|directed|led|overseen)\s+by\s)"
    r"|(?P<subordinate>\b(?:(?:supervis|manag|oversee|direct|lead|mentor|coach)(?:es|s|ing|e)?)\s+(?:and\s+\w+\s+)?"
    r"(?:the\s+)?(?:daily\s+)?(?:(?:work|activities|team)\s+of\s)?)"
    r"|(?P<party>\b(?:works?|working|liais(?:es?|ing)|coordinat(?:es?|ing)|collaborat(?:es?|ing)|cooperat(?:es?|ing)"
    rf"|communicat(?:es?|ing)|interfac(?:es?|ing)|partner(?:s|ing)?)\s+{ADVERB}with\s|\bassist(?:s|ing)?\s)",
    re.IGNORECASE,
)
FIELDS = {"superior": "reports_to", "subordinate": "supervises", "party": "coordinates_with"}
EXPECTED = {
    "superior": {ROLE, BODY, NOBODY},
    "subordinate": {ROLE, NOBODY},
    "party": {ROLE, UNIT, OUTSIDE, NOBODY},
}
PATTERN_NAMES = {"superior": "reports-to", "subordinate": "supervises", "party": "works-with"}
PHRASE = re.compile(r"[^.\n()。；：]{1,160}")
STOP = re.compile(
    r"\s(?:on|for|in|to|who|which|that|regarding|about|by|at|during|when|while|within|as|with|from|so|if|after|before|is"
    r"|are|per)\s",
    re.IGNORECASE,
)
JOINT = re.compile(r"\s*(?:，|/|&|\band\b|\bor\b)\s*(?:and\s+|or\s+)?(?:the\s+|all\s+|other\s+)*", re.IGNORECASE)
ARTICLE = re.compile(
    r"(?:(?:the|a|an|all|our|its|his|her|their|other|both|each|hotel|hospital's|company's)\s+)+", re.IGNORECASE
)
OF = re.compile(r"\s+(?:of|for)\s+", re.IGNORECASE)
COUNT = re.compile(r"^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+", re.IGNORECASE)


def sightings(text: str, bounds: Bounds, own: str) -> Iterator[tuple[str, Seen, At]]:
    """What English sentences say, with the name of the pattern and its place."""
    if text.isascii() or LATIN.search(text):
        for match in TRIGGER.finditer(text):
            kind = match.lastgroup or ""
            at = bounds.at(text, match.start(), match.end(), own)
            for seen in _seen(at, kind):
                yield PATTERN_NAMES[kind], seen, at


LATIN = re.compile(r"[A-Za-z]{4,} [a-z]{2,}")


def _seen(at: At, kind: str) -> Iterator[Seen]:
    phrase = PHRASE.match(at.text, at.end)
    if phrase is None:
        return
    stop = STOP.search(at.text, at.end, phrase.end())
    end = stop.start() if stop else phrase.end()
    for name in _names(at.text, at.end, end):
        if name.kind not in EXPECTED[kind]:
            return
        yield Seen(FIELDS[kind], name, at.start, name.end)


def _names(text: str, start: int, end: int) -> Iterator[Name]:
    """The names of a list, up to the first words that are no name."""
    at = start
    while at < end:
        joint = JOINT.search(text, at, end)
        last = joint.start() if joint else end
        article = ARTICLE.match(text, at, last)
        first = article.end() if article else at
        counted = COUNT.match(text[first:last])
        first += counted.end() if counted else 0
        shown = text[first:last].strip()
        kind = _kind(shown)
        if kind not in {ROLE, UNIT, OUTSIDE, BODY, NOBODY}:
            return
        yield Name(shown, first, first + len(shown), kind, "names nobody" if kind == NOBODY else "")
        at = joint.end() if joint else end


def _kind(name: str) -> str:
    """Director of Nursing is judged by its first part."""
    first = OF.split(name, maxsplit=1)[0]
    return kind_of(first) if name.isascii() else "unknown"
