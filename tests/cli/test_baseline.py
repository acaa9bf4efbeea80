"""`validate --baseline`: only new findings fail."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path

LOST = "id: c\nroles:\n  - {title: 甲, reports_to: 无人}\n"
ARGUMENTS = ("validate", "org/c.yaml", "--baseline", "known.json")


@pytest.fixture
def lost(folder: Path) -> Path:
    """A folder in which an organization has an error that everybody knows."""
    (folder / "org" / "c.yaml").write_text(LOST, encoding="utf-8")
    assert orgchart(*ARGUMENTS, "--update-baseline").status == 0
    return folder


def test_what_was_there_before_does_not_fail(lost: Path) -> None:
    assert orgchart("validate", "org/c.yaml").status == 1
    assert orgchart(*ARGUMENTS) == (
        0,
        "1 organization, 1 role: 0 errors, 0 warnings, 0 notes, 1 known from the baseline\n",
        "",
    )
    summary = orgchart(*ARGUMENTS, "--format", "json").json["summary"]
    assert (summary["errors"], summary["known"]) == (0, 1)
    assert "known" not in orgchart("validate", "org/c.yaml", "--format", "json").json["summary"]


def test_what_is_new_fails_alone(lost: Path) -> None:
    (lost / "org" / "c.yaml").write_text(f"# new\n{LOST}  - {{title: 乙, reports_to: 没人}}\n", encoding="utf-8")
    ran = orgchart(*ARGUMENTS)
    assert ran.status == 1
    assert ran.lines[0] == "org/c.yaml:5:28: error[ORG303] 乙 reports to 没人, which is no role here"
    assert ran.lines[-1].endswith(": 1 error, 0 warnings, 0 notes, 1 known from the baseline")
    known = orgchart(*ARGUMENTS, "--show-accepted").lines[-3]
    assert known == "org/c.yaml:4:28: ORG303 甲 reports to 无人, which is no role here (known from the baseline)"


def test_what_was_mended_is_told_at_its_entry(lost: Path) -> None:
    (lost / "org" / "c.yaml").write_text("id: c\nroles: [{title: 甲}]\n", encoding="utf-8")
    ran = orgchart(*ARGUMENTS)
    assert ran.status == 0
    assert ran.lines[0].startswith("known.json:4:")
    assert ": warning[ORG105] no ORG303 is found for 甲: nothing needs this entry of the baseline" in ran.lines[0]
    assert ran.lines[2].strip(" |") == "^" * 36
    ran = orgchart(*ARGUMENTS, "--update-baseline")
    assert (ran.status, ran.err) == (0, "note: known.json now knows 0 findings\n")
    assert orgchart(*ARGUMENTS).lines == ["1 organization, 1 role: 0 errors, 0 warnings, 0 notes"]


def test_an_update_says_what_it_did_and_is_the_same_each_time(lost: Path) -> None:
    first = (lost / "known.json").read_bytes()
    ran = orgchart(*ARGUMENTS, "--update-baseline")
    assert ran.err == "note: known.json now knows 1 finding\n"
    assert (lost / "known.json").read_bytes() == first
    assert first.count(b"\n") == 6


def test_the_settings_can_name_the_baseline(lost: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (lost / "orgchart.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert orgchart("validate", "org/c.yaml").status == 0
    monkeypatch.chdir(lost / "org")
    assert orgchart("validate", "c.yaml").status == 0
    assert orgchart("validate", "c.yaml", "--update-baseline").err == "note: ../known.json now knows 1 finding\n"
    assert orgchart("validate", "c.yaml", "--baseline", "none.json").status == 2


def test_a_picture_marks_only_what_is_new(lost: Path) -> None:
    told = orgchart("render", "org/c.yaml", "-o", "c.svg").err
    assert "validate has 1 finding" in told
    (lost / "orgchart.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    assert "validate has" not in orgchart("render", "org/c.yaml", "-o", "c.svg").err


def test_fingerprints_in_reports_are_those_of_the_baseline(lost: Path) -> None:
    (entry,) = orgchart("validate", "org/c.yaml", "--format", "gitlab").json
    assert entry["fingerprint"] in (lost / "known.json").read_text("utf-8")
    (result,) = orgchart("validate", "org/c.yaml", "--format", "sarif").json["runs"][0]["results"]
    assert result["partialFingerprints"]["orgchart/v1"] == entry["fingerprint"]
    assert orgchart(*ARGUMENTS, "--format", "sarif").json["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("text", "said", "can_be_updated"),
    [
        (
            '{"version": 7, "findings": []}',
            "known.json:1:13: this baseline is of version 7, and only version 1 can be read",
            True,
        ),
        (
            '{"version": 1, "findings": [',
            "known.json:1:29: this is no baseline: the text ends, and a value is missing",
            False,
        ),
        ('{"name": 1}', "known.json:1:1: this baseline is of no version, and only version 1 can be read", False),
        ('{"version": 1}', "known.json:1:1: a baseline needs a list of findings", False),
        ("", "known.json:1:1: this is no baseline", True),
    ],
)
def test_a_baseline_that_cannot_be_used_is_wrong_use(lost: Path, text: str, said: str, can_be_updated: bool) -> None:
    (lost / "known.json").write_text(text, encoding="utf-8")
    ran = orgchart(*ARGUMENTS)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}\n")
    assert ran.err.endswith("write it again with --update-baseline\n")
    assert ("or remove it" in ran.err) is not can_be_updated
    assert orgchart(*ARGUMENTS, "--update-baseline").status == (0 if can_be_updated else 2)
    (lost / "known.json").write_text(text, encoding="utf-8")
    assert orgchart(*ARGUMENTS, "--format", "json").json["error"]["problems"][0]["path"] == "known.json"


@pytest.mark.parametrize("text", ['{"version": 7, "findings": []}', ""])
def test_a_baseline_of_another_version_is_written_anew(lost: Path, text: str) -> None:
    (lost / "known.json").write_text(text, encoding="utf-8")
    assert orgchart(*ARGUMENTS, "--update-baseline").status == 0
    assert orgchart(*ARGUMENTS).status == 0


@pytest.mark.parametrize("data", [b'{"name": "x", "version": "1"}', b"notes\n", b"\xff\xd8\xff picture", b"\x80\x81"])
def test_a_file_that_is_no_baseline_is_never_written_over(lost: Path, data: bytes) -> None:
    (lost / "known.json").write_bytes(data)
    ran = orgchart(*ARGUMENTS, "--update-baseline")
    assert (ran.status, ran.out) == (2, "")
    assert "is no baseline" in ran.err
    assert (lost / "known.json").read_bytes() == data


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--baseline", "none.json"), "none.json: there is no such baseline\nhint: write it with --update-baseline"),
        (("--baseline", "org"), "org: Is a directory\nhint: check the path of the baseline"),
        (("--update-baseline",), "--update-baseline: which file?\nhint: name it with --baseline FILE"),
        (("--baseline", "org/c.yaml", "--update-baseline"), "org/c.yaml is one of the files that are checked"),
        (("--baseline", "org/c.yaml/x", "--update-baseline"), "org/c.yaml/x: "),
    ],
)
def test_a_file_that_makes_no_sense_is_wrong_use(lost: Path, words: tuple[str, ...], said: str) -> None:
    ran = orgchart("validate", "org/c.yaml", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {said}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_wrong_use(lost: Path) -> None:
    (lost / "locked").mkdir(mode=0o500)
    ran = orgchart("validate", "org/c.yaml", "--baseline", "locked/known.json", "--update-baseline")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "error: locked/known.json: Permission denied\nhint: choose another place with --baseline\n"
    assert list((lost / "locked").iterdir()) == []
