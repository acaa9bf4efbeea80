"""A picture as one page that explores it: pan, zoom, search, collapse, focus. It asks for nothing from anywhere.

The page holds the picture as it is, an outline of the organization in words, and the sheets of its roles as JSON; its
own program and styles are the files in `page`. A content policy allows these, by their hashes, and nothing else.
Without a program running, the picture and the outline can be read all the same.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from orgchart.rendering.scene import NOBODY
from orgchart.rendering.writers.escaping import attribute, content
from orgchart.rendering.writers.page_words import CHINESE, ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from orgchart.rendering.facts import Bond, Facts, Sheet

_SIZE: Final = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_UNSAFE: Final = re.compile("[<>&\u007f-\u009f\u2028\u2029\ud800-\udfff]")
_DEEPEST: Final = 60
"""Lists in lists an outline is written in; browsers flatten what is nested several hundred deep."""


def write_page(svg: str, facts: Facts) -> str:
    """Write the page of one picture; `svg` is the picture, `facts` what is known about its cards."""
    return "\n".join(_parts(svg, facts)) + "\n"


def _parts(svg: str, facts: Facts) -> Iterator[str]:
    words = CHINESE if facts.language.startswith("zh") else ENGLISH
    style, program = _page_file("page.css"), _page_file("page.js")
    yield "<!DOCTYPE html>"
    yield f'<html lang="{attribute(facts.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, program, svg)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{content(facts.title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield f"<body{_shape(svg)}>"
    yield from _bar(facts, words)
    yield from _aside(words)
    yield f'<main id="stage" aria-label="{attribute(words["chart"])}">'
    yield svg.strip()
    yield "</main>"
    yield from _outline(facts, words)
    yield from _help(words)
    yield f'<script type="application/json" id="data">{_data(facts, words)}</script>'
    yield f'<script type="module">{program}</script>'
    yield "</body>"
    yield "</html>"


def _shape(svg: str) -> str:
    """Say that a picture is wider than high: then it is printed on paper that lies."""
    size = _SIZE.search(svg)
    return ' class="wide"' if size and float(size[1]) > float(size[2]) else ""


def _page_file(name: str) -> str:
    """Read a file of the page without its indentation and without lines that are only comments."""
    text = files("orgchart.rendering.writers").joinpath("page", name).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(["", *(line for line in lines if line and not line.startswith(("//", "/*", "*/", "* "))), ""])


def _policy(style: str, program: str, svg: str) -> str:
    """Allow the program, the style of the page and the styles in the picture; nothing else, from nowhere."""
    styles = " ".join(_hash(text) for text in dict.fromkeys([style, *map(unescape, _STYLE.findall(svg))]))
    return f"default-src 'none'; script-src {_hash(program)}; style-src {styles}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(facts: Facts, words: Mapping[str, str]) -> str:
    """Write what the program reads as JSON that no HTML reader can take for markup."""
    data = {
        "words": words,
        "sheets": [_sheet(sheet) for sheet in facts.sheets],
        "bonds": [_bond(bond) for bond in facts.bonds],
        "initials": dict(facts.initials),
        "variants": dict(facts.variants),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda letter: f"\\u{ord(letter[0]):04x}", text)


def _sheet(sheet: Sheet) -> dict[str, Any]:
    """Give what is known, without what is empty."""
    found: dict[str, Any] = {
        "key": _as_read(sheet.key),
        "title": sheet.title,
        "party": sheet.party,
        "above": None if sheet.above == NOBODY else sheet.above,
        "superiors": sheet.superiors,
        "unit": sheet.unit,
        "holders": sheet.holders,
        "span": sheet.span,
        "names": [name for name in sheet.names if name],
        "facts": sheet.facts,
        "ghost": sheet.ghost,
        "now": None if sheet.now == NOBODY else sheet.now,
    }
    return {key: value for key, value in found.items() if value or (key in {"above", "now"} and value == 0)}


def _bond(bond: Bond) -> dict[str, Any]:
    return {"number": bond.number, "kind": bond.kind, "ends": bond.ends, "about": bond.about}


def _as_read(key: str) -> str:
    """Give a key as the reader of the picture gets it back from its attribute."""
    return unescape(attribute(key))


# The parts of the page


def _bar(facts: Facts, words: Mapping[str, str]) -> Iterator[str]:
    yield '<header id="bar">'
    yield f"<h1>{content(facts.title)}</h1>"
    yield f'<p id="count">{content(facts.description)}</p>'
    yield '<search class="tool" id="finder">'
    yield (
        f'<input id="search" type="search" role="combobox" aria-label="{attribute(words["search"])}" '
        f'placeholder="{attribute(words["search"])}" aria-expanded="false" aria-controls="results" '
        'aria-autocomplete="list" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd>'
    )
    yield f'<ul id="results" role="listbox" aria-label="{attribute(words["results"])}" hidden></ul>'
    yield "</search>"
    yield f'<label class="tool" id="depth">{content(words["layers"])} <select id="layers"></select></label>'
    yield _button("outline-button", words["outline"], "", more=' aria-expanded="false" aria-controls="outline"')
    yield _button("help-button", words["help"], "?")
    yield '<div class="tool" id="zoom">'
    yield _button("zoom-in", words["zoom_in"], "+")
    yield '<output id="percent" aria-hidden="true"></output>'
    yield _button("zoom-out", words["zoom_out"], "−")
    yield _button("fit", words["fit"], "")
    yield _button("actual", words["actual"], "1:1")
    yield "</div>"
    yield '<p id="said" class="unseen" role="status" aria-live="polite"></p>'
    yield "</header>"


def _button(name: str, label: str, sign: str, more: str = "") -> str:
    label = attribute(label)
    return f'<button class="tool" type="button" id="{name}" aria-label="{label}" title="{label}"{more}>{sign}</button>'


def _aside(words: Mapping[str, str]) -> Iterator[str]:
    yield f'<aside id="sheet" aria-label="{attribute(words["sheet"])}" hidden></aside>'


def _help(words: Mapping[str, str]) -> Iterator[str]:
    yield f'<dialog id="help" aria-label="{attribute(words["help"])}">'
    yield f"<h2>{content(words['help'])}</h2><dl>"
    for line in words["keys"].split("\n"):
        keys, _, meaning = line.partition("|")
        shown = " ".join(f"<kbd>{content(key)}</kbd>" for key in keys.split(" "))
        yield f"<dt>{shown}</dt><dd>{content(meaning)}</dd>"
    yield f'</dl><form method="dialog"><button>{content(words["close"])}</button></form>'
    yield "</dialog>"


def _outline(facts: Facts, words: Mapping[str, str]) -> Iterator[str]:
    """Write the whole organization as lists in lists: superiors, with their reports inside."""
    yield f'<nav id="outline" aria-label="{attribute(words["outline"])}">'
    yield f"<h2>{content(words['outline'])}</h2>"
    yield from _tree(facts.sheets)
    parties = [sheet for sheet in facts.sheets if sheet.party]
    if parties:
        yield f"<h3>{content(words['parties'])}</h3>"
        yield "<ul>"
        yield from (f"<li>{_link(sheet)}</li>" for sheet in parties)
        yield "</ul>"
    yield "</nav>"


def _tree(sheets: Sequence[Sheet]) -> Iterator[str]:
    below: dict[int, list[int]] = {}
    for place, sheet in enumerate(sheets):
        if not sheet.party:
            below.setdefault(sheet.above, []).append(place)
    open_lists = 0
    waiting = [(place, 1) for place in reversed(below.get(NOBODY, ()))]
    while waiting:
        place, depth = waiting.pop()
        depth = min(depth, _DEEPEST)
        yield from ["<ul>"] * (depth - open_lists)
        yield from ["</li></ul>"] * (open_lists - depth)
        yield ("</li>" if depth <= open_lists else "") + f"<li>{_link(sheets[place])}"
        open_lists = depth
        waiting += [(report, depth + 1) for report in reversed(below.get(place, ()))]
    yield from ["</li></ul>"] * open_lists


def _link(sheet: Sheet) -> str:
    kind = "party" if sheet.party else "ghost" if sheet.ghost else "role"
    target = attribute(f"#{kind}={quote(_as_read(sheet.key), safe='')}")
    beside = " · ".join(part for part in (sheet.holders, sheet.unit) if part)
    small = f" <small>{content(beside)}</small>" if beside else ""
    return f'<a href="{target}">{content(sheet.title)}</a>{small}'
