"""Text is measured and broken alike on every machine."""

from __future__ import annotations

import pytest

from orgchart.rendering.cleaning import clean, isolate
from orgchart.rendering.measure import break_title, clusters, cut_to, fill, text_width

ROOM, SIZE = 116, 13


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("客户", 200), ("A", 78), ("W", 111), ("i", 35), ("0", 70), (" ", 35), ("“", 100), ("ñ", 72), ("e\u0301", 68)],
)
def test_advances_come_from_the_table(text: str, hundredths: int) -> None:
    assert text_width(text, 100) == hundredths


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("总经理", ("总经理",)),
        ("市场营销项目管理办公室经理", ("市场营销项目", "管理办公室经理")),
        ("嵌入式软件开发经理", ("嵌入式软件", "开发经理")),
        ("过程与成品检验主管", ("过程与成品", "检验主管")),
        ("Lead Platform Engineer", ("Lead Platform", "Engineer")),
        ("Mmm Mmm Mmm Wmm", ("Mmm Mmm", "Mmm Wmm")),
        ("客户品牌的有关直接负责人员", ("客户品牌的有关", "直接负责人员")),
    ],
)
def test_titles_break_where_a_word_ends(title: str, lines: tuple[str, ...]) -> None:
    assert break_title(title, ROOM, SIZE).lines == lines


@pytest.mark.parametrize(
    "title", ["华东地区（含上海、江苏）销售经理", "品牌推广及公关部，媒介主管", "《客户》专刊主编与责任编辑"]
)
def test_lines_neither_begin_nor_end_with_the_wrong_punctuation(title: str) -> None:
    first, second = break_title(title, ROOM, SIZE).lines
    assert second[0] not in "，。、；：）】》”…"
    assert first[-1] not in "（【《“"


@pytest.mark.parametrize(
    "title",
    [
        "客" * 500,
        "Donaudampfschifffahrtsgesellschaftskapitän " * 9,
        "👨‍👩‍👧‍👦" * 40,
        "e\u0301" * 300,
        "🇨🇳" * 50,
        " ",
        "مدير" * 40,
    ],
)
def test_long_titles_fit_their_card(title: str) -> None:
    wrapped = break_title(title, ROOM, SIZE)
    assert len(wrapped.lines) <= 2
    assert all(text_width(line, SIZE) <= ROOM for line in wrapped.lines)
    assert wrapped.cut == wrapped.lines[-1].endswith("…")


@pytest.mark.parametrize("cluster", ["👨‍👩‍👧‍👦", "e\u0301", "🇨🇳", "👍🏽", "한", "ก็", "❤️"])
def test_a_character_of_several_codes_stays_whole(cluster: str) -> None:
    assert clusters(f"客{cluster}户") == ["客", cluster, "户"]
    text = cluster * 60
    assert clusters(text) == [cluster] * 60
    for line in break_title(text, ROOM, SIZE).lines:
        assert line.removesuffix("…").replace(cluster, "") == ""


def test_texts_are_filled_line_by_line_and_cut_at_the_end() -> None:
    text = "与生产部、物流部及品管部沟通，保障供应的及时和准确，" * 4
    wrapped = fill(text, 200, 11, 3)
    assert wrapped.cut
    assert len(wrapped.lines) == 3
    assert all(text_width(line, 11) <= 200 for line in wrapped.lines)
    assert fill("短", 200, 11, 3).lines == ("短",)
    assert fill("", 200, 11, 3).lines == ("",)
    assert fill("客户" * 9, 5, 11, 2).lines[0] == "客"


def test_cutting_keeps_what_fits() -> None:
    assert cut_to("总经理", ROOM, SIZE) == ("总经理", False)
    assert cut_to("客" * 20, 40, 10) == ("客客客…", True)


@pytest.mark.parametrize(
    ("dirty", "pure"),
    [
        ("总\u202e经理", "总经理"),
        ("a\x00b\x1bc", "abc"),
        (" 总  经\n理\t", "总 经 理"),
        ("\ud83d\ude00", "😀"),
        ("半\ud800", "半\ufffd"),
        ("\ufffe\u200b客", "客"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
    ],
)
def test_what_a_picture_cannot_show_is_dropped(dirty: str, pure: str) -> None:
    assert clean(dirty) == pure


def test_names_written_from_the_right_are_fenced_off() -> None:
    assert isolate("مدير") == "\u2068مدير\u2069"
    assert isolate("经理") == "经理"
