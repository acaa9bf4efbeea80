"""Spreadsheets: xlsx, ods and xls."""

from __future__ import annotations

import base64
import zlib

import pytest

from orgchart.documents import DocumentError, read_document
from orgchart.extraction.document import Fragment
from tests.documents.making import sheet, xlsx, zipped

OLD = (
    b"c-rk)O-NKx6#mYe_r`JXXT~(pKt#yObP+8KLZ^aq<zzoll$Af@B20}zBwLtevx*>S5k(tAiCS1~`bTOJv<N0@5d?u2u37~~E!5XJ"
    b"XWsL#2^=WFc;Dlmd+)jDynE)JbMC$K-X_E2Lk~(OumpARVb;!ue*urUWV@XZc-*$7>DB=*wue=P>;OB`Z{b<)n=J96_<I5d?wc=}"
    b"0-w1w;WVP%UF~Hnh+S$!3yBT2WOD2oxXC3C#cEf9(l(`Ql-^U>=Sp`d=d#jTmK~=fNJgTS+nhK)Y?SL*9#g_2)%mELEhxfkiQ{uu"
    b"C?#uQXZ&Q#sZ};mYUW@V?9%%7uJ*X}^D%-T(8s9m?5vK(#!<-b9>#aO4488B`bC+?Us*nZ`9Bx)v;M#juoIW^uNo#W0K1tam=nlB"
    b"jVU7rJ&j(9CfMm6eu)gCWMZ0AL-Je-OJ8eh*vq*!)jQG_jNa~N&g8Kl2bgo~XiaOf-{0c{ZEuza4+ReP9_JuC6O>~>w~f%EZ6jBc"
    b"DTiqc`PvR^N`=_!={w)vHMBNHPAF$UkBZcRvR<r*jq{?x%6V|#2R?#;O4Zn`^n$*1owiGq7IM6EUC~(NH1-Ut%talo;CZ$x-bXep"
    b"Xm8|p;_JT0rHL<*P23)>pEz4M`XMreaz5Z<vR3>IqKc~M#&yAyh+C7h^?XuV{M$AZFhY*)wsUIcV@48>5muV&$?DKt&v4dCv?+}?"
    b"skYCNC)Jj9>o<bBHHJ~@X#3J=`&8RvI;K6*mia{9Tp~Zl9yC>cUdB>;=VfG8OE=-WuMAA8MLyLsP-hh2q5Kq%w0W#V%+MTNtuaGs"
    b"V@B3VR~6}2)q@8Q9z1yP;2}ehUfNPuZMjrg&c!Ut`K~j=W!C#l^50@Vy7}qhzm&Vt#dREg8O6_9SmeHomZ{@@FBBZ&+2iOytJ=|#"
    b"as2Ydnil?^Wh;jMUJ7M8|7<39{^R+70m8l!Yy"
)
"""A workbook of 1997, packed: sheet 人事 with a date and merged cells, and a hidden sheet."""


def cells_of(name: str, data: bytes) -> dict[str, str]:
    return {one.place: one.text for one in read_document(name, data).fragments}


def test_cells_have_the_name_their_readers_know_and_merged_ones_stand_once() -> None:
    rows = sheet(
        ["岗位", "", "上级"], ["经理", "", "总经理"], after='<mergeCells><mergeCell ref="A2:B3"/></mergeCells>'
    )
    document = read_document("a.xlsx", xlsx({"人事": rows, "藏": sheet(["无"])}, hidden=["藏"]))
    assert document.fragments == (
        Fragment("岗位", None, "人事!A1", 0, 1, 1, 1, 1, 1),
        Fragment("上级", None, "人事!C1", 0, 1, 1, 3, 1, 1),
        Fragment("经理", None, "人事!A2", 0, 1, 2, 1, 2, 2),
        Fragment("总经理", None, "人事!C2", 0, 1, 2, 3, 1, 1),
    )
    assert document.remarks == ("left out the hidden sheet 藏",)


def test_values_read_as_the_sheet_shows_them() -> None:
    parts = {
        "xl/strings.xml": "<sst><si><t>共享</t><rPh><t>g</t></rPh></si><si><r><t>富</t></r><t>文</t></si></sst>",
        "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00000"/>'
        '<numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>',
    }
    rows = (
        '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c><v>7.0</v></c><c s="1"><v>45418</v></c>'
        '<c s="2"><v>42</v></c><c s="3"><v>45418.5</v></c><c t="b"><v>1</v></c><c t="str"><v>a_x000D_b</v></c>'
        "<c><v>0.30000000000000004</v></c><c/></row></sheetData>"
    )
    found = cells_of("a.xlsx", xlsx({"A": rows}, parts=parts))
    assert list(found.values()) == [
        "共享",
        "富文",
        "7",
        "2024-05-06",
        "00042",
        "2024-05-06 12:00",
        "TRUE",
        "a\rb",
        "0.3",
    ]
    assert list(found)[-1] == "A!I1"


def test_two_cells_far_apart_take_no_room_between_them() -> None:
    rows = '<sheetData><c r="A1"><v>1</v></c><c r="XFD1048576"><v>2</v></c></sheetData>'
    assert cells_of("a.xlsx", xlsx({"A": rows})) == {"A!A1": "1", "A!XFD1048576": "2"}


@pytest.mark.parametrize("cell", ['<c r="ZZZZ1"><v>1</v></c>', '<c r="A1" t="s"><v>9</v></c>', '<row r="0"><c/></row>'])
def test_what_no_sheet_can_hold_is_told(cell: str) -> None:
    with pytest.raises(DocumentError, match=r"a\.xlsx: the document is broken"):
        read_document("a.xlsx", xlsx({"A": f"<sheetData>{cell}</sheetData>"}))


def test_an_open_document_spreadsheet_reads_the_same() -> None:
    content = (
        "<d><spreadsheet><table name='人事'><table-row><table-cell><p>岗位</p></table-cell>"
        "<table-cell number-columns-repeated='2'/><table-cell number-columns-spanned='2'><p>一<s c='2'/>二</p><p>三</p>"
        "<annotation><p>批注</p></annotation></table-cell><covered-table-cell/></table-row>"
        "<table-row number-rows-repeated='1000000'><table-cell number-columns-repeated='16384'/></table-row>"
        "<table-row><table-cell><p>末</p></table-cell></table-row></table></spreadsheet></d>"
    )
    parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    found = read_document("a.ods", zipped(parts)).fragments
    assert [(one.text, one.place, one.column_span) for one in found] == [
        ("岗位", "人事!A1", 1),
        ("一  二\n三", "人事!D1", 2),
        ("末", "人事!A1000002", 1),
    ]


def test_a_workbook_of_old_reads_the_same() -> None:
    document = read_document("a.xls", zlib.decompress(base64.b85decode(OLD)))
    assert [(one.text, one.place) for one in document.fragments] == [
        ("岗位", "人事!A1"),
        ("直接上级", "人事!B1"),
        ("工号", "人事!C1"),
        ("客户经理", "人事!A2"),
        ("总经理", "人事!B2"),
        ("7", "人事!C2"),
        ("合并", "人事!A4"),
        ("2024-05-06", "人事!A6"),
    ]
    assert (document.fragments[6].row_span, document.fragments[6].column_span) == (2, 3)
    assert document.remarks == ("left out the hidden sheet 藏",)
