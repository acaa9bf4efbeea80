"""Shapes of subtrees: stacks beside each other, and what becomes of long runs of leaves among them."""

from __future__ import annotations

from orgchart.rendering.layouts.choosing import choose
from orgchart.rendering.layouts.forest import grow
from orgchart.rendering.layouts.shapes import COLUMNS, SHELVES, STACK, shapes_of, shelve, unpacked
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.scene import Box, Figure
from tests.rendering import metrics
from tests.rendering.test_layout import check


def test_stacks_are_filled_in_order_up_to_their_rows() -> None:
    assert shelve([3, 3, 3, 5], 6, []) == [(0, 2, STACK, 0), (2, 3, STACK, 0), (3, 4, STACK, 0)]


def test_a_run_of_leaves_gets_the_columns_it_needs() -> None:
    rows = [4, *[1] * 9, 4]
    assert shelve(rows, 5, [(1, 10)]) == [(0, 1, STACK, 0), (1, 10, COLUMNS, 2), (10, 11, STACK, 0)]
    assert shelve(rows, 9, [(1, 10)]) == [(0, 1, STACK, 0), (1, 10, COLUMNS, 1), (10, 11, STACK, 0)]
    assert shelve([1, 1, 1], 2, [(0, 3)]) == [(0, 3, COLUMNS, 2)]


def large_teams_and_a_run() -> Figure:
    """A department of wide teams with thirty leaves between them; an assistant keeps everything from hanging."""
    superior = [-1, 0]
    for team in range(8):
        if team == 4:
            superior += [1] * 30
        superior.append(1)
        lead = len(superior) - 1
        superior.append(lead)
        superior += [lead] * 12
    helper = 2 + 1
    boxes = tuple(Box(f"r{number}", ("客户经理",), 44) for number in range(len(superior)))
    return Figure(boxes, tuple(superior), 140, assistants=frozenset([helper]))


def test_a_long_run_stands_apart_from_wide_blocks() -> None:
    figure = large_teams_and_a_run()
    forest = grow(figure)
    shapes = shapes_of(forest, 140)
    apart = [shape for shape in shapes[1] if shape[2] == SHELVES and unpacked(shape[3])[2]]
    assert apart
    room = next(shape[1] for shape in reversed(shapes[0]) if shape[3] >= apart[0][1])
    choice = choose(forest, shapes, 140, {0: room})
    assert choice.mode[1][0] == SHELVES
    assert [run[2] for run in choice.items[1]].count(COLUMNS) == 1


def test_shelves_with_a_run_collide_with_nothing() -> None:
    figure = large_teams_and_a_run()
    for ratio in (0.4, 0.8, 1.2, 1.6, 3.0):
        check(figure, metrics.of_scene(tidy(figure, ratio=ratio)))
