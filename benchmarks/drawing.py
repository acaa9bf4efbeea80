"""Pictures beside Graphviz: how large the text is on a page, how often lines cross, how long it takes.

dot lays out the same titles, broken in the same way, in cards as tight as it likes, with the same departments as
clusters and the same relations as edges that do not constrain.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.companies import Company
from benchmarks.crossings import count, of_dot, of_svg
from benchmarks.measuring import Run, best, process, run
from orgchart.graph import OrgGraph
from orgchart.loading import load
from orgchart.rendering import render
from orgchart.rendering.measure import break_title

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (1600, 1000)
SIZES = (25, 300, 1_000)
SEEDS = range(2, 6)
"""Of further companies, as one alone may have luck."""
LARGE = 10_000
TREES = (1_000, LARGE)
HUGE = 100_000
LARGER_TEXT = {25: 1.1, 300: 6.0, 1_000: 8.0}
FEWER_CROSSINGS = {25: 0.5, 300: 0.2, 1_000: 0.2}
TIMES_FASTER = {1_000: 2.0}
LARGE_TIMES_FASTER = 20.0
HUGE_SECONDS, HUGE_MEGABYTES, MOST_BYTES = 15, 1_000, 400
FEWEST_FOR_BYTES = 300
TITLE_WIDTH, TITLE_SIZE = 116, 13
THROUGH_PYGRAPHVIZ = "import pygraphviz, sys; pygraphviz.AGraph(filename=sys.argv[1]).draw(sys.argv[2], prog='dot')"


@dataclass(frozen=True)
class Peer:
    """A way to run Graphviz: its name, and the command before the file to read and the file to write."""

    name: str
    command: tuple[str, ...]
    output: str = ""

    def draw(self, source: Path) -> Run:
        target = str(source.with_suffix(".peer.svg"))
        return run([*self.command, str(source), *([self.output] if self.output else []), target])


def drawing(folder: Path) -> None:
    """Print everything that is promised about pictures."""
    peers = list(_peers())
    dot = next((peer for peer in peers if peer.name.startswith("dot")), None)
    start = process([sys.executable, "-c", "import typer"])
    print(f"\na process of ours begins with {start:.3f} s of Python and typer")
    print(f"{'pictures (page 1600 × 1000)':<45} {'ours':>9} {'dot':>9} {'ratio':>8}   promised")
    for size in SIZES:
        for nested in (False, True):
            _compare(Company(size, nested=nested), folder, dot, nested=nested)
    _trees(folder, peers)
    _huge(folder)


def _peers() -> Iterator[Peer]:
    """Find the programs to compare with, and say which are missing.

    `PEERS` names a virtual environment that holds those from a package index; `make bench` sets one up.
    """
    folders = [str(Path(os.environ["PEERS"], "bin"))] if os.environ.get("PEERS") else []
    path = os.pathsep.join([*folders, str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    if program := shutil.which("dot"):
        yield Peer("dot (Debian's)", (program, "-Tsvg"), "-o")
    else:
        print("not compared with dot: it is not installed (apt install graphviz)")
    if program := shutil.which("graphviz-pure", path=path):
        yield Peer("graphviz-pure", (program, "-Tsvg"), "-o")
    else:
        print("not compared with graphviz-pure: it is not installed (pip install graphviz-pure)")
    interpreter = shutil.which("python", path=path) or sys.executable
    if version := _graphviz_of(interpreter):
        yield Peer(f"pygraphviz (Graphviz {version})", (interpreter, "-c", THROUGH_PYGRAPHVIZ))
    else:
        print("not compared with pygraphviz: it is not installed (pip install pygraphviz)")


def _graphviz_of(interpreter: str) -> str:
    """Ask an interpreter for the version of Graphviz that comes with its pygraphviz, if it has one."""
    asked = [interpreter, "-c", "import pygraphviz; print(pygraphviz.__graphviz_version__)"]
    told = subprocess.run(asked, capture_output=True, text=True, check=False)
    return told.stdout.strip() if not told.returncode else ""


def _compare(company: Company, folder: Path, dot: Peer | None, *, nested: bool) -> None:
    """Compare the pictures of one company, and the whole processes that draw them."""
    graph, path = _written(company, folder)
    text = render(graph)
    scale, crossings = _scale(*_size(text)), count(of_svg(text))
    name = f"{company.size:,} roles{', teams in departments' if nested else ', departments'}"
    bytes_a_role = len(text.encode()) / company.size
    promised = f" (promised: ≤ {MOST_BYTES})" if company.size >= FEWEST_FOR_BYTES else ""
    alone = f"{bytes_a_role:.0f} bytes a role{promised}, layout and writing {best(lambda: render(graph), 2):.3f} s"
    if dot is None:
        print(f"{name:<30} {scale:9.3f}   {alone}")
        return
    answer = _answer(graph, folder, dot)
    theirs = _scale_of(answer)
    print(name)
    ratios = [
        scale / theirs,
        *(_text_ratio(Company(company.size, nested=nested, seed=seed), folder, dot) for seed in SEEDS),
    ]
    _ratio("  size of text on a page", scale, theirs, scale / theirs, f"≥ {LARGER_TEXT[company.size]}")
    told = f"median {median(ratios):.2f}×, least {min(ratios):.2f}×"
    print(f"  … of {len(ratios)} companies of that size: {told}")
    other = count(of_dot(answer))
    _ratio("  crossing points", crossings, other, crossings / max(other, 1), f"≤ {FEWER_CROSSINGS[company.size]}")
    source = folder / "company.dot"
    path.write_text(company.as_json(), encoding="utf-8")
    source.write_text(as_dot(graph), encoding="utf-8")
    own, peer = run(_ours(path, folder)), dot.draw(source)
    promise = f"≥ {TIMES_FASTER[company.size]}" if company.size in TIMES_FASTER else ""
    _ratio("  whole process, times faster", own.seconds, peer.seconds, peer.seconds / own.seconds, promise)
    if promise:
        source.write_text(as_dot(graph).replace("{", "{ splines=ortho;", 1), encoding="utf-8")
        angled = dot.draw(source)
        _ratio("  … than dot at right angles, as ours", own.seconds, angled.seconds, angled.seconds / own.seconds, "")
    print(f"  {alone}")


def _text_ratio(company: Company, folder: Path, dot: Peer) -> float:
    """Tell how much larger the text of one company is than in dot's picture, both fitted on a page."""
    graph, _ = _written(company, folder)
    return _scale(*_size(render(graph))) / _scale_of(_answer(graph, folder, dot))


def _answer(graph: OrgGraph, folder: Path, dot: Peer) -> dict[str, Any]:
    """Let dot lay a company out, and read where it put everything."""
    source, target = folder / "company.dot", folder / "dot.json"
    source.write_text(as_dot(graph), encoding="utf-8")
    run([dot.command[0], "-Tjson0", str(source), "-o", str(target)])
    answer: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return answer


def _scale_of(answer: dict[str, Any]) -> float:
    _, _, wide, high = (float(number) for number in answer["bb"].split(","))
    return _scale(wide, high)


def _size(picture: str) -> tuple[int, int]:
    width, height = re.findall(r'<svg[^>]* width="(\d+)" height="(\d+)"', picture)[0]
    return int(width), int(height)


def _trees(folder: Path, peers: list[Peer]) -> None:
    """Compare whole processes on trees without departments and relations, once each."""
    deep = "deep: each role under one of the twelve before it"
    for size in TREES:
        _tree(folder, peers, _deep(size), deep)
        _tree(folder, peers, _company(size), "a company")


def _tree(folder: Path, peers: list[Peer], superiors: list[tuple[int, list[str]]], what: str) -> None:
    roles = [{"id": f"r{number}", "title": f"岗位{number}", "reports_to": above} for number, above in superiors]
    path, source = folder / "tree.json", folder / "tree.dot"
    path.write_text(json.dumps({"id": "tree", "name": "树", "roles": roles}), encoding="utf-8")
    source.write_text(as_dot(OrgGraph(load(path).organizations[0])), encoding="utf-8")
    own = run(_ours(path, folder))
    print(f"\n{len(roles):,} roles, one tree ({what}), from JSON: {own.seconds:.2f} s, {own.megabytes:.0f} MB")
    for peer in peers:
        peers_own = peer.draw(source)
        times = peers_own.seconds / own.seconds
        promised = "" if len(roles) < LARGE else f"≥ {LARGE_TIMES_FASTER if peer.name.startswith('dot') else 1.0}"
        _ratio(f"  times faster than {peer.name}", own.seconds, peers_own.seconds, times, promised)


def _deep(size: int) -> list[tuple[int, list[str]]]:
    chance = Random(3)  # noqa: S311 - a chart needs no secret
    return [(number, [f"r{chance.randrange(max(0, number - 12), number)}"] if number else []) for number in range(size)]


def _company(size: int) -> list[tuple[int, list[str]]]:
    company = Company(size, nested=False, relations=0)
    return [
        (number, [str(role["reports_to"])] if "reports_to" in role else []) for number, role in enumerate(company.roles)
    ]


def _huge(folder: Path) -> None:
    """Draw what no peer can draw, alone."""
    _, path = _written(Company(HUGE, nested=True, relations=1_000), folder)
    own = run(_ours(path, folder))
    said = f"{own.seconds:.1f} s (promised: < {HUGE_SECONDS}), {own.megabytes:.0f} MB (promised: < {HUGE_MEGABYTES})"
    print(f"\n{HUGE:,} roles from JSON, whole process: {said}")


def _written(company: Company, folder: Path) -> tuple[OrgGraph, Path]:
    path = folder / "company.json"
    path.write_text(company.as_json(), encoding="utf-8")
    return OrgGraph(load(path).organizations[0]), path


def _ours(path: Path, folder: Path) -> list[str]:
    return [sys.executable, "-m", "orgchart", "render", str(path), "-o", str(folder / "own.svg"), "--quiet"]


def _scale(width: float, height: float) -> float:
    return min(PAGE[0] / width, PAGE[1] / height)


def _ratio(what: str, ours: float, theirs: float, ratio: float, promised: str) -> None:
    print(f"{what:<45} {ours:9.3f} {theirs:9.3f} {ratio:7.2f}×   {promised}")


def as_dot(graph: OrgGraph) -> str:
    """The organization for dot: tight cards, departments as nested clusters, relations that do not constrain."""
    rows = ["digraph company {", "node [shape=box, style=rounded, margin=0.08, fontsize=13]", "edge [arrowhead=none]"]
    inside: dict[str, list[int]] = {}
    for number, role in enumerate(graph.roles):
        inside.setdefault(str(role.unit[0]) if role.unit else "", []).append(number)
        title = "<BR/>".join(map(escape, break_title(str(role.title), TITLE_WIDTH, TITLE_SIZE).lines))
        holder = role.holders[0].name if role.holders else "（空缺）"
        rows.append(f'n{number} [label=<{title}<BR/><FONT POINT-SIZE="11">{escape(str(holder))}</FONT>>]')
    within: dict[str, list[str]] = {}
    for unit in graph.units:
        within.setdefault(str(unit.part_of or ""), []).append(str(unit.name))
    names = {str(unit.name): place for place, unit in enumerate(graph.units)}

    def cluster(name: str) -> str:
        parts = " ".join([*map(cluster, within.get(name, ())), *(f"n{number}" for number in inside.get(name, ()))])
        return f'subgraph cluster_{names[name]} {{ label="{name}"; {parts} }}'

    rows += [cluster(name) for name in within.get("", ())]
    rows += [f"n{superior} -> n{report}" for superior, report in graph.lines]
    rows += [
        f"n{relation.role} -> n{relation.to_role} [style=dashed, constraint=false]"
        for relation in graph.relations
        if relation.role is not None and relation.to_role is not None
    ]
    return "\n".join([*rows, "}"])
