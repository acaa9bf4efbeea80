"""Who is below whom, in a graph of superiors and reports: asked in O(log n), counted without walking.

Knots of roles that are superiors of each other are drawn together into one node. What is left has no loops, and a
spanning forest of it is numbered so that everything below a node is one interval of numbers. Lines outside the forest
(second superiors) add further intervals, which travel up until an interval that holds them already. With few second
lines, the work grows with the number of roles and lines.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from orgchart.pausing import paused_collector

if TYPE_CHECKING:
    from collections.abc import Sequence

Interval = tuple[int, int]


class Reach:
    """Reachability from superiors to reports; `reports[i]` lists the numbers of the nodes right below node i."""

    @paused_collector()
    def __init__(self, reports: Sequence[Sequence[int]]) -> None:
        self.group = groups(reports)
        self.size = [0] * (max(self.group, default=-1) + 1)
        for group in self.group:
            self.size[group] += 1
        self._draw_together(reports)
        self._order = self._top_down()
        self._number_forest()
        self._spread()

    def _draw_together(self, reports: Sequence[Sequence[int]]) -> None:
        group = self.group
        below: list[dict[int, None]] = [{} for _ in self.size]
        for number, following in enumerate(reports):
            mine = group[number]
            for report in following:
                if group[report] != mine:
                    below[mine][group[report]] = None
        self._below = [list(groups_below) for groups_below in below]
        self._above: list[list[int]] = [[] for _ in self.size]
        for upper, groups_below in enumerate(self._below):
            for lower in groups_below:
                self._above[lower].append(upper)

    def _top_down(self) -> list[int]:
        waiting = [len(above) for above in self._above]
        order = [group for group, count in enumerate(waiting) if not count]
        for group in order:
            for lower in self._below[group]:
                waiting[lower] -= 1
                if not waiting[lower]:
                    order.append(lower)
        return order

    def _number_forest(self) -> None:
        """Number groups in preorder of a spanning forest; `_first` and `_last` bound what is below, with itself."""
        parent = [next(iter(above), -1) for above in self._above]
        weight = list(self.size)
        for group in reversed(self._order):
            if parent[group] >= 0:
                weight[parent[group]] += weight[group]
        self._parent = parent
        self._first = [0] * len(self.size)
        at_root = 0
        filled = [0] * len(self.size)
        for group in self._order:
            upper = parent[group]
            if upper < 0:
                self._first[group] = at_root
                at_root += weight[group]
            else:
                self._first[group] = self._first[upper] + self.size[upper] + filled[upper]
                filled[upper] += weight[group]
        self._last = [first + weight[group] for group, first in enumerate(self._first)]

    def _spread(self) -> None:
        """Give each group the intervals outside its own that it also reaches."""
        self._further: list[list[Interval]] = [[] for _ in self.size]
        for group in reversed(self._order):
            gathered: list[Interval] = []
            for lower in self._below[group]:
                if self._parent[lower] != group:
                    gathered.append((self._first[lower], self._last[lower]))
                gathered += self._further[lower]
            if gathered:
                self._further[group] = _outside(gathered, self._first[group], self._last[group])

    def is_below(self, upper: int, lower: int) -> bool:
        """Whether `lower` is below `upper`, however far; two members of one knot are below each other."""
        here, there = self.group[upper], self.group[lower]
        if here == there:
            return upper != lower and self.size[here] > 1
        at = self._first[there]
        if self._first[here] <= at < self._last[here]:
            return True
        further = self._further[here]
        position = bisect_right(further, (at, len(self.group) + 1)) - 1
        return position >= 0 and further[position][0] <= at < further[position][1]

    def totals(self) -> list[int]:
        """How many nodes are below each node, itself not counted."""
        by_group = [
            last - first - 1 + sum(end - start for start, end in further)
            for first, last, further in zip(self._first, self._last, self._further, strict=True)
        ]
        return [by_group[group] for group in self.group]


def _outside(intervals: list[Interval], first: int, last: int) -> list[Interval]:
    """The outermost intervals, sorted, without those inside [first, last). In a forest intervals nest or are apart.

    Neighbours are not joined: only a whole subtree's interval can be told to lie inside another.
    """
    kept: list[Interval] = []
    covered = -1
    for start, negative_end in sorted({(start, -end) for start, end in intervals}):
        if start >= covered and not first <= start < last:
            kept.append((start, -negative_end))
            covered = -negative_end
    return kept


def groups(reports: Sequence[Sequence[int]]) -> list[int]:
    """The number of the knot each node belongs to; a node in no loop has a number of its own."""
    return list(range(len(reports))) if _has_no_loop(reports) else _strong_components(reports)


def _has_no_loop(reports: Sequence[Sequence[int]]) -> bool:
    waiting = [0] * len(reports)
    for following in reports:
        for report in following:
            waiting[report] += 1
    free = [number for number, count in enumerate(waiting) if not count]
    for number in free:
        for report in reports[number]:
            waiting[report] -= 1
            if not waiting[report]:
                free.append(report)
    return len(free) == len(reports)


def _strong_components(reports: Sequence[Sequence[int]]) -> list[int]:  # noqa: C901 - an algorithm is one thought
    """Number the strongly connected components (Tarjan 1972, with a stack of our own instead of recursion)."""
    size = len(reports)
    group = [-1] * size
    index = [0] * size
    low = [0] * size
    clock = found = 0
    open_nodes: list[int] = []
    for root in range(size):
        if index[root]:
            continue
        work = [(root, 0)]
        while work:
            node, position = work.pop()
            if not position:
                clock += 1
                index[node] = low[node] = clock
                open_nodes.append(node)
            following = reports[node]
            while position < len(following):
                other = following[position]
                position += 1
                if not index[other]:
                    work.append((node, position))
                    work.append((other, 0))
                    break
                if group[other] < 0:
                    low[node] = min(low[node], index[other])
            else:
                if low[node] == index[node]:
                    while True:
                        member = open_nodes.pop()
                        group[member] = found
                        if member == node:
                            break
                    found += 1
                if work:
                    upper = work[-1][0]
                    low[upper] = min(low[upper], low[node])
    return group
