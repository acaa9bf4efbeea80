"""PNG and PDF: sharp, searchable, the same bytes every time, and kind where something is missing."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import pytest

from orgchart.errors import EngineError, SettingError
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.paper import NAMES, paper_named
from orgchart.rendering.scene import Box, Figure
from orgchart.rendering.writers import raster
from orgchart.rendering.writers.svg import write_svg
from tests.rendering.figures import random_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = '"] #panic("x") $x$ \\u{41} </title> & <b> 📈'


@pytest.fixture
def renderer() -> Iterator[None]:
    pytest.importorskip("typst", reason="the extra `pictures` is not installed")
    if not raster.has_chinese_font():
        pytest.skip("no font with Chinese characters is installed")
    raster.has_chinese_font.cache_clear()
    yield
    raster.has_chinese_font.cache_clear()


def drawing(size: int = 12) -> str:
    return write_svg(tidy(random_figure("window", size, 1), ratio=1.6))


def size_of(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def plain(title: str, *, chinese: bool = False) -> str:
    box = Box("r", ("经理" if chinese else "Head",), 44)
    return write_svg(tidy(Figure((box,), (-1,), 140, title=title), ratio=1.6))


def text_of(pdf: bytes) -> list[str]:
    """The text of each page as a PDF reader finds it."""
    pypdf: Any = pytest.importorskip("pypdf", reason="no library to read PDF is installed")
    from io import BytesIO  # noqa: PLC0415 - only here

    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages]


@pytest.mark.usefixtures("renderer")
def test_a_png_has_so_many_pixels_for_one_of_the_svg() -> None:
    svg = drawing()
    found = re.search(r'width="(\d+)" height="(\d+)"', svg)
    assert found is not None
    width, height = int(found[1]), int(found[2])
    for scale in (1.0, 2.0, 0.5):
        made = size_of(raster.png(svg, scale=scale))
        assert abs(made[0] - width * scale) <= 1
        assert abs(made[1] - height * scale) <= 1


@pytest.mark.usefixtures("renderer")
def test_the_same_picture_gives_the_same_bytes() -> None:
    svg = drawing()
    assert raster.png(svg) == raster.png(svg)
    assert raster.pdf(svg) == raster.pdf(svg)
    assert not re.search(rb"/(CreationDate|ModDate)", raster.pdf(svg))


@pytest.mark.usefixtures("renderer")
def test_the_text_of_a_pdf_can_be_searched() -> None:
    svg = plain("销售部 组织架构图", chinese=True)
    assert ["经理" in text and "组织架构图" in text for text in text_of(raster.pdf(svg))] == [True]


@pytest.mark.usefixtures("renderer")
def test_several_pictures_are_the_pages_of_one_pdf() -> None:
    texts = text_of(raster.pdf_pages([plain(title) for title in ("First", "Second", "Third")]))
    assert [title in text for title, text in zip(("First", "Second", "Third"), texts, strict=True)] == [True] * 3


@pytest.mark.usefixtures("renderer")
def test_no_word_is_taken_for_markup() -> None:
    svg = plain(HOSTILE)
    assert raster.png(svg)[1:4] == b"PNG"
    assert "#panic" in text_of(raster.pdf(svg))[0]


@pytest.mark.usefixtures("renderer")
def test_a_picture_is_fitted_on_a_sheet() -> None:
    made = raster.pdf(drawing(60), paper=paper_named("A4-portrait"))
    pypdf: Any = pytest.importorskip("pypdf", reason="no library to read PDF is installed")
    from io import BytesIO  # noqa: PLC0415 - only here

    box = pypdf.PdfReader(BytesIO(made)).pages[0].mediabox
    assert [round(float(side)) for side in (box.width, box.height)] == [595, 842]


@pytest.mark.usefixtures("renderer")
def test_what_is_too_large_says_what_would_not_be() -> None:
    with pytest.raises(SettingError, match="cannot be made") as told:
        raster.png(drawing(), scale=1000)
    assert ".svg" in told.value.hint


@pytest.mark.usefixtures("renderer")
def test_without_a_chinese_font_no_boxes_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst  # noqa: PLC0415 - an extra

    real: Any = typst.Compiler
    monkeypatch.setattr(typst, "Compiler", lambda **options: real(**{**options, "ignore_system_fonts": True}))
    with pytest.raises(EngineError, match="Chinese") as told:
        raster.png(plain("图", chinese=True))
    assert "fonts-noto-cjk" in told.value.hint
    raster.has_chinese_font.cache_clear()
    assert raster.png(plain("Chart"))[1:4] == b"PNG"


def test_without_the_extra_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(EngineError, match="typst") as told:
        raster.pdf(plain("Chart"))
    assert "orgchart[pictures]" in told.value.hint


def test_paper_is_landscape_unless_said_otherwise() -> None:
    for name in NAMES:
        assert paper_named(name).ratio > 1
        assert paper_named(f"{name} Portrait").ratio == pytest.approx(1 / paper_named(name).ratio)
    with pytest.raises(SettingError, match="A9") as told:
        paper_named("A9")
    assert "A3-portrait" in told.value.hint
