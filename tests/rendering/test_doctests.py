"""Examples in docstrings are run."""

from __future__ import annotations

import doctest
from typing import TYPE_CHECKING

import pytest

from orgchart.rendering.route import board
from orgchart.rendering.writers import escaping, style

if TYPE_CHECKING:
    from types import ModuleType


@pytest.mark.parametrize("module", [board, escaping, style])
def test_examples_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
