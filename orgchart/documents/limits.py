"""How much one document may hold: more than any honest one, and less than fills a machine's memory."""

from __future__ import annotations

from orgchart.errors import DocumentError

MOST_FRAGMENTS = 2_000_000


def check_count(name: str, count: int) -> None:
    """Raise `DocumentError` where a document has more lines, paragraphs or cells than can be kept in memory."""
    if count > MOST_FRAGMENTS:
        raise DocumentError(f"{name}: more than {MOST_FRAGMENTS:,} lines or cells", "split it into several documents")
