"""On a terminal no line is wider than the terminal, and nothing gets lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from orgchart.cli.folding import folded
from orgchart.cli.trees import Branch, deepest, tree_lines
from tests.cli.terminal import on_terminal

ORG = str(Path(__file__).parents[2] / "org")
LONG = "负责华东华南华北华中西南西北东北七个大区客户服务与市场营销工作的常务副总经理"
WIDE = f"""\
id: wide
name: 一个名字很长很长的集团公司客户服务与市场营销事业部及其下属各地区分公司
units: [{{name: 总部}}, {{name: 集团总部客户服务与市场营销事业部, part_of: 总部}}]
roles:
  - {{title: 总经理, unit: 总部}}
  - title: {LONG}
    unit: 集团总部客户服务与市场营销事业部
    reports_to: 总经理
    purpose: 培训、安装及售后协调以及其他各种各样的事情，包括但不限于处理客户投诉和 after-sales services
    coordinates_with:
      - {{with: 客户, scope: external, about: 培训、安装及售后协调以及其他各种各样的事情，包括投诉, importance: 重要}}
  - {{title: 深0, reports_to: {LONG}}}
""" + "".join(f"  - {{title: 深{n}, unit: 集团总部客户服务部, reports_to: 深{n - 1}}}\n" for n in range(1, 30))


@pytest.fixture
def wide(tmp_path: Path) -> str:
    (tmp_path / "wide.yaml").write_text(WIDE, encoding="utf-8")
    return str(tmp_path / "wide.yaml")


@pytest.mark.parametrize("columns", [80, 46])
@pytest.mark.parametrize(
    "words",
    [
        ("who-reports-to", "总经理", "--all"),
        ("chain", "深29"),
        ("common-superior", "深29", "总经理"),
        ("coordinates-with", LONG),
        ("show", LONG),
        ("span",),
        ("list",),
    ],
    ids=lambda words: words[0],
)
def test_no_line_is_wider_than_the_terminal(wide: str, words: tuple[str, ...], columns: int) -> None:
    ran = on_terminal(*words, wide, columns=columns)
    assert (ran.status, ran.err) == (0, "")
    too_wide = [line for line in ran.lines if cell_len(line) > columns and "/wide.yaml" not in line]
    assert too_wide == []


def test_what_is_folded_is_whole(wide: str) -> None:
    ran = on_terminal("who-reports-to", "总经理", wide, columns=40)
    letters = "".join(ran.out.replace("│", "").split())
    assert letters == f"总经理总部└──{LONG}集团总部客户服务与市场营销事业部"


def test_the_guides_of_a_tree_go_on_beside_folded_lines() -> None:
    line = [("│   ├── ", "faint"), ("一二三四五六七八九十甲乙", "")]
    assert said(folded(line, 26)) == ["│   ├── 一二三四五六七八九", "│   │   十甲乙"]


def said(lines: list[list[tuple[str, str]]]) -> list[str]:
    return ["".join(words for words, _style in line) for line in lines]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (31, ["  → 客户经理  (same-department,", "    important)"]),
        (30, ["  → 客户经理", "    (same-department,", "    important)"]),
        (20, ["  → 客户经理", "    (same-department", "    , important)"]),
    ],
)
def test_folding_keeps_words_together_and_leaves_no_blanks_at_the_ends(width: int, lines: list[str]) -> None:
    line = [("  → ", "faint"), ("客户经理  ", ""), ("(same-department, important)", "faint")]
    assert said(folded(line, width)) == lines


def test_a_word_that_is_too_long_is_cut_where_it_begins() -> None:
    assert said(folded([("├── ", "faint"), ("a" * 30, "")], 20)) == ["├── " + "a" * 16, "│   " + "a" * 14]


def test_a_line_that_fits_is_left_alone() -> None:
    line = [("  → ", "faint"), ("客户", "")]
    assert folded(line, 8) == [line]


def test_words_are_folded_even_where_there_is_hardly_room() -> None:
    lines = said(folded([("│   " * 5, "faint"), ("客户经理", "")], 10))
    assert all(cell_len(line) <= 10 for line in lines)
    assert "".join(lines).replace(" ", "") == "│││││客户经理"


@pytest.mark.parametrize(("width", "levels"), [(None, 24), (300, 24), (80, 12), (40, 2), (20, 1)])
def test_a_tree_goes_as_deep_as_there_is_room_for_words(width: int | None, levels: int) -> None:
    assert deepest(width) == levels


def test_below_the_deepest_level_the_level_is_a_number() -> None:
    branches = [Branch(level=level, last=True, words=[(f"r{level}", "")]) for level in range(4)]
    lines = ["".join(words for words, _style in line) for line in tree_lines(branches, 2)]
    assert lines == ["└── r0", "    └── r1", "        └─(3)─ r2", "        └─(4)─ r3"]


def test_a_table_on_a_terminal_keeps_ids_whole_and_leaves_paths_out_where_there_is_no_room() -> None:
    ran = on_terminal("list", ORG)
    assert all(cell_len(line) <= 80 for line in ran.lines)
    assert ran.lines[0].split() == ["id", "name", "units", "roles"]
    assert any(line.startswith("real-estate-customer-relations ") for line in ran.lines)
    assert on_terminal("list", ORG, columns=200).lines[0].split() == ["id", "name", "units", "roles", "path"]


def test_the_rules_fit_eighty_columns() -> None:
    assert all(cell_len(line) <= 80 for line in on_terminal("rules").lines)


def test_carets_stand_under_the_words_on_a_narrow_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"roles: [{{title: {LONG}, unit: 集团总部客户服务与市场营销事业部, reports_to: 总裁}}]", "utf-8")
    ran = on_terminal("validate", str(file), columns=60)
    line, caret = ran.lines[1:3]
    assert cell_len(line) <= 60
    before, _word, _after = line.partition("总裁")
    assert caret == "  | " + " " * (cell_len(before) - 4) + "^^^^"


@pytest.mark.parametrize("variables", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}], ids=str)
def test_a_terminal_that_cannot_show_a_character_is_no_fault(wide: str, variables: dict[str, str]) -> None:
    for words in (("who-reports-to", "总经理"), ("span",), ("list",)):
        ran = on_terminal(*words, wide, variables=variables)
        assert ran.status == 0
        assert "\\u603b\\u7ecf\\u7406" in ran.out


def test_a_terminal_gets_colour_unless_it_says_no(wide: str) -> None:
    shown: list[str] = []
    for variables in ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"}):
        ran = on_terminal("chain", "深0", wide, painted=True, variables=variables)
        shown.append(ran.out)
    assert ["\x1b[" in out for out in shown] == [True, False, False]
