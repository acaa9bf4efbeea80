"""What a run is asked to do: which codes count, how much, and the limits of spans and layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import EMPTY, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.findings import Severity

MAX_SPAN = 15
MAX_LAYERS = 8
MAX_REMOVALS = 10
MAX_PARTNERS = 12


class Config(Record):
    """The settings of one run.

    `select` and `ignore` hold codes, names or beginnings of codes such as ORG3; an empty `select` means all. The
    longer, more exact selector wins; between equals, `ignore` does. `severity` changes the weight of a code,
    `per_file_ignores` holds selectors by path pattern. `max_span` is the widest span of control, `span_by_grade` and
    `span_by_unit` set it for a grade or a unit; `max_layers` counts layers, `max_removals` the roles a change may take
    away, `max_partners` those that one role coordinates with. `documents` is the folder of the documents that
    organizations name as their sources; without it nobody looks for them. `baseline` is the file of the findings that
    were there before and do not count.

    Patterns in `per_file_ignores` and the two paths are relative to the folder the process runs in.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = EMPTY
    max_span: int = MAX_SPAN
    max_layers: int = MAX_LAYERS
    max_removals: int = MAX_REMOVALS
    max_partners: int = MAX_PARTNERS
    span_by_grade: Mapping[str, int] = EMPTY
    span_by_unit: Mapping[str, int] = EMPTY
    per_file_ignores: Mapping[str, tuple[str, ...]] = EMPTY
    documents: str | None = None
    baseline: str | None = None
