"""`validate` in a review pipeline: formats, files beside the answer, jobs of GitHub and GitLab."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.builders import without_marks
from tests.cli.terminal import orgchart, process
from tests.faults import FAULTS
from tests.reporters.reports import CODES, PLANTED

if TYPE_CHECKING:
    from pathlib import Path

LOST = "roles: [{title: 甲, reports_to: 无人}]"
CLEAN = "roles: [{title: 甲}]"
FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")
SUMMARY = "1 organization, 1 role: 1 error, 0 warnings, 0 notes"


@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_status_is_the_same_in_every_format(form: str) -> None:
    for given, status in ((LOST, 1), (CLEAN, 0)):
        ran = orgchart("validate", "-", "--format", form, given=given)
        assert (ran.status, ran.err) == (status, "")
        assert ran.out.endswith("\n")


def test_a_folder_of_faults_into_every_format_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for path, text in without_marks(FAULTS).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    outputs = [word for form in FORMATS for word in ("--output", f"{form}:out/{form}")]
    ran = orgchart("validate", "--select", ",".join(CODES), *outputs)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == (tmp_path / "out" / "text").read_text("utf-8")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(FORMATS)
    for form in FORMATS:
        again = orgchart("validate", "--select", ",".join(CODES), "--format", form)
        assert again.out == (tmp_path / "out" / form).read_text("utf-8")
    places = {line.partition(" ")[0].partition(":")[2] for line in PLANTED}
    for form in ("text", "github", "junit", "markdown"):
        told = (tmp_path / "out" / form).read_text("utf-8")
        assert all(f":{place}" in told for place in places)


def test_a_file_is_written_in_the_format_of_its_name(folder: Path) -> None:
    names = ["a.sarif", "b.xml", "c.md", "d.json", "e.txt"]
    ran = orgchart("validate", *(word for name in names for word in ("-o", name)))
    assert ran.status == 0
    assert json.loads((folder / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert ET.parse(folder / "b.xml").getroot().tag == "testsuites"  # noqa: S314 - our own
    assert (folder / "c.md").read_text("utf-8").startswith("### orgchart: ")
    assert json.loads((folder / "d.json").read_text("utf-8"))["summary"]["organizations"] == 2
    assert (folder / "e.txt").read_text("utf-8") == ran.out


@pytest.mark.parametrize(
    ("form", "file", "begins"),
    [
        ("sarif", "report.json", '{\n  "$schema"'),
        ("sarif", "report", '{\n  "$schema"'),
        ("gitlab", "gl-code-quality-report.json", "["),
        ("json", "report.sarif", '{\n  "$schema"'),
        ("github", "report.json", '{\n  "findings"'),
        ("github", "report.txt", "::error"),
        ("markdown", "out/report.dat", "### "),
    ],
)
def test_format_says_what_a_file_gets_whose_name_allows_it(folder: Path, form: str, file: str, begins: str) -> None:
    ran = orgchart("validate", "-", "--format", form, "--output", file, given=LOST)
    assert ran.status == 1
    assert (folder / file).read_text("utf-8").startswith(begins)
    assert ran.out == orgchart("validate", "-", "--format", form, given=LOST).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--output", "report"), "error: --output report: in which format?\nhint: write --output FORMAT:report"),
        (("--output", "sarif:"), "error: --output sarif: names no file\nhint: write --output sarif:FILE"),
        (
            ("--output", "sarif:-"),
            "error: --output sarif:- names no file\nhint: standard output is what --format sarif",
        ),
        (("-o", "a.md", "-o", "json:./a.md"), "error: --output names a.md twice\n"),
        (("-o", "json:org/bank.yaml"), "error: org/bank.yaml is one of the files that are checked\n"),
        (("-o", "json:org/bank.yaml/x"), "error: org/bank.yaml/x: "),
        (("-o", "json:org"), "error: org: "),
        (("--baseline", "org/bank.yaml"), "error: org/bank.yaml is one of the files that are checked\n"),
        (("--baseline", "a.json", "-o", "a.json"), "error: a.json is the baseline and an --output\n"),
    ],
)
def test_a_file_that_makes_no_sense_is_wrong_use(folder: Path, words: tuple[str, ...], said: str) -> None:
    before = (folder / "org" / "bank.yaml").read_bytes()
    ran = orgchart("validate", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(said)
    assert (folder / "org" / "bank.yaml").read_bytes() == before
    assert [file.name for file in folder.iterdir()] == ["org"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_wrong_use(folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o500)
    ran = orgchart("validate", "-o", "locked/a.sarif")
    assert (ran.status, ran.out) == (2, "")
    assert list((folder / "locked").iterdir()) == []


def test_a_link_stays_a_link_and_a_pipe_a_pipe(folder: Path) -> None:
    (folder / "real.sarif").write_text("old", encoding="utf-8")
    (folder / "link.sarif").symlink_to("real.sarif")
    assert orgchart("validate", "-o", "link.sarif").status == 0
    assert (folder / "link.sarif").is_symlink()
    assert json.loads((folder / "real.sarif").read_text("utf-8"))["version"] == "2.1.0"
    ran = process("validate", "--format", "text", "-o", "sarif:/dev/stderr", cwd=folder)
    assert json.loads(ran.err)["version"] == "2.1.0"


def test_quiet_leaves_notes_out_for_people_and_never_out_of_files(folder: Path) -> None:
    notes = {form: orgchart("validate", "--format", form, "--quiet").out.count("ORG402") for form in FORMATS}
    assert {form for form, number in notes.items() if not number} == {"text", "github", "markdown"}
    orgchart("validate", "--quiet", "-o", "a.md")
    assert "ORG402" in (folder / "a.md").read_text("utf-8")


def test_accepted_findings_are_shown_where_asked_for(folder: Path) -> None:
    text = f"{LOST}\nignore: [{{code: ORG303, reason: 尚未任命}}]"
    assert orgchart("validate", "-", given=text).out == (
        "1 organization, 1 role: 0 errors, 0 warnings, 0 notes, 1 ignored with a reason\n"
    )
    assert orgchart("validate", "-", "--show-accepted", given=text).lines[0] == (
        "<stdin>:1:32: ORG303 甲 reports to 无人, which is no role here (ignored: 尚未任命)"
    )
    accepted = orgchart("validate", "-", "--show-accepted", "--format", "json", given=text).json
    assert [(one["code"], one["reason"]) for one in accepted["ignored"]] == [("ORG303", "尚未任命")]
    (result,) = orgchart("validate", "-", "--show-accepted", "--format", "sarif", given=text).json["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "尚未任命"}]
    assert orgchart("validate", "-", "--format", "sarif", given=text).json["runs"][0]["results"] == []


def test_a_github_job_gets_annotations_and_a_summary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = folder / "page.md"
    page.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    ran = orgchart("validate", "-", given=LOST)
    assert (ran.status, ran.err) == (1, "")
    command, _colons, message = ran.lines[0].rpartition("::")
    assert command == (
        "::error title=orgchart ORG303 unknown-superior,file=<stdin>,line=1,endLine=1,col=32,endColumn=34"
    )
    assert message.startswith("<stdin>:1:32: ORG303 甲 reports to 无人, which is no role here%0Ahint: ")
    assert ran.lines[1:] == [SUMMARY]
    assert page.read_text("utf-8").startswith("before\n### orgchart: 1 error\n")
    length = page.stat().st_size
    assert orgchart("validate", "-", "--format", "text", given=LOST).out.startswith("<stdin>:1:32: error[ORG303]")
    assert page.stat().st_size == length


def test_a_summary_that_cannot_be_written_is_said_and_no_more(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "none" / "page.md"))
    ran = orgchart("validate", "-", given=CLEAN)
    assert ran.status == 0
    assert ran.err.startswith("note: GITHUB_STEP_SUMMARY: ")


def test_a_gitlab_job_gets_code_quality_unless_a_file_has_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITLAB_CI", "true")
    ran = orgchart("validate", "-", given=LOST)
    assert ran.status == 1
    assert [one["check_name"] for one in ran.json] == ["ORG303"]
    assert ran.err == f"note: {SUMMARY}; a GitLab job gets its code quality format (--format text is for people)\n"
    assert orgchart("validate", "-", "--quiet", given=LOST).err == ""
    assert orgchart("validate", "-", "--format", "gitlab", given=LOST) == (1, ran.out, "")
    beside = orgchart("validate", "-", "-o", "gitlab:gl-code-quality-report.json", given=LOST)
    assert (beside.lines[-1], beside.err) == (SUMMARY, "")
    assert (folder / "gl-code-quality-report.json").read_text("utf-8") == ran.out


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_files_are_named_from_the_top_of_the_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, f"{folder.parent}/")
    top = f"{folder.name}/org/c.yaml"
    (folder / "org" / "c.yaml").write_text(LOST, encoding="utf-8")
    assert f"file={top}," in orgchart("validate", "--format", "github").out
    assert f'"path": "{top}"' in orgchart("validate", "--format", "gitlab").out
    assert f'"uri": "{top}"' in orgchart("validate", "--format", "sarif").out
    assert f'classname="{top}"' in orgchart("validate", "--format", "junit").out
    assert f"| {top}:1:32 |" in orgchart("validate", "--format", "markdown").out.replace("\\_", "_")
    assert "\norg/c.yaml:1:32: error" in orgchart("validate").out
    monkeypatch.setenv(variable, str(folder / "elsewhere"))
    assert "file=org/c.yaml," in orgchart("validate", "--format", "github").out


def test_a_real_job_by_its_environment(folder: Path) -> None:
    ran = process("validate", "-", cwd=folder, given=LOST, variables={"GITHUB_ACTIONS": "true"})
    assert ran.status == 1
    assert ran.lines[0].startswith("::error title=orgchart ORG303 unknown-superior,")
    ran = process("validate", "-", cwd=folder, given=LOST, variables={"GITLAB_CI": "true"})
    assert [one["severity"] for one in ran.json] == ["major"]
    ran = process("list", cwd=folder, variables={"GITHUB_ACTIONS": "true"})
    assert "bank" in ran.out
