"""The YAML that is written for people is read again as what it was."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from orgchart.exporters.organization import organization
from orgchart.exporters.yaml_text import as_yaml
from tests.builders import findings, written

WORDS = st.text(min_size=1, max_size=30).map(str.strip).filter(bool)
NAMES = st.sampled_from(
    ["总经理", "no", "3", "null", "1:30", "# 经理", "- 主管", "a: b", "'", '"', "{x}", "~", "副总 经理"]
)


def one(**role: Any) -> dict[str, Any]:
    return {"id": "a", "name": "公司", "roles": [{"title": "总经理", "root": True}, {"title": "会计", **role}]}


@given(WORDS, NAMES, st.lists(WORDS, max_size=3))
def test_whatever_the_words_are_they_come_back(purpose: str, name: str, duties: list[str]) -> None:
    read = written(as_yaml(one(aliases=[name], purpose=purpose, responsibilities=duties)))
    role = organization(read)["roles"][1]
    assert role["aliases"] == [name]
    assert role.get("purpose", purpose) == purpose
    assert role.get("responsibilities", []) == duties


def test_short_lists_stand_on_one_line_and_long_ones_a_line_each() -> None:
    text = as_yaml(one(supervises=["甲", "乙"], responsibilities=["长" * 60, "短"]))
    assert "    supervises: [甲, 乙]\n" in text
    assert f"    responsibilities:\n    - {'长' * 60}\n    - 短\n" in text


def test_a_quote_of_several_lines_stays_on_one() -> None:
    evidence = {
        "field": "reports_to",
        "value": "总经理",
        "file": "a.txt",
        "line": 4,
        "end_line": 5,
        "quote": "直接\n上级",
    }
    text = as_yaml(one(reports_to=["总经理"], evidence=[evidence]))
    assert 'quote: "直接\\n上级"}' in text
    assert written(text).roles[1].evidence[0].quote == "直接\n上级"


def test_remarks_stand_above_their_role_and_cannot_break_out_of_a_comment() -> None:
    text = as_yaml(one(), {1: ["look: 上级\nroles: []", "again"]}, ["first line"])
    assert text.startswith("# first line\nid: a\n")
    assert "\n  # look: 上级 roles: []\n  # again\n  - title: 会计\n" in text
    assert findings(text) == ["a.yaml:11:12 ORG304"]
