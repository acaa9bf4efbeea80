"""`orgchart log ROLE`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.cli.asking import find_or_leave
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Paths, Quiet, RoleName
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.cli.console import StyledLine
    from orgchart.history.log import Event, History, RoleHistory

EXAMPLES = (
    "log 客户经理",
    "log 客户经理 org/sales.yaml --format json",
    "log 客户经理 --at v1.0",
)
SHORT = 8
STYLES = {"added": "added", "removed": "removed", "moved": "moved", "renamed": "moved", "changed": ""}


def command(
    role: RoleName,
    paths: Paths = None,
    at: Annotated[str, typer.Option("--at", metavar="REV", help="Up to this revision.")] = "HEAD",
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """The history of a role over the revisions in git.

    It came, moved, was renamed, changed or went, by whom and when. The newest commit stands first. Renames are followed
    by the written id and by `previously`; commits at which the organization cannot be read are named and stepped over.
    A role that has gone is found by the title it had.
    """
    from orgchart.history.log import role_history

    console = Console(color, quiet=quiet)
    found = find_or_leave(
        lambda _organizations, name: [role_history(name, *(paths or ()), at=at)], (), role, form, console
    )
    answer: History = found[0]
    if form is Form.json:
        console.json(answer.to_json())
        return
    for number, one in enumerate(answer.roles):
        if number:
            console.lines([[]])
        console.lines(_tell(one, of_several=len(answer.roles) > 1))
    _say_skipped(answer, console)


def _say_skipped(answer: History, console: Console) -> None:
    for one in answer.skipped:
        console.note(f"{one.commit.name[:SHORT]} ({one.commit.date[:10]}) cannot be read: {one.message}")
    if not answer.whole:
        console.note("the clone is shallow: older revisions are not here (git fetch --unshallow brings them)")


def _tell(one: RoleHistory, *, of_several: bool) -> Iterator[StyledLine]:
    where = f"  [{one.organization}]" if of_several else ""
    yield [(one.title, "strong"), (where, "faint"), (f"  {counted(len(one.events), 'revision')}", "faint")]
    for event in one.events:
        yield from _event(event, one.title)


def _event(event: Event, title: str) -> Iterator[StyledLine]:
    commit = event.commit
    yield [
        (f"  {commit.date[:10]}  ", ""),
        (commit.name[:SHORT], "place"),
        (f"  {commit.author}", ""),
        (f"  {commit.subject}", "faint"),
    ]
    for action, words in event.words:
        called = f"  as {event.title}" if event.title != title and action == "added" else ""
        yield [(f"      {action:<8}", STYLES[action]), (f"  {words}" if words else "", ""), (called, "faint")]
