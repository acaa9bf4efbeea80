"""Organizations for tests, written as short as they can be said."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from orgchart.checking import check
from orgchart.config import Config
from orgchart.findings import Severity
from orgchart.graph import OrgGraph
from orgchart.loading import Workspace, load
from orgchart.readers import assemble, read
from orgchart.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from orgchart.findings import Finding
    from orgchart.model import Org
MARK = re.compile(r"‹(ORG\d{3})›")


def org(tree: str) -> Org:
    """One organization from an indented tree of titles; each reports to the one it is indented under."""
    lines = ["roles:"]
    above: list[tuple[int, str]] = []
    for line in dedent(tree).strip("\n").splitlines():
        title = line.strip()
        depth = len(line) - len(line.lstrip())
        above = [(indent, name) for indent, name in above if indent < depth]
        lines.append(f"- title: {title}")
        if above:
            lines.append(f"  reports_to: {above[-1][1]}")
        above.append((depth, title))
    return written("\n".join(lines))


def written(text: str, path: str = "a.yaml") -> Org:
    """The one organization of a text."""
    (one,) = in_memory({path: text}).organizations
    return one


def graph(text: str) -> OrgGraph:
    """The graph of the one organization of a text."""
    return OrgGraph(written(text))


def in_memory(files: str | Mapping[str, str]) -> Workspace:
    """Texts by their paths as a workspace; one text alone is `a.yaml`."""
    texts = {"a.yaml": files} if isinstance(files, str) else files
    sources = [Source(path, dedent(text)) for path, text in texts.items()]
    parts, found = [], []
    for source in sources:
        stem = source.path.rpartition("/")[2].rpartition(".")[0]
        some_parts, some_findings = read(source, stem)
        parts += some_parts
        found += some_findings
    assembled = assemble(parts)
    for one in assembled:
        found += one.findings
    return Workspace(organizations=tuple(one.org for one in assembled), findings=tuple(found), sources=tuple(sources))


def workspace(folder: Path, files: Mapping[str, str | bytes]) -> Workspace:
    """Files written into a folder, and loaded from there."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
    return load(folder)


def found(
    files: str | Mapping[str, str], *, before: str | Mapping[str, str] | None = None, **settings: Any
) -> tuple[Finding, ...]:
    """All findings, in the order of the report; those of a change too where an earlier state is given."""
    return check(in_memory(files), Config(**settings), None if before is None else in_memory(before)).findings


def findings(files: str | Mapping[str, str], *, notes: bool = False, **settings: Any) -> list[str]:
    """Findings of weight as `a.yaml:3:17 ORG303`, in the order of the report; with the notes if asked for."""
    return [
        f"{finding.place} {finding.rule.code}"
        for finding in found(files, **settings)
        if notes or finding.weight is not Severity.NOTE
    ]


def codes(files: str | Mapping[str, str], *, notes: bool = False, **settings: Any) -> list[str]:
    """The codes of findings of weight, in the order of the report."""
    return [line.rpartition(" ")[2] for line in findings(files, notes=notes, **settings)]


def without_marks(files: Mapping[str, str]) -> dict[str, str]:
    """Texts in which `‹ORG303›` marks the place of a finding, as they are read: without the marks."""
    return {path: MARK.sub("", dedent(text)) for path, text in files.items()}


def marked(files: Mapping[str, str]) -> list[str]:
    """The findings that the marks in these texts promise, as `a.yaml:3:17 ORG303`."""
    return [
        f"{path}:{number}:{len(MARK.sub('', line[: mark.start()])) + 1} {mark[1]}"
        for path, text in files.items()
        for number, line in enumerate(dedent(text).splitlines(), 1)
        for mark in MARK.finditer(line)
    ]


def expect(files: str | Mapping[str, str], *, notes: bool = False, **settings: Any) -> None:
    """Assert that what is found is what the marks say, no more and no less."""
    texts = {"a.yaml": files} if isinstance(files, str) else files
    assert sorted(findings(without_marks(texts), notes=notes, **settings)) == sorted(marked(texts))
