"""What is read from sheets is what the scanner of every place reads: values, places and findings."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from orgchart.checking import check
from orgchart.loading import Workspace
from orgchart.model import Org, Piece
from orgchart.readers import assemble, read
from orgchart.readers.fields import ROLE, UNIT
from orgchart.readers.json_text import parse_json
from orgchart.readers.nodes import MAX_DEPTH, Fields, Items
from orgchart.readers.sheets import Inset, Sheet
from orgchart.source import Place, Source, Words, place_of
from tests.builders import written
from tests.readers.test_same_in_json import organization

ROOT = Path(__file__).parents[2]
KEYS = [*ROLE, *UNIT, "with", "items", "x-own", "no such key"]
ODD = [
    "",
    " ",
    "\u3000",
    "3",
    "a",
    "甲",
    "𠮷",
    'a\\b"c\n',
    3,
    0,
    -1,
    10**20,
    1e30,
    2.50,
    True,
    False,
    None,
    [],
    {},
    ["a", "甲"],
    ["a", ""],
    ["a", 3],
    ["a", None, ["b"]],
    [{"with": "甲"}, "b"],
    {"with": "甲", "about": 3, "x-a": {"b": [1]}},
    [{"name": "甲", "acting": True, "since": "2012-12"}],
    [{"role": "甲", "when": "夜间"}, {"role": ""}],
    [{"items": ["a"], "group": "b"}, "c"],
    {"a": {"b": ["c", 1, None]}},
]


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Reads a JSON text with the scanner alone."""

    def scanned(text: str) -> Workspace:
        with monkeypatch.context() as patch:
            patch.setattr("orgchart.readers.json_text.can_be_cut", lambda _text: False)
            return loaded(text)

    return scanned


def loaded(text: str) -> Workspace:
    source = Source("a.json", text)
    parts, findings = read(source, "a")
    assembled = assemble(parts)
    return Workspace(
        organizations=tuple(one.org for one in assembled),
        findings=(*findings, *(finding for one in assembled for finding in one.findings)),
        sources=(source,),
    )


def spot(place: Place | None) -> Any:
    return place and (str(place), place.start, place.end, place.end_line, place.end_column)


def told(value: Any) -> Any:
    """All that can be known of a value that was read: its words and places, in the order of the file."""
    if isinstance(value, Words):
        return (str(value), spot(place_of(value)), value.plain, value.source.path)
    if isinstance(value, Piece):
        given = [(name, told(one)) for name, one in vars(value).items() if name != "node"]
        return (type(value).__name__, given, places_of_keys(value))
    if isinstance(value, Fields):
        return [(told(key), told(one)) for key, one in value.entries.items()]
    if isinstance(value, dict):
        return [(key, told(one)) for key, one in value.items()]
    if isinstance(value, (tuple, list, Items)):
        return [told(one) for one in (value.items if isinstance(value, Items) else value)]
    return (type(value).__name__, value)


def places_of_keys(piece: Piece) -> Any:
    keys = () if isinstance(piece, Org) else KEYS
    return [spot(piece.place()), *((key, spot(piece.place(key)), piece.node and piece.node.says(key)) for key in keys)]


def findings(workspace: Workspace) -> Any:
    found = (*workspace.findings, *check(workspace).findings)
    related = [[(other.message, spot(other.place)) for other in one.related] for one in found]
    return [(one.rule.code, one.message, one.hint, spot(one.place)) for one in found], related


def same(text: str, scanner: Any) -> None:
    """Assert that a text is read the same in both ways, whichever is asked first: findings or places."""
    expected = scanner(text)
    in_a_hurry = loaded(text)
    assert in_a_hurry.organizations == expected.organizations
    assert findings(in_a_hurry) == findings(expected)
    assert told(in_a_hurry.organizations) == told(expected.organizations)
    again = loaded(text)
    assert told(again.organizations) == told(expected.organizations)
    assert [told(org.node) for org in again.organizations] == [told(org.node) for org in expected.organizations]


def sheets(text: str) -> list[Any]:
    """The nodes of the roles of a text."""
    return [role.node for role in written(text, "a.json").roles]


def texts() -> list[str]:
    """Some of the project's own organizations in JSON: alone and in a list, in one line and in many."""
    made = []
    for number, path in enumerate(sorted((ROOT / "org").glob("*.yaml"))[::5]):
        data: Any = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - it builds strings only
        data["roles"] = data.get("roles", [])[:12]
        whole = {"organizations": [data, {"name": "b", "roles": [{"title": "甲"}]}]} if number % 2 else data
        made.append(json.dumps(whole, ensure_ascii=number % 3 == 0, indent=None if number % 2 else 1))
    return made


SAMPLES = texts()


def test_roles_and_units_are_sheets_and_nothing_else_is() -> None:
    text = '{"units": [{"name": "u", "head": "a"}], "roles": [{"title": "a", "coordinates_with": [{"with": "b"}]}]}'
    org = written(text, "a.json")
    assert isinstance(org.roles[0].node, Sheet)
    assert isinstance(org.units[0].node, Sheet)
    assert isinstance(org.roles[0].coordinates_with[0].node, Inset)
    assert type(org.node) is Fields


@pytest.mark.parametrize("text", SAMPLES, ids=range(len(SAMPLES)))
def test_the_projects_own_organizations(text: str, scanner: Any) -> None:
    same(text, scanner)


def test_any_organization(scanner: Any) -> None:
    @settings(derandomize=True, deadline=None, max_examples=150)
    @given(organization, st.booleans(), st.sampled_from([None, 1, "\t"]))
    def check_one(data: dict[str, Any], ascii_only: bool, indent: Any) -> None:
        same(json.dumps(data, ensure_ascii=ascii_only, indent=indent), scanner)

    check_one()


@pytest.mark.parametrize("key", [*ROLE, "x-own", "no such key"])
def test_any_value_under_any_key_of_a_role(key: str, scanner: Any) -> None:
    for value in ODD:
        roles = [{"title": "甲"}, {"title": "乙", "reports_to": "甲", key: value}, {"title": "丙"}]
        same(json.dumps({"roles": roles}, ensure_ascii=False), scanner)


@pytest.mark.parametrize("key", [*UNIT, "x-own", "no such key"])
def test_any_value_under_any_key_of_a_unit(key: str, scanner: Any) -> None:
    for value in ODD:
        units = [{"name": "甲部"}, {"name": "乙部", key: value}]
        same(json.dumps({"units": units, "roles": [{"title": "甲"}]}, ensure_ascii=True), scanner)


@pytest.mark.parametrize("inner", ["with", "kind", "scope", "about", "note", "x-own", "no such key"])
def test_any_value_in_a_relation(inner: str, scanner: Any) -> None:
    for value in ODD:
        relation = {"with": "乙", inner: value}
        roles = [{"title": "甲", "coordinates_with": [relation, "乙"]}, {"title": "乙"}]
        same(json.dumps({"roles": roles}, ensure_ascii=False, indent=2), scanner)


@pytest.mark.parametrize("seed", range(8))
def test_a_text_with_accidents(seed: int, scanner: Any) -> None:
    random = Random(seed)  # noqa: S311 - the same accidents in every run
    for text in SAMPLES:
        place = random.randrange(len(text))
        letter = random.choice([*"\"'[]{}:,\\ \n0a-甲", "", "\ud800", "\x07", "NaN", '"title": 1,'])
        same(text[:place] + letter + text[place + random.randrange(2) :], scanner)
        same(text[:place], scanner)


@pytest.mark.parametrize(
    "role",
    [
        '{"title": "a", "title": "b"}',
        '{"title": "a", "x-a": {"b": 1, "b": 2}}',
        '{"title": "a", "headcount": NaN}',
        '{"title": "a", "x-a": [Infinity, -Infinity]}',
        '{"title": "a", "grade": 007}',
        '{"title": "a", "grade": 1.50, "code": 1e5, "id": -0, "x-a": [1.50, 12345678901234567890, -0.0, 1E+2]}',
        '{"title": "a\\ud800"}',
        '{"title": "a\\udc00\\ud800"}',
        '{"title": "\\\\ud800"}',
        '{"title": "\\\\\\ud83d\\ude00", "id": "\\ud83d\\ude00"}',
        '{"title": "a\tb"}',
        '{"title": "a\\qb"}',
        '{"title": "a",}',
        '{"title": "a"} x',
        "{}",
        '{"untitled": true}',
        '{"untitled": true, "title": null}',
        '{"title": "", "id": " "}',
        '{"title": "a", "x-a": null, "x-b": {"roles": [{"title": "c", "title": "d"}]}}',
        '{"title": "a", "x-b": {"roles": [{"title": "c"}, {"title": "d"}], "units": [[{"e": 1}]]}}',
        '{ "title"\t:\r\n"a" , "reports_to"\n:[ "b"\r,"c" ] }\r',
    ],
)
@pytest.mark.parametrize("before", ["", '{"title": "z"}, '])
def test_a_role_that_needs_a_closer_look(role: str, before: str, scanner: Any) -> None:
    for text in (
        f'{{"roles": [{before}{role}, {{"title": "y"}}]}}',
        f'{{"organizations": [{{"id": "o", "roles": [{before}{role}]}}, {{"id": "p"}}]}}',
        f'{{"roles": [[{before}{role}], {role}]}}',
        f"[{before}{role}]",
    ):
        same(text, scanner)


def nested(depth: int) -> str:
    lists = depth - 3
    return f'{{"roles": [{{"title": "a"}}, {{"title": "b", "x-a": {"[" * lists}{"]" * lists}}}, {{"title": "c"}}]}}'


@pytest.mark.parametrize("depth", [10, MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, MAX_DEPTH + 2, 50_000])
def test_a_deep_role(depth: int, scanner: Any) -> None:
    text = nested(depth)
    assert bool(loaded(text).findings) == (depth > MAX_DEPTH)
    same(text, scanner)


def test_many_small_mappings_in_a_role_are_not_deep(scanner: Any) -> None:
    relations = [{"with": f"r{number}", "about": "甲"} for number in range(MAX_DEPTH * 2)]
    text = json.dumps({"roles": [{"title": "a", "coordinates_with": relations}, {"title": "b"}]})
    same(text, scanner)


def test_more_values_than_allowed_are_counted_in_sheets_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("json_text", "cutting"):
        monkeypatch.setattr(f"orgchart.readers.{module}.MAX_NODES", 20)
    roles = [{"title": f"r{number}"} for number in range(9)]
    assert loaded(json.dumps({"roles": roles})).findings == ()
    (finding,) = loaded(json.dumps({"roles": [*roles, {"title": "s"}]})).findings
    assert finding.rule.code == "ORG101"


def test_one_place_scans_one_role() -> None:
    text = '{"roles": [{"title": "a"}, {"title": "b", "reports_to": "a"}, {"title": "c", "reports_to": ["b", "a"]}]}'
    org = written(text, "a.json")
    assert str(place_of(org.roles[2].reports_to[1])) == f"a.json:1:{text.rindex('a')}"
    assert [_is_scanned(role.node) for role in org.roles] == [False, False, True]


def test_a_copy_of_a_role_learns_its_places_too() -> None:
    org = written('{"roles": [{"title": "a", "id": "b"}]}', "a.json")
    copy = org.roles[0].replace(title=org.roles[0].title, root=True)
    assert str(place_of(copy.id)) == "a.json:1:33"
    assert str(copy.place("title")) == "a.json:1:22"


def test_words_of_a_sheet_have_no_other_attributes() -> None:
    org = written('{"roles": [{"title": "a", "coordinates_with": [{"with": "b"}]}]}', "a.json")
    role = org.roles[0]
    for one in (role.title, role.node, role.coordinates_with[0].node, Words("a")):
        assert not hasattr(one, "no_such_thing")
    assert not hasattr(Words("a"), "start")


def test_the_scanner_alone_makes_no_sheets() -> None:
    node = parse_json(Source("a.json", '{"roles": [{"title": "a"}]}'))
    assert isinstance(node, Fields)
    (roles,) = node.entries.values()
    assert isinstance(roles, Items)
    assert [type(one) for one in roles.items] == [Fields]


def _is_scanned(node: Any) -> bool:
    try:
        object.__getattribute__(node, "entries")
    except AttributeError:
        return False
    return True
