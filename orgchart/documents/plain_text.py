"""Plain text: a fragment a line, blank ones too, since they part what belongs together."""

from __future__ import annotations

from orgchart.documents.lines import lines_of
from orgchart.extraction.document import Document, Fragment


def read(name: str, text: str, remarks: tuple[str, ...] = ()) -> Document:
    """A text file as a document."""
    fragments = tuple(Fragment(line, number) for number, line in enumerate(lines_of(text), 1))
    return Document(name=name, fragments=fragments, remarks=remarks)
