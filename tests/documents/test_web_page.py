"""HTML: what a browser would show, with the line it is written on."""

from __future__ import annotations

import pytest

from orgchart.documents import read_document
from orgchart.extraction.document import Fragment

PAGE = """<!DOCTYPE html>
<html><head><title>无</title><style>p {}</style><script>var a = "<p>无</p>";</script></head>
<body><nav>导航</nav><h2>客户&amp;服务部经理</h2>
<p>直接上级：<b>总经理</b><br>直接下级：
   专员
<p hidden>看不见<p style="display: none">也看不见<p>a < b
<ul><li>一<li>二</ul><!-- <p>注释</p> -->
</body></html>
"""


def test_words_are_those_a_browser_shows_each_with_its_line() -> None:
    document = read_document("a.html", PAGE.encode())
    assert [(one.text, one.line, one.heading) for one in document.fragments] == [
        ("客户&服务部经理", 3, 2),
        ("直接上级：总经理", 4, 0),
        ("直接下级： 专员", 4, 0),
        ("a < b", 6, 0),
        ("一", 7, 0),
        ("二", 7, 0),
    ]


def test_cells_know_how_far_they_reach_and_what_stands_in_them() -> None:
    page = """<table><caption>表</caption><tr><th rowspan=2>岗位<td colspan="2">经理
    <tr><td>甲<br>乙<td><table><tr><td>内</table>外</table>后"""
    found = read_document("a.htm", page.encode()).fragments
    assert [one.text for one in found] == ["表", "岗位", "经理", "甲\n乙", "外", "内", "后"]
    assert found[1] == Fragment("岗位", 1, "table 1, row 1, cell 1", 0, 1, 1, 1, 2, 1)
    assert found[2] == Fragment("经理", 1, "table 1, row 1, cell 2", 0, 1, 1, 2, 1, 2)
    assert found[3] == Fragment("甲\n乙", None, "table 1, row 2, cell 1", 0, 1, 2, 2, 1, 1)
    assert found[5] == Fragment("内", 2, "table 1, row 2, cell 2, inner table 1, row 1, cell 1", 0, 2, 1, 1, 1, 1)


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("big5", "big5"), ("utf-8", "utf-8")])
def test_a_page_is_read_as_it_says(charset: str, encoding: str) -> None:
    page = f'<html><meta charset="{charset}"><p>上</p></html>'
    assert read_document("page", page.encode(encoding)).fragments[0].text == "上"


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<a ",
        '<a x="',
        "<a x='\" ",
        "<script>",
        "<table><tr><td>",
        "<b>",
        "</i>",
        "&",
        "<p>",
        "<",
        "</",
        "<td rowspan=9 colspan=9>",
    ],
)
def test_pages_that_never_close_what_they_open_are_read(piece: str) -> None:
    document = read_document("a.html", f"<p>首</p>{piece * 20_000}".encode())
    assert document.fragments[0].text == "首"
