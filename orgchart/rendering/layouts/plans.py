"""A plan: everything that is decided before a picture is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.layouts.grid import Grid
    from orgchart.rendering.layouts.heights import Below, Heights
    from orgchart.rendering.layouts.labels import Strip
    from orgchart.rendering.route.board import Board
    from orgchart.rendering.route.routing import Routed


class Ways(NamedTuple):
    """The ways that were found, and the board they were found on; both are to be moved right by `shift`."""

    routed: Routed
    board: Board
    shift: int


class Plan(NamedTuple):
    """Where everything stands; `ways` only where relations became lines. `level` says that rows reach across it all.

    `turned` says that rows are columns of the picture, and the x of the plan its y.
    """

    grid: Grid
    below: Below
    strips: Sequence[Strip]
    heights: Heights
    ways: Ways | None = None
    level: bool = False
    turned: bool = False
