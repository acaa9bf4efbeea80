"""What the shell offers at TAB: role titles, organizations, rules. Never slow, and silent about whatever is wrong.

Files are looked through for titles, not parsed: an offer may be one too many, and 10,000 roles take no time.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_BYTES = 16 * 1024 * 1024
MOST_OFFERS = 200
VALUE = r"""\s*:\s*("(?:[^"\\\n]|\\.){1,200}"|'[^'\n]{1,200}'|[^\s"'{}\[\],#&*!|>%@`][^,}\]\n#]{0,200})"""
TITLE = r"""(?:^|[\s{,-])["']?(?:title)["']?""" + VALUE
ORGANIZATION = r"""^[ {]{0,8}["']?id["']?""" + VALUE
SUFFIXES = (".yaml", ".yml", ".json")


def roles(ctx: typer.Context, incomplete: str) -> list[str]:
    """Titles that begin like the word, in the order of the files."""
    return _offers(_found(TITLE, ctx.params.get("paths")), incomplete)


def organizations(ctx: typer.Context, incomplete: str) -> list[str]:
    """Ids of organizations: written ones, and the names of files."""
    paths = ctx.params.get("paths")
    stems = [Path(name).stem for name in _files(paths)]
    return _offers([*stems, *_found(ORGANIZATION, paths)], incomplete)


def rules(incomplete: str) -> list[str]:
    """Codes and names of rules."""
    from orgchart.catalogue import PAGES

    return _offers([label for page in PAGES for label in (page.info.code, page.info.name)], incomplete)


def _offers(names: Sequence[str], incomplete: str) -> list[str]:
    return [name for name in dict.fromkeys(names) if name.startswith(incomplete)][:MOST_OFFERS]


def _found(pattern: str, paths: Sequence[str] | None) -> list[str]:
    written = re.compile(pattern, re.MULTILINE)
    return [_plain(match[1]) for text in _texts(paths) for match in written.finditer(text)]


def _plain(value: str) -> str:
    value = value.strip()
    return value[1:-1] if value[:1] in {'"', "'"} else value


def _texts(paths: Sequence[str] | None) -> Iterator[str]:
    left = MOST_BYTES
    for name in _files(paths):
        try:
            with Path(name).open("rb") as file:
                data = file.read(left)
        except OSError:
            continue
        left -= len(data)
        yield data.decode("utf-8", errors="replace")
        if left <= 0:
            return


def _files(paths: Sequence[str] | None) -> list[str]:
    found: list[str] = []
    for given in paths or ("org",):
        path = Path(given)
        if path.is_dir():
            found += [str(file) for file in sorted(path.rglob("*")) if file.name.lower().endswith(SUFFIXES)]
        elif path.is_file():
            found.append(given)
    return found
