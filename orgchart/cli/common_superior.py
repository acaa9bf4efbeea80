"""`orgchart common-superior ROLE ROLE`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.cli import completing
from orgchart.cli.asking import find_or_leave, name_of, print_answers
from orgchart.cli.console import Console, shortened
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet, RoleName
from orgchart.cli.workspace import read_for_query
from orgchart.graph import OrgGraph
from orgchart.queries.finding import find_roles
from orgchart.queries.lines import common_superior

if TYPE_CHECKING:
    from orgchart.cli.console import StyledLine
    from orgchart.queries.answers import CommonSuperior

EXAMPLES = ("common-superior 客户经理 品牌经理",)


def command(
    role: RoleName,
    other: Annotated[str, typer.Argument(metavar="ROLE", help="The other role.", autocompletion=completing.roles)],
    paths: Paths = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """The nearest common superior of two roles.

    The two ways up to it are shown as well. Of two roles of which one is above the other, it is the upper one.
    """
    console = Console(color, quiet=quiet)
    workspace = read_for_query(paths, organization, console)
    ones = {
        str(match.org.id): match for match in find_or_leave(find_roles, workspace.organizations, role, form, console)
    }
    others = find_or_leave(find_roles, workspace.organizations, other, form, console)
    answers = []
    for match in others:
        beside = ones.get(str(match.org.id))
        if beside is not None:
            graph = OrgGraph(match.org)
            answers += [common_superior(graph, one, two) for one in beside.roles for two in match.roles]
    if not answers:
        console.note(f"no organization has both {role} and {other}: `orgchart list` shows who is where")
    several = len(workspace.organizations) > 1
    print_answers(answers, form, console, lambda answer: _tell(answer, of_several=several))


def _tell(answer: CommonSuperior, *, of_several: bool) -> tuple[bool, list[StyledLine]]:
    graph = answer.graph
    one, other = (name_of(graph, number) for number in answer.roles)
    where: StyledLine = [(f"  [{graph.org.name} · {graph.org.id}]", "faint")] if of_several else []
    if answer.superior is None:
        return False, [[(f"{one}, {other}: ", ""), ("no common superior", "strong"), *where]]
    lines: list[StyledLine] = [
        [(f"{one}, {other}: ", ""), (name_of(graph, answer.superior), "strong"), *where],
    ]
    lines += [
        [("  ", ""), (" → ".join(shortened([name_of(graph, number) for number in path])), "")] for path in answer.paths
    ]
    return True, lines
