"""Words as XML text and attributes: escaped, and without what XML cannot hold.

>>> content("R&D <测试>")
'R&amp;D &lt;测试&gt;'
>>> attribute('"销售" & 服务')
'&quot;销售&quot; &amp; 服务'
"""

from __future__ import annotations

import re
from typing import Final

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNSAFE: Final = re.compile("[&<>\"'\t\n\r]|" + _FORBIDDEN.pattern)
_CONTENT: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_ATTRIBUTE: Final = _CONTENT | {ord('"'): "&quot;", ord("'"): "&#39;", 9: "&#9;", 10: "&#10;", 13: "&#13;"}
_REPLACEMENT: Final = "\ufffd"


def content(words: str) -> str:
    """Escape words that stand between tags."""
    if not _UNSAFE.search(words):
        return words
    return _FORBIDDEN.sub(_REPLACEMENT, words).translate(_CONTENT)


def attribute(words: str) -> str:
    """Escape words that stand in an attribute, so that a reader gets back every one of them."""
    if not _UNSAFE.search(words):
        return words
    return _FORBIDDEN.sub(_REPLACEMENT, words).translate(_ATTRIBUTE)
