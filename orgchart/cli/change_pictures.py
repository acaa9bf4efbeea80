"""Pictures of changes: one into a file or to standard output, several into a folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.cli.render import file_name
from orgchart.cli.writing import write
from orgchart.errors import SettingError
from orgchart.rendering import render_changes
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.changes import Changes, OrgChanges
    from orgchart.cli.console import Console

KINDS = ("svg", "html", "png", "pdf")


def target_of(output: str) -> tuple[Path, str | None]:
    """Where pictures go, and their kind; None for a folder. Raises `SettingError` for a file that is no picture."""
    path = Path(output)
    suffix = path.suffix.lower().removeprefix(".")
    if os.path.isdir(output) or not suffix:
        return path, None
    if suffix not in KINDS:
        raise SettingError(
            f"{output}: pictures are written as .svg, .html, .png or .pdf",
            "name a file that ends like that, or a folder; words go to standard output",
        )
    return path, suffix


def draw_changes(
    changes: Changes, output: str | None, kind: str | None, console: Console, max_span: int | None = None
) -> None:
    """Draw each organization that changed: into a file, into a folder by id, or to standard output.

    `kind` is the kind that was asked for; without it the file's name decides, in a folder it is SVG.
    """
    changed = [one for one in changes.organizations if not one.empty and _has_roles(one)]
    if not changed:
        console.note("nothing changed, so there is no picture")
        return
    folder, suffix = (None, kind) if output is None else target_of(output)
    if output is not None and suffix is not None and kind not in {None, suffix}:
        raise SettingError(f"{output} is no .{kind} file", "leave --format out, or name the file like it")
    if output is not None and suffix is None and folder is not None:
        _into_folder(changed, folder, kind or "svg", console, max_span)
        return
    if len(changed) > 1:
        raise SettingError(
            f"{len(changed)} organizations changed, and this is one picture",
            "write them into a folder with -o DIR, or choose one with --organization ID",
        )
    content = _drawn(changed[0], suffix or "svg", max_span)
    if folder is not None:
        write(folder, content)
    elif isinstance(content, str):
        sys.stdout.write(content)
    else:
        sys.stdout.buffer.write(content)


def _into_folder(
    changed: Sequence[OrgChanges], folder: Path, kind: str, console: Console, max_span: int | None
) -> None:
    names: set[str] = set()
    for one in changed:
        name = file_name(one.id, names)
        names.add(name.casefold())
        write(folder / f"{name}.{kind}", _drawn(one, kind, max_span))
    console.note(
        f"{counted(len(changed), 'picture')} of what changed {'is' if len(changed) == 1 else 'are'} in {folder}"
    )


def _has_roles(one: OrgChanges) -> bool:
    graph = one.after or one.before
    return graph is not None and bool(graph.roles or (one.before and one.before.roles))


def _drawn(one: OrgChanges, kind: str, max_span: int | None) -> str | bytes:
    picture = render_changes(one, page=kind == "html", max_span=max_span)
    if kind == "html":
        return picture.page or ""
    if kind == "svg":
        return picture.svg
    from orgchart.rendering.writers.raster import pdf_pages, png

    return png(picture.svg) if kind == "png" else pdf_pages([picture.svg])
