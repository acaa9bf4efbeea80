"""What is written beside a role for a person to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.importing import import_documents
from orgchart.importing.looking import draft

if TYPE_CHECKING:
    from pathlib import Path


def test_a_superior_whom_a_roster_does_not_list_is_worth_a_look(tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    roster.write_text("岗位,部门,直接上级\n总经理,总部,\n专员,销售部,不存在\n", encoding="utf-8")
    (one,) = import_documents([roster]).organizations
    assert "# look: ORG303 专员 reports to 不存在, which is no role here" in draft(one).text
