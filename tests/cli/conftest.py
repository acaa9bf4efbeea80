"""Small organizations that the tests of the command line ask about."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

BANK = """\
    id: bank
    name: 银行
    units:
      - {name: 总行}
      - {name: 客户部, part_of: 总行, aliases: [客户服务部]}
    roles:
      - {title: 行长, unit: 总行}
      - {title: 客户总监, unit: 客户部, reports_to: 行长}
      - title: 客户经理
        id: manager
        aliases: [客户服务经理]
        unit: 客户部
        reports_to: 客户总监
        coordinates_with:
          - {with: 风险部, kind: unit, scope: cross-department, about: 审批授信}
      - {title: 审计员, unit: 总行, reports_to: 行长, dotted_line_to: 客户总监, coordinates_with: [manager]}
"""
SHOP = """\
    id: shop
    name: 商店
    roles:
      - {title: 店长}
      - {title: 客户经理, reports_to: 店长}
"""
BROKEN = "roles:\n  - {title: 总经理\n"


@pytest.fixture(autouse=True)
def _fixed_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eighty columns and no colour, whatever the tests run in."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two organizations in `org/`; paths in answers are relative to it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "org").mkdir()
    (tmp_path / "org" / "bank.yaml").write_text(dedent(BANK), encoding="utf-8")
    (tmp_path / "org" / "shop.yaml").write_text(dedent(SHOP), encoding="utf-8")
    return tmp_path


@pytest.fixture
def with_broken_file(folder: Path) -> Path:
    """The same folder with a third file that cannot be read."""
    (folder / "org" / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    return folder
