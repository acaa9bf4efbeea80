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

    A loop lists its roles upwards, beginning with the one at which it was opened. `order` lists each superior before
    its reports, level by level; `size` counts the roles of each subtree.
    """

    superior: Sequence[int]
    lined: Sequence[bool]
    loops: Sequence[Sequence[int]]
    order: Sequence[int]
    size: Sequence[int]


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
    order = _from_the_top(superior)
    return Trees(superior, lined, loops, order, _sizes(superior, order))


def totals_of(graph: OrgGraph, trees: Trees) -> Sequence[int]:
    """Count the roles below each role; where nobody has two superiors, the trees know."""
    if trees.loops or any(len(superiors) > 1 for superiors in graph.superiors):
        return graph.totals
    return [size - 1 for size in trees.size]


def _from_the_top(superior: Sequence[int]) -> list[int]:
    """Order roles so that each superior stands before its reports, level by level."""
    below: dict[int, list[int]] = {}
    for role, above in enumerate(superior):
        below.setdefault(above, []).append(role)
    order = below.get(NOBODY, [])[:]
    for role in order:
        if role in below:
            order += below[role]
    return order


def _sizes(superior: Sequence[int], order: Sequence[int]) -> list[int]:
    size = [1] * len(superior)
    for role in reversed(order):
        above = superior[role]
        if above != NOBODY:
            size[above] += size[role]
    return size


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
