"""Every code once, of readers and of rules: for `orgchart rules`, for settings, for reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from orgchart.names import Nearest
from orgchart.readers.problems import (
    missing_title,
    same_file_name,
    unknown_field,
    unreadable_file,
    unused_ignore,
    wrong_type,
)
from orgchart.rules import RULES

if TYPE_CHECKING:
    from orgchart.findings import RuleInfo


class Page(Protocol):
    """A module that names a rule and teaches it in its docstring."""

    __doc__: str | None
    info: RuleInfo


_READERS: tuple[Page, ...] = (
    unreadable_file,
    unknown_field,
    wrong_type,
    missing_title,
    unused_ignore,
    same_file_name,
)
PAGES: tuple[Page, ...] = tuple(sorted((*_READERS, *RULES), key=lambda page: page.info.code))


def card(page: Page) -> RuleInfo:
    """A rule's name card with its page, as reports carry it."""
    return page.info.replace(page=(page.__doc__ or page.info.summary).strip())


def find(word: str) -> Page | None:
    """The page of a rule by its code or its name, in any case; None where there is none."""
    wanted = word.strip().casefold()
    return next((page for page in PAGES if wanted in (page.info.code.casefold(), page.info.name)), None)


def codes(selector: str) -> list[str]:
    """The codes a selector means: a code, a name, the beginning of codes such as ORG3, or ALL."""
    wanted = selector.strip().casefold()
    if wanted == "all":
        return [page.info.code for page in PAGES]
    named = find(wanted)
    if named:
        return [named.info.code]
    if not wanted.startswith("org"):
        return []
    return [page.info.code for page in PAGES if page.info.code.casefold().startswith(wanted)]


def way_out(word: str) -> str:
    """What to do about a word that means no rule: the nearest codes and names, or where they are listed."""
    near = Nearest(label for page in PAGES for label in (page.info.code, page.info.name)).to(word)
    return f"did you mean {' or '.join(near)}?" if near else "`orgchart rules` lists them"
