"""Organizations as they were: read from the objects of a git repository, with nothing checked out.

The only room that knows git, and it knows it as a program: started with fixed arguments, never with a name of the
user's where an option could stand. `loading` stays ignorant of it, and makes the workspace from the contents it is
handed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.history.repository import Repository
from orgchart.history.snapshots import Snapshots

if TYPE_CHECKING:
    import os

    from orgchart.loading import Workspace

__all__ = ["Repository", "Snapshots", "load_at"]


def load_at(revision: str, *paths: str | os.PathLike[str]) -> Workspace:
    """Read files and folders as they were at a revision of the git repository they are in.

    Without a path, the folder `org` is read. Findings have the paths that the files have today. Raises `InputError`
    where there is no git repository, no such revision, or no organization file at the path then; `EngineError` where
    git itself is missing.
    """
    repository = Repository.around(paths)
    with Snapshots(repository) as snapshots:
        return snapshots.workspace(repository.revision(revision))
