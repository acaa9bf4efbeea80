"""Shape functions: for each subtree the widths and row counts it can take (Stockmeyer 1983). O(n·K).

A shape is a tuple (width in pixels, rows, mode, argument). The shapes of a subtree are sorted by growing width and
strictly falling rows, at most `MOST` of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from orgchart.rendering.layouts.memory import kept, kept_run, runs_in
from orgchart.rendering.layouts.splitting import Splitter
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import (
    AISLE,
    BUS_ABOVE,
    BUS_BELOW,
    FRAME_PADDING,
    INDENT,
    SIBLING_GAP,
    STACK_GAP,
    SUBTREE_GAP,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.layouts.forest import Forest

    Shape = tuple[int, int, int, int]

    Tried = tuple[list[int], list[int]]
    """The widths of several blocks that may take so much width, and the sums of their heights up to each."""

MOST: Final = 96
MOST_OF_MANY: Final = 48
"""From `MANY` boxes on: half as many shapes a subtree cost a hundredth of the size and save a tenth of the time."""
MANY: Final = 5_000

LEAF: Final = 0
SIDES: Final = 1
"""Children that are leaves on both sides of one trunk."""
HANG: Final = 2
"""The whole subtree hanging to the right of a trunk, one card a row."""
ROW: Final = 3
"""Children side by side under a bus; the argument is the number of rows they may take."""
COLUMNS: Final = 4
"""Children in so many columns (the argument) as even as can be, each hanging from its own trunk."""
STACK: Final = 5
"""Subtrees of any shape below each other at one trunk, for what may not hang; the argument is their largest width."""
SHELVES: Final = 6
"""Several such stacks, and long runs of leaves in columns, beside each other under a bus (see `unpacked`)."""
PACKED: Final = 1 << 20
"""The parts of the argument of `SHELVES` are below this; the last part is the number of stacks and runs."""

_FEWEST_FOR_SIDES: Final = 4
_PEERS: Final = 16
_PEERS_WITHOUT_REPORTS: Final = 8
_MOST_SINGLE_STEPS: Final = 16
_SHELF_WIDTHS: Final = 16
_SHELF_WIDTHS_OF_MANY: Final = 8
_MOST_SHELVES: Final = 24
_FEWEST_APART: Final = 3
_BUS: Final = BUS_ABOVE + BUS_BELOW - STACK_GAP
_FRAME: Final = 30
_LARGE: Final = 30
"""Cards below which a subtree hangs in one column rather than as a stack of blocks."""


def shapes_of(forest: Forest, width: int) -> list[list[Shape]]:
    """Find the shapes of every subtree, for cards of `width` pixels; subtrees that are alike share theirs."""
    most = MOST if len(forest.order) < MANY else MOST_OF_MANY
    children, assistants, tall, framed, narrow = (
        forest.children,
        forest.assistants,
        forest.tall,
        forest.framed,
        forest.narrow,
    )
    found: list[list[Shape]] = [[]] * len(forest.superior)
    kinds = [0] * len(forest.superior)
    known: dict[tuple[object, ...], tuple[int, list[Shape]]] = {}
    kept_as: object = None
    remembers = bool(forest.memo or forest.reserve)
    for box in reversed(forest.order):
        extra = helpers_height(forest, box) if assistants[box] else 0
        if remembers:
            kept_as = (forest.memo.get(box), box in forest.reserve)
        key = (tall[box], extra, framed[box], narrow[box], kept_as, *[kinds[child] for child in children[box]])
        alike = known.get(key)
        if alike is None:
            alike = known[key] = (len(known), _shapes_at(forest, found, box, width, extra, most))
        kinds[box], found[box] = alike
    return found


def _shapes_at(  # noqa: PLR0913, PLR0917 - each decides about the shapes
    forest: Forest, found: Sequence[list[Shape]], box: int, width: int, extra: int, most: int
) -> list[Shape]:
    """Find the shapes of one subtree from those of its parts."""
    least, own = 3 * width + AISLE if extra else width, forest.tall[box] + extra
    more, more_high = 0, own
    if forest.framed[box]:
        more = 2 * FRAME_PADDING + forest.strip + (INDENT if box in forest.reserve else 0)
        more_high += _FRAME
    if not forest.children[box]:
        return [(least + more, more_high, LEAF, 0)]
    candidates = _row_shapes(forest, found, box, width)
    if _may_leave_the_row(forest, box):
        candidates += _other_shapes(forest, found, box, width)
    candidates = kept(candidates, forest.memo.get(box, ""))
    if extra:
        candidates = [(max(least, w), high, mode, arg) for w, high, mode, arg in candidates]
    return [(w + more, high + more_high, mode, arg) for w, high, mode, arg in _best(candidates, most)]


def helpers_height(forest: Forest, box: int) -> int:
    """Give the height of the rows of assistants beside the trunk of a box."""
    assistants = forest.assistants[box]
    return sum(max(forest.tall[beside] for beside in assistants[at : at + 2]) for at in range(0, len(assistants), 2))


def _may_leave_the_row(forest: Forest, box: int) -> bool:
    """Whether the children may stand otherwise than as peers in one row."""
    if not forest.narrow[box]:
        return True
    children = len(forest.children[box])
    return children > _PEERS or (forest.height[box] == 1 and children > _PEERS_WITHOUT_REPORTS)


def _other_shapes(forest: Forest, found: Sequence[list[Shape]], box: int, width: int) -> list[Shape]:
    shapes = [] if forest.stiff[box] else _hanging_shapes(forest, box, width)
    if forest.height[box] == 1 or (not forest.stiff[box] and forest.size[box] < _LARGE):
        return shapes
    if not forest.assistants[box] and len(forest.children[box]) > 1:
        shapes += _stacked([found[child] for child in forest.children[box]])
    return shapes + _shelved(forest, found, box, width)


def _shelved(forest: Forest, found: Sequence[list[Shape]], box: int, width: int) -> list[Shape]:
    """Put subtrees in stacks beside each other, for a few widths that the stacks may take.

    Each time also with the long runs of leaves in columns of their own: in a stack of wide blocks they waste its width.
    """
    counts = column_counts(len(forest.children[box]))[:_MOST_SHELVES]
    if not counts:
        return []
    kinds, options = _distinct([found[child] for child in forest.children[box]])
    least = max(option[0][0] for option in options)
    columns = [[shape[0] for shape in option] for option in options]
    widths = sorted({wide for column in columns for wide in column if wide >= least})
    runs = long_runs(forest, box)
    shapes: list[Shape] = []
    trials = _SHELF_WIDTHS
    if len(forest.order) >= MANY:
        trials, counts = _SHELF_WIDTHS_OF_MANY, _thinned(counts)
    step = (_SHELF_WIDTHS - 1) / (trials - 1)
    depths: dict[tuple[int, int], int] = {}
    tried: list[Tried] = []
    for place in range(trials):
        limit = widths[min(int((place * step) ** 2), len(widths) - 1)]
        taken = [option[bisect_right(column, limit) - 1] for option, column in zip(options, columns, strict=True)]
        rows = [taken[kind][1] for kind in kinds]
        splitter, tallest = Splitter(rows), max(rows)
        tried.append(([taken[kind][0] for kind in kinds], splitter.sums))
        most = splitter.sums[-1]
        for count in counts:
            most = splitter.least(count, most)
            parts = splitter.parts(most)
            wide = sum([_least_width(tried, start, end, most) for start, end in parts])
            wide += len(parts) * (INDENT + SUBTREE_GAP) - SUBTREE_GAP
            shapes.append((wide, most + _BUS, SHELVES, _packed(limit, most, len(parts), apart=False)))
            if runs:
                shelves = _shelves(splitter.sums, most, runs)
                wide, deep = _extent_of(shelves, most, tried, width, depths)
                shapes.append((wide, deep + _BUS, SHELVES, _packed(limit, most, len(shelves), apart=True)))
            if most == tallest:
                break
        if limit == widths[-1]:
            break
    return shapes


def _distinct(options: Sequence[list[Shape]]) -> tuple[list[int], list[list[Shape]]]:
    """Number the different shape lists among those of subtrees, which share theirs where they are alike."""
    numbers: dict[int, int] = {}
    kinds = [numbers.setdefault(id(option), len(numbers)) for option in options]
    different = {id(option): option for option in options}
    return kinds, list(different.values())


def _least_width(tried: Sequence[Tried], start: int, end: int, most: int) -> int:
    """Find how narrow a stack of blocks can be and yet be no higher than `most`, among the widths tried so far."""
    narrowest_yet = tried[-1][0]
    for wides, sums in reversed(tried):
        if sums[end] - sums[start] > most:
            break
        narrowest_yet = wides
    return max(narrowest_yet[start:end])


def _thinned(counts: Sequence[int]) -> list[int]:
    """Keep the numbers that grow by a quarter at least."""
    kept_counts: list[int] = []
    for count in counts:
        if not kept_counts or count * 4 >= kept_counts[-1] * 5:
            kept_counts.append(count)
    return kept_counts


def _packed(limit: int, most: int, count: int, *, apart: bool) -> int:
    """Write the argument of `SHELVES`; what is too large for it is far beyond any page."""
    return ((limit * PACKED + min(most, PACKED - 1)) * 2 + apart) * PACKED + min(count, PACKED - 1)


def long_runs(forest: Forest, box: int) -> list[tuple[int, int]]:
    """List the runs of leaves among the children of a box that are worth columns of their own."""
    return [(start, end) for start, end in items_of(forest, box) if end - start >= _FEWEST_APART]


def unpacked(argument: int) -> tuple[int, int, bool]:
    """Read the argument of `SHELVES`: the largest width and the most rows of a stack, and whether runs stand apart."""
    rest, apart = divmod(argument // PACKED, 2)
    limit, most = divmod(rest, PACKED)
    return limit, most, bool(apart)


def shelve(rows: Sequence[int], most: int, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Fill stacks up to so many rows, in order; each of `runs` gets as many columns as it needs.

    The answer lists slices (start, end) with the mode and the argument of each.
    """
    return _shelves([0, *accumulate(rows)], most, runs)


def _shelves(sums: Sequence[int], most: int, runs: Sequence[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    """Fill stacks like `shelve`, given the sums of rows up to each place."""
    shelves: list[tuple[int, int, int, int]] = []
    start, last = 0, len(sums) - 1
    for run_start, run_end in (*runs, (last, last)):
        while start < run_start:
            end = bisect_right(sums, sums[start] + most, start + 1, run_start + 1) - 1
            end = max(end, start + 1)
            shelves.append((start, end, STACK, 0))
            start = end
        if run_end > run_start:
            shelves.append((run_start, run_end, COLUMNS, -(-(sums[run_end] - sums[run_start]) // most)))
        start = run_end
    return shelves


def _extent_of(
    shelves: Sequence[tuple[int, int, int, int]],
    most: int,
    tried: Sequence[Tried],
    width: int,
    depths: dict[tuple[int, int], int],
) -> tuple[int, int]:
    """Reckon the width and the height of shelves; `depths` remembers those of the columns of a run."""
    wide, deep = SUBTREE_GAP * (len(shelves) - 1), 0
    sums = tried[-1][1]
    for start, end, mode, argument in shelves:
        if mode == STACK:
            high = sums[end] - sums[start]
            wide += INDENT + _least_width(tried, start, end, max(most, high))
            deep = max(deep, high)
        else:
            wide += argument * (width + INDENT) + (argument - 1) * SIBLING_GAP
            if (start, argument) not in depths:
                heights = [high - low for low, high in pairwise(sums[start : end + 1])]
                depths[start, argument] = Splitter(heights).least(argument)
            deep = max(deep, depths[start, argument])
    return wide, deep


def narrowest(shapes: Sequence[Shape], rows: int) -> Shape:
    """Find the narrowest shape of at most so many rows; the lowest of all where none is low enough."""
    place = bisect_left(shapes, -rows, key=lambda shape: -shape[1])
    return shapes[min(place, len(shapes) - 1)]


def lowest(shapes: Sequence[Shape], width: int) -> Shape:
    """Find the lowest shape of at most so many pixels; the narrowest of all where none is narrow enough."""
    place = bisect_right(shapes, width, key=lambda shape: shape[0])
    return shapes[max(place - 1, 0)]


def stacked_within(options: Sequence[Sequence[Shape]], most: int) -> int:
    """Find how narrow a stack of blocks can be and yet be no higher than `most`; the width goes without its trunk."""
    return narrowest(_stacked(options), most)[3]


def _stacked(options: Sequence[Sequence[Shape]]) -> list[Shape]:
    """Add the rows of several shape lists at equal widths."""
    if len(options) == 1:
        return [(INDENT + wide, rows, STACK, wide) for wide, rows, _, _ in options[0]]
    least = last = max([option[0][0] for option in options])
    total = 0
    steps: list[tuple[int, int]] = []
    for option in options:
        place = 0
        while place + 1 < len(option) and option[place + 1][0] <= least:
            place += 1
        total += option[place][1]
        steps += [(wider[0], wider[1] - lower[1]) for lower, wider in pairwise(option[place:])]
    steps.sort()
    shapes: list[Shape] = [(INDENT + least, total, STACK, least)]
    for wide, change in steps:
        total += change
        if wide == last:
            shapes[-1] = (INDENT + wide, total, STACK, wide)
        else:
            shapes.append((INDENT + wide, total, STACK, wide))
            last = wide
    return shapes


def _hanging_shapes(forest: Forest, box: int, width: int) -> list[Shape]:
    children = forest.children[box]
    shapes: list[Shape] = []
    if not forest.assistants[box]:
        shapes.append((width + INDENT * forest.height[box], forest.weight[box] - forest.tall[box], HANG, 0))
    if forest.height[box] == 1 and len(children) >= _FEWEST_FOR_SIDES:
        shapes.append((2 * width + AISLE, _paired([forest.tall[child] for child in children]), SIDES, 0))
    counts = column_counts(len(children))
    if not counts:
        return shapes
    splitter = Splitter([forest.weight[child] for child in children])
    heights = [forest.height[child] for child in children]
    rows = splitter.sums[-1]
    for count in counts:
        rows = splitter.least(count, rows)
        columns = splitter.parts(rows)
        deep = sum([max(heights[start:end]) for start, end in columns]) if forest.height[box] > 1 else 0
        wide = len(columns) * (width + INDENT) + INDENT * deep
        shapes.append((wide + SIBLING_GAP * (len(columns) - 1), rows + _BUS, COLUMNS, count))
    return shapes


def column_counts(children: int) -> list[int]:
    """Numbers of columns worth a try: each up to sixteen, then in growing steps."""
    counts = list(range(2, min(children - 1, _MOST_SINGLE_STEPS) + 1))
    count = _MOST_SINGLE_STEPS
    while (count := count * 5 // 4) < children:
        counts.append(count)
    return counts


def items_of(forest: Forest, box: int) -> list[tuple[int, int]]:
    """Group the children of a box: slices (start, end); a slice of two or more is a run of leaves."""
    children = forest.children[box]
    items: list[tuple[int, int]] = []
    run = NOBODY
    for place, child in enumerate(children):
        if forest.size[child] == 1 and not forest.assistants[child] and not forest.framed[child]:
            if run == NOBODY:
                run = place
                items.append((place, place + 1))
            else:
                items[-1] = (run, place + 1)
        else:
            run = NOBODY
            items.append((place, place + 1))
    return items


def stay_level(forest: Forest, box: int, items: Sequence[tuple[int, int]]) -> bool:
    """Whether a run of leaves must stand in one row: where it is all there is, and where peers are to be level."""
    return len(items) == 1 or (forest.narrow[box] and len(forest.children[box]) <= _PEERS)


def runs_of(forest: Forest, box: int, items: Sequence[tuple[int, int]], width: int) -> list[list[Shape]]:
    """Give the shapes of each run among the children of a box."""
    level = stay_level(forest, box, items)
    children = forest.children[box]
    sizes = [tuple([forest.tall[child] for child in children[start:end]]) for start, end in items if end - start > 1]
    codes = runs_in(forest.memo.get(box, ""), len(sizes))
    return [kept_run(run_shapes(size, width, level=level), code) for size, code in zip(sizes, codes, strict=True)]


@lru_cache(maxsize=1024)
def run_shapes(heights: tuple[int, ...], width: int, *, level: bool) -> list[Shape]:
    """Give the shapes of a run of leaves: a row, and unless they must stay `level` columns and two sides."""
    count = len(heights)
    row: Shape = (count * width + (count - 1) * SIBLING_GAP, max(heights), ROW, 0)
    if level:
        return [row]
    shapes: list[Shape] = [
        row,
        (width + INDENT, sum(heights), COLUMNS, 1),
        (2 * width + AISLE, _paired(heights), SIDES, 0),
    ]
    splitter = Splitter(heights)
    deepest = splitter.sums[-1]
    for columns in column_counts(count // 2 + 1):
        wide = columns * (width + INDENT) + (columns - 1) * SIBLING_GAP
        deepest = splitter.least(columns, deepest)
        shapes.append((wide, deepest, COLUMNS, columns))
    return _best(shapes)


def _paired(heights: Sequence[int]) -> int:
    """Give the height of cards on both sides of a trunk."""
    return sum(max(heights[at : at + 2]) for at in range(0, len(heights), 2))


def _row_shapes(forest: Forest, found: Sequence[list[Shape]], box: int, width: int) -> list[Shape]:
    """Children side by side, for every number of rows at which one of them changes its width."""
    children = forest.children[box]
    if len(children) == 1:
        return [(wide, high + _BUS, ROW, high) for wide, high, _, _ in found[children[0]]]
    items = items_of(forest, box)
    runs = iter(runs_of(forest, box, items, width))
    options = [found[children[start]] if end - start == 1 else next(runs) for start, end in items]
    gaps = SUBTREE_GAP * (len(items) - 1)
    if len(options) == 1:
        return [(w, high + _BUS, ROW, high) for w, high, _, _ in options[0]]
    return _summed(options, gaps)


def _summed(options: Sequence[list[Shape]], gaps: int) -> list[Shape]:
    """Add the widths of several shape lists at equal numbers of rows."""
    least = last = max([option[-1][1] for option in options])
    total = gaps
    steps: list[tuple[int, int]] = []
    for option in options:
        place = len(option) - 1
        while place and option[place - 1][1] <= least:
            place -= 1
        total += option[place][0]
        steps += [(narrower[1], narrower[0] - wider[0]) for narrower, wider in pairwise(option[: place + 1])]
    steps.sort()
    shapes: list[Shape] = [(total, least + _BUS, ROW, least)]
    for rows, change in steps:
        total += change
        if rows == last:
            shapes[-1] = (total, rows + _BUS, ROW, rows)
        else:
            shapes.append((total, rows + _BUS, ROW, rows))
            last = rows
    return shapes


def _best(candidates: list[Shape], most: int = MOST) -> list[Shape]:
    """Keep what no other shape beats in both width and rows, thinned evenly to `most`."""
    candidates.sort()  # of equal shapes the first mode wins: they are numbered by preference
    unbeaten: list[Shape] = []
    fewest = candidates[0][1] + 1
    for shape in candidates:
        if shape[1] < fewest:
            fewest = shape[1]
            unbeaten.append(shape)
    if len(unbeaten) <= most:
        return unbeaten
    return [unbeaten[place] for place in _evenly(len(unbeaten), most)]


@lru_cache(maxsize=1024)
def _evenly(count: int, most: int) -> list[int]:
    """Choose so many of a list's places, evenly from the first to the last."""
    step = (count - 1) / (most - 1)
    return [round(place * step) for place in range(most)]
