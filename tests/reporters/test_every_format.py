"""Twenty-five faults are twenty-five findings at their exact places, whatever the format; no name breaks any."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from orgchart.reporters.github import as_github
from orgchart.reporters.gitlab import as_gitlab
from orgchart.reporters.junit import as_junit
from orgchart.reporters.machine import as_json
from orgchart.reporters.markdown import as_markdown
from orgchart.reporters.sarif import as_sarif
from orgchart.reporters.text import as_text
from orgchart.reporters.visible import json_text
from tests.reporters.reports import CODES, HOSTILE, PLANTED, hostile, planted

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgchart.findings import Report

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def text(report: Report) -> str:
    return "".join("".join(words for words, _style in line).rstrip(" ") + "\n" for line in as_text(report))


def from_text(report: Report) -> list[str]:
    return [
        f"{found[1]} {found[2]}"
        for found in re.finditer(r"^(\S+:\d+:\d+): \w+\[(ORG\d+)\]", text(report), re.MULTILINE)
    ]


def from_json(report: Report) -> list[str]:
    found = json.loads(json_text(as_json(report)))["findings"]
    return [f"{one['path']}:{one['line']}:{one['column']} {one['code']}" for one in found]


def from_sarif(report: Report) -> list[str]:
    results = json.loads(json_text(as_sarif(report, version="1.0")))["runs"][0]["results"]
    return [f"{sarif_place(one['locations'][0])} {one['ruleId']}" for one in results]


def sarif_place(location: dict[str, Any]) -> str:
    physical = location["physicalLocation"]
    region = physical["region"]
    return f"{unquote(physical['artifactLocation']['uri'])}:{region['startLine']}:{region['startColumn']}"


def from_github(report: Report) -> list[str]:
    command = re.compile(r"::(?:error|warning|notice) title=orgchart (ORG\d+) .*,file=(.*),line=(\d+),.*col=(\d+),.*::")
    return [f"{one[2]}:{one[3]}:{one[4]} {one[1]}" for line in as_github(report) if (one := command.match(line))]


def from_gitlab(report: Report) -> list[str]:
    places = []
    for one in json.loads(json_text(as_gitlab(report))):
        begin = one["location"]["positions"]["begin"]
        assert begin["line"] == one["location"]["lines"]["begin"]
        places.append(f"{one['location']['path']}:{begin['line']}:{begin['column']} {one['check_name']}")
    return places


def from_junit(report: Report) -> list[str]:
    told = [element.text or "" for element in ET.fromstring(as_junit(report)).iter() if element.tag != "testcase"]  # noqa: S314 - our own
    return [f"{one[1]} {one[2]}" for lines in told for one in re.finditer(r"(\S+:\d+:\d+): \w+\[(ORG\d+)\]", lines)]


def from_markdown(report: Report) -> list[str]:
    row = re.compile(r"^\| \w+ (ORG\d+)<br>[^|]* \| ([^|]*) \| ", re.MULTILINE)
    return [f"{html.unescape(one[2])} {one[1]}" for one in row.finditer(as_markdown(report))]


@pytest.mark.parametrize(
    "places", [from_text, from_json, from_sarif, from_github, from_gitlab, from_junit, from_markdown]
)
def test_twenty_five_faults_are_told_at_their_places(places: Callable[[Report], list[str]]) -> None:
    assert len(CODES) == len(PLANTED) == 25
    assert sorted(places(planted())) == PLANTED


def test_no_name_breaks_a_document() -> None:
    report = hostile()
    for document in (as_json(report, with_accepted=True), as_sarif(report, version="1", with_accepted=True)):
        assert json.loads(json_text(document)) == document
    assert json.loads(json_text(as_gitlab(report))) == as_gitlab(report)
    suite = ET.fromstring(as_junit(report))  # noqa: S314 - our own
    assert [case.get("name") for case in suite.iter("testcase")] == [f"ORG90{number} made-up" for number in range(3)]
    assert len(list(as_github(report))) == 4
    rows = [line for line in as_markdown(report).splitlines() if line.startswith("| ")]
    assert len([row for row in rows if "ORG90" in row]) == 3
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) == 4, row


def test_no_document_makes_a_terminal_or_a_page_obey() -> None:
    report = hostile()
    documents = [
        json_text(as_json(report)),
        json_text(as_sarif(report, version="1")),
        json_text(as_gitlab(report)),
        "\n".join(as_github(report)),
        as_junit(report),
        as_markdown(report),
        text(report),
    ]
    for document in documents:
        assert not OBEYED.search(document)
    for page in (as_junit(report), as_markdown(report)):
        assert "<script" not in page
    assert "@all" not in as_markdown(report)


def test_a_name_is_the_same_in_json_and_cleaned_elsewhere() -> None:
    report = hostile()
    assert as_json(report)["findings"][0]["hint"] == HOSTILE
    assert as_sarif(report, version="1")["runs"][0]["results"][0]["locations"][0]["logicalLocations"] == [
        {"fullyQualifiedName": f"{HOSTILE}/{HOSTILE}", "kind": "role"}
    ]
