"""SARIF: valid, whole, and the same finding keeps its name."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from orgchart import catalogue
from orgchart.checking import check
from orgchart.config import Config
from orgchart.findings import Finding, Ignored, Related, Report, RuleInfo, Severity
from orgchart.loading import load
from orgchart.reporters.locating import from_root
from orgchart.reporters.sarif import SCHEMA, as_sarif
from orgchart.reporters.visible import json_text
from orgchart.source import Place, Source
from tests.builders import in_memory, without_marks
from tests.faults import FAULTS
from tests.reporters.reports import hostile, planted
from tests.reporters.test_reports import LOOP, REPORT, SINGLE

OFFICIAL = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text("utf-8"))
VALID = jsonschema_rs.validator_for(OFFICIAL)
ORG = Path(__file__).parents[2] / "org"


def run_of(report: Report, **options: Any) -> dict[str, Any]:
    document = as_sarif(report, version="1.2.3", **options)
    VALID.validate(json.loads(json_text(document)))
    run: dict[str, Any] = document["runs"][0]
    return run


def test_the_schema_is_the_official_one_and_refuses_what_is_wrong() -> None:
    assert OFFICIAL["id"] == SCHEMA
    wrong = as_sarif(REPORT, version="1")
    wrong["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert not VALID.is_valid(wrong)
    assert not VALID.is_valid({"version": "2.1.0"})


@pytest.mark.parametrize("with_accepted", [False, True])
def test_every_report_is_valid(with_accepted: bool) -> None:
    for report in (Report(findings=()), REPORT, planted(), hostile(), check(load(ORG))):
        run_of(report, with_accepted=with_accepted)
        run_of(report.replace(known=report.findings, findings=()), with_accepted=with_accepted)


def test_a_whole_report() -> None:
    rule = LOOP.rule.replace(page="Superiors form a loop.\n\n## What it finds\n\nA loop.\n\n## Bad\n\n…")
    document = as_sarif(REPORT.replace(findings=(LOOP,), ignored=(), rules=(rule,)), version="1.2.3")
    VALID.validate(document)
    region = {"startLine": 2, "startColumn": 30, "endLine": 2, "endColumn": 33}
    file = {"uri": "org/%E7%94%B2.yaml", "uriBaseId": "%SRCROOT%"}
    (result,) = document["runs"][0]["results"]
    fingerprints = result.pop("partialFingerprints")
    assert fingerprints.keys() == {"orgchart/v1", "primaryLocationLineHash"}
    assert document == {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "orgchart",
                        "semanticVersion": "1.2.3",
                        "rules": [
                            {
                                "id": "ORG301",
                                "name": "reporting-cycle",
                                "shortDescription": {"text": "Superiors form a loop."},
                                "fullDescription": {"text": "A loop."},
                                "help": {
                                    "text": f"ORG301 reporting-cycle [error]\n\n{rule.page}",
                                    "markdown": f"# ORG301 reporting-cycle [error]\n\n{rule.page}",
                                },
                                "defaultConfiguration": {"level": "error"},
                                "properties": {
                                    "precision": "very-high",
                                    "problem.severity": "error",
                                    "tags": ["reporting-lines"],
                                },
                            }
                        ],
                    }
                },
                "results": [
                    {
                        "ruleId": "ORG301",
                        "ruleIndex": 0,
                        "level": "error",
                        "message": {"text": "总经理 → 董事长 → 总经理\nlet one of them report to somebody else"},
                        "locations": [
                            {
                                "physicalLocation": {"artifactLocation": file, "region": region},
                                "logicalLocations": [{"fullyQualifiedName": "甲/总经理", "kind": "role"}],
                            }
                        ],
                        "relatedLocations": [
                            {
                                "id": 1,
                                "physicalLocation": {
                                    "artifactLocation": file,
                                    "region": {**region, "startLine": 3, "endLine": 3},
                                },
                                "message": {"text": "董事长 reports to 总经理"},
                            }
                        ],
                    }
                ],
                "columnKind": "unicodeCodePoints",
            }
        ],
    }


def test_every_rule_that_ran_is_described_from_its_page() -> None:
    rules = run_of(planted())["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in planted().rules]
    for rule in run_of(check(in_memory("roles: []")))["tool"]["driver"]["rules"]:
        page = catalogue.find(rule["id"])
        assert page
        assert (page.__doc__ or "").strip() in rule["help"]["markdown"]
        assert rule["shortDescription"]["text"].endswith(".")
        assert 20 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["properties"]["tags"] != ["other"]


def test_a_configured_severity_is_the_level_of_the_result() -> None:
    report = check(in_memory("roles: [{title: 甲, reports_to: 乙}]"), Config(severity={"ORG303": Severity.NOTE}))
    run = run_of(report)
    level = next(rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "ORG303")["defaultConfiguration"]
    assert [one["level"] for one in run["results"] if one["ruleId"] == "ORG303"] == ["note"]
    assert level == {"level": "error"}


def test_accepted_findings_are_left_out_or_say_why() -> None:
    report = Report(findings=(LOOP,), known=(SINGLE,), ignored=(Ignored(finding=SINGLE, reason="人少"),))
    assert [one["ruleId"] for one in run_of(report)["results"]] == ["ORG301"]
    assert [one.get("suppressions") for one in run_of(report, with_accepted=True)["results"]] == [
        None,
        [{"kind": "inSource", "justification": "人少"}],
        [{"kind": "external", "justification": "it stands in the baseline"}],
    ]


def test_files_are_named_from_the_root_and_those_outside_of_it_whole() -> None:
    locate = partial(from_root, folder="/repo/people", root="/repo")
    place = Place(Source("../../etc/a b.yaml", "x"), 0, 1)
    run = run_of(Report(findings=(LOOP, SINGLE.replace(place=place))), locate=locate)
    files = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in run["results"]]
    assert files == [
        {"uri": "people/org/%E7%94%B2.yaml", "uriBaseId": "%SRCROOT%"},
        {"uri": "file:///etc/a%20b.yaml"},
    ]


def test_a_message_that_looks_like_a_link_is_none() -> None:
    link = SINGLE.replace(message="[点](1) leads 乙")
    plain = SINGLE.replace(message="[甲] leads C:\\乙")
    results = run_of(Report(findings=(link, plain)))["results"]
    assert [one["message"]["text"] for one in results] == [r"\[点\](1) leads 乙", "[甲] leads C:\\乙"]


def test_a_hundred_related_places_are_told_and_the_others_counted() -> None:
    related = tuple(Related(message=f"{number}", place=LOOP.place) for number in range(1_500))
    (result,) = run_of(Report(findings=(LOOP.replace(related=related),)))["results"]
    assert len(result["relatedLocations"]) == 100
    assert result["message"]["text"].endswith("\n(1400 more places are left out)")


def test_a_file_that_could_not_be_decoded_has_a_place_and_no_line_hash() -> None:
    info = RuleInfo(code="ORG101", name="unreadable-file", severity=Severity.ERROR, summary="cannot be read")
    finding = Finding(rule=info, message="is a PDF", place=Place(Source("a.yaml", ""), 0, 0))
    (result,) = run_of(Report(findings=(finding,)))["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 1,
        "endLine": 1,
        "endColumn": 1,
    }
    assert result["partialFingerprints"].keys() == {"orgchart/v1"}


def test_fingerprints_survive_lines_that_are_inserted_above() -> None:
    texts = without_marks(FAULTS)
    moved = {path: f"# a comment\n\n{text}" for path, text in texts.items() if "south" not in path}
    before, after = (
        {
            (one["ruleId"], one["partialFingerprints"]["orgchart/v1"]): one
            for one in run_of(check(in_memory({**texts, **files})))["results"]
        }
        for files in ({}, moved)
    )
    assert before.keys() == after.keys()
    assert len(before) == len(check(in_memory(texts)).findings)
    for name, one in before.items():
        hashes = [two["partialFingerprints"]["primaryLocationLineHash"] for two in (one, after[name])]
        assert hashes[0] == hashes[1]
