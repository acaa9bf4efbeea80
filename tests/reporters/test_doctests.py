"""Examples in docstrings are run."""

from __future__ import annotations

import doctest
from typing import TYPE_CHECKING

import pytest

from orgchart.reporters import github, locating, markdown

if TYPE_CHECKING:
    from types import ModuleType


@pytest.mark.parametrize("module", [github, locating, markdown])
def test_examples_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
