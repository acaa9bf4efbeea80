"""The published schema and the reader agree: what one accepts, the other does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings

from orgchart.model import Role, Unit
from orgchart.readers.fields import ROLE, UNIT
from orgchart.readers.schema import json_schema
from tests.builders import in_memory
from tests.readers.test_same_in_json import organization

if TYPE_CHECKING:
    from orgchart.readers.tables import Table

ROOT = Path(__file__).parents[2]
SCHEMA = jsonschema_rs.Draft7Validator(json_schema())
ABOUT_SHAPE = {"ORG101", "ORG102", "ORG103", "ORG104"}


def reader_accepts(text: str) -> bool:
    return not ABOUT_SHAPE & {finding.rule.code for finding in in_memory(text).findings}


@pytest.mark.parametrize("path", sorted((ROOT / "org").glob("*.yaml"))[::5], ids=lambda path: path.stem)
def test_our_own_organizations_fit_the_schema(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    errors = [f"{error.instance_path}: {error.message}" for error in SCHEMA.iter_errors(_without_dates(data))]
    assert errors == []


def _without_dates(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _without_dates(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_without_dates(item) for item in data]
    return data if isinstance(data, (str, int, float, bool)) or data is None else str(data)


@pytest.mark.parametrize(
    "text",
    [
        "name: 360",
        "nam: a",
        "units: 总部",
        "units: [{kind: 部}]",
        "units: [{name: 部, colour: red}]",
        "ignore: [{code: ORG304}]",
        "ignore: [{code: 304, reason: a}]",
        "roles: [甲]",
        "roles: [{title: 3}]",
        "roles: [{title: a, report_to: b}]",
        "roles: [{title: a, reports_to: [3]}]",
        "roles: [{title: a, reports_to: {with: b}}]",
        "roles: [{title: a, headcount: 1.5}]",
        "roles: [{title: a, headcount: -1}]",
        'roles: [{title: a, headcount: "3"}]',
        'roles: [{title: a, root: "true"}]',
        "roles: [{title: a, effective: 昨天}]",
        "roles: [{title: a, coordinates_with: [{about: b}]}]",
        "roles: [{title: a, coordinates_with: [{with: b, kind: roll}]}]",
        "roles: [{title: a, holders: [{id: 3}]}]",
        "roles: [{title: a, qualifications: b}]",
        "roles: [{title: a, kpi: [{period: b}]}]",
        "organizations: {id: a}",
        "[]",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    assert not reader_accepts(text)
    assert not SCHEMA.is_valid(yaml.safe_load(text))


@pytest.mark.parametrize(
    "text",
    [
        "name: a",
        "id: 007\nroles:\nunits:\nignore:\n",
        "roles: [{title: a}]",
        "roles: [{untitled: true, unit: [a, b], x-own: {a: [1]}}]",
        "roles: [{title: a, id: 3, code: 7, grade: 1.5, reports_to: b, holders: [], supervises: [], unit: }]",
        "roles: [{title: a, kpi: [b, {group: c, items: [d]}], effective: 2012, headcount: 0, deputy: {role: b}}]",
        "organizations: [{id: a}, {id: b, roles: [{title: c}]}]",
    ],
)
def test_what_the_reader_accepts_the_schema_accepts(text: str) -> None:
    assert reader_accepts(text)
    assert [error.message for error in SCHEMA.iter_errors(yaml.safe_load(text))] == []


@settings(derandomize=True, deadline=None, max_examples=80)
@given(organization)
def test_whatever_the_reader_takes_without_a_word_fits_the_schema(data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data, default_style='"')
    if all(words.strip() for words in _texts(data)):
        assert SCHEMA.is_valid(data) or not reader_accepts(text)


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, list):
        return [text for item in data for text in _texts(item)]
    return [data] if isinstance(data, str) else []


@pytest.mark.parametrize(("table", "made"), [(ROLE, Role), (UNIT, Unit)])
def test_what_is_read_by_a_table_fits_the_model(table: Table, made: type[Role | Unit]) -> None:
    assert {field.attribute or key for key, field in table.items()} | {"node", "extras"} <= made._known
