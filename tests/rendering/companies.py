"""Companies as they are: departments, groups in them, teams of leaves; every superior stands before its reports."""

from __future__ import annotations

from random import Random

from orgchart.rendering.scene import NOBODY, Enclosure, Figure
from orgchart.rendering.theme import CARD_WIDTH
from tests.rendering.figures import DEPARTMENTS, box_of


def _grown(count: int, random: Random) -> list[int]:
    """Superiors level by level: six to nine departments, then mostly two to nine reports."""
    superior, depth, at = [NOBODY], [0], 0
    while len(superior) < count:
        if not depth[at]:
            span = random.randint(6, 9)
        else:
            span = random.randint(2, 9) if random.random() < 0.75 or at == len(superior) - 1 else 0
        for _ in range(min(span, count - len(superior))):
            superior.append(at)
            depth.append(depth[at] + 1)
        at += 1
    return superior


def _in_preorder(superior: list[int]) -> list[int]:
    below: list[list[int]] = [[] for _ in superior]
    for box, above in enumerate(superior[1:], 1):
        below[above].append(box)
    order, waiting = [], [0]
    while waiting:
        order.append(waiting.pop())
        waiting += reversed(below[order[-1]])
    place = {box: number for number, box in enumerate(order)}
    return [place[superior[box]] if box else NOBODY for box in order]


def company(count: int, seed: int) -> Figure:
    """A company of `count` roles with framed departments and groups."""
    random = Random(f"{count} {seed}")  # noqa: S311 - seeded on purpose
    superior = _in_preorder(_grown(count, random))
    depth, tones, size = [0] * count, [NOBODY] * count, [1] * count
    departments = 0
    for box in range(1, count):
        depth[box] = depth[superior[box]] + 1
        departments += depth[box] == 1
        tones[box] = departments % 8 if depth[box] == 1 else tones[superior[box]]
    for box in range(count - 1, 0, -1):
        size[superior[box]] += size[box]
    least = {1: 2, 2: 8, 3: 20}
    led = [box for box in range(count) if size[box] >= least.get(depth[box], count)]
    frames = tuple(Enclosure((f"部{box}",), DEPARTMENTS[box % 10], tones[box], box) for box in led)
    boxes = tuple(box_of(box, random, tones[box]) for box in range(count))
    return Figure(boxes, tuple(superior), CARD_WIDTH, title="公司", language="zh-CN", enclosures=frames)


def joined_by(figure: Figure, superior: int) -> Figure:
    """The company after one more leaf has joined the reports of a role, as the last of them."""
    end = superior + 1
    inside = {superior}
    while end < len(figure.boxes) and figure.superior[end] in inside:
        inside.add(end)
        end += 1
    moved = [box + (box >= end) for box in range(len(figure.boxes))]
    above = [moved[box] if box != NOBODY else NOBODY for box in figure.superior]
    newcomer = figure.boxes[superior]._replace(key="new", lines=("技术员",), height=44, cut=False, full="技术员")
    return figure._replace(
        boxes=(*figure.boxes[:end], newcomer, *figure.boxes[end:]),
        superior=(*above[:end], superior, *above[end:]),
        enclosures=tuple(item._replace(top=moved[item.top]) for item in figure.enclosures),
    )
