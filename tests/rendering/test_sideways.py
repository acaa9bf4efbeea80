"""Pictures from left to right: the same promises, with rows as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.errors import SettingError
from orgchart.rendering.layouts import layout_named
from orgchart.rendering.layouts.sideways import sideways
from orgchart.rendering.scene import End, Link
from tests.rendering import metrics
from tests.rendering.figures import FAMILIES, random_figure
from tests.rendering.test_layout import check_svg_says_the_same, members_of, reports_of
from tests.rendering.test_routes import CROSS, SEEDS, check_routes, routed

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
    turned = metrics.turned(picture)
    assert metrics.mark_collisions(turned) == []
    assert metrics.far_marks(turned, 1000, overhang=4) == []
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


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [3, 8, 16, 30, 60])
def test_lines_keep_off_everything_from_left_to_right(family: str, size: int) -> None:
    for seed in SEEDS:
        for cross in CROSS:
            figure = routed(family, size, seed, cross)
            scene = sideways(figure, ratio=1.6)
            picture = metrics.of_scene(scene)
            check(figure, picture)
            check_routes(figure, picture)
            check_svg_says_the_same(scene)


def test_most_relations_find_a_line_from_left_to_right() -> None:
    figure = routed("window", 80, 4, cross=0.3)
    assert len(sideways(figure, ratio=1.6).routes) >= 20


def test_lines_from_left_to_right_keep_off_everything_among_a_thousand() -> None:
    figure = routed("preferential", 1000, 2, cross=0.06)
    picture = metrics.of_scene(sideways(figure, ratio=1.6))
    check(figure, picture)
    check_routes(figure, picture)


def test_a_card_with_many_lines_makes_the_cards_of_a_small_picture_higher() -> None:
    figure = routed("window", 12, 1, cross=0.0)
    others = [box for box in range(1, 12) if box != 5]
    ends = [Link(number, "coordination", End(5), End(box), "甲 ⇄ 乙") for number, box in enumerate(others[:7], 1)]
    few, many = (sideways(figure._replace(links=tuple(ends[:count])), ratio=1.6) for count in (3, 7))
    assert max(card.height for card in few.cards) < max(card.height for card in many.cards) == 74
    assert len(many.routes) > 4
    check(figure._replace(links=tuple(ends)), metrics.of_scene(many))


def test_bridges_stand_where_lines_cross_from_left_to_right() -> None:
    scene = sideways(routed("window", 60, 1, cross=0.3), ratio=1.6)
    bridges = {(x, y) for route in scene.routes for x, y, _ in route.bridges}
    assert bridges == metrics.crossing_points(metrics.of_scene(scene))


def test_a_line_that_is_too_long_becomes_a_pair_of_tags_from_left_to_right() -> None:
    short, long = (sideways(routed("window", 60, 1, 0.3, longest=part), ratio=1.6) for part in (0.3, 0.0))
    assert len(short.routes) < len(long.routes)
    assert {mark.number for mark in short.marks if not mark.tag} == {route.number for route in short.routes}


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
