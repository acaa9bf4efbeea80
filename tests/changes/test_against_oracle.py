"""Random edits of random companies: what is told is what a brute-force comparison finds, no more and no less."""

from __future__ import annotations

import json
import random

import pytest

from orgchart.changes import ACTIONS, diff
from tests.builders import written
from tests.changes.oracle import company, edited, expected


@pytest.mark.parametrize("seed", range(150))
def test_what_changed_is_what_brute_force_finds(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a company needs no secret
    before = company(chance, chance.randrange(1, 30))
    after = edited(chance, before, chance.randrange(0, 25))
    old, new = (written(json.dumps({"id": "a", "roles": roles}), "a.json") for roles in (before, after))
    (told,) = diff(old, new).to_json()["organizations"]
    wanted = expected(before, after)
    places = {role["id"]: place for place, role in enumerate(before)} | {
        role["id"]: place for place, role in enumerate(after)
    }
    in_order = sorted(wanted["changes"], key=lambda change: (ACTIONS.index(change[0]), places[change[1]]))
    assert [(change["action"], change["role"], change["fields"]) for change in told["changes"]] == in_order
    assert set(told["affected"]) == wanted["affected"]
    assert told["affected"] == sorted(told["affected"], key=places.__getitem__)


def test_the_edits_do_everything() -> None:
    seen = set()
    for seed in range(40):
        chance = random.Random(seed)  # noqa: S311 - a company needs no secret
        before = company(chance, 20)
        wanted = expected(before, edited(chance, before, 20))
        seen |= {action for action, _role, _fields in wanted["changes"]} | ({"reach"} if wanted["affected"] else set())
    assert seen == {*ACTIONS, "reach"}
