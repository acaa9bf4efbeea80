"""Whatever is written in a file or asked for, a terminal only shows it."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.terminal import orgchart

HOSTILE = "\x1b[31m红\x1b]0;x\x07\u202e倒\x9b2J<b>\"'&\\"
LONG = "长" * 500
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def organization() -> str:
    """One organization in which everything that can be named is named to do harm."""
    return json.dumps(
        {
            "id": f"id{HOSTILE}",
            "name": f"name{HOSTILE}",
            "units": [{"name": f"unit{HOSTILE}"}],
            "roles": [
                {"title": f"boss{HOSTILE}", "supervises": [f"nobody{HOSTILE}"], "unit": f"unit{HOSTILE}"},
                {
                    "title": f"clerk{HOSTILE}",
                    "aliases": [f"alias{HOSTILE}"],
                    "reports_to": f"boss{HOSTILE}",
                    "unit": f"unit{HOSTILE}",
                    "purpose": f"purpose{HOSTILE}\n{HOSTILE}",
                    "coordinates_with": [{"with": f"party{HOSTILE}", "about": f"about{HOSTILE}"}],
                },
                {"title": f"clerk2{HOSTILE}", "reports_to": f"boss{HOSTILE}"},
                {"title": LONG, "reports_to": f"clerk{HOSTILE}"},
                {"title": "总经理 👩‍💼 مدير", "root": True},
            ],
        }
    )


@pytest.mark.parametrize(
    "words",
    [
        ("validate",),
        ("who-reports-to", "boss", "--all"),
        ("chain", LONG),
        ("common-superior", "alias", "clerk2"),
        ("coordinates-with", "alias"),
        ("coordinates-with", "unit"),
        ("span",),
        ("show", "alias"),
        ("list",),
        ("chain", "clerk"),
        ("chain", "clerk3"),
        ("chain", HOSTILE * 2),
        ("list", "--organization", HOSTILE),
    ],
    ids=lambda words: words[0],
)
def test_nothing_that_is_printed_is_obeyed(words: tuple[str, ...]) -> None:
    for form in ("text", "json"):
        ran = orgchart(*words, "-", "--format", form, "--color", "never", given=organization())
        assert ran.status in {0, 1, 2}
        assert OBEYED.findall(ran.out + ran.err) == []
        if form == "json":
            assert isinstance(ran.json, dict)


def test_an_export_is_obeyed_neither_and_keeps_every_character() -> None:
    ran = orgchart("export", "-", given=organization())
    assert OBEYED.findall(ran.out) == []
    assert ran.json["organizations"][0]["name"] == f"name{HOSTILE}"
    for target in ("dot", "mermaid"):
        assert (
            re.search(
                "[\x00-\x09\x0b-\x1f\x7f-\x9f]", orgchart("export", "-", "--to", target, given=organization()).out
            )
            is None
        )


@pytest.mark.parametrize("name", ["x" * 10_000, "客" * 10_000, "a\tb\nc", "*", "../..", "-1.0", "%s{}"])
def test_a_name_of_any_kind_is_nobodys(name: str) -> None:
    ran = orgchart("chain", "--", name, "-", given=organization())
    assert (ran.status, ran.out) == (1, "")


def test_a_long_title_is_shown_whole() -> None:
    assert LONG in orgchart("chain", LONG, "-", given=organization()).out


def test_emoji_and_right_to_left_titles_are_shown_as_they_are() -> None:
    assert "总经理 👩‍💼 مدير" in orgchart("list", "-", given=organization()).out


def test_a_title_is_found_by_its_visible_part() -> None:
    assert orgchart("chain", "alias", "-", given=organization()).status == 0
