"""Plain text: a fragment a line, blank ones too, since they part what belongs together."""

from __future__ import annotations

from orgchart.documents.limits import check_count
from orgchart.documents.lines import lines_of
from orgchart.extraction.document import Document, Fragment


def read(name: str, text: str, remarks: tuple[str, ...] = ()) -> Document:
    """A text file as a document."""
    lines = lines_of(text)
    check_count(name, len(lines))
    fragments = tuple(Fragment(line, number) for number, line in enumerate(lines, 1))
    return Document(name=name, fragments=fragments, remarks=remarks)
