"""Shapes of subtrees: stacks beside each other, and what becomes of long runs of leaves among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.rendering.layouts.arranging import Arrangement
from orgchart.rendering.layouts.choosing import choose
from orgchart.rendering.layouts.forest import grow
from orgchart.rendering.layouts.placing import place
from orgchart.rendering.layouts.shapes import (
    COLUMNS,
    HANG,
    ROW,
    SHELVES,
    SIDES,
    STACK,
    shapes_of,
    shelve,
    stacked_within,
    unpacked,
)
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.scene import Box, Enclosure, Figure
from orgchart.rendering.theme import MARGIN
from tests.rendering import metrics
from tests.rendering.companies import company
from tests.rendering.test_layout import check

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_stacks_are_filled_in_order_up_to_their_rows() -> None:
    assert shelve([3, 3, 3, 5], 6, []) == [(0, 2, STACK, 0), (2, 3, STACK, 0), (3, 4, STACK, 0)]


def test_a_stack_is_as_narrow_as_its_height_allows() -> None:
    blocks = [[(162, 300, HANG, 0), (304, 150, SIDES, 0)], [(162, 200, HANG, 0), (456, 100, ROW, 58)]]
    assert stacked_within(blocks, 500) == 162
    assert stacked_within(blocks, 499) == 304
    assert stacked_within(blocks, 250) == 456


def test_stacks_beside_each_other_are_no_wider_than_reckoned_and_each_as_narrow_as_it_can_be() -> None:
    figure = company(300, 1)
    forest = grow(figure)
    shapes = shapes_of(forest, 140)
    uneven = 0
    for reckoned, room, _, _ in shapes[0]:
        choice = choose(forest, shapes, 140, {0: room})
        placed = place(forest, shapes, 140, Arrangement({0: room}, ()))
        assert placed.right - MARGIN <= reckoned
        for box in (box for box in choice.blocks if choice.mode[box][0] == SHELVES):
            children = forest.children[box]
            stacks = [children[start:end] for start, end, mode, _ in choice.items[box] if mode == STACK]
            uneven += len({max(_width(placed.x, forest.subtree(child)) for child in stack) for stack in stacks}) > 1
    assert uneven > 20


def _width(x: list[int], boxes: Sequence[int]) -> int:
    return max(x[box] for box in boxes) - min(x[box] for box in boxes)


def test_a_single_report_with_a_frame_stands_below_its_superior_and_not_beside_a_trunk() -> None:
    superior = (-1, 0, 0, 2, 3, 3, 3)
    boxes = tuple(Box(f"r{number}", ("客户经理",), 44) for number in range(len(superior)))
    figure = Figure(boxes, superior, 140, enclosures=(Enclosure(("质检科",), "质检科", 0, 3),))
    assert {shape[2] for shape in shapes_of(grow(figure), 140)[2]} == {ROW}


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
