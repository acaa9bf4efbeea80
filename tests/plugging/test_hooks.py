"""The hooks, run by pre-commit itself from a clone of this project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plugging.platforms import BAD, GOOD, git, repository

ROOT = Path(__file__).parent.parent.parent
pytest.importorskip("pre_commit", reason="pre-commit is not installed")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installs."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as somebody else's pre-commit clones it: what git knows of it, at one revision."""
    folder = tmp_path_factory.mktemp("project")
    names = subprocess.run(
        ["git", "ls-files", "-z", "orgchart", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.split("\0")
    for name in filter(None, names):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "all")
    return folder


def run(hook: str, desk: Path, project: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """One hook over all files of a repository."""
    revision = git(project, "rev-parse", "HEAD")
    config = f"repos:\n- repo: {project}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n"
    (desk / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(desk, "add", "-A")
    left_out = {name for name in os.environ if name.startswith(("GIT_", "PYTEST_"))}
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"],
        cwd=desk,
        env={**kept, "PRE_COMMIT_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if "No matching distribution" in done.stdout:
        pytest.skip("nothing can be installed here: no package index answers")
    return done


def test_the_check_fails_for_an_unsound_organization_and_passes_for_a_sound_one(
    tmp_path: Path, project: Path, home: Path
) -> None:
    repository(tmp_path / "a", BAD)
    failed = run("orgchart-validate", tmp_path / "a", project, home)
    assert failed.returncode == 1, failed.stdout
    assert "org/shop.yaml:6:17: error[ORG303]" in failed.stdout
    (tmp_path / "a" / "org" / "shop.yaml").write_text(GOOD, encoding="utf-8")
    passed = run("orgchart-validate", tmp_path / "a", project, home)
    assert passed.returncode == 0, passed.stdout


def test_stale_pictures_fail_once_and_are_fresh_then(tmp_path: Path, project: Path, home: Path) -> None:
    desk = tmp_path / "a"
    repository(desk, GOOD)
    run("orgchart-diagrams", desk, project, home)
    git(desk, "add", "-A")
    git(desk, "commit", "-qm", "pictures")
    assert run("orgchart-diagrams", desk, project, home).returncode == 0
    (desk / "org" / "shop.yaml").write_text(GOOD.replace("店员", "导购"), encoding="utf-8")
    stale = run("orgchart-diagrams", desk, project, home)
    assert stale.returncode == 1
    assert "files were modified by this hook" in stale.stdout
    assert "导购" in (desk / "diagrams" / "shop.svg").read_text(encoding="utf-8")
