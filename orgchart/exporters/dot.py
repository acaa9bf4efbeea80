"""An organization as DOT, the language of Graphviz, built with pydot.

Units are clusters, solid lines edges from superior to report, dotted lines dotted, coordination dashed without a say
in the layout. Identifiers are numbers, and every word of the organization is a quoted label.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from orgchart.exporters.relations import coordination_edges

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph


def as_dot(graph: OrgGraph) -> str:
    """The organization as DOT text."""
    import pydot  # noqa: PLC0415 - only this exporter needs it

    dot = pydot.Dot("orgchart", graph_type="digraph", label=quoted(graph.org.name), labelloc="t", compound="true")
    dot.set_node_defaults(shape="box", style="rounded")
    clusters: dict[str, Any] = {}
    for number, role in enumerate(graph.roles):
        holders = ", ".join(holder.name for holder in role.holders or ())
        label = f"{role.title}\n{holders}" if holders else str(role.title)
        style: dict[str, Any] = {} if role.described else {"style": quoted("rounded,dashed")}
        node = pydot.Node(f"r{number}", label=quoted(label), tooltip=quoted(role.id), **style)
        if not role.unit:
            dot.add_node(node)
            continue
        unit = str(role.unit[0])
        if unit not in clusters:
            clusters[unit] = pydot.Cluster(f"u{len(clusters)}", label=quoted(unit), style="rounded")
        clusters[unit].add_node(node)
    for cluster in clusters.values():
        dot.add_subgraph(cluster)
    for superior, report in graph.lines:
        second: dict[str, Any] = (
            {} if graph.superiors[report][0] == superior else {"constraint": "false", "style": "bold"}
        )
        dot.add_edge(pydot.Edge(f"r{superior}", f"r{report}", **second))
    for line in graph.dotted:
        dot.add_edge(pydot.Edge(f"r{line.superior}", f"r{line.report}", style="dotted", constraint="false"))
    _add_coordination(graph, dot)
    return str(dot.to_string())


def _add_coordination(graph: OrgGraph, dot: Any) -> None:
    import pydot  # noqa: PLC0415 - only this exporter needs it

    drawn = coordination_edges(graph)
    for label, identifier in drawn.parties.items():
        dot.add_node(pydot.Node(identifier, label=quoted(label), style="dashed"))
    for edge in drawn.edges:
        attributes: dict[str, Any] = {"xlabel": quoted(edge.about)} if edge.about else {}
        dot.add_edge(pydot.Edge(edge.one, edge.other, style="dashed", dir="none", constraint="false", **attributes))


def quoted(text: str) -> str:
    r"""A text as a quoted DOT string: quotes and backslashes escaped, line ends as `\n`, no other control characters.

    Graphviz reads `&lt;` and its like in every label, so their ampersands are spelt out.

    >>> print(quoted('say "yes" &amp; go'))
    "say \"yes\" &amp;amp; go"
    """
    escaped = str(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = re.sub(r"&(?=#?\w+;)", "&amp;", escaped)
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f]", "", escaped) + '"'
