"""The pages in docs/ tell the truth: their commands are run in order, and print what the pages show."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.pages import ROOT, played

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted(path for path in (ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_prints_what_it_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.count("$ orgchart ") >= 5
    assert played(text, tmp_path) == text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_its_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
