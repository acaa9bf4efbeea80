"""A question loads only what its answer needs. Counted in modules, for clocks differ from machine to machine."""

from __future__ import annotations

import json
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import environment

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"networkx", "pydot", "graphviz", "opencc_pyo3", "jsonschema_rs", "asyncio", "hypothesis"}
PROGRAM = """
    import atexit, json, sys
    atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
    from orgchart.cli import main
    sys.argv = ["orgchart", *sys.argv[1:]]
    main()
"""


def loaded(*words: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    ran = subprocess.run(
        [sys.executable, "-c", dedent(PROGRAM), *words], env=environment(), capture_output=True, check=True
    )
    return set(json.loads(ran.stderr.decode().splitlines()[-1]))


@pytest.mark.parametrize("command", ["who-reports-to", "chain", "coordinates-with", "show"])
def test_a_question_about_a_role_loads_no_heavy_library(folder: Path, command: str) -> None:
    assert loaded(command, "客户经理", "org/shop.yaml").isdisjoint(HEAVY | {"rich"})


@pytest.mark.parametrize("command", ["validate", "span", "list", "export", "rules"])
def test_no_command_loads_a_library_that_it_does_not_use(folder: Path, command: str) -> None:
    assert loaded(command).isdisjoint(HEAVY)


def test_only_the_asked_command_is_loaded(folder: Path) -> None:
    modules = loaded("chain", "客户经理")
    assert "orgchart.cli.chain" in modules
    assert modules.isdisjoint({"orgchart.cli.span", "orgchart.checking", "orgchart.rules", "orgchart.rendering"})
