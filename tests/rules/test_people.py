"""People in roles: more than there are posts, none at all, one in two; deputies; promotions."""

from __future__ import annotations

import pytest

from tests.builders import expect, found, without_marks

# ORG209


def test_more_holders_than_posts_are_found_at_the_holders() -> None:
    expect("roles: [{title: 甲, headcount: 2, holders: ‹ORG209›[张三, 李四, 王五]}]", notes=True, select=("ORG209",))
    expect("roles: [{title: 甲, headcount: 0, holders: ‹ORG209›张三}]", notes=True, select=("ORG209",))


@pytest.mark.parametrize(
    "role",
    [
        "headcount: 2, holders: [张三, 李四]",
        "headcount: 2, holders: [张三]",
        "headcount: 2, holders: []",
        "holders: [张三, 李四]",
        "headcount: 1, holders: [张三, {name: 李四, acting: true}]",
        "headcount: 1, holders: [张三, 张三]",
    ],
)
def test_open_posts_stand_ins_and_silence_are_fine(role: str) -> None:
    expect(f"roles: [{{title: 甲, {role}}}]", notes=True, select=("ORG209",))


def test_two_people_of_one_name_are_told_apart_by_their_numbers() -> None:
    holders = "[{name: 张三, id: 1}, {name: 张三, id: 2}]"
    expect(f"roles: [{{title: 甲, headcount: 1, holders: ‹ORG209›{holders}}}]", notes=True, select=("ORG209",))


# ORG210


def test_a_promotion_to_a_role_in_any_spelling_or_within_a_sentence_leads_somewhere() -> None:
    for words in ("客户服务总监", "客服总监", "客户 服务 总监", "经考核升任客服总监", "客服总监、总经理助理"):
        text = f"roles: [{{title: 客户服务总监}}, {{title: 专员, reports_to: 客户服务总监, promotion_to: [{words}]}}]"
        expect(text, notes=True, select=("ORG210",))


def test_a_promotion_is_found_once_a_role_at_its_first_word() -> None:
    text = "roles: [{title: 甲组长, promotion_to: [‹ORG210›乙经理, 丙经理]}]"
    expect(text, notes=True, select=("ORG210",))


def test_one_known_promotion_is_enough_and_long_words_are_no_title() -> None:
    expect("roles: [{title: 甲, promotion_to: [乙, 甲]}]", notes=True, select=("ORG210",))
    sentence = "每年由人事部门组织一次公开竞聘，表现优秀者可以晋升到更高的职级"
    expect(f"roles: [{{title: 甲, promotion_to: [{sentence}]}}]", notes=True, select=("ORG210",))


# ORG315


def test_a_vacant_superior_is_found_at_its_holders() -> None:
    text = "roles: [{title: 甲, holders: ‹ORG315›[]}, {title: 乙, reports_to: 甲}]"
    expect(text, notes=True, select=("ORG315",))


@pytest.mark.parametrize(
    "roles",
    [
        "{title: 甲}, {title: 乙, reports_to: 甲}",
        "{title: 甲, holders: []}, {title: 乙}",
        "{title: 甲, holders: [], deputy: 乙}, {title: 乙, reports_to: 甲}",
        "{title: 甲, holders: [{name: 张三, acting: true}]}, {title: 乙, reports_to: 甲}",
        "{title: 甲, holders: []}, {title: 乙, reports_to: 甲, concurrently: [甲]}",
        "{title: 甲, holders: []}, {title: 乙, dotted_line_to: 甲}",
    ],
)
def test_a_superior_somebody_stands_in_for_is_no_vacancy(roles: str) -> None:
    expect(f"roles: [{roles}]", notes=True, select=("ORG315",))


def test_a_vacancy_above_many_is_told_shortly() -> None:
    reports = "".join(f", {{title: 店员{number}, reports_to: 店长}}" for number in range(5000))
    (finding,) = found(f"roles: [{{title: 店长, holders: []}}{reports}]", select=("ORG315",))
    assert "4997 more" in finding.message
    assert finding.roles == ("店长",)


# ORG316


def test_a_circle_of_deputies_is_one_finding_at_its_first_deputy() -> None:
    text = """\
        roles:
          - {title: 甲, deputy: ‹ORG316›乙}
          - {title: 乙, deputy: {role: 丙, when: 出差}}
          - {title: 丙, deputy: 甲}
          - {title: 丁, deputy: ‹ORG316›丁}
          - {title: 戊, deputy: 甲}
        """
    expect(text, notes=True, select=("ORG316",))
    circles = found(without_marks({"a.yaml": text}), select=("ORG316",))
    assert [finding.roles for finding in circles] == [("甲", "乙", "丙"), ("丁",)]


@pytest.mark.parametrize(
    "roles",
    [
        "{title: 甲, deputy: 乙}, {title: 乙, deputy: 丙}, {title: 丙}",
        "{title: 甲, deputy: [乙, 丙]}, {title: 乙, deputy: 甲}, {title: 丙}",
        "{title: 甲, deputy: [甲, 乙]}, {title: 乙}",
        "{title: 甲, deputy: [乙, 无名]}, {title: 乙, deputy: 甲}",
    ],
)
def test_deputies_with_a_way_out_or_perhaps_one_are_fine(roles: str) -> None:
    expect(f"roles: [{roles}]", notes=True, select=("ORG316",))


def test_a_circle_of_20000_deputies_is_told_shortly() -> None:
    size = 20_000
    lines = (f"- {{title: r{number}, deputy: r{(number + 1) % size}}}\n" for number in range(size))
    (finding,) = found("roles:\n" + "".join(lines), select=("ORG316",))
    assert len(finding.roles) == size
    assert len(finding.message) < 500


# ORG317


def test_one_person_on_both_ends_of_a_line_is_found_in_the_report() -> None:
    text = """\
        roles:
          - {title: 甲, holders: [李四, 张三]}
          - {title: 乙, reports_to: 甲, holders: [王五, ‹ORG317›张三]}
          - {title: 丙, reports_to: 乙, holders: [{name: ‹ORG317›张三, id: 7}]}
        """
    expect(text, notes=True, select=("ORG317",))


def test_people_with_two_numbers_are_two_and_grandparents_are_no_superiors() -> None:
    text = """\
        roles:
          - {title: 甲, holders: [{name: 张三, id: 1}]}
          - {title: 乙, reports_to: 甲, holders: [{name: 张三, id: 2}]}
          - {title: 丙, reports_to: 乙, holders: [{name: 张三, id: 1}], dotted_line_to: 甲}
        """
    expect(text, notes=True, select=("ORG317",))


def test_a_further_post_above_or_below_ones_own_is_found_at_its_name_once() -> None:
    text = """\
        roles:
          - {title: 甲, concurrently: [‹ORG317›乙]}
          - {title: 乙, reports_to: 甲, concurrently: [甲]}
          - {title: 丙, reports_to: 乙, concurrently: [‹ORG317›乙, 甲, 无名]}
        """
    expect(text, notes=True, select=("ORG317",))
