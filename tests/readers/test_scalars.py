"""A plain word means what YAML 1.2's core schema says, so a department called NO stays one."""

from __future__ import annotations

import pytest

from tests.builders import codes, expect, written

NUMBERS = ["3", "-1", "+7", "007", "1e5", "1.5", ".5", "1.", "0x1F", "0o17", "-.inf", ".NaN"]
TEXTS = [
    "NO",
    "yes",
    "on",
    "off",
    "y",
    "12:30",
    "1_000",
    "1,000",
    "0b11",
    "2012-12-08",
    "1.2.3",
    "3人",
    "=",
    "<<",
    "--",
]
TRUTHS = ["true", "True", "TRUE", "false", "False", "FALSE"]
NOTHING = ["~", "null", "Null", "NULL", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_a_title_as_it_stands(text: str) -> None:
    org = written(f"roles:\n- title: {text}\n  reports_to: {text}a\n")
    assert org.roles[0].title == text
    assert org.roles[0].reports_to == (f"{text}a",)


@pytest.mark.parametrize("word", [*NUMBERS, *TRUTHS])
@pytest.mark.parametrize("key", ["title", "unit", "reports_to", "supervises", "dotted_line_to", "deputy", "aliases"])
def test_an_unquoted_number_or_truth_is_no_name(key: str, word: str) -> None:
    rest = "" if key == "title" else "title: 甲, "
    expect(f"roles: [{{{rest}{key}: ‹ORG103›{word}}}]")


@pytest.mark.parametrize("word", [*NUMBERS, *TRUTHS])
def test_in_quotes_it_is_a_name(word: str) -> None:
    assert written(f'roles: [{{title: "{word}"}}]').roles[0].title == word
    assert codes(f'roles: [{{title: "{word}"}}]') == []


@pytest.mark.parametrize(
    "place", ["name: ‹ORG103›360", "units: [{name: ‹ORG103›1}]", "units: [{name: a, head: ‹ORG103›1}]"]
)
def test_other_names_are_no_numbers_either(place: str) -> None:
    expect(place)


@pytest.mark.parametrize("word", NUMBERS)
def test_an_id_a_code_and_a_grade_are_text_as_written(word: str) -> None:
    role = written(f"id: {word}\nroles: [{{title: 甲, id: {word}, code: {word}, grade: {word}}}]").roles[0]
    assert (role.id, role.code, role.grade) == (word, word, word)
    assert written(f"id: {word}\nroles: [{{title: 甲}}]").id == word


@pytest.mark.parametrize("word", NOTHING)
def test_nothing_is_an_absent_title(word: str) -> None:
    expect(f"roles:\n- ‹ORG104›title: {word}\n")


@pytest.mark.parametrize("word", ["null", "~"])
def test_nothing_in_quotes_is_a_name(word: str) -> None:
    assert written(f'roles: [{{title: "{word}"}}]').roles[0].title == word


@pytest.mark.parametrize("word", ["1.5", "-1", "三", '"3"', "1e3", "0x10", "1_000", "true", "[3]", "9" * 20])
def test_a_headcount_is_a_whole_number(word: str) -> None:
    expect(f"roles: [{{title: 甲, headcount: ‹ORG103›{word}}}]")


def test_a_headcount_is_read_as_a_number() -> None:
    assert [written(f"roles: [{{title: 甲, headcount: {word}}}]").roles[0].headcount for word in ("0", "12")] == [0, 12]


@pytest.mark.parametrize("word", ["yes", "1", '"true"', "[true]"])
def test_a_flag_is_true_or_false(word: str) -> None:
    expect(f"roles: [{{title: 甲, described: ‹ORG103›{word}}}]")


@pytest.mark.parametrize("word", TRUTHS)
def test_a_flag_is_read_in_each_spelling_of_the_schema(word: str) -> None:
    assert written(f"roles: [{{title: 甲, assistant: {word}}}]").roles[0].assistant is (word.lower() == "true")


@pytest.mark.parametrize("word", ["2012-12-08", "2012-12", "2012"])
def test_a_date_is_kept_as_written(word: str) -> None:
    assert written(f"roles: [{{title: 甲, effective: {word}}}]").roles[0].effective == word


@pytest.mark.parametrize("word", ["昨天", "08.12.2012", "20121208", "[2012]"])
def test_another_date_is_refused(word: str) -> None:
    expect(f"roles: [{{title: 甲, effective: ‹ORG103›{word}}}]")


def test_json_words_mean_the_same() -> None:
    text = (
        '{"roles": [{"title": ‹ORG103›3, "reports_to": null, "supervises": [‹ORG103›true], "headcount": ‹ORG103›"3"}]}'
    )
    expect({"a.json": text})
