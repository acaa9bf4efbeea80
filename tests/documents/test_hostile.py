"""Whatever bytes a file holds: a document, or one sentence that names the file and says what to do."""

from __future__ import annotations

import base64
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgchart.documents import DocumentError, read_document
from orgchart.documents.limits import MOST_FRAGMENTS
from tests.documents.making import cell, docx, paragraph, pdf, row, sheet, table, xlsx, zipped
from tests.documents.test_sheets import OLD

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b"\xef\xbb\xbf \r\n\0", "the file is empty"),
        ("a.txt", b"a" * (64 * 1024 * 1024 + 1), "larger than 64 MB"),
        ("a.txt", b"\n" * (MOST_FRAGMENTS + 1) + b"a", "more than 2,000,000 lines"),
        ("a.docx", docx("<w:p>"), "broken: word/document.xml is no well-formed XML"),
        ("a.docx", docx(paragraph("a"))[:-30], "broken: the archive in it cannot be opened"),
        ("a.docx", zipped({"word/other.xml": "<a/>"}), "broken: word/document.xml is missing"),
        ("a.docx", zipped({"word/document.xml": ENTITY}), "declares a document type"),
        ("a.xlsx", zipped({"xl/workbook.xml": ENTITY}), "declares a document type"),
        ("a.docx", zipped({"word/document.xml": b"<a>" + bytes(30_000_000)}), "zip bomb"),
        ("a.docx", b"not a document", "it does not begin as a Word document does, though its name says so"),
        ("A.XLSX", "岗位".encode(), "it does not begin as an Excel workbook does"),
        ("a.pdf", b"\x80\x81", "it does not begin as a PDF does"),
        ("a.docx", docx(paragraph("")), "no text in it"),
        ("a.docx", COMPOUND + "EncryptedPackage\0".encode("utf-16-le"), "encrypted"),
        ("a.ppt", COMPOUND + "PowerPoint Document\0".encode("utf-16-le"), "an office document of an unknown kind"),
        ("a.pptx", zipped({"ppt/presentation.xml": "<a/>"}), "PowerPoint"),
        ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "OpenDocument"),
        ("a.zip", zipped({"a.txt": "a"}), "a zip archive"),
        ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(99), "a PNG picture"),
        ("a.doc", b"Rar!\x1a\x07" + bytes(99), "a RAR archive"),
        ("a.pdf", b"%PDF-1.7 and nothing", "the pdf is broken"),
        ("a.xls", COMPOUND + "Workbook\0".encode("utf-16-le"), "the workbook is broken"),
    ],
)
def test_what_cannot_be_read_is_told_with_a_way_out(name: str, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as told:
        read_document(name, data)
    assert told.value.message.startswith(f"{name}: ")
    assert message in told.value.message
    assert told.value.hint


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.doc", b"<html><body><p>a</p></body></html>", "a"),
        ("a.doc", docx(paragraph("a")), "a"),
        ("a.xls", xlsx({"A": sheet(["a"])}), "a"),
        ("a", pdf(([(9, 9, "甲")], [])), "甲"),
    ],
)
def test_a_wrong_suffix_does_not_matter(name: str, data: bytes, text: str) -> None:
    assert read_document(name, data).fragments[0].text == text


def test_depth_is_no_danger() -> None:
    tables = docx("<w:tbl><w:tr><w:tc>" * 20_000 + paragraph("a") + "</w:tc></w:tr></w:tbl>" * 20_000)
    boxes = docx(
        "<w:p><w:r><w:pict><w:txbxContent>" * 20_000 + paragraph("a") + "</w:txbxContent></w:pict></w:r></w:p>" * 20_000
    )
    assert read_document("a.docx", tables).fragments[-1].text == "a"
    assert read_document("a.docx", boxes).fragments[-1].text == "a"


SEEDS = {
    "a.docx": docx(paragraph("岗位") + table(row(cell("甲", '<w:gridSpan w:val="2"/>')), row(cell("乙"), cell("丙")))),
    "a.xlsx": xlsx({"人事": sheet(["岗位", "上级"], ["经理", "总经理"])}),
    "a.xls": zlib.decompress(base64.b85decode(OLD)),
    "a.pdf": pdf(([(50, 800, "岗位"), (55, 705, "经理")], [(50, 700, 100, 20), (150, 700, 100, 20)])),
    "a.html": "<table><tr><td rowspan=2>岗位</table><p title='a'>经理&amp;".encode(),
    "a.csv": '岗位,"上\n级"\n"经理"",总\n'.encode("gb18030"),
    "a.md": "# 岗位\n|a|b|\n|-|-|\n|c|d|\n".encode(),
}


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_documents_are_read_or_refused(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SEEDS)))
    damaged = bytearray(SEEDS[name])
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
        damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    damaged = damaged[: data.draw(st.integers(0, len(damaged)))] if data.draw(st.booleans()) else damaged
    complaint = complaint_about(name, bytes(damaged))
    assert complaint is None or (complaint.message.startswith(f"{name}: ") and complaint.hint)


def complaint_about(name: str, data: bytes) -> DocumentError | None:
    try:
        read_document(name, data)
    except DocumentError as error:
        return error
    return None
