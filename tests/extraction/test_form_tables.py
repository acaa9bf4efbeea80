"""Forms as a word processor has them: tables with cells that reach over rows and columns, trade by trade."""

from __future__ import annotations

import pytest

from orgchart.extraction.document import Document, Fragment
from orgchart.extraction.engine import extract


def table(rows: tuple[str, ...]) -> Document:
    """Rows of cells parted by bars; the cell above reaches a cell of `^`, the one on the left a cell of `<`."""
    grid = [row.split("|") for row in rows]
    fragments = []
    for row, cells in enumerate(grid):
        for column, words in enumerate(cells):
            if words in ("^", "<"):
                continue
            below = [other[column] if column < len(other) else "" for other in grid[row + 1 :]]
            fragments.append(
                Fragment(
                    words,
                    place=f"table 1, row {row + 1}, cell {column + 1}",
                    table=1,
                    row=row + 1,
                    column=column + 1,
                    row_span=1 + _reach(below, "^"),
                    column_span=1 + _reach(cells[column + 1 :], "<"),
                )
            )
    return Document(name="form.docx", fragments=tuple(fragments))


def _reach(following: list[str], sign: str) -> int:
    return next((number for number, words in enumerate(following) if words != sign), len(following))


def said(rows: tuple[str, ...]) -> set[str]:
    """Lines as superior>subordinate, relations as role~party."""
    told = set()
    for one in extract(table(rows)):
        for role in one.roles:
            told |= {f"{superior}>{role.title}" for superior in role.reports_to}
            told |= {f"{role.title}>{subordinate}" for subordinate in role.supervises or ()}
            told |= {f"{role.title}~{party.party}" for party in role.coordinates_with}
    return told


TABLES = [
    # A label that reaches down, a short label in each of its rows.
    (
        ("岗位名称|检验科主任|直接上级|医疗副院长", "工作协作关系|内部|药剂科、检验科|<", "^|外部|社区卫生服务中心|<"),
        "医疗副院长>检验科主任 检验科主任~药剂科 检验科主任~检验科 检验科主任~社区卫生服务中心",
    ),
    # Beside a unit that is known, a short word that is not is one too.
    (
        ("岗位名称|行车调度员", "直接上级|调度主任", "工作关系|内部协调|车辆段、乘务队", "^|外部协调|供电公司"),
        "调度主任>行车调度员 行车调度员~车辆段 行车调度员~乘务队 行车调度员~供电公司",
    ),
    # Words of sentences are labels where they fill a cell.
    (
        ("岗位名称|工会干事", "直接上级|工会主席", "内部协调|人力资源部、财务部"),
        "工会主席>工会干事 工会干事~人力资源部 工会干事~财务部",
    ),
    # A header over three columns within the form.
    (
        (
            "岗位名称|维修主管|岗位编号|W-01",
            "直接下级|机修工（3人）、电工（2人）|<|<",
            "工作关系|<|<|<",
            "范围|对象|内容|<",
            "公司内部|生产部|停机检修|<",
            "公司外部|备件供应商|采购备件|<",
        ),
        "维修主管>机修工 维修主管>电工 维修主管~生产部 维修主管~备件供应商",
    ),
    # Label and value in one cell.
    (
        ("职位名称：大堂经理|<|所属部门：前厅部|<", "直接上级：前厅部经理|<|直接下级：接待员、礼宾员|<"),
        "前厅部经理>大堂经理 大堂经理>接待员 大堂经理>礼宾员",
    ),
    # A role a row, and what each says.
    (
        ("岗位名称|直接上级|直接下级", "总账会计|财务经理|无", "财务经理|财务总监|总账会计、出纳"),
        "财务经理>总账会计 财务总监>财务经理 财务经理>出纳",
    ),
    (
        ("岗位|职责", "护士长|在护理部主任领导下负责病区管理。", "责任护士|在护士长领导下完成护理工作。"),
        "护理部主任>护士长 护士长>责任护士",
    ),
    # The title is not the first field.
    (
        ("汇报关系|直接上级|工程总监", "^|直接下级|土建工程师、水电工程师", "岗位名称|工程部经理|<"),
        "工程总监>工程部经理 工程部经理>土建工程师 工程部经理>水电工程师",
    ),
    # The column of parties takes two columns, the first of them for how far they are.
    (
        (
            "岗位名称|安全主管|直接上级|安全总监",
            "沟通对象|<|沟通内容",
            "内部|车间主任|安全检查",
            "^|设备部|设备安全",
            "外部|消防部门|消防验收",
        ),
        "安全总监>安全主管 安全主管~车间主任 安全主管~设备部 安全主管~消防部门",
    ),
]


@pytest.mark.parametrize(("rows", "wanted"), TABLES, ids=range(len(TABLES)))
def test_tables(rows: tuple[str, ...], wanted: str) -> None:
    assert said(rows) == set(wanted.split())


def test_tables_quote_the_cell_they_name() -> None:
    rows = ("岗位名称|放线员", "直接上级|测量主管")
    (found,) = extract(table(rows))
    evidence = [one for role in found.roles for one in role.evidence if one.field == "reports_to"]
    assert [(one.quote, one.place) for one in evidence] == [("测量主管", "table 1, row 2, cell 2")]
