"""Paths → a workspace: the organizations they hold, and what their readers found. The only place that opens files."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.errors import InputError
from orgchart.readers import MAX_BYTES, STDIN, SUFFIXES, UnreadableError, assemble, decode, read, unreadable
from orgchart.readers.nodes import cannot_be_opened, too_large
from orgchart.record import Record
from orgchart.source import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.findings import Finding
    from orgchart.model import Org
    from orgchart.readers import Part
    from orgchart.source import Source


class Workspace(Record):
    """Everything that was read in one run.

    `organizations` stand in the order of their first file; `findings` are the readers' (ORG1xx, ORG205); `unread`
    holds the paths of files that could not be read at all.
    """

    organizations: tuple[Org, ...]
    findings: tuple[Finding, ...] = ()
    sources: tuple[Source, ...] = ()
    unread: tuple[str, ...] = ()


def load(*paths: str | os.PathLike[str]) -> Workspace:
    """Read files and folders; `-` is standard input, a folder is searched for organization files at any depth.

    Without a path, the folder `org` is read. Raises `InputError` for a path that is missing, may not be opened or
    holds no organization file; what is wrong inside a file is in `Workspace.findings`.
    """
    contents = _contents([os.fspath(path) for path in paths] or ["org"])
    return put_together([read_content(path, data) for path, data in contents])


class FileRead(Record):
    """One file that was read: what it states about organizations, and what is wrong with the file itself."""

    path: str
    source: Source
    parts: tuple[Part, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def unread(self) -> bool:
        """Whether nothing could be read."""
        return bool(self.findings) and not self.parts


def read_content(path: str, data: bytes | UnreadableError) -> FileRead:
    """Read what a file holds, or say why it holds nothing that can be read."""
    try:
        if isinstance(data, UnreadableError):
            raise data
        source = decode(path, data)
    except UnreadableError as error:
        return FileRead(path=path, source=error.place.source, findings=tuple(unreadable(error)))
    parts, found = read(source, Path(path).stem if path != STDIN else "stdin")
    return FileRead(path=path, source=source, parts=tuple(parts), findings=tuple(found))


def put_together(files: Sequence[FileRead]) -> Workspace:
    """The workspace of some files that were read, in this order, wherever they came from."""
    findings = [finding for file in files for finding in file.findings]
    assembled = assemble([part for file in files for part in file.parts])
    for organization in assembled:
        findings.extend(organization.findings)
    return Workspace(
        organizations=tuple(organization.org for organization in assembled),
        findings=tuple(findings),
        sources=tuple(file.source for file in files),
        unread=tuple(file.path for file in files if file.unread),
    )


class DocumentFolder:
    """The documents of a folder, at any depth: their names, and the lines of those that are text.

    Raises `InputError` where the folder is missing or may not be opened.
    """

    def __init__(self, folder: str) -> None:
        if not os.path.isdir(folder):
            raise InputError(f"{folder}: no such folder of documents", "correct `documents` in the settings")
        self._folder = folder
        found = (os.path.relpath(path, folder).replace(os.sep, "/") for path in _walk(folder, endings=("",)))
        self.names = sorted(found)
        self._lines: dict[str, tuple[str, ...] | None] = {}

    def lines(self, name: str) -> tuple[str, ...] | None:
        """The lines of a document; None where it is no text, or cannot be read."""
        if name not in self._lines:
            self._lines[name] = self._read(name)
        return self._lines[name]

    def _read(self, name: str) -> tuple[str, ...] | None:
        try:
            with open(os.path.join(self._folder, name), "rb") as file:
                data = file.read(MAX_BYTES)
        except OSError:
            return None
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16", errors="replace")
        elif b"\0" in data:
            return None
        else:
            text = _as_text(data)
        lines = re.split(LINE_END, text)
        return tuple(lines[:-1] if not lines[-1] else lines)


def _as_text(data: bytes) -> str:
    """The words of a document that may be as old as its encoding."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _contents(paths: Sequence[str]) -> Iterator[tuple[str, bytes | UnreadableError]]:
    seen: set[str] = set()
    for given in paths:
        if given == "-":
            yield STDIN, _limited(STDIN, sys.stdin.buffer.read(MAX_BYTES + 1))
            continue
        for path in _files(given):
            real = os.path.realpath(path)
            if real not in seen:
                seen.add(real)
                yield path, _bytes(path, alone=path == given)


def _files(given: str) -> list[str]:
    try:
        folder = stat.S_ISDIR(os.stat(given).st_mode)
    except FileNotFoundError as error:
        hint = "name a file or a folder with organization files"
        raise InputError(
            f"{given}: no such file or folder", hint + (", or run where org/ is" if given == "org" else "")
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(f"{given}: {_reason(error)}", "check the path and its permissions") from error
    if not folder:
        return [given]  # a file, or a pipe such as the shell's <(command)
    found = sorted(_walk(given, SUFFIXES), key=lambda path: path.split(os.sep))
    if not found:
        raise InputError(
            f"{given}: the folder holds no organization file", "organization files end in .yaml, .yml or .json"
        )
    return found


def _walk(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    """The files of a folder at any depth with one of these endings, but hidden ones, pipes and devices."""

    def refuse(error: OSError) -> None:
        raise InputError(f"{error.filename}: {error.strerror}", "check the permissions of the folder")

    for root, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in files:
            path = os.path.normpath(os.path.join(root, name))
            if has_ending(name, endings) and not _is_special(path):
                yield path


def has_ending(name: str, endings: tuple[str, ...] = SUFFIXES) -> bool:
    """Whether a file in a folder is read: by how its name ends, unless it is hidden."""
    return name.lower().endswith(endings) and not name.startswith(".")


def _is_special(path: str) -> bool:
    """Whether a path is a pipe or a device, which would keep the reader waiting; a broken link is none."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _bytes(path: str, *, alone: bool) -> bytes | UnreadableError:
    """What a file holds; where it may not be opened, that stops the run only if the file was named by itself."""
    try:
        with open(path, "rb") as file:
            return _limited(path, file.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:
        if alone:
            raise InputError(f"{path}: {_reason(error)}", "check the path and its permissions") from error
        return cannot_be_opened(path, _reason(error))


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _limited(path: str, data: bytes) -> bytes | UnreadableError:
    return too_large(path) if len(data) > MAX_BYTES else data
