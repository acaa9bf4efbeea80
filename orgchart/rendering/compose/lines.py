"""The primary lines as trees: loops are opened at the role that is written first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import NamedTuple
from orgchart.rendering.scene import NOBODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.graph import OrgGraph


class Trees(NamedTuple):
    """Superiors without loops (`NOBODY` at the tops), the roles that have a line, and the loops that were opened.

    Who leads only as a further superior (one of two heads) is a top like any other.

    A loop lists its roles upwards, beginning with the one at which it was opened.
    """

    superior: Sequence[int]
    lined: Sequence[bool]
    loops: Sequence[Sequence[int]]


def trees_of(graph: OrgGraph) -> Trees:
    """Follow primary lines upwards and open every loop. O(n)."""
    superior = [superiors[0] if superiors else NOBODY for superiors in graph.superiors]
    lined = [above != NOBODY for above in superior]
    for superiors in graph.superiors:
        for above in superiors:
            lined[above] = True
    loops = _loops(superior)
    for loop in loops:
        superior[loop[0]] = NOBODY
    return Trees(superior, lined, loops)


def _loops(superior: Sequence[int]) -> list[list[int]]:
    """Find the loops of a function: walk up from each role until a role that was seen before."""
    seen_from = [NOBODY] * len(superior)
    loops: list[list[int]] = []
    for start in range(len(superior)):
        role = start
        while role != NOBODY and seen_from[role] == NOBODY:
            seen_from[role] = start
            role = superior[role]
        if role != NOBODY and seen_from[role] == start:
            loop = [role]
            while (above := superior[loop[-1]]) != role:
                loop.append(above)
            first = loop.index(min(loop))
            loops.append(loop[first:] + loop[:first])
    return sorted(loops)
