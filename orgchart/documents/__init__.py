"""Files → documents: text, Markdown, HTML, docx, xlsx, ods, csv and pdf become fragments that know where they stand.

Nothing of an organization is understood here. A reader that needs a heavy library imports it when it runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.documents import sniffing
from orgchart.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.extraction.document import Document

__all__ = ["DocumentError", "read_document"]

MAX_BYTES = 64 * 1024 * 1024
KNOWN = "txt, md, html, docx, doc, pdf, xlsx, xls, ods, csv and tsv can be read"


def read_document(name: str, data: bytes) -> Document:
    """A document from the bytes of a file; `name` is how it is shown, and its suffix tells apart kinds of text.

    Raises `DocumentError`, with a way out, for what is encrypted, broken, empty, too large or of an unknown kind.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(f"{name}: larger than {MAX_BYTES >> 20} MB", "split it into several documents")
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise DocumentError(f"{name}: the file is empty", "check that it was saved and copied completely")
    found = sniffing.kind(name, data)
    if program := sniffing.damaged(name, found):
        raise DocumentError(
            f"{name}: it does not begin as {program} does, though its name says so",
            "it is damaged or was renamed: open it in the program that made it, and save it anew",
        )
    reader = READERS.get(found)
    if reader is None:
        raise DocumentError(f"{name}: {_told(found)}", _way_out(found))
    document = reader(name, data)
    if not any(fragment.text.strip() for fragment in document.fragments):
        raise DocumentError(f"{name}: no text in it", "check that it is the right file, and not a scan or a template")
    return document


def _told(found: str) -> str:
    return "the document is encrypted" if found == "encrypted" else f"{found}, which is no document to read"


def _way_out(found: str) -> str:
    if found == "encrypted":
        return "open it with its password, save it without one, and import that"
    if "picture" in found:
        return "have its text recognised (OCR), and import the text, docx or pdf that comes out"
    return "unpack it and import the documents inside" if "archive" in found else KNOWN


def _text(name: str, data: bytes) -> Document:
    from orgchart.documents import plain_text  # noqa: PLC0415 - as needed

    return plain_text.read(name, *_decoded(name, data))


def _markdown(name: str, data: bytes) -> Document:
    from orgchart.documents import markdown  # noqa: PLC0415 - as needed

    return markdown.read(name, *_decoded(name, data))


def _table(name: str, data: bytes) -> Document:
    from orgchart.documents import delimited  # noqa: PLC0415 - as needed

    return delimited.read(name, *_decoded(name, data))


def _html(name: str, data: bytes) -> Document:
    from orgchart.documents import web_page  # noqa: PLC0415 - as needed

    return web_page.read(name, *_decoded(name, data, web_page.declared_encoding(data)))


def _decoded(name: str, data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    from orgchart.documents import decoding  # noqa: PLC0415 - as needed

    text, remark = decoding.decode(name, data, declared)
    return text, (remark,) if remark else ()


def _archive(name: str, data: bytes) -> Document:
    from orgchart.documents import office  # noqa: PLC0415 - as needed

    return office.read(name, data)


def _pdf(name: str, data: bytes) -> Document:
    from orgchart.documents import pdf  # noqa: PLC0415 - as needed

    return pdf.read(name, data)


def _old_workbook(name: str, data: bytes) -> Document:
    from orgchart.documents import old_workbook  # noqa: PLC0415 - as needed

    return old_workbook.read(name, data)


def _old_word(name: str, data: bytes) -> Document:
    from orgchart.documents import old_word  # noqa: PLC0415 - as needed

    return old_word.read(name, data, ".rtf" if data.startswith(b"{") else ".doc")


READERS: dict[str, Callable[[str, bytes], Document]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "csv": _table,
    "zip": _archive,
    "pdf": _pdf,
    "xls": _old_workbook,
    "doc": _old_word,
    "rtf": _old_word,
}
