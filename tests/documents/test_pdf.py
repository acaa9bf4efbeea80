"""pdf: lines and ruled tables of the text layer, and what is said where there is none."""

from __future__ import annotations

import sys

import pytest

from orgchart.documents import DocumentError, read_document
from orgchart.extraction.document import Fragment
from tests.documents.making import Page, pdf

FORM: Page = (
    [
        (50, 800, "岗位说明书"),
        (50, 780, "直接上级：总经理"),
        (55, 705, "岗位"),
        (155, 705, "客户经理"),
        (55, 685, "职责"),
        (155, 685, "甲"),
        (255, 685, "乙"),
        (50, 600, "后文"),
    ],
    [(50, 700, 100, 20), (150, 700, 200, 20), (50, 680, 100, 20), (150, 680, 100, 20), (250, 680, 100, 20)],
)
PICTURE: Page = ([], [(0, 0, 90, 90)])


def test_lines_and_ruled_cells_know_their_page() -> None:
    document = read_document("a.pdf", pdf(FORM, PICTURE))
    assert document.fragments == (
        Fragment("岗位说明书", None, "page 1, line 1"),
        Fragment("直接上级：总经理", None, "page 1, line 2"),
        Fragment("岗位", None, "page 1, table 1, row 1, cell 1", 0, 1, 1, 1, 1, 1),
        Fragment("客户经理", None, "page 1, table 1, row 1, cell 2", 0, 1, 1, 2, 1, 2),
        Fragment("职责", None, "page 1, table 1, row 2, cell 1", 0, 1, 2, 1, 1, 1),
        Fragment("甲", None, "page 1, table 1, row 2, cell 2", 0, 1, 2, 2, 1, 1),
        Fragment("乙", None, "page 1, table 1, row 2, cell 3", 0, 1, 2, 3, 1, 1),
        Fragment("后文", None, "page 1, line 5"),
    )
    assert document.remarks == ("no text on page 2: a picture needs its text recognised (OCR)",)


def test_a_pdf_of_pictures_only_says_so() -> None:
    with pytest.raises(DocumentError, match="pictures only") as told:
        read_document("a.pdf", pdf(PICTURE))
    assert "OCR" in told.value.hint


def test_an_encrypted_pdf_says_so() -> None:
    from io import BytesIO  # noqa: PLC0415 - for this test

    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - as above

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(FORM))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(DocumentError, match=r"a\.pdf: the pdf is encrypted"):
        read_document("a.pdf", locked.getvalue())


@pytest.mark.parametrize(
    ("package", "name", "data"),
    [
        ("pdfplumber", "a.pdf", pdf(FORM)),
        ("python_calamine", "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le")),
        ("doc2docx", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument\0".encode("utf-16-le")),
    ],
)
def test_without_the_extra_the_command_that_helps_is_named(
    package: str, name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DocumentError) as told:
        read_document(name, data)
    assert told.value.message.startswith(f"{name}: ")
    assert "pip install 'orgchart[documents]'" in told.value.hint
