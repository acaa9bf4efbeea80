"""What is generated and committed is what would be generated now."""

from __future__ import annotations

import json

from jsonschema_rs import validator_for

from orgchart.exporters.organization import organization
from orgchart.loading import load
from tests.fresh import ROOT, SCHEMA, stale


def test_the_schema_and_the_pictures_are_fresh() -> None:
    assert stale() == []


def test_editors_are_told_the_schema_in_every_file_of_org() -> None:
    for file in sorted((ROOT / "org").glob("*.yaml")):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first == "# yaml-language-server: $schema=../orgchart/organization.schema.json", file.name


def test_the_schema_accepts_every_organization_and_refuses_what_the_reader_refuses() -> None:
    schema = validator_for(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for org in load(ROOT / "org").organizations:
        assert schema.is_valid(json.loads(json.dumps(organization(org), ensure_ascii=False))), org.id
    refused: list[object] = [
        {"roles": [{"title": "总经理", "reprots_to": "董事长"}]},
        {"roles": [{"title": 7}]},
        {"roles": [{"unit": "财务部"}]},
        {"roles": [{"title": "总经理", "headcount": -1}]},
        {"roles": [{"title": "总经理", "described": "yes"}]},
        {"ignore": [{"code": "ORG304"}]},
        {"units": [{"kind": "部"}]},
        {"roles": [{"title": "总经理", "coordinates_with": [{"kind": "role"}]}]},
    ]
    assert [bad for bad in refused if schema.is_valid(bad)] == []
