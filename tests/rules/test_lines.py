"""What counts as a line, and what the rules make of two statements of one line."""

from __future__ import annotations

import pytest

from tests.builders import codes, expect, found, graph, without_marks


def superiors(text: str, title: str) -> list[str]:
    whole = graph(text)
    number = next(number for number, role in enumerate(whole.roles) if role.title == title)
    return [str(whole.roles[superior].title) for superior in whole.superiors[number]]


def test_a_dotted_line_does_not_keep_a_role_from_being_an_orphan() -> None:
    text = """\
        roles:
          - {title: 总经理, supervises: [会计]}
          - title: 会计
          - {title: ‹ORG304›品牌经理, dotted_line_to: 总经理}
        """
    expect(text)


def test_a_role_that_supervises_nobody_by_its_own_words_is_an_orphan_still() -> None:
    text = "roles: [{title: 总经理, supervises: []}, {title: 会计, root: true}]"
    assert codes(text) == ["ORG304"]


@pytest.mark.parametrize("way_out", ["root: true", "described: false"])
def test_a_role_meant_to_stand_alone_or_only_mentioned_is_no_orphan(way_out: str) -> None:
    assert codes(f"roles: [{{title: 总经理, {way_out}}}, {{title: 会计, root: true}}]") == []


def test_the_only_role_of_an_organization_is_no_orphan() -> None:
    assert codes("roles: [{title: 店长}]", notes=True) == []


def test_either_statement_alone_makes_the_line() -> None:
    assert superiors("roles: [{title: 甲, supervises: 乙}, {title: 乙}]", "乙") == ["甲"]
    assert superiors("roles: [{title: 甲}, {title: 乙, reports_to: 甲}]", "乙") == ["甲"]


def test_one_line_stated_twice_is_one_superior() -> None:
    text = "roles: [{title: 甲, aliases: [A], supervises: 乙}, {title: 乙, reports_to: [甲, A]}]"
    assert superiors(text, "乙") == ["甲"]
    assert codes(text) == []


def test_ones_own_superiors_come_first_in_their_order() -> None:
    text = "roles: [{title: 甲, supervises: [丁]}, {title: 乙}, {title: 丙}, {title: 丁, reports_to: [丙, 乙]}]"
    assert superiors(text, "丁") == ["丙", "乙", "甲"]


def test_superiors_known_from_their_lists_come_nearest_first() -> None:
    text = """\
        roles:
          - {title: 总监, supervises: [经理, 专员]}
          - {title: 经理, supervises: [主管]}
          - {title: 主管, supervises: [专员]}
          - title: 专员
        """
    assert superiors(text, "专员") == ["主管", "总监"]


def test_superiors_without_a_line_between_them_come_as_written() -> None:
    text = "roles: [{title: 乙, supervises: 丙}, {title: 甲, supervises: 丙}, {title: 丙}]"
    assert superiors(text, "丙") == ["乙", "甲"]


def test_superiors_above_each_other_come_as_written() -> None:
    text = "roles: [{title: 甲, supervises: [乙, 丙]}, {title: 乙, supervises: [甲, 丙]}, {title: 丙}]"
    assert superiors(text, "丙") == ["甲", "乙"]


def test_a_superior_who_says_none_omits_whoever_reports_to_him() -> None:
    expect("roles: [{title: 甲, supervises: []}, {title: 乙, reports_to: ‹ORG308›甲}]")


@pytest.mark.parametrize("empty", ["", "~", "null", '""'])
def test_an_empty_value_is_an_absent_key(empty: str) -> None:
    text = f"""\
        roles:
          - title: 甲
            supervises: {empty}
          - title: 乙
            reports_to: 甲
            dotted_line_to: {empty}
            unit: {empty}
            headcount: {empty}
            grade: {empty}
        """
    assert codes(text) == []


def test_one_name_is_a_list_of_one() -> None:
    listed = "roles: [{title: 甲, aliases: [A], supervises: [乙]}, {title: 乙, reports_to: [甲], unit: [部]}]"
    single = "roles: [{title: 甲, aliases: A, supervises: 乙}, {title: 乙, reports_to: 甲, unit: 部}]"
    assert graph(listed).roles == graph(single).roles


def test_each_knot_is_one_finding_with_a_shortest_loop_through_its_first_role() -> None:
    text = """\
        roles:
          - {title: 甲, reports_to: [乙, ‹ORG301›‹ORG306›丙]}
          - {title: 乙, reports_to: 丙}
          - {title: 丙, reports_to: 甲}
          - {title: 丁, reports_to: ‹ORG301›戊}
          - {title: 戊, reports_to: 丁}
          - {title: 己, reports_to: 丁}
        """
    expect(text)
    loops = found(without_marks({"a.yaml": text}), select=("ORG301",))
    assert [finding.roles for finding in loops] == [("甲", "丙"), ("丁", "戊")]
    assert "甲 → 丙 → 甲" in loops[0].message
    assert "1 more" in loops[0].message


def test_a_loop_leaves_nobody_an_orphan_or_a_top() -> None:
    assert codes("roles: [{title: 甲, reports_to: 乙}, {title: 乙, reports_to: 甲}]") == ["ORG301"]


def test_a_loop_that_superiors_state_is_found_at_their_words() -> None:
    expect("roles: [{title: 甲, supervises: 乙}, {title: 乙, supervises: ‹ORG301›甲}]")


def test_each_further_top_is_one_finding_and_a_root_none() -> None:
    text = """\
        roles:
          - title: 甲
          - {title: 乙, reports_to: 甲}
          - title: 丙
          - {title: 丁, reports_to: 丙}
          - {title: 戊, root: true}
          - {title: 己, reports_to: 戊}
          - title: 庚
          - {title: 辛, reports_to: 庚}
        """
    tops = [finding.roles[0] for finding in found(text) if finding.rule.code == "ORG305"]
    assert "戊" not in tops
    assert {"丙", "庚"} <= set(tops)


def test_a_claim_against_the_reports_own_words_is_a_disagreement() -> None:
    text = """\
        roles:
          - {title: 甲, supervises: [‹ORG307›丙]}
          - {title: 乙, reports_to: ‹ORG308›甲, supervises: [丙]}
          - {title: 丙, reports_to: ‹ORG306›乙}
        """
    expect(text)


def test_two_claims_without_own_words_are_two_superiors_and_no_disagreement() -> None:
    text = "roles: [{title: 甲, supervises: 丙}, {title: 乙, reports_to: 甲, supervises: 丙}, {title: 丙}]"
    assert set(codes(text)) == {"ORG306", "ORG308"}


def test_a_solid_line_and_a_dotted_one_back_are_both_kinds_between_the_same_two() -> None:
    expect("roles: [{title: 甲, dotted_line_to: ‹ORG309›乙}, {title: 乙, reports_to: 甲}]")


def test_limits_of_span_and_layers_can_be_set() -> None:
    text = "roles: [{title: 甲, supervises: [乙, 丙]}, {title: 乙}, {title: 丙}, {title: 丁, reports_to: 丙}]"
    assert codes(text) == []
    assert codes(text, max_span=1, max_layers=2) == ["ORG401", "ORG403"]


def test_a_span_at_its_limit_is_fine() -> None:
    clerks = "".join(f", {{title: 店员{number}, reports_to: 店长}}" for number in range(15))
    assert codes(f"roles: [{{title: 店长}}{clerks}]") == []


def test_the_first_written_top_is_never_a_further_one() -> None:
    text = """\
        roles:
          - title: 甲
          - {title: 乙, reports_to: 甲}
          - {title: 丙, root: true}
          - {title: 丁, reports_to: 丙}
          - title: ‹ORG305›戊
          - {title: 己, reports_to: 戊}
        """
    expect(text)


def test_a_role_that_is_its_own_superior_by_both_statements_is_one_finding() -> None:
    expect("roles: [{title: 甲, reports_to: ‹ORG302›甲, supervises: [甲, 乙]}, {title: 乙}]")
