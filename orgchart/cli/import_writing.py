"""Organization files written by `orgchart import`: new ones are written, for those that exist the difference is shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.cli.writing import write
from orgchart.errors import InputError
from orgchart.importing.looking import draft

if TYPE_CHECKING:
    from orgchart.cli.console import Console
    from orgchart.importing import Imported
    from orgchart.importing.looking import Draft

UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST = 120


def write_all(imported: Imported, folder: str, console: Console, *, force: bool) -> None:
    """Write a file for each organization; where one stands already, only --force replaces it."""
    if Path(folder).exists() and not Path(folder).is_dir():
        raise InputError(f"{folder}: no folder", "name a folder with -o")
    written, same, differing = [], 0, []
    taken: set[str] = set()
    for one in imported.organizations:
        file = Path(folder) / file_name(one.id, taken)
        made = draft(one)
        old = _old(file)
        if old == made.text:
            same += 1
        elif old is None or force:
            write(file, made.text)
            written.append((file, made))
        else:
            differing.append((file, made))
    _tell(console, written, same)
    for file, made in differing:
        _show_difference(file, made, console)
    if differing:
        count = len(differing)
        console.note(
            f"{count} file{'s' if count > 1 else ''} left as {'they were' if count > 1 else 'it was'}: --force replaces"
        )


def file_name(organization: str, taken: set[str]) -> str:
    """A file's name for an organization's id: characters that no file system takes are replaced, equal names numbered."""
    stem = UNSAFE.sub("-", organization).strip(" .")[:LONGEST] or "organization"
    name, number = f"{stem}.yaml", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem}-{number}.yaml"
    taken.add(name.casefold())
    return name


def _old(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}", "choose another place with -o") from error


def _tell(console: Console, written: list[tuple[Path, Draft]], same: int) -> None:
    for file, made in written:
        gaps = f", {made.gaps} without a superior" if made.gaps else ""
        console.note(f"wrote {file}: {len(made.org.roles)} roles{gaps}")
    if same:
        console.note(f"{same} file{'s' if same > 1 else ''} unchanged")


def _show_difference(file: Path, made: Draft, console: Console) -> None:
    raise NotImplementedError
