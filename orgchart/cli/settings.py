"""The settings of a run: `[tool.orgchart]` of pyproject.toml, or orgchart.toml, and options over both."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgchart.config import Config
from orgchart.errors import SettingError
from orgchart.findings import Severity
from orgchart.names import Nearest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVELS = [severity.value for severity in Severity]
KNOWN = ("select", "ignore", "severity", "max-span", "max-layers")


def configured(
    *,
    select: list[str] | None,
    ignore: list[str] | None,
    severity: list[str] | None,
    max_span: int | None,
    max_layers: int | None,
) -> Config:
    """The configuration of a run: options win over the file; raises `SettingError` for what makes no sense."""
    file, table = _settings_file(Path.cwd())
    config = _from_table(table, str(file)) if file else Config()
    given: dict[str, Any] = {}
    if select:
        given["select"] = tuple(_split(select))
    if ignore:
        given["ignore"] = (*config.ignore, *_split(ignore))
    if severity:
        given["severity"] = {**config.severity, **dict(_level(pair) for pair in _split(severity))}
    if max_span is not None:
        given["max_span"] = max_span
    if max_layers is not None:
        given["max_layers"] = max_layers
    return config.replace(**given)


def _split(values: Iterable[str]) -> list[str]:
    return [part for value in values for word in value.split(",") if (part := word.strip())]


def _level(pair: str) -> tuple[str, Severity]:
    code, sign, level = pair.partition("=")
    if not sign or level.strip() not in LEVELS:
        raise SettingError(f"--severity {pair}: no such severity", f"write CODE=LEVEL with {', '.join(LEVELS)}")
    return code.strip(), Severity(level.strip())


def _settings_file(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    """The nearest settings file from a folder upwards; orgchart.toml goes before pyproject.toml."""
    for parent in (folder, *folder.parents):
        for name in ("orgchart.toml", "pyproject.toml"):
            file = parent / name
            if file.is_file():
                table = _read(file)
                found: Any = table
                if name == "pyproject.toml":
                    tools = table.get("tool", {})
                    found = tools.get("orgchart") if isinstance(tools, dict) else None
                if isinstance(found, dict):
                    return file, found
                if found is not None:
                    raise SettingError(
                        f"{file}: tool.orgchart wants a table", "write [tool.orgchart] above the settings"
                    )
    return None, {}


def _read(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as opened:
            return tomllib.load(opened)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"{file}: {error}", "mend the file, or run elsewhere") from error


def _from_table(table: dict[str, Any], file: str) -> Config:
    for key in table:
        if key not in KNOWN:
            near = Nearest(KNOWN).to(key)
            raise SettingError(
                f"{file}: no such setting {key}",
                f"did you mean {near[0]}?" if near else f"there are {', '.join(KNOWN)}",
            )
    for key in ("select", "ignore"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
            raise SettingError(f"{file}: {key} wants a list of codes", f'write {key} = ["ORG402"]')
    for key in ("max-span", "max-layers"):
        value = table.get(key, 1)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise SettingError(f"{file}: {key} wants a whole number from 1", f"write {key} = 12")
    weights = table.get("severity", {})
    if not isinstance(weights, dict) or any(level not in LEVELS for level in weights.values()):
        raise SettingError(f"{file}: severity wants a table of codes", f'write severity = {{ORG402 = "{LEVELS[1]}"}}')
    given: dict[str, Any] = {key.replace("-", "_"): table[key] for key in ("max-span", "max-layers") if key in table}
    return Config(
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        severity={code: Severity(level) for code, level in weights.items()},
        **given,
    )
