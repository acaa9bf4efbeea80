"""Every role once, every way to another page true, and text that can be read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from statistics import median
from time import process_time
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from orgchart.graph import OrgGraph
from orgchart.model import Org, Role
from orgchart.rendering import render, render_booklet
from orgchart.rendering.booklet import LEAST_SCALE, booklet
from orgchart.rendering.paper import paper_named
from orgchart.rendering.scene import NOBODY, Box, Figure, Group
from orgchart.rendering.writers.raster import pdf_pages
from orgchart.rendering.writers.sheet import write_sheet
from tests.rendering import metrics
from tests.rendering.figures import FAMILIES, random_figure

if TYPE_CHECKING:
    from orgchart.rendering.booklet import Page

A3 = paper_named("A3")
TITLE_POINTS = 9.75
"""A card's title of 13 pixels, in points of print."""


def keys_of(figure: Figure) -> list[str]:
    return [box.key for box in figure.boxes if box.kind == "role"]


def check_page(page: Page) -> None:
    """What every picture promises holds for a page too."""
    picture = metrics.of_scene(page.scene)
    assert metrics.overlaps(picture) == []
    assert metrics.entered_boxes(picture) == []
    assert metrics.meetings(picture) == []
    assert metrics.outside(picture) == []
    assert metrics.crossed_frames(picture) == []
    assert metrics.mark_collisions(picture) == []
    read = metrics.of_svg(write_sheet(page))
    assert (read.boxes, read.lines, read.frames, read.marks) == (
        picture.boxes,
        picture.lines,
        picture.frames,
        picture.marks,
    )


def check_ways(figure: Figure, pages: list[Page]) -> None:
    """Every role has one full card, every stub leads to it, and every line is drawn once."""
    home = {key: page.number for page in pages for key in page.full}
    assert Counter(key for page in pages for key in page.full) == Counter(keys_of(figure))
    drawn: Counter[tuple[str, str]] = Counter()
    above = {
        box.key: figure.boxes[superior].key
        for box, superior in zip(figure.boxes, figure.superior, strict=True)
        if superior != NOBODY
    }
    for page in pages:
        shown = {card.box.key for card in page.scene.cards if card.box.kind == "role"}
        jumps = dict(page.jumps)
        assert shown == set(page.full) | set(jumps)
        assert not set(page.full) & set(jumps)
        assert all(home[key] == number != page.number for key, number in page.jumps)
        below: dict[str, list[str]] = defaultdict(list)
        for key in shown:
            if above.get(key) in shown:
                below[above[key]].append(key)
        picture = metrics.of_scene(page.scene)
        assert metrics.unreached(picture, below) == []
        drawn.update((superior, key) for superior, keys in below.items() for key in keys)
    assert drawn == Counter((superior, key) for key, superior in above.items())


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("size", [40, 250])
def test_every_role_has_one_full_card_and_every_line_is_drawn_once(family: str, size: int) -> None:
    figure = random_figure(family, size, 1, cross=0.1)
    pages = booklet(figure, paper_named("A4"))
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    if len(pages) > 1:
        check_ways(figure, pages)
    for page in pages:
        check_page(page)


def test_a_relation_between_pages_is_marked_on_both_and_says_where_the_other_end_is() -> None:
    figure = random_figure("window", 300, 3, cross=0.2)
    pages = booklet(figure, A3)
    home = {key: page.number for page in pages for key in page.full}
    marked = {(mark.key, mark.number): page for page in pages for mark in page.scene.marks if not mark.party}
    across = 0
    for link in figure.links:
        ends = [figure.boxes[end.box] for end in (link.source, link.target) if not end.unit]
        for end in ends:
            if end.kind == "role":
                assert marked[end.key, link.number].number == home[end.key]
        if len(ends) == 2 and all(end.kind == "role" for end in ends) and home[ends[0].key] != home[ends[1].key]:
            across += 1
            page = marked[ends[0].key, link.number]
            words = " ".join(text.words for text in page.scene.texts)
            assert f"（见第 {home[ends[1].key]} 页）" in words
    assert across > 10


def test_pages_say_where_they_come_from_and_where_cards_go_on() -> None:
    pages = booklet(random_figure("preferential", 400, 2, frames=0.0), A3)
    first = write_sheet(pages[0])
    number = next(number for _, number in pages[0].jumps)
    assert f"→ 第 {number} 页" in first
    assert f'data-page="{number}"' in first
    target = write_sheet(pages[number - 1])
    assert "← 第 1 页" in target
    assert f"第 {number} 页，共 {len(pages)} 页" in target
    contents = write_sheet(pages[-1])
    assert "目录" in contents
    assert 'data-role="' not in contents


@pytest.mark.parametrize(("size", "paper"), [(1000, "A3"), (1000, "A4-portrait"), (3000, "A3")])
def test_titles_can_be_read_in_print(size: int, paper: str) -> None:
    figure = random_figure("window", size, 1, cross=0.03, frames=0.1)
    pages = [page for page in booklet(figure, paper_named(paper)) if page.full]
    points = [page.scale * TITLE_POINTS for page in pages]
    assert median(points) >= 9
    assert median(points for page, points in zip(pages, points, strict=True) for _ in page.full) >= 8.5
    assert min(points) >= LEAST_SCALE * TITLE_POINTS


def test_a_sheet_has_the_shape_of_its_paper() -> None:
    for page in booklet(random_figure("window", 300, 1), A3):
        assert page.scene.width / page.scene.height == pytest.approx(A3.ratio, abs=0.003)


def test_small_teams_share_pages() -> None:
    teams = 120
    superior = [NOBODY, *[0] * teams, *[1 + leaf // 3 for leaf in range(3 * teams)]]
    boxes = tuple(Box(f"r{place}", ("客户经理",), 44) for place in range(len(superior)))
    figure = Figure(boxes, tuple(superior), 140, language="zh-CN")
    pages = booklet(figure, A3)
    check_ways(figure, pages)
    assert len(pages) < teams / 4


def test_roles_without_lines_have_pages_too() -> None:
    boxes = tuple(Box(f"r{place}", ("客户经理",), 44) for place in range(500))
    groups = (Group(tuple(range(30)), ("一部",), "一部"), Group(tuple(range(30, 400))), Group(tuple(range(400, 500))))
    figure = Figure(boxes, (NOBODY,) * 500, 140, language="zh-CN", apart=groups)
    pages = booklet(figure, A3)
    check_ways(figure, pages)
    assert all(page.scale >= LEAST_SCALE for page in pages)


@pytest.mark.parametrize("superior", [range(-1, 2999), [NOBODY, *[0] * 2999], [NOBODY] * 3000])
def test_extreme_trees_become_pages_without_recursion(superior: list[int]) -> None:
    figure = Figure((Box("r", ("客户经理",), 44),) * 3000, tuple(superior), 140)
    start = process_time()
    pages = booklet(figure, A3)
    assert process_time() - start < 60
    assert sum(len(page.full) for page in pages) == 3000


def test_a_chart_that_can_be_read_on_one_page_stays_on_one() -> None:
    figure = random_figure("window", 20, 1)
    (page,) = booklet(figure, A3)
    assert page.jumps == ()
    check_page(page)


def organization(count: int) -> OrgGraph:
    roles = tuple(
        Role(id=f"r{number}", title=f"岗位{number}", reports_to=(f"r{(number - 1) // 4}",) if number else ())
        for number in range(count)
    )
    return OrgGraph(Org(id="o", name="某公司", roles=roles))


def test_an_organization_becomes_a_list_of_pictures() -> None:
    pages = render_booklet(organization(300), paper="A4")
    keys = [
        group.get("data-role")
        for text in pages
        for group in ET.fromstring(text).iter("{http://www.w3.org/2000/svg}g")  # noqa: S314 - our own file
        if group.get("data-role") and not group.get("data-page")
    ]
    assert sorted(keys, key=lambda key: int(str(key)[1:])) == [f"r{number}" for number in range(300)]


def test_a_single_picture_takes_the_shape_of_a_paper() -> None:
    found: list[float] = []
    for page in ("A3", "A3-portrait"):
        size = re.search(r'width="(\d+)" height="(\d+)"', render(organization(300), page=page))
        assert size is not None
        found.append(int(size[1]) / int(size[2]))
    assert found[0] > 1 > found[1]


def test_a_pdf_of_pages_leads_from_card_to_page() -> None:
    pytest.importorskip("typst", reason="the extra `pictures` is not installed")
    pypdf = pytest.importorskip("pypdf", reason="no library to read PDF is installed")
    from io import BytesIO  # noqa: PLC0415 - only here

    boxes = tuple(Box(f"r{place}", ("Agent",), 44) for place in range(400))
    figure = Figure(boxes, (NOBODY, *[(place - 1) // 4 for place in range(1, 400)]), 168, title="Chart")
    pages = booklet(figure, A3)
    reader = pypdf.PdfReader(BytesIO(pdf_pages([write_sheet(page) for page in pages], paper=A3)))
    assert len(reader.pages) == len(reader.outline) == len(pages)
    for page, sheet in zip(pages, reader.pages, strict=True):
        assert len(sheet.get("/Annots") or ()) == len(page.jumps)


PROGRAM = """
from hashlib import sha256
from orgchart.rendering.booklet import booklet
from orgchart.rendering.paper import paper_named
from orgchart.rendering.writers.sheet import write_sheet
from tests.rendering.figures import random_figure
pages = booklet(random_figure("window", 200, 5, cross=0.3), paper_named("A4"))
print(sha256("".join(map(write_sheet, pages)).encode()).hexdigest())
"""


def test_the_bytes_do_not_depend_on_hash_seeds() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    assert len(found) == 1


def test_two_roles_of_one_id_do_not_change_places() -> None:
    boxes = tuple(Box("same", ("客户经理",), 44, full=f"岗位{place}") for place in range(400))
    figure = Figure(boxes, (NOBODY, *[(place - 1) // 4 for place in range(1, 400)]), 140, language="zh-CN")
    pages = booklet(figure, A3)
    full = [
        title.text
        for page in pages
        for group in ET.fromstring(write_sheet(page)).iter("{http://www.w3.org/2000/svg}g")  # noqa: S314 - our own file
        if group.get("data-role") and not group.get("data-page")
        for title in group.findall("{http://www.w3.org/2000/svg}title")
    ]
    assert sorted(full, key=str) == sorted(box.full for box in boxes)


@pytest.mark.parametrize("words", ['"><script>', "R&D 'x' ]]>", "\\1 \\g<0> {0} %s", "</title></svg>"])
def test_hostile_words_stay_words(words: str) -> None:
    boxes = tuple(Box(f"{words}{place}", (words,), 44, full=words) for place in range(400))
    figure = Figure(boxes, (NOBODY, *[(place - 1) // 4 for place in range(1, 400)]), 140, title=words)
    pages = booklet(figure, A3)
    check_ways(figure, pages)
    for page in pages:
        root = ET.fromstring(write_sheet(page))  # noqa: S314 - our own file
        assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
        assert not list(root.iter("script"))
