"""Reading many versions of one YAML file: a role that stands there word for word as before is not read again.

Only for questions that need no places: a role that is read from its own lines knows its words, not where they stand
now. A file that cannot be cut into roles without doubt is read as a whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from orgchart.loading import FileRead, read_content
from orgchart.readers import UnreadableError, decode, read
from orgchart.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.readers import Part

ROLES = "roles:"
DOUBTFUL = re.compile(r"^(?:---|\.\.\.|%)|\r|\t|\u0085|\u2028|\u2029|(?:^|[\s\[{,:-])[&*!](?=\S)", re.MULTILINE)
"""What reaches beyond its own lines, or counts as a line end elsewhere: other documents, anchors, aliases, tags."""
ITEM = re.compile(r"( *)- ")


class Pieces:
    """Reads versions of files, and remembers what the version before was made of."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Part | None] = {}
        self._known_before: dict[tuple[str, str], Part | None] = {}

    def forget(self) -> None:
        """Begin another version: what the last two versions did not have is forgotten."""
        self._known_before, self._known = self._known, {}

    def read(self, path: str, data: bytes) -> FileRead:
        """Read a file, from the pieces that are known as far as possible."""
        if not path.endswith((".yaml", ".yml")):
            return read_content(path, data)
        try:
            source = decode(path, data)
        except UnreadableError:
            return read_content(path, data)
        part = self._put_together(path, source.text)
        return FileRead(path=path, source=source, parts=(part,)) if part else read_content(path, data)

    def _put_together(self, path: str, text: str) -> Part | None:
        """The one organization of a file from its pieces, or None where there is any doubt."""
        if DOUBTFUL.search(text):
            return None
        cut = _cut(text)
        if cut is None:
            return None
        rest, items = cut
        whole = self._piece(path, rest)
        roles: list[dict[str, Any]] = []
        for item in items:
            piece = self._piece(path, f"{ROLES}\n{item}")
            if piece is None or len(piece.roles) != 1:
                return None
            roles += piece.roles
        if whole is None or ROLES.removesuffix(":") not in whole.given["node"].entries:
            return None
        return whole.replace(roles=roles)

    def _piece(self, path: str, text: str) -> Part | None:
        """What some lines say as a file of their own; None where that is not one organization."""
        key = (path, text)
        if key in self._known:
            return self._known[key]
        if key in self._known_before:
            found = self._known_before[key]
        else:
            parts, _findings = read(Source(path, text), path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0])
            found = parts[0] if len(parts) == 1 else None
        self._known[key] = found
        return found


def _cut(text: str) -> tuple[str, list[str]] | None:
    """The lines around the roles, with an empty list in their place, and the lines of each role."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.rstrip() == ROLES]
    if len(starts) != 1:
        return None
    first = starts[0] + 1
    item = next((ITEM.match(line) for line in lines[first:] if line.strip() and not _is_comment(line)), None)
    if item is None:
        return None
    indent = item[1]
    end = next((number for number, line in enumerate(lines[first:], first) if _ends(line, indent)), len(lines))
    chunks = [f"{chunk}\n" for chunk in _chunks(lines[first:end], f"{indent}- ")]
    if end == len(lines):
        chunks[-1] = chunks[-1].removesuffix("\n")  # the file ends as it ends
    return "\n".join([*lines[: first - 1], f"{ROLES} []", *lines[end:]]), chunks


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _ends(line: str, indent: str) -> bool:
    """Whether a line stands outside the list: as far left as its items, or further, and no item itself."""
    bare = line.lstrip(" ")
    depth = len(line) - len(bare)
    return bool(bare) and depth <= len(indent) and not _is_comment(line) and not bare.startswith("- ")


def _chunks(lines: list[str], begins: str) -> Iterator[str]:
    """The lines of each item; comments and blank lines before the first are left out."""
    chunk: list[str] = []
    for line in lines:
        if line.startswith(begins):
            if chunk:
                yield "\n".join(chunk)
            chunk = [line]
        elif chunk:
            chunk.append(line)
    if chunk:
        yield "\n".join(chunk)
