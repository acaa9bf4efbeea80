"""The page that shows a folder of pictures: one file without scripts that needs nothing but the pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from orgchart.record import NamedTuple
from orgchart.rendering.cleaning import clean
from orgchart.rendering.theme import DARK, FONTS, LIGHT
from orgchart.rendering.writers.escaping import attribute, content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CHINESE: Final = {"title": "组织架构图", "roles": "{} 个岗位", "count": "{} 个组织，{} 个岗位"}
_IDEOGRAPH: Final = re.compile("[\u3400-\u9fff]")
_ENGLISH: Final = {"title": "Organization charts", "roles": "{} roles", "count": "{} organizations, {} roles"}


class Entry(NamedTuple):
    """One picture of the folder: its file name, the organization's id and name, and how many roles it shows."""

    file: str
    id: str
    name: str
    roles: int


def index_page(entries: Sequence[Entry], *, language: str = "", title: str = "") -> str:
    """Write the page of all pictures, in their order; `language` is `zh` or `en`, by default that of most names."""
    if not language:
        chinese = sum(bool(_IDEOGRAPH.search(entry.name)) for entry in entries)
        language = "zh" if chinese * 2 >= len(entries) else "en"
    return "\n".join(_parts(entries, language, title)) + "\n"


def _parts(entries: Sequence[Entry], language: str, title: str) -> Iterator[str]:
    words = _CHINESE if language == "zh" else _ENGLISH
    heading = content(clean(title) or words["title"])
    yield "<!DOCTYPE html>"
    yield f'<html lang="{"zh-CN" if language == "zh" else "en"}">'
    yield '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'; style-src "
    yield "'unsafe-inline'\">"
    yield f"<title>{heading}</title>"
    yield f"<style>{_style()}</style></head>"
    yield f"<body><h1>{heading}</h1>"
    yield f"<p>{content(words['count'].format(len(entries), sum(entry.roles for entry in entries)))}</p>"
    yield "<ul>"
    yield from (_entry(entry, words["roles"]) for entry in entries)
    yield "</ul></body></html>"


def _entry(entry: Entry, roles: str) -> str:
    link = attribute(quote(entry.file, errors="replace"))
    name = clean(entry.name) or entry.id
    return (
        f'<li><a href="{link}"><img src="{link}" alt="" loading="lazy"><b>{content(name)}</b></a>'
        f"<small>{content(clean(entry.id))} · {content(roles.format(entry.roles))}</small></li>"
    )


def _style() -> str:
    fonts = FONTS.replace('"', "'")
    return (
        f"body{{margin:2rem;font:16px/1.5 {fonts};color:{LIGHT.ink};background:{LIGHT.background}}}"
        "h1{font-size:1.5rem;margin:0}p,small{color:#4a5568}"
        "ul{list-style:none;margin:1.5rem 0 0;padding:0;display:grid;gap:1.25rem;"
        "grid-template-columns:repeat(auto-fill,minmax(18rem,1fr))}"
        "a{color:inherit;text-decoration:none}a:hover b,a:focus b{text-decoration:underline}"
        f"img{{display:block;width:100%;height:11rem;object-fit:scale-down;border:1px solid {LIGHT.border};"
        "border-radius:6px;box-sizing:border-box;padding:.5rem;margin-bottom:.4rem;background:#fff}"
        "b{display:block}small{display:block}"
        "@media screen and (prefers-color-scheme:dark){"
        f"body{{color:{DARK.ink};background:{DARK.background}}}p,small{{color:{DARK.soft_ink}}}"
        f"img{{background:{DARK.background}}}}}"
    )
