"""Git repositories for tests: made from texts, with an author and dates that never change."""

from __future__ import annotations

import os
import subprocess
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "张三",
    "GIT_AUTHOR_EMAIL": "zhang@example.org",
    "GIT_COMMITTER_NAME": "张三",
    "GIT_COMMITTER_EMAIL": "zhang@example.org",
}


class Made:
    """A repository in a folder; every commit is an hour later than the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.hour = 0
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *words: str) -> str:
        """Run git in the repository; what it says."""
        at = f"2026-01-01T{self.hour:02}:00:00+00:00"
        dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        ran = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *words],
            cwd=self.folder,
            env={**os.environ, **SETTINGS, **dates},
            capture_output=True,
            check=True,
        )
        return ran.stdout.decode().strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files, or take them away where there is None."""
        for path, content in files.items():
            file = self.folder / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())

    def commit(self, files: Mapping[str, str | bytes | None], message: str = "a change") -> str:
        """Write files and commit everything; the name of the commit."""
        self.write(files)
        self.git("add", "-A")
        self.hour += 1
        self.git("commit", "-q", "--allow-empty", "-m", message)
        return self.git("rev-parse", "HEAD")

    def status(self) -> str:
        """What git says is not committed."""
        return self.git("status", "--porcelain")


def bank(*roles: str) -> str:
    """An organization file with these roles, each as the inside of a mapping."""
    return "id: bank\nname: 银行\nroles:\n" + "".join(f"- {{{role}}}\n" for role in roles)
