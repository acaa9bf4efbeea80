"""What each question answers, in words and in JSON."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("folder")


def text(*words: str) -> str:
    """What a command answers, which is fine and has nothing beside it."""
    ran = orgchart(*words)
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def shown(lines: str) -> str:
    return dedent(lines).lstrip("\n")


def test_who_reports_to_draws_direct_reports_and_dotted_ones() -> None:
    assert text("who-reports-to", "客户总监") == shown("""
        客户总监  客户部  [银行 · bank]
        ├── 客户经理  客户部
        └── 审计员  总行  (dotted line)
        """)


def test_who_reports_to_all_draws_the_tree_below() -> None:
    assert text("who-reports-to", "行长", "org/bank.yaml", "--all") == shown("""
        行长  总行
        ├── 客户总监  客户部
        │   └── 客户经理  客户部
        └── 审计员  总行
        """)


def test_who_reports_to_depth_stops_there() -> None:
    below = orgchart("who-reports-to", "行长", "--depth", "1", "--format", "json").json["answers"][0]["reports"]
    assert [report["id"] for report in below] == ["客户总监", "审计员"]


def test_who_reports_to_in_json() -> None:
    assert orgchart("who-reports-to", "客户总监", "--format", "json").json == {
        "answers": [
            {
                "organization": "bank",
                "role": {"id": "客户总监", "title": "客户总监"},
                "reports": [
                    {
                        "id": "manager",
                        "title": "客户经理",
                        "unit": "客户部",
                        "superior": "客户总监",
                        "depth": 1,
                        "line": "solid",
                    },
                    {
                        "id": "审计员",
                        "title": "审计员",
                        "unit": "总行",
                        "superior": "客户总监",
                        "depth": 1,
                        "line": "dotted",
                    },
                ],
            }
        ]
    }


def test_a_role_without_a_unit_has_null_there() -> None:
    (answer,) = orgchart("who-reports-to", "店长", "--format", "json").json["answers"]
    assert [report["unit"] for report in answer["reports"]] == [None]


def test_reports_stand_by_depth_and_then_as_in_the_file() -> None:
    (answer,) = orgchart("who-reports-to", "行长", "--all", "--format", "json").json["answers"]
    order = [(report["depth"], report["id"]) for report in answer["reports"]]
    assert order == [(1, "客户总监"), (1, "审计员"), (2, "manager")]


def test_chain_goes_up_from_the_nearest_superior() -> None:
    assert text("chain", "客户经理") == shown("""
        客户经理  客户部  [银行 · bank]
          ↑ 客户总监  客户部
          ↑ 行长  总行

        客户经理  [商店 · shop]
          ↑ 店长
        """)


def test_chain_in_json() -> None:
    assert orgchart("chain", "manager", "--format", "json").json == {
        "answers": [
            {
                "organization": "bank",
                "role": {"id": "manager", "title": "客户经理"},
                "chain": [{"id": "客户总监", "title": "客户总监"}, {"id": "行长", "title": "行长"}],
                "loop": False,
            }
        ]
    }


LOOP = "id: knot\nroles: [{title: 甲, reports_to: 乙}, {title: 乙, reports_to: 丙}, {title: 丙, reports_to: 乙}]"


def test_a_chain_in_a_loop_stops_before_the_first_repeat_and_says_so() -> None:
    ran = orgchart("chain", "甲", "-", given=LOOP)
    assert ran.out == "甲\n  ↑ 乙\n  ↑ 丙\n  ↑ 乙 again: the chain is a loop\n"
    (answer,) = orgchart("chain", "甲", "-", "--format", "json", given=LOOP).json["answers"]
    assert ([role["id"] for role in answer["chain"]], answer["loop"]) == (["乙", "丙"], True)


def test_the_tree_below_a_loop_has_each_role_once() -> None:
    ran = orgchart("who-reports-to", "乙", "-", "--all", given=LOOP)
    assert ran.out == "乙\n├── 甲\n└── 丙\n"


def test_the_layer_in_and_below_a_loop_is_null() -> None:
    (told,) = orgchart("span", "-", "--format", "json", given=LOOP).json["organizations"]
    assert told["layers"] == 0
    assert [role["layer"] for role in told["roles"]] == [None, None, None]
    assert "3 roles in or below a loop of superiors: no layer" in orgchart("span", "-", given=LOOP).out


def test_common_superior_shows_both_ways_up() -> None:
    assert text("common-superior", "客户经理", "审计员") == shown("""
        客户经理, 审计员: 行长  [银行 · bank]
          客户经理 → 客户总监 → 行长
          审计员 → 行长
        """)


def test_common_superior_in_json() -> None:
    assert orgchart("common-superior", "客户经理", "审计员", "--format", "json").json == {
        "answers": [
            {"organization": "bank", "roles": ["manager", "审计员"], "superior": {"id": "行长", "title": "行长"}}
        ]
    }


def test_of_two_roles_of_which_one_is_above_the_other_the_upper_one_is_the_common_superior() -> None:
    (answer,) = orgchart("common-superior", "客户经理", "客户总监", "--format", "json").json["answers"]
    assert answer["superior"]["id"] == "客户总监"


def test_two_tops_have_no_common_superior() -> None:
    tops = "roles: [{title: 甲}, {title: 乙}]"
    ran = orgchart("common-superior", "甲", "乙", "-", given=tops)
    assert (ran.status, ran.out) == (0, "甲, 乙: no common superior\n")
    ran = orgchart("common-superior", "甲", "乙", "-", "--format", "json", given=tops)
    assert ran.json == {"answers": [{"organization": "stdin", "roles": ["甲", "乙"], "superior": None}]}


def test_coordinates_with_a_role_tells_both_directions() -> None:
    assert text("coordinates-with", "客户经理") == shown("""
        客户经理  客户部  [银行 · bank]
          → 风险部  审批授信  (cross-department)
          ← 审计员  (cross-department)

        客户经理  [商店 · shop]  nobody
        """)


def test_coordinates_with_a_role_in_json() -> None:
    assert orgchart("coordinates-with", "manager", "--format", "json").json == {
        "answers": [
            {
                "organization": "bank",
                "role": {"id": "manager", "title": "客户经理"},
                "relations": [
                    {
                        "party": "风险部",
                        "kind": "unit",
                        "scope": "cross-department",
                        "about": "审批授信",
                        "direction": "out",
                    },
                    {
                        "party": "审计员",
                        "kind": "role",
                        "scope": "cross-department",
                        "about": None,
                        "direction": "in",
                    },
                ],
            }
        ]
    }


def test_coordinates_with_a_unit_names_the_role_of_each_relation() -> None:
    assert text("coordinates-with", "客户部") == shown("""
        客户部  [银行 · bank]
          客户经理 → 风险部  审批授信  (cross-department)
          客户经理 ← 审计员  (cross-department)
        """)
    (answer,) = orgchart("coordinates-with", "客户服务部", "--format", "json").json["answers"]
    assert "role" not in answer
    assert answer["unit"] == "客户部"
    assert [relation["role"] for relation in answer["relations"]] == [{"id": "manager", "title": "客户经理"}] * 2


def test_a_unit_speaks_for_the_units_in_it() -> None:
    (answer,) = orgchart("coordinates-with", "总行", "--format", "json").json["answers"]
    assert [(relation["party"], relation["direction"]) for relation in answer["relations"]] == [("风险部", "out")]


def test_a_unit_that_only_roles_name_is_found_too() -> None:
    given = (
        "roles: [{title: 甲, unit: 一部, coordinates_with: [乙]}, {title: 乙, unit: 二部, coordinates_with: [一部]}]"
    )
    ran = orgchart("coordinates-with", "一部", "-", given=given)
    assert ran.out == "一部\n  ← 乙\n  甲 → 乙  (cross-department)\n"


def test_span_is_a_table_with_its_distribution() -> None:
    assert text("span", "--organization", "bank") == shown("""
        银行  bank  4 roles, 3 layers
        superior   layer   direct   total
        ─────────────────────────────────
        行长           1        2       3
        客户总监       2        1       1

        direct reports  1 × 1, 2 × 1  (average 1.5)
        roles per layer  1: 1, 2: 2, 3: 1
        """)


def test_span_without_lines_says_so() -> None:
    assert orgchart("span", "-", given="id: a\nname: 甲公司\nroles: [{title: 甲}]").out == (
        "甲公司  a  1 role, 1 layer\n  no reporting lines\n"
    )


def test_span_in_json() -> None:
    assert orgchart("span", "org/shop.yaml", "--format", "json").json == {
        "organizations": [
            {
                "id": "shop",
                "layers": 2,
                "roles": [
                    {"id": "店长", "title": "店长", "direct": 1, "total": 1, "layer": 1},
                    {"id": "客户经理", "title": "客户经理", "direct": 0, "total": 0, "layer": 2},
                ],
            }
        ]
    }


def test_show_tells_everything_and_where_it_is_written() -> None:
    assert text("show", "manager") == shown("""
        客户经理  客户部  [银行 · bank]
          id: manager
          aliases: 客户服务经理
          unit: 客户部
          reports_to: 客户总监
          coordinates_with:
            - 风险部, kind: unit, scope: cross-department, about: 审批授信
          written at org/bank.yaml:9:5
        """)


def test_show_tells_what_others_say_of_a_role() -> None:
    given = "roles: [{title: 甲, supervises: [乙]}, {title: 乙}, {title: 丙, reports_to: 乙}]"
    assert orgchart("show", "乙", "-", given=given).out == shown("""
        乙
          superior by others' statements: 甲
          reports by their statements: 丙
          written at <stdin>:1:38
        """)


def test_show_indents_a_text_of_several_lines() -> None:
    given = "roles:\n  - title: 甲\n    note: |\n      一\n      二\n    kpi: [{period: 每周, items: [三]}]\n"
    assert orgchart("show", "甲", "-", given=given).lines[1:5] == ["  note: 一", "    二", "  kpi:", "    每周:"]


def test_show_in_json_is_the_role_as_exported() -> None:
    (answer,) = orgchart("show", "manager", "--format", "json").json["answers"]
    (exported,) = orgchart("export", "org/bank.yaml").json["organizations"]
    assert answer == {"organization": "bank", "role": exported["roles"][2]}


def test_list_is_a_table_of_several_organizations() -> None:
    assert text("list") == shown("""
        id     name   units   roles   path
        ───────────────────────────────────────────
        bank   银行       2       4   org/bank.yaml
        shop   商店       0       2   org/shop.yaml
        """)


def test_list_shows_one_organization_in_full() -> None:
    assert text("list", "--organization", "bank") == shown("""
        银行  bank  org/bank.yaml
        units
          总行
          客户部  in 总行
        roles
          行长  总行
          客户总监  客户部
          客户经理  manager, 客户部
          审计员  总行
        """)


def test_list_in_json() -> None:
    assert orgchart("list", "org/shop.yaml", "--format", "json").json == {
        "organizations": [
            {
                "id": "shop",
                "name": "商店",
                "path": "org/shop.yaml",
                "units": [],
                "roles": [
                    {"id": "店长", "title": "店长", "unit": None},
                    {"id": "客户经理", "title": "客户经理", "unit": None},
                ],
            }
        ]
    }


def test_validate_shows_findings_and_a_summary(folder: Path) -> None:
    (folder / "a.yaml").write_text("roles:\n  - {title: 经理, reports_to: 总监}\n", encoding="utf-8")
    ran = orgchart("validate", "a.yaml")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == shown("""
        a.yaml:2:29: error[ORG303] 经理 reports to 总监, which is no role here
        2 |   - {title: 经理, reports_to: 总监}
          |                               ^^^^
          hint: add a role 总监 (described: false), or correct the name

        1 organization, 1 role: 1 error, 0 warnings, 0 notes
        """)


def test_validate_in_json_has_every_place(folder: Path) -> None:
    (folder / "a.yaml").write_text(
        "id: a\nroles:\n  - {title: 甲, reports_to: 乙}\n  - {title: 乙, reports_to: 甲}\n", encoding="utf-8"
    )
    ran = orgchart("validate", "a.yaml", "--select", "ORG301", "--format", "json")
    assert ran.status == 1
    (finding,) = ran.json["findings"]
    assert finding.pop("message")
    assert finding.pop("hint")
    (related,) = finding.pop("related")
    assert related.pop("message")
    assert related == {"path": "a.yaml", "line": 4, "column": 28}
    assert finding == {
        "code": "ORG301",
        "name": "reporting-cycle",
        "severity": "error",
        "path": "a.yaml",
        "line": 3,
        "column": 28,
        "end_line": 3,
        "end_column": 29,
        "organization": "a",
        "roles": ["甲", "乙"],
    }
    assert ran.json["summary"] == {
        "organizations": 1,
        "roles": 2,
        "errors": 1,
        "warnings": 0,
        "notes": 0,
        "ignored": 0,
    }


def test_quiet_leaves_the_notes_of_validate_out_of_the_text() -> None:
    assert text("validate", "--quiet") == "2 organizations, 6 roles: 0 errors, 0 warnings, 4 notes\n"


def test_rules_are_listed_with_what_they_find() -> None:
    ran = orgchart("rules")
    assert re.search(r"^ORG301 +reporting-cycle +error +solid reporting lines form a loop$", ran.out, re.MULTILINE)
    rules = orgchart("rules", "--format", "json").json["rules"]
    assert len(rules) == 49
    assert rules[0] == {
        "code": "ORG101",
        "name": "unreadable-file",
        "severity": "error",
        "finds": "a file cannot be decoded or parsed",
    }


def test_a_rule_is_found_by_code_and_by_name() -> None:
    page = text("rule", "ORG301")
    assert page.startswith("# ORG301 reporting-cycle [error]\n")
    assert [page.count(heading) for heading in ("## What it finds", "## Bad", "## Good")] == [1, 1, 1]
    assert text("rule", "reporting-cycle") == text("rule", "org301") == page
    told = orgchart("rule", "ORG301", "--format", "json").json
    assert (told["code"], told["name"], told["severity"]) == ("ORG301", "reporting-cycle", "error")


def test_the_schema_is_one_json_document() -> None:
    assert orgchart("schema").json["title"]
