"""The same figures placed by `dot`."""

from __future__ import annotations

import shutil

import pytest

from orgchart.errors import EngineError
from orgchart.rendering.layouts import layout_named
from orgchart.rendering.layouts.graphviz import by_dot
from orgchart.rendering.scene import Figure
from orgchart.rendering.writers.svg import write_svg
from tests.rendering import metrics
from tests.rendering.figures import FAMILIES, random_figure
from tests.rendering.test_layout import reports_of

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="the program dot is not installed")


@needs_dot
@pytest.mark.parametrize("family", FAMILIES)
def test_dot_keeps_the_promises_of_the_file(family: str) -> None:
    figure = random_figure(family, 40, 1, cross=0.2)
    scene = by_dot(figure, ratio=1.6)
    picture = metrics.of_svg(write_svg(scene))
    assert picture.boxes == metrics.of_scene(scene).boxes
    assert metrics.overlaps(picture) == []
    assert metrics.unreached(picture, reports_of(figure, assistants=True)) == []
    assert metrics.outside(picture) == []
    assert len(picture.boxes) == len(figure.boxes)
    assert len(picture.marks) == sum(len({link.source, link.target}) for link in figure.links)


@needs_dot
def test_dot_is_not_asked_where_there_is_no_tree() -> None:
    figure = random_figure("chain", 1, 0)
    assert by_dot(Figure(figure.boxes[:1], (-1,), 140), ratio=1.6).cards


def test_a_missing_program_is_named_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match="dot") as caught:
        by_dot(random_figure("flat", 5, 0), ratio=1.6)
    assert "--engine native" in caught.value.hint


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(ValueError, match="circo"):
        layout_named("circo")
