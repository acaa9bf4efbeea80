"""Pictures of an organization that changes: what is drawn like an earlier picture keeps its layout."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from orgchart.graph import OrgGraph
from orgchart.model import Holder, Org
from orgchart.rendering import render
from orgchart.rendering.layouts.sideways import sideways
from orgchart.rendering.layouts.tidy import tidy
from orgchart.rendering.scene import NOBODY, Box, Figure
from orgchart.rendering.writers.recalling import recalled
from orgchart.rendering.writers.svg import write_svg
from tests.rendering import metrics
from tests.rendering.companies import company, joined_by
from tests.rendering.figures import FAMILIES, random_figure
from tests.rendering.test_compose import role
from tests.rendering.test_layout import check

if TYPE_CHECKING:
    from collections.abc import Sequence


def like(figure: Figure, svg: str) -> Figure:
    memory = recalled(svg)
    return figure._replace(
        memo=memory.modes,
        earlier_frames=memory.frames,
        earlier_places=memory.places,
    )


def drawn(figure: Figure) -> str:
    return write_svg(tidy(figure, ratio=1.6))


def changed(old: str, new: str) -> int:
    """Lines that a reviewer sees as changed."""
    before, after = Counter(old.splitlines()), Counter(new.splitlines())
    return max(sum((before - after).values()), sum((after - before).values()))


def changes(figure: Figure, superiors: Sequence[int], *, kept: bool) -> list[int]:
    old = drawn(figure)
    joined = (joined_by(figure, superior) for superior in superiors)
    return sorted(changed(old, drawn(like(item, old) if kept else item)) for item in joined)


def sampled(*, teams: bool, kept: bool) -> list[int]:
    """Changed lines after each of sixty joins, in three companies of three hundred."""
    found: list[int] = []
    for seed in (1, 2, 3):
        figure = company(300, seed)
        random = Random(f"{seed} {teams}")  # noqa: S311 - seeded on purpose
        places = sorted(set(figure.superior) - {NOBODY}) if teams else range(300)
        found += changes(figure, random.choices(places, k=20), kept=kept)
    return sorted(found)


def test_a_new_member_of_a_team_among_three_hundred_changes_few_lines() -> None:
    """Reached with the memo: median 9, nine tenths up to 37 of about 520 lines; without it 28 and 391."""
    kept = sampled(teams=True, kept=True)
    assert kept[30] <= 30
    assert kept[54] <= 130


def test_a_new_role_anywhere_changes_fewer_lines_with_the_memo() -> None:
    """Most places are leaves, which become superiors, so that their team changes its shape. Median 80, without 161."""
    kept, free = (sampled(teams=False, kept=memo)[30] for memo in (True, False))
    assert kept <= 120
    assert kept <= free * 0.75


def test_a_picture_like_itself_is_the_same() -> None:
    for figure in (company(60, 1), company(300, 2), *(random_figure(family, 150, 3) for family in FAMILIES)):
        assert drawn(like(figure, drawn(figure))) == drawn(figure)


def test_a_renamed_holder_changes_one_line() -> None:
    def graph(name: str) -> OrgGraph:
        roles = [role("r0")] + [role(f"r{n}", reports_to=f"r{(n - 1) // 4}") for n in range(1, 150)]
        roles[70] = role("r70", reports_to="r17", holders=(Holder(name=name),))
        return OrgGraph(Org(id="x", name="某", roles=tuple(roles)))

    old = render(graph("张伟"))
    for new in (render(graph("王建国")), render(graph("王建国"), like=old)):
        pairs = zip(old.splitlines(), new.splitlines(), strict=True)
        assert sum(a != b for a, b in pairs) == 1


def test_every_superior_says_its_mode_and_the_picture_is_read_back() -> None:
    figure = random_figure("window", 150, 1)
    scene = tidy(figure, ratio=1.6)
    modes = {line.source: line.mode for line in scene.lines if line.mode}
    assert recalled(write_svg(scene)).modes == modes
    assert len(modes) > 20
    assert recalled(write_svg(scene)).places == {
        card.box.key: card.y for card in scene.cards if card.box.kind == "role"
    }


def test_an_earlier_layout_is_dropped_where_it_costs_too_much() -> None:
    figure = Figure(tuple(Box(f"r{n}", ("甲",), 44) for n in range(40)), (-1, *[0] * 39), 140)
    bad = figure._replace(memo={"r0": "G2"})
    assert drawn(bad) == drawn(figure)
    near = figure._replace(memo={"r0": "G6"})
    assert {line.mode for line in tidy(near, ratio=1.6).lines} == {"G6"}


@pytest.mark.parametrize("memo", ["", "G0", "G99999", "X", "Hhhhhhhh", "T0", "<b>", "V" * 9000, "H" + "g9" * 50])
@pytest.mark.parametrize("layout", [tidy, sideways])
def test_a_strange_memo_does_no_harm(memo: str, layout: object) -> None:
    figure = random_figure("window", 60, 2)
    strange = figure._replace(
        memo={box.key: memo for box in figure.boxes},
        earlier_frames={item.units[0]: 200 for item in figure.enclosures},
    )
    picture = metrics.of_scene(layout(strange, ratio=1.6))  # type: ignore[operator]
    assert metrics.overlaps(picture) == []
    assert metrics.meetings(picture) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_collides_where_a_layout_is_kept(family: str) -> None:
    old = drawn(random_figure(family, 150, 1))
    for seed, size in ((1, 140), (1, 160), (2, 150)):
        figure = like(random_figure(family, size, seed), old)
        check(figure, metrics.of_scene(tidy(figure, ratio=1.6)))


def test_other_files_are_no_memory() -> None:
    for text in ("", "<svg/>", '<path data-superior="a"/>', "{}"):
        assert recalled(text).modes == {}
        assert recalled(text).places == {}
    assert render(OrgGraph(Org(id="x", name="x", roles=(role("a"),))), like="<html>") == render(
        OrgGraph(Org(id="x", name="x", roles=(role("a"),)))
    )
