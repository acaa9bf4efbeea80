"""`orgchart span`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from orgchart.cli.asking import name_of
from orgchart.cli.console import Console, shortened
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet
from orgchart.cli.workspace import read_for_query
from orgchart.graph import OrgGraph
from orgchart.queries.lines import span_of_control
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from orgchart.queries.answers import Span

EXAMPLES = (
    "span",
    "span org/sales.yaml --format json",
)


def command(
    paths: Paths = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Span of control and layers, a table per organization.

    direct counts the solid direct reports, total all roles below; the layer is 1 at the top, along primary lines.
    """
    console = Console(color, quiet=quiet)
    workspace = read_for_query(paths, organization, console)
    spans = [span_of_control(OrgGraph(org)) for org in workspace.organizations]
    if form is Form.json:
        console.json({"organizations": [span.to_json() for span in spans]})
        return
    for number, span in enumerate(spans):
        if number:
            console.lines([[]])
        _tell(span, console)


def _tell(span: Span, console: Console) -> None:
    graph = span.graph
    leading = [role for role in span.roles if role.direct]
    console.lines(
        [
            [
                (str(graph.org.name), "strong"),
                (f"  {graph.org.id}", "faint"),
                (f"  {counted(len(graph.roles), 'role')}, {counted(span.layers, 'layer')}", ""),
            ]
        ]
    )
    if not leading:
        console.lines([[("  no reporting lines", "faint")]])
        return
    rows = [
        [
            name_of(graph, role.number),
            "loop" if role.layer is None else str(role.layer),
            str(role.direct),
            str(role.total),
        ]
        for role in sorted(leading, key=lambda role: (role.layer or 0, role.number))
    ]
    console.table(["superior", "layer", "direct", "total"], rows, numbers=(1, 2, 3))
    spread = Counter(role.direct for role in leading)
    average = sum(role.direct for role in leading) / len(leading)
    by_width = shortened([f"{direct} × {count}" for direct, count in sorted(spread.items())])
    layers = Counter(role.layer for role in span.roles)
    by_layer = shortened([f"{layer}: {layers[layer]}" for layer in range(1, span.layers + 1)])
    console.lines(
        [
            [],
            [("direct reports  ", "faint"), (f"{', '.join(by_width)}  (average {average:.1f})", "")],
            [("roles per layer  ", "faint"), (", ".join(by_layer) or "none", "")],
        ]
    )
    looped = layers.get(None, 0)
    if looped:
        console.lines([[(f"{counted(looped, 'role')} in or below a loop of superiors: no layer", "error")]])
