"""`orgchart init`: what it writes is sound, documented, and never written over anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_validates_without_a_finding_and_is_drawn(
    tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert orgchart("init", "--language", language).status == 0
    checked = orgchart("validate", "--format", "json")
    assert checked.status == 0
    assert checked.json["findings"] == []
    assert checked.json["summary"]["roles"] == 5
    assert orgchart("render", "org", "-o", "diagrams", "--quiet").status == 0
    assert (tmp_path / "diagrams" / "company.svg").exists()


def test_the_pipeline_asked_for_is_written(tmp_path: Path) -> None:
    assert orgchart("init", str(tmp_path / "a")).status == 0
    workflow = yaml.safe_load((tmp_path / "a/.github/workflows/organization.yml").read_text(encoding="utf-8"))
    assert [step.get("run", "").split()[:2] for step in workflow["jobs"]["organization"]["steps"]][-1] == [
        "orgchart",
        "validate",
    ]
    assert orgchart("init", str(tmp_path / "b"), "--pipeline", "none").status == 0
    assert sorted(file.name for file in (tmp_path / "b").iterdir()) == ["org", "orgchart.toml"]


def test_nothing_that_exists_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "orgchart.toml").write_text("max-span = 3\n", encoding="utf-8")
    done = orgchart("init", str(tmp_path))
    assert done.status == 0
    assert "orgchart.toml stands already" in done.err
    assert (tmp_path / "orgchart.toml").read_text(encoding="utf-8") == "max-span = 3\n"
    assert (tmp_path / "org" / "company.yaml").exists()


def test_a_file_in_the_way_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    done = orgchart("init", str(tmp_path / "taken"))
    assert done.status == 2
    assert "no folder" in done.err
