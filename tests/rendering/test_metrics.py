"""The metrics find what they are there to find: each on a picture made wrong by hand."""

from __future__ import annotations

from tests.rendering import metrics
from tests.rendering.metrics import Picture, Rect, Segment

A, B = Rect(0, 0, 140, 44), Rect(200, 100, 340, 144)


def picture(**parts: object) -> Picture:
    made = Picture(1000, 1000, {"a": A, "b": B})
    for name, part in parts.items():
        setattr(made, name, part)
    return made


def test_overlapping_cards_are_found() -> None:
    assert metrics.overlaps(picture()) == []
    assert metrics.overlaps(picture(boxes={"a": A, "b": Rect(139, 43, 300, 90)})) == [("a", "b")]


def test_the_least_gap_is_measured() -> None:
    assert metrics.least_gap(picture(boxes={"a": A, "b": Rect(151, 0, 290, 44)})) == 11


def test_a_line_through_a_card_is_found() -> None:
    assert metrics.entered_boxes(picture(lines={"x": [Segment(70, 44, 70, 90)]})) == []
    assert metrics.entered_boxes(picture(lines={"x": [Segment(70, 30, 70, 90)]})) == [("x", "a")]


def test_lines_of_two_superiors_that_meet_are_found() -> None:
    lines = {"x": [Segment(0, 50, 100, 50)], "y": [Segment(50, 0, 50, 90)]}
    assert metrics.meetings(picture(lines=lines)) == [("x", "y")]


def test_marks_on_cards_marks_and_lines_are_found() -> None:
    marks = [("a", 1, Rect(10, 40, 24, 52)), ("a", 2, Rect(20, 47, 34, 59))]
    found = metrics.mark_collisions(picture(marks=marks, lines={"b": [Segment(30, 44, 30, 90)]}))
    assert found == ["a 1 on card a", "a 1 on mark a 2", "a 2 on mark a 1", "a 2 on line of b"]


def test_a_mark_on_the_edge_of_a_frame_is_found() -> None:
    found = metrics.mark_collisions(
        picture(marks=[("a", 1, Rect(10, 47, 24, 59))], frames=[("u", Rect(0, 0, 200, 50))])
    )
    assert found == ["a 1 on the edge of u"]


def test_reports_that_no_line_reaches_are_found() -> None:
    lines = {"a": [Segment(70, 44, 70, 80), Segment(70, 80, 270, 80), Segment(270, 80, 270, 99)]}
    assert metrics.unreached(picture(lines=lines), {"a": ["b"]}) == [("a", "b")]


def test_siblings_out_of_order_are_found() -> None:
    boxes = {"a": Rect(200, 0, 340, 44), "b": Rect(0, 0, 140, 44)}
    assert metrics.disorder(picture(boxes=boxes), {"x": ["a", "b"]}) == [("a", "b")]


def test_a_frame_that_leaves_out_its_own_and_takes_in_others_is_found() -> None:
    found = metrics.wrongly_framed(picture(frames=[("u", Rect(-10, -10, 150, 54))]), [("u", frozenset("b"))])
    assert found == [("u", "b"), ("u", "a")]


def test_crossing_frames_are_found() -> None:
    frames = [("u", Rect(0, 0, 100, 100)), ("v", Rect(50, 50, 150, 150)), ("w", Rect(10, 10, 20, 20))]
    assert metrics.crossed_frames(picture(frames=frames)) == [("u", "v")]


def test_what_leaves_the_canvas_is_found() -> None:
    assert metrics.outside(picture(boxes={"a": Rect(-1, 0, 139, 44)})) == ["a"]
