"""Where the settings of a run come from: the file that is named or found, and options over it.

Without `--config`, the file is looked for in the working folder and then in each folder above it: first orgchart.toml,
then a pyproject.toml that has `[tool.orgchart]`. The nearest one counts, alone.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgchart.config import Config
from orgchart.errors import InputError, SettingError
from orgchart.findings import LEVELS, Severity
from orgchart.misuse import Misuse, MisuseError
from orgchart.readers import MAX_BYTES, UnreadableError, decode

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = ("orgchart.toml", "pyproject.toml")


def configured(
    *,
    file: str | None = None,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    severity: list[str] | None = None,
    **limits: int | str | None,
) -> Config:
    """The configuration of a run: options win over the file; raises `SettingError` for what makes no sense."""
    config = _named(file) if file is not None else _found(Path.cwd())
    given: dict[str, Any] = {name: value for name, value in limits.items() if value is not None}
    if select:
        given["select"] = tuple(_split(select))
    if ignore:
        given["ignore"] = (*config.ignore, *_split(ignore))
    if severity:
        given["severity"] = {**config.severity, **dict(_level(pair) for pair in _split(severity))}
    return config.replace(**given)


def _split(values: Iterable[str]) -> list[str]:
    return [part for value in values for word in value.split(",") if (part := word.strip())]


def _level(pair: str) -> tuple[str, Severity]:
    code, sign, level = pair.partition("=")
    if not sign or level.strip() not in LEVELS:
        raise SettingError(f"--severity {pair}: no such severity", f"write CODE=LEVEL with {', '.join(LEVELS)}")
    return code.strip(), Severity(level.strip())


def _named(file: str) -> Config:
    config = _read(file)
    if config is None:
        raise SettingError(f"{file}: there is no [tool.orgchart]", "write [tool.orgchart] above the settings")
    return config


def _found(folder: Path) -> Config:
    for parent in (folder, *folder.parents):
        for name in NAMES:
            file = parent / name
            if file.is_file():
                config = _read(os.path.relpath(file, folder))
                if config is not None:
                    return config
    return Config()


def _read(file: str) -> Config | None:
    try:
        data = Path(file).read_bytes()
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise InputError(f"{file}: {reason}", "check the path of the settings and its permissions") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"{file}: is larger than {MAX_BYTES // 1024 // 1024} MB", "settings are a short file")
    from orgchart.settings import read_settings

    try:
        return read_settings(decode(file, data))
    except UnreadableError as error:
        hint = error.hint if "iconv" in error.hint else "save it as UTF-8"
        raise MisuseError([Misuse(message=error.message, place=error.place, hint=hint)]) from error
