"""What must hold for every layout of every organization, checked on seeded random families."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.measure import text_width
from orgchart.rendering.scene import NOBODY
from orgchart.rendering.theme import LEGEND_SIZE, TITLE_SIZE
from orgchart.rendering.writers.svg import write_svg
from tests.rendering import metrics
from tests.rendering.companies import company
from tests.rendering.figures import FAMILIES, random_figure

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure, Scene

SIZES = (1, 2, 3, 7, 20, 60, 150)
CROSS = (0.0, 0.1, 0.3)


def reports_of(figure: Figure, *, assistants: bool) -> dict[str, list[str]]:
    reports: dict[str, list[str]] = defaultdict(list)
    for box, above in enumerate(figure.superior):
        if above != NOBODY and (assistants or box not in figure.assistants):
            reports[figure.boxes[above].key].append(figure.boxes[box].key)
    return reports


def members_of(figure: Figure) -> list[tuple[str, frozenset[str]]]:
    below: dict[int, list[int]] = defaultdict(list)
    for box, above in enumerate(figure.superior):
        below[above].append(box)
    found: list[tuple[str, frozenset[str]]] = []
    for enclosure in figure.enclosures:
        waiting, keys = [enclosure.top], set()
        while waiting:
            box = waiting.pop()
            keys.add(figure.boxes[box].key)
            waiting += below.get(box, [])
        found.append((enclosure.units[0], frozenset(keys)))
    groups = [group for group in figure.apart if group.units]
    return found + [(group.units[0], frozenset(figure.boxes[box].key for box in group.boxes)) for group in groups]


def check(figure: Figure, picture: metrics.Picture) -> None:
    own, everybody = reports_of(figure, assistants=False), reports_of(figure, assistants=True)
    assert metrics.overlaps(picture) == []
    assert metrics.least_gap(picture) >= 12
    assert metrics.entered_boxes(picture) == []
    assert metrics.meetings(picture) == []
    assert metrics.unreached(picture, everybody) == []
    assert metrics.disorder(picture, own) == []
    assert metrics.off_centre(picture, own) == []
    assert metrics.outside(picture) == []
    assert metrics.wrongly_framed(picture, members_of(figure)) == []
    assert metrics.crossed_frames(picture) == []
    assert metrics.mark_collisions(picture) == []
    assert metrics.far_marks(picture, 1000) == []
    ends = [(end, link.number) for link in figure.links for end in {link.source, link.target}]
    assert len(picture.marks) == len(ends)
    for box in figure.boxes:
        assert ("party:" if box.kind != "role" else "") + box.key in picture.boxes


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_collides(family: str, size: int) -> None:
    for seed, cross in enumerate(CROSS):
        figure = random_figure(family, size, seed, cross=cross)
        scene = tidy(figure, ratio=1.6)
        check(figure, metrics.of_scene(scene))
        check_svg_says_the_same(scene)


@pytest.mark.parametrize("words", ["公司", "一家名字很长很长的有限责任公司" * 9])
def test_nothing_stands_on_the_title(words: str) -> None:
    figure = random_figure("preferential", 150, 1)._replace(title=words, subtitle=f"{words} › {words}", routed=True)
    scene = tidy(figure, ratio=1.6)
    title, crumbs = scene.texts[:2]
    reach = max(title.x + text_width(title.words, TITLE_SIZE), crumbs.x + text_width(crumbs.words, LEGEND_SIZE))
    taken = metrics.Rect(0, 0, reach, crumbs.y + 3)
    picture = metrics.of_scene(scene)
    assert not [key for key, rect in picture.boxes.items() if rect.overlaps(taken)]
    assert not [route.name for route in picture.routes for part in route.segments if part.enters(taken)]
    highest = min(rect.y for rect in picture.boxes.values())
    assert (highest < taken.bottom) == (len(words) < 10), "a tree that begins beside a short title rises"


def check_svg_says_the_same(scene: Scene) -> None:
    own, read = metrics.of_scene(scene), metrics.of_svg(write_svg(scene))
    assert (own.width, own.height) == (read.width, read.height)
    assert own.boxes == read.boxes
    assert own.lines == read.lines
    assert own.frames == read.frames
    assert own.marks == read.marks
    assert own.routes == read.routes
    assert own.labels == read.labels


def test_the_name_of_a_frame_that_hangs_begins_at_its_left_edge() -> None:
    """Only a line from above is in the way of a name; what hangs is reached from its side."""
    figure = company(300, 1)
    scene = tidy(figure, ratio=1.6)
    tops = {item.units[0]: figure.boxes[item.top].key for item in figure.enclosures}
    above = {
        key: {
            x for paths in (line.paths for line in scene.lines) for path in paths for x, y in pairs(path) if y == card.y
        }
        for key, card in ((card.box.key, card) for card in scene.cards)
    }
    cards = {card.box.key: card for card in scene.cards}
    labels = {(text.x, text.y) for text in scene.texts if text.style == "label"}
    hanging = 0
    for frame in scene.frames:
        card = cards[tops[frame.unit]]
        if card.x + card.width // 2 not in above[card.box.key]:
            hanging += 1
            assert (frame.x + 8, frame.y + 13) in labels
    assert hanging > 10


def pairs(path: tuple[int, ...]) -> list[tuple[int, int]]:
    return list(zip(path[::2], path[1::2], strict=True))
