"""`orgchart coordinates-with ROLE|UNIT`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.cli import completing
from orgchart.cli.asking import find_or_leave, graphs, heading, name_of, print_answers
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet
from orgchart.cli.workspace import read_for_query
from orgchart.queries.coordination import partners_of_role, partners_of_unit
from orgchart.queries.finding import find_roles_or_units

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.queries.answers import Partner, Partners

ARROWS = {"out": "→", "in": "←", "both": "⇄"}

EXAMPLES = (
    "coordinates-with 客户经理",
    "coordinates-with 客户服务部 org/sales.yaml",
)


def command(
    name: Annotated[
        str, typer.Argument(metavar="ROLE|UNIT", help="A role or a unit.", autocompletion=completing.roles)
    ],
    paths: Paths = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """With whom a role or a unit coordinates.

    → is stated by the role or unit itself, ← by the other side, ⇄ by both. A unit speaks for its roles and for the
    units in it.
    """
    console = Console(color, quiet=quiet)
    workspace = read_for_query(paths, organization, console)
    found = find_or_leave(find_roles_or_units, workspace.organizations, name, form, console)
    answers: list[Partners] = []
    for graph, match in graphs(found):
        answers += [partners_of_role(graph, number) for number in match.roles]
        answers += [partners_of_unit(graph, unit) for unit in match.units]
    several = len(workspace.organizations) > 1
    print_answers(answers, form, console, lambda answer: _tell(answer, of_several=several))


def _tell(answer: Partners, *, of_several: bool) -> tuple[bool, list[StyledLine]]:
    graph = answer.graph
    if answer.role is not None:
        title = heading(graph, answer.role, of_several=of_several)
    else:
        where = f"  [{graph.org.name} · {graph.org.id}]" if of_several else ""
        title = [(str(answer.unit), "strong"), (where, "faint")]
    if not answer.partners:
        return False, [[*title, ("  nobody", "")]]
    return True, [title, *(_line(answer, partner) for partner in answer.partners)]


def _line(answer: Partners, partner: Partner) -> StyledLine:
    statement = partner.relation.statement
    member = ""
    if answer.unit is not None and partner.role is not None:
        member = f"{name_of(answer.graph, partner.role)} "
    party = partner.party if partner.other is None else name_of(answer.graph, partner.other)
    facts = [str(fact) for fact in (partner.scope, statement.frequency, statement.importance) if fact]
    return [
        (f"  {member}", ""),
        (f"{ARROWS[partner.direction]} ", "faint"),
        (party, ""),
        (f"  {statement.about}" if statement.about else "", ""),
        (f"  ({', '.join(facts)})" if facts else "", "faint"),
    ]
