"""docx: the final version of a form, with its merged cells."""

from __future__ import annotations

from orgchart.documents import read_document
from orgchart.extraction.document import Fragment
from tests.documents.making import cell, docx, paragraph, relation, row, run, table

MERGED = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def words_of(body: str) -> list[str]:
    return [one.text for one in read_document("a.docx", docx(body)).fragments]


def test_a_form_keeps_its_merged_cells_and_counts_them_as_they_stand_in_the_row() -> None:
    body = table(
        row(cell("岗位"), cell("经理", wide(3))),
        row(cell("职责", MERGED), cell("一"), cell("二", wide(2))),
        row(cell("", GOES_ON), cell("三", wide(3))),
    )
    assert read_document("a.docx", docx(body)).fragments == (
        Fragment("岗位", None, "table 1, row 1, cell 1", 0, 1, 1, 1, 1, 1),
        Fragment("经理", None, "table 1, row 1, cell 2", 0, 1, 1, 2, 1, 3),
        Fragment("职责", None, "table 1, row 2, cell 1", 0, 1, 2, 1, 2, 1),
        Fragment("一", None, "table 1, row 2, cell 2", 0, 1, 2, 2, 1, 1),
        Fragment("二", None, "table 1, row 2, cell 3", 0, 1, 2, 3, 1, 2),
        Fragment("三", None, "table 1, row 3, cell 2", 0, 1, 3, 2, 1, 3),
    )


def test_content_controls_insertions_and_links_are_read_deletions_and_hidden_words_are_not() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('请输入')}</w:sdtContent></w:sdt>"
    changed = f"<w:ins>{run('新')}</w:ins><w:moveFrom>{run('走')}</w:moveFrom>"
    changed += "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    link = f"<w:hyperlink>{run('链接')}</w:hyperlink>"
    hidden = run("藏", "<w:vanish/>") + run("见", '<w:vanish w:val="0"/>')
    signs = '<w:r><w:tab/><w:t>a</w:t><w:br/><w:noBreakHyphen/><w:sym w:char="F0FE"/></w:r>'
    assert words_of(f"<w:p>{control}{prompt}{changed}{link}{hidden}{signs}</w:p>") == ["控件新链接见\ta\n-☑"]


def test_a_cell_in_a_content_control_keeps_its_column_and_a_deleted_row_is_gone() -> None:
    controlled = f"<w:sdt><w:sdtContent>{cell('乙')}</w:sdtContent></w:sdt>"
    body = table(row(cell("甲"), controlled, cell("丙")), row(cell("删"), properties="<w:del/>"), row(cell("丁")))
    found = read_document("a.docx", docx(body)).fragments
    assert [(one.text, one.row, one.column) for one in found] == [
        ("甲", 1, 1),
        ("乙", 1, 2),
        ("丙", 1, 3),
        ("丁", 3, 1),
    ]


def test_a_text_box_is_read_once_behind_its_paragraph_and_a_nested_table_behind_its_cell() -> None:
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    twice = (
        f"<mc:AlternateContent><mc:Choice><w:drawing><a:t>图</a:t>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = (
        f"<w:p><w:r>{twice}</w:r>{run('段')}</w:p>"
        + table(row(cell("外", inside=table(row(cell("内"))))))
        + paragraph("尾")
    )
    found = read_document("a.docx", docx(body)).fragments
    assert [(one.text, one.place) for one in found] == [
        ("段", "paragraph 1"),
        ("框", "paragraph 1, text box"),
        ("外", "table 1, row 1, cell 1"),
        ("内", "table 1, row 1, cell 1, inner table 1, row 1, cell 1"),
        ("尾", "paragraph 2"),
    ]


def test_headings_come_from_outline_levels_and_from_styles_by_any_name() -> None:
    styles = (
        '<styles><style styleId="1"><name val="标题 2"/></style>'
        '<style styleId="2"><name val="own"/><basedOn val="1"/></style>'
        '<style styleId="3"><name val="heading 3"/></style>'
        '<style styleId="4"><name val="x"/><outlineLvl val="0"/></style></styles>'
    )
    body = "".join(paragraph(f"{style}", f'<w:pStyle w:val="{style}"/>') for style in "12345")
    body += paragraph("6", '<w:outlineLvl w:val="3"/>') + paragraph(
        "7", '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'
    )
    data = docx(body, {"word/styles.xml": styles}, relation("r1", "styles", "styles.xml"))
    assert [one.heading for one in read_document("a.docx", data).fragments] == [2, 2, 3, 1, 0, 4, 0]


def test_headers_and_footers_are_left_out_and_told() -> None:
    parts = {
        "word/header1.xml": f"<w:hdr>{paragraph('机密')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr>{paragraph('第 1 页')}</w:ftr>",
    }
    pointed = relation("r1", "header", "header1.xml") + relation("r2", "footer", "footer1.xml")
    document = read_document("a.docx", docx(paragraph("正文"), parts, pointed))
    assert [one.text for one in document.fragments] == ["正文"]
    assert document.remarks == ("left out the page header: 机密",)
