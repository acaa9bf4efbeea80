"""Settings of a run: from a file, from options, and what is said of wrong ones."""

from __future__ import annotations

from textwrap import dedent
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


def test_options_win_over_the_file_and_ignores_add_up(here: Path) -> None:
    (here / "orgchart.toml").write_text('select = ["ORG4"]\nignore = ["ORG401"]\nmax-span = 1\n', encoding="utf-8")
    assert codes() == ["ORG402"]
    assert codes("--ignore", "ORG402") == []
    assert codes("--select", "ORG401") == []
    assert codes("--select", "ORG3") == []


def test_the_nearest_file_counts_alone_and_orgchart_toml_goes_first(here: Path) -> None:
    (here / "orgchart.toml").write_text('ignore = ["ORG402"]\n', encoding="utf-8")
    below = here / "below"
    (below / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert codes() == []
    (below / "pyproject.toml").write_text("[tool.orgchart]\nmax-span = 1\n", encoding="utf-8")
    assert codes() == ["ORG401", "ORG402"]
    (below / "orgchart.toml").write_text("max-layers = 2\n", encoding="utf-8")
    assert codes() == ["ORG402", "ORG403"]


def test_a_file_can_be_named(here: Path) -> None:
    (here / "orgchart.toml").write_text("no such thing\n", encoding="utf-8")
    (here / "strict.toml").write_text("max-span = 1\n", encoding="utf-8")
    assert codes("--config", "../strict.toml") == ["ORG401", "ORG402"]
    (here / "pyproject.toml").write_text("[tool.orgchart]\nmax-layers = 2\n", encoding="utf-8")
    assert codes("--config", "../pyproject.toml") == ["ORG402", "ORG403"]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("none.toml", "error: none.toml: No such file or directory\nhint: check the path of the settings"),
        (".", "error: .: Is a directory\nhint: check the path of the settings"),
        ("../pyproject.toml", "error: ../pyproject.toml: there is no [tool.orgchart]\nhint: write [tool.orgchart]"),
    ],
)
def test_a_named_file_that_sets_nothing_is_wrong_use(here: Path, file: str, said: str) -> None:
    (here / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    ran = orgchart("validate", "-", "--config", file, given=WIDE)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said)


def test_everything_wrong_is_shown_at_once_with_carets(here: Path) -> None:
    text = 'max-spam = 1\nmax-span = "十"\n[severity]\nORG402 = "grave"\n'
    (here / "orgchart.toml").write_text(text, encoding="utf-8")
    ran = orgchart("validate", "-", given=WIDE)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == dedent("""\
        error: ../orgchart.toml:1:1: there is no such setting max-spam
        1 | max-spam = 1
          | ^^^^^^^^
        hint: did you mean max-span?
        error: ../orgchart.toml:2:12: max-span wants a whole number from 1, not the text 十
        2 | max-span = "十"
          |            ^^^^
        hint: write digits only, such as 12
        error: ../orgchart.toml:4:10: ORG402 wants error, warning or note, not the text grave
        4 | ORG402 = "grave"
          |          ^^^^^^^
        hint: write ORG402 = "warning"
        """)


def test_wrong_settings_are_one_document_in_json(here: Path) -> None:
    (here / "orgchart.toml").write_text("max-spam = 1\nmax-span = true\n", encoding="utf-8")
    ran = orgchart("validate", "-", "--format", "json", given=WIDE)
    assert ran.status == 2
    error = ran.json["error"]
    assert error["message"] == "../orgchart.toml:1:1: there is no such setting max-spam"
    assert [(one["line"], one["column"], one["end_column"]) for one in error["problems"]] == [(1, 1, 9), (2, 12, 16)]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", "ignore = '客'".encode("gb18030"), b"\x00\x01\x02"])
def test_settings_that_are_no_text_are_wrong_use(here: Path, data: bytes) -> None:
    (here / "orgchart.toml").write_bytes(data)
    ran = orgchart("validate", "-", given=WIDE)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("error: ../orgchart.toml:1:")
    assert "UTF-8" in ran.err


def test_what_settings_name_is_only_shown(here: Path) -> None:
    (here / "orgchart.toml").write_text('"\\u001b[31m\\u202e" = 1\n', encoding="utf-8")
    ran = orgchart("validate", "-", given=WIDE)
    assert ran.status == 2
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


def test_files_are_excused_from_where_the_settings_stand(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "org" / "c.yaml").write_text("roles: [{title: 甲, reports_to: 无人}]", encoding="utf-8")
    (folder / "orgchart.toml").write_text('[per-file-ignores]\n"org/c.*" = ["ORG303"]\n', encoding="utf-8")
    assert orgchart("validate").status == 0
    assert orgchart("validate", str(folder / "org")).status == 0
    monkeypatch.chdir(folder / "org")
    assert orgchart("validate", "c.yaml").status == 0
    (folder / "orgchart.toml").write_text('[per-file-ignores]\n"c.*/x" = ["ORG303"]\n', encoding="utf-8")
    assert orgchart("validate", "c.yaml").status == 1


def test_a_query_does_not_look_at_the_settings(here: Path) -> None:
    (here / "orgchart.toml").write_text("broken", encoding="utf-8")
    assert orgchart("list", "-", given=WIDE).status == 0
    assert orgchart("render", "-", given=WIDE).status == 2
