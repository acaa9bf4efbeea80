"""What the commands that ask about roles share: find who is meant, answer for each, say what was not found."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from orgchart.cli.guard import ExitStatus, complain
from orgchart.cli.options import Form
from orgchart.errors import UnknownNameError
from orgchart.graph import OrgGraph
from orgchart.queries.finding import LISTED, AmbiguousNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from orgchart.cli.console import Console, StyledLine
    from orgchart.model import Org
    from orgchart.queries.finding import Found

Answer = TypeVar("Answer")


def find_or_leave(
    find: Callable[[Sequence[Org], str], list[Answer]],
    organizations: Sequence[Org],
    name: str,
    form: Form,
    console: Console,
) -> list[Answer]:
    """Who a name means; where that is nobody, or several different ones, say so and leave with status 1."""
    wanted = os.fsencode(name).decode("utf-8", errors="replace")  # whatever encoding the terminal calls its own
    try:
        return find(organizations, wanted)
    except UnknownNameError as error:
        candidates = error.candidates if isinstance(error, AmbiguousNameError) else ()
        hint = error.hint
        if not candidates and os.path.exists(name):  # noqa: PTH110 - Path has no answer to names that are too long
            hint = f"{wanted} is a path: the role's name stands before it"
        if form is Form.json:
            told = {"message": error.message, "hint": hint}
            console.json({"answers": [], "candidates": [one.to_json() for one in candidates], "error": told})
        complain(UnknownNameError(error.message, "" if candidates and form is Form.text else hint))
        if form is Form.text:
            console.lines(_candidate_lines(error))
        raise typer.Exit(ExitStatus.FOUND) from error


def _candidate_lines(error: UnknownNameError) -> list[StyledLine]:
    if not isinstance(error, AmbiguousNameError):
        return []
    lines: list[StyledLine] = []
    for candidate in error.candidates[:LISTED]:
        beside = f"id {candidate.id}, " if candidate.id != candidate.title else ""
        beside += "unit, " if candidate.kind == "unit" else ""
        lines.append([(f"  {candidate.title}", "strong"), (f"  ({beside}{candidate.organization})", "faint")])
    if len(error.candidates) > LISTED:
        lines.append([(f"  … and {len(error.candidates) - LISTED} more", "faint")])
    lines.append([(error.hint, "")])
    return lines


def graphs(found: Sequence[Found]) -> list[tuple[OrgGraph, Found]]:
    """Each organization in which somebody was found, as a graph."""
    return [(OrgGraph(match.org), match) for match in found]


def print_answers(
    answers: Sequence[Any], form: Form, console: Console, tell: Callable[[Any], tuple[bool, list[StyledLine]]]
) -> None:
    """Print answers: in JSON all in one document; in text the full ones first, then the empty ones, a line each."""
    told = [(answer, *tell(answer)) for answer in answers]
    told.sort(key=lambda one: not one[1])
    if form is Form.json:
        console.json({"answers": [answer.to_json() for answer, _full, _lines in told]})
        return
    for number, (_answer, full, lines) in enumerate(told):
        if number and (full or told[number - 1][1]):
            console.lines([[]])
        console.lines(lines)


def heading(graph: OrgGraph, number: int, *, of_several: bool) -> StyledLine:
    """A role as the heading of an answer, with its organization where there are several."""
    role = graph.roles[number]
    beside = f"  {role.unit[0]}" if role.unit else ""
    where = f"  [{graph.org.name} · {graph.org.id}]" if of_several else ""
    return [(name_of(graph, number), "strong"), (beside, "faint"), (where, "faint")]


def name_of(graph: OrgGraph, number: int) -> str:
    """A role's title; its id where another role of the organization has the same title."""
    role = graph.roles[number]
    return str(role.id if len(graph.names.get(role.title, ())) > 1 else role.title)
