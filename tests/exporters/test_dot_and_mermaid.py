"""Organizations in the languages of Graphviz and Mermaid."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any
from xml.etree import ElementTree as ET

import pydot
import pytest

from orgchart.exporters import dot, mermaid
from orgchart.exporters.dot import as_dot
from orgchart.exporters.mermaid import as_mermaid, escaped, warnings
from orgchart.graph import OrgGraph
from tests.builders import graph, written

# pydot's grammar calls pyparsing by its former names
pytestmark = pytest.mark.filterwarnings("ignore:.*deprecated - use:DeprecationWarning")

BANK = """
    name: 银行
    roles:
      - {title: 行长, unit: 总行, holders: [张三, 李四]}
      - {title: 经理, unit: 客户部, reports_to: [行长, 总监], coordinates_with: [{with: 客户, about: 培训}, 总监]}
      - {title: 总监, described: false, coordinates_with: [经理]}
      - {title: 审计, reports_to: 行长, dotted_line_to: 总监}
"""
HOSTILE = [
    '"quoted" and \\ \\n \\l \\" backslashes\\',
    "<b>bold</b> & &lt; &amp; &#65; <br/>",
    "<b>all of it</b>",
    "one\ntwo\r\nthree",
    "\x01\x1b[31m\x7f\x9b",
    "👩‍💼 emoji",
    "مدير \u202eright to left",
    "end",
    "]] }; digraph x { a -> b",
    '"]; click r0 "javascript:alert(1)"',
    "%% comment",
    "# heading",
    "1. first",
    "- item",
    "`**bold** _it_`",
    "$$x^2$$",
    "a:b:c",
    "node",
    "长" * 500,
]


def hostile() -> OrgGraph:
    """An organization in which every title, unit, holder and party is meant to break the text it is put into."""
    roles: list[dict[str, Any]] = [
        {
            "title": title,
            "unit": f"{title} ",
            "holders": [title],
            "reports_to": [HOSTILE[0]] if number else [],
            "coordinates_with": [{"with": f"party {title}", "about": title}],
        }
        for number, title in enumerate(HOSTILE)
    ]
    return OrgGraph(written(json.dumps({"name": HOSTILE[0], "roles": roles}), "a.json"))


def attributes(node: Any) -> dict[str, str]:
    found: dict[str, str] = node.get_attributes()
    return found


def test_dot_has_every_role_every_line_and_every_relation_once() -> None:
    (parsed,) = pydot.graph_from_dot_data(as_dot(graph(BANK))) or []
    clusters = {
        attributes(one)["label"]: [node.get_name() for node in one.get_nodes()] for one in parsed.get_subgraphs()
    }
    assert clusters == {'"总行"': ["r0"], '"客户部"': ["r1"]}
    loose = {node.get_name(): attributes(node) for node in parsed.get_nodes() if node.get_name() != "node"}
    assert loose["r2"]["style"] == '"rounded,dashed"'
    assert loose["p0"]["label"] == '"客户"'
    edges = {(edge.get_source(), edge.get_destination(), attributes(edge).get("style")) for edge in parsed.get_edges()}
    assert edges == {
        ("r0", "r1", None),
        ("r2", "r1", "bold"),
        ("r0", "r3", None),
        ("r2", "r3", "dotted"),
        ("r1", "p0", "dashed"),
        ("r1", "r2", "dashed"),
    }
    assert r'"行长\n张三, 李四"' in as_dot(graph(BANK))


def test_hostile_words_stay_words_in_dot() -> None:
    (parsed,) = pydot.graph_from_dot_data(as_dot(hostile())) or []
    assert len(parsed.get_subgraphs()) == len(HOSTILE)
    assert len(parsed.get_edges()) == 2 * len(HOSTILE) - 1


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
def test_graphviz_shows_hostile_words_as_they_are() -> None:
    drawn = subprocess.run(["dot", "-Tsvg"], input=as_dot(hostile()).encode(), capture_output=True, check=True)
    assert drawn.stderr == b""
    svg = ET.fromstring(drawn.stdout)  # noqa: S314 - drawn from our own text
    shown = {"".join(text.itertext()).strip() for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    for title in HOSTILE[:3] + HOSTILE[5:]:
        assert title.replace("\u202e", "").strip() in {words.replace("\u202e", "") for words in shown}, title
    assert {"one", "two", "three"} <= shown


def test_mermaid_of_a_small_organization() -> None:
    assert as_mermaid(graph(BANK)).splitlines() == [
        "flowchart TD",
        '    subgraph u0["总行"]',
        '        r0["行长"]',
        "    end",
        '    subgraph u1["客户部"]',
        '        r1["经理"]',
        "    end",
        '    r2["总监"]',
        '    r3["审计"]',
        "    r0 --> r1",
        "    r2 --> r1",
        "    r0 --> r3",
        "    r2 -.-> r3",
        '    p0(["客户"])',
        '    r1 -. "培训" .- p0',
        "    r1 -.- r2",
    ]


LINE = re.compile(
    r"""flowchart\ TD
    | \s+subgraph\ u\d+\["[^"]*"\]
    | \s+end
    | \s+r\d+\["[^"]*"\]
    | \s+p\d+\(\["[^"]*"\]\)
    | \s+r\d+\ (-->|-\.->)\ r\d+
    | \s+[rp]\d+\ -\.(-|\ "[^"]*"\ \.-)\ [rp]\d+
    """,
    re.VERBOSE,
)


def test_hostile_words_stay_inside_their_quotes_in_mermaid() -> None:
    text = as_mermaid(hostile())
    assert [line for line in text.splitlines() if not LINE.fullmatch(line)] == []
    assert len(text.splitlines()) == 1 + 3 * len(HOSTILE) + len(HOSTILE) - 1 + 2 * len(HOSTILE)


def shown(label: str) -> str:
    """What a page shows of a Mermaid label: its entities resolved."""
    named = {"quot": '"', "lt": "<", "gt": ">", "amp": "&"}
    return re.sub(r"#(\w+);", lambda entity: named.get(entity[1]) or chr(int(entity[1])), label)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_mermaid_label_shows_the_title(title: str) -> None:
    assert shown(escaped(title)) == re.sub("[\x00-\x1f\x7f-\x9f]", " ", title)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_mermaid_label_has_no_sign_that_is_obeyed(title: str) -> None:
    left = re.sub(r"#\w+;", "", escaped(title))
    assert not set(left) & set('"<>&#`\\*_~$')
    assert not re.match(r"\s*(\d+[.)]|[-+])\s", left)


def test_a_mermaid_text_beyond_the_usual_limits_is_warned_of() -> None:
    small = graph(BANK)
    assert warnings(small, as_mermaid(small)) == []
    assert len(warnings(small, "x" * (mermaid.MAX_TEXT + 1))) == 1


def test_an_organization_without_roles_is_an_empty_drawing() -> None:
    empty = graph("name: 甲\nunits: [{name: 一部}]")
    assert as_mermaid(empty) == "flowchart TD\n"
    assert pydot.graph_from_dot_data(as_dot(empty))


@pytest.mark.parametrize("module", [dot, mermaid], ids=["dot", "mermaid"])
def test_the_examples_in_the_docstrings_are_true(module: Any) -> None:
    import doctest  # noqa: PLC0415 - only here

    assert doctest.testmod(module).failed == 0
    assert doctest.testmod(module).attempted > 0
