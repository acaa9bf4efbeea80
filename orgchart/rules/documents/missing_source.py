"""A source that is not among the documents.

## What it finds

A document that `sources` or a `source` names and that is not in the folder of documents, or lines that it does not
have. A missing document is one finding for the organization, at the first place that names it. The rule runs only
where `documents` names the folder.

## Why it matters

What was read from a document can be checked only while the document is there. A document that was renamed, or cut,
leaves every value without its witness.

## Bad

```text documents/sales.txt
销售总监 直接上级：总经理
负责华东区的销售
```

```yaml
sources: [sales.txt]
roles:
  - title: 总经理
    source: sales.txt:1
  - title: 销售总监
    reports_to: 总经理
    source: sales.txt:1-12
```

## Good

```text documents/sales.txt
销售总监 直接上级：总经理
负责华东区的销售
```

```yaml
sources: [sales.txt]
roles:
  - title: 总经理
    source: sales.txt:1
  - title: 销售总监
    reports_to: 总经理
    source: sales.txt:1-2
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.rules._documents import cited_by, read_citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.findings import Finding
    from orgchart.rules._documents import Citation, Documents
    from orgchart.rules._rule import Case
    from orgchart.source import Place


info = RuleInfo(
    code="ORG106",
    name="missing-source",
    severity=Severity.WARNING,
    summary="a source that is not among the documents",
)


def check(case: Case) -> Iterator[Finding]:
    """Look up each document and each range of lines that the organization names."""
    documents = case.documents
    if documents is None:
        return
    told: set[str] = set()
    numbers = {id(role): number for number, role in enumerate(case.roles)}
    named = [(case.org, words) for words in case.org.sources]
    for piece, words in (*named, *cited_by(case.org)):
        citation = read_citation(words)
        name = documents.find(citation.document)
        roles = (numbers[id(piece)],) if id(piece) in numbers else ()
        if name is None:
            if citation.document not in told:
                told.add(citation.document)
                yield _missing(case, documents, citation.document, case.place(words, piece))
        elif citation.lines:
            wrong = _wrong_lines(documents.lines(name), citation)
            if wrong:
                place = case.place(words, piece)
                yield case.finding(info, wrong, place, roles=roles, hint="correct the lines, or look what was cut")


def _missing(case: Case, documents: Documents, document: str, place: Place) -> Finding:
    near = documents.names.to(document)
    hint = f"did you mean {' or '.join(near)}?" if near else "add it to the folder, or correct the name"
    return case.finding(info, f"{document} is not among the documents", place, hint=hint)


def _wrong_lines(lines: Sequence[str] | None, citation: Citation) -> str:
    """What is wrong with the lines of a citation, or nothing."""
    for first, last in citation.lines:
        if first < 1 or last < first:
            return f"{first}-{last} are no lines of {citation.document}"
        if lines is not None and last > len(lines):
            return f"{citation.document} has {len(lines)} lines, and line {last} is named"
    return ""
