"""The text of a settings file: what it sets, and all that is wrong with it, at its place."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from orgchart.config import Config
from orgchart.findings import Severity
from orgchart.misuse import MisuseError
from orgchart.settings import SETTINGS, read_settings
from orgchart.source import Source

MARK = re.compile("‹([^›]*)›")

EVERYTHING = """\
    select = ["ORG3", "unit-cycle"]
    ignore = ["skip-level"]
    max-span = 12
    max-layers = 6
    max-removals = 0
    max-partners = 9
    documents = "papers"
    baseline = "known.json"
    [severity]
    ORG401 = "error"
    ORG3 = "note"
    [span-by-grade]
    "六级" = 8
    [span-by-unit]
    "客服部" = 20
    [per-file-ignores]
    "legacy/*.yaml" = ["ORG304"]
    "old.yaml" = ["all"]
"""


def read(text: str, path: str = "orgchart.toml") -> Config | None:
    return read_settings(Source(path, dedent(text)))


def problems(text: str, path: str = "orgchart.toml") -> list[str]:
    """What is wrong with a text, as `line:column message`."""
    with pytest.raises(MisuseError) as refused:
        read_settings(Source(path, text))
    assert all(problem.place.path == path for problem in refused.value.problems)
    return [f"{one.place.line}:{one.place.column} {one.message}" for one in refused.value.problems]


def expect(text: str, path: str = "orgchart.toml") -> None:
    """Assert that what is wrong stands at the marks, in the words of the marks."""
    text = dedent(text)
    expected = [
        f"{number}:{len(MARK.sub('', line[: mark.start()])) + 1} {mark[1]}"
        for number, line in enumerate(text.splitlines(), 1)
        for mark in MARK.finditer(line)
    ]
    assert problems(MARK.sub("", text), path) == expected


def test_everything_can_be_set() -> None:
    config = read(EVERYTHING, "people/orgchart.toml")
    assert config == Config(
        select=("ORG3", "unit-cycle"),
        ignore=("skip-level",),
        severity={"ORG401": Severity.ERROR, "ORG3": Severity.NOTE},
        max_span=12,
        max_layers=6,
        max_removals=0,
        max_partners=9,
        span_by_grade={"六级": 8},
        span_by_unit={"客服部": 20},
        per_file_ignores={"people/legacy/*.yaml": ("ORG304",), "old.yaml": ("all",)},
        documents="people/papers",
        baseline="people/known.json",
    )
    in_project = "[project]\nname = 'x'\n[tool.orgchart]\n" + dedent(EVERYTHING).replace("\n[", "\n[tool.orgchart.")
    assert read(in_project, "people/pyproject.toml") == config


def test_every_field_of_the_configuration_can_be_set() -> None:
    assert {key.replace("-", "_") for key in SETTINGS} == Config._known


@pytest.mark.parametrize("text", ["", "[project]\n", "[tool.ruff]\nline-length = 1\n", 'tool = "x"\n'])
def test_a_project_without_settings_has_none(text: str) -> None:
    assert read(text, "pyproject.toml") is None
    assert read("[tool.orgchart]\n", "pyproject.toml") == Config()
    assert read("") == Config()


def test_all_that_is_wrong_is_told_in_one_run_at_its_place() -> None:
    expect("""\
        ‹there is no such setting max-spam›max-spam = 3
        select = ["ORG3",
          ‹there is no rule ORG999›"ORG999", ‹select wants codes in quotation marks, not the number 4›4]
        ignore = ‹ignore wants a list of codes, not the text ORG402›"ORG402"
        max-span = ‹max-span wants a whole number from 1, not the number 0›0
        max-layers = ‹max-layers wants a whole number from 1, not the truth value true›true
        max-removals = ‹max-removals wants a whole number from 0, not the number -1›-1
        max-partners = ‹max-partners wants a whole number from 1, not the number 2.5›2.5
        documents = ‹documents wants a path, not a list›["a"]
        baseline = ‹baseline wants a path, not an empty text›""
        span-by-unit = ‹span-by-unit wants a table, not the date 2012-12-08›2012-12-08
        [severity]
        ORG402 = ‹ORG402 wants error, warning or note, not the text grave›"grave"
        ORG401 = ‹ORG401 wants error, warning or note, not a list›["note"]
        ‹there is no rule nothing›nothing = "note"
        [span-by-grade]
        "六级" = ‹六级 wants a whole number from 1, not the text 八›"八"
        [per-file-ignores]
        "org/*" = ‹org/* wants a list of codes, not the text ORG1›"ORG1"
        "客.yaml" = [‹there is no rule ORG39›"ORG39"]
    """)


@pytest.mark.parametrize(
    "text",
    [
        "[[‹severity wants a table, not a list›severity]]\nORG402 = 'note'\n",
        "severity.‹there is no rule x›x = 'note'\n",
        "[‹there is no such setting rules›rules]\nORG401 = 12\n",
        "[‹there is no such setting tool›tool.orgchart]\nmax-span = 12\n",
        "[per-file-ignores.‹a wants a list of codes, not a table›a]\nORG401 = 12\n",
    ],
)
def test_headings_are_places_too(text: str) -> None:
    expect(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("max_span = 3", "did you mean max-span?"),
        ("[tool.orgchart]", "outside pyproject.toml, settings stand at the top, without [tool.orgchart]"),
        ("colour = 3", "there are select, ignore, severity, "),
        ('ignore = ["ORG4O1"]', "did you mean ORG401"),
        ('ignore = ["skip"]', "did you mean skip-level?"),
        ("max-span = '3'", "write digits only, such as 12"),
    ],
)
def test_the_way_out_of_each_mistake_is_told(text: str, hint: str) -> None:
    with pytest.raises(MisuseError) as refused:
        read(text)
    assert refused.value.hint.startswith(hint)


def test_in_a_project_places_are_those_of_its_file() -> None:
    expect("[tool]\norgchart = ‹tool.orgchart wants a table, not the text x›'x'\n", "pyproject.toml")
    expect("[tool.orgchart]\n‹there is no such setting x›x = 1\n[tool.ruff]\nx = 1\n", "a/pyproject.toml")
    expect(
        "[tool]\norgchart.severity.ORG401 = ‹ORG401 wants error, warning or note, not the number 1›1\n",
        "pyproject.toml",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("max-span = ", "1:12 this is no TOML: "),
        ("max-span = 1\nmax-span = 2\n", "2:"),
        ("a = 1\n[a\n", "2:3 this is no TOML: "),
        ('documents = "x', "1:15 this is no TOML: "),
        ("x = " + "[" * 5_000, "1:1 nested deeper than settings are"),
    ],
)
def test_what_is_no_toml_is_told_where_it_breaks(text: str, expected: str) -> None:
    (told,) = problems(text)
    assert told.startswith(expected)
