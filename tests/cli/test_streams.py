"""What goes where: answers to standard output, the rest to standard error, both in any surroundings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from orgchart.cli import app
from tests.cli.conftest import BANK
from tests.cli.terminal import environment, orgchart, process

TREE = "客户总监  客户部\n├── 客户经理  客户部\n└── 审计员  总行  (dotted line)\n"
RED_ALERT = "roles: [{title: 甲, reports_to: 无人}]"


@pytest.mark.usefixtures("with_broken_file")
def test_quiet_says_nothing_beside_the_answer() -> None:
    assert orgchart("chain", "店长", "--quiet").err == ""
    assert orgchart("chain", "店长").err.startswith("note: ")


@pytest.mark.usefixtures("with_broken_file")
@pytest.mark.parametrize(
    "words",
    [
        ("validate",),
        ("who-reports-to", "客户经理"),
        ("chain", "客户"),
        ("chain", "无人"),
        ("common-superior", "客户经理", "客户总监"),
        ("coordinates-with", "客户部"),
        ("span",),
        ("show", "客户经理"),
        ("list",),
        ("list", "nowhere"),
        ("rules",),
        ("rule", "ORG301"),
        ("rule", "ORG999"),
    ],
    ids=" ".join,
)
def test_json_is_one_document_and_nothing_else(words: tuple[str, ...]) -> None:
    ran = orgchart(*words, "--format", "json")
    assert isinstance(ran.json, dict)
    assert ran.out.startswith("{\n")
    assert ran.out.endswith("}\n")


def test_findings_beside_the_answer_are_counted() -> None:
    one = orgchart("list", "-", given="roles: [{title: 甲, heads: 1}]")
    assert one.err == "note: the files have 1 finding: orgchart validate shows more\n"
    two = orgchart("list", "-", given="roles: [{title: 甲, heads: 1, bosses: 2}]")
    assert two.err == "note: the files have 2 findings: orgchart validate shows more\n"


@pytest.mark.parametrize("given", ["id: a\nroles: [{title: 甲}]", '{"id": "a", "roles": [{"title": "甲"}]}'])
def test_standard_input_may_be_yaml_or_json(given: str) -> None:
    assert orgchart("list", "-", given=given).out == "a  a  <stdin>\nroles\n  甲\n"
    assert process("list", "-", given=given).out == "a  a  <stdin>\nroles\n  甲\n"


def test_standard_input_and_files_go_together(folder: Path) -> None:
    organizations = orgchart("list", "-", "org", "--format", "json", given="id: a\nroles: [{title: 甲}]").json
    assert [org["id"] for org in organizations["organizations"]] == ["a", "bank", "shop"]


def test_colour_only_where_it_is_wanted(folder: Path) -> None:
    plain = process("validate", "-", given=RED_ALERT).out
    assert "\x1b" not in plain
    painted = process("validate", "-", "--color", "always", given=RED_ALERT).out
    assert "\x1b[1;31merror[ORG303]\x1b[0m" in painted
    assert process("validate", "-", "--color", "always", given=RED_ALERT, variables={"NO_COLOR": "1"}).out == painted
    for words in (("span",), ("list",), ("rules",), ("rule", "ORG301"), ("chain", "客户经理")):
        assert "\x1b[" in process(*words, "--color", "always", cwd=folder).out
        assert "\x1b" not in process(*words, "--color", "never", cwd=folder).out


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
def test_a_pipe_carries_utf_8_whatever_the_surroundings(variables: dict[str, str]) -> None:
    ran = process("who-reports-to", "客户总监", "-", given=dedent(BANK), variables=variables)
    assert (ran.status, ran.out, ran.err) == (0, TREE, "")
    ran = process("who-reports-to", "无此人", "-", given=dedent(BANK), variables=variables)
    assert ran.err.startswith("error: there is no role 无此人 in bank\n")


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "roles:\n" + "".join(f"  - {{title: 职位{number}, reports_to: 无人}}\n" for number in range(3000)), "utf-8"
    )
    for words in (["list"], ["validate"], ["validate", "--format", "json"], ["export"]):
        with subprocess.Popen(
            [sys.executable, "-m", "orgchart", *words, "a.yaml"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        ) as running:
            assert running.stdout
            assert running.stderr
            running.stdout.close()
            assert running.stderr.read() == b""
            assert running.wait(60) in {0, 1}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("words", [("list",), ("validate",), ("export",)], ids=" ".join)
def test_a_full_disk_is_said_and_no_fault_of_ours(folder: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "orgchart", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr.decode().startswith("error: standard output: No space left on device\n")


def test_closed_streams_lead_nowhere(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    app._open_streams()
    opened = (sys.stdin, sys.stdout, sys.stderr)
    try:
        assert {stream.name for stream in opened} == {os.devnull}
    finally:
        for stream in opened:
            stream.close()


def test_the_module_runs_as_a_program(folder: Path) -> None:
    ran = process("chain", "客户经理", "--organization", "shop", cwd=folder)
    assert ran == (0, "客户经理\n  ↑ 店长\n", "")


def test_a_very_long_table_is_a_row_a_line() -> None:
    lower = ", ".join(
        f"{{title: 乙{number}, reports_to: {f'乙{number - 1}' if number else '甲'}}}" for number in range(1200)
    )
    lines = orgchart("span", "-", given=f"roles: [{{title: 甲}}, {lower}]").lines
    assert lines[1:3] == ["superior\tlayer\tdirect\ttotal", "甲\t1\t1\t1200"]
