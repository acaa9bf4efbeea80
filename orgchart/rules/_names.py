"""What the rules about unknown names share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgchart.findings import Finding, RuleInfo
    from orgchart.graph import Unresolved
    from orgchart.rules._rule import Case


def unknown_name(case: Case, info: RuleInfo, unresolved: Unresolved, says: str) -> Finding:
    """The finding for a name that is no role's, with the nearest ones."""
    name = unresolved.name
    owner = case.title(unresolved.owner) if unresolved.owner is not None else case.org.units[unresolved.unit or 0].name
    return case.finding(
        info,
        f"{owner} {says.format(name=name)}, which is no role here",
        case.place(name),
        roles=() if unresolved.owner is None else (unresolved.owner,),
        hint=_way_out(case, name),
    )


def _way_out(case: Case, name: str) -> str:
    if case.graph.unit_candidates(name):
        return f"{name} is a unit: name the role that leads it"
    near = case.role_names.to(name)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return f"add a role {name} (described: false), or correct the name"
