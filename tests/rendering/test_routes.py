"""Cross lines on seeded random families: they enter no card, run on no other line, and can be followed by number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from orgchart.rendering.layouts.tidy import tidy
from tests.rendering import metrics
from tests.rendering.figures import FAMILIES, random_figure
from tests.rendering.test_layout import check, check_svg_says_the_same

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure

SIZES = (3, 8, 16, 30, 60)
CROSS = (0.0, 0.1, 0.3)
SEEDS = (1, 2, 3)


def routed(family: str, size: int, seed: int, cross: float, longest: float = 0.0) -> Figure:
    return replace(random_figure(family, size, seed, cross=cross), routed=True, longest=longest)


def check_routes(figure: Figure, picture: metrics.Picture) -> None:
    assert metrics.boxes_crossed(picture) == []
    assert metrics.slanting(picture) == []
    assert metrics.collinear(picture) == []
    assert metrics.loose_ends(picture) == []
    assert metrics.words_crossed(picture) == []
    assert len(picture.routes) <= sum(link.source != link.target for link in figure.links)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", SIZES)
def test_lines_keep_off_everything(family: str, size: int) -> None:
    for seed in SEEDS:
        for cross in CROSS:
            figure = routed(family, size, seed, cross)
            scene = tidy(figure, ratio=1.6)
            picture = metrics.of_scene(scene)
            check(figure, picture)
            check_routes(figure, picture)
            check_svg_says_the_same(scene)
