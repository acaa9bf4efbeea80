"""A folder with every fault planted once is found out, code by code and place by place; a clean one is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart import catalogue
from orgchart.checking import check
from orgchart.config import Config
from orgchart.findings import Severity
from tests.builders import MARK, marked, without_marks, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from orgchart.findings import Report

# ‹CODE› stands right before the place where the finding is expected, and is taken out before the file is written.
PLANTED = {
    "broken.yaml": """\
        roles:
          - title: ‹ORG101›"总经理
          - title: 财务总监
        """,
    "fields.yaml": """\
        roles:
          - title: 总经理
            headcount: ‹ORG103›三人
          - title: 财务总监
            ‹ORG102›report_to: 总经理
            reports_to: 总经理
          - ‹ORG104›reports_to: 总经理
        """,
    "accepted.yaml": """\
        roles:
          - title: 总经理
          - title: 品牌经理
            reports_to: 总经理
        ignore:
          - {code: ‹ORG105›ORG304, role: 品牌经理, reason: 原文未写明上级}
        """,
    "identity.yaml": """\
        units:
          - {name: 销售部, part_of: ‹ORG204›营销中心}
          - {name: 营销中心, part_of: 销售部}
        roles:
          - title: 总经理
          - {title: 会计, reports_to: 总经理}
          - {title: ‹ORG201›会计, reports_to: 总经理}
          - {title: 客户服务部经理, reports_to: 总经理, unit: 销售部}
          - {title: ‹ORG202›客服部经理, reports_to: 总经理, unit: ‹ORG203›销售科}
        """,
    "north/sales.yaml": """\
        roles:
          - title: 北区经理
        """,
    "south/sales.yaml": """\
        ‹ORG205›roles:
          - title: 南区经理
        """,
    "loop.yaml": """\
        roles:
          - {title: 甲, reports_to: ‹ORG301›丙}
          - {title: 乙, reports_to: 甲}
          - {title: 丙, reports_to: 乙}
        """,
    "lines.yaml": """\
        units:
          - {name: 行政部, head: ‹ORG303›行政总监}
        roles:
          - title: 总经理
            supervises: [财务总监, 销售总监, 出纳, ‹ORG311›法务总监]
          - {title: 财务总监, reports_to: 总经理}
          - {title: 销售总监, reports_to: 总经理, dotted_line_to: ‹ORG309›总经理}
          - {title: 市场总监, reports_to: ‹ORG308›总经理}
          - {title: 审计, reports_to: ‹ORG302›审计}
          - {title: ‹ORG304›品牌经理}
          - {title: ‹ORG305›董事长}
          - {title: 秘书, reports_to: 董事长}
          - {title: 出纳, unit: 行政部}
          - {title: 大区经理, reports_to: 销售总监}
          - {title: 客户主任, reports_to: [大区经理, ‹ORG306›‹ORG310›销售总监]}
          - {title: 会计, unit: 行政部, aliases: [记账员], reports_to: 财务总监}
          - {title: 核算员, aliases: [记账员], reports_to: 财务总监}
          - {title: 实习生, reports_to: ‹ORG312›记账员}
        """,
    "claims.yaml": """\
        roles:
          - title: 总经理
            supervises: [销售总监, ‹ORG307›客服经理]
          - {title: 销售总监, reports_to: 总经理, supervises: [客服经理]}
          - {title: 客服经理, reports_to: ‹ORG306›销售总监}
        """,
    "wide.yaml": "roles:\n  - title: ‹ORG401›店长\n"
    + "".join(f"  - {{title: 店员{number}, reports_to: 店长}}\n" for number in range(16)),
    "deep.yaml": """\
        roles:
          - title: ‹ORG313›‹ORG402›‹ORG406›一
            described: false
          - {title: 二, reports_to: 一}
          - {title: 三, reports_to: 二}
          - {title: 四, reports_to: 三}
          - {title: 五, reports_to: 四}
          - {title: 六, reports_to: 五}
          - {title: 七, reports_to: 六}
          - {title: 八, reports_to: 七}
          - {title: ‹ORG403›九, reports_to: 八}
        """,
    "coordination.yaml": """\
        roles:
          - title: 采购主管
            root: true
            coordinates_with: [‹ORG502›质检主管, ‹ORG501›生产部, ‹ORG503›采购主管, {with: 客户, scope: external}]
          - {title: 质检主管, root: true}
          - title: ‹ORG504›项目主管
            root: true
            coordinates_with:
              - {with: 外部单位0, scope: external}
              - {with: 外部单位1, scope: external}
              - {with: 外部单位2, scope: external}
              - {with: 外部单位3, scope: external}
              - {with: 外部单位4, scope: external}
              - {with: 外部单位5, scope: external}
              - {with: 外部单位6, scope: external}
              - {with: 外部单位7, scope: external}
              - {with: 外部单位8, scope: external}
              - {with: 外部单位9, scope: external}
              - {with: 外部单位10, scope: external}
              - {with: 外部单位11, scope: external}
              - {with: 外部单位12, scope: external}
        """,
    "heads.yaml": """\
        units:
          - {name: 销售部, head: 销售总监, headcount: ‹ORG404›1}
          - {name: 财务部, head: ‹ORG208›财务总监}
          - name: ‹ORG207›服务部
          - name: 总部
        roles:
          - {title: 总经理, supervises: [销售总监, 财务总监, 服务主管]}
          - {title: 销售总监, unit: 销售部}
          - {title: 财务总监, unit: 总部}
          - {title: 销售会计, unit: 销售部, reports_to: ‹ORG314›财务总监}
          - {title: 服务主管, unit: 服务部}
          - {title: 服务专员, unit: 服务部, reports_to: 服务主管}
        """,
    "people.yaml": """\
        roles:
          - {title: 总经理, supervises: [出纳, 会计, 采购主管]}
          - {title: 出纳, unit: 财务部, headcount: 1, holders: ‹ORG209›[张三, 李四], deputy: ‹ORG316›会计}
          - {title: 会计, unit: 财务部, deputy: 出纳}
          - {title: 收款员, reports_to: 出纳, holders: [‹ORG317›张三]}
          - {title: 采购主管, holders: ‹ORG315›[]}
          - {title: 采购员, unit: 华东, reports_to: 采购主管, promotion_to: [‹ORG210›采购总监]}
          - {title: ‹ORG206›采购专员, unit: 华南, reports_to: 采购主管}
        """,
    "islands.yaml": """\
        roles:
          - {title: 总经理, root: true, supervises: [秘书]}
          - title: 秘书
          - {title: ‹ORG405›店长, root: true, supervises: [店员]}
          - title: 店员
        """,
    "review.yaml": """\
        ‹ORG601›sources: [‹ORG106›old.txt, ‹ORG107›sales.txt]
        roles:
          - {title: ‹ORG605›董事长, source: "sales.txt:1"}
          - {title: 总经理, reports_to: 董事长}
          - {title: ‹ORG602›秘书, described: false}
          - {title: ‹ORG603›客户体验经理, reports_to: 总经理}
          - {title: 客服专员, reports_to: 客户体验经理}
          - {title: ‹ORG401›‹ORG604›店长, reports_to: 总经理}
          - {title: 店员0, reports_to: 店长}
          - {title: 店员1, reports_to: 店长}
          - {title: 店员2, reports_to: 店长}
          - {title: 店员3, reports_to: 店长}
          - {title: 店员4, reports_to: 店长}
          - {title: 店员5, reports_to: 店长}
          - {title: 店员6, reports_to: 店长}
          - {title: 店员7, reports_to: 店长}
          - {title: 店员8, reports_to: 店长}
          - {title: 店员9, reports_to: 店长}
          - {title: 店员10, reports_to: 店长}
          - {title: 店员11, reports_to: 店长}
          - {title: 店员12, reports_to: 店长}
          - {title: 店员13, reports_to: 店长}
          - {title: 店员14, reports_to: 店长}
          - {title: 店员15, reports_to: 店长}
        """,
}

BEFORE = {
    "review.yaml": """\
        roles:
          - title: 总经理
          - {title: 秘书, reports_to: 总经理}
          - {title: 客服主管, reports_to: 总经理}
          - {title: 客服专员, reports_to: 客服主管}
          - {title: 店长, reports_to: 总经理}
          - {title: 店员0, reports_to: 店长}
          - {title: 店员1, reports_to: 店长}
          - {title: 店员2, reports_to: 店长}
          - {title: 店员3, reports_to: 店长}
          - {title: 店员4, reports_to: 店长}
          - {title: 店员5, reports_to: 店长}
          - {title: 店员6, reports_to: 店长}
          - {title: 店员7, reports_to: 店长}
          - {title: 店员8, reports_to: 店长}
          - {title: 店员9, reports_to: 店长}
          - {title: 店员10, reports_to: 店长}
          - {title: 店员11, reports_to: 店长}
          - {title: 店员12, reports_to: 店长}
          - {title: 店员13, reports_to: 店长}
          - {title: 店员14, reports_to: 店长}
        """,
    "gone.yaml": "roles:\n" + "".join(f"  - title: 岗位{number}\n" for number in range(10)),
}
DOCUMENTS = {"sales.txt": "董事长\n" + "职责很长。" * 60 + "\n"}

CLEAN = {
    "clean.yaml": """\
        id: acme
        name: 设备公司
        units:
          - {name: 总部, head: 总经理}
          - {name: 客户服务部, aliases: [客服部], part_of: 总部, head: 客服部经理, headcount: 3}
        roles:
          - {title: 总经理, unit: 总部, supervises: [客服部经理, 销售部经理], holders: [], deputy: 销售部经理}
          - title: 客服部经理
            unit: 客服部
            reports_to: 总经理
            supervises: [客户服务专员, 投诉专员]
            coordinates_with: [销售部经理, {with: 客户, scope: external}]
            deputy: 客户服务专员
          - {title: 销售部经理, reports_to: 总经理, coordinates_with: 客服部经理, grade: 6, code: 007}
        """,
    "parts/staff.yml": """\
        id: acme
        roles:
          - {title: 客户服务专员, unit: 客户服务部}
          - {title: 投诉专员, unit: 客户服务部, reports_to: 客服部经理, x-cost-centre: 4711}
        """,
    "other.json": '{"name": "小店", "roles": [{"title": "店长"}]}',
    "units.yaml": "units:\n  - name: 行政部\n",
}


def examined(folder: Path, files: dict[str, str]) -> Report:
    """What is found in these files, with what they were before and their documents beside."""
    for name, text in DOCUMENTS.items():
        (folder / "documents").mkdir(exist_ok=True)
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    before = workspace(folder / "before", BEFORE)
    return check(workspace(folder / "now", without_marks(files)), Config(documents=str(folder / "documents")), before)


def places(folder: Path, report: Report) -> tuple[list[str], list[str]]:
    """The places of errors and warnings, and those of the notes."""
    weighty: list[str] = []
    notes: list[str] = []
    for finding in report.findings:
        line = f"{finding.place} {finding.rule.code}".removeprefix(f"{folder}/now/")
        (notes if finding.weight is Severity.NOTE else weighty).append(line)
    return weighty, notes


def test_every_planted_fault_is_found_at_its_place_and_nothing_else(tmp_path: Path) -> None:
    expected = marked(PLANTED)
    is_note = {page.info.code: page.info.severity is Severity.NOTE for page in catalogue.PAGES}
    weighty, notes = places(tmp_path, examined(tmp_path, PLANTED))
    assert sorted(weighty) == sorted(line for line in expected if not is_note[line[-6:]])
    assert {line for line in expected if is_note[line[-6:]]} <= set(notes)


def test_every_code_of_the_catalogue_is_planted() -> None:
    planted = {code for text in PLANTED.values() for code in MARK.findall(text)}
    assert planted == {page.info.code for page in catalogue.PAGES}


def test_a_clean_folder_has_no_finding_at_all(tmp_path: Path) -> None:
    assert check(workspace(tmp_path, CLEAN)).findings == ()


def test_a_folder_is_reported_in_the_order_of_its_places(tmp_path: Path) -> None:
    report = examined(tmp_path, PLANTED)
    order = [(finding.place.path, finding.place.line, finding.place.column) for finding in report.findings]
    assert order == sorted(order)
    assert report.failed
    assert report.organizations == len(PLANTED) - 1
