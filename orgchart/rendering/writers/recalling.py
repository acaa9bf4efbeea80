"""The layout memo read back from the text of an earlier picture."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_REMEMBERED: Final = re.compile(r'<path [^<>]*data-superior="([^"<>]*)" data-l="([A-Za-z0-9]{1,4000})"')


def recalled(svg: str) -> dict[str, str]:
    """Find for each superior's id the mode in which an earlier picture set its reports; nothing in other files."""
    return {unescape(key): code for key, code in _REMEMBERED.findall(svg)}
