"""An organization as code: load it, check it, ask it, draw it.

::

    import orgchart

    workspace = orgchart.load("org")
    for finding in orgchart.check(workspace).findings:
        print(finding.place, finding.message)

    graph = orgchart.OrgGraph(workspace.organizations[0])
    print(orgchart.render(graph))

Names are imported when they are first used, so that `import orgchart` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from orgchart.changes import Change, Changes, OrgChanges, UnitChange, diff
    from orgchart.checking import check
    from orgchart.config import Config
    from orgchart.errors import EngineError, InputError, OrgchartError, SettingError, UnknownNameError
    from orgchart.findings import Finding, Report, Severity
    from orgchart.graph import OrgGraph
    from orgchart.history import load_at
    from orgchart.history.log import History, role_history
    from orgchart.importing import Imported, ImportedOrganization, import_documents
    from orgchart.loading import Workspace, load
    from orgchart.model import Coordination, Org, Role, Unit
    from orgchart.proposals import Effects, effects_of, propose, read_steps
    from orgchart.queries.coordination import partners_of_role, partners_of_unit
    from orgchart.queries.finding import find_roles
    from orgchart.queries.lines import chain_of_command, common_superior, span_of_control, who_reports_to
    from orgchart.rendering import load_theme, render, render_booklet, render_changes, render_page

__version__ = "0.1.0"

__all__ = [
    "Change",
    "Changes",
    "Config",
    "Coordination",
    "Effects",
    "EngineError",
    "Finding",
    "History",
    "Imported",
    "ImportedOrganization",
    "InputError",
    "Org",
    "OrgChanges",
    "OrgGraph",
    "OrgchartError",
    "Report",
    "Role",
    "SettingError",
    "Severity",
    "Unit",
    "UnitChange",
    "UnknownNameError",
    "Workspace",
    "chain_of_command",
    "check",
    "common_superior",
    "diff",
    "effects_of",
    "find_roles",
    "import_documents",
    "load",
    "load_at",
    "load_theme",
    "partners_of_role",
    "partners_of_unit",
    "propose",
    "read_steps",
    "render",
    "render_booklet",
    "render_changes",
    "render_page",
    "role_history",
    "span_of_control",
    "who_reports_to",
]

_HOMES = {
    "changes": ("Change", "Changes", "OrgChanges", "UnitChange", "diff"),
    "checking": ("check",),
    "config": ("Config",),
    "errors": ("EngineError", "InputError", "OrgchartError", "SettingError", "UnknownNameError"),
    "findings": ("Finding", "Report", "Severity"),
    "graph": ("OrgGraph",),
    "importing": ("Imported", "ImportedOrganization", "import_documents"),
    "history": ("load_at",),
    "history.log": ("History", "role_history"),
    "loading": ("Workspace", "load"),
    "model": ("Coordination", "Org", "Role", "Unit"),
    "proposals": ("Effects", "effects_of", "propose", "read_steps"),
    "queries.coordination": ("partners_of_role", "partners_of_unit"),
    "queries.finding": ("find_roles",),
    "queries.lines": ("chain_of_command", "common_superior", "span_of_control", "who_reports_to"),
    "rendering": ("load_theme", "render", "render_booklet", "render_changes", "render_page"),
}


def __getattr__(name: str) -> Any:
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'orgchart' has no attribute {name!r}")
    return getattr(import_module(f"orgchart.{home}"), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
