"""Small organizations and their pictures, kept whole: a change of the drawing shows here as a change of lines.

After a change that is meant, look at the pictures and write them anew: `python -m tests.rendering.golden`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.graph import OrgGraph
from orgchart.loading import load
from orgchart.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent


def drawings() -> Iterator[tuple[Path, str]]:
    """Each picture as a file and as what is drawn today."""
    for path in sorted(FOLDER.glob("*.yaml")):
        (org,) = load(path).organizations
        yield path.with_suffix(".svg"), render(OrgGraph(org))
