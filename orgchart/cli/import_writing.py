"""Organization files written by `orgchart import`; where one exists already, the difference is shown instead."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.changes import diff
from orgchart.cli.writing import write
from orgchart.errors import InputError
from orgchart.importing.looking import draft
from orgchart.loading import load
from orgchart.reporters.changes.text import as_text
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from orgchart.cli.console import Console
    from orgchart.importing import Imported
    from orgchart.importing.looking import Draft

UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
LONGEST = 120


def write_all(imported: Imported, folder: str, console: Console, *, force: bool, aloud: bool) -> None:
    """Write a file for each organization; where one stands already, only --force replaces it.

    Otherwise the difference is shown, if answers are read by people (`aloud`), and the file is left as it is.
    """
    if Path(folder).exists() and not Path(folder).is_dir():
        raise InputError(f"{folder}: no folder", "name a folder with -o")
    taken: set[str] = set()
    same = left = 0
    for one in imported.organizations:
        file = Path(folder) / file_name(one.id, taken)
        made = draft(one)
        old = _old(file)
        if old == made.text:
            same += 1
        elif old is None or force:
            write(file, made.text)
            gaps = f", {made.gaps} of them without a superior in the documents" if made.gaps else ""
            console.note(f"wrote {file}: {counted(len(made.org.roles), 'role')}{gaps}")
        else:
            left += 1
            if aloud:
                _show_difference(file, made, console)
    if same:
        console.note(f"{counted(same, 'file')} unchanged")
    if left:
        console.note(
            f"{counted(left, 'file')} left as before, though the documents now say otherwise: --force replaces"
        )


def file_name(organization: str, taken: set[str]) -> str:
    """A file's name for an organization's id: signs that no file system takes are replaced, equal names numbered."""
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


def _show_difference(file: Path, made: Draft, console: Console) -> None:
    """What would change in an organization file that is not overwritten."""
    workspace = load(file)
    if workspace.unread:
        console.note(f"{file} cannot be read, so nothing is compared: orgchart validate {file} tells why")
        return
    changes = diff(workspace.organizations, (made.org,))
    console.lines([[], [(f"{file} stands already; the documents would change it:", "strong")]])
    if changes.empty:
        console.lines([[("  nothing of the organization, only how it is written", "faint")]])
    else:
        console.lines(as_text(changes))
