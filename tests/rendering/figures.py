"""Figures of seeded random trees: the families on which every layout must hold."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from orgchart.rendering.measure import break_title
from orgchart.rendering.scene import NOBODY, Box, Enclosure, End, Figure, Group, Link, Sample
from orgchart.rendering.theme import CARD_HEIGHT, CARD_HEIGHT_TWO_LINES, CARD_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FAMILIES = ("chain", "caterpillar", "flat", "binary", "preferential", "window", "roots")
TITLES = (
    *("总经理", "销售经理", "客户服务专员", "市场营销项目管理办公室经理", "品牌推广主管", "嵌入式软件开发经理", "会计"),
    *("前台", "过程与成品检验主管", "华东大区高级客户代表", "技术员", "Engineer", "仓储物流主管", "财务总监"),
)
DEPARTMENTS = (
    *("研发中心", "生产制造部", "质量部", "市场营销部", "供应链管理部", "财务部", "人力资源部", "信息技术部"),
    *("客户服务中心", "法务部"),
)
KINDS = ("coordination", "coordination", "coordination", "dotted", "second")


def superiors(family: str, count: int, random: Random) -> list[int]:
    """One superior a box, `NOBODY` for a top."""
    picks: dict[str, Callable[[int], int]] = {
        "chain": lambda box: box - 1,
        "caterpillar": lambda box: box - 1 if box % 3 == 1 else max(box - 1 - box % 3, 0),
        "flat": lambda _: 0,
        "binary": lambda box: (box - 1) // 2,
        "preferential": lambda box: chosen[random.randrange(len(chosen))] if chosen else random.randrange(box),
        "window": lambda box: random.randrange(max(0, box - 12), box),
        "roots": lambda box: NOBODY if random.random() < 0.15 else random.randrange(max(0, box - 9), box),
    }
    found: list[int] = []
    chosen: list[int] = []
    for box in range(count):
        above = picks[family](box) if box else NOBODY
        chosen += [box, above] if above != NOBODY else [box]
        found.append(above)
    return found


def box_of(index: int, random: Random, tone: int = NOBODY) -> Box:
    title = random.choice(TITLES)
    wrapped = break_title(title, 116, 13)
    height = CARD_HEIGHT_TWO_LINES if len(wrapped.lines) == 2 else CARD_HEIGHT
    vacant = random.random() < 0.1
    note = "（空缺）" if vacant else random.choice(("", "陈志远", "林晓"))
    faint = random.random() < 0.1
    return Box(
        f"r{index}",
        wrapped.lines,
        height,
        note=note,
        full=title,
        cut=wrapped.cut,
        tone=tone,
        vacant=vacant,
        faint=faint,
    )


def departments(above: Sequence[int], random: Random, share: float) -> tuple[list[int], list[int]]:
    """The department of each box, and the boxes that lead a department of two or more."""
    tones = [NOBODY] * len(above)
    leads: list[int] = []
    sizes = [1] * len(above)
    for box in range(len(above) - 1, 0, -1):
        if above[box] != NOBODY:
            sizes[above[box]] += sizes[box]
    for box, superior in enumerate(above):
        if superior != NOBODY and tones[superior] != NOBODY:
            tones[box] = tones[superior]
        elif superior != NOBODY and random.random() < share:
            tones[box] = random.randrange(len(DEPARTMENTS))
            if sizes[box] > 1:
                leads.append(box)
    return tones, leads


def random_figure(family: str, count: int, seed: int, *, cross: float = 0.1, frames: float = 0.3) -> Figure:
    """A figure of a family with departments, assistants, partners, boxes without lines, and relations."""
    random = Random(f"{family} {count} {seed}")  # noqa: S311 - seeded on purpose
    above = superiors(family, count, random)
    tones, leads = departments(above, random, frames)
    boxes = [box_of(index, random, tone) for index, tone in enumerate(tones)]
    parents = set(above)
    helpers = frozenset(
        box for box in range(1, count) if box not in parents and above[box] >= 0 and random.random() < 0.05
    )
    outside = range(count, count + random.randrange(4))
    boxes += [Box(f"伙伴{index}", (f"伙伴{index}",), 32, kind="external") for index in outside]
    alone = range(len(boxes), len(boxes) + random.randrange(9))
    boxes += [box_of(index, random) for index in alone]
    groups = [Group(tuple(alone[:3]), ("独立部",), "独立部", 3), Group(tuple(alone[3:]))] if len(alone) > 3 else []
    if alone and not groups:
        groups = [Group(tuple(alone))]
    enclosures = [
        Enclosure((f"{DEPARTMENTS[tones[box]]}{box}",), f"{DEPARTMENTS[tones[box]]}", tones[box], box) for box in leads
    ]
    places = [End(box) for box in range(len(boxes))] + [End(unit=item.units[0]) for item in enclosures]
    links = [
        Link(
            number,
            random.choice(KINDS),
            random.choice(places),
            random.choice(places),
            f"甲{number} ⇄ 乙：保障供应的及时",
        )
        for number in range(1, int(cross * count) + 1)
    ]
    return Figure(
        boxes=tuple(boxes),
        superior=(*above, *[NOBODY] * (len(boxes) - count)),
        card_width=CARD_WIDTH,
        title=f"{family} {count}",
        description="…",
        language="zh-CN",
        assistants=helpers,
        enclosures=tuple(enclosures),
        beside=tuple((box, random.randrange(count)) for box in outside),
        apart=tuple(groups),
        links=tuple(links),
        legend=(Sample("reporting", "直接汇报"), Sample("vacant", "空缺"), Sample("tone", "质量部", 2)),
    )
