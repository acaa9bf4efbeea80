"""Everything a README shows is run here: its files are written, its commands give the output it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from orgchart.catalogue import PAGES

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh-CN.md")
FENCE = re.compile(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(name: str, kind: str) -> list[tuple[str, str]]:
    found = FENCE.findall((ROOT / name).read_text(encoding="utf-8"))
    return [(path, body) for language, path, body in found if language == kind]


def sessions(name: str) -> list[tuple[str, str]]:
    commands: list[tuple[str, str]] = []
    for _path, body in blocks(name, "console"):
        for line in body.splitlines(keepends=True):
            if line.startswith("$ "):
                commands.append((line[2:].strip(), ""))
            else:
                command, output = commands[-1]
                commands[-1] = (command, output + line)
    return commands


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "org").symlink_to(ROOT / "org")
    return tmp_path


@pytest.mark.parametrize("name", READMES)
def test_every_command_prints_what_the_readme_shows(name: str, desk: Path) -> None:
    for path, body in (*blocks(name, "yaml"), *blocks(name, "text")):
        (desk / path).write_text(body, encoding="utf-8")
    shown = sessions(name)
    assert len(shown) >= 4
    for command, expected in shown:
        program, *arguments = shlex.split(command)
        assert program == "orgchart"
        done = subprocess.run(
            [sys.executable, "-m", "orgchart", *arguments],
            cwd=desk,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
            check=False,
        )
        assert done.returncode in {0, 1}, done.stderr
        assert done.stdout == expected, command


@pytest.mark.parametrize("name", READMES)
def test_the_two_commands_of_the_readme_are_targets_of_make(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    commands = re.findall(r"^make (\w+)", blocks(name, "sh")[0][1], re.MULTILINE)
    assert commands == ["demo", "test"]
    assert targets >= set(commands)


@pytest.mark.parametrize("name", READMES)
def test_every_link_to_a_file_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text) + re.findall(r'src="([^":]+)"', text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_twins_show_the_same_file_and_count_the_same_rules() -> None:
    one, other = (blocks(name, "yaml") for name in READMES)
    assert one == other
    for name in READMES:
        assert re.search(rf"^{len(PAGES)} ", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("name", READMES)
def test_every_option_the_readme_names_is_one_of_render(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "`" in line]
    named = set(re.findall(r"--[a-z-]+", " ".join(rows)))
    command = [sys.executable, "-m", "orgchart", "render", "--help"]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=True).stdout
    assert len(named) >= 9
    assert sorted(named - set(re.findall(r"--[a-z-]+", told))) == []
