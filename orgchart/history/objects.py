"""The objects of a repository, read through one `git cat-file --batch`."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from orgchart.errors import InputError
from orgchart.history.repository import environment, no_git
from orgchart.readers import MAX_BYTES

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from orgchart.history.repository import Repository

FOLDER, LINK, MODULE = b"40000", b"120000", b"160000"
MOST_LINKS = 40
CHUNK = 1 << 20


class Entry(NamedTuple):
    """What stands in a folder of a commit: its mode, and the name of its object."""

    mode: bytes
    name: str


class AstrayError(Exception):
    """A symbolic link of a commit leads nowhere that the commit knows; the words say where."""


class Objects:
    """Reads blobs and trees by name, one question and one answer at a time; what it reads as tree, it remembers."""

    def __init__(self, repository: Repository) -> None:
        self._top = repository.top
        self._trees: dict[str, dict[str, Entry]] = {}
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            with self._process as process:
                process.kill()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            try:
                self._process = subprocess.Popen(
                    ["git", "-C", self._top, "cat-file", "--batch"],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment(),
                )
            except FileNotFoundError as error:
                raise no_git() from error
        return self._process

    def read(self, name: str) -> bytes | None:
        """The content of an object; None where it is larger than an organization file may be.

        Raises `InputError` where the clone does not have it.
        """
        process = self._started()
        assert process.stdin is not None  # noqa: S101 - both were asked for
        assert process.stdout is not None  # noqa: S101 - as above
        try:
            process.stdin.write(f"{name}\n".encode())
            process.stdin.flush()
        except BrokenPipeError:
            raise _lost(name) from None
        head = process.stdout.readline().split()
        if len(head) != len(("name", "kind", "size")):
            raise _lost(name)
        size = int(head[2])
        if size > MAX_BYTES:
            left = size + 1
            while left and (chunk := process.stdout.read(min(left, CHUNK))):
                left -= len(chunk)
            return None
        content = process.stdout.read(size)
        process.stdout.read(1)
        return content

    def tree(self, name: str) -> dict[str, Entry]:
        """The entries of a folder by their file names, of a commit those of its uppermost folder."""
        found = self._trees.get(name)
        if found is None:
            content = self.read(f"{name}^{{tree}}")
            found = self._trees[name] = _entries(content or b"", len(name) // 2)
        return found

    def find(self, commit: str, parts: tuple[str, ...]) -> tuple[Entry, tuple[str, ...]] | None:
        """What stands at a path of a commit, symbolic links followed, and the path where it really is.

        None where nothing does; a submodule stands for everything in it. Raises `AstrayError` where a link leads out.
        """
        here: list[tuple[str, str]] = [("", commit)]
        waiting = list(reversed(parts))
        links = 0
        found = Entry(FOLDER, commit)
        while waiting:
            part = waiting.pop()
            if part in {"", "."}:
                continue
            if part == "..":
                here.pop()
                if not here:
                    raise AstrayError("leads out of the repository")
                found = Entry(FOLDER, here[-1][1])
                continue
            entry = self.tree(here[-1][1]).get(part)
            if entry is None:
                return None
            if entry.mode == LINK:
                links += 1
                waiting += reversed(self._target(entry, links))
                found = Entry(FOLDER, here[-1][1])
            elif entry.mode == FOLDER:
                here.append((part, entry.name))
                found = entry
            elif entry.mode == MODULE or not waiting:
                return entry, (*(name for name, _tree in here[1:]), part)
            else:
                return None
        return found, tuple(name for name, _tree in here[1:])

    def _target(self, entry: Entry, links: int) -> list[str]:
        target = os.fsdecode(self.read(entry.name) or b"")
        if target.startswith("/"):
            raise AstrayError(f"leads out of the repository, to {target}")
        if links > MOST_LINKS:
            raise AstrayError("leads round in a circle")
        return target.split("/")


def _entries(content: bytes, size: int) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    at = 0
    while at < len(content):
        blank = content.index(b" ", at)
        end = content.index(b"\0", blank)
        name = os.fsdecode(content[blank + 1 : end])
        found[name] = Entry(content[at:blank], content[end + 1 : end + 1 + size].hex())
        at = end + 1 + size
    return found


def _lost(name: str) -> InputError:
    return InputError(
        f"git has no object {name[:12]}: the clone is not whole", "fetch it whole: git fetch --refetch, or clone anew"
    )
