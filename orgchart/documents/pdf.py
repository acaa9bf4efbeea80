"""pdf with a text layer: the cells of ruled tables, and the lines of text around them."""

from __future__ import annotations

import logging
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple

from orgchart.documents.extras import missing
from orgchart.documents.limits import check_count
from orgchart.errors import DocumentError
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Box = tuple[float, float, float, float]
FEWEST_CELLS = 2
MOST_PAGES_NAMED = 10


def read(name: str, data: bytes) -> Document:
    """A pdf; raises `DocumentError` where it is encrypted, broken or made of pictures only."""
    try:
        import pdfplumber  # noqa: PLC0415 - of the extra, and slow to start
    except ImportError as error:
        raise missing(name, "pdf") from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it grumbles about is told here, or harmless
    fragments: list[Fragment] = []
    without: list[int] = []
    try:
        with pdfplumber.open(BytesIO(data)) as file:
            tables = count(1)
            for number, page in enumerate(file.pages, 1):
                found = list(_page(page, number, tables))
                if not found:
                    without.append(number)
                fragments += found
                check_count(name, len(fragments))
                page.close()
    except DocumentError:
        raise
    except Exception as error:  # the library raises what its many parts raise
        raise _complaint(name, error) from error
    if not fragments:
        raise DocumentError(
            f"{name}: a pdf of pictures only, without any text",
            "have its text recognised (OCR), or import the document that it was made from",
        )
    remarks = (_pages_without_text(without),) if without else ()
    return Document(name=name, fragments=tuple(fragments), remarks=remarks)


def _complaint(name: str, error: Exception) -> DocumentError:
    if "Password" in f"{type(error).__name__} {error!r}":
        return DocumentError(
            f"{name}: the pdf is encrypted", "open it with its password, print it into a new pdf, and import that"
        )
    return DocumentError(
        f"{name}: the pdf is broken", "print it into a new pdf, or import the document it was made from"
    )


def _pages_without_text(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:MOST_PAGES_NAMED])) + (" …" if len(pages) > MOST_PAGES_NAMED else "")
    return f"no text on page {shown}: a picture needs its text recognised (OCR)"


class _Placed(NamedTuple):
    """Fragments, and how far down their page they begin."""

    top: float
    fragments: list[Fragment]


def _page(page: Any, number: int, tables: Iterator[int]) -> Iterator[Fragment]:
    """The fragments of a page from top to bottom; lines are counted with those in tables, as a reader sees them."""
    ruled = [table for table in page.find_tables() if len(table.cells) >= FEWEST_CELLS]
    placed = [
        _Placed(table.bbox[1], list(_cells(table, f"page {number}, table {on_page}", next(tables))))
        for on_page, table in enumerate(ruled, 1)
    ]
    filled = [table.bbox for table, cells in zip(ruled, placed, strict=True) if cells.fragments]
    for line_number, line in enumerate(page.extract_text_lines(return_chars=False), 1):
        middle = (line["x0"] + line["x1"]) / 2, (line["top"] + line["bottom"]) / 2
        if not any(_holds(box, *middle) for box in filled):
            placed.append(_Placed(line["top"], [Fragment(line["text"], place=f"page {number}, line {line_number}")]))
    placed.sort(key=lambda one: one.top)
    return (fragment for one in placed for fragment in one.fragments)


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _cells(table: Any, place: str, number: int) -> Iterator[Fragment]:
    """The cells of a ruled table; where one is merged its box tells how far it reaches."""
    lefts, tops = _edges(table.cells, 0), _edges(table.cells, 1)
    words = table.extract()
    if not any(text and text.strip() for row in words for text in row):
        return
    for row, texts in zip(table.rows, words, strict=True):
        cell = 0
        for box, text in zip(row.cells, texts, strict=True):
            if box is None:
                continue
            cell += 1
            first, line = lefts.index(round(box[0])), tops.index(round(box[1]))
            yield Fragment(
                text or "",
                place=f"{place}, row {line + 1}, cell {cell}",
                table=number,
                row=line + 1,
                column=first + 1,
                row_span=max(1, sum(round(box[1]) <= top < round(box[3]) for top in tops)),
                column_span=max(1, sum(round(box[0]) <= left < round(box[2]) for left in lefts)),
            )


def _edges(cells: Sequence[Box], side: int) -> list[int]:
    return sorted({round(box[side]) for box in cells})
