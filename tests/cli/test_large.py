"""Large organizations through the real command line: right answers, and no more output than there are roles."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import process

if TYPE_CHECKING:
    from pathlib import Path

DEEP, WIDE = 100_000, 50_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    chain = [{"title": "r0"}, *({"title": f"r{n}", "reports_to": f"r{n - 1}"} for n in range(1, DEEP))]
    star = [{"title": "r0"}, *({"title": f"r{n}", "reports_to": "r0"} for n in range(1, WIDE))]
    for name, roles in (("chain", chain), ("star", star)):
        (folder / f"{name}.json").write_text(json.dumps({"id": name, "roles": roles}), encoding="utf-8")
    return folder


def test_the_tree_below_the_top_of_a_long_chain(large: Path) -> None:
    (answer,) = process("who-reports-to", "r0", "chain.json", "--all", "--format", "json", cwd=large).json["answers"]
    assert len(answer["reports"]) == DEEP - 1
    assert answer["reports"][-1] == {
        "id": "r99999",
        "title": "r99999",
        "unit": None,
        "superior": "r99998",
        "depth": DEEP - 1,
        "line": "solid",
    }
    ran = process("who-reports-to", "r0", "chain.json", "--all", cwd=large)
    assert len(ran.lines) == DEEP
    assert max(len(line) for line in ran.lines) < 150


def test_the_way_up_a_long_chain(large: Path) -> None:
    ran = process("chain", "r99999", "chain.json", cwd=large)
    assert (ran.status, len(ran.lines), ran.lines[-1]) == (0, DEEP, "  ↑ r0")


def test_the_span_of_a_long_chain(large: Path) -> None:
    ran = process("span", "chain.json", cwd=large)
    assert ran.lines[0] == "chain  chain  100,000 roles, 100,000 layers"
    assert len(ran.lines) < DEEP + 10
    assert max(len(line) for line in ran.lines) < 2000


def test_a_wide_star(large: Path) -> None:
    (answer,) = process("who-reports-to", "r0", "star.json", "--format", "json", cwd=large).json["answers"]
    assert [report["depth"] for report in answer["reports"]] == [1] * (WIDE - 1)
    (told,) = process("span", "star.json", "--format", "json", cwd=large).json["organizations"]
    assert told["roles"][0] == {"id": "r0", "title": "r0", "direct": WIDE - 1, "total": WIDE - 1, "layer": 1}
    assert process("chain", "r49999", "star.json", cwd=large).out == "r49999\n  ↑ r0\n"


def test_a_meeting_far_up(large: Path) -> None:
    ran = process("common-superior", "r99999", "r0", "chain.json", cwd=large)
    first, way, other = ran.lines
    assert first == "r99999, r0: r0"
    assert way.startswith("  r99999 → r99998 → ")
    assert " → … 99,960 more … → " in way
    assert way.endswith(" → r1 → r0")
    assert other == "  r0"
