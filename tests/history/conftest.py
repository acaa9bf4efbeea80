"""A repository to work in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.history.repository import SETTINGS, Made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Made:
    """An empty repository, which is the working folder too."""
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    repository = Made(tmp_path / "repository")
    monkeypatch.chdir(repository.folder)
    return repository
