"""How relations are shown: lines, tags, nothing; and what the file promises about each."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest

from orgchart.graph import OrgGraph
from orgchart.model import Coordination, Org, Role, Unit
from orgchart.rendering import render
from orgchart.rendering.compose.relations import MOST_LINES, MOST_ROLES, Cross, manner_of
from tests.rendering import metrics

SVG = "{http://www.w3.org/2000/svg}"


def with_(*parties: str, **fields: Any) -> tuple[Coordination, ...]:
    return tuple(Coordination(party=party, **fields) for party in parties)


def organization() -> OrgGraph:
    """Two departments of three, with relations of every kind between them and to the outside."""
    units = (
        Unit(name="客服部", coordinates_with=with_("生产部", about="退换货")),
        Unit(name="生产部"),
    )
    roles = [
        Role(id="top", title="总经理"),
        Role(
            id="service", title="客服经理", reports_to=("总经理",), unit=("客服部",), coordinates_with=with_("生产经理")
        ),
        Role(id="make", title="生产经理", reports_to=("总经理",), unit=("生产部",), coordinates_with=with_("客服经理")),
        Role(id="clerk", title="客服专员", reports_to=("客服经理", "总经理"), unit=("客服部",)),
        Role(id="check", title="质检员", reports_to=("生产经理",), unit=("生产部",), dotted_line_to=("客服经理",)),
        Role(id="work", title="工人", reports_to=("生产经理",), unit=("生产部",), coordinates_with=with_("供应商")),
    ]
    return OrgGraph(Org(id="x", name="公司", roles=tuple(roles), units=units))


def routes(cross: Cross, direction: str = "down") -> set[tuple[str, str, str]]:
    root = ET.fromstring(render(organization(), cross=cross, direction=direction))  # noqa: S314 - our own file
    return {
        (path.get("data-line", ""), path.get("data-from", ""), path.get("data-to", ""))
        for path in root.iter(f"{SVG}path")
        if path.get("data-from") is not None
    }


def test_every_relation_is_one_line_between_its_two_ends() -> None:
    assert routes("lines") == {
        ("coordination", "service", "make"),
        ("coordination", "work", "party:供应商"),
        ("coordination", "party:客服部", "party:生产部"),
        ("dotted", "check", "service"),
        ("second", "clerk", "top"),
    }
    assert routes("auto") == routes("lines")


def test_from_left_to_right_relations_are_the_same_lines() -> None:
    assert routes("auto", "right") == routes("auto")
    assert routes("tags", "right") == set()


def test_tags_have_no_line_and_carry_an_arrow() -> None:
    text = render(organization(), cross="tags")
    assert routes("tags") == set()
    assert len(metrics.of_svg(text).marks) == 10
    assert ">⇄1</text>" in text
    assert ">⇢" in text


def test_numbers_at_lines_have_no_arrow() -> None:
    assert ">⇄1</text>" not in render(organization(), cross="lines")


def test_relations_can_be_left_out_and_the_picture_says_so() -> None:
    text = render(organization(), cross="none")
    assert routes("none") == set()
    assert not metrics.of_svg(text).marks
    assert "data-party" not in text
    assert "5 条" in text


def test_auto_draws_lines_as_long_as_they_help() -> None:
    assert manner_of("auto", MOST_LINES, MOST_ROLES).lines
    assert not manner_of("auto", MOST_LINES + 1, MOST_ROLES).lines
    assert not manner_of("auto", MOST_LINES, MOST_ROLES + 1).lines
    assert manner_of("lines", MOST_LINES + 1, MOST_ROLES + 1).lines
    assert not manner_of("lines", 1, 1).longest


def test_an_unknown_word_is_named() -> None:
    with pytest.raises(ValueError, match="arcs"):
        render(organization(), cross="arcs")  # type: ignore[arg-type]
