"""How a report names files to whoever reads it elsewhere: from the top of the repository, as a path or as a URI."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    Locate: TypeAlias = Callable[[str], str]


def as_written(path: str) -> str:
    """The path as the user wrote it."""
    return path


def from_root(path: str, *, folder: str, root: str) -> str:
    """A path that was written in `folder`, from `root` if it lies below; absolute if it does not.

    >>> from_root("org/a.yaml", folder="/repository/people", root="/repository")
    'people/org/a.yaml'
    >>> from_root("../../a.yaml", folder="/repository/people", root="/repository")
    '/a.yaml'
    """
    if path.startswith("<"):
        return path  # standard input has no place
    absolute = posixpath.normpath(posixpath.join(folder, path))
    above = root.rstrip("/") + "/"
    return absolute.removeprefix(above)


def uri(path: str) -> str:
    """A path with slashes as a URI reference, relative if the path is.

    >>> uri("org/客服 1%.yaml")
    'org/%E5%AE%A2%E6%9C%8D%201%25.yaml'
    >>> uri("/a:b.yaml")
    'file:///a%3Ab.yaml'
    """
    from urllib.parse import quote  # noqa: PLC0415 - a report in words needs no URI

    return ("file://" if path.startswith("/") else "") + quote(path, errors="surrogateescape")
