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


def route(*corners: tuple[int, int], source: str = "a", target: str = "b") -> metrics.Route:
    return metrics.Route("coordination", source, target, corners)


def test_sizes_are_measured() -> None:
    made = picture(boxes={"a": Rect(0, 0, 100, 100)})
    assert metrics.area(made) == 1_000_000
    assert metrics.area_a_card(made) == 1_000_000
    assert metrics.ink(made) == 0.01
    assert metrics.aspect(made) == 1
    assert metrics.scale(made) == 1


def test_crossings_are_counted_by_point() -> None:
    lines = {"x": [Segment(50, 200, 50, 300)], "y": [Segment(0, 250, 100, 250)]}
    crossing = route((0, 250), (80, 250), source="c", target="d")
    assert metrics.crossing_points(picture(lines=lines, routes=[crossing])) == {(50, 250)}
    assert metrics.crossing_points(picture(lines={"x": [*lines["x"], *lines["y"]]})) == set()
    touching = {"x": lines["x"], "y": [Segment(50, 250, 100, 250)]}
    assert metrics.crossing_points(picture(lines=touching)) == set()


def test_lines_on_lines_are_found() -> None:
    lines = {"x": [Segment(50, 200, 50, 300)]}
    assert len(metrics.collinear(picture(lines=lines, routes=[route((50, 290), (50, 400))]))) == 1
    assert metrics.collinear(picture(lines=lines, routes=[route((50, 299), (50, 400))])) == []
    assert metrics.collinear(picture(lines=lines, routes=[route((51, 290), (51, 400))])) == []


def test_lengths_and_bends_are_measured() -> None:
    made = picture(routes=[route((70, 44), (70, 70), (270, 70), (270, 100))])
    assert metrics.cross_length(made) == 256
    assert metrics.bends(made) == [2]
    assert metrics.slanting(made) == []
    assert metrics.slanting(picture(routes=[route((0, 0), (5, 5))])) == ["coordination a b"]


def test_a_cross_line_through_a_card_is_found_even_its_own() -> None:
    assert metrics.boxes_crossed(picture(routes=[route((70, 44), (70, 60))])) == []
    assert metrics.boxes_crossed(picture(routes=[route((70, 40), (70, 60))])) == [("coordination a b", "a")]


def test_loose_ends_are_found() -> None:
    assert metrics.loose_ends(picture(routes=[route((70, 44), (270, 100))])) == []
    assert metrics.loose_ends(picture(routes=[route((70, 45), (270, 100))])) == ["coordination a b at a"]


def test_lines_and_marks_on_names_are_found() -> None:
    labels = [("部", Rect(10, 200, 40, 212))]
    marks = [("a", 1, Rect(30, 205, 44, 217))]
    found = metrics.words_crossed(picture(labels=labels, marks=marks, routes=[route((20, 100), (20, 300))]))
    assert found == ["0 coordination a b through 部", "mark 1 on 部"]


def test_a_mark_on_a_foreign_cross_line_is_found() -> None:
    marks = [("a", 1, Rect(63, 47, 77, 59))]
    assert metrics.mark_collisions(picture(marks=marks, routes=[route((70, 44), (70, 90))])) == []
    foreign = route((65, 44), (65, 90))
    assert metrics.mark_collisions(picture(marks=marks, routes=[foreign])) == ["a 1 on coordination a b"]
