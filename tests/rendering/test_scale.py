"""Large organizations: no recursion, no quadratic time or memory."""

from __future__ import annotations

from time import process_time

import pytest

from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.scene import Box, Figure
from orgchart.rendering.writers.svg import write_svg
from tests.rendering import metrics
from tests.rendering.figures import random_figure
from tests.rendering.test_layout import check

GENEROUS = 6
"""Test machines are slow and shared: the goals are measured by the benchmark, here an order of magnitude is guarded."""


def plain(superior: list[int]) -> Figure:
    box = Box("r", ("客户经理",), 44)
    return Figure((box,) * len(superior), tuple(superior), 140)


@pytest.mark.parametrize(
    ("name", "superior", "seconds"),
    [
        ("chain", range(-1, 99_999), 3),
        ("star", [-1, *[0] * 49_999], 2),
        ("caterpillar", [-1, *[box - 1 - box % 2 for box in range(1, 50_000)]], 4),
        ("two levels", [-1, *[(box - 1) // 200 for box in range(1, 40_000)]], 2),
    ],
)
def test_extreme_trees_take_seconds(name: str, superior: list[int], seconds: float) -> None:
    start = process_time()
    text = write_svg(tidy(plain(list(superior)), ratio=1.6))
    assert process_time() - start < seconds * GENEROUS
    assert text.count('<g class="card"') == len(superior)


def test_ten_thousand_roles_take_a_second() -> None:
    figure = random_figure("window", 10_000, 1, cross=0.005)
    start = process_time()
    write_svg(tidy(figure, ratio=1.6))
    assert process_time() - start < GENEROUS


def test_nothing_collides_among_two_thousand() -> None:
    figure = random_figure("window", 2000, 2, cross=0.2)
    check(figure, metrics.of_scene(tidy(figure, ratio=1.6)))


def test_relations_without_end_stay_apart() -> None:
    figure = random_figure("flat", 12, 4, cross=40.0)
    check(figure, metrics.of_scene(tidy(figure, ratio=1.6)))
