"""Which finding is which: what it is about, never where it stands."""

from __future__ import annotations

from orgchart.checking import check
from orgchart.findings import Finding, Ignored, Report, RuleInfo, Severity
from orgchart.fingerprints import fingerprints, subject
from orgchart.source import Place, Source
from tests.builders import in_memory

RULE = RuleInfo(code="ORG999", name="made-up", severity=Severity.ERROR, summary="made up")


def finding(text: str = "a: 客户 经理", words: str = "客户 经理", **changes: object) -> Finding:
    start = text.index(words)
    place = Place(Source("org/a.yaml", text), start, start + len(words))
    return Finding(rule=RULE, message="m", place=place, organization="a", roles=("甲", "乙")).replace(**changes)


def names(*findings: Finding, **further: object) -> list[str]:
    report = Report(findings=findings).replace(**further)
    found = fingerprints(report)
    return [found[id(one)] for one in findings]


def test_a_finding_is_about_its_rule_its_organization_its_roles_and_its_words() -> None:
    assert subject(finding()) == ("ORG999", "a", "", ("甲", "乙"), "客户 经理")


def test_lines_files_messages_weights_and_blanks_do_not_matter() -> None:
    other = finding("# x\n\n  b: 客户\n   经理", "客户\n   经理", message="n", hint="h", severity=Severity.NOTE)
    other = other.replace(place=other.place._replace(source=Source("moved.yaml", other.place.source.text)))
    assert names(finding()) == names(other)


def test_what_it_is_about_matters() -> None:
    ones = [
        finding(),
        finding(rule=RULE.replace(code="ORG998")),
        finding(organization="b"),
        finding(roles=("甲",)),
        finding(roles=("甲乙",)),
        finding(words="客户"),
    ]
    assert len({names(one)[0] for one in ones}) == len(ones)


def test_a_file_that_could_not_be_read_stands_for_its_organization() -> None:
    lost = finding(organization="")
    assert subject(lost).path == "org/a.yaml"
    dotted = lost.replace(place=lost.place._replace(source=Source("./org/a.yaml", lost.place.source.text)))
    assert names(lost) == names(dotted)
    assert names(lost) != names(finding())


def test_equal_ones_are_numbered_in_the_order_of_their_places() -> None:
    text = "- 客户\n- 客户\n- 客户"
    source = Source("a.yaml", text)
    places = [Place(source, start, start + 2) for start in (2, 7, 12)]
    first, second, third = (finding(place=place) for place in places)
    assert [name.rpartition(":")[2] for name in names(third, first, second)] == ["3", "1", "2"]
    assert [name.rpartition(":")[2] for name in names(third, known=(first,), ignored=())] == ["2"]
    ignored = (Ignored(finding=first, reason="r"),)
    assert [name.rpartition(":")[2] for name in names(second, third, ignored=ignored)] == ["1", "2"]


def test_no_two_findings_of_a_run_have_one_name() -> None:
    text = "roles:\n" + "  - {title: 甲, reports_to: 无人}\n" * 40
    report = check(in_memory({"a.yaml": text, "b.yaml": "id: b\n" + text, "c.yaml": "- [", "d.yaml": "- ["}))
    assert len(set(fingerprints(report).values())) == len(report.findings) == 160
