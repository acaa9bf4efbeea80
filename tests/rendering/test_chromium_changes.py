"""The page of a change in a real browser: it runs without a word of complaint, with ghosts among the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.changes import diff
from orgchart.rendering import render_changes
from orgchart.rendering.writers.raster import has_chinese_font
from tests.builders import org
from tests.rendering.chromium import Chromium, program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(program() is None, reason="no Chromium on this machine"),
    pytest.mark.skipif(not has_chinese_font(), reason="no font with Chinese characters is installed"),
    pytest.mark.xdist_group("chromium"),
]
BEFORE = """
    总经理
        销售总监
            销售经理
                专员
            撤销的主管
        市场总监
"""
AFTER = """
    总经理
        销售总监
        市场总监
            销售经理
                专员
            新的主管
"""


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Chromium]:
    path = program()
    assert path
    chromium = Chromium(path)
    file = tmp_path / "x.html"
    file.write_text(render_changes(diff(org(BEFORE), org(AFTER)).organizations[0], page=True).page or "", "utf-8")
    chromium.open(file, dark=request.param)
    yield chromium
    assert chromium.logged == []
    assert {url.split("#")[0] for url in chromium.requested} == {file.as_uri()}
    chromium.close()


def test_the_page_of_a_change(page: Chromium) -> None:
    assert page.ask("document.querySelectorAll('g.card[data-ghost]').length") == 2
    assert page.ask("document.querySelector('h1').textContent") == "a 组织变更图"
    border = "getComputedStyle(document.querySelector('.card.{} > rect')).{}"
    assert page.ask(border.format("added", "strokeWidth")) == "2.5px"
    assert page.ask(border.format("removed", "strokeDasharray")) != page.ask(border.format("ghost", "strokeDasharray"))
    colours = {page.ask(border.format(kind, "stroke")) for kind in ("added", "removed", "moved")}
    assert len(colours) == 3
    page.ask("document.querySelector('[data-role=\"总经理\"]').focus({focusVisible: true})")
    for key in ("ArrowDown", "Enter", "Escape"):
        page.press(key)
    assert page.ask("document.activeElement.dataset.role ?? document.activeElement.tagName")


def test_ghosts_are_found_folded_and_followed(page: Chromium) -> None:
    assert page.ask("document.querySelector('#outline a[href^=\"#ghost=\"]').textContent") == "销售经理"
    page.ask("document.querySelector('#search').focus()")
    page.ask("document.execCommand('insertText', false, '撤销的主管')")
    assert page.ask("document.querySelectorAll('g.card.hit[data-ghost]').length") == 1
    page.press("Enter")
    assert page.ask("decodeURIComponent(location.hash)") == "#ghost=撤销的主管"
    assert page.ask("document.querySelector('#sheet h2').textContent") == "撤销的主管"
    page.press("Escape")
    page.ask("location.hash = '#role=' + encodeURIComponent('销售总监')")
    page.ask("document.querySelector('[data-role=\"销售总监\"]').focus({focusVisible: true})")
    page.press(" ")
    assert page.ask("document.querySelectorAll('g.card.gone[data-ghost]').length") == 2
    assert page.ask("document.querySelector('[data-role=\"销售总监\"] .pill text').textContent") == "+2"
