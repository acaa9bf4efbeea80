"""The rules hold for organizations larger than any."""

from __future__ import annotations

from collections import Counter

from tests.builders import codes, found


def test_a_chain_of_100000_roles_is_checked() -> None:
    lines = (f"- {{title: r{number}, reports_to: r{number - 1}}}\n" for number in range(1, 100_000))
    counted = Counter(codes("roles:\n- title: r0\n" + "".join(lines), notes=True))
    assert counted == {"ORG402": 99_999, "ORG403": 1, "ORG406": 1}


def test_a_loop_of_20000_roles_is_one_finding_told_shortly() -> None:
    size = 20_000
    lines = (f"- {{title: r{number}, reports_to: r{(number + 1) % size}}}\n" for number in range(size))
    (finding,) = found("roles:\n" + "".join(lines), select=("ORG301",))
    assert len(finding.roles) == size
    assert len(finding.related) == size - 1
    assert len(finding.message) < 500


def test_a_star_of_50000_roles_is_checked() -> None:
    lines = (f"- {{title: r{number}, reports_to: top}}\n" for number in range(50_000))
    assert codes("roles:\n- title: top\n" + "".join(lines), notes=True) == ["ORG401"]


def test_a_list_of_10000_that_omits_10000_others_is_told_shortly() -> None:
    size = 10_000
    listed = ", ".join(f"a{number}" for number in range(size))
    text = f"roles:\n- {{title: top, supervises: [{listed}]}}\n"
    text += "".join(f"- title: a{number}\n- {{title: b{number}, reports_to: top}}\n" for number in range(size))
    omitted = found(text, select=("ORG308",))
    assert len(omitted) == size
    assert max(len(finding.message) for finding in omitted) < 500


def test_a_role_claimed_by_10000_superiors_is_checked() -> None:
    lines = (f"- {{title: r{number}, supervises: [one]}}\n" for number in range(10_000))
    counted = Counter(codes("roles:\n- title: one\n" + "".join(lines)))
    assert counted == {"ORG305": 9_999, "ORG306": 1}


def test_units_in_a_loop_of_20000_are_one_finding_told_shortly() -> None:
    size = 20_000
    lines = (f"- {{name: u{number}, part_of: u{(number + 1) % size}}}\n" for number in range(size))
    (finding,) = found("units:\n" + "".join(lines))
    assert finding.rule.code == "ORG204"
    assert len(finding.message) < 500


def test_a_thousand_misspelt_names_among_ten_thousand_are_found() -> None:
    lines = [f"- {{title: 第{number}营业部客户服务经理, root: true}}\n" for number in range(10_000)]
    lines += [f"- {{title: 专员{number}, reports_to: 第{number}营业部客服经里}}\n" for number in range(1000)]
    unknown = found("roles:\n" + "".join(lines), select=("ORG303",))
    assert len(unknown) == 1000
    assert "did you mean" in unknown[0].hint


def test_a_value_of_a_million_letters_is_told_shortly() -> None:
    (finding,) = found("长" * 1_000_000)
    assert finding.rule.code == "ORG103"
    assert len(finding.message) < 500
