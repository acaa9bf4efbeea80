"""What a change does: who is gone, who lost a superior, who only has a new title, which span grew, who is on top."""

from __future__ import annotations

from typing import Any

import pytest

from orgchart.checking import check
from orgchart.config import Config
from tests.builders import codes, expect, found, in_memory

BEFORE = """\
roles:
  - {title: 总经理, code: A1}
  - {title: 销售总监, reports_to: 总经理}
  - {title: 财务总监, reports_to: 总经理, unit: 财务部, holders: [张三]}
  - {title: 大区经理, reports_to: 销售总监}
  - {title: 客户代表, reports_to: 大区经理}
  - {title: 会计, reports_to: 财务总监, unit: 财务部}
"""
REVIEW: dict[str, Any] = {"select": ("ORG6",), "notes": True}


def after(*changes: tuple[str, str]) -> str:
    text = BEFORE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def named(count: int) -> str:
    return "".join(f"  - title: 岗位{number}\n" for number in range(count))


def test_nothing_is_found_without_an_earlier_state_or_where_nothing_changed() -> None:
    expect(BEFORE, select=("ORG6",), notes=True)
    expect(BEFORE, before=BEFORE, select=("ORG6",), notes=True)
    expect({"b.yaml": BEFORE}, before={"a.yaml": "roles: [{title: 甲}]"}, select=("ORG6",), notes=True)


def test_an_ignore_of_a_rule_about_changes_is_judged_only_where_there_is_one() -> None:
    text = BEFORE + "ignore: [{code: ORG601, reason: 部门撤销}]\n"
    assert codes(text) == []
    assert codes(text, before=BEFORE) == ["ORG105"]
    assert codes(text, before=BEFORE + named(11)) == []


# ORG601


def test_as_many_removals_as_allowed_are_fine_and_the_limit_can_be_set() -> None:
    expect(BEFORE, before=BEFORE + named(10), select=("ORG601",))
    marked = BEFORE.replace("roles", "‹ORG601›roles")
    expect(marked, before=BEFORE + named(11), select=("ORG601",))
    expect(marked, before=BEFORE + named(3), select=("ORG601",), max_removals=2)
    expect(BEFORE, before=BEFORE + named(11), select=("ORG601",), max_removals=11)


def test_removals_are_counted_over_all_organizations_and_told_where_most_is_gone() -> None:
    before = {"a.yaml": BEFORE + named(5), "b.yaml": BEFORE + named(6), "c.yaml": BEFORE}
    expect({"a.yaml": BEFORE, "b.yaml": f"‹ORG601›{BEFORE}", "c.yaml": BEFORE}, before=before, select=("ORG601",))


def test_an_organization_that_is_gone_counts_with_all_its_roles() -> None:
    before = {"a.yaml": BEFORE, "gone.yaml": f"name: 旧公司\nroles:\n{named(11)}"}
    expect({"a.yaml": f"‹ORG601›{BEFORE}"}, before=before, select=("ORG601",))
    (finding,) = found(BEFORE, before=before, select=("ORG601",))
    assert "gone as a whole: 旧公司" in finding.message


def test_what_cannot_be_read_now_is_not_gone() -> None:
    before = in_memory({"a.yaml": BEFORE, "b.yaml": f"roles:\n{named(40)}"})
    now = in_memory({"a.yaml": BEFORE})
    config = Config(select=("ORG601",))
    assert [finding.rule.code for finding in check(now, config, before).findings] == ["ORG601"]
    assert check(now.replace(unread=("b.yaml",)), config, before).findings == ()


def test_a_part_of_an_organization_that_cannot_be_read_now_is_not_gone() -> None:
    parts = {"a.yaml": f"id: x\n{BEFORE}", "b.yaml": f"id: x\nroles:\n{named(40)}"}
    now = in_memory({"a.yaml": parts["a.yaml"]}).replace(unread=("b.yaml",))
    assert check(now, Config(select=("ORG601",)), in_memory(parts)).findings == ()


def test_a_renamed_or_moved_role_is_not_gone() -> None:
    before = "roles:\n" + named(30)
    renamed = "roles:\n" + "".join(f"  - {{title: 职位{number}, previously: 岗位{number}}}\n" for number in range(30))
    expect(renamed, before=before, select=("ORG601",))


# ORG602


def test_a_role_whose_superior_was_taken_away_is_found_at_its_title() -> None:
    text = after(
        ("  - {title: 大区经理, reports_to: 销售总监}\n", ""), ("客户代表, reports_to: 大区经理", "‹ORG602›客户代表")
    )
    expect(text, before=BEFORE, **REVIEW)
    (finding,) = found(text.replace("‹ORG602›", ""), before=BEFORE, select=("ORG602",))
    assert "reported to 大区经理, which this change takes away" in finding.message


def test_a_role_whose_line_was_taken_away_is_found_with_its_former_superior() -> None:
    text = after(("{title: 大区经理, reports_to: 销售总监}", "{title: ‹ORG602›大区经理}"))
    expect(text, before=BEFORE, **REVIEW)
    (finding,) = found(text.replace("‹ORG602›", ""), before=BEFORE, select=("ORG602",))
    assert [str(related.place) for related in finding.related] == ["a.yaml:3:13"]


@pytest.mark.parametrize("now", ["root: true", "reports_to: 总经理", "reports_to: 无名", "reports_to: 大区经理"])
def test_a_role_that_has_a_superior_or_a_finding_of_its_own_is_no_orphan(now: str) -> None:
    expect(after(("大区经理, reports_to: 销售总监", f"大区经理, {now}")), before=BEFORE, select=("ORG602",))


def test_a_new_role_without_a_superior_was_not_orphaned() -> None:
    expect(BEFORE + "  - {title: 审计}\n", before=BEFORE, **REVIEW)


# ORG603


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("销售总监, reports_to: 总经理", "‹ORG603›营销负责人, reports_to: 总经理, supervises: [大区经理]"),
        ("总经理, code: A1", "‹ORG603›总裁, code: A1, supervises: [销售总监, 财务总监]"),
        ("会计, reports_to: 财务总监", "‹ORG603›主管会计, reports_to: 财务总监"),
        ("客户代表, reports_to: 大区经理", "‹ORG603›客户经理, reports_to: 大区经理"),
    ],
)
def test_one_post_under_another_title_is_found_at_the_new_one(old: str, new: str) -> None:
    text = after((old, new))
    for name in ("销售总监", "总经理"):
        if f"title: {name}" not in text:
            text = text.replace(f", reports_to: {name}}}", "}").replace(f", reports_to: {name},", ",")
    expect(text, before=BEFORE, notes=True, select=("ORG603",))


def test_a_role_renamed_with_previously_or_under_its_id_is_fine() -> None:
    text = after(("会计, reports_to", "主管会计, previously: [会计], reports_to"))
    expect(text, before=BEFORE, **REVIEW)
    identified = BEFORE.replace("{title: 会计", "{id: acc, title: 会计")
    expect(identified.replace("title: 会计", "title: 主管会计"), before=identified, **REVIEW)


def test_an_unlike_newcomer_and_two_candidates_are_no_rename() -> None:
    expect(after(("{title: 会计,", "{title: 司机,")), before=BEFORE, select=("ORG603",))
    two = "{title: 主管会计, reports_to: 财务总监, unit: 财务部}\n  - {title: 成本会计,"
    expect(after(("{title: 会计,", two)), before=BEFORE, select=("ORG603",))


def test_the_same_holder_under_the_same_superior_is_a_rename() -> None:
    text = after(
        ("财务总监, reports_to: 总经理, unit: 财务部", "‹ORG603›计财负责人, reports_to: 总经理"),
        ("会计, reports_to: 财务总监", "会计, reports_to: 总经理"),
    )
    expect(text, before=BEFORE, select=("ORG603",))


def test_a_role_that_only_got_another_id_is_no_rename() -> None:
    identified = BEFORE.replace("{title: 会计", "{id: a, title: 会计")
    expect(identified.replace("id: a,", "id: b,"), before=identified, select=("ORG603",))


# ORG604


def team(size: int) -> str:
    clerks = "".join(f"  - {{title: 店员{number}, reports_to: 店长}}\n" for number in range(size))
    return f"roles:\n  - {{title: 店长, grade: 六级}}\n{clerks}"


def pushed(size: int) -> str:
    return team(size).replace("店长,", "‹ORG604›店长,")


def test_a_span_pushed_over_its_limit_names_who_joined() -> None:
    expect(pushed(16), before=team(15), select=("ORG604",))
    (finding,) = found(team(16), before=team(14), select=("ORG604",))
    assert "16 direct reports, 14 before this change" in finding.message
    assert [related.message for related in finding.related] == ["店员14 joined", "店员15 joined"]


def test_a_span_that_was_too_wide_before_or_is_of_a_new_role_was_not_pushed() -> None:
    expect(team(17), before=team(16), select=("ORG604",))
    expect(team(15), before=team(14), select=("ORG604",))
    expect(team(16), before="roles: [{title: 经理}]", select=("ORG604",))


def test_the_limit_of_a_grade_counts_for_the_change_too() -> None:
    expect(pushed(4), before=team(3), select=("ORG604",), span_by_grade={"六级": 3})
    expect(team(16), before=team(15), select=("ORG604",), span_by_grade={"六级": 20})


# ORG605


def test_a_top_that_is_gone_or_got_a_superior_was_replaced() -> None:
    above = BEFORE.replace("总经理, code: A1", "总经理, reports_to: 董事长") + "  - {title: ‹ORG605›董事长}\n"
    expect(above, before=BEFORE, **REVIEW)
    gone = BEFORE.replace("  - {title: 总经理, code: A1}\n", "").replace(
        "销售总监, reports_to: 总经理", "‹ORG605›销售总监"
    )
    expect(gone.replace("reports_to: 总经理", "reports_to: 销售总监"), before=BEFORE, **REVIEW)


def test_a_top_under_a_new_title_and_a_second_top_replace_nobody() -> None:
    renamed = BEFORE.replace("title: 总经理", "title: 总裁, previously: [总经理]").replace("to: 总经理", "to: 总裁")
    expect(renamed, before=BEFORE, **REVIEW)
    second = "  - title: 店长\n" + "".join(f"  - {{title: 店员{number}, reports_to: 店长}}\n" for number in range(9))
    expect(BEFORE + second, before=BEFORE, **REVIEW)


def test_a_top_in_a_loop_was_not_replaced() -> None:
    loop = after(("总经理, code: A1", "总经理, reports_to: 客户代表"))
    assert codes(loop, before=BEFORE, notes=True, select=("ORG3", "ORG6")) == ["ORG301"]


def test_an_organization_without_lines_has_no_top_to_replace() -> None:
    expect("roles: [{title: 乙}]", before="roles: [{title: 甲}]", select=("ORG605",))


def test_a_change_of_100000_roles_is_judged() -> None:
    size = 100_000
    before = "".join(f"- {{title: r{number}, reports_to: r{(number - 1) // 9}}}\n" for number in range(1, size))
    now = "".join(
        f"- {{title: s{number}, previously: r{number}, reports_to: s{(number - 1) // 9}}}\n"
        for number in range(1, size - 5)
    )
    text = f"roles:\n- {{title: s0, previously: r0}}\n{now}"
    assert codes(text, before=f"roles:\n- title: r0\n{before}", select=("ORG6",), max_removals=4) == ["ORG601"]
