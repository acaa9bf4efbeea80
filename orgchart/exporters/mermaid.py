"""An organization as a Mermaid flowchart, for pages that draw it themselves.

A renderer stops at 500 lines or 50,000 characters unless its page raises the limits, so a larger organization is
better drawn by `orgchart render`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.exporters.relations import coordination_edges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.graph import OrgGraph

MAX_EDGES = 500
MAX_TEXT = 50_000
ENTITIES = {'"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;"} | {sign: f"#{ord(sign)};" for sign in "#`\\*_~$"}


def as_mermaid(graph: OrgGraph) -> str:
    """The organization as Mermaid text."""
    return "\n".join(_lines(graph)) + "\n"


def warnings(graph: OrgGraph, text: str) -> list[str]:
    """What a page that draws the text may stumble over."""
    edges = len(graph.lines) + len(graph.dotted) + len(graph.relations)
    found = []
    if edges > MAX_EDGES:
        found.append(f"{graph.org.id} has {edges} lines; Mermaid draws {MAX_EDGES} unless maxEdges is raised")
    if len(text) > MAX_TEXT:
        found.append(
            f"{graph.org.id} has {len(text)} characters; Mermaid reads {MAX_TEXT} unless maxTextSize is raised"
        )
    return found


def _lines(graph: OrgGraph) -> Iterator[str]:
    yield "flowchart TD"
    by_unit: dict[str, list[int]] = {}
    for number, role in enumerate(graph.roles):
        by_unit.setdefault(str(role.unit[0]) if role.unit else "", []).append(number)
    for place, (unit, members) in enumerate(by_unit.items()):
        indent = "    "
        if unit:
            yield f'    subgraph u{place}["{escaped(unit)}"]'
            indent = "        "
        for number in members:
            yield f'{indent}r{number}["{escaped(graph.roles[number].title)}"]'
        if unit:
            yield "    end"
    for superior, report in graph.lines:
        yield f"    r{superior} --> r{report}"
    for line in graph.dotted:
        yield f"    r{line.superior} -.-> r{line.report}"
    drawn = coordination_edges(graph)
    for label, identifier in drawn.parties.items():
        yield f'    {identifier}(["{escaped(label)}"])'
    for edge in drawn.edges:
        label = f' "{escaped(edge.about)}" .-' if edge.about else ""
        yield f"    {edge.one} -.{label or '-'} {edge.other}"


def escaped(text: str) -> str:
    """A text inside a quoted Mermaid label: what Mermaid or Markdown would obey as entities, no control characters.

    >>> escaped('<b>"x"</b>')
    '#lt;b#gt;#quot;x#quot;#lt;/b#gt;'
    """
    clean = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", str(text))
    said = "".join(ENTITIES.get(letter, letter) for letter in clean)
    return re.sub(r"^(\s*(?:\d+)?)([-+.)])(?=\s)", lambda mark: f"{mark[1]}#{ord(mark[2])};", said)
