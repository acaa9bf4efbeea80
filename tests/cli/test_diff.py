"""`orgchart diff`: two states in words, JSON, Markdown and pictures, and what its exit status says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.cli.terminal import on_terminal, orgchart
from tests.history.conftest import made as made  # noqa: PLC0414 - a fixture is asked for by its name
from tests.history.repository import Made, bank

if TYPE_CHECKING:
    from pathlib import Path

OLD = bank(
    "title: 行长, unit: 总行",
    "title: 客户总监, unit: 客户部, reports_to: 行长",
    "title: 市场总监, unit: 市场部, reports_to: 行长",
    "title: 客户经理, unit: 客户部, reports_to: 客户总监, headcount: 2, responsibilities: [甲, 乙]",
    "title: 客户专员, unit: 客户部, reports_to: 客户经理",
    "title: 客服主管, unit: 客户部, reports_to: 客户总监",
    "title: 审计员, unit: 总行, reports_to: 行长",
)
NEW = bank(
    "title: 行长, unit: 总行",
    "title: 客户总监, unit: 客户部, reports_to: 行长",
    "title: 市场总监, unit: 市场部, reports_to: 行长",
    "title: 客户经理, unit: 市场部, reports_to: 市场总监, headcount: 3, responsibilities: [甲, 丙]",
    "title: 客户专员, unit: 客户部, reports_to: 客户经理",
    "title: 客户服务主管, unit: 客户部, reports_to: 客户总监, previously: 客服主管",
    "title: 风险官, unit: 总行, reports_to: 行长",
)
TEXT = """\
银行  bank  1 added, 1 removed, 1 moved, 1 renamed, 1 changed
  + added    风险官  under 行长, unit 总行
  - removed  审计员  was under 行长, unit 总行
  > moved    客户经理  客户总监 → 市场总监, unit 客户部 → 市场部
  ~ renamed  客服主管 → 客户服务主管
  * changed  客户经理  headcount: 2 → 3; responsibilities: −乙, +丙
  2 chains of command changed: 客户经理, 客户专员
"""


@pytest.fixture
def states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.yaml").write_text(NEW, encoding="utf-8")
    return tmp_path


def test_in_words(states: Path) -> None:
    ran = orgchart("diff", "old.yaml", "new.yaml")
    assert (ran.status, ran.out, ran.err) == (0, TEXT, "")


def test_in_json(states: Path) -> None:
    ran = orgchart("diff", "old.yaml", "new.yaml", "--format", "json")
    (told,) = ran.json["organizations"]
    assert told["id"] == "bank"
    assert [(change["action"], change["role"], change["title"]) for change in told["changes"]] == [
        ("added", "风险官", "风险官"),
        ("removed", "审计员", "审计员"),
        ("moved", "客户经理", "客户经理"),
        ("renamed", "客户服务主管", "客户服务主管"),
        ("changed", "客户经理", "客户经理"),
    ]
    assert told["changes"][2]["fields"] == {"reports_to": ["客户总监", "市场总监"], "unit": ["客户部", "市场部"]}
    assert told["affected"] == ["客户经理", "客户专员"]


def test_in_markdown(states: Path) -> None:
    ran = orgchart("diff", "old.yaml", "new.yaml", "--format", "markdown")
    assert "| &#62; moved | 客户经理 | 客户总监 → 市场总监, unit 客户部 → 市场部 |" in ran.lines
    assert "<details><summary>2 chains of command changed</summary>" in ran.lines


@pytest.mark.parametrize("width", [80, 40])
def test_a_terminal_is_never_too_narrow(states: Path, width: int) -> None:
    from rich.cells import cell_len  # noqa: PLC0415 - only this test measures

    shown = on_terminal("diff", "old.yaml", "new.yaml", columns=width)
    assert max(cell_len(line) for line in shown.lines) <= width


def test_in_colour_only_where_it_is_wanted(states: Path) -> None:
    assert "\x1b[32m  + added" in orgchart("diff", "old.yaml", "new.yaml", "--color", "always").out
    assert "\x1b" not in orgchart("diff", "old.yaml", "new.yaml").out


def test_the_same_twice(states: Path) -> None:
    ran = orgchart("diff", "old.yaml", "old.yaml", "--exit-code")
    assert (ran.status, ran.out) == (0, "no difference in 1 organization\n")


@pytest.mark.parametrize(
    ("guard", "status"),
    [
        ([], 0),
        (["--exit-code"], 1),
        (["--fail-on", "removed"], 1),
        (["--fail-on", "moved,added"], 1),
        (["--check"], 0),
    ],
)
def test_the_exit_status_is_a_guard_only_where_one_was_asked_for(states: Path, guard: list[str], status: int) -> None:
    assert orgchart("diff", "old.yaml", "new.yaml", *guard).status == status


def test_a_guard_for_what_did_not_happen(states: Path) -> None:
    (states / "more.yaml").write_text(OLD + "- {title: 新人}\n", encoding="utf-8")
    assert orgchart("diff", "old.yaml", "more.yaml", "--fail-on", "removed,moved").status == 0
    assert orgchart("diff", "old.yaml", "more.yaml", "--fail-on", "added").status == 1


def test_the_rules_about_a_change(states: Path) -> None:
    many = bank("title: 行长", *(f"title: 柜员{number}, reports_to: 行长" for number in range(12)))
    (states / "many.yaml").write_text(many, encoding="utf-8")
    (states / "few.yaml").write_text(bank("title: 行长"), encoding="utf-8")
    ran = orgchart("diff", "many.yaml", "few.yaml", "--check")
    assert ran.status == 1
    assert "error[ORG601]" in ran.out
    as_json = orgchart("diff", "many.yaml", "few.yaml", "--check", "--format", "json")
    assert [finding["code"] for finding in as_json.json["findings"]] == ["ORG601"]
    as_markdown = orgchart("diff", "many.yaml", "few.yaml", "--check", "--format", "markdown")
    assert "- **error** ORG601" in as_markdown.out


# Revisions


def test_a_revision_and_the_files_as_they_are(made: Made) -> None:
    made.commit({"org/bank.yaml": OLD})
    made.write({"org/bank.yaml": NEW})
    assert orgchart("diff", "--git", "HEAD").out == TEXT
    assert made.status() == "M org/bank.yaml"
    made.commit({})
    assert orgchart("diff", "--git", "HEAD").out == "no difference in 1 organization\n"
    assert orgchart("diff", "--git", "HEAD~1..HEAD", "org").out == TEXT
    assert orgchart("diff", "--git", "HEAD~1", "org/bank.yaml").out == TEXT
    back = orgchart("diff", "--git", "HEAD..HEAD~1", "--format", "json").json["organizations"][0]
    assert [change["role"] for change in back["changes"] if change["action"] == "added"] == ["客服主管", "审计员"]


def test_a_broken_file_is_named_and_its_organization_left_out(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲"), "org/b.yaml": "id: b\nroles: [{title: 乙}]"})
    made.commit({"org/a.yaml": "roles: [", "org/b.yaml": "id: b\nroles: [{title: 丙}]"})
    ran = orgchart("diff", "--git", "HEAD~1..HEAD", "--format", "json")
    assert [one["id"] for one in ran.json["organizations"]] == ["b"]
    assert ran.status == 0
    assert "note: HEAD:org/a.yaml:1:9: " in ran.err
    assert "note: bank is not compared: a.yaml cannot be read on one side" in ran.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_side_with_nothing_readable_is_wrong_use(made: Made, form: str) -> None:
    made.commit({"org/a.yaml": "roles: ["})
    made.commit({"org/a.yaml": bank("title: 甲")})
    ran = orgchart("diff", "--git", "HEAD~1", "--format", form)
    assert ran.status == 2
    assert ran.err.startswith("error: HEAD~1:org/a.yaml:1:9: ")
    assert "hint: " in ran.err
    if form == "json":
        assert ran.json["error"]["message"].startswith("HEAD~1:org/a.yaml:1:9: ")
    else:
        assert ran.out == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--git", "nope"], "there is no revision nope"),
        (["--git=-x"], "does not begin with a hyphen"),
        (["--git", "HEAD", "missing"], "missing: not in revision HEAD"),
        (["org"], "two states are compared, and here is 1"),
        ([], "two states are compared, and here are 0"),
        (["org", "missing"], "missing: no such file or folder"),
        (["org", "org", "--fail-on", "remove"], "did you mean removed?"),
        (["org", "org", "--organization", "bnk"], "did you mean bank?"),
        (["org", "org", "-o", "x.txt"], "pictures are written as"),
        (["-", "-"], "both states are standard input"),
    ],
)
def test_bad_use_is_a_sentence_and_a_way_out(made: Made, words: list[str], says: str) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    ran = orgchart("diff", *words)
    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err


def test_folders_one_of_which_has_a_broken_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, first in (("old", "roles: ["), ("new", "roles: [{title: 甲}]")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(first, encoding="utf-8")
        (tmp_path / name / "b.yaml").write_text("roles: [{title: 乙}]", encoding="utf-8")
    ran = orgchart("diff", "old", "new", "--format", "json")
    assert [(one["id"], one["changes"]) for one in ran.json["organizations"]] == [("b", [])]
    assert "a is not compared" in ran.err


def test_what_is_wrong_in_a_state_is_said(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲, headcount: 两个")})
    made.write({"org/a.yaml": bank("title: 甲, headcount: 2")})
    ran = orgchart("diff", "--git", "HEAD")
    assert "  * changed  甲  headcount: — → 2" in ran.lines
    assert ran.err.startswith("note: 1 finding in HEAD: a value of the wrong kind counts as not written")
    assert orgchart("diff", "--git", "HEAD", "--quiet").err == ""


# Pictures


def test_a_picture_shows_old_and_new_places(states: Path) -> None:
    ran = orgchart("diff", "old.yaml", "new.yaml", "-o", "changes.svg")
    assert (ran.status, ran.out) == (0, TEXT)
    picture = ET.fromstring((states / "changes.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own picture
    cards = [group for group in picture.iter("{http://www.w3.org/2000/svg}g") if "card" in group.get("class", "")]
    ghosts = {card.get("data-ghost"): card.get("class") for card in cards if card.get("data-ghost")}
    roles = {card.get("data-role"): card.get("class") for card in cards if card.get("data-role")}
    assert ghosts == {"客户经理": "card faint ghost", "审计员": "card faint removed"}
    assert roles["客户经理"] == "card moved"
    assert roles["风险官"] == "card added"
    assert roles["客户服务主管"] == "card renamed"
    assert roles["客户专员"] == "card reached"
    assert len(roles) == 7


@pytest.mark.parametrize("kind", ["html", "png", "pdf", "svg"])
def test_every_kind_of_picture(states: Path, kind: str) -> None:
    assert orgchart("diff", "old.yaml", "new.yaml", "-o", f"x.{kind}", "--quiet").status == 0
    begins = {"html": b"<!DOCTYPE html>", "png": b"\x89PNG", "pdf": b"%PDF", "svg": b"<svg "}[kind]
    assert (states / f"x.{kind}").read_bytes().startswith(begins)


def test_a_picture_to_standard_output(states: Path) -> None:
    ran = orgchart("diff", "old.yaml", "new.yaml", "--format", "svg")
    assert ran.out.startswith("<svg ")
    assert ran.out.endswith("</svg>\n")


def test_several_organizations_go_into_a_folder(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲"), "org/b.yaml": "id: b\nroles: [{title: 乙}]"})
    made.commit({"org/a.yaml": bank("title: 丙"), "org/b.yaml": "id: b\nroles: [{title: 丁}]"})
    ran = orgchart("diff", "--git", "HEAD~1", "-o", "x.svg")
    assert (ran.status, ran.out) == (2, "")
    assert not (made.folder / "x.svg").exists()
    assert orgchart("diff", "--git", "HEAD~1", "-o", "x.svg", "--organization", "b").status == 0
    assert orgchart("diff", "--git", "HEAD~1", "-o", "pictures").status == 0
    assert sorted(path.name for path in (made.folder / "pictures").iterdir()) == ["b.svg", "bank.svg"]


def test_nothing_changed_and_no_picture(states: Path) -> None:
    ran = orgchart("diff", "old.yaml", "old.yaml", "-o", "x.svg")
    assert ran.status == 0
    assert "nothing changed, so there is no picture" in ran.err
    assert not (states / "x.svg").exists()


# Validation of a change


def test_validate_at_a_revision(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲, root: true", "title: 乙, reports_to: 丙")})
    made.commit({"org/a.yaml": bank("title: 甲, root: true", "title: 乙, reports_to: 甲")})
    ran = orgchart("validate", "--at", "HEAD~1", "--format", "json")
    assert ran.status == 1
    assert [(one["code"], one["path"], one["line"]) for one in ran.json["findings"]] == [("ORG303", "org/a.yaml", 5)]
    assert orgchart("validate", "--at", "HEAD").status == 0


def test_validate_against_a_revision_runs_the_review_rules(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲", *(f"title: 乙{number}, reports_to: 甲" for number in range(12)))})
    made.commit({"org/a.yaml": bank("title: 甲", "title: 乙1, reports_to: 甲")})
    assert orgchart("validate", "--select", "ORG6").status == 0
    ran = orgchart("validate", "--select", "ORG6", "--since", "HEAD~1", "--format", "json")
    assert (ran.status, [one["code"] for one in ran.json["findings"]]) == (1, ["ORG601"])
    assert orgchart("validate", "--select", "ORG6", "--git", "HEAD~1").status == 1
    assert orgchart("validate", "--select", "ORG6", "--at", "HEAD~1", "--since", "HEAD").status == 0


def test_only_what_concerns_a_change(made: Made) -> None:
    old = [
        "title: 甲, root: true",
        "title: 乙, reports_to: 无",
        "title: 丙, reports_to: 空",
        "title: 丁, reports_to: 甲",
    ]
    made.commit({"org/a.yaml": bank(*old), "org/b.yaml": "id: b\nroles: [{title: 子, reports_to: 无}]"})
    made.write({"org/a.yaml": bank(*old[:2], "title: 丙, grade: 1, reports_to: 空", "title: 丁, reports_to: 戊")})
    ran = orgchart("validate", "--changed-only", "--format", "json")
    assert [(one["code"], one["roles"]) for one in ran.json["findings"]] == [("ORG303", ["丙"]), ("ORG303", ["丁"])]
    assert "note: 2 findings do not concern what changed since HEAD" in ran.err
    made.commit({})
    assert orgchart("validate", "--changed-only").status == 0
    at = orgchart("validate", "--changed-only", "--at", "HEAD", "--format", "json")
    assert at.json["findings"] == ran.json["findings"]
    assert orgchart("validate", "--changed-only", "--since", "HEAD~1", "--format", "json").json == ran.json


def test_what_a_removal_breaks_elsewhere_concerns_the_change(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲", "title: 乙, reports_to: 甲", "title: 丙, reports_to: 乙")})
    made.write({"org/a.yaml": bank("title: 甲", "title: 丙, reports_to: 乙")})
    ran = orgchart("validate", "--changed-only", "--format", "json", "--select", "ORG303")
    assert [one["roles"] for one in ran.json["findings"]] == [["丙"]]


def test_a_file_that_breaks_concerns_the_change(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲"), "org/b.yaml": "id: b\nroles: ["})
    made.write({"org/a.yaml": "roles: ["})
    ran = orgchart("validate", "--changed-only", "--format", "json")
    assert [(one["code"], one["path"]) for one in ran.json["findings"]] == [("ORG101", "org/a.yaml")]
    assert "note: HEAD:org/b.yaml:2:9: " in ran.err


# The history


def test_the_log_in_words_and_json(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲", "title: 主管, reports_to: 甲")}, "came")
    made.commit({"org/a.yaml": "roles: ["}, "broken")
    last = made.commit({"org/a.yaml": bank("title: 甲", "title: 经理, previously: 主管, reports_to: 甲")}, "renamed")
    ran = orgchart("log", "经理")
    assert ran.lines == [
        "经理  2 revisions",
        f"  2026-01-01  {last[:8]}  张三  renamed",
        "      renamed   主管 → 经理",
        f"  2026-01-01  {made.git('rev-parse', 'HEAD~2')[:8]}  张三  came",
        "      added     under 甲  as 主管",
    ]
    assert "(2026-01-01) cannot be read: org/a.yaml:1:9: " in ran.err
    told = orgchart("log", "经理", "org/a.yaml", "--format", "json").json
    assert [event["subject"] for event in told["answers"][0]["history"]] == ["renamed", "came"]
    assert len(told["skipped"]) == 1
    assert orgchart("log", "没有", "--format", "json").json["answers"] == []
    assert orgchart("log", "没有").status == 1
    assert orgchart("log", "经理", "--at", "nope").status == 2


def test_hostile_words_are_only_shown(made: Made) -> None:
    evil = json.dumps("甲\x1b[31m<b>|@all", ensure_ascii=True)
    made.commit({"org/a.yaml": bank(f"title: {evil}")}, "evil\x1b[2J")
    made.commit({"org/a.yaml": bank(f"title: {evil}, note: {evil}", f"title: 乙, reports_to: {evil}")})
    for words in (["diff", "--git", "HEAD~1"], ["log", "乙"], ["diff", "--git", "HEAD~1", "--format", "markdown"]):
        assert "\x1b" not in orgchart(*words).out
    assert "<b>" not in orgchart("diff", "--git", "HEAD~1", "--format", "markdown").out
    assert "<b>" not in orgchart("diff", "--git", "HEAD~1", "--format", "svg").out
