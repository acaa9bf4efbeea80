"""Whether words stay on their cards in a real browser, whatever fonts a machine has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orgchart.graph import OrgGraph
from orgchart.loading import load
from orgchart.model import Holder, Org, Role
from orgchart.rendering import render
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.theme import FONTS
from orgchart.rendering.writers.raster import has_chinese_font
from orgchart.rendering.writers.svg import write_svg
from tests.rendering.chromium import Chromium, program
from tests.rendering.figures import random_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.skipif(program() is None, reason="no Chromium on this machine"),
    pytest.mark.skipif(not has_chinese_font(), reason="no font with Chinese characters is installed"),
    pytest.mark.xdist_group("chromium"),
]
FOLDER = Path(__file__).parents[2] / "org"
STACKS = {
    "Noto": FONTS,
    "DejaVu": '"DejaVu Sans","Noto Sans CJK SC",sans-serif',
    "Liberation": '"Liberation Sans","Noto Sans CJK SC",sans-serif',
    "serif": "serif",
}
ALLOWED = 0.5
"""Pixels by which a word may touch the edge of its card: half of what a screen shows."""
OVERFLOW = """
[...document.querySelectorAll("g.card")].flatMap((card) => {
  const box = card.querySelector("rect").getBBox();
  return [...card.querySelectorAll("text")].flatMap((text) => {
    const found = text.getBBox();
    const over = Math.max(found.x + found.width - box.x - box.width, box.x - found.x);
    return over > ALLOWED ? [`${text.textContent}: ${over.toFixed(1)} px`] : [];
  });
})
""".replace("ALLOWED", str(ALLOWED))


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    path = program()
    assert path
    chromium = Chromium(path)
    yield chromium
    chromium.close()


def english() -> Org:
    titles = (
        *("Chief Executive Officer", "WWWW MMMM WWWW Manager", "Engineer (Platform Reliability)", "VP Illuminating"),
        *("Senior Vice President of Worldwide Field Operations", "HR", "Assistant to the Chief Operating Officer"),
    )
    top = Role(id="0", title=titles[0], holders=(Holder(name="Wilhelmina Montgomery-Wainwright"),))
    rest = (
        Role(id=title, title=title, reports_to=("0",), headcount=12, holders=(Holder(name="Max WWW", acting=True),))
        for title in titles[1:]
    )
    return Org(id="x", name="Acme", roles=(top, *rest))


def pictures() -> dict[str, str]:
    """Pictures of a handful of organizations: two of org/, an English one, every title of the generator."""
    found = {
        name: render(OrgGraph(load(FOLDER / f"{name}.yaml").organizations[0]))
        for name in ("car-dealership-multibrand", "property-yixing")
    }
    found["english"] = render(OrgGraph(english()))
    found["generated"] = write_svg(tidy(random_figure("window", 120, 3, cross=0.1), ratio=1.6))
    return found


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    return pictures()


@pytest.mark.parametrize("name", ["car-dealership-multibrand", "property-yixing", "generated", "english"])
@pytest.mark.parametrize("stack", STACKS)
def test_no_word_leaves_its_card(
    browser: Chromium, drawn: dict[str, str], tmp_path: Path, name: str, stack: str
) -> None:
    assert FONTS in drawn[name]
    file = tmp_path / "x.svg"
    file.write_text(drawn[name].replace(FONTS, STACKS[stack]), encoding="utf-8")
    browser.open(file)
    assert browser.ask("document.querySelectorAll('g.card text').length") > 5
    assert browser.ask(OVERFLOW) == []


def test_the_check_would_see_a_word_that_is_too_long(browser: Chromium, drawn: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "x.svg"
    file.write_text(drawn["english"].replace(">HR</text>", f">{'HR ' * 30}</text>"), encoding="utf-8")
    browser.open(file)
    assert len(browser.ask(OVERFLOW)) == 1
