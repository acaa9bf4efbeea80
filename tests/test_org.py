"""The organizations in org/: complete, sound, and what their documents state."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgchart.checking import check
from orgchart.findings import Severity
from orgchart.graph import OrgGraph
from orgchart.loading import Workspace, load
from orgchart.queries.finding import find_roles
from orgchart.queries.lines import chain_of_command

ORG = Path(__file__).parent.parent / "org"
DOCUMENT_LINES = re.compile(r"\S+\.txt:\d+(-\d+)?(,\d+(-\d+)?)*")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load(ORG)


@pytest.fixture(scope="module")
def graphs(workspace: Workspace) -> dict[str, OrgGraph]:
    return {str(org.id): OrgGraph(org) for org in workspace.organizations}


def test_the_totals_are_those_of_the_five_documents(graphs: dict[str, OrgGraph]) -> None:
    roles = [role for graph in graphs.values() for role in graph.roles]
    assert len(graphs) == 53
    assert len(roles) == 135
    assert sum(role.described for role in roles) == 70
    assert sum(role.untitled for role in roles) == 7
    assert sum(len(graph.lines) for graph in graphs.values()) == 51
    assert sum(len(role.coordinates_with) for role in roles) == 87
    assert sum(bool(graph.lines) for graph in graphs.values()) == 23
    assert [role.headcount for role in roles if role.headcount is not None] == [1, 1]


def test_org_is_sound_and_each_accepted_gap_has_its_reason(workspace: Workspace) -> None:
    report = check(workspace)
    assert [str(finding.place) for finding in report.findings if finding.weight is not Severity.NOTE] == []
    assert len(report.ignored) == sum(len(org.ignore) for org in workspace.organizations)
    assert all(len(ignored.reason) > 6 for ignored in report.ignored)


def test_the_files_are_named_like_their_organizations(workspace: Workspace) -> None:
    assert [Path(org.path).stem for org in workspace.organizations] == [str(org.id) for org in workspace.organizations]


def test_every_role_names_its_document_and_lines(workspace: Workspace) -> None:
    for org in workspace.organizations:
        for role in org.roles:
            assert role.source, f"{org.id}: {role.title}"
            assert [source for source in role.source if not DOCUMENT_LINES.fullmatch(source)] == []


def test_the_chain_of_the_advertising_agency_is_complete(graphs: dict[str, OrgGraph]) -> None:
    graph = graphs["ad-agency"]
    chain = chain_of_command(graph, graph.index("客户主任")).chain
    assert [graph.roles[number].title for number in chain] == ["客户经理", "客户总监", "客户群总监", "客户服务总监"]


def test_the_matrix_line_of_the_equipment_company_is_dotted_and_coordination(graphs: dict[str, OrgGraph]) -> None:
    graph = graphs["equipment-customer-service"]
    manager = graph.index("客服部经理")
    assert [graph.roles[number].title for number in graph.superiors[manager]] == ["总经理"]
    assert [graph.roles[number].title for number in graph.dotted_superiors[manager]] == ["市场营销总监"]
    assert "市场营销总监" in [relation.party for relation in graph.relations if relation.role == manager]


def test_a_role_that_states_none_as_subordinates_is_told_from_one_that_is_silent(graphs: dict[str, OrgGraph]) -> None:
    graph = graphs["equipment-customer-service"]
    assert graph.roles[graph.index("客户服务专员")].supervises == ()
    assert graph.roles[graph.index("总经理")].supervises is None


def test_a_title_of_many_organizations_is_found_in_each(workspace: Workspace) -> None:
    found = find_roles(workspace.organizations, "客户经理")
    titled = [match for match in found if "客户经理" in {match.org.roles[number].title for number in match.roles}]
    assert len(titled) == 8
