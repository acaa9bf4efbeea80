"""Changes in Markdown fit a comment, say what is left out, and obey nothing that an organization says."""

from __future__ import annotations

import json

import pytest

from orgchart.changes import diff
from orgchart.reporters.changes import sentences
from orgchart.reporters.changes.markdown import LONGEST, MOST_ROWS, as_markdown, escaped
from orgchart.reporters.changes.text import as_text
from tests.builders import in_memory, org, written


def markdown(before: str, after: str) -> str:
    return as_markdown(diff(written(before), written(after)))


def test_nothing() -> None:
    assert as_markdown(diff(org("甲"), org("甲"))) == (
        "### Changes to the organization\n\nNo difference in 1 organization.\n"
    )


def test_the_whole_comment() -> None:
    said = markdown(
        "id: b\nname: 银行\nroles: [{title: 甲}, {title: 乙}, {title: 丙, reports_to: 甲}]",
        "id: b\nname: 银行\nroles: [{title: 甲}, {title: 乙, grade: 1}, {title: 丙, reports_to: 乙}]",
    )
    assert said == (
        "### Changes to the organization\n\n"
        "**银行** (b): 1 moved, 1 changed\n\n"
        "| | role | change |\n|---|---|---|\n"
        "| &#62; moved | 丙 | 甲 → 乙 |\n"
        "| &#42; changed | 乙 | grade&#58; — → 1 |\n\n"
        "<details><summary>1 chain of command changed</summary>\n\n丙\n\n</details>\n"
    )


@pytest.mark.parametrize(
    "words", ["<script>", "[a](http://b)", "@all", "`x`", "a|b", "# a", "![x](y)", "**z**", "&lt;"]
)
def test_words_are_only_shown(words: str) -> None:
    shown = escaped(words)
    assert not set(shown) & set("<>[]()|`*!@")
    said = markdown("roles: []", f"roles: [{{title: {json.dumps(words)}, unit: {json.dumps(words)}}}]")
    assert words not in said
    assert shown in said


def test_a_long_list_says_how_many_more() -> None:
    roles = ", ".join(f"{{title: 岗{number}}}" for number in range(MOST_ROWS + 25))
    said = markdown("roles: [{title: 甲}]", f"roles: [{{title: 甲}}, {roles}]")
    assert said.count("| &#43; added |") == MOST_ROWS
    assert "… and 25 more: `orgchart diff` shows them all" in said


def test_a_comment_is_never_too_long() -> None:
    files = {
        f"{name}.yaml": f"id: o{name}\nroles: ["
        + ", ".join(f"{{title: {'很长的岗位名称' * 8}{number}, unit: {'部' * 30}}}" for number in range(300))
        + "]"
        for name in range(40)
    }
    said = as_markdown(diff(in_memory({"x.yaml": "id: x\nroles: [{title: 甲}]"}), in_memory(files)))
    assert len(said) <= LONGEST
    assert "more organizations: `orgchart diff` shows them all" in said


def test_a_long_value_is_cut_by_the_cells_it_takes() -> None:
    assert sentences.cut("部" * 40, 11) == "部部部部部…"
    assert sentences.cut("a" * 11, 11) == "a" * 11


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("headcount: 1", "headcount: 2", "headcount: 1 → 2"),
        ("root: true", "described: true", "root: yes → no"),
        ("holders: [张三]", "holders: []", "holders: −张三"),
        ("holders: []", "grade: 1", "grade: — → 1; holders: none → —"),
        ("holders: [张三]", "holders: [{name: 张三, acting: true}]", "holders: 张三 → 张三 (acting: yes)"),
        ("aliases: [一, 二]", "aliases: [二, 一]", "aliases: in another order"),
        ("aliases: [一, 二]", "aliases: [二, 三]", "aliases: −一, +三"),
        ("aliases: [a]", "aliases: [a, b, c, d, e, f]", "aliases: +b, +c, +d, … and 2 more"),
        ("qualifications: {a: 1}", "qualifications: {a: 2}", "qualifications: a: 1 → a: 2"),
    ],
)
def test_a_field_in_words(before: str, after: str, words: str) -> None:
    (one,) = diff(
        written(f"roles: [{{title: 甲, {before}}}]"), written(f"roles: [{{title: 甲, {after}}}]")
    ).organizations
    assert [sentences.sentence(one, change) for change in one.changes] == [words]


def test_a_repeated_title_is_told_by_its_id() -> None:
    before = "roles: [{title: 会计, unit: 一部}, {title: 会计, unit: 二部}]"
    after = "roles: [{title: 会计, unit: 一部, grade: 1}, {title: 会计, unit: 二部}]"
    lines = ["".join(words for words, _style in line) for line in as_text(diff(written(before), written(after)))]
    assert "  * changed  一部/会计  grade: — → 1" in lines


def test_organizations_without_a_change_are_counted() -> None:
    before = in_memory({"a.yaml": "roles: [{title: 甲}]", "b.yaml": "roles: [{title: 乙}]"})
    after = in_memory({"a.yaml": "roles: [{title: 甲}]", "b.yaml": "roles: [{title: 丙}]"})
    lines = ["".join(words for words, _style in line) for line in as_text(diff(before, after))]
    assert lines[0] == "b  1 added, 1 removed"
    assert lines[-1] == "no difference in 1 further organization"
