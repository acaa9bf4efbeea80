"""A git repository: where it is, which commit a revision means, and git itself as a program."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from orgchart.errors import EngineError, InputError, SettingError

if TYPE_CHECKING:
    from collections.abc import Sequence

QUIET = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
"""English for us to read, nothing written to the index, nobody asked for a password, nothing fetched."""
OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a hook finds set, relative to where git started it; the repository is the one the files are in."""
ELSEWHERE = "run it where the files are kept in git; two folders or files are compared without: orgchart diff OLD NEW"


class Spot(NamedTuple):
    """A path as the user gave it, and its parts from the root of the repository."""

    given: str
    parts: tuple[str, ...]


class Revision(NamedTuple):
    """A revision as the user called it, and the commit it means."""

    name: str
    commit: str

    def __str__(self) -> str:
        return self.name


class Repository:
    """The repository that some paths are in: its uppermost folder, and the paths from there."""

    def __init__(self, top: str, spots: Sequence[Spot]) -> None:
        self.top = top
        self.spots = tuple(spots)

    @classmethod
    def around(cls, paths: Sequence[str | os.PathLike[str]]) -> Repository:
        """The one repository of some paths, of the folder `org` without one; they need not be there any more.

        Raises `InputError` where a path is in none, or in another one than the first.
        """
        tops: dict[str, str] = {}
        spots = []
        for path in [os.fspath(path) for path in paths] or ["org"]:
            if path == "-":
                raise InputError("standard input has no history", "name a file or a folder that is kept in git")
            top, spot = _located(path)
            tops.setdefault(top, path)
            spots.append(spot)
        if len(tops) > 1:
            one, other = list(tops.values())[:2]
            raise InputError(f"{one} and {other} are in different git repositories", "compare one repository at a time")
        return cls(next(iter(tops)), spots)

    def git(self, *words: str) -> bytes:
        """What git answers; raises `InputError` with git's own reason where it fails."""
        ran = run("-C", self.top, *words)
        if ran.returncode:
            raise InputError(f"git: {_reason(ran)}", "try the same with git itself: what it needs, orgchart needs")
        return ran.stdout

    def revision(self, name: str) -> Revision:
        """The commit a revision means: a branch, a tag, `HEAD~3`, a hash. Raises `InputError` where it means none."""
        if name.startswith("-"):
            raise SettingError(
                f"{name}: a revision does not begin with a hyphen", "name a commit, a branch or a tag: HEAD~1, main"
            )
        ran = run("-C", self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        commit = ran.stdout.decode("ascii", errors="replace").strip()
        if ran.returncode or not commit:
            raise self._unknown(name)
        return Revision(name, commit)

    def between(self, words: str) -> tuple[Revision, Revision | None]:
        """The two revisions of `REV..REV`; of `REV` alone the second is None, which means the files as they are.

        A missing side is HEAD. `ONE...OTHER` begins where both were one, as a pull request is shown.
        """
        one, dots, other = words.partition("..")
        if not dots:
            return self.revision(words), None
        since_parting = other.startswith(".")
        later = self.revision(other.removeprefix(".") or "HEAD")
        earlier = self.revision(one or "HEAD")
        return (self._parting(earlier, later) if since_parting else earlier), later

    def _parting(self, one: Revision, other: Revision) -> Revision:
        ran = run("-C", self.top, "merge-base", one.commit, other.commit)
        commit = ran.stdout.decode("ascii", errors="replace").strip()
        if not commit:
            raise InputError(f"{one} and {other} have no common history here", self._way_out())
        return Revision(f"{one}...{other}", commit)

    def first_parent(self, revision: Revision) -> Revision:
        """The commit before a commit, on its own branch."""
        return Revision(f"{revision.name}^", self.revision(f"{revision.commit}^").commit)

    @property
    def is_shallow(self) -> bool:
        """Whether the clone holds only the newest part of the history."""
        return run("-C", self.top, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def _unknown(self, name: str) -> InputError:
        if run("-C", self.top, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
            return InputError(f"{self.top} has no commits yet", "commit the organization first")
        return InputError(f"there is no revision {name} in {self.top}", self._way_out())

    def _way_out(self) -> str:
        if self.is_shallow:
            return "the clone is shallow: git fetch --unshallow (in a workflow: fetch-depth: 0)"
        return "`git log --oneline` lists the commits, `git branch -a` the branches; git fetch brings new ones"


def run(*words: str) -> subprocess.CompletedProcess[bytes]:
    """Run git with these words; raises `EngineError` where there is no git."""
    try:
        return subprocess.run(
            ["git", "--no-pager", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env=environment(),
        )
    except FileNotFoundError as error:
        raise no_git() from error


def environment() -> dict[str, str]:
    """The environment that git is started with."""
    return {name: value for name, value in os.environ.items() if name not in OF_A_HOOK} | QUIET


def no_git() -> EngineError:
    """The error where the program git is missing."""
    return EngineError("git is not installed, or not on PATH", "install git, or name two folders or files instead")


def _located(path: str) -> tuple[str, Spot]:
    """The uppermost folder of the repository a path is in, and the path from there."""
    folder = os.path.abspath(path)
    rest: list[str] = []
    while not os.path.isdir(folder):
        folder, name = os.path.split(folder)
        rest.insert(0, name)
    ran = run("-C", folder, "rev-parse", "--is-inside-work-tree", "--show-toplevel", "--show-prefix")
    if ran.returncode:
        raise _no_repository(path, ran)
    _inside, top, prefix = os.fsdecode(ran.stdout).split("\n")[:3]
    return top, Spot(path, (*[part for part in prefix.split("/") if part], *rest))


def _no_repository(path: str, ran: subprocess.CompletedProcess[bytes]) -> InputError:
    reason = _reason(ran)
    if "dubious ownership" in reason:
        return InputError(
            f"{path}: git does not read this repository, because it belongs to somebody else",
            "allow it once: git config --global --add safe.directory FOLDER",
        )
    if "work tree" in reason:
        return InputError(f"{path}: this is the inside of a git repository, without files", ELSEWHERE)
    if "not a git repository" in reason:
        return InputError(f"{path}: not in a git repository", ELSEWHERE)
    return InputError(f"{path}: git: {reason}", ELSEWHERE)


def _reason(ran: subprocess.CompletedProcess[bytes]) -> str:
    said = ran.stderr.decode("utf-8", errors="replace").strip().partition("\n")[0]
    return said.removeprefix("fatal: ").removeprefix("error: ") or f"it ended with status {ran.returncode}"
