"""A record is a frozen value with named fields."""

from __future__ import annotations

import copy
import pickle
from typing import ClassVar

import pytest

from orgchart.model import Role, Unit
from orgchart.record import Record


class Point(Record):
    x: int
    y: int = 0
    label: str = ""

    _uncompared: ClassVar[tuple[str, ...]] = ("label",)


class Deep(Point):
    z: int


def test_a_field_that_was_not_given_has_its_default() -> None:
    assert (Point(x=1).x, Point(x=1).y) == (1, 0)
    assert (Deep(x=1, z=2).y, Deep(x=1, z=2).z) == (0, 2)


def test_a_required_field_is_required() -> None:
    with pytest.raises(TypeError, match="Point needs x"):
        Point(y=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Deep needs z"):
        Deep(x=1)  # type: ignore[call-arg]


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="Point has no z"):
        Point(x=1, z=3)  # type: ignore[call-arg]


def test_a_record_cannot_be_changed() -> None:
    point = Point(x=1)
    with pytest.raises(AttributeError, match="replace"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="removed"):
        del point.x
    assert point.x == 1


def test_replacing_makes_another() -> None:
    point = Point(x=1, y=2)
    assert point.replace(y=3) == Point(x=1, y=3)
    assert point == Point(x=1, y=2)


def test_a_given_default_is_no_difference_and_bookkeeping_none_either() -> None:
    assert Point(x=1) == Point(x=1, y=0)
    assert Point(x=1, label="a") == Point(x=1, label="b")
    assert Point(x=1) != Point(x=2)
    assert Deep(x=1, z=1) != Point(x=1)
    assert Point(x=1) != 1


def test_it_shows_what_was_given() -> None:
    assert repr(Point(x=1, label="a")) == "Point(x=1)"
    assert repr(Unit(name="部", headcount=3)) == "Unit(name='部', headcount=3)"


def test_it_survives_copying_and_pickling() -> None:
    role = Role(id="a", title="甲", reports_to=("乙",))
    assert copy.deepcopy(role) == role
    assert pickle.loads(pickle.dumps(role)) == role  # noqa: S301 - our own bytes


def test_a_record_may_own_the_fields_it_is_given() -> None:
    fields = {"x": 1, "label": "a"}
    point = Point.owning(fields)
    assert point == Point(x=1)
    assert vars(point) is fields
    assert point.replace(x=2) == Point(x=2)
    assert fields == {"x": 1, "label": "a"}
