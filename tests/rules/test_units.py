"""Units and the roles in them: heads, lines that leave them, numbers they state, titles across them."""

from __future__ import annotations

from tests.builders import expect, found, without_marks

LED = """\
units:
  - {name: 公司}
  - {name: 销售部, part_of: 公司, head: 销售总监}
  - {name: 一组, part_of: 销售部, head: 一组组长}
  - {name: 财务部, part_of: 公司, head: 财务总监, aliases: [财务]}
roles:
  - {title: 总经理, unit: 公司, supervises: [销售总监, 财务总监]}
  - {title: 销售总监, unit: 销售部}
  - {title: 财务总监, unit: 财务部}
  - {title: 一组组长, unit: 一组, reports_to: 销售总监}
"""


def led(*roles: str) -> str:
    return LED + "".join(f"  - {{{role}}}\n" for role in roles)


# ORG206


def test_the_ending_of_a_member_of_staff_and_the_order_of_words_make_no_other_title() -> None:
    text = """\
        roles:
          - {title: 采购员, unit: 华东}
          - {title: ‹ORG206›采购专员, unit: 华南}
          - {title: Sales Manager, unit: 华东}
          - {title: ‹ORG206›Manager of Sales, unit: 华南}
          - {title: 品牌经理, unit: 华东}
          - {title: ‹ORG206›品牌/经理, unit: 华南}
        """
    expect(text, notes=True, select=("ORG206",))


def test_like_titles_of_two_posts_are_left_alone() -> None:
    pairs = [("大区经理", "区域经理"), ("大店长", "店长"), ("销售经理", "销售主管"), ("品牌经理", "产品经理")]
    pairs += [("客户经理1", "客户经理2"), ("Sales Manager", "Sales Director"), ("职员", "人员")]
    for one, other in pairs:
        text = f"roles: [{{title: {one}, unit: 华东}}, {{title: {other}, unit: 华南}}]"
        expect(text, notes=True, select=("ORG206",))


def test_titles_in_one_unit_or_in_none_may_be_near() -> None:
    expect("roles: [{title: 采购员, unit: 华东}, {title: 采购专员, unit: 华东}]", notes=True, select=("ORG206",))
    expect("roles: [{title: 采购员, unit: 华东}, {title: 采购专员}]", notes=True, select=("ORG206",))
    aliased = "units: [{name: 华东, aliases: [东区]}]\n"
    text = aliased + "roles: [{title: 采购员, unit: 华东}, {title: 采购专员, unit: 东区}]"
    expect(text, notes=True, select=("ORG206",))


def test_another_spelling_of_a_title_is_not_near_but_the_same() -> None:
    text = "roles: [{title: 客服专员, unit: 华东}, {title: ‹ORG202›客户服务专员, unit: 华南}]"
    expect(text, notes=True, select=("ORG202", "ORG206"))


# ORG207


def test_a_unit_without_a_head_counts_only_where_others_name_theirs() -> None:
    roles = (
        "roles: [{title: 甲, unit: 一部}, {title: 乙, unit: 一部}, {title: 丙, unit: 二部}, {title: 丁, unit: 二部}]"
    )
    expect(f"units: [{{name: 一部}}, {{name: 二部}}]\n{roles}", notes=True, select=("ORG207",))
    expect(f"units: [{{name: 一部, head: 甲}}, {{name: ‹ORG207›二部}}]\n{roles}", notes=True, select=("ORG207",))


def test_a_unit_of_one_role_or_led_from_outside_needs_no_head() -> None:
    text = """\
        units: [{name: 一部, head: 甲}, {name: 二部, reports_to: 甲}, {name: 三部}]
        roles:
          - {title: 甲, unit: 一部}
          - {title: 乙, unit: 一部}
          - {title: 丙, unit: 二部}
          - {title: 丁, unit: 二部}
          - {title: 戊, unit: 三部}
        """
    expect(text, notes=True, select=("ORG207",))


def test_a_head_that_is_unknown_is_a_head_still() -> None:
    text = "units: [{name: 一部, head: 无名}]\nroles: [{title: 甲, unit: 一部}, {title: 乙, unit: 一部}]"
    assert [finding.rule.code for finding in found(text, select=("ORG207", "ORG303"))] == ["ORG303"]


def test_a_head_may_stand_in_another_file_of_the_organization() -> None:
    units = "id: x\nunits: [{name: 一部%s}]\n"
    roles = "roles: [{title: 甲, unit: 一部}, {title: 乙, unit: 一部}]\n"
    expect({"a.yaml": units % "" + roles, "b.yaml": units % ", head: 甲"}, notes=True, select=("ORG207",))


# ORG208


def test_a_head_belongs_to_its_unit_to_one_in_it_or_to_one_around_it() -> None:
    expect(LED.replace("unit: 销售部}", "unit: 公司}"), notes=True, select=("ORG208",))
    expect(LED.replace("unit: 销售部}", "unit: 一组}"), notes=True, select=("ORG208",))
    expect(LED.replace("unit: 销售部}", "unit: [财务部, 销售部]}"), notes=True, select=("ORG208",))
    wrong = LED.replace("unit: 销售部}", "unit: 财务部}").replace("head: 销售", "head: ‹ORG208›销售")
    expect(wrong, notes=True, select=("ORG208",))


def test_a_head_without_a_unit_or_in_an_unknown_one_is_left_alone() -> None:
    expect(LED.replace(", unit: 销售部}", "}"), notes=True, select=("ORG208",))
    expect(LED.replace("unit: 销售部}", "unit: 行政部}"), notes=True, select=("ORG208",))


def test_units_in_a_loop_are_related_and_nobody_waits() -> None:
    text = """\
        units:
          - {name: 甲部, part_of: 乙部, head: 甲}
          - {name: 乙部, part_of: 甲部}
          - {name: 丙部, part_of: 丙部, head: ‹ORG208›甲}
        roles: [{title: 甲, unit: 乙部}]
        """
    expect(text, notes=True, select=("ORG208", "ORG404", "ORG314"))


# ORG314


def test_a_line_that_leaves_the_unit_past_its_head_is_found_where_it_is_stated() -> None:
    text = led("title: 销售会计, unit: 销售部, reports_to: ‹ORG314›财务总监")
    expect(text, notes=True, select=("ORG314",))
    (finding,) = found(without_marks({"a.yaml": text}), select=("ORG314",))
    assert finding.roles == ("销售会计", "财务总监", "销售总监")


def test_a_line_stated_by_the_superior_in_another_unit_is_found_there() -> None:
    text = led("title: 销售会计, unit: 销售部").replace(
        "{title: 财务总监, unit: 财务部}", "{title: 财务总监, unit: 财务部, supervises: [‹ORG314›销售会计]}"
    )
    expect(text, notes=True, select=("ORG314",))


def test_lines_that_stay_at_home_or_are_a_matrix_are_fine() -> None:
    for role in (
        "title: 内勤, unit: 一组, reports_to: 销售总监",
        "title: 内勤, unit: 销售部, reports_to: 一组组长",
        "title: 内勤, unit: 一组, reports_to: 总经理",
        "title: 内勤, unit: 销售部, reports_to: 财务总监, dotted_line_to: 销售总监",
        "title: 内勤, unit: 销售部, reports_to: 财务总监, dotted_line_to: 一组组长",
        "title: 内勤, unit: 销售部, reports_to: [财务总监, 销售总监]",
        "title: 内勤, unit: [销售部, 财务部], reports_to: 财务总监",
        "title: 内勤, unit: 行政部, reports_to: 财务总监",
        "title: 内勤, reports_to: 财务总监",
    ):
        expect(led(role), notes=True, select=("ORG314",))


def test_a_head_that_reports_across_and_a_unit_led_from_elsewhere_are_fine() -> None:
    expect(LED.replace("reports_to: 销售总监}", "reports_to: 财务总监}"), notes=True, select=("ORG314",))
    led_from_elsewhere = led("title: 内勤, unit: 销售部, reports_to: 财务总监").replace(
        "head: 销售总监}", "head: 销售总监, reports_to: 财务总监}"
    )
    expect(led_from_elsewhere, notes=True, select=("ORG314",))


# ORG404


def test_people_are_added_up_from_the_units_inside() -> None:
    text = """\
        units:
          - {name: 公司, headcount: ‹ORG404›5, head: 总经理}
          - {name: 销售部, part_of: 公司, headcount: 5}
        roles:
          - {title: 总经理, unit: 公司, holders: [张三]}
          - {title: 销售代表, unit: 销售部, headcount: 5}
        """
    expect(text, notes=True, select=("ORG404",))
    (finding,) = found(without_marks({"a.yaml": text}), select=("ORG404",))
    assert "led by 总经理" in finding.message
    assert "5 people, and its 2 roles have 6" in finding.message


def test_fewer_people_count_only_where_every_role_tells_them() -> None:
    text = "units: [{name: 部, headcount: %s}]\nroles: [{title: 甲, unit: 部, headcount: 2}, {title: 乙, unit: 部%s}]"
    expect(text % ("‹ORG404›9", ", headcount: 1"), notes=True, select=("ORG404",))
    expect(text % ("9", ""), notes=True, select=("ORG404",))
    expect(text % ("3", ", headcount: 1"), notes=True, select=("ORG404",))


def test_one_person_in_several_roles_counts_once_and_a_vacant_role_for_nobody() -> None:
    text = """\
        units: [{name: 部, headcount: 2}]
        roles:
          - {title: 甲, unit: 部, holders: [张三], concurrently: [丙]}
          - {title: 乙, unit: 部, holders: [张三]}
          - {title: 丙, unit: 部}
          - {title: 丁, unit: 部, holders: []}
          - {title: 戊, unit: 部, described: false}
          - {title: 己, unit: 部}
        """
    expect(text, notes=True, select=("ORG404",))
    expect(text.replace("headcount: 2", "headcount: ‹ORG404›1"), notes=True, select=("ORG404",))


def test_a_unit_without_roles_is_not_judged() -> None:
    expect("units: [{name: 部, headcount: 4}]\nroles: [{title: 甲}]", notes=True, select=("ORG404",))
