"""Settings of a run: from a file, from options, and what is said of wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path

WIDE = "roles: [{title: 甲}, {title: 乙, reports_to: 甲}, {title: 丙, reports_to: 甲}, {title: 丁, reports_to: 丙}]"


def codes(*words: str) -> list[str]:
    ran = orgchart("validate", "-", "--format", "json", *words, given=WIDE)
    return [finding["code"] for finding in ran.json["findings"]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    return tmp_path


def test_nothing_is_set_at_first(here: Path) -> None:
    assert codes() == ["ORG402"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--ignore", "ORG402"), []),
        (("--ignore", "single-report"), []),
        (("--select", "ORG3,ORG402"), ["ORG402"]),
        (("--select", "ORG3", "--select", "ORG5"), []),
        (("--max-span", "1"), ["ORG401", "ORG402"]),
        (("--max-layers", "2"), ["ORG403", "ORG402"]),
    ],
    ids=" ".join,
)
def test_options_change_what_runs(here: Path, words: tuple[str, ...], found: list[str]) -> None:
    assert sorted(codes(*words)) == sorted(found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("orgchart.toml", 'max-span = 1\nignore = ["ORG402"]\n'),
        ("pyproject.toml", '[tool.orgchart]\nmax-span = 1\nignore = ["ORG402"]\n'),
    ],
)
def test_a_settings_file_is_found_in_the_folder_or_above_it(here: Path, name: str, text: str) -> None:
    (here / name).write_text(text, encoding="utf-8")
    assert codes() == ["ORG401"]
    assert codes("--max-span", "9") == []


def test_a_severity_from_the_file_fails_the_run_and_an_option_wins(here: Path) -> None:
    (here / "orgchart.toml").write_text('[severity]\nORG402 = "error"\n', encoding="utf-8")
    assert orgchart("validate", "-", given=WIDE).status == 1
    assert orgchart("validate", "-", "--severity", "ORG402=note", given=WIDE).status == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("max-spam = 1", "no such setting max-spam\nhint: did you mean max-span?"),
        ("max-span = 0", "max-span wants a whole number from 1"),
        ("max-span = true", "max-span wants a whole number from 1"),
        ('ignore = "ORG402"', "ignore wants a list of codes"),
        ('severity = "error"', "severity wants a table of codes"),
        ('severity = {ORG402 = "grave"}', "severity wants a table of codes"),
        ('severity = {ORG402 = ["note"]}', "severity wants a table of codes"),
        ('ignore = ["ORG999"]', "there is no rule ORG999"),
        ("max-span = ", "orgchart.toml: "),
    ],
)
def test_a_setting_that_makes_no_sense_is_wrong_use(here: Path, text: str, said: str) -> None:
    (here / "orgchart.toml").write_text(text, encoding="utf-8")
    ran = orgchart("validate", "-", given=WIDE)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_settings_that_are_no_table_are_wrong_use(here: Path) -> None:
    (here / "pyproject.toml").write_text('[tool]\norgchart = "x"\n', encoding="utf-8")
    ran = orgchart("validate", "-", given=WIDE)
    assert ran.status == 2
    assert "pyproject.toml: tool.orgchart wants a table" in ran.err


@pytest.mark.parametrize("text", ["", 'tool = "x"\n', "[tool.ruff]\nline-length = 1\n"])
def test_a_project_without_settings_sets_nothing(here: Path, text: str) -> None:
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    assert codes() == ["ORG402"]
