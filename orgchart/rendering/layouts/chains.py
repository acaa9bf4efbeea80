"""The highlighted chain of command: from the paths below each superior the part that leads to the next in the chain."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.rendering.scene import Card, Figure, Line

Path = tuple[int, ...]
Point = tuple[int, int]


def chain_paths(figure: Figure, cards: Sequence[Card], lines: Sequence[Line]) -> tuple[Path, ...]:
    """Find the paths between the cards of the chain; a part that no line joins gets none."""
    if len(figure.chain) <= 1:
        return ()
    wanted = {figure.boxes[box].key for box in figure.chain[1:]}
    drawn = {line.source: line.paths for line in lines if line.source in wanted}
    found: list[Path] = []
    for low, high in pairwise(figure.chain):
        paths = drawn.get(figure.boxes[high].key, ())
        found += [path] if (path := _way(paths, cards[high], cards[low])) else []
    return tuple(reversed(found))


def _way(paths: Sequence[Path], start: Card, end: Card) -> Path:
    """Follow touching paths from one card to another: a search over paths, nearest first. O(paths) a step."""
    corners = [list(zip(path[::2], path[1::2], strict=True)) for path in paths]
    came: dict[int, tuple[int, Point]] = {}
    level: list[int] = []
    for place, path in enumerate(corners):
        touching = [point for point in (path[0], path[-1]) if _on_edge(start, point)]
        if touching:
            came[place] = (-1, touching[0])
            level.append(place)
    while level:
        for place in level:
            goal = next((point for point in corners[place][::-1] if _on_edge(end, point)), None)
            if goal is not None:
                return _traced(corners, came, place, goal)
        level = _next_level(corners, came, level)
    return ()


def _next_level(corners: Sequence[list[Point]], came: dict[int, tuple[int, Point]], level: Sequence[int]) -> list[int]:
    following: list[int] = []
    for place in level:
        for other, path in enumerate(corners):
            if other in came:
                continue
            meeting = _meeting(corners[place], path)
            if meeting is not None:
                came[other] = (place, meeting)
                following.append(other)
    return following


def _meeting(one: Sequence[Point], other: Sequence[Point]) -> Point | None:
    """Find where an end of one path lies on the other."""
    for point in (other[0], other[-1]):
        if _segment_of(one, point) is not None:
            return point
    for point in (one[0], one[-1]):
        if _segment_of(other, point) is not None:
            return point
    return None


def _segment_of(path: Sequence[Point], point: Point) -> int | None:
    """Find the first segment of a path on which a point lies."""
    x, y = point
    for place, ((x1, y1), (x2, y2)) in enumerate(pairwise(path)):
        level = y1 == y2 == y and min(x1, x2) <= x <= max(x1, x2)
        upright = x1 == x2 == x and min(y1, y2) <= y <= max(y1, y2)
        if level or upright or point in {(x1, y1), (x2, y2)}:
            return place
    return None


def _traced(corners: Sequence[list[Point]], came: dict[int, tuple[int, Point]], place: int, goal: Point) -> Path:
    """Put the way together backwards, path after path."""
    points = [goal]
    while place >= 0:
        before, entry = came[place]
        points += _between(corners[place], points[-1], entry)
        place = before
    points.reverse()
    return tuple(number for point in points for number in point)


def _between(path: Sequence[Point], start: Point, end: Point) -> list[Point]:
    """Give the corners of a path after `start` up to and with `end`, in either direction."""
    first, last = _segment_of(path, start), _segment_of(path, end)
    if first is None or last is None:
        return [end]
    inner = path[first + 1 : last + 1] if first <= last else path[last + 1 : first + 1][::-1]
    return [point for point in (*inner, end) if point != start]


def _on_edge(card: Card, point: Point) -> bool:
    x, y = point
    right, bottom = card.x + card.width, card.y + card.height
    inside = card.x <= x <= right and card.y <= y <= bottom
    return inside and (x in {card.x, right} or y in {card.y, bottom})
