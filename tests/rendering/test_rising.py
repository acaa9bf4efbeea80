"""Cards rise to what stands above them: columns do not pay for each other, and what belongs together stays level."""

from __future__ import annotations

import pytest

from orgchart.graph import OrgGraph
from orgchart.model import Coordination, Org
from orgchart.rendering import render
from orgchart.rendering.layouts.skyline import Edge, Skyline, below_card, below_frame, below_track, start_at
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.scene import Box, Enclosure, Figure
from tests.rendering import metrics
from tests.rendering.companies import company
from tests.rendering.test_compose import role
from tests.rendering.test_layout import check

ONE_LINE, TWO_LINES, GAP = 44, 60, 14


def departments(sizes: tuple[int, ...], high: tuple[int, ...]) -> Figure:
    """A top with departments of so many leaves; all cards of a department are so high."""
    superior, heights = [-1], [ONE_LINE]
    leads = []
    for size, height in zip(sizes, high, strict=True):
        leads.append(len(superior))
        superior += [0, *[len(superior)] * size]
        heights += [ONE_LINE, *[height] * size]
    boxes = tuple(
        Box(f"r{number}", ("客户经理",) * (1 + (height == TWO_LINES)), height) for number, height in enumerate(heights)
    )
    frames = tuple(Enclosure((f"部门{lead}",), f"部门{lead}", 0, lead) for lead in leads)
    return Figure(boxes, tuple(superior), 140, enclosures=frames)


def test_a_skyline_is_as_low_as_what_was_put_there_last() -> None:
    line = Skyline(start_at(10))
    assert line.over(-500, 500) == start_at(10)
    line.put(0, 100, below_card(60))
    line.put(150, 200, below_card(80, depth=18))
    assert line.over(20, 30) == below_card(60)
    assert line.over(100, 150) == start_at(10)
    assert line.over(50, 160).card == max(below_card(60).card, below_card(80, depth=18).card)
    line.put(40, 170, below_track(120))
    assert [line.over(x, x + 1) for x in (10, 60, 160, 180)] == [
        below_card(60),
        below_track(120),
        below_track(120),
        below_card(80, depth=18),
    ]
    assert line.end() == below_track(120).end
    assert line.starts == sorted(set(line.starts))


@pytest.mark.parametrize("edge", [below_card(60), below_card(60, depth=18), below_frame(60), below_track(60)])
def test_what_was_put_down_pushes_everything_further(edge: Edge) -> None:
    assert min(edge) >= 60


def test_a_column_does_not_pay_for_the_titles_of_another() -> None:
    figure = departments((30, 30, 30, 30), (ONE_LINE, TWO_LINES, ONE_LINE, TWO_LINES))
    picture = metrics.of_scene(tidy(figure, ratio=1.0))
    steps = {
        lead: [
            picture.boxes[f"r{box + 1}"].y - picture.boxes[f"r{box}"].y
            for box in range(lead + 1, lead + 30)
            if picture.boxes[f"r{box + 1}"].y > picture.boxes[f"r{box}"].y
        ]
        for lead in (1, 32)
    }
    assert set(steps[1]) == {ONE_LINE + GAP}
    assert set(steps[32]) == {TWO_LINES + GAP}
    check(figure, picture)


def test_heads_of_departments_and_cards_under_one_bus_stay_level() -> None:
    figure = departments((30, 12, 7, 30), (ONE_LINE, TWO_LINES, ONE_LINE, TWO_LINES))
    picture = metrics.of_scene(tidy(figure, ratio=1.6))
    heads = [box for box, above in enumerate(figure.superior) if above == 0]
    assert len({picture.boxes[f"r{head}"].y for head in heads}) == 1


def test_rows_of_a_small_picture_stay_level() -> None:
    figure = departments((3, 3, 3), (ONE_LINE, TWO_LINES, ONE_LINE))
    picture = metrics.of_scene(tidy(figure, ratio=1.6))
    assert len({rect.y for rect in picture.boxes.values()}) == 1 + 1 + 3


@pytest.mark.parametrize(("seed", "least"), [(1, 0.38), (2, 0.47), (3, 0.44)])
def test_text_of_three_hundred_roles_is_large(seed: int, least: float) -> None:
    """On a page of 1600 × 1000 it was 0.37, 0.43 and 0.39 as long as rows were as high across the whole picture."""
    assert metrics.scale(metrics.of_scene(tidy(company(300, seed), ratio=1.6))) >= least


def test_partners_of_roles_without_lines_have_a_place() -> None:
    roles = (role("a", coordinates_with=(Coordination(party="客户", about="回访"),)), role("b"))
    text = render(OrgGraph(Org(id="x", name="某", roles=roles)))
    assert metrics.overlaps(metrics.of_svg(text)) == []
    assert len(metrics.of_svg(text).boxes) == 3
