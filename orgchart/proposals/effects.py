"""What proposed changes would do: to findings, to spans and layers, to chains of command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from orgchart.changes import diff
from orgchart.changes.comparing import NOBODY
from orgchart.changes.reports import compare_findings
from orgchart.graph import OrgGraph
from orgchart.queries.lines import span_of_control
from orgchart.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.changes import Changes, OrgChanges
    from orgchart.changes.reports import ReportDifference
    from orgchart.findings import Report
    from orgchart.loading import Workspace
    from orgchart.queries.answers import RoleSpan, Span


class SpanChange(NamedTuple):
    """How a role leads before and after; None for a state in which it is not there."""

    id: str
    title: str
    before: RoleSpan | None
    after: RoleSpan | None

    def to_json(self) -> dict[str, Any]:
        """The change as JSON, each figure as old and new."""
        told: dict[str, Any] = {"id": self.id, "title": self.title}
        for name in ("direct", "total", "layer"):
            told[name] = [None if span is None else getattr(span, name) for span in (self.before, self.after)]
        return told


class OrgEffects(NamedTuple):
    """What changes in one organization, with how many layers it has before and after, and whose span is another one."""

    changes: OrgChanges
    layers: tuple[int, int]
    spans: tuple[SpanChange, ...]

    def to_json(self) -> dict[str, Any]:
        """The effects as JSON."""
        return {
            **self.changes.to_json(),
            "layers": list(self.layers),
            "spans": [span.to_json() for span in self.spans],
        }


class Effects(Record):
    """What proposed changes would do; `before` and `after` are the reports of both states."""

    organizations: tuple[OrgEffects, ...]
    findings: ReportDifference
    before: Report
    after: Report
    changes: Changes


def effects_of(before: Workspace, after: Workspace, reports: tuple[Report, Report]) -> Effects:
    """Compare two states of a workspace, with the reports that were made of each."""
    changes = diff(before, after)
    return Effects(
        organizations=tuple(map(_effects, changes.organizations)),
        findings=compare_findings(reports[0].findings, reports[1].findings),
        before=reports[0],
        after=reports[1],
        changes=changes,
    )


def _effects(of: OrgChanges) -> OrgEffects:
    old, new = (span_of_control(graph or OrgGraph(NOBODY)) for graph in (of.before, of.after))
    return OrgEffects(of, (old.layers, new.layers), tuple(_spans(of, old, new)))


def _spans(of: OrgChanges, old: Span, new: Span) -> Iterator[SpanChange]:
    """The roles that lead others than before, or stand in another layer: those of the later state, then the gone."""
    back = {later: earlier for earlier, later in of.pairs.items()}
    for span in new.roles:
        earlier = old.roles[back[span.number]] if span.number in back else None
        if earlier is None or _figures(earlier) != _figures(span):
            yield _span(new.graph, earlier, span)
    for span in old.roles:
        if span.number not in of.pairs:
            yield _span(old.graph, span, None)


def _span(graph: OrgGraph, before: RoleSpan | None, after: RoleSpan | None) -> SpanChange:
    there = after or before
    role = graph.roles[there.number if there else 0]
    return SpanChange(str(role.id), str(role.title), before, after)


def _figures(span: RoleSpan) -> tuple[int, int, int | None]:
    return span.direct, span.total, span.layer
