"""What a run is asked to do: which codes count, how much, and the limits of spans and layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import EMPTY, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.findings import Severity

MAX_SPAN = 15
MAX_LAYERS = 8


class Config(Record):
    """The settings of one run.

    `select` and `ignore` hold codes, names or beginnings of codes such as ORG3; an empty `select` means all. The
    longer, more exact selector wins; between equals, `ignore` does. `severity` changes the weight of a code.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = EMPTY
    max_span: int = MAX_SPAN
    max_layers: int = MAX_LAYERS
