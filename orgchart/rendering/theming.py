"""A company's own look from a TOML file: fonts, colours, and the few sizes that may change without harm.

::

    fonts = ["Source Han Sans SC", "sans-serif"]    # the first one that a reader has is used
    palette = ["#0044bb", "#aa8800"]                # departments, at most eight; the standard ones follow
    [sizes]
    card-width = 160                                # 112 to 240
    stripe = 6                                      # 2 to 8
    [light]                                         # and [dark]: any of the colours of `theme.Palette`, and a palette
    background = "#fffdf8"
    reporting = "#667788"

Every value is checked before it comes near a style sheet: colours are #rgb or #rrggbb, fonts plain names, sizes whole
numbers, so that a theme can neither break a picture nor put anything else into it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from orgchart.errors import InputError, SettingError
from orgchart.rendering.theme import DARK, LIGHT, STANDARD, TONES, Palette, Theme

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Iterator, Mapping

CARD_WIDTHS: Final = (112, 240)
STRIPES: Final = (2, 8)
LEAST_CONTRAST: Final = 4.5
"""What text needs against its surface (Web Content Accessibility Guidelines 2.2, level AA)."""

_KEYS: Final = ("fonts", "palette", "sizes", "light", "dark")
_SIZES: Final = {"card-width": CARD_WIDTHS, "stripe": STRIPES}
_GENERIC: Final = frozenset({"sans-serif", "serif", "monospace", "system-ui", "cursive", "fantasy", "ui-sans-serif"})
_FONT: Final = re.compile(r"[\w][\w .+-]{0,63}")
_COLOUR: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)
_MOST_FONTS: Final = 12
_LARGEST: Final = 100_000
_TEXTS: Final = (("ink", "card"), ("soft_ink", "card"), ("ink", "background"), ("soft_ink", "background"))


def load_theme(path: str | os.PathLike[str]) -> Theme:
    """Read a theme. A file that is missing is an InputError, a wrong key or value a SettingError that names it."""
    file = Path(path)
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}", "give the path of a theme file in TOML") from None
    if len(raw) > _LARGEST:
        raise SettingError(f"{path}: a theme of {len(raw):,} bytes is no theme", "a theme is a short TOML file")
    try:
        said = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SettingError(f"{path}: not UTF-8", "save the theme as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingError(f"{path}: not TOML: {error}", "fix the place it names") from None
    return _Reading(str(path)).theme(said)


class _Reading:
    """The values of one file, checked one by one; every complaint names the file and the key."""

    def __init__(self, path: str) -> None:
        self.path = path

    def theme(self, said: Mapping[str, Any]) -> Theme:
        """Put the theme together."""
        self._known("", said, _KEYS)
        sizes = self._table(said, "sizes")
        self._known("sizes.", sizes, tuple(_SIZES))
        shared = self._hues("palette", said["palette"]) if "palette" in said else ()
        light = self._palette(said, "light", LIGHT, shared)
        dark = self._palette(said, "dark", DARK, shared)
        theme = Theme(
            fonts=self._fonts(said["fonts"]) if "fonts" in said else STANDARD.fonts,
            light=light,
            dark=dark,
            card_width=self._size(sizes, "card-width") if "card-width" in sizes else None,
            stripe=self._size(sizes, "stripe") if "stripe" in sizes else STANDARD.stripe,
        )
        return theme._replace(notes=tuple(self._hard_to_read(theme)))

    def _wrong(self, key: str, value: object, allowed: str) -> SettingError:
        return SettingError(f"{self.path}: {key} cannot be {str(value)[:60]!r}", f"{key} is {allowed}")

    def _known(self, prefix: str, table: Mapping[str, Any], keys: Collection[str]) -> None:
        for key in table:
            if key not in keys:
                raise SettingError(f"{self.path}: unknown key {prefix}{key[:60]!r}", f"there are {', '.join(keys)}")

    def _table(self, said: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        table = said.get(key, {})
        if not isinstance(table, dict):
            raise self._wrong(key, table, f"a table: write [{key}] on a line of its own")
        return table

    def _fonts(self, value: object) -> str:
        """Write a font stack for CSS; it always ends with a generic family."""
        names = [value] if isinstance(value, str) else value
        allowed = f"a list of up to {_MOST_FONTS} font names made of letters, digits, blanks, dots, plus and hyphens"
        if not isinstance(names, list) or not 1 <= len(names) <= _MOST_FONTS:
            raise self._wrong("fonts", value, allowed)
        for name in names:
            if not isinstance(name, str) or not _FONT.fullmatch(name):
                raise self._wrong("fonts", name, allowed)
        stack = [name if name in _GENERIC else f'"{name}"' for name in names]
        return ",".join(stack if names[-1] in _GENERIC else [*stack, "sans-serif"])

    def _palette(self, said: Mapping[str, Any], mode: str, standard: Palette, shared: tuple[str, ...]) -> Palette:
        """Lay the colours of one mode over the standard ones."""
        table = self._table(said, mode)
        names = {name.replace("_", "-"): name for name in Palette._fields if name != "departments"}
        self._known(f"{mode}.", table, (*names, "palette"))
        own = self._hues(f"{mode}.palette", table["palette"]) if "palette" in table else shared
        colours = {names[key]: self._hue(f"{mode}.{key}", hue) for key, hue in table.items() if key in names}
        departments = (*own, *standard.departments[len(own) :])
        return standard._replace(departments=departments, **colours)

    def _hues(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not 1 <= len(value) <= TONES:
            raise self._wrong(key, value, f"a list of one to {TONES} colours such as #0044bb")
        return tuple(self._hue(key, hue) for hue in value)

    def _hue(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise self._wrong(key, value, "a colour such as #0044bb or #04b")
        return value.lower()

    def _size(self, sizes: Mapping[str, Any], key: str) -> int:
        least, most = _SIZES[key]
        value = sizes[key]
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self._wrong(f"sizes.{key}", value, f"a whole number of pixels from {least} to {most}")
        return value

    def _hard_to_read(self, theme: Theme) -> Iterator[str]:
        """Say which words would have too little contrast."""
        for mode, palette in (("light", theme.light), ("dark", theme.dark)):
            for ink, surface in _TEXTS:
                ratio = contrast(getattr(palette, ink), getattr(palette, surface))
                if ratio < LEAST_CONTRAST:
                    key = ink.replace("_", "-")
                    yield (
                        f"{self.path}: {mode}.{key} on {mode}.{surface} has a contrast of {ratio:.1f}:1; "
                        f"text needs {LEAST_CONTRAST}:1"
                    )


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21.

    >>> contrast("#000", "#ffffff")
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return round((high + 0.05) / (low + 0.05), 2)


def _luminance(hue: str) -> float:
    digits = hue[1:] if len(hue) > len("#rgb") else "".join(digit * 2 for digit in hue[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - sRGB
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
