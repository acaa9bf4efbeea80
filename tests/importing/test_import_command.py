"""`orgchart import`: a folder of job descriptions in, organization files out, every line with its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path

KEEPER = """\
仓库管理员岗位说明书

岗位名称：仓库管理员
所属部门：物流部
直接上级：仓储主管
直接下级：搬运工
生效日期：2024年3月5日

岗位职责
1、在仓储主管的领导下，做好物资的收发和保管。
2、配合采购部核对到货数量。
"""
CHIEF = """\
仓储主管岗位说明书

岗位名称：仓储主管
所属部门：物流部
直接上级：物流经理
直接下级：仓库管理员、叉车司机

岗位职责
1、对物流经理负责，指导仓库管理员和叉车司机的工作。
"""
NOBODY = """\
质检员岗位说明书

岗位名称：质检员
直接上级：上级领导
直接下级：无

岗位职责
1、按标准检验成品，与生产车间沟通不合格品的处理。
2、指导实习生学习检验方法。
"""


@pytest.fixture
def drawer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three job descriptions, one in an old encoding, one with a byte order mark."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "sheets"
    folder.mkdir()
    (folder / "a.txt").write_text(KEEPER, encoding="utf-8")
    (folder / "b.txt").write_bytes(CHIEF.replace("\n", "\r\n").encode("gb18030"))
    (folder / "c.txt").write_text(NOBODY, encoding="utf-8-sig")
    return folder


def test_json_has_each_role_with_its_evidence(drawer: Path) -> None:
    done = orgchart("import", "sheets/a.txt", "--format", "json")
    assert done.status == 0
    (one,) = done.json["organizations"]
    assert one["id"] == "a"
    assert one["sources"] == ["a.txt"]
    keeper = one["roles"][0]
    assert keeper["title"] == "仓库管理员"
    assert keeper["unit"] == "物流部"
    assert keeper["effective"] == "2024-03-05"
    assert (keeper["reports_to"], keeper["supervises"]) == (["仓储主管"], ["搬运工"])
    assert [relation["with"] for relation in keeper["coordinates_with"]] == ["采购部"]
    first = next(entry for entry in keeper["evidence"] if entry["field"] == "reports_to")
    assert first == {
        "field": "reports_to",
        "value": "仓储主管",
        "file": "a.txt",
        "line": 5,
        "end_line": 5,
        "quote": "直接上级：仓储主管",
    }
    assert {role["title"] for role in one["roles"] if role.get("described") is False} == {"仓储主管", "搬运工"}


def test_every_quote_is_found_at_its_place_in_every_encoding(drawer: Path) -> None:
    done = orgchart("import", "sheets", "--format", "json")
    encodings = {"a.txt": "utf-8", "b.txt": "gb18030", "c.txt": "utf-8-sig"}
    entries = [
        entry for one in done.json["organizations"] for role in one["roles"] for entry in role.get("evidence", ())
    ]
    assert len(entries) > 12
    for entry in entries:
        text = (drawer / entry["file"]).read_bytes().decode(encodings[entry["file"]])
        lines = text.splitlines()[entry["line"] - 1 : entry["end_line"]]
        assert entry["quote"] in "\n".join(lines), entry


def test_files_are_written_that_validate_and_say_where_to_look(drawer: Path) -> None:
    done = orgchart("import", "sheets", "-o", "org")
    assert done.status == 0, done.err
    assert sorted(file.name for file in (drawer.parent / "org").iterdir()) == ["a.yaml", "b.yaml", "c.yaml"]
    assert orgchart("validate", "org", "--quiet").status == 0
    text = (drawer.parent / "org" / "c.yaml").read_text(encoding="utf-8")
    assert "supervises" in text
    assert "上级领导" not in json.dumps(
        orgchart("export", "org").json["organizations"][2]["roles"][0].get("reports_to", [])
    )


def test_a_name_joins_the_sheets_of_one_company(drawer: Path) -> None:
    done = orgchart("import", "sheets", "--organization", "works", "-o", "org")
    assert done.status == 0
    asked = orgchart("chain", "搬运工", "org", "--format", "json")
    (answer,) = asked.json["answers"]
    assert answer["organization"] == "works"
    assert [role["title"] for role in answer["chain"]] == ["仓库管理员", "仓储主管", "物流经理"]


def test_merge_joins_what_plainly_is_one_company_and_nothing_else(drawer: Path) -> None:
    done = orgchart("import", "sheets", "--merge", "--format", "json")
    assert [one["sources"] for one in done.json["organizations"]] == [["a.txt", "b.txt"], ["c.txt"]]
    apart = orgchart("import", "sheets", "--format", "json")
    assert len(apart.json["organizations"]) == 3


def test_nothing_is_overwritten_and_the_difference_is_shown(drawer: Path) -> None:
    orgchart("import", "sheets/a.txt", "-o", "org")
    file = drawer.parent / "org" / "a.yaml"
    before = file.read_text(encoding="utf-8")
    assert "1 file unchanged" in orgchart("import", "sheets/a.txt", "-o", "org").err
    (drawer / "a.txt").write_text(KEEPER.replace("仓储主管", "物流总监"), encoding="utf-8")
    again = orgchart("import", "sheets/a.txt", "-o", "org")
    assert again.status == 0
    assert "仓储主管 → 物流总监" in again.out
    assert "--force" in again.err
    assert file.read_text(encoding="utf-8") == before
    assert orgchart("import", "sheets/a.txt", "-o", "org", "--force").status == 0
    assert "物流总监" in file.read_text(encoding="utf-8")


def test_explain_shows_words_stage_and_pattern_and_what_was_passed_over(drawer: Path) -> None:
    done = orgchart("import", "sheets", "--explain")
    assert "仓库管理员 reports to 仓储主管" in done.out
    assert "a.txt:5 直接上级：仓储主管  (field: 直接上级)" in done.out
    assert "passed over:" in done.out
    assert "上级领导" in done.out


def test_a_contradiction_is_kept_and_told_with_both_quotes(drawer: Path) -> None:
    (drawer / "b.txt").write_text(
        CHIEF.replace("仓库管理员、叉车司机", "叉车司机").replace("仓库管理员和", ""), encoding="utf-8"
    )
    done = orgchart("import", "sheets/a.txt", "sheets/b.txt", "--organization", "works", "-o", "org")
    assert "ORG308" in done.out
    assert "a.txt:5 直接上级：仓储主管" in done.out
    assert "b.txt:6 直接下级：叉车司机" in done.out
    found = orgchart("validate", "org", "--format", "json").json["findings"]
    assert "ORG308" in {finding["code"] for finding in found}


def test_one_bad_file_does_not_stop_the_rest(drawer: Path) -> None:
    (drawer / "broken.docx").write_bytes(b"PK\x03\x04 not a document")
    (drawer / "empty.txt").write_bytes(b"")
    (drawer / "logo.png").write_bytes(b"\x89PNG")
    done = orgchart("import", "sheets", "--format", "json")
    assert done.status == 0
    assert len(done.json["organizations"]) == 3
    assert "sheets/broken.docx" in done.err
    assert "sheets/empty.txt" in done.err
    assert "sheets/logo.png" in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("missing.txt",), "No such file"),
        (("sheets/none.txt",), "no role"),
        (("sheets/a.txt", "--column", "boss=X"), "no such field boss"),
        (("sheets/a.txt", "--column", "reports_to"), "no header"),
    ],
)
def test_what_cannot_be_done_is_told_with_status_2(drawer: Path, words: tuple[str, ...], told: str) -> None:
    (drawer / "none.txt").write_text("今天天气很好。\n", encoding="utf-8")
    done = orgchart("import", *words)
    assert done.status == 2
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_file_in_the_way_of_the_folder_is_told(drawer: Path) -> None:
    done = orgchart("import", "sheets/a.txt", "-o", "sheets/a.txt")
    assert done.status == 2
    assert "no folder" in done.err


def test_a_roster_becomes_roles_with_their_holders(drawer: Path) -> None:
    rows = ["姓名,岗位,部门,直接上级", "李雷,厂长,,", "韩梅,主任,一车间,厂长"]
    rows += ["王强,操作工,一车间,主任", "赵敏,操作工,一车间,主任"]
    (drawer / "roster.csv").write_text("\n".join(rows), encoding="utf-8")
    (one,) = orgchart("import", "sheets/roster.csv", "--format", "json").json["organizations"]
    worker = next(role for role in one["roles"] if role["title"] == "操作工")
    assert worker["reports_to"] == ["主任"]
    assert [holder["name"] if isinstance(holder, dict) else holder for holder in worker["holders"]] == ["王强", "赵敏"]
    assert orgchart("import", "sheets/roster.csv", "-o", "org").status == 0
    assert orgchart("validate", "org", "--quiet").status == 0


def test_a_column_asked_for_is_taken_and_a_missing_one_is_told(drawer: Path) -> None:
    (drawer / "roster.csv").write_text("岗位,汇报给\n厂长,\n车间主任,厂长\n", encoding="utf-8")
    done = orgchart("import", "sheets/roster.csv", "sheets/a.txt", "--column", "reports_to=汇报给", "--format", "json")
    assert [len(one["roles"]) for one in done.json["organizations"]] == [2, 3]
    wrong = orgchart("import", "sheets/roster.csv", "--column", "reports_to=老板")
    assert wrong.status == 2
    assert "老板" in wrong.err
    assert "汇报给" in wrong.err
