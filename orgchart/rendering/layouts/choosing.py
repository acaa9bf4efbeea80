"""From the shape of the whole to the mode of each superior: top-down, each takes its narrowest shape that has room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.layouts.memory import HANGING, code_of
from orgchart.rendering.layouts.shapes import (
    ROW,
    SHELVES,
    STACK,
    items_of,
    long_runs,
    lowest,
    narrowest,
    runs_of,
    shelve,
    stacked_within,
    unpacked,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgchart.rendering.layouts.forest import Forest
    from orgchart.rendering.layouts.shapes import Shape

Run = tuple[int, int, int, int]
"""A slice of children that stand together, with the mode and the argument of its shape."""
_ALONE: Final[Sequence[Run]] = ((0, 1, ROW, 0),)


class Choice(NamedTuple):
    """The chosen shapes: `blocks` lists, top-down, the boxes that are placed one by one (the others hang below them).

    `mode` and `argument` hold the shape of each of these; `items` the children of a row as runs.
    """

    blocks: Sequence[int]
    mode: Mapping[int, tuple[int, int]]
    items: Mapping[int, Sequence[Run]]

    def codes(self, forest: Forest) -> dict[int, str]:
        """Write the modes of all superiors as the picture keeps them."""
        found = dict.fromkeys((box for box, children in enumerate(forest.children) if children), HANGING)
        for box, (mode, argument) in self.mode.items():
            if mode:
                runs = self.items[box] if mode == ROW else ()
                found[box] = code_of(mode, argument, tuple([run[2:] for run in runs if run[1] - run[0] > 1]))
        return found


def choose(forest: Forest, shapes: Sequence[Sequence[Shape]], width: int, rows: Mapping[int, int]) -> Choice:
    """Choose the modes below each top, given how many `rows` each top may take."""
    blocks: list[int] = []
    modes: dict[int, tuple[int, int]] = {}
    items: dict[int, Sequence[Run]] = {}
    waiting = [(top, rows[top]) for top in reversed(forest.tops)]
    while waiting:
        box, room = waiting.pop()
        shape = narrowest(shapes[box], room)
        blocks.append(box)
        modes[box] = (shape[2], shape[3])
        children = forest.children[box]
        if shape[2] == STACK:
            waiting.extend((child, lowest(shapes[child], shape[3])[1]) for child in reversed(children))
        elif shape[2] == SHELVES:
            limit, most, apart = unpacked(shape[3])
            depths = [lowest(shapes[child], limit)[1] for child in children]
            items[box] = shelves = shelve(depths, most, long_runs(forest, box) if apart else [])
            for start, end, mode, _ in reversed(shelves):
                if mode == STACK:
                    options = [shapes[child] for child in children[start:end]]
                    within = stacked_within(options, max(most, sum(depths[start:end])))
                    taken = [(child, lowest(shapes[child], within)[1]) for child in children[start:end]]
                    waiting.extend(reversed(taken))
        if shape[2] != ROW:
            continue
        if len(children) == 1:
            items[box] = _ALONE
            waiting.append((children[0], shape[3]))
            continue
        items[box] = runs = _runs(forest, box, shape[3], width)
        waiting.extend((children[start], shape[3]) for start, end, _, _ in reversed(runs) if end - start == 1)
    return Choice(blocks, modes, items)


def _runs(forest: Forest, box: int, rows: int, width: int) -> list[Run]:
    slices = items_of(forest, box)
    options = iter(runs_of(forest, box, slices, width))
    runs: list[Run] = []
    for start, end in slices:
        if end - start == 1:
            runs.append((start, end, ROW, 0))
        else:
            shape = narrowest(next(options), rows)
            runs.append((start, end, shape[2], shape[3]))
    return runs
