"""doc and rtf: converted by what is there, an extra package or an office program, and read as docx."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.documents import office
from orgchart.errors import DocumentError

if TYPE_CHECKING:
    from orgchart.extraction.document import Document

PATIENCE = 120
OFFICES = ("soffice", "libreoffice")


def read(name: str, data: bytes, suffix: str) -> Document:
    """A document of an older Word, or in Rich Text Format; raises `DocumentError` where nothing here converts it."""
    with tempfile.TemporaryDirectory(prefix="orgchart-") as folder:
        source = Path(folder, f"document{suffix}")
        source.write_bytes(data)
        for convert in (_by_package, _by_office):
            converted = convert(source, suffix)
            if converted is not None:
                return office.read(name, converted)
    raise DocumentError(
        f"{name}: no converter for {suffix.lstrip('.')} is installed, or none could read it",
        "pip install 'orgchart[documents]' installs one for doc; or save it as docx, and import that",
    )


def _by_package(source: Path, suffix: str) -> bytes | None:
    """Converted by the package of the extra, which reads doc only."""
    if suffix != ".doc":
        return None
    try:
        import doc2docx  # noqa: PLC0415 - of the extra
    except ImportError:
        return None
    target = source.with_name("converted.docx")
    try:
        doc2docx.convert(source, target)
        return target.read_bytes()
    except Exception:  # noqa: BLE001 - whatever it stumbles over, the next converter may not
        return None


def _by_office(source: Path, _suffix: str) -> bytes | None:
    """Converted by LibreOffice, with settings of its own, so that an open window of it is no hindrance."""
    program = next(filter(None, map(shutil.which, OFFICES)), None)
    if program is None:
        return None
    folder = source.parent
    settings = f"-env:UserInstallation={Path(folder, 'settings').as_uri()}"
    arguments = [program, settings, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(source)]
    try:
        subprocess.run(arguments, capture_output=True, check=True, timeout=PATIENCE)
        return source.with_suffix(".docx").read_bytes()
    except (OSError, subprocess.SubprocessError):
        return None
