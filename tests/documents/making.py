"""Documents made for tests, each from the few parts that a reader needs."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return buffer.getvalue()


def relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="http://x/relationships/{kind}" Target="{target}"/>'


def docx(body: str, parts: Mapping[str, str] | None = None, relations: str = "") -> bytes:
    extra = {"word/_rels/document.xml.rels": RELATIONS.format(relations)} if relations else {}
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **extra, **(parts or {})})


def run(words: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def cell(words: str, properties: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def xlsx(sheets: Mapping[str, str], *, hidden: Sequence[str] = (), parts: Mapping[str, str] | None = None) -> bytes:
    """A workbook of sheets, each as the XML of its rows and what follows them."""
    states = {name: "hidden" if name in hidden else "visible" for name in sheets}
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{states[name]}" r:id="s{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    numbers = range(1, len(sheets) + 1)
    pointed = "".join(relation(f"s{number}", "worksheet", f"worksheets/s{number}.xml") for number in numbers)
    pointed += relation("t", "sharedStrings", "/xl/strings.xml") + relation("f", "styles", "styles.xml")
    return zipped(
        {
            "xl/workbook.xml": f"<workbook><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": RELATIONS.format(pointed),
            **{
                f"xl/worksheets/s{number}.xml": f"<worksheet>{words}</worksheet>"
                for number, words in enumerate(sheets.values(), 1)
            },
            **(parts or {}),
        }
    )


def sheet(*rows: Sequence[str], after: str = "") -> str:
    """The rows of a sheet with words in their cells; empty ones are left out."""
    told = []
    for number, cells in enumerate(rows, 1):
        words = "".join(
            f'<c r="{chr(ord("A") + column)}{number}" t="inlineStr"><is><t>{escape(word)}</t></is></c>'
            for column, word in enumerate(cells)
            if word
        )
        told.append(f'<row r="{number}">{words}</row>')
    return f"<sheetData>{''.join(told)}</sheetData>{after}"


Page = tuple["Sequence[tuple[int, int, str]]", "Sequence[tuple[int, int, int, int]]"]


def pdf(*pages: Page) -> bytes:
    """A pdf with a text layer in a Chinese font that every reader knows: pages of words at places, and rectangles."""
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        (
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
        ),
    ]
    for index, (texts, boxes) in enumerate(pages):
        drawn = "".join(f"BT /F 12 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n" for x, y, text in texts)
        drawn += "".join(f"{x} {y} {width} {height} re S\n" for x, y, width, height in boxes)
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {6 + 2 * index} 0 R>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}endstream")
    written, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{words}\nendobj\n"
    table_of_places = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        f"{written}xref\n0 {count}\n0000000000 65535 f \n{table_of_places}"
        f"trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF"
    ).encode("ascii")
