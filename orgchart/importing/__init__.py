"""Documents → organizations: job descriptions and rosters read and put together, each line with its words.

Beside `orgchart.loading` the only place that opens files: loading opens organization files, this opens documents.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgchart.documents import read_document
from orgchart.errors import DocumentError, InputError, OrgchartError
from orgchart.extraction.engine import extract
from orgchart.extraction.joining import join, together
from orgchart.importing import opening
from orgchart.importing.shape import organization as as_data
from orgchart.importing.sources import with_sources
from orgchart.record import Record

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from orgchart.extraction.document import Document
    from orgchart.extraction.mentions import FoundOrganization

TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")

__all__ = ["Imported", "ImportedOrganization", "Problem", "ReadDocument", "import_documents"]


class Problem(Record):
    """What stood in the way of a document, or of a part of it: a sentence, and what to do about it."""

    path: str
    message: str
    hint: str = ""


class ReadDocument(Record):
    """One document that was read: its path as given, its name in evidence, and the organizations found in it.

    `remarks` say what was passed over on the way, such as rows of a roster or pages without text.
    """

    path: str
    name: str
    organizations: tuple[FoundOrganization, ...] = ()
    remarks: tuple[str, ...] = ()
    roster: bool = False


class ImportedOrganization(Record):
    """One organization, put together from what one or more documents say: its id, its statements, its documents."""

    id: str
    found: FoundOrganization
    sources: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """The organization file as plain data; each role with its evidence."""
        return as_data(self.found, self.id, self.sources)


class Imported(Record):
    """All that one import read: organizations, documents in the order given, and what could not be read."""

    organizations: tuple[ImportedOrganization, ...]
    documents: tuple[ReadDocument, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The organizations as one document, as `import --format json` writes it; every role has its id."""
        return {"organizations": [_with_ids(one.as_data()) for one in self.organizations]}


def import_documents(
    paths: Sequence[str | os.PathLike[str]],
    *,
    organization: str | None = None,
    merge: bool = False,
    columns: Mapping[str, str] | None = None,
    watch: Callable[[int, int, str], None] | None = None,
) -> Imported:
    """Read job descriptions and rosters: txt, Markdown, HTML, docx, doc, pdf, csv, xlsx and their like.

    A folder is searched for documents at any depth. With `organization`, all that is found is one organization of that
    id; with `merge`, organizations of several documents become one where they plainly are one. `columns` names the
    header of a roster's column for a field, such as ``{"reports_to": "汇报给"}``. `watch` is told which document of how
    many is being read. Raises `InputError` for a path that is missing; what is wrong with a document is in
    `Imported.problems`, and the others are read.
    """
    names, left_out = opening.found(paths)
    shown = _shown_names(names)
    documents: list[ReadDocument] = []
    problems: list[Problem] = []
    for number, path in enumerate(names):
        if watch:
            watch(number, len(names), path)
        try:
            read = _read(path, shown[path], columns)
        except OrgchartError as error:
            problems.append(Problem(path=path, message=error.message, hint=error.hint))
            continue
        documents.append(read)
        if not any(one.roles or one.units for one in read.organizations):
            problems.append(
                Problem(
                    path=path,
                    message=f"{path}: no role is described here",
                    hint="a job description names its role in a heading or a field such as 岗位名称",
                )
            )
    return Imported(
        organizations=tuple(_put_together(documents, organization, merge=merge)),
        documents=tuple(documents),
        problems=tuple(problems),
        left_out=tuple(left_out),
    )


def _shown_names(paths: Sequence[str]) -> dict[str, str]:
    """The name of each document in evidence: the file's name, or its path where two files share one."""
    once: dict[str, int] = {}
    for path in paths:
        once[Path(path).name] = once.get(Path(path).name, 0) + 1
    return {
        path: opening.STDIN if path == "-" else Path(path).name if once[Path(path).name] == 1 else path
        for path in paths
    }


def _read(path: str, name: str, columns: Mapping[str, str] | None) -> ReadDocument:
    data = opening.content(path)
    try:
        document = read_document(name, data)
    except InputError as error:
        message = error.message if name == path else error.message.replace(name, path, 1)
        raise InputError(message, error.hint) from error
    return _understood(path, document, columns)


def _understood(path: str, document: Document, columns: Mapping[str, str] | None) -> ReadDocument:
    from orgchart.rosters import read_roster  # noqa: PLC0415 - most documents are none

    if _holds_roster(document, columns):
        roster = read_roster(document, columns)
        return ReadDocument(
            path=path,
            name=document.name,
            organizations=(with_sources(roster.organization, document.name),),
            remarks=(*document.remarks, *roster.remarks),
            roster=True,
        )
    found = tuple(with_sources(one, document.name) for one in extract(document))
    return ReadDocument(path=path, name=document.name, organizations=found, remarks=document.remarks)


def _holds_roster(document: Document, columns: Mapping[str, str] | None) -> bool:
    """Whether a document is a roster; raises `DocumentError` for a table without a header that was asked for."""
    from orgchart.rosters import is_roster  # noqa: PLC0415 - most documents are none

    try:
        return is_roster(document, columns)
    except DocumentError:
        if document.name.lower().endswith(TABLES) or is_roster(document):
            raise
        return False


def _put_together(
    documents: Sequence[ReadDocument], organization: str | None, *, merge: bool
) -> Iterator[ImportedOrganization]:
    found = [(document, one) for document in documents for one in document.organizations if one.roles or one.units]
    if organization is not None:
        groups = [list(range(len(found)))] if found else []
    elif merge:
        groups = join([one for _document, one in found])
    else:
        groups = [[number] for number in range(len(found))]
    ids = _Ids()
    alone = {
        document.name for document in documents if sum(bool(o.roles or o.units) for o in document.organizations) == 1
    }
    for group in groups:
        first = found[group[0]][0]
        name = organization or ids.of(first.name, alone=first.name in alone)
        sources = dict.fromkeys(found[number][0].name for number in group)
        yield ImportedOrganization(
            id=name, found=together([found[number][1] for number in group]), sources=tuple(sources)
        )


class _Ids:
    """Ids from the names of documents: numbered from 1 where a document holds several organizations."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def of(self, document: str, *, alone: bool) -> str:
        """The id of the next organization of a document."""
        stem = Path(document).stem if document != opening.STDIN else "stdin"
        name = stem if alone else self._numbered(stem)
        while name in self._taken:
            name = self._numbered(stem)
        self._taken.add(name)
        return name

    def _numbered(self, stem: str) -> str:
        self._numbers[stem] = self._numbers.get(stem, 0) + 1
        return f"{stem}-{self._numbers[stem]}"


def _with_ids(data: dict[str, Any]) -> dict[str, Any]:
    """Every role with an id: written, its title, or for roles without one 未具名岗位, numbered from the second."""
    untitled = 0
    roles = []
    for role in data["roles"]:
        name = role.get("id", role["title"])
        if role.get("untitled") and "id" not in role:
            untitled += 1
            name = role["title"] if untitled == 1 else f"{role['title']}-{untitled}"
        roles.append({"id": name, **role})
    return {**data, "roles": roles}
