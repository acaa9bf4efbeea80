"""The scanner of TOML finds every key and every value where it stands."""

from __future__ import annotations

import json
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from orgchart.readers.toml_places import TomlPlaces
from orgchart.source import Source

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

if TYPE_CHECKING:
    from orgchart.readers.toml_places import Path
    from orgchart.source import Place


def words(place: Place) -> str:
    return place.source.text[place.start : place.end]


def walked(value: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    """Every value with its path, from the outside in."""
    found = [(path, value)]
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        found += walked(inner, (*path, key))
    return found


ODD = '''
# a comment = 1 [x]
select = ["ORG3", # one ] more
  'ORG402',
]
a . b."c\\u4e2d" = {x = 1, y = [1.5, 1979-05-27 07:32:00, {z = """ab""""", q = \'\'\'x''y\'\'\'}] } # end
[tool.orgchart] # [x]
max-span = +12
"per # file"   = { "*.yaml" = ["A", "B"], d.e = true }
empty = []
none = {}
[[x.y]]
k = 1
[[x.y]]
k = 2
[x.y.z]
m = 07:32:00'''


def test_keys_and_values_of_an_odd_text() -> None:
    places = TomlPlaces(Source("a.toml", ODD))
    for path, value in walked(tomllib.loads(ODD)):
        if not path:
            continue
        if isinstance(path[-1], str):
            (name,) = tomllib.loads(f"{words(places.key(path))} = 0")
            assert name == path[-1]
        found = words(places.value(path))
        heading = isinstance(value, (dict, list)) and not found.startswith(("{", "["))
        assert heading or tomllib.loads(f"v = {found}")["v"] == value, path


def test_what_is_written_nowhere_stands_at_the_nearest_thing_around_it() -> None:
    places = TomlPlaces(Source("a.toml", ODD))
    assert words(places.value(("tool", "orgchart", "min-span"))) == "orgchart"
    assert words(places.value(("select", 7))) == "select"
    assert words(places.key(("tool",))) == "tool"
    assert words(places.key(("nothing",))) == ""
    assert places.value(("x", "y", 1, "k")).line == 15


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_lines_and_columns(ending: str) -> None:
    text = dedent("""\
        [span-by-unit]
        "客服部" = "三"
        """).replace("\n", ending)
    places = TomlPlaces(Source("a.toml", text))
    assert str(places.value(("span-by-unit", "客服部"))) == "a.toml:2:9"
    assert str(places.key(("span-by-unit", "客服部"))) == "a.toml:2:1"


def test_very_many_values_and_deep_ones_are_no_trouble() -> None:
    text = "".join(f"k{number} = {number}\n" for number in range(20_000)) + "deep = " + "[" * 90 + "]" * 90
    places = TomlPlaces(Source("a.toml", text))
    assert places.value(("k19999",)).line == 20_000
    assert words(places.value(("deep", *[0] * 89))) == "[]"


plain = some.one_of(some.integers(), some.booleans(), some.text(some.characters(codec="utf-8"), max_size=5))
values = some.recursive(
    plain,
    lambda inner: some.one_of(
        some.lists(inner, max_size=3), some.dictionaries(some.text("ab.#\"'客 ", max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


def toml(value: Any) -> str:
    """A value in TOML, all in one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + " , ".join(map(toml, value)) + "]"
    return json.dumps(value).replace("\x7f", "\\u007f")


@settings(derandomize=True, deadline=None, max_examples=120)
@given(some.dictionaries(some.text("ab.#\"'客 ", max_size=3), values, max_size=4))
def test_every_value_of_any_text_is_found(document: dict[str, Any]) -> None:
    text = "".join(f"{json.dumps(key)} = {toml(value)} # x = [\n" for key, value in document.items())
    try:
        assert tomllib.loads(text) == document
    except tomllib.TOMLDecodeError:
        return  # half a surrogate pair, which JSON can write and TOML cannot
    places = TomlPlaces(Source("a.toml", text))
    for path, value in walked(document):
        if path:
            assert tomllib.loads(f"v = {words(places.value(path))}")["v"] == value
