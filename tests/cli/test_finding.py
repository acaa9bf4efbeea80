"""Who is meant by a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import orgchart, process

if TYPE_CHECKING:
    from pathlib import Path


def who(name: str, given: str) -> list[str]:
    """The ids of the roles that a name means."""
    ran = orgchart("chain", name, "-", "--format", "json", given=given)
    return [answer["role"]["id"] for answer in ran.json["answers"]]


ORG = "roles: [{title: 客户服务经理, id: csm, aliases: [客服头儿, "
ORG += "总监]}, {title: 总监, aliases: [csm2]}, {title: csm, unit: 部}, {title: 品牌经理 A}]"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("csm", ["csm"]),  # an id before a title
        ("总监", ["总监"]),  # a title before an alias
        ("客服头儿", ["csm"]),
        ("csm2", ["总监"]),
        ("头儿", ["csm"]),  # a part of an alias
        ("品牌", ["品牌经理 A"]),
    ],
)
def test_an_id_goes_before_a_title_before_an_alias_before_a_part(name: str, ids: list[str]) -> None:
    assert who(name, ORG) == ids


@pytest.mark.parametrize("name", ["品牌经理Ａ", "品牌经理 a", "  品牌 经理A ", "品牌經理A", "品牌經理\u3000Ａ"])
def test_width_case_spaces_and_traditional_characters_do_not_matter(name: str) -> None:
    assert who(name, ORG) == ["品牌经理 A"]


@pytest.mark.usefixtures("folder")
def test_a_part_counts_only_where_no_organization_has_a_better_match() -> None:
    (answer,) = orgchart("chain", "客户总监", "--format", "json").json["answers"]
    assert answer["organization"] == "bank"


def test_roles_of_one_title_are_answered_each_by_its_id() -> None:
    given = "roles: [{title: 甲}, {title: 经理, unit: 一部, reports_to: 甲}, {title: 经理, unit: 二部, reports_to: 甲}]"
    ran = orgchart("chain", "经理", "-", given=given)
    assert ran.out == "一部/经理  一部\n  ↑ 甲\n\n二部/经理  二部\n  ↑ 甲\n"
    assert who("二部/经理", given) == ["二部/经理"]


@pytest.mark.usefixtures("folder")
def test_several_candidates_are_listed() -> None:
    ran = orgchart("who-reports-to", "客户")
    assert ran.status == 1
    assert ran.out == (
        "  客户总监  (bank)\n"
        "  客户经理  (id manager, bank)\n"
        "  客户经理  (shop)\n"
        "name one of them in full, or by its id\n"
    )
    assert ran.err == "error: 客户 fits 3 different ones\n"


@pytest.mark.usefixtures("folder")
def test_several_candidates_in_json_are_in_the_one_document() -> None:
    ran = orgchart("who-reports-to", "客户", "--organization", "bank", "--format", "json")
    assert ran.status == 1
    assert ran.json["answers"] == []
    assert ran.json["candidates"] == [
        {"organization": "bank", "id": "客户总监", "title": "客户总监"},
        {"organization": "bank", "id": "manager", "title": "客户经理"},
    ]


def test_a_long_list_of_candidates_is_cut_in_text_and_whole_in_json() -> None:
    given = "roles: [" + ", ".join(f"{{title: 经理{number}}}" for number in range(100)) + "]"
    ran = orgchart("chain", "经理", "-", given=given)
    assert ran.lines[19:] == ["  经理19  (stdin)", "  … and 80 more", "name one of them in full, or by its id"]
    assert len(orgchart("chain", "经理", "-", "--format", "json", given=given).json["candidates"]) == 100


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "hint"), [("客户经里", "did you mean 客户经理"), ("xyz", "`orgchart list` names them all")]
)
def test_a_name_that_nobody_has_gets_the_nearest_ones(name: str, hint: str) -> None:
    ran = orgchart("who-reports-to", name)
    assert (ran.status, ran.out) == (1, "")
    first, second = ran.err.splitlines()
    assert first == f"error: there is no role {name} in these 2 organizations"
    assert second.startswith(f"hint: {hint}")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["", " ", "\u3000", "\u200b"])
def test_an_empty_name_is_nobodys(name: str) -> None:
    ran = orgchart("who-reports-to", name)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("error: the name is empty\n")


@pytest.mark.usefixtures("folder")
def test_homonyms_are_answered_under_their_organizations_with_empty_answers_last() -> None:
    ran = orgchart("coordinates-with", "客户经理", "org/shop.yaml", "org/bank.yaml")
    assert ran.lines[0] == "客户经理  客户部  [银行 · bank]"
    assert ran.lines[-1] == "客户经理  [商店 · shop]  nobody"
    answers = orgchart("coordinates-with", "客户经理", "org/shop.yaml", "org/bank.yaml", "--format", "json").json
    assert [answer["organization"] for answer in answers["answers"]] == ["bank", "shop"]


def test_empty_answers_stand_on_neighbouring_lines() -> None:
    given = '{"organizations": [{"id": "a", "roles": [{"title": "甲"}]}, {"id": "b", "roles": [{"title": "甲"}]}]}'
    assert orgchart("chain", "甲", "-", given=given).out == "甲  [a · a]  no superior\n甲  [b · b]  no superior\n"


@pytest.mark.usefixtures("folder")
def test_an_organization_can_be_chosen() -> None:
    assert orgchart("chain", "客户经理", "--organization", "shop").out == "客户经理\n  ↑ 店长\n"


@pytest.mark.usefixtures("folder")
def test_an_unknown_organization_gets_the_nearest_one() -> None:
    ran = orgchart("list", "--organization", "shopp")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "error: there is no organization shopp\nhint: did you mean shop?\n"


def test_roles_of_two_organizations_have_no_common_superior(folder: Path) -> None:
    ran = orgchart("common-superior", "行长", "店长", "--format", "json")
    assert (ran.status, ran.json["answers"]) == (0, [])
    assert "no organization has both 行长 and 店长" in ran.err


def test_a_unit_and_a_role_of_one_name_are_both_answered() -> None:
    given = "units: [{name: 客服}]\nroles: [{title: 客服}]"
    ran = orgchart("coordinates-with", "客服", "-", "--format", "json", given=given)
    assert [answer.keys() & {"role", "unit"} for answer in ran.json["answers"]] == [{"role"}, {"unit"}]


def test_units_among_candidates_are_called_units() -> None:
    ran = orgchart("coordinates-with", "客服", "-", given="units: [{name: 客服部}]\nroles: [{title: 客服员}]")
    assert (ran.status, ran.lines[:2]) == (1, ["  客服员  (stdin)", "  客服部  (unit, stdin)"])


@pytest.mark.usefixtures("folder")
def test_a_path_in_the_place_of_a_role_is_told_its_place() -> None:
    ran = orgchart("chain", "org/shop.yaml")
    assert ran.status == 1
    assert ran.err.endswith("hint: org/shop.yaml is a path: the role's name stands before it\n")


def test_a_rule_that_does_not_exist_gets_the_nearest_one() -> None:
    ran = orgchart("rule", "reporting-cycles")
    assert (ran.status, ran.out) == (1, "")
    assert "did you mean reporting-cycle" in ran.err


@pytest.mark.parametrize("words", [("chain", b"\xff\xfe\xe5\xae\xa2"), ("rule", b"\xe9"), ("list", b"\xff.yaml")])
def test_bytes_that_are_no_text_are_answered_and_not_tripped_over(folder: Path, words: tuple[str, bytes]) -> None:
    ran = process(*words, cwd=folder)
    assert ran.status in {1, 2}
    assert ran.out == ""
    assert ran.err.startswith("error: ")
