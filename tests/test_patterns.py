"""Which paths a pattern means."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgchart.patterns import matcher


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("sales.yaml", "org/sales.yaml", True),
        ("sales.yaml", "sales.yaml", True),
        ("sales.yaml", "org/presales.yaml", False),
        ("*.yaml", "org/deep/sales.yaml", True),
        ("*.yaml", "org/sales.yml", False),
        ("legacy", "org/legacy/deep/a.yaml", True),
        ("legacy/", "org/legacy/a.yaml", True),
        ("org/*.yaml", "org/a.yaml", True),
        ("org/*.yaml", "./org/a.yaml", True),
        ("./org/*.yaml", "org/a.yaml", True),
        ("org/*.yaml", "org/deep/a.yaml", False),
        ("org/*.yaml", "other/org/a.yaml", False),
        ("org/**", "org/deep/a.yaml", True),
        ("org/**/a.yaml", "org/a.yaml", True),
        ("org/**/a.yaml", "org/x/y/a.yaml", True),
        ("org/**/a.yaml", "org/x/ya.yaml", False),
        ("org", "org/a.yaml", True),
        ("org/a?.yaml", "org/客.yaml", False),
        ("org/?.yaml", "org/客.yaml", True),
        ("org/a.yaml", "org/aXyaml", False),
        ("org/[a].yaml", "org/[a].yaml", True),
        ("org/(a|b).yaml", "org/a.yaml", False),
        ("org/a\n*", "org/a\nb.yaml", True),
    ],
)
def test_a_pattern(pattern: str, path: str, fits: bool) -> None:
    assert matcher(pattern)(path) is fits


def test_a_relative_pattern_means_an_absolute_path_too() -> None:
    assert matcher("org/*.yaml")(str(Path("org/a.yaml").absolute()))
    assert matcher(str(Path("org").absolute() / "*.yaml"))("org/a.yaml")
