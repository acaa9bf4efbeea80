"""A name or line with its own ORG302, ORG303, ORG311 or ORG312 counts in no other finding."""

from __future__ import annotations

from tests.builders import codes, expect, found, without_marks


def test_an_unknown_superior_makes_no_orphan_and_no_further_top() -> None:
    text = """\
        roles:
          - title: 总经理
          - {title: 财务总监, reports_to: 总经理}
          - {title: 销售总监, reports_to: ‹ORG303›营销总裁}
          - {title: 大区经理, reports_to: 销售总监}
        """
    expect(text)


def test_an_unknown_subordinate_makes_no_orphan() -> None:
    text = """\
        roles:
          - {title: 总经理, supervises: [‹ORG311›销售总裁]}
          - {title: 财务总监, root: true}
        """
    expect(text)


def test_whom_an_unknown_superior_leads_disagrees_with_nobody() -> None:
    text = """\
        roles:
          - {title: 总经理, supervises: [财务总监]}
          - {title: 财务总监, reports_to: 财务总裁}
        """
    assert codes(text) == ["ORG303"]


def test_a_role_under_itself_is_no_loop_no_orphan_and_no_second_superior() -> None:
    text = """\
        roles:
          - {title: 总经理, root: true}
          - {title: 财务总监, reports_to: [财务总监, 总经理]}
          - {title: 审计, reports_to: 审计, dotted_line_to: 总经理}
          - {title: 秘书, supervises: [秘书]}
        """
    assert codes(text) == ["ORG302", "ORG302", "ORG302"]


def test_a_role_is_itself_by_alias_and_by_id_too() -> None:
    text = """\
        roles:
          - {title: 总经理, id: gm, reports_to: gm}
          - {title: 财务总监, aliases: [财务负责人], reports_to: 财务负责人}
        """
    assert codes(text) == ["ORG302", "ORG302"]


def test_an_ambiguous_superior_is_one_finding_that_lists_all_candidates() -> None:
    text = """\
        roles:
          - {title: 总经理, root: true}
          - {title: 会计, unit: 一部, reports_to: 总经理}
          - {title: 会计, unit: 二部, reports_to: 总经理}
          - {title: 出纳, reports_to: ‹ORG312›会计}
        """
    expect(text)
    (finding,) = found(without_marks({"a.yaml": text}), select=("ORG312",))
    assert [related.message for related in finding.related] == ["一部/会计", "二部/会计"]


def test_an_ambiguous_subordinate_makes_neither_orphans_nor_tops() -> None:
    text = """\
        roles:
          - {title: 总经理, supervises: [会计]}
          - {title: 会计, unit: 一部}
          - {title: 会计, unit: 二部}
          - {title: 出纳, reports_to: 一部/会计}
        """
    assert codes(text) == ["ORG312"]


def test_an_ambiguous_name_in_the_list_omits_none_of_those_it_fits() -> None:
    text = """\
        roles:
          - {title: 总经理, supervises: [会计]}
          - {title: 会计, unit: 一部, reports_to: 总经理}
          - {title: 会计, unit: 二部, reports_to: 总经理}
        """
    assert codes(text) == ["ORG312"]


def test_an_ambiguous_superior_contradicts_none_of_those_it_fits() -> None:
    text = """\
        roles:
          - {title: 总经理, root: true}
          - {title: 会计, unit: 一部, reports_to: 总经理, supervises: [出纳]}
          - {title: 会计, unit: 二部, reports_to: 总经理}
          - {title: 出纳, reports_to: [会计, 总经理]}
        """
    assert "ORG307" not in codes(text)


def test_an_ambiguous_partner_may_be_the_one_who_is_named_back() -> None:
    text = """\
        roles:
          - {title: 会计, unit: 一部, root: true, coordinates_with: [采购]}
          - {title: 会计, unit: 二部, root: true}
          - {title: 采购, root: true, coordinates_with: [会计]}
        """
    assert codes(text, notes=True) == ["ORG312"]


def test_a_unit_is_led_by_an_unknown_or_ambiguous_role_in_one_finding() -> None:
    text = """\
        units:
          - {name: 行政部, head: ‹ORG303›行政总监, reports_to: ‹ORG312›会计}
          - {name: 二部, reports_to: ‹ORG303›董事会}
        roles:
          - {title: 会计, unit: 行政部, root: true}
          - {title: 会计, unit: 二部, root: true}
        """
    expect(text)


def test_what_a_unit_reports_to_is_no_line_of_a_role() -> None:
    text = """\
        units:
          - {name: 行政部, reports_to: 会计}
        roles:
          - {title: 会计, id: one}
          - {title: 会计, id: two, unit: 行政部}
        """
    assert codes(text) == ["ORG312", "ORG304", "ORG304"]


def test_a_deputy_or_a_dotted_superior_must_be_a_role_too() -> None:
    text = """\
        roles:
          - {title: 总经理, deputy: ‹ORG303›副总}
          - {title: 财务总监, reports_to: 总经理, dotted_line_to: [‹ORG303›财务总裁]}
          - {title: 会计, reports_to: 财务总监, deputy: {role: ‹ORG303›出纳, when: 出差}}
        """
    expect(text)


def test_a_superior_that_is_a_number_is_one_finding() -> None:
    text = """\
        roles:
          - {title: 总经理, supervises: [出纳]}
          - {title: 出纳}
          - {title: 会计, reports_to: ‹ORG103›3}
        """
    expect(text)


def test_a_party_that_is_a_role_and_a_unit_is_ambiguous_until_its_kind_is_said() -> None:
    text = """\
        units:
          - name: 审计
        roles:
          - {title: 审计, root: true, coordinates_with: 采购}
          - {title: 采购, root: true, coordinates_with: %s}
        """
    assert codes(text % "审计", notes=True) == ["ORG312"]
    assert codes(text % "{with: 审计, kind: role}", notes=True) == []
    assert codes(text % "{with: 审计, kind: unit}", notes=True) == ["ORG502"]
    assert codes(text % "{with: 审计, scope: external}", notes=True) == ["ORG502"]
