"""What a document is: by its bytes, and by its name only where the bytes leave it open."""

from __future__ import annotations

import re
from pathlib import PurePath

MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,999}<(?:!doctype\s+html|html|head|body|meta|table|!--\[if)\b", re.IGNORECASE
)
DECLARATION = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,999}<\?xml[^>]{0,400}>\s{0,99}<(?:!doctype\s+html|html)\b", re.IGNORECASE
)
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
)
BY_SUFFIX = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
}
NEVER_TEXT = {
    ".docx": "a Word document",
    ".docm": "a Word document",
    ".xlsx": "an Excel workbook",
    ".xlsm": "an Excel workbook",
    ".ods": "an OpenDocument spreadsheet",
    ".pdf": "a PDF",
}
PICTURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
)
ARCHIVES = (
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
)
PROGRAMS = ((b"\x7fELF", "a program"), (b"MZ\x90\0", "a program"), (b"SQLite format 3\0", "a database"))


def kind(name: str, data: bytes) -> str:
    """The kind of a document: zip, pdf, doc, xls, encrypted, rtf, html, markdown, csv or text.

    What nobody here reads is told in words, such as "a PNG picture".
    """
    return _by_bytes(data) or BY_SUFFIX.get(PurePath(name).suffix.lower(), "text")


def damaged(name: str, found: str) -> str:
    """The kind that a name promises where the bytes only leave text to read, in words; empty where they agree."""
    return NEVER_TEXT.get(PurePath(name).suffix.lower(), "") if found == "text" else ""


def _by_bytes(data: bytes) -> str:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(COMPOUND):
        return _compound(data)
    if b"%PDF-" in data[:1024] and not data.lstrip().startswith(b"<"):
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if MARKUP.match(data) or DECLARATION.match(data):
        return "html"
    known = (*PICTURES, *ARCHIVES, *PROGRAMS)
    return next((words for start, words in known if data.startswith(start) and (len(start) > 2 or b"\0" in data)), "")  # noqa: PLR2004 - two letters may begin a text


def _compound(data: bytes) -> str:
    """What a compound file of older office programs holds, by the names of its streams."""
    for stream, found in STREAMS:
        if f"{stream}\0".encode("utf-16-le") in data:
            return found
    return "an office document of an unknown kind"
