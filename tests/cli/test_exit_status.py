"""The exit status says what happened."""

from __future__ import annotations

import os
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from orgchart.cli import chain, show, validate
from orgchart.cli.app import COMMANDS
from orgchart.cli.guard import ExitStatus
from tests.cli.terminal import environment, orgchart

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = [
    ("who-reports-to", "客户经理"),
    ("chain", "客户经理"),
    ("common-superior", "客户经理", "客户总监"),
    ("coordinates-with", "客户经理"),
    ("span",),
    ("show", "客户经理"),
    ("list",),
    ("export",),
]
question = pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[0])


def test_the_statuses_are_those_that_were_promised() -> None:
    assert [status.value for status in ExitStatus] == [0, 1, 2, 3, 130]


@question
def test_an_answer_is_fine(folder: Path, words: tuple[str, ...]) -> None:
    ran = orgchart(*words)
    assert (ran.status, ran.err) == (ExitStatus.FINE, "")
    assert ran.out


@question
def test_a_missing_path_is_wrong_use(folder: Path, words: tuple[str, ...]) -> None:
    ran = orgchart(*words, "nowhere")
    assert (ran.status, ran.out) == (ExitStatus.WRONG_USE, "")
    assert ran.err == "error: nowhere: no such file or folder\nhint: name a file or a folder with organization files\n"


def test_validate_of_a_missing_path_is_wrong_use(folder: Path) -> None:
    assert orgchart("validate", "nowhere").status == ExitStatus.WRONG_USE
    assert orgchart("validate", "org", "nowhere").status == ExitStatus.WRONG_USE


@pytest.mark.parametrize("command", ["validate", "list"])
def test_a_folder_without_organization_files_is_wrong_use(folder: Path, command: str) -> None:
    (folder / "empty").mkdir()
    (folder / "empty" / "notes.txt").touch()
    ran = orgchart(command, "empty")
    assert (ran.status, ran.out) == (ExitStatus.WRONG_USE, "")
    assert "the folder holds no organization file" in ran.err


def test_without_a_path_and_without_the_usual_folder_it_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = orgchart("list")
    assert ran.status == ExitStatus.WRONG_USE
    assert "run where org/ is" in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_file_that_may_not_be_opened_is_wrong_use(folder: Path) -> None:
    (folder / "org" / "bank.yaml").chmod(0)
    assert orgchart("validate").status == ExitStatus.WRONG_USE


def test_findings_that_are_errors_fail_validate(folder: Path) -> None:
    (folder / "org" / "c.yaml").write_text("roles: [{title: 甲, reports_to: 无人}]", encoding="utf-8")
    assert orgchart("validate").status == ExitStatus.FOUND
    assert orgchart("validate", "--severity", "ORG303=warning").status == ExitStatus.FINE


def test_validate_finds_a_broken_file(with_broken_file: Path) -> None:
    ran = orgchart("validate")
    assert (ran.status, ran.err) == (ExitStatus.FOUND, "")
    assert "org/broken.yaml:3:1: error[ORG101]" in ran.out


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"\xff\xfe\x00", b"a: 1\na: 2\n", "客户".encode("gb18030")])
def test_validate_finds_what_cannot_be_read_and_a_query_about_it_is_wrong_use(folder: Path, content: bytes) -> None:
    (folder / "b.yaml").write_bytes(content)
    assert orgchart("validate", "b.yaml").status == ExitStatus.FOUND


@question
def test_a_query_answers_from_the_rest_and_says_what_is_broken(with_broken_file: Path, words: tuple[str, ...]) -> None:
    ran = orgchart(*words)
    assert ran.status == ExitStatus.FINE
    assert ran.err.startswith("note: org/broken.yaml:3:1: ")
    assert ran.err.endswith("; the answer is from the other files\n")
    (with_broken_file / "org" / "broken.yaml").unlink()
    assert ran.out == orgchart(*words).out


@question
def test_a_query_is_wrong_use_where_nothing_could_be_read(with_broken_file: Path, words: tuple[str, ...]) -> None:
    ran = orgchart(*words, "org/broken.yaml")
    assert (ran.status, ran.out) == (ExitStatus.WRONG_USE, "")
    assert ran.err.startswith("error: org/broken.yaml:3:1: ")


def test_each_unreadable_file_is_named_where_nothing_could_be_read(folder: Path) -> None:
    (folder / "a.yaml").touch()
    (folder / "b.yaml").touch()
    ran = orgchart("list", "a.yaml", "b.yaml")
    assert ran.status == ExitStatus.WRONG_USE
    assert [line.split(":")[:2] for line in ran.err.splitlines()[:2]] == [["note", " b.yaml"], ["error", " a.yaml"]]


@pytest.mark.usefixtures("folder")
def test_nobody_of_that_name_is_found() -> None:
    assert orgchart("chain", "无人").status == ExitStatus.FOUND
    assert orgchart("chain", "客").status == ExitStatus.FOUND


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "words",
    [
        ("chain",),
        ("chain", "客户经理", "--fromat", "json"),
        ("chain", "客户经理", "--format", "xml"),
        ("chain", "客户经理", "--color", "sometimes"),
        ("who-reports-to", "客户经理", "--depth", "0"),
        ("validate", "--select", "ORG999"),
        ("validate", "--severity", "ORG301=grave"),
        ("validate", "--max-span", "many"),
        ("export", "--to", "nothing"),
        ("export", "--to", "mermaid"),
        ("render", "-o", "a.pdf"),
        ("frobnicate",),
        ("--wrong",),
    ],
    ids=" ".join,
)
def test_wrong_words_are_wrong_use(words: tuple[str, ...]) -> None:
    ran = orgchart(*words)
    assert (ran.status, ran.out) == (ExitStatus.WRONG_USE, "")
    assert "rror: " in ran.err


def test_an_unknown_command_gets_the_nearest_one() -> None:
    ran = orgchart("validat")
    assert ran.status == ExitStatus.WRONG_USE
    assert "Did you mean 'validate'?" in ran.err


def test_no_command_shows_the_help_as_wrong_use() -> None:
    ran = orgchart()
    assert ran.status == ExitStatus.WRONG_USE
    assert "who-reports-to" in ran.out + ran.err


def break_down(*_arguments: Any, **_options: Any) -> None:
    raise ZeroDivisionError("\x1b[31mno")


@pytest.mark.usefixtures("folder")
def test_a_fault_of_ours_is_told_with_lines_to_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "chain_of_command", break_down)
    ran = orgchart("chain", "客户经理")
    assert (ran.status, ran.out) == (ExitStatus.OUR_FAULT, "")
    first, second, *others = ran.err.splitlines()
    assert first == "error: orgchart failed, and that is a fault of ours: ZeroDivisionError: \ufffd[31mno"
    assert second == "Please report it with these lines:"
    assert others[0].startswith("  orgchart 0.")
    assert any(line.startswith("  orgchart/cli/chain.py:") for line in others)
    assert "Traceback" not in ran.err


@pytest.mark.usefixtures("folder")
def test_an_interruption_is_told_by_the_status_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(validate, "check", interrupted)
    assert orgchart("validate") == (ExitStatus.INTERRUPTED, "", "")


def test_a_process_that_is_interrupted_ends_quietly() -> None:
    program = """
        import os, signal, sys, time
        from orgchart.cli import main, states
        states.load = lambda *paths: (os.kill(os.getpid(), signal.SIGINT), time.sleep(60))
        sys.argv = ["orgchart", "validate"]
        main()
    """
    ran = subprocess.run([sys.executable, "-c", dedent(program)], env=environment(), capture_output=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (ExitStatus.INTERRUPTED, b"", b"")


@pytest.mark.usefixtures("folder")
def test_failures_in_json_are_one_document_too(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = orgchart("list", "nowhere", "--format", "json")
    assert missing.status == ExitStatus.WRONG_USE
    assert missing.json["error"]["message"] == "nowhere: no such file or folder"
    nobody = orgchart("chain", "无人", "--format", "json")
    assert nobody.status == ExitStatus.FOUND
    assert (nobody.json["answers"], nobody.json["candidates"]) == ([], [])
    monkeypatch.setattr(show, "piece", break_down)
    fault = orgchart("show", "客户经理", "--format", "json")
    assert fault.status == ExitStatus.OUR_FAULT
    assert fault.json["error"]["message"].startswith("ZeroDivisionError: ")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_for_itself_and_all_its_options(command: str) -> None:
    ran = orgchart(command, "--help")
    assert (ran.status, ran.err) == (ExitStatus.FINE, "")
    assert ran.lines[0].startswith(f"Usage: orgchart {command} [OPTIONS]")
    assert "  Examples:\n    orgchart " in ran.out
    assert all(len(line) <= 80 for line in ran.lines)
    options = [line for line in ran.lines if line.startswith(("  -", "      --"))]
    assert len(options) >= 3
    for line in options:
        assert "  " in line.strip(), line  # a gap, and then what the option does


def test_the_list_of_commands_has_a_whole_sentence_for_each() -> None:
    listed = orgchart("--help").out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed if line] == list(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed if line)


def test_the_version_is_told() -> None:
    ran = orgchart("--version")
    assert ran.status == ExitStatus.FINE
    assert ran.out.startswith("orgchart 0.")
