"""SVG to PNG and PDF, by the package `typst`: it carries its own renderer and needs no other program.

PDF stays vector, its text can be searched and copied, pages have bookmarks, and a card that is continued on another
page is a link to it. The same pictures give the same bytes: no dates, no random names.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from orgchart.errors import EngineError, SettingError
from orgchart.rendering.theme import FONTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from orgchart.rendering.paper import Paper

SCALE: Final = 2.0
MOST_PIXELS: Final = 150_000_000
"""A larger PNG takes gigabytes while it is made, and few programs open it."""

_POINTS_PER_PIXEL: Final = 0.75
_MARGIN: Final = 0.02
"""The part of a sheet's shorter side that is left white around a picture: printers do not reach the edge."""
_SAME_SHAPE: Final = 0.01
"""Pictures made for a sheet differ no more from its shape; they have their own margin."""

_MISSING: Final = (
    "PNG and PDF need the package typst, which is not installed.",
    "Install it: pip install 'orgchart[pictures]'. SVG and HTML need nothing.",
)
_NO_FONT: Final = (
    "No font on this machine has Chinese characters: PNG and PDF would show boxes in their place.",
    (
        "Install one (Debian, Ubuntu: apt install fonts-noto-cjk; Fedora: dnf install google-noto-sans-cjk-fonts; "
        "Alpine: apk add font-noto-cjk), or write .svg or .html, which take the fonts of whoever looks at them."
    ),
)

_SIZE: Final = re.compile(r'<svg\b[^>]*?\bwidth="(\d+)" height="(\d+)"')
_LANGUAGE: Final = re.compile(r'<svg\b[^>]*?\blang="([A-Za-z]+)')
_TITLE: Final = re.compile(r"<title\b[^>]*>([^<]*)</title>")
_DESCRIPTION: Final = re.compile(r"<desc\b[^>]*>([^<]*)</desc>")
_JUMP: Final = re.compile(
    r'<g class="card [^"]*"[^>]*? data-page="(\d+)"[^>]*>(?:<title>[^<]*</title>)?'
    r'<rect\b[^>]*? x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"'
)
_CHINESE: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_TWO_CHARACTERS: Final = ("汉", "字")

_DOCUMENT: Final = """
#let book = json("book.json")
#set document(title: book.title, date: none)
#set text(lang: book.language)
#set page(margin: 0pt, fill: white)
#for sheet in book.sheets {
  page(width: sheet.width * 1pt, height: sheet.height * 1pt, {
    place(hide(heading(sheet.title)))
    place(dx: sheet.left * 1pt, dy: sheet.top * 1pt,
      image(sheet.file, width: sheet.wide * 1pt, height: sheet.high * 1pt, alt: sheet.description))
    for jump in sheet.jumps {
      place(dx: jump.x * 1pt, dy: jump.y * 1pt, link((page: jump.page, x: 0pt, y: 0pt),
        box(width: jump.wide * 1pt, height: jump.high * 1pt)))
    }
  })
}
"""
"""Every word of an organization comes from the JSON file beside it, so none can be taken for markup."""
_PROBE: Final = '#set page(margin: 0pt, width: 20pt, height: 20pt)\n#image("probe.svg")'


def png(svg: str, *, scale: float = SCALE, fonts: Sequence[str] = ()) -> bytes:
    """Rasterize a picture; `scale` is the number of pixels of the PNG for one of the SVG.

    `fonts` are folders with further fonts. Raises `EngineError` where the package or a Chinese font is missing, and
    `SettingError` where the PNG would be too large to be made.
    """
    width, height = _size(svg)
    if not 0 < scale * scale * width * height <= MOST_PIXELS:
        most = int((MOST_PIXELS / (width * height)) ** 0.5 * 100) / 100
        raise SettingError(
            f"a PNG of {round(width * scale):,} × {round(height * scale):,} pixels cannot be made",
            f"choose a scale above 0 and up to {most}, or write .svg, .pdf or .html, which stay sharp at every size",
        )
    return _compiled([svg], None, fonts, format="png", ppi=scale * 96)


def pdf(svg: str, *, paper: Paper | None = None, fonts: Sequence[str] = ()) -> bytes:
    """Make a PDF of one page, as large as the picture, or with the picture fitted on a sheet of `paper`."""
    return pdf_pages([svg], paper=paper, fonts=fonts)


def pdf_pages(svgs: Sequence[str], *, paper: Paper | None = None, fonts: Sequence[str] = ()) -> bytes:
    """Make one PDF of several pictures, a page each, with a bookmark each."""
    return _compiled(svgs, paper, fonts, format="pdf", timestamp=0)


def _compiled(svgs: Sequence[str], paper: Paper | None, fonts: Sequence[str], **options: Any) -> bytes:
    """Let typst put the pictures on pages."""
    if any(map(_CHINESE.search, svgs)) and not has_chinese_font(tuple(fonts)):
        raise EngineError(*_NO_FONT)
    files = {f"{number}.svg": svg.encode("utf-8", "replace") for number, svg in enumerate(svgs, 1)}
    language = _LANGUAGE.search(svgs[0])
    book = {
        "title": _said(_TITLE, svgs[0]),
        "language": language[1].lower() if language else "en",
        "sheets": [_sheet(svg, number, len(svgs), paper) for number, svg in enumerate(svgs, 1)],
    }
    files["book.json"] = json.dumps(book, ensure_ascii=False).encode("utf-8", "replace")
    return _run(_DOCUMENT, files, fonts, **options)


def _sheet(svg: str, number: int, count: int, paper: Paper | None) -> dict[str, object]:
    """Say where a picture stands on its page, in points, and which of its cards are links."""
    width, height = _size(svg)
    wide, high = width * _POINTS_PER_PIXEL, height * _POINTS_PER_PIXEL
    page, left, top = (wide, high), 0.0, 0.0
    if paper is not None:
        page = paper.points
        free = 0 if abs(wide / high / paper.ratio - 1) < _SAME_SHAPE else min(page) * _MARGIN * 2
        factor = min((page[0] - free) / wide, (page[1] - free) / high)
        wide, high = round(wide * factor, 2), round(high * factor, 2)
        left, top = round((page[0] - wide) / 2, 2), round((page[1] - high) / 2, 2)
    point = wide / width
    return {
        "file": f"{number}.svg",
        "title": _said(_TITLE, svg),
        "description": _said(_DESCRIPTION, svg),
        "width": page[0],
        "height": page[1],
        "left": left,
        "top": top,
        "wide": wide,
        "high": high,
        "jumps": [
            {"page": page, "x": left + x * point, "y": top + y * point, "wide": w * point, "high": h * point}
            for page, x, y, w, h in _jumps(svg)
            if page <= count
        ],
    }


def _jumps(svg: str) -> Iterator[tuple[int, ...]]:
    for found in _JUMP.finditer(svg):
        yield tuple(map(int, found.groups()))


def _size(svg: str) -> tuple[int, int]:
    found = _SIZE.search(svg)
    if found is None:
        message = "this text is no picture: the svg element has no width and height in pixels"
        raise ValueError(message)
    return int(found[1]), int(found[2])


def _said(pattern: re.Pattern[str], svg: str) -> str:
    found = pattern.search(svg)
    return unescape(found[1]) if found else ""


@lru_cache(maxsize=8)
def has_chinese_font(fonts: tuple[str, ...] = ()) -> bool:
    """Whether the renderer finds a font with Chinese characters: two of them look alike only where both are boxes."""
    one, other = (
        _run(_PROBE, {"probe.svg": _probe(character)}, fonts, format="png", ppi=72) for character in _TWO_CHARACTERS
    )
    return one != other


def _probe(character: str) -> bytes:
    text = f"<text y='16' style='font:16px {FONTS}'>{character}</text>"
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'>{text}</svg>".encode()


def _run(document: str, files: Mapping[str, bytes], fonts: Sequence[str], **options: Any) -> bytes:
    """Run the renderer on files in memory; it opens none but fonts."""
    try:
        import typst  # noqa: PLC0415 - an extra, and large
    except ImportError:
        raise EngineError(*_MISSING) from None
    make: Any = typst.Compiler
    try:
        made: bytes = make(input={"main": document.encode(), **files}, font_paths=list(fonts)).compile(**options)
    except typst.TypstError as error:
        raise EngineError(f"The package typst could not draw this picture: {error}") from None
    return made
