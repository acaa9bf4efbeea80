"""What changed between two states of organizations: a function of both, whatever they were read from.

A role is the same one where `orgchart.matching` says so. It has *moved* where its primary superior or its first unit is
another one, is *renamed* where its title is another one, and *changed* where any other field is. A name that only
follows the rename of whom it means is no change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.changes.comparing import Comparison
from orgchart.changes.pairing import organizations_of, pairs_of
from orgchart.changes.values import ACTIONS, Change, Changes, OrgChanges, UnitChange
from orgchart.pausing import paused_collector

if TYPE_CHECKING:
    from orgchart.changes.pairing import State

__all__ = ["ACTIONS", "Change", "Changes", "OrgChanges", "UnitChange", "diff"]


@paused_collector()
def diff(before: State, after: State) -> Changes:
    """Compare two states: what was added, removed, moved, renamed and changed, and whose chain of command it touches.

    A state is a workspace, one organization, or several. Organizations are compared by id; where each state has a
    single one, these two are compared whatever their ids are. The time grows with the number of roles.
    """
    pairs = pairs_of(organizations_of(before), organizations_of(after))
    return Changes(organizations=tuple(Comparison(one, other).changes() for one, other in pairs))
