"""Notes: what is no mistake, and still worth a look."""

from __future__ import annotations

from tests.builders import expect, found


def test_a_party_nobody_listed_is_a_note_unless_it_stands_outside() -> None:
    text = """\
        units:
          - {name: 生产部, coordinates_with: [‹ORG501›质检部]}
        roles:
          - title: 甲
            root: true
            coordinates_with:
              - ‹ORG501›采购部
              - 生产部
              - {with: 客户, scope: external}
              - {with: 银行, kind: external}
              - {with: ‹ORG501›生产部, kind: role}
              - {with: ‹ORG501›甲部, scope: cross-department}
        """
    expect(text, notes=True)


def test_a_described_partner_names_one_back_in_one_finding_a_pair() -> None:
    text = """\
        roles:
          - {title: 甲, root: true, coordinates_with: [‹ORG502›乙, 丙, 丁, {with: 乙, about: 另一件事}]}
          - {title: 乙, root: true}
          - {title: 丙, described: false}
          - {title: 丁, root: true, aliases: [丁丁], coordinates_with: 甲}
        """
    expect(text, notes=True)


def test_a_unit_and_a_role_that_name_themselves() -> None:
    text = """\
        units:
          - {name: 生产部, aliases: [生产], coordinates_with: ‹ORG503›生产}
        roles:
          - {title: 甲, root: true, aliases: [A], coordinates_with: [‹ORG503›A, {with: 甲, scope: external}]}
        """
    expect(text, notes=True)


def test_a_superior_who_is_only_mentioned_and_one_with_a_single_report() -> None:
    text = """\
        roles:
          - {title: ‹ORG313›‹ORG402›甲, described: false}
          - {title: 乙, reports_to: 甲}
          - {title: 丙, reports_to: 乙, dotted_line_to: 丁}
          - {title: 戊, reports_to: 乙}
          - {title: 丁, described: false}
        """
    expect(text, notes=True)


def test_a_line_past_a_superior_is_a_note_at_the_longer_line() -> None:
    text = """\
        roles:
          - {title: 甲, supervises: [乙, ‹ORG310›丙]}
          - {title: 乙, reports_to: 甲, supervises: [丙, 丁]}
          - title: ‹ORG306›丙
          - title: 丁
        """
    expect(text, notes=True)


def test_two_superiors_on_one_level_skip_nobody() -> None:
    text = """\
        roles:
          - {title: 甲, supervises: [乙, 丙]}
          - {title: 乙, supervises: [丁, 戊]}
          - {title: 丙, supervises: [丁, 己]}
          - title: ‹ORG306›丁
          - title: 戊
          - title: 己
        """
    expect(text, notes=True)


def test_a_described_role_that_a_unit_names_should_name_the_unit_back() -> None:
    text = """\
        units:
          - {name: 质量部, coordinates_with: [‹ORG502›采购主管, 仓库主管]}
        roles:
          - {title: 采购主管, root: true}
          - {title: 仓库主管, root: true, coordinates_with: [质量部]}
        """
    expect(text, notes=True)


def test_a_unit_named_as_superior_is_told_to_be_one() -> None:
    (finding,) = found("units: [{name: 财务部}]\nroles: [{title: 会计, unit: 财务部, reports_to: 财务部}]")
    assert finding.rule.code == "ORG303"
    assert finding.hint == "财务部 is a unit: name the role that leads it"
