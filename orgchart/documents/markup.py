"""XML as a stream of openings, closings and words, by local names; what could reach outside of it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Protocol
from xml.parsers import expat

from orgchart.documents.archive import broken, relations_of, resolved
from orgchart.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.documents.archive import Archive

NO_ATTRIBUTES: Mapping[str, str] = {}


class Listener(Protocol):
    """What is told about the elements of a part, in order."""

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def close(self, name: str) -> None:
        """An element ends."""

    def words(self, words: str) -> None:
        """Words between tags."""


def listen(name: str, part: str, data: bytes, listener: Listener) -> None:
    """Tell a listener what a part of a document holds.

    Raises `DocumentError` for XML that is broken or declares a document type: entities are how XML reads other files
    and fills memory, and no office program writes any.
    """

    def refuse(*_declaration: object) -> NoReturn:
        raise DocumentError(
            f"{name}: {part} declares a document type, which no office program writes and which could read other files",
            "do not trust it; ask for a document saved by an office program",
        )

    def start(tag: str, attributes: dict[str, str]) -> None:
        if any(":" in key for key in attributes):
            attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        listener.open(tag.rpartition(":")[2], attributes)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda tag: listener.close(tag.rpartition(":")[2])
    parser.CharacterDataHandler = listener.words
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise broken(name, f"{part} is no well-formed XML") from error


class _Relations:
    """Listens for what a part points to."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            self.found.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))

    def close(self, name: str) -> None:
        pass

    def words(self, words: str) -> None:
        pass


def relations(archive: Archive, part: str) -> list[tuple[str, str, str]]:
    """What a part points to: (id, kind, name of the other part); nothing outside of the document."""
    listed = relations_of(part)
    if listed not in archive:
        return []
    listener = _Relations()
    listen(archive.name, listed, archive.read(listed), listener)
    return [(key, kind, resolved(part, target)) for key, kind, target in listener.found]


def main_part(archive: Archive, usual: str) -> str:
    """The name of the part that is the document itself."""
    named = (target for _key, kind, target in relations(archive, "") if kind == "officeDocument")
    return next((target for target in named if target in archive), usual)
