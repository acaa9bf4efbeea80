"""Fragments → clean text: one width, simplified characters, no pinyin noise, no letters spaced out, no broken lines.

Every step either replaces a character by one other or leaves characters out, over the whole text at once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from orgchart.extraction.lexicon import any_of, words
from orgchart.extraction.text import Text
from orgchart.extraction.titles import OUTSIDE, ROLE, UNIT, kind_of
from orgchart.extraction.turning import turned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from orgchart.extraction.document import Document

HAN = "一-鿿㐀-䶿"
# Signs of full width, blanks of all kinds, and line ends that are none of a text file.
SIGNS: Mapping[str, str] = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "，": "，",
    "：": ":",
    "﹕": ":",
    "︰": ":",
    "∶": ":",
    "；": ";",
    "│": "|",
    "┃": "|",
    "║": "|",
    "〔": "【",
    "〕": "】",
    "〖": "【",
    "〗": "】",
    "\t": " ",
    "\xa0": " ",
    "\u2003": " ",
    "\u2002": " ",
    "\u3000": " ",
    "\r": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "､": "、",
    "｡": "。",
}
UNSEEN = "\u200b\u200c\u200d\u200e\u200f\ufeff\u2060\u00ad\x00"
# A reading in brackets behind a character, with the mark of its tone: 经(jīng)理.
PINYIN = rf"(?<=[{HAN}])\([a-z]{{0,5}}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{{0,5}}\)"
# The blanks of a word whose letters stand apart: 总 经 理, each letter alone.
APART = rf"(?<![{HAN}])[{HAN}](?: {{1,6}}[{HAN}](?![{HAN}]))+"
# The blank behind a short word in capitals: IT 经理.
SHORT_WORD = rf" (?=[{HAN}])(?:(?<=[^A-Za-z][A-Z]{{2}} )|(?<=[^A-Za-z][A-Z]{{3}} )|(?<=[^A-Za-z][A-Z]{{4}} ))"
LEFT_OUT = re.compile(rf"(?P<noise>{PINYIN}|[{UNSEEN}]+|{SHORT_WORD})|(?P<apart>{APART})")
BLANKS = re.compile(" +")

# A name in a field that a line end cuts in two: what stands before the line end, and the short rest behind it.
BROKEN_NAME = re.compile(
    rf"(?<=[:：、,，/;；])[ \t]*(?P<piece>[{HAN}](?:[{HAN} ]{{0,10}}[{HAN}])?)[ \t]*\n[ \t]*(?P<rest>[{HAN}]{{1,4}})"
    rf"(?=[ \t]*(?:\n|$|[、,，/;；。()（）])|[ \t]{{2}})(?![ \t]*(?:[{HAN}][ \t]*){{0,2}}[:：])"
)
NAMES = frozenset((ROLE, UNIT, OUTSIDE))
LISTING = frozenset("、,，;；/")
NUMERALS = frozenset("一二三四五六七八九十")

FARTHEST_MARK = 24  # how far from its beginning a line may bear a mark of furniture

# Lines broken by a page's width.
FEWEST_FULL = 6
NARROWEST = 16
WIDEST = 120
NEAR = 3
CLOSED = re.compile(r"[。;；!！?？:：.…)）】》”\"]\s*$")
OPENS = re.compile(
    r"\s*(?:$|[\d一二三四五六七八九十①-⑳(（【\[《“■●◆★▪•·*#>|-]|第[\d一二三四五六七八九十]+[章节条篇部]|[a-zA-Z][.、)]|[^\s:：，,。;；]{2,8}[:：])"
)


def normalise(document: Document) -> Text:
    """The clean text of a document, and the way back to its words."""
    document = turned(document)
    raw = "\n".join(fragment.text for fragment in document.fragments)
    level = _simplified(_replaced(raw, SIGNS))
    gaps = list(_gaps(level))
    clean, kept = _without(level, gaps)
    return Text(document, raw, clean, kept)


def _simplified(text: str) -> str:
    """Simplified characters, one for one; what GB 2312 can write is simplified already."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        unusual = "".join(letter for letter in set(text) if "㐀" <= letter <= "鿿" and not _is_simplified(letter))
        if not unusual:
            return text
        simple = _converted(unusual)
        if len(simple) == len(unusual):
            return _replaced(text, dict(zip(unusual, simple, strict=True)))
    return text


def _replaced(text: str, table: Mapping[str, str]) -> str:
    """Characters replaced one for one, a kind at a time: of many few are in a text, and the others cost nothing."""
    changed = {letter: table[letter] for letter in set(text).intersection(table) if letter != table[letter]}
    if changed.keys() & set(changed.values()):
        return text.translate({ord(letter): other for letter, other in changed.items()})
    for letter, other in changed.items():
        text = text.replace(letter, other)
    return text


@lru_cache(maxsize=1 << 15)
def _is_simplified(letter: str) -> bool:
    try:
        letter.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _converted(letters: str) -> str:
    """Each letter in simplified characters; converted alone, so that no neighbour changes what it becomes."""
    return "".join(_converter()("\n".join(letters)).split("\n"))


@lru_cache(maxsize=1)
def _converter() -> Callable[[str], str]:
    """Made once: its dictionaries take 20 ms to open."""
    import opencc_pyo3  # noqa: PLC0415 - only documents outside of GB 2312 need it

    convert: Callable[[str], str] = opencc_pyo3.OpenCC("t2s").convert
    return convert


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """The stretches to leave out, in order and apart."""
    found = list(_noise(text))
    found += _furniture(text)
    found += _broken_lines(text)
    found += _broken_names(text)
    at = 0
    for start, end in sorted(found):
        if start >= at:
            yield start, end
            at = end


def _noise(text: str) -> Iterator[tuple[int, int]]:
    for match in LEFT_OUT.finditer(text):
        if match["noise"]:
            yield match.span()
        else:
            yield from (blank.span() for blank in BLANKS.finditer(text, match.start(), match.end()))


@lru_cache(maxsize=1)
def _furniture_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A mark of furniture, and the line that is furniture for its sake."""
    marks = any_of(
        mark.replace("_on_", " on ").replace("You_are", "You are").replace("on_page", "on page")
        for mark in words("furniture", "lines")
    )
    return re.compile(marks), re.compile(rf"[^\n]{{0,{FARTHEST_MARK}}}?(?:{marks})[^\n]{{0,60}}$", re.MULTILINE)


def _furniture(text: str) -> Iterator[tuple[int, int]]:
    """Lines of the page around the text: menus, prices, links to other documents. Their line ends stay."""
    mark, line = _furniture_patterns()
    tried = -1
    for found in mark.finditer(text):
        low = max(0, found.start() - FARTHEST_MARK - 1)
        start = text.rfind("\n", low, found.start()) + 1
        if start == tried or found.start() - start > FARTHEST_MARK:
            continue
        tried = start
        whole = line.match(text, start)
        if whole:
            yield whole.span()


def _broken_lines(text: str) -> Iterator[tuple[int, int]]:
    """Line ends inside sentences, where many lines are as long as a page is wide."""
    lines = text.split("\n")
    width = _page_width(lines)
    if not width:
        return
    at = 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        end = at + len(line)
        full = width - NEAR <= len(line.rstrip()) <= width + NEAR
        if full and not CLOSED.search(line, max(0, len(line) - 8)) and not OPENS.match(following):
            yield at + len(line.rstrip()), end + 1 + len(following) - len(following.lstrip())
        at = end + 1


def _broken_names(text: str) -> Iterator[tuple[int, int]]:
    """Line ends inside a name in a field, where only both pieces together are one: 直接上级:后勤副⏎园长."""
    for match in BROKEN_NAME.finditer(text):
        piece = match["piece"].replace(" ", "")
        whole = kind_of(piece + match["rest"])
        alone = len(match["rest"]) == 1 and match["rest"] not in NUMERALS
        if (alone and (whole in NAMES or text[match.end() : match.end() + 1] in LISTING)) or (
            whole in NAMES and (kind_of(piece) not in NAMES or kind_of(match["rest"]) not in NAMES)
        ):
            yield match.end("piece"), match.start("rest")


def _page_width(lines: list[str]) -> int:
    """How many characters a line takes, if lines were broken by a page's width; else 0."""
    counts: dict[int, int] = {}
    for line in lines:
        length = len(line.rstrip())
        if NARROWEST <= length <= WIDEST:
            counts[length] = counts.get(length, 0) + 1
    if not counts:
        return 0
    width = max(counts, key=lambda length: (sum(counts.get(length + step, 0) for step in (-1, 0, 1)), length))
    near = sum(counts.get(width + step, 0) for step in range(-NEAR, NEAR + 1))
    longer = sum(count for length, count in counts.items() if length > width + NEAR)
    longer += sum(len(line.rstrip()) > WIDEST for line in lines)
    return width if near >= FEWEST_FULL and longer * 8 <= near else 0


def _without(text: str, gaps: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The text without some stretches, and (clean offset, raw offset) of each stretch that was kept."""
    pieces: list[str] = []
    kept: list[tuple[int, int]] = []
    at = length = 0
    for start, end in [*gaps, (len(text), len(text))]:
        if start > at or not kept:
            kept.append((length, at))
            pieces.append(text[at:start])
            length += start - at
        at = end
    return "".join(pieces), kept
