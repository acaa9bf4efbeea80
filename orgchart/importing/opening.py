"""Paths → the bytes of documents: files as they are named, folders searched for documents at any depth."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_BYTES = 64 * 1024 * 1024
STDIN = "<stdin>"
SUFFIXES = (
    ".txt", ".text", ".md", ".markdown", ".htm", ".html", ".docx", ".doc", ".pdf",
    ".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods",
)  # fmt: skip


def found(paths: Sequence[str | os.PathLike[str]]) -> tuple[list[str], list[str]]:
    """The paths of all documents, in the order given and each once, and those of files in folders that are none.

    A folder's documents stand in the order of their names. Raises `InputError` for a path that is missing, or a
    folder without documents.
    """
    names: dict[str, str] = {}
    left_out: list[str] = []
    for given in paths:
        for name in _files(os.fspath(given), left_out):
            names.setdefault(os.path.realpath(name) if name != "-" else name, name)
    return list(names.values()), left_out


def content(path: str) -> bytes:
    """What a document holds; raises `InputError` where it cannot be opened or is too large."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise InputError(f"{path}: {reason}", "check the path and its permissions") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"{path}: larger than {MAX_BYTES // 1024 // 1024} MB", "split it into several documents")
    return data


def _files(given: str, left_out: list[str]) -> Iterator[str]:
    if given == "-":
        yield given
        return
    try:
        folder = stat.S_ISDIR(Path(given).stat().st_mode)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise InputError(f"{given}: {reason}", "name files or folders with job descriptions") from error
    if not folder:
        yield given
        return
    inside: list[str] = []
    for path in sorted(_walk(given)):
        (inside if path.lower().endswith(SUFFIXES) else left_out).append(path)
    if not inside:
        raise InputError(f"{given}: the folder holds no document", f"documents end in {', '.join(SUFFIXES)}")
    yield from inside


def _walk(folder: str) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        raise InputError(f"{error.filename}: {error.strerror}", "check the permissions of the folder")

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = Path(root, name)
            if not name.startswith((".", "~$")) and path.is_file():
                yield str(path)
