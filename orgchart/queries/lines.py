"""Questions about reporting lines: who reports to whom, the way up, where two ways meet, how wide and how deep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.queries.answers import Chain, CommonSuperior, Reports, ReportTo, RoleSpan, Span

if TYPE_CHECKING:
    from orgchart.graph import OrgGraph


def who_reports_to(graph: OrgGraph, role: int, depth: int | None = 1) -> Reports:
    """Who reports to a role, down to a depth (None: however far), by depth and then as in the files.

    A role stands once, at its least depth. Dotted reports of the asked role itself stand at depth 1, unless they are
    direct reports too; their line is not followed, only the solid ones are.
    """
    below = graph.below(role, depth)
    direct = {number for number, at, _superior in below if at == 1}
    dotted = [number for number in graph.dotted_reports[role] if number not in direct]
    found = [
        ReportTo(number=number, superior=via, depth=at, line="solid")
        for number, at, via in below
        if number not in dotted
    ]
    found += [ReportTo(number=number, superior=role, depth=1, line="dotted") for number in dotted]
    found.sort(key=lambda report: (report.depth, report.number))
    return Reports(graph=graph, role=role, reports=tuple(found))


def chain_of_command(graph: OrgGraph, role: int) -> Chain:
    """The chain of command from a role up to the top, along primary lines."""
    chain, loop = graph.chain(role)
    return Chain(graph=graph, role=role, chain=tuple(chain), loop=loop)


def common_superior(graph: OrgGraph, one: int, other: int) -> CommonSuperior:
    """The nearest common superior of two roles, and the two ways up to it."""
    meeting = graph.common_superior(one, other)
    return CommonSuperior(
        graph=graph,
        roles=(one, other),
        superior=meeting,
        paths=(_way(graph, one, meeting), _way(graph, other, meeting)),
    )


def _way(graph: OrgGraph, role: int, meeting: int | None) -> tuple[int, ...]:
    way = (role, *graph.chain(role)[0])
    return way if meeting is None else way[: way.index(meeting) + 1]


def span_of_control(graph: OrgGraph) -> Span:
    """Direct reports, all roles below, and the layer of every role."""
    totals, layers = graph.totals, graph.layers
    return Span(
        graph=graph,
        layers=max((layer or 0 for layer in layers), default=0),
        roles=tuple(
            RoleSpan(number=number, direct=len(reports), total=totals[number], layer=layers[number])
            for number, reports in enumerate(graph.reports)
        ),
    )
