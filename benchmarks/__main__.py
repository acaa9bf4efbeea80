"""Measure everything a promise was made about, and print the ratios: `make bench`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx
import yaml

from benchmarks.measuring import best, process, row
from benchmarks.organizations import as_json, rich_yaml, roles
from orgchart.checking import check
from orgchart.exporters.dot import as_dot
from orgchart.graph import OrgGraph
from orgchart.loading import Workspace, load
from orgchart.readers import assemble, read
from orgchart.readers.json_text import parse_json
from orgchart.readers.yaml_text import parse_yaml
from orgchart.rendering import render
from orgchart.source import Source

DOT_CAN = 1_000
EMPTY_PROGRAM = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    print("done")
app()
"""


def reading() -> None:
    """YAML and JSON of 10,000 roles to the tree and to the model."""
    text = rich_yaml(10_000)

    def walk() -> None:
        next_event: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text).get_event
        while type(next_event()) is not yaml.StreamEndEvent:
            pass

    bare = best(walk)
    row(
        "YAML, 10,000 roles → tree with places",
        best(lambda: parse_yaml(Source("a.yaml", text))),
        bare,
        "bare event walk",
        "2.5",
    )
    model = best(lambda: assemble(read(Source("a.yaml", text), "a")[0]))
    row("YAML, 10,000 roles → model", model, bare, "bare event walk", "3.5")
    as_text = as_json(roles(10_000))
    plain = best(lambda: parse_json(Source("a.json", as_text)))
    row(
        "JSON, 10,000 roles → tree with places",
        plain,
        best(lambda: yaml.safe_load("a: 1")) + bare,
        "bare YAML event walk",
    )


def starting(folder: Path) -> None:
    """Whole processes: a question in a pipe beside an empty typer program."""
    program = folder / "empty.py"
    program.write_text(EMPTY_PROGRAM, encoding="utf-8")
    empty = process([sys.executable, str(program)])
    ask = [sys.executable, "-m", "orgchart", "who-reports-to", "客户总监"]
    one = process([*ask, "org/ad-agency.yaml"])
    row("who-reports-to, one file", one, empty, "an empty typer program", "1.5")
    row("who-reports-to, all of org/", process([*ask, "org"]), empty, "an empty typer program", "2")


def checking() -> None:
    """All rules over 100,000 roles, beside networkx answering a few of the questions."""
    made = roles(100_000, several=0.02)
    org = assemble(read(Source("big.json", as_json(made)), "big")[0])[0].org
    workspace = Workspace(organizations=(org,))

    def with_networkx() -> None:
        graph: nx.DiGraph[Any] = nx.DiGraph()
        for role in made:
            graph.add_node(role["id"])
        for role in made:
            superiors = role.get("reports_to", [])
            for superior in superiors if isinstance(superiors, list) else [superiors]:
                graph.add_edge(superior, role["id"])
        list(nx.strongly_connected_components(graph))
        [node for node, degree in graph.in_degree() if not degree]
        nx.single_source_shortest_path_length(graph, "r0")
        [nx.descendants(graph, node) for node in list(graph)[:50]]

    peer = best(with_networkx, 2)
    row(
        "validate 100,000 roles (all rules, in memory)",
        best(lambda: check(workspace), 2),
        peer,
        "networkx: loops, tops, layers",
    )
    row(
        "graph and totals of 100,000 roles",
        best(lambda: OrgGraph(org).totals, 2),
        peer,
        "networkx: loops, tops, layers",
    )


def drawing(folder: Path) -> None:
    """Whole pictures beside dot, where it is installed."""
    dot = shutil.which("dot")
    for size in (300, 1_000, 10_000):
        path = folder / f"{size}.json"
        path.write_text(as_json(roles(size)), encoding="utf-8")
        command = [sys.executable, "-m", "orgchart", "render", str(path), "-o", str(folder / "a.svg"), "--quiet"]
        whole = process(command, 3)
        if dot is None or size > DOT_CAN:
            print(f"render {size:,} roles, whole process {whole:17.3f} s   (no peer: dot is missing, or not able)")
        else:
            source = folder / f"{size}.dot"
            source.write_text(as_dot(OrgGraph(load(path).organizations[0])), encoding="utf-8")
            peer = process([dot, "-Tsvg", str(source), "-o", str(folder / "dot.svg")], 1)
            row(f"render {size:,} roles, whole process", whole, peer, "dot")
        _drawing_alone(OrgGraph(load(path).organizations[0]))


def _drawing_alone(graph: OrgGraph) -> None:
    seconds = best(lambda: render(graph), 2)
    size = len(render(graph).encode()) / len(graph.roles)
    print(f"  of this, layout and writing {seconds:26.3f} s, {size:.0f} bytes a role")


def main() -> None:
    """Run every benchmark."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", "orgchart"], check=True)
    with tempfile.TemporaryDirectory() as name:
        starting(Path(name))
        reading()
        checking()
        drawing(Path(name))


if __name__ == "__main__":
    main()
