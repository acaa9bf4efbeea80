"""A repository with an organization and a change to it, and the steps of a pipeline run as its platform runs them."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

GOOD = """\
id: shop
roles:
  - title: 店长
    root: true
  - title: 店员
    reports_to: 店长
"""
BAD = GOOD.replace("reports_to: 店长", "reports_to: 店张")
EXPRESSION = re.compile(r"\$\{\{\s*([^}]+?)\s*\}\}")


def git(folder: Path, *words: str) -> str:
    """What one git command prints; nobody's own settings count."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", *who, *words],
        cwd=folder,
        env={**os.environ, **settings},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout.strip()


def repository(folder: Path, changed: str = BAD) -> str:
    """A repository whose organization was sound, and whose files now hold something else; the sound revision."""
    (folder / "org").mkdir(parents=True)
    (folder / "org" / "shop.yaml").write_text(GOOD, encoding="utf-8")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "sound")
    base = git(folder, "rev-parse", "HEAD")
    (folder / "org" / "shop.yaml").write_text(changed, encoding="utf-8")
    git(folder, "commit", "-qam", "changed", "--allow-empty")
    return base


def filled(text: Any, values: Mapping[str, str]) -> str:
    """A text of a workflow with its expressions replaced by values, as the runner does."""
    return EXPRESSION.sub(lambda match: values[match[1]], str(text))


def bash(script: str, folder: Path, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """One step in bash, as runners start it: it ends at the first command that fails."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
