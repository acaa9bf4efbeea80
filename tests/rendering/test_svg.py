"""What the SVG file promises, whatever the words on it are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from orgchart.rendering.cleaning import clean
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.measure import break_title
from orgchart.rendering.scene import Box, Figure
from orgchart.rendering.writers.svg import write_svg
from tests.rendering.figures import random_figure

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = (
    '<script>alert("1")</script>',
    "R&D \"经理\" 'x' ]]> <!--",
    "a\x00\x07\x1b\x9f客",
    "客" * 500,
    "👨‍👩‍👧‍👦🇨🇳👍🏽 经理",
    "\u202e理经总\u202c مدير المبيعات",
    "半\ud800个 \udfff",
    "\ufffe\uffff\U0001ffff",
    "",
    "   ",
    "{0} %s \\n ${x}",
)


def drawing(words: str) -> str:
    wrapped = break_title(clean(words), 116, 13)
    boxes = tuple(
        Box(f"{words}{number}", wrapped.lines, 60, note=clean(words)[:8], full=clean(words)) for number in range(3)
    )
    figure = Figure(boxes, (-1, 0, 0), 140, title=clean(words), description=words, language="zh-CN")
    return write_svg(tidy(figure, ratio=1.6))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_out_as_text(words: str) -> None:
    text = drawing(words)
    root = ET.fromstring(text.encode())  # noqa: S314 - our own file
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "style", "rect", "path", "g", "text")
    }
    assert len(root.findall(f"{SVG}g[@data-role]")) == 3
    assert all(ord(letter) >= 32 or letter == "\n" for letter in text)


def test_an_id_is_read_back_as_it_was_written() -> None:
    key = "部门/“经理” & <b> 'x' \"y\"\t\n z"
    figure = Figure((Box(key, ("经理",), 44),), (-1,), 140)
    root = ET.fromstring(write_svg(tidy(figure, ratio=1.6)))  # noqa: S314 - our own file
    assert [group.get("data-role") for group in root.iter(f"{SVG}g")] == [key]


def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    text = write_svg(tidy(random_figure("window", 80, 1, cross=0.3), ratio=1.6))
    rest = text.replace('xmlns="http://www.w3.org/2000/svg"', "")
    for word in (
        "http",
        "url(",
        "<script",
        "foreignObject",
        "var(",
        "filter",
        "textLength",
        "paint-order",
        "@import",
        "on=",
    ):
        assert word not in rest
    assert "prefers-color-scheme:dark" in text
    assert 'role="img"' in text


def test_coordinates_are_integers_and_one_element_stands_on_a_line() -> None:
    text = write_svg(tidy(random_figure("window", 80, 1, cross=0.3), ratio=1.6))
    for name in ("x", "y", "width", "height", "d", "rx", "viewBox"):
        assert not [value for value in re.findall(rf' {name}="([^"]*)"', text) if "." in value]
    body = text.split("</style>\n")[1].splitlines()
    assert all(line.startswith("<") for line in body)
    cards = [line for line in body if line.startswith('<g class="card')]
    numbers = [int(number) for line in cards for number in re.findall(r'data-role="r(\d+)"', line)]
    assert numbers == sorted(numbers)


def test_the_parts_stand_in_order() -> None:
    text = write_svg(tidy(random_figure("window", 80, 1, cross=0.3), ratio=1.6))
    places = [
        text.index(part)
        for part in ('<rect class="f', 'data-line="reporting"', 'class="card', 'class="mark"', 'class="title"')
    ]
    assert places == sorted(places)


def test_a_renamed_holder_changes_one_line() -> None:
    figure = random_figure("window", 200, 3)
    boxes = list(figure.boxes)
    boxes[77] = boxes[77]._replace(note="王建国")
    changed = figure._replace(boxes=tuple(boxes))
    old, new = (write_svg(tidy(item, ratio=1.6)).splitlines() for item in (figure, changed))
    assert sum(a != b for a, b in zip(old, new, strict=True)) == 1


def test_a_role_takes_few_bytes() -> None:
    figure = random_figure("window", 2000, 3, cross=0.0)
    assert len(write_svg(tidy(figure, ratio=1.6)).encode()) / 2000 <= 400


PROGRAM = """
from hashlib import sha256
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.writers.svg import write_svg
from tests.rendering.figures import random_figure
texts = [write_svg(tidy(random_figure(family, 90, 5, cross=0.3), ratio=1.6)) for family in ("window", "roots", "flat")]
print(sha256("".join(texts).encode()).hexdigest())
"""


def test_the_bytes_do_not_depend_on_hash_seeds() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(found) == 1
