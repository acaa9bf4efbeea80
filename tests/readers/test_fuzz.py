"""Whatever bytes a file holds, reading and checking it ends soon, and with findings only."""

from __future__ import annotations

import json
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from orgchart.checking import check
from orgchart.loading import load

ROOT = Path(__file__).parents[2]
SEEDS = range(12)
LETTERS = "\"'[]{}:,-#&*!|>%@`?\\ \t\r\n\0\x07\x85\u2028\ufeff\ufffe~=<.0aé甲😀"
PATIENCE = 20.0


def dice(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same accidents in every run


def samples() -> list[tuple[str, bytes]]:
    """Some of the project's own organizations, each in YAML and in JSON."""
    found = []
    for path in sorted((ROOT / "org").glob("*.yaml"))[::6]:
        data: Any = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506 - it builds strings only
        found.append(("a.yaml", path.read_bytes()[:6000]))
        found.append(("a.json", json.dumps(data, ensure_ascii=False).encode()[:6000]))
    return found


SAMPLES = samples()


def survives(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    begun = time.perf_counter()
    workspace = load(folder / name)
    report = check(workspace)
    assert report.findings or workspace.organizations
    for finding in report.findings:
        assert finding.message
        assert finding.place.line >= 1
        assert finding.place.end >= finding.place.start >= 0
        assert finding.place.start <= len(finding.place.source.text)
    assert time.perf_counter() - begun < PATIENCE


@pytest.mark.parametrize("seed", SEEDS)
def test_random_bytes_are_survived(tmp_path: Path, seed: int) -> None:
    random = dice(seed)
    for _ in range(20):
        data = random.randbytes(random.choice([1, 2, 3, 10, 100, 1000]))
        for name in ("a.yaml", "a.json"):
            survives(tmp_path, name, data)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_marks_are_survived(tmp_path: Path, seed: int) -> None:
    random = dice(seed)
    for _ in range(40):
        text = "".join(random.choices(LETTERS + "roles: title", k=random.randrange(1, 60)))
        for name in ("a.yaml", "a.json"):
            survives(tmp_path, name, text.encode())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_file_cut_off_anywhere_is_survived(tmp_path: Path, seed: int) -> None:
    random = dice(seed)
    for name, data in SAMPLES:
        survives(tmp_path, name, data[: random.randrange(len(data))])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_single_wrong_letter_is_survived(tmp_path: Path, seed: int) -> None:
    random = dice(seed)
    for name, data in SAMPLES:
        text = data.decode(errors="ignore")
        place = random.randrange(len(text))
        letter = random.choice([*LETTERS, ""])
        survives(tmp_path, name, (text[:place] + letter + text[place + random.randrange(2) :]).encode())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_single_wrong_byte_is_survived(tmp_path: Path, seed: int) -> None:
    random = dice(seed)
    for name, data in SAMPLES:
        place = random.randrange(len(data))
        survives(tmp_path, name, data[:place] + random.randbytes(1) + data[place + 1 :])


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_in_any_order_are_survived(tmp_path: Path, seed: int) -> None:
    random = dice(seed)
    for name, data in SAMPLES[::2]:
        lines = data.splitlines(keepends=True)
        place = random.randrange(len(lines))
        random.shuffle(lines)
        survives(tmp_path, name, b"".join(lines[: max(place, 1)]))
