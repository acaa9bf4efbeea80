"""A document → the organizations in it: the stages, called in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.extraction.evidence import Reading, assemble
from orgchart.extraction.fields import read_fields, spoken
from orgchart.extraction.joining import join, together
from orgchart.extraction.labels import scan
from orgchart.extraction.normalise import normalise
from orgchart.extraction.prose import read_prose
from orgchart.extraction.segment import segment
from orgchart.pausing import paused_collector

if TYPE_CHECKING:
    from orgchart.extraction.document import Document
    from orgchart.extraction.mentions import FoundOrganization


@paused_collector()
def extract(document: Document) -> tuple[FoundOrganization, ...]:
    """The organizations that a document describes, in reading order; pure, and linear in its length.

    Pieces of a collection that plainly describe one company are put together.
    """
    text = normalise(document)
    labels = scan(text)
    readings = [
        Reading(block, (*read_fields(text, labels, block), *read_prose(text, spoken(text, labels, block))))
        for block in segment(text, labels)
    ]
    found = assemble(text, readings)
    return tuple(together([found[number] for number in group]) for group in join(found))
