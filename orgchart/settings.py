"""The text of a settings file → a configuration, or everything that is wrong with it, each problem at its place.

::

    select = ["ORG3"]                      # codes, names or beginnings of codes; without it, all run
    ignore = ["ORG402", "skip-level"]
    max-span = 12                          # also max-layers, max-removals, max-partners
    documents = "documents"                # the folder of the sources, from this file; also baseline, a file
    [severity]
    ORG401 = "error"                       # error, warning or note
    [span-by-grade]                        # and span-by-unit: another max-span for some
    "六级" = 8
    [per-file-ignores]
    "org/legacy/*.yaml" = ["ORG304"]       # paths from this file; a name without a slash is one anywhere

In pyproject.toml the same stands under `[tool.orgchart]`.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any

from orgchart.config import Config
from orgchart.findings import LEVELS, Severity
from orgchart.misuse import Misuse, MisuseError
from orgchart.names import Nearest
from orgchart.source import Place

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orgchart.readers.toml_places import Path, TomlPlaces
    from orgchart.source import Source

PYPROJECT = "pyproject.toml"
SHOWN = 60

_TOLD_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def read_settings(source: Source) -> Config | None:
    """The configuration that a file writes; None for a pyproject.toml without `[tool.orgchart]`.

    Paths in it are taken from the file's folder. Raises `MisuseError` with all that is wrong.
    """
    said = _parsed(source)
    within: Path = ("tool", "orgchart") if os.path.basename(source.path) == PYPROJECT else ()  # noqa: PTH119 - a name
    for key in within:
        said = said.get(str(key)) if isinstance(said, dict) else None
    if said is None:
        return None
    reading = _Reading(source, within)
    given = reading.settings(said)
    if reading.problems:
        raise MisuseError(sorted(reading.problems, key=lambda problem: problem.place.start))
    return Config(**given)


def _parsed(source: Source) -> Any:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise MisuseError([_not_toml(source, str(error))]) from error
    except RecursionError as error:
        place = Place(source, 0, 0)
        raise MisuseError([Misuse(message="nested deeper than settings are", place=place)]) from error


def _not_toml(source: Source, said: str) -> Misuse:
    told = _TOLD_PLACE.search(said)
    start = len(source.text)
    if told and told[1]:
        line = min(int(told[1]), len(source.line_starts))
        start = min(source.line_starts[line - 1] + int(told[2]) - 1, start)
    reason = said[: told.start()] if told else said
    return Misuse(
        message=f"this is no TOML: {reason[:1].lower()}{reason[1:]}",
        place=Place(source, start, start + (source.text[start : start + 1] not in ("", "\r", "\n"))),
        hint='write settings as key = value, texts in quotation marks: select = ["ORG3"]',
    )


class _Reading:
    """The settings of one file, read one by one; a wrong one is a problem, and reading goes on."""

    def __init__(self, source: Source, within: Path) -> None:
        self.problems: list[Misuse] = []
        self.folder = os.path.dirname(source.path)  # noqa: PTH120 - a path is shown as it was written
        self._source = source
        self._within = within
        self._places: TomlPlaces | None = None

    def settings(self, said: Any) -> dict[str, Any]:
        """The fields of the configuration that are written, as far as they can be read."""
        if not isinstance(said, dict):
            self.wrong((), "tool.orgchart", "a table", said, "write [tool.orgchart] above the settings")
            return {}
        given = {}
        for key, value in said.items():
            if key in SETTINGS:
                given[key.replace("-", "_")] = SETTINGS[key](self, key, value)
            else:
                self._unknown(key)
        return given

    def wrong(self, path: Path, key: str, expected: str, value: Any, hint: str) -> None:
        """A value of the wrong kind."""
        place = self._placed.value((*self._within, *path))
        self.problems.append(Misuse(message=f"{key} wants {expected}, not {_described(value)}", place=place, hint=hint))

    def no_rule(self, path: Path, selector: str, *, is_key: bool) -> None:
        """A selector that means no rule."""
        full = (*self._within, *path)
        place = self._placed.key(full) if is_key else self._placed.value(full)
        from orgchart.catalogue import way_out  # noqa: PLC0415 - the rules are loaded for who names one

        self.problems.append(Misuse(message=f"there is no rule {selector}", place=place, hint=way_out(selector)))

    def _unknown(self, key: str) -> None:
        near = Nearest(SETTINGS).to(key, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(SETTINGS)}"
        if key == "tool" and not self._within:
            hint = f"outside {PYPROJECT}, settings stand at the top, without [tool.orgchart]"
        place = self._placed.key((*self._within, key))
        self.problems.append(Misuse(message=f"there is no such setting {key}", place=place, hint=hint))

    @property
    def _placed(self) -> TomlPlaces:
        """The places of the file, which nobody looks for unless something is wrong."""
        if self._places is None:
            from orgchart.readers.toml_places import TomlPlaces  # noqa: PLC0415 - only a mistake pays for it

            self._places = TomlPlaces(self._source)
        return self._places


def _described(value: Any) -> str:
    """What a value is, in words: `the number 3`, `a list`."""
    if isinstance(value, (dict, list)):
        return "a table" if isinstance(value, dict) else "a list"
    if isinstance(value, bool):
        return f"the truth value {str(value).lower()}"
    kind = "text" if isinstance(value, str) else "number" if isinstance(value, (int, float)) else "date"
    shown = str(value)
    return f"the {kind} {shown if len(shown) <= SHOWN else shown[:SHOWN] + '…'}" if shown.strip() else "an empty text"


def _is_known(selector: str) -> bool:
    """Whether a selector means any rule."""
    from orgchart.catalogue import codes  # noqa: PLC0415 - as above

    return bool(codes(selector))


def _selectors(reading: _Reading, key: str, value: Any, *around: str) -> tuple[str, ...]:
    path: Path = (*around, key)
    hint = 'write a list: ["ORG402"]'
    if not isinstance(value, list):
        reading.wrong(path, key, "a list of codes", value, hint)
        return ()
    for number, selector in enumerate(value):
        if not isinstance(selector, str):
            reading.wrong((*path, number), key, "codes in quotation marks", selector, hint)
        elif not _is_known(selector):
            reading.no_rule((*path, number), selector, is_key=False)
    return tuple(str(selector) for selector in value)


def _severities(reading: _Reading, key: str, value: Any) -> dict[str, Severity]:
    levels = {}
    for selector, level in _table(reading, key, value, 'write [severity], and below it ORG402 = "error"').items():
        if not _is_known(selector):
            reading.no_rule((key, selector), selector, is_key=True)
        if level in LEVELS:
            levels[selector] = Severity(level)
        else:
            expected = f"{', '.join(LEVELS[:-1])} or {LEVELS[-1]}"
            reading.wrong((key, selector), selector, expected, level, f'write {selector} = "{LEVELS[1]}"')
    return levels


def _excuses(reading: _Reading, key: str, value: Any) -> dict[str, tuple[str, ...]]:
    hint = 'write [per-file-ignores], and below it "org/legacy/*.yaml" = ["ORG304"]'
    table = _table(reading, key, value, hint)
    return {
        os.path.join(reading.folder, pattern) if "/" in pattern.rstrip("/") else pattern: _selectors(  # noqa: PTH118
            reading, pattern, selectors, key
        )
        for pattern, selectors in table.items()
    }


def _spans(reading: _Reading, key: str, value: Any) -> dict[str, int]:
    table = _table(reading, key, value, f'write [{key}], and below it "…" = 12')
    return {name: _whole(reading, name, number, key) for name, number in table.items()}


def _table(reading: _Reading, key: str, value: Any, hint: str) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    reading.wrong((key,), key, "a table", value, hint)
    return {}


def _whole(reading: _Reading, key: str, value: Any, *around: str, least: int = 1) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= least:
        return value
    reading.wrong((*around, key), key, f"a whole number from {least}", value, "write digits only, such as 12")
    return least


def _from_zero(reading: _Reading, key: str, value: Any) -> int:
    return _whole(reading, key, value, least=0)


def _path(reading: _Reading, key: str, value: Any) -> str:
    if isinstance(value, str) and value.strip() and "\0" not in value:
        return os.path.join(reading.folder, value)  # noqa: PTH118 - a path is shown as it was written
    reading.wrong((key,), key, "a path", value, f'write {key} = "…", a path from the folder of this file')
    return ""


SETTINGS: Mapping[str, Callable[[_Reading, str, Any], Any]] = {
    "select": _selectors,
    "ignore": _selectors,
    "severity": _severities,
    "max-span": _whole,
    "max-layers": _whole,
    "max-removals": _from_zero,
    "max-partners": _whole,
    "span-by-grade": _spans,
    "span-by-unit": _spans,
    "per-file-ignores": _excuses,
    "documents": _path,
    "baseline": _path,
}
