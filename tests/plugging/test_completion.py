"""What the shell offers at TAB, asked as the shells ask."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import environment

if TYPE_CHECKING:
    from pathlib import Path

ORGANIZATION = """\
id: shop
roles:
  - title: 店长
  - {title: "区域 店长", supervises: [店长]}
  - title: 'Shop, assistant'
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "org").mkdir()
    (tmp_path / "org" / "shop.yaml").write_text(ORGANIZATION, encoding="utf-8")
    (tmp_path / "org" / "more.json").write_text('{"id": "more", "roles": [{"title": "仓管员"}]}', encoding="utf-8")
    return tmp_path


def offered(desk: Path, *words: str) -> list[str]:
    """The completions of the last word in bash."""
    further = {
        "_ORGCHART_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(("orgchart", *words)),
        "COMP_CWORD": str(len(words)),
    }
    done = subprocess.run(
        [sys.executable, "-m", "orgchart"],
        cwd=desk,
        env=environment(further),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


def test_role_names_are_offered_by_their_beginning(desk: Path) -> None:
    assert offered(desk, "chain", "店") == ["店长"]
    assert offered(desk, "show", "区") == ["区域 店长"]
    assert offered(desk, "who-reports-to", "仓") == ["仓管员"]
    assert offered(desk, "show", "Shop") == ["Shop, assistant"]


def test_organizations_and_rules_are_offered(desk: Path) -> None:
    assert offered(desk, "list", "--organization", "sh") == ["shop"]
    assert offered(desk, "rule", "reporting-c") == ["reporting-cycle"]


def test_commands_are_offered(desk: Path) -> None:
    assert "who-reports-to" in offered(desk, "who")


def test_broken_and_missing_files_are_passed_over_in_silence(desk: Path) -> None:
    (desk / "org" / "broken.yaml").write_bytes(b"\xff\xfe\x00title: [\xc3")
    (desk / "org" / "gone.yaml").symlink_to(desk / "nowhere.yaml")
    assert offered(desk, "chain", "店") == ["店长"]
    for file in (desk / "org").iterdir():
        file.unlink()
    (desk / "org").rmdir()
    assert offered(desk, "chain", "店") == []
