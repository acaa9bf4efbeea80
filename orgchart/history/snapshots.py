"""The organization files of a commit, and the workspace they make; a file that did not change is read once."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from orgchart.errors import InputError
from orgchart.history.objects import FOLDER, LINK, MODULE, AstrayError, Objects
from orgchart.history.pieces import Pieces
from orgchart.loading import has_ending, put_together, read_content
from orgchart.readers import UnreadableError
from orgchart.readers.nodes import too_large
from orgchart.source import Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from typing_extensions import Self

    from orgchart.history.objects import Entry
    from orgchart.history.repository import Repository, Revision, Spot
    from orgchart.loading import FileRead, Workspace


class AbsentError(InputError):
    """A path holds no organization file at a revision."""


class Kept(NamedTuple):
    """A file of a commit: its path as it is shown, its object, and why it cannot be read, if so."""

    path: str
    object: str
    trouble: str = ""


class Snapshots:
    """Reads the organizations at any number of commits of one repository.

    With `without_places`, roles that stand in several versions of a file are read once, and their places are not those
    they have in each version.
    """

    def __init__(self, repository: Repository, *, without_places: bool = False) -> None:
        self.repository = repository
        self._pieces = Pieces() if without_places else None
        self._objects = Objects(repository)
        self._read: dict[Kept, FileRead] = {}
        self._read_before: dict[Kept, FileRead] = {}

    def __enter__(self) -> Self:
        self._objects.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._objects.__exit__(kind, error, trace)

    def workspace(self, revision: Revision) -> Workspace:
        """The organizations at a revision; raises `InputError` where one of the paths holds none then."""
        files = self.files(revision)
        self._read_before, self._read = self._read, {}
        if self._pieces:
            self._pieces.forget()
        return put_together([self._file(kept) for kept in files])

    def files(self, revision: Revision) -> list[Kept]:
        """The organization files at a revision, in the order in which they are read from a folder."""
        seen: set[tuple[str, ...]] = set()
        found: list[Kept] = []
        for spot in self.repository.spots:
            for path, entry, real in self._at(revision, spot):
                if real not in seen:
                    seen.add(real)
                    found.append(_kept(path, entry))
        return found

    def _at(self, revision: Revision, spot: Spot) -> list[tuple[str, Entry | str, tuple[str, ...]]]:
        try:
            there = self._objects.find(revision.commit, spot.parts)
        except AstrayError as error:
            raise InputError(f"{spot.given}: at {revision} a symbolic link {error}", "name the real path") from error
        if there is None:
            raise AbsentError(
                f"{spot.given}: not in revision {revision}",
                "choose a revision that has it, or name two folders or files: orgchart diff OLD NEW",
            )
        entry, real = there
        if entry.mode == MODULE:
            raise InputError(
                f"{spot.given}: {'/'.join(real)} is a submodule at {revision}: another repository holds its files",
                "run orgchart on a path inside the submodule",
            )
        if entry.mode != FOLDER:
            return [(spot.given, entry, real)]
        found = sorted(
            self._walk(revision, spot.given, entry, real), key=lambda one: PurePath(os.path.normpath(one[0])).parts
        )
        if not found:
            raise AbsentError(
                f"{spot.given}: the folder holds no organization file at {revision}",
                "choose a revision at which it has files that end in .yaml, .yml or .json",
            )
        return found

    def _walk(
        self, revision: Revision, given: str, folder: Entry, real: tuple[str, ...]
    ) -> Iterator[tuple[str, Entry | str, tuple[str, ...]]]:
        waiting = [(given, folder, real)]
        while waiting:
            path, here, parts = waiting.pop()
            for name, entry in self._objects.tree(here.name).items():
                shown, below = os.path.normpath(os.path.join(path, name)), (*parts, name)
                if name.startswith("."):
                    continue
                if entry.mode == FOLDER:
                    waiting.append((shown, entry, below))
                elif entry.mode == MODULE:
                    yield shown, "is a submodule: another repository holds its files", below
                elif has_ending(name):
                    yield from self._linked(revision, shown, entry, below)

    def _linked(
        self, revision: Revision, shown: str, entry: Entry, below: tuple[str, ...]
    ) -> Iterator[tuple[str, Entry | str, tuple[str, ...]]]:
        """A file, or the file a symbolic link leads to; a link to a folder is none, as in a folder of the disk."""
        if entry.mode != LINK:
            yield shown, entry, below
            return
        try:
            there = self._objects.find(revision.commit, below)
        except AstrayError as error:
            yield shown, f"is a symbolic link that {error}", below
            return
        if there is None:
            yield shown, "is a symbolic link to a file that is not there", below
        elif there[0].mode not in {FOLDER, MODULE}:
            yield shown, *there

    def _file(self, kept: Kept) -> FileRead:
        """What a file states; what the commit before this one in the walk had too is not read again."""
        found = self._read_before.get(kept)
        if found is None:
            content = _trouble(kept) if kept.trouble else self._objects.read(kept.object)
            if self._pieces and isinstance(content, bytes):
                found = self._pieces.read(kept.path, content)
            else:
                found = read_content(kept.path, too_large(kept.path) if content is None else content)
        self._read[kept] = found
        return found


def _kept(path: str, entry: Entry | str) -> Kept:
    return Kept(path, "", entry) if isinstance(entry, str) else Kept(path, entry.name)


def _trouble(kept: Kept) -> UnreadableError:
    place = Place(Source(kept.path, ""), 0, 0)
    return UnreadableError(kept.trouble, place, "name the real file, or keep it in this repository")
