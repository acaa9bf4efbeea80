"""Files are written beside and then renamed, so that nothing half-written is ever left."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from orgchart.errors import InputError


def write(path: str | Path, content: str | bytes, way_out: str = "choose another place with -o") -> None:
    """Write a file at once; raises `InputError` where it may not be written, and then leaves the old one as it was.

    A link stays one, and what it leads to is written; a pipe or a device is written to as it is.
    """
    data = content.encode("utf-8", errors="backslashreplace") if isinstance(content, str) else content
    beside = None
    try:
        if _is_special(path):
            Path(path).write_bytes(data)
            return
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.parent / f".{target.name}.{os.urandom(4).hex()}"
        with new.open("xb") as file:
            beside = new
            file.write(data)
        beside.replace(target)
    except OSError as error:
        if beside:
            with suppress(OSError):
                beside.unlink()
        raise InputError(f"{path}: {error.strerror}", way_out) from error


def _is_special(path: str | Path) -> bool:
    """Whether a path is a pipe or a device, beside which nothing can be written."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
