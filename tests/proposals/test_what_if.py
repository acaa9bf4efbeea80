"""What proposed changes make of an organization, and what the command says about them."""

from __future__ import annotations

import json
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from orgchart.changes import diff
from orgchart.misuse import MisuseError
from orgchart.proposals import propose, read_steps
from orgchart.source import Source
from tests.builders import in_memory
from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path

BANK = """
    id: bank
    units: [{name: 客户部, head: 总监}]
    roles:
    - {title: 行长, supervises: [总监, 审计员]}
    - {title: 总监, reports_to: 行长, supervises: [经理, 主管]}
    - {title: 经理, id: m, reports_to: 总监, coordinates_with: [主管]}
    - {title: 主管, reports_to: 总监, deputy: 经理}
    - {title: 专员, reports_to: 主管, dotted_line_to: 经理}
    - {title: 审计员, reports_to: 行长}
"""
SHOP = "id: shop\nroles: [{title: 店长}, {title: 经理, reports_to: 店长}]"


def after(steps: str, *files: str) -> dict[str, dict[str, Any]]:
    """The roles by title after some steps, as plain data."""
    from orgchart.plain import piece  # noqa: PLC0415 - a helper's own

    before = in_memory({f"{number}.yaml": text for number, text in enumerate(files or (BANK,))})
    made = propose(before, read_steps(Source("changes.yaml", dedent(steps))))
    return {str(role.title): piece(role) for org in made.organizations for role in org.roles}


def actions(steps: str) -> list[tuple[str, str]]:
    before = in_memory(BANK)
    made = propose(before, read_steps(Source("changes.yaml", dedent(steps))))
    return [(change.action, str(change.role)) for one in diff(before, made).organizations for change in one.changes]


def problems(steps: str, *files: str, path: str = "changes.yaml") -> list[str]:
    """Place and words of everything that is wrong with some steps."""
    before = in_memory({f"{number}.yaml": dedent(text) for number, text in enumerate(files or (BANK,))})
    with pytest.raises(MisuseError) as caught:
        propose(before, read_steps(Source(path, dedent(steps))))
    return [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in caught.value.problems]


def test_a_move_keeps_both_statements_of_a_line_in_step() -> None:
    roles = after("- {move: 主管, to: 行长, unit: 客户部}")
    assert roles["主管"]["reports_to"] == ["行长"]
    assert roles["主管"]["unit"] == ["客户部"]
    assert roles["总监"]["supervises"] == ["经理"]
    assert roles["行长"]["supervises"] == ["总监", "审计员", "主管"]


def test_a_move_to_nobody_makes_a_top() -> None:
    roles = after("- move: 主管\n  to: []")
    assert roles["主管"]["reports_to"] == []


def test_a_rename_is_followed_by_everybody_who_names_the_role() -> None:
    roles = after("- {rename: 主管, to: 客服主管}")
    assert roles["客服主管"]["previously"] == ["主管"]
    assert roles["客服主管"]["id"] == "客服主管"
    assert roles["专员"]["reports_to"] == ["客服主管"]
    assert roles["总监"]["supervises"] == ["经理", "客服主管"]
    assert roles["经理"]["coordinates_with"] == [{"with": "客服主管"}]
    assert actions("- {rename: 主管, to: 客服主管}") == [("renamed", "客服主管")]


def test_a_head_is_renamed_in_its_unit_too() -> None:
    made = propose(in_memory(BANK), read_steps(Source("c.yaml", "- {rename: 总监, to: 客户总监}")))
    assert made.organizations[0].units[0].head == "客户总监"


def test_a_role_with_an_id_keeps_it() -> None:
    roles = after("- {rename: m, to: 客户经理}")
    assert roles["客户经理"]["id"] == "m"
    assert roles["专员"]["dotted_line_to"] == ["客户经理"]


def test_a_new_role_stands_under_its_superior_and_on_its_list() -> None:
    roles = after("- {add: 风险官, reports_to: 行长, headcount: 2, x-cost: 7}")
    assert roles["风险官"] == {
        "id": "风险官",
        "title": "风险官",
        "reports_to": ["行长"],
        "headcount": 2,
        "x-cost": 7,
    }
    assert roles["行长"]["supervises"] == ["总监", "审计员", "风险官"]


def test_a_later_step_may_name_what_an_earlier_one_made() -> None:
    roles = after("- {add: 副行长, reports_to: 行长}\n- {move: 总监, to: 副行长}\n- {rename: 副行长, to: 常务副行长}")
    assert roles["总监"]["reports_to"] == ["常务副行长"]


def test_a_removal_leaves_reports_as_they_are_unless_they_go_to_somebody() -> None:
    roles = after("- remove: 总监")
    assert "总监" not in roles
    assert roles["经理"]["reports_to"] == ["总监"]
    assert roles["行长"]["supervises"] == ["审计员"]
    roles = after("- {remove: 总监, reports_to: 行长}")
    assert roles["经理"]["reports_to"] == roles["主管"]["reports_to"] == ["行长"]
    assert roles["行长"]["supervises"] == ["审计员", "经理", "主管"]


def test_reports_that_only_the_superior_states_are_handed_over_too() -> None:
    text = "roles: [{title: 甲}, {title: 乙, supervises: [丙]}, {title: 丙}]"
    assert after("- {remove: 乙, reports_to: 甲}", text)["丙"]["reports_to"] == ["甲"]


def test_any_other_field_can_be_set() -> None:
    assert after("- {set: 专员, headcount: 3, holders: []}")["专员"]["holders"] == []


def test_the_organization_may_be_named() -> None:
    roles = after("organization: shop\nchanges: [{set: 经理, grade: 1}]", BANK, SHOP)
    assert roles["经理"]["grade"] == "1"
    roles = after("- {set: 经理, grade: 1, organization: bank}", SHOP, BANK)
    assert roles["经理"]["grade"] == "1"


def test_changes_may_be_json() -> None:
    before = in_memory(BANK)
    text = json.dumps({"changes": [{"move": "主管", "to": "行长"}]}, ensure_ascii=False)
    assert propose(before, read_steps(Source("changes.json", text))).organizations[0].roles[3].reports_to == ("行长",)


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        ("- mov: 主管\n  to: 行长", ["1:3 unknown field mov"]),
        ("- move: 主官\n  to: 行长", ["1:9 there is no role 主官"]),
        ("- {move: 主管, to: 没有}", ["1:18 there is no role 没有 in bank"]),
        ("- {move: 主管}", ["1:3 this move needs to"]),
        ("- {rename: 主管}", ["1:3 this rename needs to"]),
        ("- {set: 主管}", ["1:3 this set needs a key of a role"]),
        ("- {set: 主管, headcont: 2}", ["1:13 unknown field headcont"]),
        ("- {set: 主管, headcount: 两个}", ["1:24 headcount wants a whole number, not the text 两个"]),
        ("- {set: 主管, title: 新}", ["1:20 set wants another key, not the text 新"]),
        ("- {remove: 主管, to: 行长}", ["1:16 unknown field to"]),
        (
            "- {move: 主管, remove: 行长}",
            ["1:14 a change wants only one of move, rename, remove, add, set, not the text remove"],
        ),
        ("- {move: , to: 行长}", ["1:4 move wants a name, not an empty value"]),
        (
            "- 3",
            ["1:3 changes wants a list of mappings that begin with move, rename, remove, add, set, not the number 3"],
        ),
        ("changs: []", ["1:1 unknown field changs"]),
        ("changes: 主管", ["1:10 changes wants a list, not the text 主管"]),
        ("", ["1:1 a list of changes is missing"]),
        ("- [", ["1:4 a value is missing before this"]),
        ("- {set: 主管, grade: 1, organization: bnk}", ["1:37 there is no organization bnk"]),
        (
            "- remove: 主官\n- remove: 主管\n- remove: 主管",
            ["1:11 there is no role 主官", "3:11 there is no role 主管"],
        ),
    ],
)
def test_every_problem_is_told_at_its_place(steps: str, wanted: list[str]) -> None:
    assert problems(steps) == wanted


def test_a_name_that_fits_several_is_never_guessed() -> None:
    assert problems("- {set: 经理, grade: 1}", BANK, SHOP) == ["1:9 经理 stands in several organizations"]
    twice = "roles: [{title: 会计, unit: 一部}, {title: 会计, unit: 二部}]"
    assert problems("- {set: 会计, grade: 1}", twice) == ["1:9 会计 fits 2 roles"]
    assert after("- {set: 一部/会计, grade: 1}", twice)["会计"]
    assert problems("- {add: 新人}", BANK, SHOP) == ["1:9 this role could come into several organizations"]


# The command


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    (tmp_path / "org").mkdir()
    (tmp_path / "org" / "bank.yaml").write_text(dedent(BANK), encoding="utf-8")
    return tmp_path


def test_what_it_would_do_to_findings_spans_and_layers(bank: Path) -> None:
    (bank / "changes.yaml").write_text("- {move: 主管, to: 行长}\n- {remove: 经理}\n", encoding="utf-8")
    ran = orgchart("what-if", "changes.yaml")
    assert ran.status == 0
    assert ran.lines[:4] == [
        "bank  1 removed, 1 moved, 2 changed",
        "  - removed  经理  was under 总监",
        "  > moved    主管  总监 → 行长",
        "  * changed  行长  supervises: +主管",
    ]
    assert "  layers  4 → 3" in ran.lines
    assert "  span    行长  direct 2 → 3, below 5 → 4" in ran.lines
    assert "org/bank.yaml:8:39: error[ORG303] 主管" in ran.out
    told = orgchart("what-if", "changes.yaml", "--format", "json").json
    (one,) = told["organizations"]
    assert one["layers"] == [4, 3]
    assert {span["id"]: span["direct"] for span in one["spans"]} == {
        "行长": [2, 3],
        "总监": [2, 0],
        "主管": [1, 1],
        "专员": [0, 0],
        "m": [0, None],
    }
    assert "ORG303" in {finding["code"] for finding in told["findings"]["new"]}
    assert told["summary"]["before"]["roles"] - told["summary"]["after"]["roles"] == 1


def test_files_stay_as_they_are_and_a_picture_can_be_drawn(bank: Path) -> None:
    before = {path.name: path.read_bytes() for path in (bank / "org").iterdir()}
    ran = orgchart("what-if", "-", "org", "-o", "x.svg", given="- {move: 主管, to: 行长}\n")
    assert ran.status == 0
    assert 'data-ghost="主管"' in (bank / "x.svg").read_text(encoding="utf-8")
    assert {path.name: path.read_bytes() for path in (bank / "org").iterdir()} == before


def test_nothing_would_change(bank: Path) -> None:
    ran = orgchart("what-if", "-", given="changes: []\n")
    assert (ran.status, ran.lines) == (0, ["no difference in 1 organization", "", "no finding more, and none less"])


@pytest.mark.parametrize("form", ["text", "json"])
def test_problems_have_a_caret_and_status_2(bank: Path, form: str) -> None:
    (bank / "changes.yaml").write_text("- move: 主官\n  to: 行长\n", encoding="utf-8")
    ran = orgchart("what-if", "changes.yaml", "--format", form)
    assert ran.status == 2
    assert ran.err.splitlines()[:3] == [
        "error: changes.yaml:1:9: there is no role 主官",
        "1 | - move: 主官",
        "  |         ^^^^",
    ]
    assert "did you mean 主管" in ran.err
    if form == "json":
        (problem,) = ran.json["error"]["problems"]
        assert (problem["path"], problem["line"], problem["column"]) == ("changes.yaml", 1, 9)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "No such file"),
        (b"\xff\xfe\xff", "UTF-16"),
        (b"PK\x03\x04", "zip archive"),
        (b"\xb2\xbb", "is not UTF-8"),
    ],
)
def test_a_file_of_changes_that_cannot_be_read(bank: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        (bank / "changes.yaml").write_bytes(content)
    ran = orgchart("what-if", "changes.yaml")
    assert (ran.status, ran.out) == (2, "")
    assert says.casefold() in ran.err.casefold()
