"""What a reader asks of a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import NamedTuple
from orgchart.rendering.theme import STANDARD, Theme

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from orgchart.rendering.compose.relations import Cross


class Wish(NamedTuple):
    """What a reader asks of a picture, besides the organization itself.

    `max_span` is the span of control above which a superior is flagged; `root` (an id or a number) and `depth`, or
    `units`, choose a part; `colour_by` says what the stripes mean; `highlight` is the role whose chain of command
    stands out; `findings` holds (severity, text) by role id, under an empty id those of no role; `cross` says how
    relations are shown; `roles` are numbers of roles to draw with the superiors above them, and no others.
    """

    max_span: int | None = None
    root: str | int | None = None
    depth: int | None = None
    units: Collection[str] = ()
    colour_by: str = "unit"
    highlight: str | int | None = None
    findings: Mapping[str, Sequence[tuple[str, str]]] | None = None
    look: Theme = STANDARD
    cross: Cross = "auto"
    roles: Collection[int] | None = None
