"""The history of a role: every commit that did something to it, by whom, and what."""

from __future__ import annotations

from typing import Any

import pytest

from orgchart.errors import InputError, UnknownNameError
from orgchart.history.log import role_history
from orgchart.queries.finding import AmbiguousNameError
from tests.history.repository import Made, bank


def told(name: str, *paths: str, at: str = "HEAD") -> list[tuple[str, str, dict[str, Any]]]:
    """Subject, action and fields of everything that happened to the one role of a name, newest first."""
    (role,) = role_history(name, *paths, at=at).to_json()["answers"]
    return [
        (event["subject"], change["action"], change["fields"])
        for event in role["history"]
        for change in event["changes"]
    ]


def briefly(name: str, *paths: str) -> list[tuple[str, str]]:
    return [(subject, action) for subject, action, _fields in told(name, *paths)]


def test_a_life(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 行长")}, "founded")
    first = made.commit({"org/a.yaml": bank("title: 行长", "title: 主管, reports_to: 行长")}, "came")
    made.commit({"org/a.yaml": bank("title: 行长", "title: 总监", "title: 主管, reports_to: 总监")}, "moved")
    made.commit({"other.txt": "x"}, "elsewhere")
    made.commit({"org/a.yaml": bank("title: 行长, grade: 1", "title: 总监", "title: 主管, reports_to: 总监")}, "not it")
    renamed = bank("title: 行长", "title: 总监", "title: 经理, previously: 主管, reports_to: 总监")
    made.commit({"org/a.yaml": renamed}, "renamed")
    made.commit({"org/a.yaml": renamed.replace("previously", "headcount: 2, previously")}, "changed")
    made.commit({"org/a.yaml": bank("title: 行长", "title: 总监")}, "went")
    wanted = [
        ("went", "removed", {"reports_to": ["总监", None]}),
        ("changed", "changed", {"headcount": [None, 2]}),
        ("renamed", "renamed", {"title": ["主管", "经理"]}),
        ("moved", "moved", {"reports_to": ["行长", "总监"]}),
        ("came", "added", {"reports_to": [None, "行长"]}),
    ]
    assert told("经理") == wanted
    assert told("主管") == wanted
    assert told("主管", at="HEAD~5") == wanted[-2:]
    oldest = role_history("经理").roles[0].events[-1].to_json()
    assert (oldest["revision"], oldest["author"], oldest["date"]) == (first, "张三", "2026-01-01T02:00:00+00:00")


def test_a_rename_by_written_id_is_followed_from_either_title(made: Made) -> None:
    made.commit({"org/a.yaml": bank("id: x, title: 主管")}, "one")
    made.commit({"org/a.yaml": bank("id: x, title: 经理")}, "two")
    made.commit({"org/a.yaml": bank("id: x, title: 总监, grade: 1")}, "three")
    wanted = [("three", "renamed"), ("three", "changed"), ("two", "renamed"), ("one", "added")]
    for name in ("主管", "经理", "总监", "x"):
        assert briefly(name) == wanted


def test_a_broken_revision_is_named_and_stepped_over(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲"), "org/b.yaml": "id: b\nroles: [{title: 乙}]"}, "one")
    made.commit({"org/a.yaml": "roles: ["}, "broken")
    made.commit({"org/a.yaml": b"\xff\xfe\x00"}, "worse")
    made.commit({"org/a.yaml": bank("title: 甲, grade: 1")}, "two")
    made.commit({"org/b.yaml": "roles: ["}, "another")
    history = role_history("甲")
    assert briefly("甲") == [("two", "changed"), ("one", "added")]
    assert [skipped.commit.subject for skipped in history.skipped] == ["worse", "broken"]
    assert history.skipped[1].message.startswith("org/a.yaml:1:")
    assert history.revisions == 5


def test_broken_from_the_beginning_and_at_the_end(made: Made) -> None:
    made.commit({"org/a.yaml": "roles: ["}, "broken")
    made.commit({"org/a.yaml": bank("title: 甲")}, "mended")
    made.commit({"org/a.yaml": "roles: {"}, "broken again")
    assert briefly("甲") == [("mended", "added")]
    assert [skipped.commit.subject for skipped in role_history("甲").skipped] == ["broken again", "broken"]


def test_a_role_that_comes_again(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲", "title: 乙")}, "one")
    made.commit({"org/a.yaml": bank("title: 甲")}, "two")
    made.commit({"org/a.yaml": bank("title: 甲", "title: 乙, grade: 1")}, "three")
    assert briefly("乙") == [("three", "added"), ("two", "removed"), ("one", "added")]


def test_a_folder_that_was_away_for_a_while(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")}, "one")
    made.commit({"org/a.yaml": None}, "two")
    made.commit({"org/a.yaml": bank("title: 甲")}, "three")
    assert briefly("甲") == [("three", "added"), ("two", "removed"), ("one", "added")]


def test_a_file_that_moves_within_the_folder_changes_nothing(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")}, "one")
    made.commit({"org/a.yaml": None, "org/sub/b.yaml": bank("title: 甲")}, "two")
    assert briefly("甲") == [("one", "added")]


def test_parts_of_an_organization(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲"), "org/b.yaml": "id: bank\nroles: [{title: 乙}]"}, "one")
    made.commit({"org/b.yaml": "id: bank\nroles: [{title: 乙, reports_to: 甲}]"}, "two")
    made.commit({"org/a.yaml": "roles: ["}, "broken part")
    made.commit({"org/a.yaml": bank("title: 甲")}, "mended part")
    assert briefly("乙") == [("two", "moved"), ("one", "added")]
    assert [skipped.commit.subject for skipped in role_history("乙").skipped] == ["broken part"]


def test_a_merge_counts_where_it_makes_something_new(made: Made) -> None:
    roles = ["title: 甲, grade: 1", "title: 乙, grade: 1", "title: 丙"]
    made.commit({"org/a.yaml": bank(*roles)}, "one")
    made.git("checkout", "-q", "-b", "side")
    made.commit({"org/a.yaml": bank("title: 甲, grade: 2", *roles[1:])}, "on the side")
    made.git("checkout", "-q", "main")
    made.commit({"org/a.yaml": bank(*roles[:2], "title: 丙, grade: 3")}, "on main")
    made.hour += 1
    made.git("merge", "-q", "--no-commit", "side")
    made.commit({"org/a.yaml": bank("title: 甲, grade: 2", "title: 乙, grade: 9", "title: 丙, grade: 3")}, "merge")
    assert briefly("甲") == [("on the side", "changed"), ("one", "added")]
    assert briefly("丙") == [("on main", "changed"), ("one", "added")]
    assert briefly("乙") == [("merge", "changed"), ("one", "added")]


def test_two_organizations_have_a_role_of_the_name(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲"), "org/b.yaml": "id: b\nroles: [{title: 甲}]"}, "one")
    made.commit({"org/b.yaml": "id: b\nroles: [{title: 甲, grade: 1}]"}, "two")
    answers = role_history("甲").to_json()["answers"]
    assert [(one["organization"], len(one["history"])) for one in answers] == [("bank", 1), ("b", 2)]


def test_a_part_of_a_title_is_enough_today_and_must_mean_one(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 客户经理", "title: 市场经理")}, "one")
    assert briefly("客户") == [("one", "added")]
    with pytest.raises(AmbiguousNameError):
        role_history("经理")


def test_nobody(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 客户经理")})
    with pytest.raises(UnknownNameError, match="no revision has a role 客服") as caught:
        role_history("客服经理")
    assert "客户经理" in caught.value.hint


def test_a_shallow_clone_is_not_the_whole_history(made: Made, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    made.commit({"org/a.yaml": bank("title: 甲, grade: 1")})
    made.git("clone", "-q", "--depth", "1", made.folder.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert role_history("甲").to_json()["shallow"] is True
    monkeypatch.chdir(made.folder)
    assert role_history("甲").to_json()["shallow"] is False


def test_an_unknown_revision(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    with pytest.raises(InputError, match="there is no revision nope"):
        role_history("甲", at="nope")
