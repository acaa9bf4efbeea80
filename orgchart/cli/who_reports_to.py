"""`orgchart who-reports-to ROLE`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.cli.asking import find_or_leave, graphs, heading, name_of, print_answers
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet, RoleName
from orgchart.cli.trees import Branch, deepest, tree_lines
from orgchart.cli.workspace import read_for_query
from orgchart.queries.finding import find_roles
from orgchart.queries.lines import who_reports_to

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.queries.answers import Reports, ReportTo

EXAMPLES = (
    "who-reports-to 总经理",
    "who-reports-to 总经理 org/sales.yaml --all",
    "who-reports-to 总监 --depth 2 --format json",
)


def command(
    role: RoleName,
    paths: Paths = None,
    everyone: Annotated[bool, typer.Option("--all", help="The whole tree below, not only direct reports.")] = False,
    depth: Annotated[int | None, typer.Option("--depth", min=1, help="So many levels below.")] = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Who reports to a role, directly or down the whole tree."""
    console = Console(color, quiet=quiet)
    workspace = read_for_query(paths, organization, console)
    found = find_or_leave(find_roles, workspace.organizations, role, form, console)
    levels = depth if depth is not None else None if everyone else 1
    answers = [who_reports_to(graph, number, levels) for graph, match in graphs(found) for number in match.roles]
    several = len(workspace.organizations) > 1
    print_answers(answers, form, console, lambda answer: _tell(answer, console.width, of_several=several))


def _tell(answer: Reports, width: int | None, *, of_several: bool) -> tuple[bool, list[StyledLine]]:
    title = heading(answer.graph, answer.role, of_several=of_several)
    if not answer.reports:
        return False, [[*title, ("  nobody", "")]]
    return True, [title, *tree_lines(_branches(answer), deepest(width))]


def _branches(answer: Reports) -> list[Branch]:
    """The reports as a tree in preorder, each under the superior it was reached by."""
    below: dict[int, list[ReportTo]] = {}
    for report in answer.reports:
        below.setdefault(report.superior, []).append(report)
    branches: list[Branch] = []
    stack = [(report, 0, place == 0) for place, report in enumerate(reversed(below.get(answer.role, [])))]
    while stack:
        report, level, last = stack.pop()
        branches.append(Branch(level=level, last=last, words=_words(answer, report)))
        following = reversed(below.get(report.number, []))
        stack += [(lower, level + 1, place == 0) for place, lower in enumerate(following)]
    return branches


def _words(answer: Reports, report: ReportTo) -> StyledLine:
    role = answer.graph.roles[report.number]
    words: StyledLine = [(name_of(answer.graph, report.number), "")]
    if role.unit:
        words.append((f"  {role.unit[0]}", "faint"))
    if report.line == "dotted":
        words.append(("  (dotted line)", "dotted"))
    return words
