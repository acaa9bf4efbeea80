"""What the rules about documents share: what `source` names, and which lines of a document somebody cites."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from orgchart.names import Nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.model import Org, Role, Unit

CITATION = re.compile(
    r"(?P<document>.+?)(?::(?P<lines>\d{1,9}(?:-\d{1,9})?(?:\s*,\s*\d{1,9}(?:-\d{1,9})?)*))?\s*", re.DOTALL
)


class Folder(Protocol):
    """The documents somebody listed: their names, and the lines of those that are text."""

    @property
    def names(self) -> Sequence[str]:
        """Each name, from the folder on, with `/`."""

    def lines(self, name: str) -> Sequence[str] | None:
        """The lines of a document, or None where it is no text."""


class Citation(NamedTuple):
    """A document and the lines of it that are named, as pairs from 1; no lines: the whole document."""

    document: str
    lines: tuple[tuple[int, int], ...]


def read_citation(words: str) -> Citation:
    """A `source` taken apart: `a.txt:4-113,125-129`."""
    found = CITATION.fullmatch(words.strip())
    if found is None:
        return Citation(words.strip(), ())
    lines = []
    for part in (found["lines"] or "").split(","):
        first, _, last = part.strip().partition("-")
        if first:
            lines.append((int(first), int(last or first)))
    return Citation(found["document"], tuple(lines))


class Documents:
    """The documents of a run, and what all organizations cite of them."""

    def __init__(self, folder: Folder, organizations: Sequence[Org]) -> None:
        self._folder = folder
        self._organizations = organizations
        self._named: dict[str, list[str]] = {}
        for name in folder.names:
            for known in {name, name.rpartition("/")[2]}:
                self._named.setdefault(known, []).append(name)

    def find(self, document: str) -> str | None:
        """The document that a source means: by its path in the folder, or by its name if only one has it."""
        document = document.removeprefix("./")
        if document in self._exact:
            return document
        found = self._named.get(document) or self._named.get(document.rpartition("/")[2]) or []
        return found[0] if len(found) == 1 else None

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(self._folder.names)

    @cached_property
    def names(self) -> Nearest:
        """Finds the documents a misspelt name may mean."""
        return Nearest(self._named)

    def lines(self, name: str) -> Sequence[str] | None:
        """The lines of a document, or None where it is no text."""
        return self._folder.lines(name)

    @cached_property
    def cited(self) -> dict[str, list[tuple[int, int]]]:
        """The lines of each document that a role, a unit or an organization cites, in any order.

        A document that only organizations list, without lines, is not in it: nobody says what was read of it.
        """
        cited: dict[str, list[tuple[int, int]]] = {}
        for org in self._organizations:
            for words, whole in _sources(org):
                citation = read_citation(words)
                name = self.find(citation.document)
                if name is not None and (citation.lines or whole):
                    cited.setdefault(name, []).extend(citation.lines or ((1, len(self.lines(name) or ())),))
            for role in org.roles:
                for one in role.evidence:
                    name = self.find(one.file) if one.file and one.line else None
                    if name is not None and one.line:
                        cited.setdefault(name, []).append((one.line, one.end_line or one.line))
        return cited

    def listed_first(self, name: str, org: Org) -> bool:
        """Whether an organization is the first one that lists a document."""
        return self._first_lists.get(name) is org

    @cached_property
    def _first_lists(self) -> dict[str, Org]:
        first: dict[str, Org] = {}
        for org in self._organizations:
            for words in org.sources:
                name = self.find(read_citation(words).document)
                if name is not None:
                    first.setdefault(name, org)
        return first


def _sources(org: Org) -> Iterator[tuple[str, bool]]:
    """Everything that cites a document, and whether it means the whole of it where it names no lines."""
    yield from ((words, False) for words in org.sources)
    yield from ((words, True) for _owner, words in cited_by(org))


def cited_by(org: Org) -> Iterator[tuple[Unit | Role, str]]:
    """What the units and the roles of an organization cite."""
    pieces: tuple[Unit | Role, ...] = (*org.units, *org.roles)
    for piece in pieces:
        yield from ((piece, words) for words in piece.source)
