"""The source line with carets exactly under the words, in cells of a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from orgchart.reporters.excerpt import WIDEST, excerpt
from orgchart.reporters.visible import json_text, visible
from orgchart.source import Place, Source


def place(text: str, words: str, *, number: int = 0) -> Place:
    """Where words stand in a text: for the number-th time, from 0."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Place(Source("a.yaml", text), start, start + len(words))


def under(line: str, caret: str) -> str:
    """The words above the carets, found by counting cells."""
    left, wide = len(caret) - len(caret.lstrip(" ")), caret.count("^")
    at, words = 0, ""
    for letter in line:
        if left <= at < left + wide:
            words += letter
        at += cell_len(letter)
    return words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b", "b"),
        ("- {title: 总经理, reports_to: 董事长}", "董事长"),
        ("职务：Ａ 总经理\n下一行", "总经理"),
        ("一\r\n二\r\n职务: 三四", "三四"),
        ("👩 title: 客户", "客户"),
        ("x: e\u0301e\u0301 客户", "客户"),
    ],
)
def test_carets_stand_under_the_words(text: str, words: str) -> None:
    number, line, caret = excerpt(place(text, words))
    assert line == text.splitlines()[int(number) - 1]
    assert under(line, caret) == words
    assert caret.count("^") == cell_len(words)


def test_a_tab_is_one_blank_wide() -> None:
    assert excerpt(place("\ta:\t客户", "客户")) == ("1", " a: 客户", "    ^^^^")


def test_controls_and_directions_are_shown_as_one_replacement_each() -> None:
    text = "a: \x1b[31m\u202e客户\x9b"
    assert excerpt(place(text, "客户")) == ("1", "a: \ufffd[31m\ufffd客户\ufffd", " " * 9 + "^^^^")


def test_words_over_several_lines_are_marked_to_the_end_of_the_first() -> None:
    assert excerpt(place("a: 客\n  户: 1\n", "客\n  户")) == ("1", "a: 客", "   ^^")


def test_the_end_of_a_file_is_marked_behind_the_last_word() -> None:
    assert excerpt(Place(Source("a.yaml", "a: ["), 4, 4)) == ("1", "a: [", "    ^")
    assert excerpt(Place(Source("a.yaml", "a: [\n"), 5, 5)) == ("2", "", "^")


def test_a_place_of_no_length_gets_one_caret() -> None:
    assert excerpt(Place(Source("a.yaml", "客: 户"), 3, 3)) == ("1", "客: 户", "    ^^")


def test_an_empty_source_has_no_line_to_show() -> None:
    assert excerpt(Place(Source("a.yaml", ""), 0, 0)) == ("", "", "")


@pytest.mark.parametrize("widest", [WIDEST, 60, 20])
@pytest.mark.parametrize("filling", ["x", "客", "客x", " ", "\u0301", "\x1b"])
@pytest.mark.parametrize("before", [0, 1, 1_000_000])
def test_a_line_of_a_million_letters_is_cut_around_the_words(widest: int, filling: str, before: int) -> None:
    half = filling * 1_000_000
    text = half[:before] + "!here!" + half
    _number, line, caret = excerpt(place(text, "!here!"), widest)
    assert under(line, caret).strip("\u0301") == "!here!"  # an accent stands in the cell of its letter
    assert cell_len(line) <= widest
    assert len(line) < 2_000
    assert line.startswith("…") == (before > 1)
    assert line.endswith("…") or filling == " "


def test_words_that_are_longer_than_the_room_are_marked_as_far_as_they_are_shown() -> None:
    text = f"a: {'客' * 1000} z"
    _number, line, caret = excerpt(place(text, "客" * 1000), 40)
    assert line.startswith("a: 客客")
    assert line.endswith("客…")
    assert set(under(line, caret)) == {"客"}


def test_a_line_that_just_fits_is_not_cut() -> None:
    text = "客" * 80
    assert excerpt(place(text, "客", number=79), 160)[1] == text
    assert excerpt(place(f"{text}x", "x"), 160)[1].startswith("…")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("总经理", "总经理"),
        ("a\tb\nc", "a b\ufffdc"),
        ("\x1b]0;x\x07\x9b\x7f", "\ufffd]0;x\ufffd\ufffd\ufffd"),
        ("\u202e\u2066\u200f\u2028\ud800", "\ufffd" * 5),
        ("👩‍💼 می‌خواهم مدير", "👩‍💼 می‌خواهم مدير"),
    ],
)
def test_what_a_terminal_would_obey_is_replaced(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(visible(text)) == shown


def test_json_spells_out_what_a_terminal_would_obey_and_means_the_same() -> None:
    assert json_text(["总经理 é 👩‍💼"]) == '[\n  "总经理 é 👩‍💼"\n]\n'
    assert json_text(["\x1b\x7f\x9b\u202e\ud800"]) == '[\n  "\\u001b\\u007f\\u009b\\u202e\\ud800"\n]\n'
    assert json_text(["\x7f"]) == '[\n  "\\u007f"\n]\n'
