"""The job descriptions that the reading is measured on, and what a reader found in each of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from orgchart.names import level

PAIRS = Path(__file__).parent / "pairs"
ANNOTATIONS = sorted(PAIRS.glob("*.json"))
KEYS = {
    "title",
    "department",
    "described",
    "headcount",
    "code",
    "reports_to",
    "supervises",
    "coordinates_with",
    "evidence",
}
PINYIN = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǘǚǜ]+\)")
SCOPES = {
    "role": {"same-department", "cross-department"},
    "unit": {"same-department", "cross-department"},
    "external": {"external"},
}


def lines_of(document: Path) -> list[str]:
    content = document.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030")
    return [level(PINYIN.sub("", line)) for line in text.splitlines()]


def partners(role: dict[str, Any], relation: str) -> list[str]:
    return [name if isinstance(name, str) else name["party"] for name in role[relation]]


@pytest.mark.parametrize("file", ANNOTATIONS, ids=lambda file: file.stem)
def test_every_relation_stands_in_the_lines_that_are_named_for_it(file: Path) -> None:
    annotation = json.loads(file.read_text(encoding="utf-8"))
    lines = lines_of(PAIRS / annotation["document"])
    for organization in annotation["organizations"]:
        first, last = organization["lines"]
        assert 1 <= first <= last <= len(lines)
        names = {role["title"]: [role["title"], *role.get("aliases", ())] for role in organization["roles"]}
        assert len(names) == len(organization["roles"])
        for role in organization["roles"]:
            assert set(role) >= KEYS
            for relation in ("reports_to", "supervises", "coordinates_with"):
                evidence = role["evidence"][relation]
                assert bool(evidence) == bool(role[relation])
                assert all(first <= number <= last for number in evidence)
                words = "".join(lines[number - 1] for number in evidence)
                for partner in partners(role, relation):
                    assert any(level(name) in words for name in names.get(partner, [partner])), (role["title"], partner)


@pytest.mark.parametrize("file", ANNOTATIONS, ids=lambda file: file.stem)
def test_every_role_that_is_named_is_listed_and_every_title_stands_in_its_organization(file: Path) -> None:
    annotation = json.loads(file.read_text(encoding="utf-8"))
    lines = lines_of(PAIRS / annotation["document"])
    for organization in annotation["organizations"]:
        first, last = organization["lines"]
        text = "".join(lines[first - 1 : last])
        titles = {role["title"] for role in organization["roles"]}
        for role in organization["roles"]:
            assert role.get("untitled") or level(role["title"]) in text
            assert titles.issuperset(role["reports_to"])
            assert titles.issuperset(role["supervises"])
            for party in role["coordinates_with"]:
                assert party["scope"] in SCOPES[party["kind"]]
                assert party["kind"] != "role" or party["party"] in titles


def test_every_document_is_annotated() -> None:
    documents = {file.name for file in PAIRS.glob("[!.]*") if file.suffix != ".json"}
    assert len(ANNOTATIONS) >= 20
    assert documents == {json.loads(file.read_text(encoding="utf-8"))["document"] for file in ANNOTATIONS}
