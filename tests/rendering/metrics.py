"""Quality of a picture in numbers: from the Scene, and again from the SVG text alone.

Both are read into one `Picture`: boxes, lines, frames and marks with plain coordinates. All measures are exact; a grid
of cells keeps them quick.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from orgchart.rendering.measure import text_width
from orgchart.rendering.theme import LABEL_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from orgchart.rendering.scene import Scene

CELL = 200
LABEL_RISE, LABEL_DROP = 9, 1
SVG = "{http://www.w3.org/2000/svg}"


class Rect(NamedTuple):
    x: int
    y: int
    right: int
    bottom: int

    def overlaps(self, other: Rect, by: float = 0) -> bool:
        return (
            min(self.right, other.right) - max(self.x, other.x) > by
            and min(self.bottom, other.bottom) - max(self.y, other.y) > by
        )

    def holds(self, other: Rect) -> bool:
        return self.x <= other.x and other.right <= self.right and self.y <= other.y and other.bottom <= self.bottom

    def grown(self, by: int) -> Rect:
        return Rect(self.x - by, self.y - by, self.right + by, self.bottom + by)


class Segment(NamedTuple):
    x1: int
    y1: int
    x2: int
    y2: int

    @property
    def rect(self) -> Rect:
        return Rect(min(self.x1, self.x2), min(self.y1, self.y2), max(self.x1, self.x2), max(self.y1, self.y2))

    def enters(self, rect: Rect) -> bool:
        """Whether an upright or level segment runs through the inside of a rectangle."""
        own = self.rect
        return own.x < rect.right and own.right > rect.x and own.y < rect.bottom and own.bottom > rect.y


class Route(NamedTuple):
    """A cross line: its kind, its two ends, and its corners (rounding taken away)."""

    kind: str
    source: str
    target: str
    corners: tuple[tuple[int, int], ...]

    @property
    def segments(self) -> list[Segment]:
        return [Segment(*start, *end) for start, end in pairwise(self.corners)]

    @property
    def name(self) -> str:
        return f"{self.kind} {self.source} {self.target}"


@dataclass
class Picture:
    width: int
    height: int
    boxes: dict[str, Rect] = field(default_factory=dict)
    lines: dict[str, list[Segment]] = field(default_factory=dict)
    frames: list[tuple[str, Rect]] = field(default_factory=list)
    marks: list[tuple[str, int, Rect]] = field(default_factory=list)
    routes: list[Route] = field(default_factory=list)
    labels: list[tuple[str, Rect]] = field(default_factory=list)


def of_scene(scene: Scene) -> Picture:
    """Read a placed scene. Parties' keys get the prefix `party:`."""
    picture = Picture(scene.width, scene.height)
    for card in scene.cards:
        key = card.box.key if card.box.kind == "role" else f"party:{card.box.key}"
        picture.boxes[key] = Rect(card.x, card.y, card.x + card.width, card.y + card.height)
    for line in scene.lines:
        corners = [list(zip(path[::2], path[1::2], strict=True)) for path in line.paths]
        picture.lines[line.source] = [Segment(*start, *end) for path in corners for start, end in pairwise(path)]
    for frame in scene.frames:
        picture.frames.append((frame.unit, Rect(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height)))
    for mark in scene.marks:
        key = f"party:{mark.key}" if mark.party else mark.key
        picture.marks.append((key, mark.number, Rect(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)))
    for route in scene.routes:
        route_corners = tuple(zip(route.points[::2], route.points[1::2], strict=True))
        picture.routes.append(Route(route.kind, route.source, route.target, route_corners))
    picture.labels = [_label(text.words, text.x, text.y) for text in scene.texts if text.style == "label"]
    return picture


def turned(picture: Picture) -> Picture:
    """Swap the axes, so that what is said of rows is said of columns."""

    def rect(item: Rect) -> Rect:
        return Rect(item.y, item.x, item.bottom, item.right)

    return Picture(
        picture.height,
        picture.width,
        {key: rect(item) for key, item in picture.boxes.items()},
        {key: [Segment(y1, x1, y2, x2) for x1, y1, x2, y2 in parts] for key, parts in picture.lines.items()},
        [(unit, rect(item)) for unit, item in picture.frames],
        [(key, number, rect(item)) for key, number, item in picture.marks],
        [item._replace(corners=tuple((y, x) for x, y in item.corners)) for item in picture.routes],
        [(words, rect(item)) for words, item in picture.labels],
    )


def _label(words: str, x: int, y: int) -> tuple[str, Rect]:
    return words, Rect(x, y - LABEL_RISE, x + text_width(words, LABEL_SIZE), y + LABEL_DROP)


def of_svg(text: str) -> Picture:
    """Read an SVG by what the contract promises, and nothing else."""
    root = ET.fromstring(text)  # noqa: S314 - our own file
    picture = Picture(int(root.get("width", "")), int(root.get("height", "")))
    for group in root.iter(f"{SVG}g"):
        kinds = (group.get("class") or "").split()
        key = group.get("data-role") or f"party:{group.get('data-party')}"
        if "card" in kinds:
            picture.boxes[key] = _rect(group.find(f"{SVG}rect"))
        elif "mark" in kinds:
            picture.marks.append((key, int(group.get("data-number", "")), _rect(group.find(f"{SVG}rect"))))
    for path in root.iter(f"{SVG}path"):
        kind = path.get("data-line")
        if kind == "reporting":
            picture.lines[path.get("data-superior", "")] = list(_segments(path.get("d", "")))
        elif kind is not None:
            source, target = path.get("data-from", ""), path.get("data-to", "")
            picture.routes.append(Route(kind, source, target, tuple(_corners(path.get("d", "")))))
    picture.labels = [_label(*item) for item in _labels(root)]
    for rect in root.iter(f"{SVG}rect"):
        if rect.get("data-unit") is not None:
            picture.frames.append((rect.get("data-unit", ""), _rect(rect)))
    return picture


def _rect(element: ET.Element | None) -> Rect:
    assert element is not None
    x, y, width, height = (int(element.get(name, "")) for name in ("x", "y", "width", "height"))
    return Rect(x, y, x + width, y + height)


def _segments(path: str) -> Iterator[Segment]:
    for part in path.split("M")[1:]:
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        corners = list(zip(numbers[::2], numbers[1::2], strict=True))
        for (x1, y1), (x2, y2) in pairwise(corners):
            yield Segment(x1, y1, x2, y2)


def _corners(path: str) -> Iterator[tuple[int, int]]:
    """Read a path of lines and rounded corners: where a curve stands, its control point is the corner."""
    parts = [
        (letter, [int(number) for number in words.split()]) for letter, words in re.findall(r"(\w)([^A-Z]*)", path)
    ]
    for letter, numbers in parts:
        if letter in "MQ":
            yield numbers[0], numbers[1]
    yield parts[-1][1][0], parts[-1][1][1]


def _labels(root: ET.Element) -> Iterator[tuple[str, int, int]]:
    for text in root.iter(f"{SVG}text"):
        if text.get("class") == "label":
            words = [text.text or "", *(child.tail or "" for child in text)]
            yield "".join(words), int(text.get("x", "")), int(text.get("y", ""))


class Cells:
    """Rectangles by the cells of a coarse grid they touch."""

    def __init__(self, items: Iterable[tuple[str, Rect]]) -> None:
        self.items = list(items)
        self.cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for place, (_, rect) in enumerate(self.items):
            for cell in _cells(rect):
                self.cells[cell].append(place)

    def near(self, rect: Rect) -> Iterator[tuple[str, Rect]]:
        found = {place for cell in _cells(rect) for place in self.cells.get(cell, ())}
        return (self.items[place] for place in sorted(found))


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(rect.x // CELL, rect.right // CELL + 1):
        for row in range(rect.y // CELL, rect.bottom // CELL + 1):
            yield column, row


# Measures


def scale(picture: Picture, page: tuple[int, int] = (1600, 1000)) -> float:
    """Size of the text when the picture is fitted on a page."""
    return min(page[0] / picture.width, page[1] / picture.height)


def area(picture: Picture) -> int:
    """Pixels of the whole picture."""
    return picture.width * picture.height


def area_a_card(picture: Picture) -> float:
    """Pixels of the picture for each card."""
    return area(picture) / max(len(picture.boxes), 1)


def ink(picture: Picture) -> float:
    """The part of the picture that cards cover."""
    covered = sum((rect.right - rect.x) * (rect.bottom - rect.y) for rect in picture.boxes.values())
    return covered / area(picture)


def aspect(picture: Picture) -> float:
    """Width to height."""
    return picture.width / picture.height


def _owned(picture: Picture) -> list[tuple[str, Segment]]:
    """All pieces of lines with whose they are: a superior's, or a relation's."""
    found = [(f"reporting {key}", segment) for key, segments in picture.lines.items() for segment in segments]
    for place, route in enumerate(picture.routes):
        found += [(f"{place} {route.name}", segment) for segment in route.segments]
    return found


def crossing_points(picture: Picture) -> set[tuple[int, int]]:
    """Distinct points where two lines cross. The reporting lines of one superior are one line."""
    upright, level = _upright_and_level(picture)
    heights = sorted(level)
    found: set[tuple[int, int]] = set()
    for owner, segment in upright:
        x, low, high = segment.x1, segment.rect.y, segment.rect.bottom
        for y in heights[bisect_right(heights, low) : bisect_left(heights, high)]:
            found.update((x, y) for other, left, right in level[y] if left < x < right and other != owner)
    return found


def _upright_and_level(
    picture: Picture,
) -> tuple[list[tuple[str, Segment]], dict[int, list[tuple[str, int, int]]]]:
    level: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
    upright: list[tuple[str, Segment]] = []
    for owner, segment in _owned(picture):
        if segment.y1 == segment.y2:
            level[segment.y1].append((owner, segment.rect.x, segment.rect.right))
        else:
            upright.append((owner, segment))
    return upright, level


def collinear(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of lines that run on each other for more than a pixel, where no eye can keep them apart."""
    groups: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    for owner, segment in _owned(picture):
        rect = segment.rect
        if rect.x == rect.right:
            groups["x", rect.x].append((rect.y, rect.bottom, owner))
        else:
            groups["y", rect.y].append((rect.x, rect.right, owner))
    found: list[tuple[str, str]] = []
    for pieces in groups.values():
        ordered = sorted(pieces)
        for place, (_, end, owner) in enumerate(ordered):
            for start, other_end, other in ordered[place + 1 :]:
                if start >= end - 1:
                    break
                if other != owner and min(end, other_end) - start > 1:
                    found.append((owner, other))
    return found


def cross_length(picture: Picture) -> int:
    """Length of all cross lines together."""
    return sum(abs(x1 - x2) + abs(y1 - y2) for route in picture.routes for x1, y1, x2, y2 in route.segments)


def bends(picture: Picture) -> list[int]:
    """Bends of each cross line."""
    return [len(route.corners) - 2 for route in picture.routes]


def slanting(picture: Picture) -> list[str]:
    """Cross lines with a piece that is neither upright nor level, or no piece at all."""
    return [
        route.name for route in picture.routes if any((x1 == x2) == (y1 == y2) for x1, y1, x2, y2 in route.segments)
    ]


def boxes_crossed(picture: Picture) -> list[tuple[str, str]]:
    """Pairs (relation, card): a cross line runs through a card, shrunk by a pixel; its own two cards count too."""
    cells = Cells(picture.boxes.items())
    return [
        (route.name, key)
        for route in picture.routes
        for segment in route.segments
        for key, rect in cells.near(segment.rect)
        if _touch(segment.rect, rect.grown(-1))
    ]


def loose_ends(picture: Picture) -> list[str]:
    """Cross lines that do not begin and end on the edge of their cards, or at a mark of their frame."""
    marks: dict[str, list[Rect]] = defaultdict(list)
    for key, _, rect in picture.marks:
        marks[key].append(rect)
    return [
        f"{route.name} at {key}"
        for route in picture.routes
        for key, point in ((route.source, route.corners[0]), (route.target, route.corners[-1]))
        if not any(_on_edge(rect, point) for rect in ([picture.boxes[key]] if key in picture.boxes else marks[key]))
    ]


def words_crossed(picture: Picture) -> list[str]:
    """Names of frames that a line runs through, or a mark stands on."""
    cells = Cells(picture.labels)
    found = [
        f"{owner} through {words}"
        for owner, segment in _owned(picture)
        for words, rect in cells.near(segment.rect)
        if _touch(segment.rect, rect)
    ]
    found += [
        f"mark {number} on {words}"
        for _, number, mark in picture.marks
        for words, rect in cells.near(mark)
        if mark.overlaps(rect)
    ]
    return found


def overlaps(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of cards that intersect."""
    cells = Cells(picture.boxes.items())
    return [
        (key, other)
        for key, rect in picture.boxes.items()
        for other, beside in cells.near(rect)
        if key < other and rect.overlaps(beside, 0.5)
    ]


def least_gap(picture: Picture, enough: int = 30) -> int:
    """The smallest distance between two cards, looked for up to `enough`."""
    cells = Cells(picture.boxes.items())
    gaps = [enough]
    for key, rect in picture.boxes.items():
        for other, beside in cells.near(rect.grown(enough)):
            if key < other:
                across = max(beside.x - rect.right, rect.x - beside.right, 0)
                along = max(beside.y - rect.bottom, rect.y - beside.bottom, 0)
                gaps.append(max(across, along))
    return min(gaps)


def entered_boxes(picture: Picture) -> list[tuple[str, str]]:
    """Pairs (superior, card): a reporting line runs through a card, shrunk by a pixel, that it does not end at."""
    cells = Cells(picture.boxes.items())
    return [
        (superior, key)
        for superior, segments in picture.lines.items()
        for segment in segments
        for key, rect in cells.near(segment.rect)
        if segment.enters(rect.grown(-1))
    ]


def meetings(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of superiors whose reporting lines cross, touch or run into each other."""
    cells = Cells((superior, segment.rect) for superior, segments in picture.lines.items() for segment in segments)
    return [
        (superior, other)
        for superior, segments in picture.lines.items()
        for segment in segments
        for other, rect in cells.near(segment.rect)
        if superior < other and _touch(segment.rect, rect)
    ]


def _touch(one: Rect, other: Rect) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def mark_collisions(picture: Picture) -> list[str]:
    """Marks that touch a card, another mark or a reporting line, or cross the edge of a frame."""
    cards = Cells(picture.boxes.items())
    marks = Cells((f"{key} {number}", rect) for key, number, rect in picture.marks)
    lines = Cells((key, segment.rect) for key, segments in picture.lines.items() for segment in segments)
    routes = Cells((f"{place}", part.rect) for place, route in enumerate(picture.routes) for part in route.segments)
    found: list[str] = []
    for key, number, rect in picture.marks:
        name = f"{key} {number}"
        found += [f"{name} on card {other}" for other, beside in cards.near(rect) if rect.overlaps(beside)]
        found += [
            f"{name} on mark {other}" for other, beside in marks.near(rect) if other != name and rect.overlaps(beside)
        ]
        found += [f"{name} on line of {other}" for other, beside in lines.near(rect) if _touch(rect, beside)]
        found += [
            f"{name} on {picture.routes[int(place)].name}"
            for place, beside in routes.near(rect)
            if _touch(rect, beside) and not _leaves(picture.routes[int(place)], key, rect)
        ]
    for unit, frame in picture.frames:
        found += [
            f"{key} {number} on the edge of {unit}"
            for key, number, rect in picture.marks
            if rect.overlaps(frame) and not frame.holds(rect)
        ]
    return found


def _leaves(route: Route, key: str, mark: Rect) -> bool:
    """Whether a mark stands at the end of a cross line: on it, in its middle, next to the card."""
    ends = (route.source, route.corners[0]), (route.target, route.corners[-1])
    return any(key == end and x == (mark.x + mark.right) // 2 and _beside(mark, y) for end, (x, y) in ends)


def _beside(mark: Rect, y: int) -> bool:
    return min(abs(mark.y - y), abs(mark.bottom - y)) <= 4


def far_marks(picture: Picture, most: int = 200, overhang: int = 0) -> list[str]:
    """Marks of cards that stand neither under nor just above their card; those above may reach over its corners."""
    return [
        f"{key} {number}"
        for key, number, rect in picture.marks
        if key in picture.boxes
        and not (
            picture.boxes[key].x - (overhang if rect.y < picture.boxes[key].y else 0) <= rect.x
            and rect.right <= picture.boxes[key].right + (overhang if rect.y < picture.boxes[key].y else 0)
            and (0 <= rect.y - picture.boxes[key].bottom <= most or 0 <= picture.boxes[key].y - rect.bottom <= 4)
        )
    ]


def unreached(picture: Picture, reports: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs (superior, report) whose cards the superior's line does not join."""
    found: list[tuple[str, str]] = []
    for superior, keys in reports.items():
        ends = {end for segment in picture.lines.get(superior, ()) for end in (segment[:2], segment[2:])}
        if not any(_on_edge(picture.boxes[superior], end) for end in ends):
            found.append((superior, superior))
        found += [(superior, key) for key in keys if not any(_on_edge(picture.boxes[key], end) for end in ends)]
    return found


def _on_edge(rect: Rect, point: tuple[int, ...]) -> bool:
    x, y = point
    inside = rect.x <= x <= rect.right and rect.y <= y <= rect.bottom
    return inside and (x in {rect.x, rect.right} or y in {rect.y, rect.bottom})


def disorder(picture: Picture, reports: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs of siblings in one row that stand from right to left, or in one column from bottom to top."""
    found: list[tuple[str, str]] = []
    for keys in reports.values():
        by_row: dict[int, list[str]] = defaultdict(list)
        by_column: dict[int, list[str]] = defaultdict(list)
        for key in keys:
            by_row[picture.boxes[key].y].append(key)
            by_column[picture.boxes[key].x].append(key)
        for row in by_row.values():
            found += [(a, b) for a, b in pairwise(row) if picture.boxes[a].x >= picture.boxes[b].x]
        for column in by_column.values():
            found += [(a, b) for a, b in pairwise(column) if picture.boxes[a].y >= picture.boxes[b].y]
    return found


def off_centre(picture: Picture, reports: Mapping[str, Sequence[str]]) -> list[str]:
    """Superiors whose reports all stand in the row below, entered from above, and who are not over their middle."""
    found: list[str] = []
    for superior, keys in reports.items():
        own = picture.boxes[superior]
        rects = [picture.boxes[key] for key in keys]
        ends = {segment[2:] for segment in picture.lines[superior]} | {
            segment[:2] for segment in picture.lines[superior]
        }
        if len({rect.y for rect in rects}) > 1:
            continue
        if not all(((rect.x + rect.right) // 2, rect.y) in ends for rect in rects):
            continue
        middle = (rects[0].x + rects[-1].right) / 2
        if abs((own.x + own.right) / 2 - middle) > 2:
            found.append(superior)
    return found


def outside(picture: Picture) -> list[str]:
    """What leaves the canvas."""
    canvas = Rect(0, 0, picture.width, picture.height)
    found = [key for key, rect in picture.boxes.items() if not canvas.holds(rect)]
    found += [f"line {key}" for key, line in picture.lines.items() for part in line if not canvas.holds(part.rect)]
    found += [route.name for route in picture.routes for part in route.segments if not canvas.holds(part.rect)]
    found += [f"frame {unit}" for unit, rect in picture.frames if not canvas.holds(rect)]
    return found + [f"mark {key}" for key, _, rect in picture.marks if not canvas.holds(rect)]


def wrongly_framed(picture: Picture, members: Sequence[tuple[str, frozenset[str]]]) -> list[tuple[str, str]]:
    """Pairs (unit, card) of cards that a frame should hold and does not, or should leave out and touches."""
    found: list[tuple[str, str]] = []
    cells = Cells(picture.boxes.items())
    for (unit, frame), (name, keys) in zip(picture.frames, members, strict=True):
        assert unit == name
        found += [(unit, key) for key in sorted(keys) if not frame.holds(picture.boxes[key])]
        found += [(unit, key) for key, rect in cells.near(frame) if key not in keys and frame.overlaps(rect)]
    return found


def crossed_frames(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of frames that overlap without one lying in the other."""
    cells = Cells((f"{place}", rect) for place, (_, rect) in enumerate(picture.frames))
    return [
        (unit, picture.frames[int(other)][0])
        for place, (unit, rect) in enumerate(picture.frames)
        for other, beside in cells.near(rect)
        if place < int(other) and rect.overlaps(beside) and not rect.holds(beside) and not beside.holds(rect)
    ]
