"""The level of reading that was reached on our own annotated documents, held from below."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.scoring import Score, score, total_of

PAIRS = Path(__file__).parent / "pairs"


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return score(PAIRS, PAIRS)


def test_reporting_lines(scores: list[Score]) -> None:
    total = total_of(one.reporting for one in scores)
    assert total.precision >= 0.96
    assert total.recall >= 0.97


def test_coordination_relations(scores: list[Score]) -> None:
    assert total_of(one.coordination for one in scores).f1 >= 0.97


def test_described_titles(scores: list[Score]) -> None:
    assert total_of(one.titles for one in scores).recall >= 0.96


def test_the_number_of_organizations(scores: list[Score]) -> None:
    assert sum(one.organizations[0] == one.organizations[1] for one in scores) >= 0.95 * len(scores)


def test_forms(scores: list[Score]) -> None:
    forms = [one for one in scores if "-form." in one.document]
    assert total_of(one.reporting for one in forms).f1 >= 0.99
    assert total_of(one.scopes for one in forms).f1 >= 0.98
    assert total_of(one.titles for one in forms).f1 >= 0.99
