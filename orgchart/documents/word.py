"""docx: paragraphs and cells as a reader of the final version sees them.

Read from the XML itself, because the libraries for it lose what forms are made of: content controls, inserted words,
text boxes, and which cells are merged. Deleted words, hidden words and the prompts of empty controls are left out;
so are automatic numbers, which are no words of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.documents.limits import check_count
from orgchart.documents.markup import listen, main_part, relations
from orgchart.documents.word_styles import Styles
from orgchart.documents.word_tables import Cell, Table
from orgchart.extraction.document import Document, Fragment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from orgchart.documents.archive import Archive

UNREAD = frozenset(
    {"del", "moveFrom", "Fallback", "rt", "pPrChange", "rPrChange", "tcPrChange", "tblPrChange", "trPrChange",
     "tblPrExChange", "sectPrChange", "tblGridChange", "numberingChange"}
)  # fmt: skip
"""Earlier versions of something, second copies of a text box, and the pronunciation above a word."""
DRAWN = frozenset({"drawing", "pict", "object"})
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SYMBOLS = {"F052": "☑", "F0FE": "☑", "F0FD": "☒", "F054": "☒", "F0A3": "□", "F06F": "□", "F0A8": "□"}
FALSE = frozenset({"0", "false", "off"})
ASIDE = {"header": "page header", "footer": "page footer", "footnotes": "footnotes", "endnotes": "endnotes"}
PAGE_NUMBER = re.compile(r"[\s\d/第页共頁版of\-–—page.]*", re.IGNORECASE)
LONGEST_REMARK = 60


def read(archive: Archive) -> Document:
    """A Word document; raises `DocumentError` where it is broken."""
    part = main_part(archive, "word/document.xml")
    pointed = relations(archive, part)
    styles = Styles()
    for _key, kind, target in pointed:
        if kind == "styles" and target in archive:
            listen(archive.name, target, archive.read(target), styles)
    body = _Body(archive.name, styles)
    listen(archive.name, part, archive.read(part), body)
    remarks = dict.fromkeys(_asides(archive, pointed))
    return Document(name=archive.name, fragments=tuple(body.fragments()), remarks=tuple(remarks))


def _asides(archive: Archive, pointed: list[tuple[str, str, str]]) -> Iterator[str]:
    """What stands beside the text and is left out: a remark for each that says something."""
    for _key, kind, target in pointed:
        if kind in ASIDE and target in archive:
            beside = _Body(archive.name, Styles())
            listen(archive.name, target, archive.read(target), beside)
            words = " ".join(" ".join(fragment.text for fragment in beside.fragments()).split())
            if not PAGE_NUMBER.fullmatch(words):
                short = words if len(words) <= LONGEST_REMARK else f"{words[:LONGEST_REMARK]}…"
                yield f"left out the {ASIDE[kind]}: {short}"


class _Paragraph:
    """A paragraph that is open: its words, and what makes it a heading."""

    def __init__(self, slot: int, place: str) -> None:
        self.slot = slot
        self.place = place
        self.pieces: list[str] = []
        self.style = ""
        self.outline: str | None = None

    def set_property(self, name: str, value: str | None) -> None:
        """A property of the paragraph, of which two count."""
        if name == "pStyle":
            self.style = value or ""
        elif name == "outlineLvl":
            self.outline = value


class _Body:
    """The fragments of a document as its elements come by.

    What opens first keeps its slot among the fragments: a cell stands before the tables in it, a paragraph before its
    text boxes, though both end later.
    """

    def __init__(self, name: str, styles: Styles) -> None:
        self._name = name
        self._styles = styles
        self._found: list[Fragment | Cell | None] = []
        self._open: list[str] = [""]
        self._unread = 0
        self._heard = [True]
        self._prompts: list[bool] = []
        self._prompted = 0
        self._hidden = False
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[Table] = []
        self._paragraph_count = self._table_count = self._outer_tables = 0

    def fragments(self) -> Iterator[Fragment]:
        """What was found, in reading order."""
        return (found if isinstance(found, Fragment) else found.fragment() for found in self._found if found)

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        parent = self._open[-1]
        self._open.append(name)
        if self._unread or name in UNREAD:
            if not self._unread and name == "del" and parent == "trPr" and self._tables:
                self._tables[-1].delete_row()
            self._unread += 1
        elif name in DRAWN or name == "txbxContent":
            self._heard.append(name == "txbxContent")
        elif self._heard[-1]:
            self._opened(name, parent, attributes)

    def close(self, name: str) -> None:
        """An element ends."""
        self._open.pop()
        if self._unread:
            self._unread -= 1
        elif name in DRAWN or name == "txbxContent":
            self._heard.pop()
        elif self._heard[-1]:
            self._closed(name)

    def words(self, words: str) -> None:
        """Words between tags, which count inside of text elements only."""
        if self._open[-1] == "t" and not self._unread and self._heard[-1]:
            self._add(words)

    def _opened(self, name: str, parent: str, attributes: Mapping[str, str]) -> None:
        if name == "p":
            self._paragraphs.append(_Paragraph(self._slot(), self._paragraph_place()))
        elif name == "tbl":
            self._open_table()
        elif name == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif name == "tc" and self._tables:
            self._tables[-1].begin_cell(self._slot())
        elif name == "sdt":
            self._prompts.append(False)
        elif name in SIGNS and parent == "r":
            self._add(SIGNS[name])
        elif name == "sym":
            self._add(SYMBOLS.get(attributes.get("char", "").upper(), ""))
        else:
            self._set_property(name, parent, attributes.get("val"))

    def _closed(self, name: str) -> None:
        if name == "p":
            self._close_paragraph()
        elif name == "tbl" and self._tables:
            self._tables.pop()
        elif name == "tc" and self._tables:
            cell = self._tables[-1].end_cell()
            if cell is not None:
                self._found[cell.slot] = cell
        elif name == "r":
            self._hidden = False
        elif name == "sdt":
            self._prompted -= self._prompts.pop()

    def _set_property(self, name: str, parent: str, value: str | None) -> None:
        if parent == "pPr" and self._paragraphs:
            self._paragraphs[-1].set_property(name, value)
        elif parent in {"tcPr", "trPr"} and self._tables:
            self._tables[-1].set_property(name, value)
        elif name == "vanish" and self._open[-3:] == ["r", "rPr", "vanish"]:
            self._hidden = value not in FALSE
        elif name == "showingPlcHdr" and self._prompts and not self._prompts[-1]:
            self._prompts[-1] = value not in FALSE
            self._prompted += self._prompts[-1]

    def _add(self, words: str) -> None:
        if self._paragraphs and not self._hidden and not self._prompted:
            self._paragraphs[-1].pieces.append(words)

    def _slot(self) -> int:
        self._found.append(None)
        check_count(self._name, len(self._found))
        return len(self._found) - 1

    def _paragraph_place(self) -> str:
        if self._paragraphs:
            return f"{self._paragraphs[0].place}, text box"
        self._paragraph_count += not self._tables
        return f"paragraph {self._paragraph_count}"

    def _close_paragraph(self) -> None:
        if not self._paragraphs:
            return
        paragraph = self._paragraphs.pop()
        words = "".join(paragraph.pieces)
        cell = self._tables[-1].cell if self._tables else None
        if cell is not None:
            cell.lines.append(words)
        else:
            heading = self._styles.heading(paragraph.style, paragraph.outline)
            self._found[paragraph.slot] = Fragment(words, place=paragraph.place, heading=heading)

    def _open_table(self) -> None:
        self._table_count += 1
        if self._tables:
            self._tables.append(self._tables[-1].inner_table(self._table_count))
        else:
            self._outer_tables += 1
            self._tables.append(Table(self._table_count, f"table {self._outer_tables}"))
