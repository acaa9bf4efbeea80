"""Traditional characters that a reader may type for the characters of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def variants_of(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """List traditional characters with their simplified ones: those in the names, and those that could stand there."""
    letters = sorted({letter for name in names for letter in name if letter > "\u33ff"})
    if not letters:
        return ()
    import opencc_pyo3  # noqa: PLC0415 - only a page with Chinese names pays for it

    to_traditional, to_simplified = opencc_pyo3.OpenCC("s2t").convert, opencc_pyo3.OpenCC("t2s").convert
    found = {to_traditional(letter): letter for letter in letters}
    found.update((letter, to_simplified(letter)) for letter in letters if to_simplified(letter) != letter)
    return tuple(sorted((one, other) for one, other in found.items() if one != other))
