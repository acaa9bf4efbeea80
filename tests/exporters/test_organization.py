"""What is exported as JSON is read back as the same organization."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from orgchart.exporters.organization import organization, piece
from orgchart.graph import OrgGraph
from orgchart.loading import load
from orgchart.model import Holder, Org, Role
from orgchart.reporters.visible import json_text
from tests.builders import written
from tests.queries.oracle import Neighbours, Oracle

ORG = Path(__file__).parents[2] / "org"


def read_again(org: Org) -> Org:
    """An organization after its way through JSON."""
    return written(json_text({"organizations": [organization(org)]}), "a.json")


def drawn(org: Org) -> dict[str, Any]:
    """What the graph of an organization makes of it, in plain words."""
    graph = OrgGraph(org)
    return {
        "ids": [str(role.id) for role in graph.roles],
        "lines": list(graph.lines),
        "superiors": graph.superiors,
        "dotted": [(line.superior, line.report) for line in graph.dotted],
        "relations": [(one.role, one.unit, one.to_role, one.to_unit, str(one.party)) for one in graph.relations],
        "unresolved": [(one.field, str(one.name), one.owner, one.unit, one.candidates) for one in graph.unresolved],
        "self": graph.self_lines,
        "heads": graph.heads,
        "unit superiors": graph.unit_superiors,
        "deputies": graph.deputies,
    }


EXAMPLES = {org.id: org for org in load(ORG).organizations}


@pytest.mark.parametrize("org", EXAMPLES.values(), ids=EXAMPLES)
def test_an_example_is_read_back_the_same(org: Org) -> None:
    again = read_again(org)
    assert organization(again) == organization(org)
    assert drawn(again) == drawn(org)
    assert [role.replace(written_id=False) for role in again.roles] == [
        role.replace(written_id=False) for role in org.roles
    ]
    assert (again.units, again.ignore, again.name, again.sources) == (org.units, org.ignore, org.name, org.sources)


def test_random_organizations_are_read_back_the_same() -> None:
    for seed in range(60):
        for org in (Oracle(Random(seed)).org, Neighbours(Random(seed)).org):  # noqa: S311 - chance, not secrecy
            assert drawn(read_again(org)) == drawn(org)


@pytest.mark.parametrize(
    "roles",
    [
        "[{title: 甲}, {title: 乙, aliases: [甲]}, {title: 丙, reports_to: 甲}]",
        "[{title: 甲, unit: 一}, {title: 甲, unit: 二}, {title: 丙, reports_to: [甲, 一/甲]}]",
        "[{title: 甲, unit: 一}, {title: 甲, unit: 一}, {title: 丙, reports_to: [甲, 一/甲]}]",
        "[{title: 甲}, {title: 甲}, {title: 丙, reports_to: 甲}]",
        "[{untitled: true}, {untitled: true, id: x}, {untitled: true}, {title: 丙, reports_to: [未具名岗位, x]}]",
        "[{title: 未具名岗位}, {untitled: true}, {title: 丙, reports_to: 未具名岗位}]",
        "[{title: 甲, id: 乙}, {title: 乙}, {title: 丙, reports_to: [乙, 甲]}]",
    ],
)
def test_names_mean_the_same_roles_afterwards(roles: str) -> None:
    org = written(f"roles: {roles}")
    assert drawn(read_again(org)) == drawn(org)


EVERYTHING = """
id: all
name: 全公司
language: zh
sources: [a.txt]
note: 说明
x-owner: {name: 人事部, since: 2020-01-01, share: 0.5}
units:
  - {name: 客户部, kind: 部, aliases: [客服], part_of: 总部, head: 经理, reports_to: 总经理, headcount: 2,
     colour: "#0044bb", responsibilities: [服务],
     coordinates_with: [{with: 生产部, kind: unit}], source: "a.txt:1", note: 注, x-floor: 3}
roles:
  - title: 总经理
    id: 007
    root: true
    supervises: []
    holders: []
  - title: 经理
    aliases: 客户经理
    unit: [客户部, 总部]
    described: false
    headcount: 1
    holders: [张三, {name: 李四, id: e-1, acting: true, since: 2024-01-01}]
    grade: 6
    code: 001
    reports_to: 007
    dotted_line_to: 总监
    supervises: [专员]
    coordinates_with:
      - 生产部
      - {with: 客户, kind: external, scope: external, about: 售后, frequency: 经常, importance: 重要}
    assistant: true
    deputy: {role: 专员, when: 出差}
    concurrently: 项目总监
    promotion_to: [总监]
    rotation_to: [营销]
    territory: 华东
    purpose: "第一行\\n第二行"
    responsibilities: [一, {group: 日常, period: 每周, items: [二, 三]}]
    authority: [审批]
    kpi: [满意度]
    qualifications: {学历: 本科, 证书: [甲, 乙], 年限: 5}
    reporting_duties: [{to: 总经理, every: 每周一, what: 工作情况}]
    approvals: [{what: 折扣, by: [区域经理, 省级经理]}]
    escalates_to: [{role: 总值班, when: 夜间}]
    effective: 2012-12-08
    source: ["a.txt:4-113,125-129", b.txt]
    previously: [客服主管]
    evidence:
      - {field: reports_to, value: 总经理, file: a.txt, line: 4, end_line: 4, place: 表一, quote: 直接上级：总经理}
    x-cost-centre: 4711
  - {untitled: true, unit: 客户部}
ignore:
  - {code: ORG304, role: 经理, reason: 原文未写明}
"""


def test_every_field_is_kept() -> None:
    org = written(EVERYTHING)
    assert organization(read_again(org)) == organization(org)
    exported = json.loads(json_text(organization(org)))
    manager = exported["roles"][1]
    assert manager["coordinates_with"][0] == {"with": "生产部"}
    assert manager["holders"][1] == {"name": "李四", "id": "e-1", "acting": True, "since": "2024-01-01"}
    assert (manager["code"], manager["x-cost-centre"], manager["described"]) == ("001", 4711, False)
    assert manager["evidence"][0]["place"] == "表一"
    assert exported["roles"][0] == {"id": "007", "title": "总经理", "root": True, "supervises": [], "holders": []}
    assert exported["units"][0]["x-floor"] == 3


def test_the_id_stands_first_and_what_is_not_said_is_not_there() -> None:
    (role,) = organization(written("id: a\nroles: [{title: 甲}]"))["roles"]
    assert list(role.items()) == [("id", "甲"), ("title", "甲")]


def test_a_piece_that_was_built_in_code_is_exported_too() -> None:
    role = Role(id="r", title="甲", holders=(Holder(name="张三"),), qualifications={"学历": ("本科",)})
    assert piece(role) == {
        "id": "r",
        "title": "甲",
        "holders": [{"name": "张三"}],
        "qualifications": {"学历": ["本科"]},
    }


def test_an_organization_without_roles_keeps_its_units() -> None:
    assert organization(written("id: a\nname: 甲\nunits: [{name: 一部}]")) == {
        "id": "a",
        "name": "甲",
        "units": [{"name": "一部"}],
        "roles": [],
    }
