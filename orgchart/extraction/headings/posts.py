"""Titles without any word for duties: what makes them headings is that there are several of their kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.extraction.headings.words import (
    BEHIND,
    FRONT,
    INSIDE,
    LINE,
    LONGEST_LINE,
    VERB_FIRST,
    Heading,
    after_numbering,
    ends_with_label,
)
from orgchart.extraction.titles import BARE, ROLE, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.extraction.labels import Labels
    from orgchart.extraction.text import Text

ENUMERATED = re.compile(
    r"^[ \t]*(?P<number>(?:第?[一二三四五六七八九十]{1,3}\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]"
    r"|\d{1,2}(?:\.\d{1,2})+[.、]?|\d{1,2}[、.．](?=[^\n]{2,40}\n\s*(?:[(（][一1][)）]|①)))\s*)"
    r"(?P<name>[^\s:：,，。;；、()（）—]{2,16})[ \t]*"
    r"(?:(?:[:：]|——?)[^\n,，。;；、]{0,30}|[(（][^()（）\n]{1,16}[)）])?[ \t]*$",
    re.MULTILINE,
)
POST = re.compile(
    r"(?=[\d(（一二三四五六七八九十])(?:(?<!\d)(?P<number>\d{1,2})(?:[、.．]\s*|\s+)|(?:[(（][一二三四五六七八九十]{1,3}[)）]|(?<![第一二三四五六七八九十之统唯])[一二三四五六七八九十]{1,3}[、.．])[、.．]?\s*)"
    r"(?P<post>(?P<name>[一-鿿]{2,14}?)(?:\s*[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[名人位个][)）]?)?"
    r"(?:[(（][^()（）\n]{1,20}[)）])?\s*"
    r"(?P<mark>[,，:：]|(?<= )|岗位[ \t]*(?=\d)|(?=(?P=name)|直接上[级司]|(?:主要|岗位)(?:工作|职责)[:：])))"
)
# A sentence about a role that ends by announcing its duties: 行政总厨侧重管理,主要职责如下:
ANNOUNCED = re.compile(
    r"^[ \t]*(?P<name>[一-鿿]{2,12}?)(?=是|为|作为|侧重|主要|负责|在|的)[^\n。;:]{2,40}?[,，]"
    r"(?:其|他|她)?(?:主要|具体|基本|工作|岗位)*职责(?:如下|包括|主要有|有|是)?[:：][ \t]*$",
    re.MULTILINE,
)
RULED = re.compile(r"[\s*_=·–—-]+$")  # the end of a line, with the rules and bullets of a page behind it
TELLS = re.compile(r"[^\n。]{0,60}?(?:职责|负责|领导下|汇报|全面|协助)")
# A title alone on its line, with or without a mark behind it, above a line with a sentence.
STANDING = re.compile(
    rf"^(?P<line>{FRONT}(?P<name>[^\s:|,。;、()（）*【】\[\]》〗」—\u203b\u2500-\u27bf]{{2,16}}){BEHIND})"
    r"(?:——?[^\n,。;]{2,20}(?=\n))?[ \t】\]》〗」*:\u203b\u2500-\u27bf]*\n"
    r"(?=\s*(?=[^\n]{0,60}[,。;、])[^\n]{10})",
    re.MULTILINE,
)
OPENING = re.compile(
    rf"^{FRONT}(?P<name>[^\s:：|,，。;；、()（）*【】\[\]]{{2,14}}?)"
    rf"(?:[(（]?\d{{1,2}}[名人位][)）]?)?{BEHIND}[ \t]*[:：|】\]][ \t]*"
    r"(?![^\s\d]{2,4}[ \t]*\d)(?=[^\s\d][^\n]{5}|\d{1,2}[、.．)])",
    re.MULTILINE,
)

ITEM = r"(?:\d{1,2}(?:\.\d{1,2})*[、.．)]?[ \t]*|[(（]?[一二三四五六七八九十]{1,3}[)）、.．]+[ \t]*)?"
BULLET = r"[-•\u2190-\u21ff\u2500-\u27bf]"
# Where a list begins.
LIST = r"(?=(?:\|[ \t]*)?(?:1[、.．)](?!\d)|\d{1,2}\.1[、. ]?(?=[一-鿿])|[(（][一1][)）]|一、|①))"
DUTIES = re.compile("的?(?:岗位|工作|主要|具体|安全生产|安全)*职责$")
# A title in the midst of a line: behind a full stop or a bullet, before its duties. 。 班长:管理… 。教务主任 1.协助…
AMIDST = re.compile(
    r"(?<![^。!:：;)\]】 \t])"
    rf"(?P<before>(?<=[。!])[ \t]*(?:{BULLET}[ \t]*)?|(?<![^ \t]){BULLET}[ \t]+|(?<=[:：;)\]】])[ \t]*|(?<=[ \t]))"
    rf"{ITEM}(?P<name>[A-Z]{{0,3}}[一-鿿][一-鿿/]{{1,17}})(?P<remark>[(（][^()（）\n]{{1,16}}[)）])?[ \t]*"
    rf"(?P<mark>[:：](?=[ \t]*[^\s\d][^\n:：]{{5}})|{LIST}(?P<list>)"
    rf"|(?<=[ \t])(?=(?:{BULLET} ?)?[一-鿿][^\s:：]{{7}})|(?<=[)）])(?=[一-鿿][^\s:：]{{7}}))",
)


def openings(text: Text, labels: Labels) -> Iterator[Heading]:
    """Lines that open with a role and tell its duties behind a colon or a bar."""
    for match in OPENING.finditer(text.clean):
        start = after_numbering(text.clean, *match.span("name"))
        name = text.clean[start : match.end("name")]
        if kind_of(name) == ROLE and not INSIDE.match(name) and not labels.within(match.start(), match.end("name")):
            yield Heading(start, match.end(), ROLE, start, match.end("name"), line=False)


def announced(clean: str) -> Iterator[Heading]:
    """Lines about a role that announce the list of its duties below them."""
    for match in ANNOUNCED.finditer(clean):
        start, end = match.span("name")
        if kind_of(match["name"]) == ROLE and match["name"] not in BARE and not INSIDE.match(match["name"]):
            yield Heading(match.start("name"), end, ROLE, start, end, line=False)


def enumerated(text: Text, labels: Labels) -> Iterator[Heading]:
    """Numbered lines that hold nothing but a role's title, and perhaps a motto."""
    for match in ENUMERATED.finditer(text.clean):
        start, end = match.span("name")
        name = text.clean[start:end].removesuffix("岗位")
        if kind_of(name) != ROLE or name in BARE or INSIDE.match(name):
            continue
        if labels.within(match.start(), match.end()) or ends_with_label(labels, match.start()):
            continue
        yield Heading(match.start("number"), match.end(), ROLE, start, start + len(name), alone=True)


def numbered(text: Text, labels: Labels) -> Iterator[Heading]:
    """Numbered posts in running text, each with its duties behind a comma or a colon, or named again by them.

    (一)、案场经理一名,对营销总监负责…(二)、置业顾问,主要职责如下:
    """
    for match in POST.finditer(text.clean):
        start, end = match.span("name")
        name = text.clean[start:end]
        plain = (match["mark"] in {":", "：", ""} or match["mark"].startswith("岗位")) and not match["number"]
        before = text.clean[max(0, match.start() - 1) : match.start()]
        if match["mark"] in {",", "，"} and "一" <= before <= "鿿" and match[0][0] not in "(（":
            continue
        if not plain and not TELLS.match(text.clean, match.end("post")):
            continue
        named = kind_of(name) == ROLE and name not in BARE and not INSIDE.match(name) and not VERB_FIRST.match(name)
        if named and not labels.within(start, end):
            yield Heading(match.start(), match.end("post"), ROLE, start, end, line=False)


def amidst(text: Text, labels: Labels) -> Iterator[Heading]:
    """Titles in running text, as a page leaves them whose lines were joined: each opens a sentence or a list.

    Only several tell that these are titles. Those behind a colon or a mere blank count beside such others.
    """
    clean = text.clean
    sure: list[Heading] = []
    others: list[Heading] = []
    for match in AMIDST.finditer(clean):
        start, end = match.span("name")
        duties = DUTIES.search(clean, start, end)
        end = duties.start() if duties else end
        name = clean[start:end]
        if kind_of(name) != ROLE or name in BARE or INSIDE.match(name) or VERB_FIRST.match(name):
            continue
        if labels.within(match.start(), end) or ends_with_label(labels, match.start()):
            continue
        begins = clean[max(0, match.start() - 1) : match.start()] in {"。", "!"} or match["before"].strip()
        heading = Heading(match.start(), match.start("mark"), ROLE, start, end, line=False)
        if begins or match["list"] is not None or duties:
            sure.append(heading)
        elif match["mark"]:  # not before a mere blank
            others.append(heading)
    if len({clean[one.name_start : one.name_end] for one in sure}) > 1:
        yield from (*sure, *others)


def standing(text: Text, labels: Labels) -> Iterator[Heading]:
    """Lines that are only a role's title, between the end of one text and the sentences of another.

    Several do, or one that opens the document; a bare rank (文员) only among others. 口腔护士 above
    协助口腔医生完成椅旁操作。
    """
    clean = text.clean
    found: list[Heading] = []
    ranks: list[Heading] = []
    for match in STANDING.finditer(clean):
        start, end = after_numbering(clean, *match.span("name")), match.end("name")
        name = clean[start:end]
        if kind_of(name) != ROLE or INSIDE.match(name) or not _closes(clean, match.start()):
            continue
        if labels.within(match.start(), match.end()) or ends_with_label(labels, match.start()):
            continue
        (ranks if name in BARE else found).append(
            Heading(match.start("line"), match.end(), ROLE, start, end, alone=True)
        )
    if len({clean[one.name_start : one.name_end] for one in found}) > 1:
        yield from (*found, *ranks)
    elif found and not clean[: found[0].start].strip():
        yield from found


def _closes(clean: str, start: int) -> bool:
    """Whether the text before a line is at an end: with a full stop, a blank line, or as the title of the document."""
    before = clean[max(0, start - LONGEST_LINE - 1) : start]
    closing = RULED.search(before)
    before = before[: closing.start()] if closing else before
    if not before.strip() or (closing and closing[0].count("\n") > 1):
        return True
    opening, _, line = before.rpartition("\n")
    title = not opening.strip() and start <= LONGEST_LINE
    return title or line.endswith(("。", ";", "!", ":")) or LINE.fullmatch(line.strip()) is not None
