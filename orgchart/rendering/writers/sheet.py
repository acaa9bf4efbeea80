"""A page of a booklet to SVG: the picture, and on cards that are continued elsewhere the number of that page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from orgchart.rendering.writers.svg import write_svg

if TYPE_CHECKING:
    from orgchart.rendering.booklet.sheets import Page

_CARD: Final = re.compile(
    r'<g class="card([^"]*)" data-role="([^"]*)">((?:<title>[^<]*</title>)?)'
    r'(<rect\b[^>]* x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"[^>]*/>)'
)
_STYLE: Final = ".stub .n{font-weight:600}"


def write_sheet(page: Page) -> str:
    """Write a page as a standalone SVG file; cards with a page elsewhere look like the first of a pile."""
    text = write_svg(page.scene)
    if not page.jumps:
        return text
    pages = iter([card.box.page for card in page.scene.cards if card.box.kind == "role"])

    def marked(found: re.Match[str]) -> str:
        kinds, key, title, box = found.group(1, 2, 3, 4)
        number = next(pages)
        if not number:
            return found[0]
        x, y, width, height = map(int, found.group(5, 6, 7, 8))
        edge = f'<path class="r" d="M{x + 6} {y + height + 3}h{width - 7}a4 4 0 0 0 4 -4v{7 - height}"/>'
        return f'<g class="card stub{kinds}" data-role="{key}" data-page="{number}">{title}{box}{edge}'

    return _CARD.sub(marked, text).replace("\n</style>", f"\n{_STYLE}\n</style>", 1)
