"""Office documents as archives of parts, inflated no further than a document needs."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from orgchart.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 256 * 1024 * 1024
"""What all parts that are read may come to: a sheet of a million cells is a quarter of it."""
SUSPICIOUS_BYTES = 8 * 1024 * 1024
MOST_RATIO = 200
"""Office programs reach a tenth of it; beyond both limits a part is made to fill memory."""
CHUNK = 1 << 18
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, OSError, KeyError, NotImplementedError)
RESAVE = "open it in the office program that made it, save it again as docx or xlsx, and import that"


class Archive:
    """The parts of one document. Every way to read one raises `DocumentError` where the archive is broken."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {part.filename.replace("\\", "/").lstrip("/"): part for part in self._zip.infolist()}
        except BROKEN as error:
            raise broken(name, "the archive in it cannot be opened") from error

    def __contains__(self, part: object) -> bool:
        return part in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of one part."""
        info = self._parts.get(part)
        if info is None:
            raise broken(self.name, f"{part} is missing in it")
        if info.flag_bits & 1:
            raise DocumentError(
                f"{self.name}: the document is encrypted",
                "open it with its password, save it without one, and import that",
            )
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise broken(self.name, f"{part} is packed in a way that no office program uses")
        try:
            return self._inflate(info)
        except BROKEN as error:
            raise broken(self.name, f"{part} cannot be unpacked") from error

    def _inflate(self, info: zipfile.ZipInfo) -> bytes:
        chunks = []
        size = 0
        with self._zip.open(info) as file:
            while chunk := file.read(CHUNK):
                size += len(chunk)
                self._inflated += len(chunk)
                bomb = size > SUSPICIOUS_BYTES and size > MOST_RATIO * max(info.compress_size, 1)
                if bomb or self._inflated > MOST_BYTES:
                    raise DocumentError(
                        f"{self.name}: unpacks to far more than a document holds, as a zip bomb does",
                        "do not open it; if it is an honest document, save it again or split it",
                    )
                chunks.append(chunk)
        return b"".join(chunks)


def broken(name: str, how: str) -> DocumentError:
    """The complaint about an office document that is damaged."""
    return DocumentError(f"{name}: the document is broken: {how}", RESAVE)


def resolved(part: str, target: str) -> str:
    """The name of the part that another one points to."""
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def relations_of(part: str) -> str:
    """The name of the part that lists what a part points to."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")
