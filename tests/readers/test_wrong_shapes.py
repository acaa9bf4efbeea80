"""Values of the wrong kind, and keys that nobody knows: found and told, and the rest is read."""

from __future__ import annotations

import pytest

from tests.builders import codes, expect, found, in_memory, written


@pytest.mark.parametrize("text", ["‹ORG103›- a\n- b\n", "‹ORG103›just words", "‹ORG103›3", "‹ORG103›[[[]]]"])
def test_a_file_is_a_mapping(text: str) -> None:
    expect(text)
    assert in_memory(text).organizations == ()


@pytest.mark.parametrize(
    "text",
    [
        "roles: ‹ORG103›总经理",
        "roles: [‹ORG103›总经理, {title: 会计}]",
        "roles: [‹ORG103›[], {title: 会计}]",
        "units: ‹ORG103›总部",
        "roles: ‹ORG103›{title: 甲}",
        "units: ‹ORG103›{name: 部}",
        "ignore: ‹ORG103›{code: ORG304, reason: 已知}",
        "language: ‹ORG103›5",
        "units: [‹ORG103›总部]",
        "units: [‹ORG103›{kind: 部}]",
        "ignore: [‹ORG103›ORG304]",
        "name: ‹ORG103›[公司]",
        "id: ‹ORG103›{a: b}",
        "roles: [{title: ‹ORG103›[甲]}]",
        "roles: [{title: 甲, reports_to: ‹ORG103›{with: 乙}}]",
        "roles: [{title: 甲, aliases: [‹ORG103›[乙]]}]",
        "roles: [{title: 甲, aliases: [a, ‹ORG103›'']}]",
        "roles: [{title: 甲, coordinates_with: ‹ORG103›{about: 事}}]",
        "roles: [{title: 甲, coordinates_with: [{with: 乙, scope: external, kind: ‹ORG103›roll}]}]",
        "roles: [{title: 甲, coordinates_with: [{with: 乙, scope: ‹ORG103›[external]}]}]",
        "roles: [{title: 甲, holders: [‹ORG103›3, {name: ‹ORG103›4}]}]",
        "roles: [{title: 甲, qualifications: ‹ORG103›本科}]",
        "roles: [{title: 甲, approvals: ‹ORG103›总经理}]",
        "roles: [{title: 甲, deputy: ‹ORG103›{when: 出差}}]",
        "units: [{name: 甲, colour: ‹ORG103›red}]",
        "{organizations: ‹ORG103›{id: a}}",
        "{organizations: [‹ORG103›a, {id: b}]}",
    ],
)
def test_a_value_of_the_wrong_kind_is_one_finding(text: str) -> None:
    expect(text)


@pytest.mark.parametrize("blank", ["''", "'  '", "~", "NULL", ""])
def test_a_piece_without_what_it_needs_is_never_lost_in_silence(blank: str) -> None:
    text = f"roles:\n- title: 甲\n  coordinates_with:\n  - ‹ORG103›with: {blank}\n"
    expect(text)


@pytest.mark.parametrize(
    "key",
    ["units", "ignore", "roles", "sources", "name", "note", "language"],
)
def test_an_empty_value_is_an_absent_key_of_an_organization(key: str) -> None:
    assert codes(f"id: a\n{key}:\n") == []


@pytest.mark.parametrize(
    "key",
    [
        "aliases",
        "unit",
        "reports_to",
        "dotted_line_to",
        "supervises",
        "coordinates_with",
        "holders",
        "deputy",
        "approvals",
        "evidence",
        "kpi",
        "purpose",
        "qualifications",
        "reporting_duties",
        "escalates_to",
        "responsibilities",
        "authority",
        "effective",
        "source",
        "previously",
        "headcount",
        "described",
        "untitled",
        "root",
        "assistant",
        "grade",
        "code",
        "territory",
        "promotion_to",
        "rotation_to",
        "concurrently",
        "note",
    ],
)
def test_an_empty_value_is_an_absent_key_of_a_role(key: str) -> None:
    assert codes(f"roles:\n- title: 甲\n  {key}:\n") == []
    assert written(f"roles:\n- title: 甲\n  {key}:\n").roles == written("roles:\n- title: 甲").roles


def test_an_unknown_key_is_found_wherever_it_stands_with_the_nearest_one() -> None:
    text = """\
        ‹ORG102›nam: 公司
        units:
          - {name: 总部, ‹ORG102›heads: 甲}
        roles:
          - title: 甲
            ‹ORG102›Reports_To: 乙
            holders: [{name: 张三, ‹ORG102›actng: true}]
            coordinates_with: [{with: 乙, scope: external, ‹ORG102›abot: 事}]
        ignore:
          - {code: ORG402, reason: 无, ‹ORG102›why: 事}
        """
    expect(text, ignore=("ORG105",))
    (first, *_rest) = found(text.replace("‹ORG102›", ""), select=("ORG102",))
    assert first.hint == "did you mean name?"


def test_keys_that_begin_with_x_are_the_users_own() -> None:
    text = "x-a: [1, {b: 1.50}]\nroles: [{title: 甲, x-cost-centre: 4711}]\nunits: [{name: 部, x-y: NO}]"
    org = written(text)
    assert codes(text) == []
    assert org.roles[0].extras == {"x-cost-centre": 4711}
    assert org.units[0].extras == {"x-y": "NO"}


def test_short_forms_are_the_long_forms() -> None:
    short = (
        "roles: [{title: 甲, coordinates_with: 乙, holders: 张三, deputy: 乙, escalates_to: 乙, kpi: 快}, {title: 乙}]"
    )
    long = """\
        roles:
          - title: 甲
            coordinates_with: [{with: 乙}]
            holders: [{name: 张三}]
            deputy: [{role: 乙}]
            escalates_to: [{role: 乙}]
            kpi: [快]
          - title: 乙
        """
    assert written(short).roles == written(long).roles


def test_silence_and_none_are_two_things() -> None:
    silent, none = written("roles: [{title: 甲}, {title: 乙, supervises: [], holders: []}]").roles
    assert (silent.supervises, silent.holders, silent.vacant) == (None, None, False)
    assert (none.supervises, none.holders, none.vacant) == ((), (), True)


def test_everything_the_format_promises_is_read_without_a_finding() -> None:
    text = """\
        id: equipment
        name: 设备公司
        language: zh
        sources: [a.txt]
        note: 说明
        units:
          - name: 客户服务部
            kind: 部
            aliases: [客服部]
            part_of: 总部
            head: 客户服务部经理
            reports_to: 总经理
            headcount: 2
            responsibilities: [受理投诉, {group: 每日, period: 每天, items: [巡查]}]
            coordinates_with: [总经理]
            colour: "#0044bb"
            source: a.txt:121-123
          - name: 总部
        roles:
          - {title: 总经理, described: false, supervises: [客户服务部经理, 客户服务专员]}
          - title: 客户服务部经理
            id: cs-manager
            aliases: [客服部经理]
            unit: [客户服务部, 总部]
            described: true
            untitled: false
            root: false
            headcount: 1
            holders: [张三, {name: 李四, id: 007, acting: true, since: 2012-12-08}]
            grade: 6
            code: KF-01
            reports_to: 总经理
            dotted_line_to: []
            supervises: []
            coordinates_with:
              - {with: 客户, kind: external, scope: external, about: 保障, frequency: 经常, importance: 重要, note: 无}
            assistant: false
            deputy: {role: 客户服务专员, when: 出差}
            concurrently: [项目总监]
            promotion_to: [总监助理]
            rotation_to: [营销管理岗位]
            territory: 一个大区
            purpose: 服务客户
            responsibilities: [受理, {group: 每日, items: [巡查]}]
            authority: [审批]
            kpi: [满意度]
            qualifications: {education: 本科, years: 3}
            reporting_duties: [{to: 总经理, every: 每周一, what: 工作情况}]
            approvals: [{what: 采购, by: [区域经理, 省级经理]}]
            escalates_to: [{role: 夜间总值班, when: 夜间}]
            effective: 2012-12-08
            source: [a.txt:4-113,125-129, b.txt:3]
            previously: [客服主管]
            evidence: [{field: reports_to, value: 总经理, file: a.txt, line: 4, end_line: 4, place: 表, quote: 上级}]
            note: 说明
            x-cost-centre: 4711
          - {title: 客户服务专员, reports_to: 总经理}
        ignore:
          - {code: ORG313, role: 总经理, reason: 原文未写明}
        """
    assert codes(text) == []
    role = written(text).roles[1]
    assert (role.id, role.grade, role.code) == ("cs-manager", "6", "KF-01")
    assert role.holders is not None
    assert [(holder.name, holder.id, holder.acting) for holder in role.holders] == [
        ("张三", None, False),
        ("李四", "007", True),
    ]
    assert role.qualifications == {"education": "本科", "years": 3}
    assert role.evidence[0].place_in_document == "表"


def test_numbers_of_ones_own_stay_numbers_unless_a_digit_would_be_lost() -> None:
    org = written("x-a: 2.5\nx-b: 1e3\nx-c: 007\nx-d: 12345678901234567890123\nx-e: '3'\nx-f: 0.10")
    assert org.extras == {
        "x-a": 2.5,
        "x-b": 1000.0,
        "x-c": "007",
        "x-d": 12345678901234567890123,
        "x-e": "3",
        "x-f": 0.1,
    }


def test_a_made_up_id_names_the_unit_by_its_own_name() -> None:
    org = written(
        "units: [{name: 客服部, aliases: [客户服务部]}]\n"
        "roles: [{title: 经理, unit: 客户服务部}, {title: 经理, unit: 财务部}]"
    )
    assert [role.id for role in org.roles] == ["客服部/经理", "财务部/经理"]
