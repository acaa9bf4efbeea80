"""`orgchart chain ROLE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.cli.asking import find_or_leave, graphs, heading, name_of, print_answers
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet, RoleName
from orgchart.cli.workspace import read_for_query
from orgchart.queries.finding import find_roles
from orgchart.queries.lines import chain_of_command

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.queries.answers import Chain

EXAMPLES = (
    "chain 客户经理",
    "chain 客户经理 --organization sales --format json",
)


def command(
    role: RoleName,
    paths: Paths = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """The chain of command from a role up to the top.

    The nearest superior stands first; of several superiors, the primary one counts.
    """
    console = Console(color, quiet=quiet)
    workspace = read_for_query(paths, organization, console)
    found = find_or_leave(find_roles, workspace.organizations, role, form, console)
    answers = [chain_of_command(graph, number) for graph, match in graphs(found) for number in match.roles]
    several = len(workspace.organizations) > 1
    print_answers(answers, form, console, lambda answer: _tell(answer, of_several=several))


def _tell(answer: Chain, *, of_several: bool) -> tuple[bool, list[StyledLine]]:
    title = heading(answer.graph, answer.role, of_several=of_several)
    if not answer.chain and not answer.loop:
        return False, [[*title, ("  no superior", "")]]
    lines = [title]
    for number in answer.chain:
        unit = answer.graph.roles[number].unit
        lines.append(
            [
                ("  ↑ ", "faint"),
                (name_of(answer.graph, number), ""),
                (f"  {unit[0]}" if unit else "", "faint"),
            ]
        )
    if answer.loop:
        again = answer.graph.primary(answer.chain[-1] if answer.chain else answer.role)
        name = name_of(answer.graph, answer.role if again is None else again)
        lines.append([("  ↑ ", "faint"), (f"{name} again: the chain is a loop", "error")])
    return True, lines
