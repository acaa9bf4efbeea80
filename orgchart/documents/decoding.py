"""Bytes → text, for documents that never say how they were written.

The ladder: a byte order mark, UTF-16 by its zero bytes, UTF-8, and then whichever of the encodings of the field makes
the most of the characters everyday ones.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import NamedTuple

from orgchart.errors import DocumentError

MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
CANDIDATES = (
    ("gb18030", "GB18030"),
    ("big5hkscs", "Big5"),
    ("utf-8", "UTF-8"),
    ("cp1252", "Windows-1252"),
)
DECLARED = {
    "utf8": "utf-8",
    "utf-8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
SAMPLE = 1 << 16
EVERYDAY_WEIGHT = 3
SAME = 1e-9
TOLERATED = 200
"""One unreadable character among so many others is a blemish; more of them, and the guess is wrong."""
EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "岗位职责务名称直接级经理管总监员部门司编号任资格要求负责组织协调汇报公司客户销售财人事行政"
    "這個國時來們對會發動過說產種後學經進著電裡現實兩體機當點從業應開還務責級監員門編號資組織協調匯報戶銷財"
)
MARKS_OF_TEXT = frozenset("　、。，：；（）《》“”‘’【】—…·！？／％～－＋①②③④⑤⑥⑦⑧⑨⑩〇０１２３４５６７８９")
WESTERN = frozenset("‘’“”–—•…éèêàáâäöüßñçóíúôîïÄÖÜÉ£€©®™°±·×\xa0")
MISREAD = re.compile("[\ufffd\ue000-\uf8ff\x80-\x9f]")
BEYOND_ASCII = re.compile("[^\x00-\x7f]")


class Decoded(NamedTuple):
    """A text without its byte order mark, and a remark where its encoding was guessed."""

    text: str
    remark: str = ""


def decode(name: str, data: bytes, declared: str | None = None) -> Decoded:
    """The text of a document; `declared` is the encoding it claims itself, which is believed where it fits.

    Raises `DocumentError` where no encoding makes sense of the bytes.
    """
    for mark, encoding, shown in MARKS:
        if data.startswith(mark):
            return _blemished(name, data[len(mark) :], encoding, shown)
    claimed = DECLARED.get((declared or "").lower())
    for encoding in filter(None, (claimed, _wide(data), "utf-8")):
        text = _strictly(data, encoding)
        if text is not None:
            guessed = encoding.startswith("utf-16")
            return Decoded(text, "read as UTF-16, without a byte order mark" if guessed else "")
    encoding, shown = _likeliest(data)
    read = _blemished(name, data, encoding, shown)
    return read._replace(remark=read.remark or f"read as {shown}, since it is not UTF-8")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """The kind of UTF-16 that zero bytes in every other place speak for, if any."""
    if len(data) % 2 or b"\0" not in data[:SAMPLE]:
        return None
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    if min(even, odd) * 20 > max(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    sample = data[:SAMPLE].decode(encoding, errors="replace")
    return encoding if _sense(sample) > 0.5 else None  # noqa: PLR2004 - more sense than nonsense


def _likeliest(data: bytes) -> tuple[str, str]:
    """The encoding that makes most sense of the bytes, and its name for people."""
    sample = data[:SAMPLE]
    candidates: tuple[tuple[str, str], ...] = CANDIDATES
    if len(data) % 2 == 0:
        candidates = (*candidates, ("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16"))
    best, most = candidates[0], float("-inf")
    for candidate in candidates:
        sense = _sense(sample.decode(candidate[0], errors="replace"), western=candidate[0] == "cp1252")
        if sense > most + SAME:
            best, most = candidate, sense
    return best


def _sense(text: str, *, western: bool = False) -> float:
    """How much of what stands beyond ASCII is what people write: everyday hanzi and punctuation, nothing misread."""
    beyond = BEYOND_ASCII.findall(text)
    if not beyond:
        return 1.0
    good = bad = 0
    common = WESTERN if western else _common()
    for char in beyond:
        if char in EVERYDAY and not western:
            good += EVERYDAY_WEIGHT
        elif char in common:
            good += 1
        elif MISREAD.match(char):
            bad += EVERYDAY_WEIGHT
    return (good - bad) / len(beyond)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """The first levels of GB 2312 and of Big5, and the punctuation of Chinese text."""
    simplified = bytes(b for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for b in (lead, trail))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(b for lead in range(0xA4, 0xC7) for trail in trails for b in (lead, trail))
    known = simplified.decode("gb2312", errors="ignore") + traditional.decode("big5", errors="ignore")
    return frozenset(known) | MARKS_OF_TEXT


def _blemished(name: str, data: bytes, encoding: str, shown: str) -> Decoded:
    """The text, with a few unreadable characters shown as such and told; too many, and it is not text."""
    text = data.decode(encoding, errors="replace")
    strict = _strictly(data, encoding)
    if strict is not None:
        if encoding in {"gb18030", "big5hkscs", "cp1252"} and _sense(strict[:SAMPLE], western=encoding == "cp1252") < 0:
            raise _no_text(name)
        return Decoded(strict)
    lost = text.count("\ufffd")
    if lost > 1 and lost * TOLERATED > len(text):
        raise _no_text(name)
    return Decoded(text, f"read as {shown}; {lost} character{'s' * (lost > 1)} could not be read and stand as \ufffd")


def _no_text(name: str) -> DocumentError:
    return DocumentError(
        f"{name}: no text in UTF-8, UTF-16, GB18030 or Big5",
        "open the file in the program that made it and save it as UTF-8 text, or as docx",
    )
