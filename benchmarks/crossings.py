"""Points where drawn lines cross, counted the same way for every engine: distinct to a pixel, of different lines."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Point = tuple[float, float]
Segment = tuple[int, Point, Point]
"""The number of the line it belongs to, and its ends."""

CELL = 100
STEPS = 8
"""Straight pieces that stand for one Bézier curve."""


def of_svg(text: str) -> list[Segment]:
    """The lines of a picture of ours; all lines below one superior are one."""
    found: list[Segment] = []
    for line, path in enumerate(re.findall(r'<path\b[^>]*data-line="[^"]*"[^>]* d="([^"]*)"', text)):
        for part in path.split("M")[1:]:
            numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", part)]
            corners = list(zip(numbers[::2], numbers[1::2], strict=True))
            found += [(line, start, end) for start, end in pairwise(corners)]
    return found


def of_dot(answer: dict[str, Any]) -> list[Segment]:
    """The lines of dot's JSON answer, curves as straight pieces."""
    found: list[Segment] = []
    for line, spline in _splines(answer):
        points = [point.split(",") for point in spline.split() if not point.startswith(("e", "s"))]
        curve = [(float(x), float(y)) for x, y in points]
        corners = [
            _on_curve(curve[start : start + 4], step / STEPS)
            for start in range(0, len(curve) - 3, 3)
            for step in range(STEPS + 1)
        ]
        found += [(line, start, end) for start, end in pairwise(corners) if start != end]
    return found


def _splines(answer: dict[str, Any]) -> Iterator[tuple[int, str]]:
    for line, edge in enumerate(answer.get("edges", ())):
        for spline in edge.get("pos", "").split(";"):
            yield line, spline


def _on_curve(points: Sequence[Point], part: float) -> Point:
    weights = ((1 - part) ** 3, 3 * part * (1 - part) ** 2, 3 * part**2 * (1 - part), part**3)
    x, y = (sum(weight * point[axis] for weight, point in zip(weights, points, strict=True)) for axis in (0, 1))
    return x, y


def count(segments: Sequence[Segment]) -> int:
    """Count the distinct points, to a pixel, at which pieces of different lines properly cross."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, (_, start, end) in enumerate(segments):
        for cell in _cells(start, end):
            cells[cell].append(place)
    found: set[tuple[int, int]] = set()
    for places in cells.values():
        for position, place in enumerate(places):
            line, *one = segments[place]
            for other_place in places[position + 1 :]:
                other_line, *other = segments[other_place]
                point = None if line == other_line else _crossing((*one,), (*other,))
                if point is not None:
                    found.add((round(point[0]), round(point[1])))
    return len(found)


def _cells(start: Point, end: Point) -> Iterable[tuple[int, int]]:
    """The cells of a coarse grid that a piece may touch, column by column."""
    (x1, y1), (x2, y2) = sorted((start, end))
    for column in range(int(x1 // CELL), int(x2 // CELL) + 1):
        left, right = max(x1, column * CELL), min(x2, (column + 1) * CELL)
        slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
        ends = (y1 + slope * (left - x1), y1 + slope * (right - x1)) if x2 > x1 else (y1, y2)
        for row in range(int(min(ends) // CELL), int(max(ends) // CELL) + 1):
            yield column, row


def _crossing(one: tuple[Any, ...], other: tuple[Any, ...]) -> Point | None:
    """The point where two pieces cross between their ends, if they do."""
    (ax, ay), (bx, by) = one
    (cx, cy), (dx, dy) = other
    across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if not across:
        return None
    along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across
    beside = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across
    if not (1e-9 < along < 1 - 1e-9 and 1e-9 < beside < 1 - 1e-9):
        return None
    return ax + along * (bx - ax), ay + along * (by - ay)
