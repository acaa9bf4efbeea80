"""YAML and JSON of the same data are the same organization."""

from __future__ import annotations

import json
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import codes, in_memory


class Dumper(yaml.SafeDumper):
    """Writes every text in double quotes, as JSON does, so that no text is taken for a number."""


Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))

text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
names = st.one_of(text, st.lists(text, max_size=3))
flag = st.booleans()


def a_list_of(piece: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(piece, max_size=2)


relation = st.fixed_dictionaries(
    {"with": text},
    optional={
        "kind": st.sampled_from(["role", "unit", "external"]),
        "about": text,
        "note": text,
        "x-b": st.integers(),
    },
)
role = st.fixed_dictionaries(
    {"title": text},
    optional={
        "id": text,
        "aliases": names,
        "unit": names,
        "described": flag,
        "root": flag,
        "headcount": st.integers(0, 99999),
        "holders": a_list_of(text | st.fixed_dictionaries({"name": text}, optional={"acting": flag, "id": text})),
        "grade": text,
        "reports_to": names,
        "supervises": names,
        "dotted_line_to": names,
        "coordinates_with": a_list_of(text | relation),
        "qualifications": st.dictionaries(text, text | st.integers() | flag | st.none() | st.lists(text), max_size=3),
        "responsibilities": a_list_of(text | st.fixed_dictionaries({"items": a_list_of(text), "period": text})),
        "x-own": st.recursive(text | st.none() | flag, lambda inner: st.lists(inner, max_size=2), max_leaves=4),
    },
)
unit = st.fixed_dictionaries({"name": text}, optional={"kind": text, "part_of": text, "headcount": st.integers(0, 9)})
organization = st.fixed_dictionaries(
    {"id": text, "roles": st.lists(role, max_size=3), "units": st.lists(unit, max_size=2)}, optional={"name": text}
)


@settings(derandomize=True, deadline=None, max_examples=120)
@given(organization)
def test_yaml_and_json_of_the_same_data_are_one_organization(data: dict[str, Any]) -> None:
    as_json = json.dumps(data, ensure_ascii=False)
    for unicode in (True, False):
        as_yaml = yaml.dump(data, Dumper=Dumper, allow_unicode=unicode, sort_keys=False)
        in_json, in_yaml = in_memory({"a.json": as_json}), in_memory({"a.yaml": as_yaml})
        assert [one.replace(path="") for one in in_yaml.organizations] == [
            one.replace(path="") for one in in_json.organizations
        ]
        assert [finding.message for finding in in_yaml.findings] == [finding.message for finding in in_json.findings]
        assert codes({"a.json": as_json}, notes=True) == codes({"a.yaml": as_yaml}, notes=True)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(organization)
def test_json_is_read_the_same_escaped_indented_or_in_one_line(data: dict[str, Any]) -> None:
    (plain,) = in_memory({"a.json": json.dumps(data, ensure_ascii=False)}).organizations
    (escaped,) = in_memory({"a.json": json.dumps(data, ensure_ascii=True, indent="\t")}).organizations
    assert plain == escaped
