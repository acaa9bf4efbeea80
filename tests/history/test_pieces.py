"""A file read from its pieces says what it says read as a whole; where that is in doubt, it is read as a whole."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.organizations import as_yaml, rich_yaml, roles
from orgchart.history.pieces import Pieces
from orgchart.loading import put_together, read_content

ROOT = Path(__file__).parents[2]
WHOLE = """\
id: a
name: 甲
units:
  - {name: 部}
roles:
  - title: 一
    unit: 部

  # 二
  - title: 二
    purpose: |
      # 甲
      乙
note: 说
"""


def same(pieces: Pieces, text: str, path: str = "org/a.yaml") -> None:
    data = text.encode()
    one, other = pieces.read(path, data), read_content(path, data)
    ours, theirs = put_together([one]), put_together([other])
    assert ours.organizations == theirs.organizations
    assert ours.unread == theirs.unread


@pytest.mark.parametrize("file", sorted((ROOT / "org").glob("*.yaml")), ids=lambda file: file.stem)
def test_every_organization_of_ours(file: Path) -> None:
    same(Pieces(), file.read_text(encoding="utf-8"), str(file))


@pytest.mark.parametrize("made", [as_yaml(roles(60)), rich_yaml(40), WHOLE])
def test_random_edits_of_lines(made: str) -> None:
    chance = random.Random(1)  # noqa: S311 - an edit needs no secret
    pieces = Pieces()
    lines = made.split("\n")
    for _ in range(400):
        pieces.forget()
        edited = list(lines)
        for _edit in range(chance.randrange(1, 4)):
            place = chance.randrange(len(edited))
            edit = chance.choice(["drop", "twice", "shift", "back", "word", "swap"])
            if edit == "drop":
                del edited[place]
            elif edit == "twice":
                edited.insert(place, edited[place])
            elif edit == "shift":
                edited[place] = " " + edited[place]
            elif edit == "back":
                edited[place] = edited[place].removeprefix(" ")
            elif edit == "word":
                edited[place] += chance.choice(["新", ' "', " # 注", ": x", "'", " |", " [", "]", "- "])
            else:
                other = chance.randrange(len(edited))
                edited[place], edited[other] = edited[other], edited[place]
        same(pieces, "\n".join(edited))


@pytest.mark.parametrize(
    "text",
    [
        "roles:\n- title: &a 一\n- title: 二\n  aliases: *a\n",
        "roles:\n- title: 一\n---\nroles:\n- title: 二\n",
        "roles:\r\n- title: 一\r\n- title: 二\r\n",
        "roles:\n- title: 一\nroles:\n- title: 二\n",
        "organizations:\n- id: a\n  roles:\n  - title: 一\n",
        'note: "\nroles:\n- title: 一\n"\n',
        'roles:\n- title: "一\n- title: 二"\n',
        "roles:\n- {title: 一,\n- title: 二}\n",
        "roles:\n-\n  title: 一\n- title: 二\n",
        "roles:\n  - title: 一\n - title: 二\n",
        "roles:\n- title: 一\n- \n- title: 二\n",
        "roles:\n- title: 一\n- 二\n",
        "roles:\n- title: 一\n  note: |\n    说",
        "roles:\n- title: 一\n  note: |+\n    说\n\n\n",
        "roles:\n- title: 一\n  note: |+\n    说\n\nname: 甲",
        "roles:\n",
        "roles: [{title: 一}]\n",
        "roles:\n# 注\n",
        "",
        "[",
        "name: 甲\nroles:\n- title: R & D\n- title: 甲*\n",
    ],
)
def test_what_cannot_be_cut_without_doubt(text: str) -> None:
    same(Pieces(), text)


def test_a_role_that_stands_as_before_is_not_read_again() -> None:
    pieces = Pieces()
    (first,) = pieces.read("a.yaml", WHOLE.encode()).parts
    pieces.forget()
    (second,) = pieces.read("a.yaml", WHOLE.replace("title: 一", "title: 三").encode()).parts
    assert second.roles[1] is first.roles[1]
    assert second.roles[0] is not first.roles[0]


def test_what_two_versions_did_not_have_is_forgotten() -> None:
    pieces = Pieces()
    for number in range(20):
        pieces.forget()
        pieces.read("a.yaml", WHOLE.replace("一", f"岗{number}").encode())
    assert len(pieces._known) + len(pieces._known_before) <= 8
