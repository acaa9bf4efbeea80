"""What bad input gets: one clear finding with its place, and never an exception."""

from __future__ import annotations

import codecs
import json
import os
import sys
import time
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest

import orgchart.loading
from orgchart.errors import InputError
from orgchart.loading import load
from tests.builders import expect, found, in_memory, workspace

if TYPE_CHECKING:
    from pathlib import Path

    from orgchart.findings import Finding

TEXT = "roles:\n- title: 客户服务部经理\n  purpose: 负责客户服务部的日常工作，处理投诉\n"
BIG5 = "roles:\n- title: 客戶服務部經理\n  purpose: 負責客戶服務部的日常工作，處理投訴\n"


def only(folder: Path, name: str, data: bytes) -> Finding:
    """The one finding of a folder with one file."""
    (finding,) = workspace(folder, {name: data}).findings
    return finding


def at(finding: Finding) -> tuple[str, int, int]:
    return finding.rule.code, finding.place.line, finding.place.column


BROKEN_YAML = [
    "roles:\n  - title: 甲\n‹ORG101›\treports_to: 乙\n",
    'roles:\n  - title: ‹ORG101›"甲\n  - title: 乙\n',
    "roles:\n  - title: ‹ORG101›'甲\n",
    "roles:\n  - {title: 甲, title: 乙}\n".replace(" title: 乙", " ‹ORG101›title: 乙"),
    "roles:\n  - title: 甲\n    'title': 乙\n".replace("'title'", "‹ORG101›'title'"),
    "name: a\nroles: []\n‹ORG101›name: b\n",
    "name: a\n‹ORG101›---\nname: b\n",
    "name: a\n...\n‹ORG101›---\n",
    "name: ‹ORG101›!!str a\n",
    "roles: ‹ORG101›!roles []\n",
    "‹ORG101›!!map {name: a}\n",
    "name: ‹ORG101›!!python/object/apply:os.system [true]\n",
    "name: ‹ORG101›*nobody\n",
    "roles: &all [‹ORG101›*all]\n",
    "x-a: &a {b: &b {c: ‹ORG101›*a}}\n",
    "? ‹ORG101›[a, b]\n: c\n",
    "? ‹ORG101›{a: b}\n: c\n",
    "name: ‹ORG101›@a\n",
    "name: ‹ORG101›%a\n",
    "name: a ‹ORG101›\x07 b\n",
    "name: ‹ORG101›**重要**\n",
    'name: "a‹ORG101›\\d"\n',
    'name: "a\\u‹ORG101›D800"\n',
    "name: a ‹ORG101›- b\n".replace("a ‹ORG101›- b", "‹ORG101›- b"),
    "{name: a}‹ORG101›, b\n",
    "name: a‹ORG101›\x00\n",
    "name: ‹ORG101›\ufffe\n",
    "name: 公司: 总部\n".replace(": 总部", "‹ORG101›: 总部"),
    "",
    "‹ORG101›# only a comment\n\n# and another\n",
    "‹ORG101›---\n",
    "‹ORG101›   \n\n",
    "‹ORG101›~",
]
BROKEN_JSON = [
    '{"name": "a"‹ORG101›',
    '{"name": ‹ORG101›"a}',
    '{"name": "a", ‹ORG101›}',
    '{"roles": [1, 2‹ORG101›}',
    '{"name" ‹ORG101›"a"}',
    '{‹ORG101›name: "a"}',
    '{"name": "a", ‹ORG101›"name": "b"}',
    '{"name": "a", ‹ORG101›"n\\u0061me": "b"}',
    '{"name": "a"} ‹ORG101›{"name": "b"}',
    "{\"name\": ‹ORG101›'a'}",
    '{"name": ‹ORG101›007}',
    '{"name": ‹ORG101›NaN}',
    '{"name": ‹ORG101›truely}',
    '{"name": ‹ORG101›"\\x41"}',
    '{"name": ‹ORG101›"\\ud83d"}',
    '{"name": ‹ORG101›"\\ude00\\ud83d"}',
    '{‹ORG101›"\\ud800": 1}',
    '{"name": ‹ORG101›"a\nb"}',
    '{"name": "a\\n\\"‹ORG101›\tb"}',
    '{"name": "a‹ORG101›\x00b"}',
    '{"name": "a"} ‹ORG101›// comment',
    "‹ORG101›",
    "‹ORG101› \n\t ",
    "‹ORG101›null",
    "‹ORG101›]",
    "[‹ORG101›,]".replace("‹ORG101›", "‹ORG101›"),
    "\x00".replace("\x00", "‹ORG101›\x00"),
]


@pytest.mark.parametrize("text", [text for text in BROKEN_YAML if text])
def test_a_broken_yaml_is_found_at_the_first_place_where_it_breaks(text: str) -> None:
    expect(text)


@pytest.mark.parametrize("text", BROKEN_JSON)
def test_a_broken_json_is_found_at_the_first_place_where_it_breaks(text: str) -> None:
    expect({"a.json": text})


@pytest.mark.parametrize("path", ["a.yaml", "a.yml", "a.json"])
def test_an_empty_file_holds_no_organization(path: str) -> None:
    (finding,) = found({path: ""})
    assert at(finding) == ("ORG101", 1, 1)
    assert finding.hint


@pytest.mark.parametrize("text", [*BROKEN_YAML, *BROKEN_JSON])
def test_what_breaks_is_told_in_words_without_the_parsers_jargon(text: str) -> None:
    for path in ("a.yaml", "a.json"):
        for finding in in_memory({path: text.replace("‹ORG101›", "")}).findings:
            assert finding.message
            assert finding.hint
            assert "while " not in finding.message
            assert "token" not in finding.message


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (TEXT.encode("gb18030"), "GB18030"),
        (BIG5.encode("big5"), "Big5"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("utf-32-le"), "UTF-32"),
        (TEXT.encode("utf-32-be"), "UTF-32"),
        (b"PK\x03\x04 and so on", "zip"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
        (bytes(range(256)), "binary"),
        (b"name: caf\xe9\n", "not UTF-8"),
        (codecs.BOM_UTF16_LE + "roles: 甲".encode("utf-16-le") + b"\x00", "UTF-16"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "UTF-16"),
    ],
)
def test_what_cannot_be_decoded_is_named(tmp_path: Path, data: bytes, named: str) -> None:
    finding = only(tmp_path, "a.yaml", data)
    assert finding.rule.code == "ORG101"
    assert named in finding.message
    assert finding.hint


def test_the_first_byte_that_is_no_character_is_the_place(tmp_path: Path) -> None:
    assert at(only(tmp_path, "a.yaml", "name: 甲\n甲".encode() + b"\xff\xfe\n")) == ("ORG101", 2, 2)
    assert at(only(tmp_path, "a.yaml", b"a: \xb9")) == ("ORG101", 1, 4)


@pytest.mark.parametrize("noise", [b"\x00", b"\x00\x01\x02\x03", b"\x7f" * 9, b"\x1b[31m", b"\xef\xbf\xbe"])
def test_control_characters_are_found_too(tmp_path: Path, noise: bytes) -> None:
    for name in ("a.yaml", "a.json"):
        assert [finding.rule.code for finding in workspace(tmp_path / name, {name: noise}).findings] == ["ORG101"]


@pytest.mark.parametrize("escape", ['"\\u0007\\0"', '"\\x1b[31m"'])
def test_control_characters_in_escapes_are_text(escape: str) -> None:
    assert in_memory(f"roles: [{{title: {escape}}}]").findings == ()


def nested(depth: int, path: str) -> str:
    """A text whose deepest value stands at this depth."""
    lists = depth - 1
    name = "x-a" if path == "a.yaml" else '"x-a"'
    return f"{{{name}: {'[' * lists}{']' * lists}}}"


@pytest.mark.parametrize("path", ["a.yaml", "a.json"])
def test_64_levels_are_read_and_65_are_not(path: str) -> None:
    assert in_memory({path: nested(64, path)}).findings == ()
    assert [finding.rule.code for finding in in_memory({path: nested(65, path)}).findings] == ["ORG101"]
    assert [finding.rule.code for finding in in_memory({path: nested(50_000, path)}).findings] == ["ORG101"]


def test_deep_indentation_is_refused_too() -> None:
    text = "".join(f"{' ' * level}x-a:\n" for level in range(2000))
    (finding,) = in_memory(text).findings
    assert (finding.rule.code, finding.place.line) == ("ORG101", 65)


@pytest.mark.parametrize("path", ["a.yaml", "a.json"])
def test_more_than_a_million_values_are_refused(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orgchart.readers.yaml_text.MAX_NODES", 1000)
    monkeypatch.setattr("orgchart.readers.json_text.MAX_NODES", 1000)
    key = "x-a" if path == "a.yaml" else '"x-a"'
    assert in_memory({path: f"{{{key}: [{', '.join(['1'] * 998)}]}}"}).findings == ()
    (finding,) = in_memory({path: f"{{{key}: [{', '.join(['1'] * 999)}]}}"}).findings
    assert finding.rule.code == "ORG101"


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 30)]
    begun = time.perf_counter()
    (finding,) = in_memory("\n".join(lines)).findings
    assert finding.rule.code == "ORG101"
    assert "aliases" in finding.hint
    assert time.perf_counter() - begun < 5


def test_a_bomb_of_wide_aliases_counts_what_it_stands_for() -> None:
    wide = "a: &a [" + "x," * 1001 + "]\nb: [" + "*a," * 1000 + "]"
    assert [finding.rule.code for finding in in_memory(wide).findings] == ["ORG101"]


def test_a_value_may_be_repeated_by_an_alias() -> None:
    (one,) = in_memory("x-s: &s [甲]\nroles: [{title: 乙, reports_to: *s}, {title: 丙, reports_to: *s}]").organizations
    assert [role.reports_to for role in one.roles] == [("甲",), ("甲",)]


def test_many_anchors_are_read_in_a_time_that_grows_with_their_number() -> None:
    text = "x-a:\n" + "".join(f"- &a{number} {{b: 1}}\n" for number in range(30_000))
    begun = time.perf_counter()
    assert in_memory(text).findings == ()
    assert time.perf_counter() - begun < 10, "each anchor was compared with each list"


def test_a_file_that_is_too_large_is_not_even_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orgchart.loading, "MAX_BYTES", 1000)
    found_here = workspace(tmp_path, {"a.yaml": b"#" * 1001, "b.yaml": b"#" * 992 + b"\nname: b"})
    assert [(finding.rule.code, finding.place.path[-6:]) for finding in found_here.findings] == [("ORG101", "a.yaml")]
    assert "64 MB" in found_here.findings[0].message


def test_a_sparse_file_of_200_mb_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (finding,) = load(tmp_path).findings
    assert "64 MB" in finding.message


LONG_LINES = ["a " * 500_000, "[" * 500_000, "- " * 200_000, '"' + "\\" * 500_001, "a: [" + "1," * 300_000]


@pytest.mark.parametrize("path", ["a.yaml", "a.json"])
@pytest.mark.parametrize("text", LONG_LINES, ids=lambda text: text[:6])
def test_one_very_long_line_is_refused_in_short_time(text: str, path: str) -> None:
    begun = time.perf_counter()
    (finding,) = in_memory({path: text}).findings
    assert finding.rule.code in {"ORG101", "ORG103"}
    assert time.perf_counter() - begun < 10


def test_many_unknown_keys_are_found_in_short_time() -> None:
    begun = time.perf_counter()
    keys = "".join(f"    report_t{number}: 甲\n" for number in range(5000))
    assert len(in_memory(f"roles:\n  - title: 甲\n{keys}").findings) == 5000
    assert time.perf_counter() - begun < 10


def test_a_missing_path_is_no_finding_but_an_error_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as error:
        load(tmp_path / "nowhere.yaml")
    assert error.value.hint


def test_a_folder_without_organization_files_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("hello")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "a.yaml").write_text("name: a")
    with pytest.raises(InputError, match="no organization file") as error:
        load(tmp_path)
    assert "yaml" in error.value.hint


def test_a_folder_is_searched_at_any_depth_and_in_order(tmp_path: Path) -> None:
    files = dict.fromkeys(["b.yaml", "a/c.yml", "a/b/d.json", "a.yaml"], b'{"name": "x"}')
    assert [one.id for one in workspace(tmp_path, files).organizations] == ["d", "c", "a", "b"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("name: a")
    (tmp_path / "link.yaml").symlink_to(file)
    assert len(load(file, tmp_path, file).organizations) == 1


def test_a_file_of_any_name_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("roles: [{title: 甲}]")
    assert load(tmp_path / "a.txt").organizations[0].id == "a"


def test_a_broken_file_takes_nothing_else_with_it(tmp_path: Path) -> None:
    both = workspace(tmp_path, {"a.yaml": b"\x00", "b.yaml": "roles: [{title: 甲}]"})
    assert [one.id for one in both.organizations] == ["b"]
    assert both.unread == (str(tmp_path / "a.yaml"),)


@pytest.mark.parametrize(
    "text", ["roles: [{title: 甲}]", ' {"roles": [{"title": "\\ud83d\\ude00"}]}', "{roles: [{title: 甲}]}"]
)
def test_standard_input_may_be_yaml_or_json(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text.encode())))
    read = load("-")
    assert read.findings == ()
    assert [one.id for one in read.organizations] == ["stdin"]


HOSTILE = [
    "<b>&amp;",
    "\"'`",
    "a\x07\x1b[0m\x00",
    "长" * 500,
    "👩\u200d👩\u200d👧🇨🇳",
    "\u202eعربي",
    "%s {0} {{x}} $(y)",
    "\\n",
    "#",
    "- a",
    "\ufeff",
    "\ufffe",
]


def test_hostile_titles_in_json_are_text() -> None:
    (one,) = in_memory({"a.json": json.dumps({"roles": [{"title": title} for title in HOSTILE]})}).organizations
    assert [role.title for role in one.roles] == HOSTILE


def test_hostile_titles_in_yaml_are_text() -> None:
    escaped = ("".join(f"\\U{ord(letter):08x}" for letter in title) for title in HOSTILE)
    (one,) = in_memory("roles:\n" + "".join(f'- {{title: "{title}"}}\n' for title in escaped)).organizations
    assert [role.title for role in one.roles] == HOSTILE


def test_a_file_of_a_folder_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("roles: [{title: 甲}]", encoding="utf-8")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / "C.YAML").write_text("roles: [{title: 丙}]", encoding="utf-8")
    os.mkfifo(tmp_path / "d.yaml")
    read = load(tmp_path)
    assert sorted(str(org.id) for org in read.organizations) == ["C", "a"]
    assert [finding.rule.code for finding in read.findings] == ["ORG101"]
    assert "cannot be opened" in read.findings[0].message
