"""Forms in every layout, and what they say: pairs of a form and the statements read from it, trade by trade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.extraction.document import Document, Fragment
from orgchart.extraction.engine import extract

if TYPE_CHECKING:
    from orgchart.extraction.mentions import FoundOrganization


def document(words: str, name: str = "form.txt") -> Document:
    lines = words.strip("\n").split("\n")
    return Document(name=name, fragments=tuple(Fragment(line, line=n) for n, line in enumerate(lines, start=1)))


def table(*rows: str, number: int = 1) -> Document:
    """A table as a word processor has it: rows of cells parted by bars; `^` is a part of the cell above."""
    fragments = []
    for row, cells in enumerate(rows, start=1):
        for column, words in enumerate(cells.split("|"), start=1):
            if words == "^":  # part of the cell above
                continue
            reach = 1
            while row - 1 + reach < len(rows) and (rows[row - 1 + reach].split("|") + [""] * 9)[column - 1] == "^":
                reach += 1
            place = f"table {number}, row {row}, cell {column}"
            fragments.append(Fragment(words.strip(), place=place, table=number, row=row, column=column, row_span=reach))
    return Document(name="form.docx", fragments=tuple(fragments))


def said(organizations: tuple[FoundOrganization, ...]) -> set[str]:
    """Lines as superior > subordinate, relations as role ~ party, both by title."""
    told = set()
    for one in organizations:
        for role in one.roles:
            told |= {f"{superior}>{role.title}" for superior in role.reports_to}
            told |= {f"{role.title}>{subordinate}" for subordinate in role.supervises or ()}
            told |= {f"{role.title}~{party.party}" for party in role.coordinates_with}
    return told


def described(organizations: tuple[FoundOrganization, ...]) -> list[str]:
    return [role.title for one in organizations for role in one.roles if role.described]


FORMS = [
    # A field a line.
    (
        """
        岗位名称：注塑车间主任
        所属部门：生产部
        直接上级：生产部经理
        直接下级：注塑班长、模具管理员
        岗位职责：
        1、负责车间日常生产。
        """,
        "生产部经理>注塑车间主任 注塑车间主任>注塑班长 注塑车间主任>模具管理员",
    ),
    # Traditional characters, letters that stand apart.
    (
        """
        崗 位 名 稱：會計主管
        直 接 上 級：財 務 總 監
        直 接 下 級：出納、成本會計
        """,
        "财务总监>会计主管 会计主管>出纳 会计主管>成本会计",
    ),
    # Label and value on lines of their own.
    (
        """
        行政前台岗位说明书
        岗位名称
        行政前台
        所属部门
        行政部
        直接上级
        行政主管
        直接下级
        无
        岗位职责
        1、接待来访。
        """,
        "行政主管>行政前台",
    ),
    # Several fields a line, a blank or a tabulator between them.
    (
        """
        岗位名称：护士长  所属科室：外科病房  岗位编号：HL-02
        直接上级：护理部主任\t直接下级：责任护士、护理员
        """,
        "护理部主任>护士长 护士长>责任护士 护士长>护理员",
    ),
    # Fields run together.
    (
        """
        岗位说明书
        岗位名称教务主任所属部门教务处直接上级教学副校长直接下级教务员、实验员定员人数1
        二、工作职责
        1 组织制定教学计划。
        """,
        "教学副校长>教务主任 教务主任>教务员 教务主任>实验员",
    ),
    # All labels, then all values.
    (
        """
        岗位名称 所属部门 直接上级 直接下级
        客房部经理 客房部 房务总监 客房主管、布草主管
        岗位职责：
        1、负责客房的卫生。
        """,
        "房务总监>客房部经理 客房部经理>客房主管 客房部经理>布草主管",
    ),
    # Numbered labels; an empty field is followed by the next label.
    (
        """
        一、岗位名称：项目安全主管
        二、岗位编号：
        三、直接上级：项目经理
        四、直接下级：
        五、岗位职责：
        1、负责工地安全检查。
        """,
        "项目经理>项目安全主管",
    ),
    # Labels in brackets, as a page of the web writes them.
    (
        """
        【岗位名称】支行行长
        【所属机构】城东支行
        【直接上级】分行副行长
        【直接下级】会计主管、客户经理（3人）
        【岗位职责】
        1.主持支行工作。
        """,
        "分行副行长>支行行长 支行行长>会计主管 支行行长>客户经理",
    ),
    # Counts in brackets and "nobody".
    (
        """
        岗位名称：仓储主管
        直接上级：物流经理
        直接下级：仓管员(4人)、叉车司机2名、若干临时工
        """,
        "物流经理>仓储主管 仓储主管>仓管员 仓储主管>叉车司机",
    ),
    # Words that name nobody are no superior.
    ("岗位名称：档案员\n直接上级：公司领导\n直接下级：无\n", ""),
    ("岗位名称：档案员\n直接上级：部门负责人\n直接下级：若干\n", ""),
    # A list that goes on in the next lines.
    (
        """
        职位名称：生产经理
        汇报对象：厂长
        直接下级：
        1、车间主任
        2、计划员
        3、设备主管
        职位描述：
        1、负责生产计划。
        """,
        "厂长>生产经理 生产经理>车间主任 生产经理>计划员 生产经理>设备主管",
    ),
    # Two superiors in one field.
    (
        "职务：区域销售经理\n直属上级：销售总监/市场总监\n下属岗位：销售代表\n",
        "销售总监>区域销售经理 市场总监>区域销售经理 区域销售经理>销售代表",
    ),
    # Promotion, rotation and deputies are no relations.
    (
        """
        岗位名称：测试工程师
        所在部门：研发中心
        直接上级：测试组长
        晋升方向：高级测试工程师、测试经理
        可轮换岗位：运维工程师
        职务代理人：测试开发工程师
        """,
        "测试组长>测试工程师",
    ),
    # Coordination, inside and outside.
    (
        """
        岗位名称：采购经理
        直接上级：供应链总监
        内部协调关系：财务部、生产部、质量部
        外部协调关系：供应商、物流公司
        """,
        "供应链总监>采购经理 采购经理~财务部 采购经理~生产部 采购经理~质量部 采购经理~供应商 采购经理~物流公司",
    ),
    (
        """
        岗位名称：物业管理处主任
        直接上级：区域总经理
        工作关系：
        内部：工程部、保安部
        外部：业主委员会、街道办事处
        """,
        (
            "区域总经理>物业管理处主任 物业管理处主任~工程部 物业管理处主任~保安部 物业管理处主任~业主委员会 "
            "物业管理处主任~街道办事处"
        ),
    ),
    (
        "岗位名称：薪酬专员\n直接上级：人力资源经理\n内部沟通：各部门、财务部\n外部沟通：社保局、银行等\n",
        "人力资源经理>薪酬专员 薪酬专员~财务部 薪酬专员~社保局 薪酬专员~银行",
    ),
    # A governing body is a superior, a department is none.
    ("岗位名称：总经理\n直接上级：董事会\n直接下级：副总经理\n", "董事会>总经理 总经理>副总经理"),
    ("岗位名称：统计员\n直接上级：计划财务部\n", ""),
    # Full width, and a colon apart from its label.
    ("职位名称 ：　水电工\n直接上司 ：　工程部主管\n", "工程部主管>水电工"),
    # The form and its sentences agree.
    (
        """
        岗位名称：麻醉科主任
        直接上级：业务副院长
        岗位职责：
        1、在业务副院长领导下，主持本科工作。
        """,
        "业务副院长>麻醉科主任",
    ),
]


@pytest.mark.parametrize(("words", "wanted"), FORMS, ids=range(len(FORMS)))
def test_forms(words: str, wanted: str) -> None:
    lines = "\n".join(line.strip(" ") for line in words.strip("\n").split("\n"))
    assert said(extract(document(lines))) == set(wanted.split(" ") if wanted else ())


TABLES = [
    # The label left of its value, two fields a row.
    (
        ("岗位名称|品质主管|岗位编号|QC-01", "所属部门|品质部|直接上级|品质部经理", "直接下级|检验员、计量员|定员|1人"),
        "品质部经理>品质主管 品质主管>检验员 品质主管>计量员",
    ),
    # Labels above their values.
    (
        ("职位名称|所属部门|直接上级|直接下级", "药房组长|药剂科|药剂科主任|药师、药剂员"),
        "药剂科主任>药房组长 药房组长>药师 药房组长>药剂员",
    ),
    # An empty cell is no value; the next label's is another's.
    (("岗位名称|放线员|岗位编号|", "直接上级|测量主管|直接下级|", "岗位职责|负责现场放线。|备注|"), "测量主管>放线员"),
    # Coordination as rows under a label that reaches down.
    (
        (
            "岗位名称|招标专员|直接上级|成本经理",
            "工作协作关系|内部协调关系|工程部、财务部",
            "^|外部协调关系|投标单位、招标代理公司",
        ),
        "成本经理>招标专员 招标专员~工程部 招标专员~财务部 招标专员~投标单位 招标专员~招标代理公司",
    ),
    # Coordination as a table with a header.
    (
        (
            "岗位名称|设备工程师|直接上级|设备部经理",
            "范围|主要接触岗位|工作内容",
            "部门内|维修班长|布置检修",
            "部门间|生产主管|安排停机时间",
            "公司外部|设备厂家|联系备件",
        ),
        "设备部经理>设备工程师 设备工程师~维修班长 设备工程师~生产主管 设备工程师~设备厂家",
    ),
]


@pytest.mark.parametrize(("rows", "wanted"), TABLES, ids=range(len(TABLES)))
def test_tables(rows: tuple[str, ...], wanted: str) -> None:
    assert said(extract(table(*rows))) == set(wanted.split())


def test_english_labels() -> None:
    words = (
        "Job Title: Front Office Manager\nDepartment: Rooms Division\nReports to: Director of Rooms\n"
        "Direct reports: Duty Manager, Concierge Supervisor\n"
    )
    assert said(extract(document(words))) == {
        "Director of Rooms>Front Office Manager",
        "Front Office Manager>Duty Manager",
        "Front Office Manager>Concierge Supervisor",
    }


SEVERAL = [
    # Roles of one company, each under its heading.
    (
        "店长岗位职责\n1、对区域经理负责。\n2、管理门店。\n\n收银员岗位职责\n1、在店长领导下收银。\n2、每日对账。\n",
        ["店长 收银员"],
    ),
    # A collection of pieces that have nothing to do with each other.
    (
        (
            "幼儿园园长岗位职责(精选3篇)\n\n第一篇：园长岗位职责\n1、主持全园工作。\n2、管理教师。\n\n"
            "第二篇：园长岗位职责\n1、执行教育方针。\n2、定期召开会议。\n\n"
            "第三篇：园长助理岗位职责\n1、协助园长工作。\n2、检查卫生。\n"
        ),
        ["园长", "园长", "园长助理"],
    ),
    (
        "出纳岗位职责 篇1\n1、办理现金收付。\n2、登记日记账。\n\n出纳岗位职责 篇2\n1、保管印章。\n2、核对银行账。\n",
        ["出纳", "出纳"],
    ),
    (
        "电工岗位职责(一)\n1、巡视配电室。\n2、填写记录。\n电工岗位职责(二)\n1、检修线路。\n2、保管工具。\n",
        ["电工", "电工"],
    ),
    # Forms one after the other, of one company.
    (
        "岗位名称：酒店总经理\n直接上级：董事长\n岗位职责：\n1、全面负责。\n\n岗位名称：餐饮总监\n直接上级：酒店总经理\n岗位职责：\n1、管理餐饮。\n",
        ["酒店总经理 餐饮总监"],
    ),
    # Headings glued into a line.
    (
        "监理员岗位职责:1.记录现场情况。2.核对材料。资料员岗位职责:1.整理图纸。2.归档。\n",
        ["监理员 资料员"],
    ),
    # A heading with the title, and a form with the same title: one role.
    ("厨师长岗位说明书\n岗位名称：厨师长\n直接上级：餐饮部经理\n岗位职责\n1、负责出品。\n", ["厨师长"]),
    # Numbers that jump begin no role.
    ("保安队长岗位职责\n1、带队巡逻。\n3、检查岗亭。\n2、填写记录。\n1、完成其他工作。\n", ["保安队长"]),
    # The duties of a department make no role.
    ("财务部部门职责\n1、编制预算。\n2、资金管理。\n\n会计岗位职责\n1、记账。\n2、报税。\n", ["会计"]),
]


@pytest.mark.parametrize(("words", "wanted"), SEVERAL, ids=range(len(SEVERAL)))
def test_several(words: str, wanted: list[str]) -> None:
    found = extract(document(words))
    assert [" ".join(role.title for role in one.roles if role.described) for one in found] == wanted


def test_evidence_is_found_where_it_says() -> None:
    words = "岗位说明书\n\n崗位名稱：總 务 主任\n直 接 上 级 ：副 校 长(分管)\n直接下级：校工、宿管员\n"
    lines = words.split("\n")
    (found,) = extract(document(words))
    evidence = [one for role in found.roles for one in role.evidence]
    assert {one.field for one in evidence} >= {"title", "reports_to", "supervises"}
    for one in evidence:
        assert one.line
        assert one.end_line
        assert one.quote in "\n".join(lines[one.line - 1 : one.end_line])


def test_facts_of_forms() -> None:
    words = (
        "岗位名称：会计主管\n岗位编号：CW-003\n所属部门：财务部\n岗位定员：2人\n职级：M2\n直接上级：财务经理\n"
        "晋升方向：财务经理\n可轮换岗位：审计主管\n岗位目的：保证核算准确。\n"
    )
    (found,) = extract(document(words))
    (role,) = [role for role in found.roles if role.described]
    facts = dict(role.facts)
    assert (role.title, role.code, role.unit, role.headcount) == ("会计主管", "CW-003", "财务部", 2)
    assert role.reports_to == ("财务经理",)
    assert facts["grade"] == "M2"
    assert facts["promotion_to"] == ["财务经理"]
    assert facts["rotation_to"] == ["审计主管"]
    assert facts["purpose"] == "保证核算准确。"


def test_none_below_is_told() -> None:
    (found,) = extract(document("岗位名称：门卫\n直接上级：保安队长\n直接下级：无\n"))
    assert next(role for role in found.roles if role.title == "门卫").supervises == ()


OVER_AND_OVER = ("对", "(", "直接上级", "\n", "、", "岗位职责", "1、", "经理", "部", "在", " ", "篇", "直接上级：")


@pytest.mark.parametrize("letter", OVER_AND_OVER)
def test_one_word_over_and_over(letter: str) -> None:
    """No pattern explodes: this would not end within the patience of a test."""
    extract(document(letter * 3000))
