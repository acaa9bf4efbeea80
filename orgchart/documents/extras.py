"""What is said where a kind of document needs a package that is not installed."""

from __future__ import annotations

from orgchart.errors import DocumentError


def missing(name: str, kind: str) -> DocumentError:
    """The complaint, with the command that helps."""
    return DocumentError(
        f"{name}: {kind} needs a reader that is not installed", "pip install 'orgchart[documents]' installs it"
    )
