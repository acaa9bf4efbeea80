"""xls: the filled cells of workbooks from before 2007."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from datetime import time as clock
from io import BytesIO
from typing import TYPE_CHECKING, Any

from orgchart.documents.archive import RESAVE
from orgchart.documents.extras import missing
from orgchart.documents.sheets import Sheet
from orgchart.errors import DocumentError
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator

STDERR = 2


def read(name: str, data: bytes) -> Document:
    """A workbook; raises `DocumentError` where it is encrypted or broken."""
    try:
        import python_calamine  # noqa: PLC0415 - of the extra
    except ImportError as error:
        raise missing(name, "xls") from error
    fragments: list[Fragment] = []
    hidden: list[str] = []
    try:
        with _quiet():
            book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
            for number, about in enumerate(book.sheets_metadata, 1):
                if about.visible != python_calamine.SheetVisibleEnum.Visible:
                    hidden.append(about.name)
                elif about.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    fragments += _cells(book.get_sheet_by_index(number - 1), Sheet(name, about.name, number))
    except (DocumentError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise _complaint(name, error) from error
    remarks = tuple(f"left out the hidden sheet {sheet}" for sheet in hidden)
    return Document(name=name, fragments=tuple(fragments), remarks=remarks)


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing on standard error meanwhile: a panic of the library writes its whole stack there by itself."""
    try:
        kept = os.dup(STDERR)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STDERR)
        yield
    finally:
        os.dup2(kept, STDERR)
        os.close(kept)
        os.close(nowhere)


def _complaint(name: str, error: BaseException) -> DocumentError:
    if "password" in str(error).lower():
        return DocumentError(
            f"{name}: the workbook is encrypted", "open it with its password, save it without one, and import that"
        )
    return DocumentError(f"{name}: the workbook is broken", RESAVE)


def _cells(read_sheet: Any, sheet: Sheet) -> Iterator[Fragment]:
    if read_sheet.start is None:
        return iter(())
    top, left = read_sheet.start
    for row, values in enumerate(read_sheet.to_python(skip_empty_area=True), top + 1):
        for column, value in enumerate(values, left + 1):
            sheet.add(row, column, _shown(value))
    for (first_row, first_column), (last_row, last_column) in read_sheet.merged_cell_ranges or ():
        sheet.merge((first_row + 1, first_column + 1), (last_row + 1, last_column + 1))
    return sheet.fragments()


def _shown(value: Any) -> str:
    """A value in the words that a reader of the sheet would see, as near as the file tells."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}" if value.time() != clock() else f"{value:%Y-%m-%d}"
    return str(value) if isinstance(value, (str, int, date, clock, timedelta)) else ""
