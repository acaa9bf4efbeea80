"""Rosters: whom a cell for a superior means, who holds what, and what is said of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.documents import read_document
from orgchart.errors import DocumentError, SettingError
from orgchart.rosters import Roster, is_roster, read_roster
from tests.documents.making import cell, docx, paragraph, row, sheet, table, xlsx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.extraction.mentions import FoundRole

STAFF = """东方机械有限公司花名册
工号,姓名,部门,岗位,直接上级,职级,编制
001,王一,总办,总经理,无,12,1
002,李二,客服部,经理,王一,8,1
003,张三,客服部,专员,李二,5,2
004,赵四(代),客服部,专员,2,5,2人
005,空缺,销售部,经理,总经理,8,1
"""


def roster(text: str, columns: Mapping[str, str] | None = None) -> Roster:
    return read_roster(read_document("a.csv", text.encode()), columns)


def lines(found: Roster) -> dict[str, tuple[str, ...]]:
    return {f"{role.unit}/{role.title}": role.reports_to for role in found.organization.roles if role.described}


def one(found: Roster, title: str) -> FoundRole:
    return next(role for role in found.organization.roles if role.title == title)


def test_superiors_are_found_by_title_by_person_and_by_number() -> None:
    found = roster(STAFF)
    assert lines(found) == {
        "总办/总经理": (),
        "客服部/经理": ("总经理",),
        "客服部/专员": ("客服部/经理",),
        "销售部/经理": ("总经理",),
    }
    assert found.organization.name == "东方机械有限公司"
    assert found.remarks == ("5 rows, all used",)


def test_each_line_has_the_cell_it_was_read_from() -> None:
    (line,) = one(roster(STAFF), "专员").evidence
    assert (line.field, line.value, line.quote, line.file, line.line) == (
        "reports_to",
        "客服部/经理",
        "李二",
        "a.csv",
        5,
    )


def test_persons_of_one_post_are_its_holders_and_a_vacant_post_has_none() -> None:
    roles = {f"{role.unit}/{role.title}": role for role in roster(STAFF).organization.roles}
    assert dict(roles["客服部/专员"].facts)["holders"] == [
        {"name": "张三", "id": "003"},
        {"name": "赵四", "id": "004", "acting": True},
    ]
    assert dict(roles["销售部/经理"].facts)["holders"] == []
    assert dict(roles["总办/总经理"].facts)["root"] is True
    assert dict(roles["客服部/专员"].facts)["grade"] == "5"
    assert roles["客服部/专员"].lines == ((5, 5), (6, 6))


def test_a_name_that_fits_several_posts_is_kept_as_written_and_told() -> None:
    found = roster(
        STAFF + "006,钱七,销售部,专员,经理,5,1\n007,李二,财务部,会计,总经理,5,1\n008,孙八,财务部,出纳,李二,5,1\n"
    )
    assert lines(found)["销售部/专员"] == ("经理",)
    assert lines(found)["财务部/出纳"] == ("李二",)
    assert "line 8: 经理 fits several posts: 客服部/经理, 销售部/经理" in found.remarks
    assert any("李二 fits several posts: 客服部/经理, 会计" in remark for remark in found.remarks)
    assert {words.words for words in found.organization.passed_over} == {"经理", "李二"}


def test_a_title_that_no_row_describes_is_a_role_mentioned_and_another_name_is_not() -> None:
    found = roster("岗位,部门,直接上级\n会计,财务部,财务总监\n出纳,财务部,王五\n司机,行政部,\n")
    assert [role.title for role in found.organization.roles if not role.described] == ["财务总监"]
    assert lines(found) == {"财务部/会计": ("财务总监",), "财务部/出纳": ("王五",), "行政部/司机": ()}
    assert "line 3: 王五 is no role, person or number of this roster" in found.remarks


def test_a_superior_with_the_same_post_makes_no_line_to_itself() -> None:
    found = roster("姓名,岗位,直接上级\n甲一,工程师,\n乙二,工程师,甲一\n")
    assert lines(found) == {"None/工程师": ()}
    assert "line 3: 甲一 holds the same post, which cannot report to itself" in found.remarks


def test_a_person_and_a_title_in_one_row_must_agree() -> None:
    head = "姓名,岗位,上级岗位,上级姓名\n甲一,经理,,\n乙二,总监,,\n"
    assert lines(roster(f"{head}丙三,专员,经理,甲一\n"))["None/专员"] == ("经理",)
    found = roster(f"{head}丙三,专员,经理,乙二\n")
    assert lines(found)["None/专员"] == ("经理",)
    assert any("name different superiors in one row" in remark for remark in found.remarks)


def test_every_row_that_is_skipped_is_listed_and_the_counts_add_up() -> None:
    data = xlsx({"人事": sheet(
        ["花名册"], ["部门", "岗位", "姓名"], ["客服部", "经理", "甲一"], ["客服部", "", "乙二"],
        ["部门", "岗位", "姓名"], ["客服部", "专员", "丙三"], ["合计", "", "3"],
    )})  # fmt: skip
    found = read_roster(read_document("a.xlsx", data))
    assert [(skipped.place, skipped.reason) for skipped in found.skipped] == [
        ("人事!A4", "it names no role in the column of titles"),
        ("人事!A5", "it repeats the headers"),
        ("人事!A7", "it is a total"),
    ]
    assert found.rows == 5
    assert found.remarks[0] == "2 of 5 rows used"


def test_a_merged_department_counts_for_all_its_rows() -> None:
    rows = sheet(
        ["部门", "岗位", "直接上级"], ["客服部", "经理", ""], ["", "专员", "经理"], ["销售部", "助理", ""],
        after='<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    )  # fmt: skip
    found = read_roster(read_document("a.xlsx", xlsx({"A": rows})))
    assert [role.unit for role in found.organization.roles] == ["客服部", "客服部", "销售部"]
    assert [(line.line, line.place) for line in found.organization.roles[1].evidence] == [(None, "A!C3")]


@pytest.mark.parametrize(
    "header",
    [
        "Ｊｏｂ Title,Dept.,Reports To,Name",
        "Position,Department,Line-Manager,Full Name",
        "職位,部門,直屬上級,姓名",
        "岗位(必填),所属部门*,汇报对象,员工姓名",
    ],
)
def test_headers_are_known_in_their_usual_forms(header: str) -> None:
    found = roster(f"{header}\nCEO,A,,Ann\nClerk,B,Ann,Bob\n")
    assert lines(found) == {"A/CEO": (), "B/Clerk": ("CEO",)}


def test_differing_facts_of_one_post_are_left_out_and_told() -> None:
    found = roster("岗位,部门,职级,编制\n专员,甲部,5,二\n专员,甲部,6,二\n经理,甲部,8,1\n")
    assert one(found, "专员").headcount is None
    assert "grade" not in dict(one(found, "专员").facts)
    assert any("the grade of 专员 differs from row to row (5, 6)" in remark for remark in found.remarks)
    assert any("line 2: 二 is no number of persons" in remark for remark in found.remarks)


def test_dotted_lines_are_lines_with_evidence() -> None:
    found = roster("岗位,直接上级,虚线上级\n总经理,,\n总监,总经理,\n专员,总经理,总监\n")
    assert dict(one(found, "专员").facts) == {"dotted_line_to": ["总监"]}
    assert [(line.field, line.value) for line in one(found, "专员").evidence] == [
        ("reports_to", "总经理"),
        ("dotted_line_to", "总监"),
    ]


def test_a_column_can_be_named() -> None:
    text = "岗位,部门,听谁的\n经理,甲部,\n专员,甲部,经理\n"
    assert lines(roster(text))["甲部/专员"] == ()
    assert lines(roster(text, {"reports_to": "听谁的"}))["甲部/专员"] == ("经理",)


def test_a_header_or_field_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(DocumentError, match="no column is headed 汇报") as told:
        roster(STAFF, {"reports_to": "汇报"})
    assert "工号, 姓名, 部门, 岗位, 直接上级" in told.value.hint
    with pytest.raises(SettingError, match="no field report_to") as told_field:
        roster(STAFF, {"report_to": "直接上级"})
    assert "reports_to" in told_field.value.hint


def test_a_document_without_a_roster_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"a\.csv: no table with a row a role"):
        roster("甲,乙\n丙,丁\n")


FORM = table(
    row(cell("岗位名称"), cell("客服经理"), cell("所属部门"), cell("客服部")),
    row(cell("直接上级"), cell("总经理"), cell("编制"), cell("1")),
    row(cell("岗位职责"), cell("负责客户服务")),
)
ROSTER = table(*(row(cell(a), cell(b)) for a, b in (("岗位", "上级"), ("经理", "总经理"), ("专员", "经理"))))


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.csv", STAFF.encode(), True),
        ("a.csv", "岗位,部门\n经理,甲\n".encode(), False),
        ("a.txt", STAFF.encode(), False),
        ("a.docx", docx(ROSTER), True),
        ("a.docx", docx(FORM), False),
        ("a.docx", docx(paragraph("负责客户服务工作，对总经理负责。" * 9) + ROSTER), False),
        ("a.xlsx", xlsx({"A": sheet(["岗位名称", "经理"], ["直接上级", "总经理"], ["部门", "甲部"])}), False),
        ("a.md", b"|Title|Manager|\n|-|-|\n|CEO||\n|Clerk|CEO|\n", True),
    ],
)
def test_rosters_are_told_from_forms_and_from_texts_with_a_table(name: str, data: bytes, expected: bool) -> None:
    assert is_roster(read_document(name, data)) is expected


def test_a_hundred_thousand_rows_are_read_whole() -> None:
    rows = "".join(f"岗位{index},部门{index % 300},岗位{index // 10},人{index}\n" for index in range(1, 100_000))
    found = roster(f"岗位,部门,直接上级,姓名\n岗位0,部门0,,人0\n{rows}")
    assert len(found.organization.roles) == found.rows == 100_000
    assert found.organization.roles[-1].reports_to == ("岗位9999",)
