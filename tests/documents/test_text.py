"""Text, Markdown and csv: encodings, lines, tables."""

from __future__ import annotations

import pytest

from orgchart.documents import DocumentError, read_document

SIMPLIFIED = "岗位名称：客户服务部经理\r\n直接上级：总经理\r所属部门：客户服务部\n"
TRADITIONAL = "崗位名稱：客戶服務部經理\r\n直接上級：總經理\r所屬部門：客戶服務部\n"
SHORT = "岗位：经理"


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (SIMPLIFIED, "utf-8", ""),
        (SIMPLIFIED, "utf-8-sig", ""),
        (SIMPLIFIED, "gbk", "GB18030"),
        (SIMPLIFIED, "gb18030", "GB18030"),
        (SHORT, "gb18030", "GB18030"),
        (SHORT + "𠮷䶮", "gb18030", "GB18030"),
        (TRADITIONAL, "big5", "Big5"),
        (TRADITIONAL, "utf-16", ""),
        (SIMPLIFIED, "utf-16-le", "UTF-16"),
        (SIMPLIFIED, "utf-16-be", "UTF-16"),
        ("Title: Manager\nReports to: CEO\n", "utf-16-le", "UTF-16"),
        ("Title: Manager – “Sales”\nReports to: José\n", "cp1252", "Windows-1252"),
    ],
)
def test_every_encoding_of_the_field_is_read_and_a_guess_is_told(text: str, encoding: str, told: str) -> None:
    document = read_document("a.txt", text.encode(encoding))
    assert "\n".join(one.text for one in document.fragments) == "\n".join(text.splitlines())
    assert [told in remark for remark in document.remarks] == [True] * bool(told)


def test_lines_are_counted_as_an_editor_does() -> None:
    document = read_document("a.txt", "一\r\n\r二\x0c三\u2028四\n五\x85六".encode())
    assert [(one.line, one.text) for one in document.fragments] == [
        (1, "一"),
        (2, ""),
        (3, "二\x0c三\u2028四"),
        (4, "五\x85六"),
    ]


def test_one_bad_byte_does_not_turn_a_text_into_another_encoding() -> None:
    document = read_document("a.txt", SIMPLIFIED.encode() + b"\xff" + (SIMPLIFIED * 30).encode())
    assert "1 character could not be read" in document.remarks[0]
    assert document.fragments[-1].text == "所属部门：客户服务部"


def test_control_characters_are_kept_and_harmless() -> None:
    document = read_document("a.txt", "岗位\0：\x01经理\x1f\n上级".encode())
    assert [one.text for one in document.fragments] == ["岗位\0：\x01经理\x1f", "上级"]


def test_markdown_has_headings_and_tables_and_its_words_stand_in_their_lines() -> None:
    text = (
        "# **客户服务部经理** #\n\n- 直接上级：**总经理**\n> 引用\n\n标题\n===\n"
        "| 岗位 | 上级 |\n|:--|---|\n| 专员 | a\\|b |\n\n```\n# 不是标题\n```\n"
    )
    document = read_document("a.md", text.encode())
    lines = text.split("\n")
    assert all(one.text in lines[(one.line or 0) - 1] for one in document.fragments)
    assert [(one.heading, one.text) for one in document.fragments if one.heading] == [
        (1, "客户服务部经理"),
        (1, "标题"),
    ]
    cells = [(one.row, one.column, one.line, one.text) for one in document.fragments if one.table]
    assert cells == [(1, 1, 8, "岗位"), (1, 2, 8, "上级"), (2, 1, 10, "专员"), (2, 2, 10, "a\\|b")]
    assert "直接上级：**总经理**" in [one.text for one in document.fragments]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_tables_in_text_know_the_line_each_cell_begins_on(sign: str) -> None:
    rows = [["岗位", "职责"], ["经理", '"一\n二 ""三"""'], ["", "四"]]
    document = read_document("a.csv", "\r\n".join(sign.join(row) for row in rows).encode("utf-8-sig"))
    cells = [(one.row, one.column, one.line, one.text) for one in document.fragments]
    assert cells == [(1, 1, 1, "岗位"), (1, 2, 1, "职责"), (2, 1, 2, "经理"), (2, 2, 2, '一\n二 "三"'), (3, 2, 4, "四")]


def test_the_separator_that_excel_writes_first_is_obeyed() -> None:
    document = read_document("a.csv", "sep=;\n岗位,职务;上级\n".encode())
    assert [(one.row, one.line, one.text) for one in document.fragments] == [(1, 2, "岗位,职务"), (1, 2, "上级")]


def test_a_quotation_mark_that_is_never_closed_is_told_and_costs_one_cell() -> None:
    document = read_document("a.csv", b'a,"b"\nc,"d\ne,f\n')
    assert [one.text for one in document.fragments] == ["a", "b", "c", '"d', "e", "f"]
    assert document.remarks == ("line 2: a quotation mark opens here and is never closed",)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt: no text in UTF-8"):
        read_document("a.txt", bytes(range(128, 256)) * 40)
