"""The layout memo read back from the text of an earlier picture."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODE: Final = re.compile(r'<path [^<>]*data-superior="([^"<>]*)"[^<>]* data-l="([A-Za-z0-9]{1,4000})"')
_CARD: Final = re.compile(
    r'<g class="card[^<>"]*" data-role="([^"<>]*)"[^<>]*>(?:<title>[^<]*</title>)?'
    r'<rect[^<>]* y="(\d{1,9})"'
)
_FRAME: Final = re.compile(r'<rect [^<>]*data-unit="([^"<>]*)"[^<>]* width="(\d{1,9})"')


class Recollection(NamedTuple):
    """What an earlier picture says of its layout.

    `modes` is the mode of each superior, `frames` the width of each unit's first frame, `places` the y of each role.
    """

    modes: Mapping[str, str]
    frames: Mapping[str, int]
    places: Mapping[str, int]


def recalled(svg: str) -> Recollection:
    """Read what a later picture may keep; nothing from files that are none of ours."""
    modes = {unescape(key): code for key, code in _MODE.findall(svg)}
    places = {unescape(key): int(top) for key, top in _CARD.findall(svg)} if modes else {}
    frames = {unescape(unit): int(width) for unit, width in reversed(_FRAME.findall(svg))}
    return Recollection(modes, frames, places)
