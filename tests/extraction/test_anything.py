"""Whatever a text says, it is read without a fault, and every quote stands where it is said to stand."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from orgchart.documents import read_document
from orgchart.extraction.engine import extract

PIECES = (
    *("岗位说明书", "岗位职责", "岗位名称", "直接上级", "直接下级", "所属部门", "内部协调关系", "任职资格", "汇报对象"),
    *(
        "总经理",
        "财务部经理",
        "会计、出纳",
        "护士长",
        "副院长",
        "销售部",
        "税务局",
        "无",
        "上级领导",
        "各部门",
        "经理(2人)",
    ),
    *("在总经理领导下", "对院长负责", "协助财务部", "与采购部沟通", "指导会计的工作", "向董事会汇报", "下设班组长"),
    *(
        "篇一：",
        "第二篇 ",
        "1、",
        "2.",
        "一、",
        "（三）",
        "【",
        "】",
        "：",
        ":",
        "；",
        "。",
        "，",
        "|",
        "\t",
        "  ",
        "\n",
        "\n\n",
    ),
    *(
        "Reports to",
        "Job Title",
        "Manager",
        "(jīnglǐ)",
        "直 接 上 级",
        "經理",
        "\u3000",
        "\ufeff",
        "�",
        "a",
        "0",
        "-",
        "—张三",
        "- 主管",
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
def test_any_text_is_read_and_quoted_in_its_place(text: str) -> None:
    text = f"岗位{text}"
    lines = text.split("\n")
    for organization in extract(read_document("a.txt", text.encode())):
        for role in organization.roles:
            for evidence in role.evidence:
                assert evidence.line is not None
                assert evidence.end_line is not None
                assert evidence.quote in "\n".join(lines[evidence.line - 1 : evidence.end_line])
