"""Bytes → text: UTF-8 or UTF-16, and for anything else the name of what it probably is.

An organization file in another encoding is not read, because two encodings can both "work" and give different names;
but whoever saved it is told which encoding it looks like.
"""

from __future__ import annotations

import codecs

from orgchart.readers.nodes import UnreadableError
from orgchart.source import Place, Source

BINARY_SIGNATURES = (
    (b"PK\x03\x04", "a zip archive (docx, xlsx …)"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
)
UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(path: str, data: bytes) -> Source:
    """The text of a file, without its byte order mark.

    Raises `UnreadableError` at the first byte that is not the encoding's, with the encoding it looks like.
    """
    if data.startswith(UTF32) or b"\x00\x00\x00" in (data[:3], data[1:4]):
        raise _other(path, "UTF-32")
    for signature, name in BINARY_SIGNATURES:
        if data.startswith(signature):
            raise _refused(path, f"is {name}, no organization file", "name a YAML or JSON file")
    encoding = _unicode_kind(data)
    try:
        return Source(path, data.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        good = data[: error.start].decode(encoding, errors="ignore").removeprefix("\ufeff")
        raise _undecodable(path, data, good, encoding) from error


def _unicode_kind(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = data[:512]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if odd > len(head) // 8 and even * 8 < odd:
        return "utf-16-le"
    if even > len(head) // 8 and odd * 8 < even:
        return "utf-16-be"
    return "utf-8"


def _undecodable(path: str, data: bytes, good: str, encoding: str) -> UnreadableError:
    source = Source(path, good + "\ufffd")
    place = Place(source, len(good), len(good) + 1)
    if b"\x00" in data[:4096] and encoding == "utf-8":
        return UnreadableError("is a binary file, no text", place, "name a YAML or JSON file")
    likely = likely_encoding(data) if encoding == "utf-8" else ""
    if likely:
        return UnreadableError(
            f"is not UTF-8; it looks like {likely}",
            place,
            f"save it as UTF-8, for example: iconv -f {likely} -t UTF-8 {path}",
        )
    return UnreadableError(f"is not {encoding.upper()}: this byte belongs to no character", place, "save it as UTF-8")


def likely_encoding(data: bytes) -> str:
    """GB18030 or Big5, whichever makes more common characters of the bytes; empty where neither does.

    Common characters stand in the first level of both standards: rows B0–D7 of GB 2312, A4–C6 of Big5.
    """
    sample = data[:65536]
    scores = {
        "GB18030": _share_of_common(sample, "gb18030", "gb2312", 0xB0, 0xD7),
        "Big5": _share_of_common(sample, "big5hkscs", "big5", 0xA4, 0xC6),
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.3 else ""  # noqa: PLR2004 - real text reaches 0.8, bytes that are no text stay below 0.1


def _share_of_common(sample: bytes, encoding: str, level: str, first: int, last: int) -> float:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return 0.0
        text = sample[: error.start].decode(encoding, errors="ignore")
    wide = [letter for letter in text if letter > "\x7f"]
    if not wide:
        return 0.0
    common = 0
    for letter in wide:
        lead = letter.encode(level, errors="ignore")[:1]
        common += bool(lead) and first <= lead[0] <= last
    return common / len(wide)


def _other(path: str, name: str) -> UnreadableError:
    return _refused(path, f"is {name}, not UTF-8", "save it as UTF-8")


def _refused(path: str, message: str, hint: str) -> UnreadableError:
    return UnreadableError(message, Place(Source(path, ""), 0, 0), hint)
