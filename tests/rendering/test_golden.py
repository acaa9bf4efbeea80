"""Small organizations are drawn as they were (`python -m tests.rendering.golden` writes them anew)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rendering.golden import drawings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("path", "text"), [pytest.param(*item, id=item[0].stem) for item in drawings()])
def test_a_picture_is_as_it_was(path: Path, text: str) -> None:
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()


def test_there_are_five() -> None:
    assert len(list(drawings())) == 5
