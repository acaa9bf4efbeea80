"""The layout memo read back from the text of an earlier picture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODE: Final = re.compile(r'<path [^<>]*data-superior="([^"<>]*)" data-l="([A-Za-z0-9]{1,4000})"')
_CARD: Final = re.compile(
    r'<g class="card[^"]*" data-role="[^"]*">(?:<title>[^<]*</title>)?<rect x="\d{1,9}" y="(\d{1,9})" width="\d{1,9}" '
    r'height="(\d{1,9})"'
)


@dataclass(frozen=True, slots=True)
class Recollection:
    """What an earlier picture says of its layout: the mode of each superior, and the top and height of each row."""

    modes: Mapping[str, str]
    rows: tuple[tuple[int, int], ...]


def recalled(svg: str) -> Recollection:
    """Read what a later picture may keep; nothing from files that are none of ours."""
    modes = {unescape(key): code for key, code in _MODE.findall(svg)}
    rows = {int(top): int(height) for top, height in _CARD.findall(svg)} if modes else {}
    return Recollection(modes, tuple(sorted(rows.items())))
