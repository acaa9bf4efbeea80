"""The commits that touched some paths, newest first, a child always before its parents: one `git log`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.history.repository import Repository, Revision

FIELDS = ("%H", "%P", "%aI", "%aN", "%s")


class Commit(NamedTuple):
    """A commit, with the nearest ones before it that touched the paths too."""

    name: str
    parents: tuple[str, ...]
    date: str
    author: str
    subject: str


def commits_of(repository: Repository, start: Revision) -> Iterator[Commit]:
    """The commits up to a revision that touched the repository's paths; a merge that only took one side is left out."""
    paths = ["/".join(spot.parts) or "." for spot in repository.spots]
    said = repository.git(
        "--literal-pathspecs",
        "-c",
        "log.showSignature=false",
        "log",
        "-z",
        "--topo-order",
        "--parents",
        "--no-color",
        "--encoding=UTF-8",
        f"--format={'%x00'.join(FIELDS)}",
        start.commit,
        "--",
        *paths,
    )
    words = said.decode("utf-8", errors="replace").split("\0")
    for at in range(0, len(words) - len(FIELDS) + 1, len(FIELDS)):
        name, parents, date, author, subject = words[at : at + len(FIELDS)]
        yield Commit(name, tuple(parents.split()), date, author, subject)
