"""Archives: which office document one is, and who reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.documents.archive import RESAVE, Archive
from orgchart.errors import DocumentError

if TYPE_CHECKING:
    from orgchart.extraction.document import Document


def read(name: str, data: bytes) -> Document:
    """A docx, xlsx or ods; raises `DocumentError` for other archives."""
    archive = Archive(name, data)
    folders = {part.partition("/")[0] for part in archive}
    if "word" in folders:
        from orgchart.documents import word  # noqa: PLC0415 - as needed

        return word.read(archive)
    if "xl/workbook.bin" in archive:
        raise DocumentError(f"{name}: a binary workbook (xlsb)", "save it as xlsx in Excel, and import that")
    if "xl" in folders:
        from orgchart.documents import workbook  # noqa: PLC0415 - as needed

        return workbook.read(archive)
    if "mimetype" in archive and b"opendocument.spreadsheet" in archive.read("mimetype"):
        from orgchart.documents import open_sheets  # noqa: PLC0415 - as needed

        return open_sheets.read(archive)
    raise DocumentError(f"{name}: {_told(archive, folders)}", _way_out(archive, folders))


def _told(archive: Archive, folders: set[str]) -> str:
    if "ppt" in folders:
        return "a PowerPoint presentation, which is no document to read"
    if "mimetype" in archive or "content.xml" in archive:
        return "an OpenDocument file that is no spreadsheet"
    if folders & {"_rels", "[Content_Types].xml", "Index"}:
        return "an office document of an unknown kind"
    return "a zip archive, which is no document to read"


def _way_out(archive: Archive, folders: set[str]) -> str:
    plain = "a zip archive" in _told(archive, folders)
    return "unpack it and import the documents inside" if plain else RESAVE
