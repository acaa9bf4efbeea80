"""What `render` can be asked for: kinds of files, parts, looks, pages."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path

COMPANY = """\
name: 示例公司
units: [{name: 财务部}, {name: 销售部}]
roles:
  - {title: 总经理}
  - {title: 财务总监, unit: 财务部, reports_to: 总经理, grade: 一级}
  - {title: 会计, unit: 财务部, reports_to: 财务总监, coordinates_with: [销售总监]}
  - {title: 销售总监, unit: 销售部, reports_to: 总经理, grade: 一级}
  - {title: 大区经理, unit: 销售部, reports_to: 销售总监}
  - {title: 客户经理, unit: 销售部, reports_to: 大区经理, dotted_line_to: 财务总监}
"""


@pytest.fixture(autouse=True)
def _company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "company.yaml").write_text(COMPANY, encoding="utf-8")


def svg(*options: str) -> str:
    ran = orgchart("render", "company.yaml", "--quiet", *options)
    assert (ran.status, ran.err) == (0, "")
    ET.fromstring(ran.out)  # noqa: S314 - our own picture
    return ran.out


def cards(picture: str) -> list[str]:
    return [
        part.split('"')[0]
        for part in picture.split('data-role="')[1:]
        if part.split(">")[1].startswith(("<title", "<rect"))
    ]


def drawn(picture: str) -> list[str]:
    return sorted(set(cards(picture)))


def test_a_subtree_is_drawn_with_its_depth() -> None:
    picture = svg("--root", "销售总监", "--depth", "1")
    assert {"销售总监", "大区经理"} <= set(drawn(picture))
    assert 'data-role="财务总监"' not in picture.replace('class="card context', "")
    assert "+1" in picture


def test_depth_without_a_root_is_wrong_use() -> None:
    ran = orgchart("render", "company.yaml", "--depth", "1")
    assert (ran.status, ran.out) == (2, "")
    assert "--depth needs --root" in ran.err


def test_a_department_is_drawn() -> None:
    assert {"财务总监", "会计"} <= set(drawn(svg("--unit", "财务部")))


def test_an_unknown_root_gets_the_nearest_name() -> None:
    ran = orgchart("render", "company.yaml", "--root", "销售总经")
    assert (ran.status, ran.out) == (1, "")
    assert "did you mean 销售总监 or 总经理?" in ran.err


def test_an_unknown_department_is_told() -> None:
    assert orgchart("render", "company.yaml", "--unit", "生产部").status == 1


@pytest.mark.parametrize(("cross", "paths", "marks"), [("lines", 2, True), ("tags", 0, True), ("none", 0, False)])
def test_relations_are_lines_tags_or_nothing(cross: str, paths: int, marks: bool) -> None:
    picture = svg("--cross", cross)
    assert picture.count('data-line="coordination"') + picture.count('data-line="dotted"') == paths
    assert ('class="mark"' in picture) is marks


def test_the_chain_of_a_role_stands_out() -> None:
    assert svg("--highlight", "客户经理").count("strong") > svg().count("strong") + 3


@pytest.mark.parametrize("what", ["grade", "layer", "span"])
def test_colours_can_mean_something_else(what: str) -> None:
    assert svg("--colour-by", what) != svg()


def test_findings_are_marked_on_the_cards() -> None:
    picture = svg("--findings")
    assert "ORG402" in picture
    assert "ORG402" not in svg()


def test_pictures_run_to_the_right() -> None:
    picture = ET.fromstring(svg("--direction", "right"))  # noqa: S314 - our own picture
    left = {
        card.get("data-role"): int(card.find("{*}rect").get("x"))  # type: ignore[union-attr, arg-type]
        for card in picture.iter("{http://www.w3.org/2000/svg}g")
        if "card" in (card.get("class") or "")
    }
    assert left["总经理"] < left["销售总监"] < left["大区经理"] < left["客户经理"]


def test_a_picture_like_itself_is_itself(tmp_path: Path) -> None:
    (tmp_path / "old.svg").write_text(svg(), encoding="utf-8")
    assert svg("--like", "old.svg") == svg()


def test_a_theme_changes_the_look_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "look.toml").write_text('[light]\nreporting = "#123456"\n', encoding="utf-8")
    (tmp_path / "wrong.toml").write_text('[light]\nreporting = "url(x)"\n', encoding="utf-8")
    assert "#123456" in svg("--theme", "look.toml")
    ran = orgchart("render", "company.yaml", "--theme", "wrong.toml")
    assert ran.status == 2
    assert "reporting" in ran.err


def test_paper_and_ratio_exclude_each_other() -> None:
    assert orgchart("render", "company.yaml", "--page", "A3", "--ratio", "2").status == 2
    assert orgchart("render", "company.yaml", "--page", "A33").status == 2


def test_a_page_of_html_holds_the_picture_and_asks_for_nothing(tmp_path: Path) -> None:
    assert orgchart("render", "company.yaml", "-o", "page.html", "--quiet").status == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert 'data-role="客户经理"' in page


def test_a_folder_can_hold_pages_too(tmp_path: Path) -> None:
    assert orgchart("render", "company.yaml", "-o", "out", "--format", "html", "--quiet").status == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["company.html", "index.html"]


@pytest.mark.parametrize(("name", "magic"), [("a.png", b"\x89PNG"), ("a.pdf", b"%PDF"), ("b.pdf", b"%PDF")])
def test_png_and_pdf_are_written_where_the_extra_and_a_font_are(tmp_path: Path, name: str, magic: bytes) -> None:
    raster = pytest.importorskip("orgchart.rendering.writers.raster")
    pytest.importorskip("typst")
    if not raster.has_chinese_font():
        pytest.skip("this machine has no Chinese font")
    options = ["--pages", "A4"] if name == "b.pdf" else []
    assert orgchart("render", "company.yaml", "-o", name, "--quiet", *options).status == 0
    assert (tmp_path / name).read_bytes().startswith(magic)


def test_a_booklet_of_html_makes_no_sense() -> None:
    assert orgchart("render", "company.yaml", "--pages", "A3", "-o", "a.html").status == 2
