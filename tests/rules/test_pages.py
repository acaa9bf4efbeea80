"""The catalogue is the promised one, and each rule's page says true things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from orgchart import catalogue
from orgchart.findings import Severity
from tests.builders import found

if TYPE_CHECKING:
    from pathlib import Path

    from orgchart.catalogue import Page
    from orgchart.findings import Finding

TABLE = """
ORG101 unreadable-file error
ORG102 unknown-field error
ORG103 wrong-type error
ORG104 missing-title error
ORG105 unused-ignore warning
ORG106 missing-source warning
ORG107 unread-text note
ORG201 duplicate-role error
ORG202 title-spelt-two-ways warning
ORG203 unknown-unit warning
ORG204 unit-cycle error
ORG205 same-file-name error
ORG206 similar-titles note
ORG207 unit-without-head note
ORG208 head-outside-unit note
ORG209 more-holders-than-posts note
ORG210 promotion-to-nowhere note
ORG301 reporting-cycle error
ORG302 reports-to-itself error
ORG303 unknown-superior error
ORG304 orphan-role error
ORG305 several-roots warning
ORG306 several-superiors warning
ORG307 superior-disagrees error
ORG308 superior-omits warning
ORG309 solid-and-dotted warning
ORG310 skip-level note
ORG311 unknown-subordinate error
ORG312 ambiguous-name error
ORG313 undescribed-superior note
ORG314 line-across-units note
ORG315 vacant-superior note
ORG316 deputies-in-a-circle note
ORG317 person-under-itself note
ORG401 span-too-wide warning
ORG402 single-report note
ORG403 too-deep warning
ORG404 declared-span note
ORG405 islands note
ORG406 unbranched-chain note
ORG501 unknown-party note
ORG502 one-sided-coordination note
ORG503 coordinates-with-itself error
ORG504 coordination-hub note
ORG601 mass-removal error
ORG602 orphaned-by-change warning
ORG603 rename-without-previously warning
ORG604 span-pushed-over-limit warning
ORG605 root-replaced warning
"""
HEADINGS = ["What it finds", "Why it matters", "Bad", "Good"]
FAMILIES = {
    "documents": "ORG1",
    "identity": "ORG2",
    "reporting": "ORG3",
    "shape": "ORG4",
    "coordination": "ORG5",
    "review": "ORG6",
}
INEVITABLE = {
    "ORG307": {"ORG306"},  # whom two claim has two superiors until somebody decides
    "ORG310": {"ORG306"},  # to skip a level takes a second line
    "ORG602": {"ORG305"},  # who leads and has lost its superior is a further top
    "ORG604": {"ORG401"},  # a span over its limit is too wide
}
EXAMPLE = re.compile(r"^```(?:yaml|text) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

each_page = pytest.mark.parametrize("page", catalogue.PAGES, ids=lambda page: page.info.code)


def sections(page: Page) -> dict[str, str]:
    _first, *rest = re.split(r"^## ", page.__doc__ or "", flags=re.MULTILINE)
    return {text.partition("\n")[0]: text.partition("\n")[2] for text in rest}


def example(page: Page, heading: str) -> dict[str, str]:
    return {path or "a.yaml": text for path, text in EXAMPLE.findall(sections(page)[heading])}


def judged(page: Page, heading: str, folder: Path) -> tuple[Finding, ...]:
    """What is found in an example; files under before/ are the earlier state, those under documents/ its documents."""
    files = example(page, heading)
    before = {path.removeprefix("before/"): text for path, text in files.items() if path.startswith("before/")}
    documents = {path: text for path, text in files.items() if path.startswith("documents/")}
    for path, text in documents.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return found(
        {path: text for path, text in files.items() if path not in documents and not path.startswith("before/")},
        before=before or None,
        documents=str(folder / "documents") if documents else None,
    )


def module_of(page: Page) -> str:
    return str(getattr(page, "__name__", ""))


def test_the_catalogue_is_the_promised_table() -> None:
    listed = [f"{page.info.code} {page.info.name} {page.info.severity.value}" for page in catalogue.PAGES]
    assert listed == TABLE.split("\n")[1:-1]


@each_page
def test_a_code_lives_in_its_family(page: Page) -> None:
    family = module_of(page).split(".")[2]
    assert page.info.code.startswith(FAMILIES.get(family, ("ORG1", "ORG205")))


@each_page
def test_a_page_has_its_headings_in_order(page: Page) -> None:
    assert list(sections(page)) == HEADINGS
    assert all(text.strip() for text in sections(page).values())


@each_page
def test_a_page_begins_with_one_sentence(page: Page) -> None:
    first, blank, *_rest = (page.__doc__ or "").split("\n")
    assert first.endswith(".")
    assert not blank
    assert page.info.summary


@each_page
def test_the_bad_example_yields_its_code_once(page: Page, tmp_path: Path) -> None:
    weighty = [
        finding.rule.code
        for finding in judged(page, "Bad", tmp_path)
        if finding.weight is not Severity.NOTE or finding.rule is page.info
    ]
    assert weighty.count(page.info.code) == 1
    assert set(weighty) - {page.info.code} <= INEVITABLE.get(page.info.code, set())


@each_page
def test_the_good_example_is_clean(page: Page, tmp_path: Path) -> None:
    findings = judged(page, "Good", tmp_path)
    assert [finding.message for finding in findings if finding.weight is not Severity.NOTE] == []
    assert page.info.code not in [finding.rule.code for finding in findings]


@each_page
def test_a_finding_says_where_and_never_nothing(page: Page, tmp_path: Path) -> None:
    finding = next(finding for finding in judged(page, "Bad", tmp_path) if finding.rule is page.info)
    assert finding.message
    assert finding.place.end >= finding.place.start
    assert finding.place.path in example(page, "Bad")


def test_pages_are_found_by_code_and_by_name_in_any_case() -> None:
    assert catalogue.find("org301") is catalogue.find("Reporting-Cycle") is not None
    assert catalogue.find("ORG3") is None


def test_a_selector_is_a_code_a_name_or_a_beginning() -> None:
    assert catalogue.codes("ORG5") == ["ORG501", "ORG502", "ORG503", "ORG504"]
    assert catalogue.codes("unit-cycle") == ["ORG204"]
    assert len(catalogue.codes("all")) == len(catalogue.PAGES)
    assert catalogue.codes("cycle") == []
