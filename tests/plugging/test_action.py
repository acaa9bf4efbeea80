"""The GitHub action and the example for GitLab, step by step as their runners run them."""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.plugging.platforms import GOOD, bash, filled, git, repository

if TYPE_CHECKING:
    import subprocess

ROOT = Path(__file__).parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The runner's folder for temporary things, after the step that installs."""
    folder = tmp_path_factory.mktemp("runner")
    install = ACTION["runs"]["steps"][0]
    done = bash(
        install["run"],
        folder,
        {"PYTHON": sys.executable, "RUNNER_TEMP": str(folder), "GITHUB_ACTION_PATH": str(ROOT)},
    )
    if done.returncode and "No matching distribution" in done.stderr + done.stdout:
        pytest.skip("nothing can be installed here: no package index answers")
    assert done.returncode == 0, done.stderr
    return folder


def steps(runner: Path, workspace: Path, **inputs: str) -> list[tuple[str, subprocess.CompletedProcess[str]]]:
    """All steps of the action in order, with these inputs; a step that fails ends the action."""
    values = {f"inputs.{name}": str(about.get("default", "")) for name, about in ACTION["inputs"].items()}
    values |= {f"inputs.{name}": value for name, value in inputs.items()}
    surroundings = {
        "RUNNER_TEMP": str(runner),
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(workspace),
        "GITHUB_STEP_SUMMARY": str(workspace.parent / "summary.md"),
    }
    ran = []
    for step in ACTION["runs"]["steps"][1:]:
        if "if" in step and not values["inputs.base"]:
            continue
        variables = {name: filled(value, values) for name, value in step.get("env", {}).items()}
        ran.append((step["name"], bash(step["run"], workspace, {**surroundings, **variables})))
        if ran[-1][1].returncode:
            break
    return ran


def test_a_change_that_breaks_something_is_told_and_marked_and_fails(runner: Path, tmp_path: Path) -> None:
    base = repository(tmp_path / "a")
    ran = steps(runner, tmp_path / "a", base=base, sarif="found.sarif")
    assert [(name, done.returncode) for name, done in ran] == [("what changes", 0), ("is it sound", 1)], ran
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "店员" in summary
    marks = [line for line in ran[-1][1].stdout.splitlines() if line.startswith("::error ")]
    assert len(marks) == 1
    assert "file=org/shop.yaml,line=6," in marks[0]
    assert "ORG303" in marks[0]
    sarif = json.loads((tmp_path / "a" / "found.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["ORG303"]


def test_a_sound_change_passes_and_a_push_without_a_base_is_only_checked(runner: Path, tmp_path: Path) -> None:
    base = repository(tmp_path / "a", GOOD.replace("店员", "导购"))
    assert [done.returncode for _name, done in steps(runner, tmp_path / "a", base=base)] == [0, 0]
    assert [name for name, _done in steps(runner, tmp_path / "a", base="")] == ["is it sound"]


@pytest.mark.parametrize("broken", ["roles: [", None])
def test_what_cannot_be_compared_is_judged_all_the_same(runner: Path, tmp_path: Path, broken: str | None) -> None:
    """A change that breaks a file gets its mark, and the first change that has the folder at all is no failure."""
    if broken:
        base = repository(tmp_path / "a", broken)
    else:
        repository(tmp_path / "a", GOOD)
        git(tmp_path / "a", "mv", "org", "later")
        git(tmp_path / "a", "commit", "-qm", "elsewhere")
        base = git(tmp_path / "a", "rev-parse", "HEAD")
        git(tmp_path / "a", "mv", "later", "org")
    ran = steps(runner, tmp_path / "a", base=base)
    assert [(name, done.returncode) for name, done in ran] == [("what changes", 0), ("is it sound", 1 if broken else 0)]
    assert "orgchart diff" in ran[0][1].stderr or "shop.yaml:1" in ran[0][1].stderr
    assert "cannot be told" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert ("ORG101" in ran[1][1].stdout) is bool(broken)


def test_inputs_reach_the_steps_as_variables_only() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step["run"]


def test_the_job_for_gitlab_writes_its_report_and_fails(runner: Path, tmp_path: Path) -> None:
    text = files("orgchart.cli").joinpath("starter", "gitlab.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["organization"]
    base = repository(tmp_path / "a")
    path = f"{runner / 'orgchart' / 'bin'}:/usr/bin:/bin"
    variables = {"PATH": path, "GITLAB_CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    install, *script = job["script"]
    assert install.startswith("pip install ")
    done = bash("\n".join(script), tmp_path / "a", variables)
    assert done.returncode == 1, done.stderr
    assert "ORG303" in done.stdout
    report = json.loads((tmp_path / "a" / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert [(entry["location"]["path"], entry["check_name"][:6]) for entry in report] == [("org/shop.yaml", "ORG303")]


def test_the_workflow_of_init_runs_step_by_step(runner: Path, tmp_path: Path) -> None:
    text = files("orgchart.cli").joinpath("starter", "github.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["organization"]
    base = repository(tmp_path / "a")
    path = f"{runner / 'orgchart' / 'bin'}:/usr/bin:/bin"
    variables = {"PATH": path, "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    ran = []
    for step in [step for step in job["steps"] if "run" in step and "pip install" not in step["run"]]:
        own = {
            name: filled(value, {"github.event.pull_request.base.sha": base})
            for name, value in step.get("env", {}).items()
        }
        ran.append(bash(step["run"], tmp_path / "a", {**variables, **own}))
    assert [done.returncode for done in ran] == [0, 1], ran
    assert "店员" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "::error " in ran[-1].stdout
