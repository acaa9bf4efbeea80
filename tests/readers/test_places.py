"""Positions first: every value knows line, column and end, whatever the file is written in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from orgchart.readers.decoding import decode
from orgchart.readers.json_text import parse_json
from orgchart.readers.nodes import Fields, Items
from orgchart.readers.yaml_text import parse_yaml
from orgchart.source import Place, Source, Words, place_of
from tests.builders import written

if TYPE_CHECKING:
    from orgchart.readers.nodes import Node

ROOT = Path(__file__).parents[2]


def spot(words: str) -> tuple[int, int, int, int]:
    """Line, column, end line and end column."""
    place = place_of(words)
    assert place is not None
    return place.line, place.column, place.end_line, place.end_column


def superior(text: str, path: str = "a.yaml") -> str:
    return written(text, path).roles[0].reports_to[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("roles:\n- title: a\n  reports_to: boss\n", (3, 15, 3, 19)),
        ("roles:\n- title: a\n  reports_to: [boss, x]\n", (3, 16, 3, 20)),
        ("roles: [{title: a, reports_to: boss}]", (1, 32, 1, 36)),
        ("roles:\n- title: a\n  reports_to: 'boss'\n", (3, 15, 3, 21)),
        ('roles:\n- title: a\n  reports_to: "bo\\x73s"\n', (3, 15, 3, 24)),
        ("roles:\n- title: 市场部经理\n  reports_to:\n  - boss # 总经理\n", (4, 5, 4, 9)),
        ("roles: [{title: 市场部经理, reports_to: boss}]", (1, 36, 1, 40)),
        ("roles: [{title: 𠮷野家😀, reports_to: boss}]", (1, 35, 1, 39)),
        ("roles:\r\n- title: a\r\n  reports_to: boss\r\n", (3, 15, 3, 19)),
        ("roles:\r- title: a\r  reports_to: boss\r", (3, 15, 3, 19)),
        ("x-a: '\u2028\u0085'\nroles: [{title: a, reports_to: boss}]", (2, 32, 2, 36)),
        ("\n\n---\nroles: [{title: a, reports_to: &b boss}]", (4, 32, 4, 39)),
        ("x-b: &b boss\nroles: [{title: a, reports_to: *b}]", (2, 32, 2, 34)),
    ],
)
def test_a_yaml_value_knows_its_place(text: str, expected: tuple[int, int, int, int]) -> None:
    assert superior(text) == "boss"
    assert spot(superior(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"roles": [{"title": "a", "reports_to": "boss"}]}', (1, 41, 1, 47)),
        ('{"roles":\n\t[{"title": "a",\r\n"reports_to": ["boss", "x"]}]}', (3, 16, 3, 22)),
        ('{"roles": [{"title": "市场部经理", "reports_to": "boss"}]}', (1, 45, 1, 51)),
        ('{"roles": [{"title": "\\ud83d\\ude00😀", "reports_to": "b\\u006fss"}]}', (1, 53, 1, 64)),
    ],
)
def test_a_json_value_knows_its_place(text: str, expected: tuple[int, int, int, int]) -> None:
    assert superior(text, "a.json") == "boss"
    assert spot(superior(text, "a.json")) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["roles: [{title: 甲😀, reports_to: 乙}]", '{"roles": [{"title": "甲😀", "reports_to": "乙"}]}']
)
def test_an_encoding_moves_nothing(encoding: str, text: str) -> None:
    path = "a.json" if text.startswith("{") else "a.yaml"
    source = decode(path, text.encode(encoding))
    assert source.text == text
    assert spot(superior(source.text, path))[1] == text.index("乙") + (path == "a.yaml")


def test_a_text_block_knows_where_it_begins() -> None:
    role = written("roles:\n- title: a\n  purpose: |\n    eins\n    zwei\n  grade: 6").roles[0]
    assert role.purpose == "eins\nzwei\n"
    assert spot(role.purpose)[:2] == (3, 12)
    assert spot(role.grade or "") == (6, 10, 6, 11)


def test_a_piece_knows_the_place_of_each_key() -> None:
    role = written("roles:\n- title: a\n  headcount: 3\n  unit:\n  supervises: [b,\n    c]\n").roles[0]
    assert str(role.place()) == "a.yaml:2:3"
    assert str(role.place("headcount")) == "a.yaml:3:14"
    assert str(role.place("unit")) == "a.yaml:4:3", "an empty value stands at its key"
    assert str(role.place("supervises")) == "a.yaml:5:15"
    assert str(role.place("grade")) == "a.yaml:2:3", "an absent key stands where its role does"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_place_of_a_piece_ends_with_its_first_line(end: str) -> None:
    role = written(end.join(["roles:", "- title: ab ", "  grade: 6", ""])).roles[0]
    place = role.place()
    assert place is not None
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 3, 2, 12)


def flat(node: Node) -> list[tuple[str, int, int]]:
    """Scalars with their offsets, in the order of the file."""
    if isinstance(node, Words):
        return [(str(node), node.start, node.end)]
    if isinstance(node, Items):
        return [one for item in node.items for one in flat(item)]
    return [one for key, value in node.entries.items() for one in (*flat(key), *flat(value))]


def composed(node: yaml.Node | None) -> list[tuple[str, int, int]]:
    """The same by PyYAML's own composer."""
    if isinstance(node, yaml.MappingNode):
        return [one for pair in node.value for part in pair for one in composed(part)]
    if isinstance(node, yaml.SequenceNode):
        return [one for item in node.value for one in composed(item)]
    assert isinstance(node, yaml.ScalarNode)
    return [(node.value, node.start_mark.index, node.end_mark.index)]


@pytest.mark.parametrize("path", sorted((ROOT / "org").glob("*.yaml"))[::9], ids=lambda path: path.stem)
def test_places_are_those_of_pyyaml(path: Path) -> None:
    source = decode(str(path), path.read_bytes())
    node = parse_yaml(source)
    assert node is not None
    assert flat(node) == composed(yaml.compose(source.text, Loader=yaml.CSafeLoader))


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x''y'\nb: [1, {c: d, \"e\": 'f'}]\n# c\n? g\n: h\n",
        "a: >-\n  folded\n  text\n\nb: |2\n    kept\nc: plain\n  over lines\n",
        "😀: 𠮷\n中: [文, &x 字]\nempty:\nnothing: ~\n",
        "- a\n-\n  - b\n  -\n- {}\n- []\n",
    ],
)
def test_places_in_odd_yaml_are_those_of_pyyaml(text: str) -> None:
    node = parse_yaml(Source("a.yaml", text))
    assert node is not None
    assert flat(node) == composed(yaml.compose(text, Loader=yaml.SafeLoader))


def test_places_in_json_hold_the_words_they_name() -> None:
    data = {"名": ["甲", 'a"b', "x\ty"], "n": [1, -2.5e3, True, None], "deep": {"er": [[], {}, [{}]]}}
    source = Source("a.json", json.dumps(data, ensure_ascii=False, indent=1))
    node = parse_json(source)
    assert isinstance(node, Fields)
    for words, start, end in flat(node):
        raw = source.text[start:end]
        assert (json.loads(raw) if raw.startswith('"') else raw) == words


def test_a_source_counts_lines_from_one_and_finds_each() -> None:
    source = Source("a", "ab\r\nc\rd\n\nend")
    assert [source.position(offset) for offset in (0, 2, 4, 6, 8, 9)] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (3, 1),
        (4, 1),
        (5, 1),
    ]
    assert [source.line(number) for number in range(1, 6)] == ["ab", "c", "d", "", "end"]
    assert str(Place(source, 4, 5)) == "a:2:1"


def test_words_are_a_plain_string_everywhere_else() -> None:
    words = Words.at("总经理", Source("a", "总经理"), 0, 3, plain=True)
    assert words == "总经理"
    assert hash(words) == hash("总经理")
    assert type(words.__reduce__()[1][0]) is str
    assert place_of("总经理") is None
