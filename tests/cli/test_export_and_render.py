"""Organizations leave the command line as other formats and as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.terminal import orgchart

if TYPE_CHECKING:
    from pathlib import Path


def test_export_writes_all_organizations_as_one_document_that_can_be_read_again(folder: Path) -> None:
    assert orgchart("export", "-o", "all.json") == (0, "", "")
    assert (folder / "all.json").read_text(encoding="utf-8") == orgchart("export").out
    assert [org["id"] for org in orgchart("list", "all.json", "--format", "json").json["organizations"]] == [
        "bank",
        "shop",
    ]


@pytest.mark.parametrize(("target", "beginning"), [("dot", "digraph orgchart {"), ("mermaid", "flowchart TD")])
def test_export_of_one_organization(folder: Path, target: str, beginning: str) -> None:
    assert orgchart("export", "--to", target, "--organization", "bank").out.startswith(beginning)


@pytest.mark.parametrize("target", ["dot", "mermaid"])
def test_export_of_several_organizations_where_only_one_fits_names_them(folder: Path, target: str) -> None:
    ran = orgchart("export", "--to", target)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        f"error: {target} holds one organization, and here are 2\nhint: choose one with --organization: bank, shop\n"
    )


def test_a_mermaid_text_that_is_too_large_for_its_renderers_is_said_to_be() -> None:
    given = "roles: [{title: 甲}, " + ", ".join(f"{{title: 乙{number}, reports_to: 甲}}" for number in range(501)) + "]"
    assert "Mermaid draws 500" in orgchart("export", "-", "--to", "mermaid", given=given).err


@pytest.mark.parametrize("words", [("export", "-o", "org"), ("render", "org/shop.yaml", "-o", "org/bank.yaml/a.svg")])
def test_a_place_that_cannot_be_written_is_said(folder: Path, words: tuple[str, ...]) -> None:
    before = sorted(folder.rglob("*"))
    ran = orgchart(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines()[-1] == "hint: choose another place with -o"
    assert sorted(folder.rglob("*")) == before


def test_render_writes_a_picture_to_standard_output(folder: Path) -> None:
    ran = orgchart("render", "org/shop.yaml", "--quiet")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(("<svg", "<?xml"))
    assert orgchart("render", "org/shop.yaml", "-o", "shop.svg", "--quiet") == (0, "", "")
    assert (folder / "shop.svg").read_text(encoding="utf-8") == ran.out


def test_render_writes_a_folder_with_an_index(folder: Path) -> None:
    ran = orgchart("render", "-o", "pictures/of/all")
    assert (ran.status, ran.out) == (0, "")
    assert "2 pictures and index.html are in pictures/of/all" in ran.err
    assert sorted(file.name for file in (folder / "pictures/of/all").iterdir()) == [
        "bank.svg",
        "index.html",
        "shop.svg",
    ]


def test_render_says_how_many_findings_there_are(folder: Path) -> None:
    (folder / "a.yaml").write_text("roles: [{title: 甲, reports_to: 无人}]", encoding="utf-8")
    ran = orgchart("render", "a.yaml")
    assert ran.status == 0
    assert ran.err == "note: validate has 1 finding (1 error, 0 warnings, 0 notes)\n"


def test_several_organizations_are_not_one_picture(folder: Path) -> None:
    ran = orgchart("render")
    assert (ran.status, ran.out) == (2, "")
    assert "there are 2 organizations to draw" in ran.err


def test_an_organization_without_roles_has_no_picture(folder: Path) -> None:
    (folder / "a.yaml").write_text("units: [{name: 一部}]", encoding="utf-8")
    ran = orgchart("render", "a.yaml")
    assert (ran.status, ran.out) == (1, "")
    assert "a has no roles, so there is no picture of it" in ran.err


def test_ids_that_no_file_may_be_called_get_safe_names(folder: Path) -> None:
    (folder / "a.json").write_text(
        '{"organizations": [{"id": "../x", "roles": [{"title": "甲"}]}, {"id": "..:x", "roles": [{"title": "甲"}]}]}'
    )
    assert orgchart("render", "a.json", "-o", "out").status == 0
    assert sorted(file.name for file in (folder / "out").iterdir()) == ["_x-2.svg", "_x.svg", "index.html"]
    assert not (folder / "x.svg").exists()
