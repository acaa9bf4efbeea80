"""Pictures from left to right: the same promises, with rows as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.errors import SettingError
from orgchart.rendering.layouts import layout_named
from orgchart.rendering.layouts.sideways import sideways
from tests.rendering import metrics
from tests.rendering.figures import FAMILIES, random_figure
from tests.rendering.test_layout import check_svg_says_the_same, members_of, reports_of

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure


def check(figure: Figure, picture: metrics.Picture) -> None:
    assert metrics.overlaps(picture) == []
    assert metrics.least_gap(picture) >= 12
    assert metrics.entered_boxes(picture) == []
    assert metrics.meetings(picture) == []
    assert metrics.unreached(picture, reports_of(figure, assistants=True)) == []
    assert metrics.disorder(picture, reports_of(figure, assistants=False)) == []
    assert metrics.outside(picture) == []
    assert metrics.wrongly_framed(picture, members_of(figure)) == []
    assert metrics.crossed_frames(picture) == []
    assert metrics.mark_collisions(picture) == []
    assert len(picture.marks) == sum(len({link.source, link.target}) for link in figure.links)
    assert len(picture.boxes) == len(figure.boxes)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [1, 2, 7, 40, 150])
def test_nothing_collides_from_left_to_right(family: str, size: int) -> None:
    for seed, cross in enumerate((0.0, 0.1, 0.3)):
        figure = random_figure(family, size, seed, cross=cross)
        scene = sideways(figure, ratio=1.6)
        check(figure, metrics.of_scene(scene))
        check_svg_says_the_same(scene)


def test_reports_stand_to_the_right_and_cards_stay_upright() -> None:
    figure = random_figure("binary", 63, 1)
    picture = metrics.of_scene(sideways(figure, ratio=1.6))
    for superior, keys in reports_of(figure, assistants=False).items():
        assert all(picture.boxes[key].x >= picture.boxes[superior].right for key in keys)
    assert {rect.right - rect.x for rect in picture.boxes.values()} == {figure.card_width}


def test_a_chain_runs_along_one_line() -> None:
    picture = metrics.of_scene(sideways(random_figure("chain", 5, 1, cross=0, frames=0), ratio=1.6))
    assert len({rect.y for key, rect in picture.boxes.items() if key in {f"r{number}" for number in range(5)}}) == 1


def test_twenty_thousand_roles_lie_down_too() -> None:
    figure = random_figure("window", 20_000, 1, cross=0.0)
    assert len(sideways(figure, ratio=1.6).cards) == len(figure.boxes)


@pytest.mark.parametrize(("engine", "direction"), [("native", "up"), ("graphviz", "right")])
def test_other_directions_are_refused(engine: str, direction: str) -> None:
    with pytest.raises(SettingError):
        layout_named(engine, direction)
