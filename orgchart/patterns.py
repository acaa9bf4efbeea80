"""Patterns for paths in settings: `*` and `?` inside a name, `**` over folders, a folder for all that is below it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matcher(pattern: str) -> Callable[[str], bool]:
    """Whether paths match a pattern.

    A pattern with a slash inside is a path from the folder the process runs in; one without is the name of a file or a
    folder anywhere. What matches a folder matches all that is in it.
    """
    wanted = pattern.replace(os.sep, "/").rstrip("/")
    anywhere = "/" not in wanted
    start = "(?:.*/)?" if anywhere else ""
    matches = re.compile(start + _expression(wanted if anywhere else _absolute(wanted)) + "(?:/.*)?", re.DOTALL)
    return lambda path: matches.fullmatch(_absolute(path)) is not None


def _expression(pattern: str) -> str:
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    return "".join(_WILD.get(piece) or re.escape(piece) for piece in pieces)


def _absolute(path: str) -> str:
    return os.path.abspath(path).replace(os.sep, "/")  # noqa: PTH100 - links are left as they were written
