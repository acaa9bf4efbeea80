"""The names that `import orgchart` promises, and what they cost."""

from __future__ import annotations

import inspect
import io
import json
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from textwrap import dedent

import pytest

import orgchart

ROOT = Path(__file__).parents[1]


def modules_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    program = f"import json, sys\n{statement}\nprint(json.dumps(list(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return set(json.loads(ran.stdout))


@pytest.mark.parametrize("name", orgchart.__all__)
def test_every_public_name_is_there_with_a_docstring_of_its_own(name: str) -> None:
    public = getattr(orgchart, name)
    assert public.__name__ == name
    assert public.__module__.startswith("orgchart.")
    first_line = inspect.cleandoc(public.__doc__ or "").partition("\n")[0]
    assert first_line.endswith(".")


def test_the_public_names_are_sorted_and_all_that_dir_shows() -> None:
    assert sorted(orgchart.__all__) == orgchart.__all__
    assert set(dir(orgchart)) == {*orgchart.__all__, "__version__"}


def test_each_public_name_has_one_home() -> None:
    homes = [name for names in orgchart._HOMES.values() for name in names]
    assert sorted(homes) == sorted(orgchart.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'orgchart' has no attribute 'no_such_name'"):
        _ = orgchart.no_such_name


def test_importing_the_package_imports_nothing_else() -> None:
    ours = {module for module in modules_after("import orgchart") if module.startswith("orgchart")}
    assert ours == {"orgchart"}
    assert modules_after("import orgchart").isdisjoint({"typer", "rich", "networkx", "yaml", "pydot", "graphviz"})


def test_the_library_needs_no_command_line_and_no_drawing() -> None:
    loaded = modules_after("from orgchart import OrgGraph, check, load, who_reports_to")
    assert loaded.isdisjoint({"typer", "click", "rich", "networkx", "pydot", "graphviz", "orgchart.rendering"})


def test_the_example_of_the_package_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _words, _colons, rest = (orgchart.__doc__ or "").partition("::\n")
    example = dedent("\n".join(line for line in rest.splitlines() if line.startswith("    ") or not line))
    said = io.StringIO()
    with redirect_stdout(said):
        exec(compile(example, "the example", "exec"), {})  # noqa: S102 - our own docstring
    assert "</svg>" in said.getvalue()
    assert "org/ad-agency.yaml:" in said.getvalue()


def test_the_version_is_that_of_the_command_line() -> None:
    ran = subprocess.run([sys.executable, "-m", "orgchart", "--version"], capture_output=True, check=True)
    assert ran.stdout.decode().strip() == f"orgchart {orgchart.__version__}"


def test_questions_are_answered_by_the_public_names_alone() -> None:
    (org,) = orgchart.load(ROOT / "org" / "ad-agency.yaml").organizations
    graph = orgchart.OrgGraph(org)
    ((_org, role),) = [(found.org, found.roles[0]) for found in orgchart.find_roles([org], "客户主任")]
    titles = [graph.roles[number].title for number in orgchart.chain_of_command(graph, role).chain]
    assert titles == ["客户经理", "客户总监", "客户群总监", "客户服务总监"]
    assert orgchart.who_reports_to(graph, role).reports == ()
    assert orgchart.common_superior(graph, role, graph.index("客户经理")).superior == graph.index("客户经理")
    assert orgchart.span_of_control(graph).layers == 5
