"""A company's own look: what it may say, what it may not, and that nothing gets through to the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from orgchart.errors import InputError, SettingError
from orgchart.graph import OrgGraph
from orgchart.model import Org, Role
from orgchart.rendering import STANDARD, load_theme, render
from tests.rendering import metrics

if TYPE_CHECKING:
    from pathlib import Path

    from orgchart.rendering import Theme

GRAPH = OrgGraph(
    Org(
        id="x",
        name="某公司",
        roles=(
            Role(id="甲", title="甲", unit=("一部",)),
            Role(id="乙", title="乙", reports_to=("甲",), unit=("二部",)),
        ),
    )
)


def theme(folder: Path, text: str) -> Theme:
    path = folder / "theme.toml"
    path.write_text(text, encoding="utf-8")
    return load_theme(path)


def test_an_empty_theme_changes_nothing(tmp_path: Path) -> None:
    assert theme(tmp_path, "") == STANDARD
    assert render(GRAPH, theme=theme(tmp_path, "")) == render(GRAPH)
    assert STANDARD.notes == ()


def test_colours_fonts_and_sizes_come_onto_the_picture(tmp_path: Path) -> None:
    own = theme(
        tmp_path,
        'fonts = ["Source Han Sans SC", "Arial"]\npalette = ["#ABCDEF", "#123"]\n'
        '[sizes]\ncard-width = 200\nstripe = 8\n[light]\nreporting = "#010203"\n[dark]\npalette = ["#fedcba"]\n',
    )
    text = render(GRAPH, theme=own)
    light, dark = text.split("@media screen")
    assert '"Source Han Sans SC","Arial",sans-serif' in light
    assert ".s0{stroke:#abcdef}" in light
    assert ".s1{stroke:#123}" in light
    assert ".r{stroke:#010203}" in light
    assert ".s0{stroke:#fedcba}" in dark
    assert ".s1{stroke:#eecc33}" in dark
    assert {rect.right - rect.x for rect in metrics.of_svg(text).boxes.values()} == {200}
    assert ".s{stroke-width:8;" in text


@pytest.mark.parametrize(
    ("text", "key", "allowed"),
    [
        ('fonts = "x;}</style><script>"', "fonts", "font names"),
        ("fonts = ['a\"b']", "fonts", "font names"),
        ("fonts = []", "fonts", "font names"),
        ('font = "Arial"', "'font'", "fonts, palette, sizes, light, dark"),
        ('[light]\nink = "red"', "light.ink", "#0044bb"),
        ('[light]\nink = "#12345"', "light.ink", "#0044bb"),
        ('[dark]\ncard = "url(x)"', "dark.card", "#0044bb"),
        ('[dark]\nshadow = "#fff"', "dark.'shadow'", "soft-ink"),
        ("palette = []", "palette", "one to 8"),
        ('palette = ["#fff", 3]', "palette", "#0044bb"),
        ("sizes = 3", "sizes", "[sizes]"),
        ("[sizes]\ncard-width = 90", "sizes.card-width", "from 112 to 240"),
        ("[sizes]\nstripe = true", "sizes.stripe", "from 2 to 8"),
        ("[sizes]\nstripe = 4.5", "sizes.stripe", "from 2 to 8"),
        ("fonts = ", "not TOML", "place"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(tmp_path: Path, text: str, key: str, allowed: str) -> None:
    with pytest.raises(SettingError) as caught:
        theme(tmp_path, text)
    assert key in caught.value.message
    assert allowed in caught.value.hint


def test_a_missing_theme_and_one_that_is_no_text_are_said(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load_theme(tmp_path / "none.toml")
    (tmp_path / "theme.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingError, match="UTF-8"):
        load_theme(tmp_path / "theme.toml")


def test_words_without_contrast_are_noted_and_drawn(tmp_path: Path) -> None:
    own = theme(tmp_path, '[light]\nsoft-ink = "#bbbbbb"\n')
    assert len(own.notes) == 2
    assert "light.soft-ink on light.card has a contrast of 1.9:1" in own.notes[0]
    ET.fromstring(render(GRAPH, theme=own))  # noqa: S314 - our own file
