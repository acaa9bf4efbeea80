"""Who is who across a change: by written id, by title, by earlier titles; never by resemblance."""

from __future__ import annotations

import pytest

from orgchart.matching import match
from tests.builders import written


def matched(before: str, after: str) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """The pairs by id, in the order of the later state; who has gone; who is new."""
    old, new = written(f"roles: [{before}]"), written(f"roles: [{after}]")
    matching = match(old, new)
    assert matching.pairs == {earlier: later for later, earlier in matching.back.items()}
    assert sorted([*matching.pairs, *matching.removed]) == list(range(len(old.roles)))
    assert sorted([*matching.back, *matching.added]) == list(range(len(new.roles)))
    return (
        [(str(old.roles[earlier].id), str(new.roles[later].id)) for later, earlier in matching.back.items()],
        [str(old.roles[number].id) for number in matching.removed],
        [str(new.roles[number].id) for number in matching.added],
    )


def test_a_written_id_is_the_same_role_whatever_else_changed() -> None:
    assert matched("{id: a, title: 甲, unit: 一部}", "{id: a, title: 乙, unit: 二部}") == ([("a", "a")], [], [])


def test_a_written_id_is_never_another_written_id() -> None:
    assert matched("{id: a, title: 甲}", "{id: b, title: 甲}") == ([], ["a"], ["b"])


def test_ids_may_be_written_later_and_taken_away_again() -> None:
    assert matched("{title: 甲}", "{id: b, title: 甲}") == ([("甲", "b")], [], [])
    assert matched("{id: b, title: 甲}", "{title: 甲}") == ([("b", "甲")], [], [])


def test_a_title_in_its_unit_comes_before_the_title_elsewhere() -> None:
    before = "{title: 会计, unit: 一部}, {title: 会计, unit: 二部}"
    after = "{title: 会计, unit: 三部}, {title: 会计, unit: 二部}"
    assert matched(before, after) == ([("一部/会计", "三部/会计"), ("二部/会计", "二部/会计")], [], [])


def test_a_title_that_stands_for_several_is_not_guessed() -> None:
    before = "{title: 会计, unit: 一部}, {title: 会计, unit: 二部}"
    after = "{title: 会计, unit: 三部}, {title: 会计, unit: 四部}"
    assert matched(before, after) == ([], ["一部/会计", "二部/会计"], ["三部/会计", "四部/会计"])


def test_an_earlier_title_is_a_rename_and_stands_in_renamed() -> None:
    before, after = "{title: 甲}, {title: 丙}", "{title: 丙}, {title: 乙, previously: [甲]}"
    assert matched(before, after) == ([("丙", "丙"), ("甲", "乙")], [], [])
    assert match(written(f"roles: [{before}]"), written(f"roles: [{after}]")).renamed == ((0, 1),)


def test_an_earlier_title_overrules_two_written_ids() -> None:
    assert matched("{id: a, title: 甲}", "{id: b, title: 乙, previously: 甲}") == ([("a", "b")], [], [])
    assert matched("{id: a, title: 甲}", "{id: b, title: 乙, previously: a}") == ([("a", "b")], [], [])


def test_an_earlier_title_that_still_stands_names_nobody() -> None:
    before = "{title: 甲}, {title: 乙, previously: [甲]}"
    assert matched(before, before) == ([("甲", "甲"), ("乙", "乙")], [], [])


def test_likeness_is_not_enough() -> None:
    assert matched("{title: 客服部经理}", "{title: 客户服务部经理}") == ([], ["客服部经理"], ["客户服务部经理"])


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_untitled_roles_are_told_apart_by_their_source(gone: int) -> None:
    roles = [f"{{untitled: true, source: 'a.txt:{number}'}}" for number in range(3)]
    kept = [role for number, role in enumerate(roles) if number != gone]
    old, new = written(f"roles: [{', '.join(roles)}]"), written(f"roles: [{', '.join(kept)}]")
    assert match(old, new).removed == (gone,)


def test_the_order_of_roles_says_nothing() -> None:
    assert matched("{title: 甲}, {title: 乙}", "{title: 乙}, {title: 甲}") == ([("乙", "乙"), ("甲", "甲")], [], [])


def test_a_hundred_thousand_roles_that_all_changed_their_titles_are_matched() -> None:
    size = 100_000
    old = written("roles:\n" + "".join(f"- title: a{number}\n" for number in range(size)))
    new = written("roles:\n" + "".join(f"- {{title: b{number}, previously: [a{number}]}}\n" for number in range(size)))
    assert len(match(old, new).renamed) == size
