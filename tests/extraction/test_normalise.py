"""Clean text: what each step leaves out or replaces, and the way back from every character to where it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgchart.extraction.document import Document, Fragment
from orgchart.extraction.normalise import normalise

if TYPE_CHECKING:
    from orgchart.extraction.text import Text

WIDE_PAGE = """\
仓储主管每天早上到岗以后先查看夜班的交接记录，再安排
理货员和叉车司机当日的工作，并且把到货的时间告诉采购
专员，遇到单据不符的货物，先放在待检区，等质检员看过
之后再入库，不得把未经检验的货物放上货架，也不得把已
经退回的货物与良品混放，每个月的最后一个工作日由仓储
主管和财务人员一起盘点，盘点的结果写成报告，由仓储经
理审核以后存档，存档的时间不少于三年。"""
STEPS = {
    "full width": ("岗位名称：Ａ班　班长", "岗位名称:A班 班长"),
    "traditional": ("職務說明書", "职务说明书"),
    "other signs": ("〔岗位〕司机│定员", "【岗位】司机|定员"),
    "pinyin": ("经(jīng)理向总(zǒng)监汇报", "经理向总监汇报"),
    "letters apart": ("直 接 上 级: 店 长", "直接上级: 店长"),
    "not letters apart": ("店长 店员 总经理", "店长 店员 总经理"),
    "capitals": ("由 IT 经理和 HR 主管", "由 IT经理和 HR主管"),
    "unseen": ("岗\u200b位\ufeff名\u00ad称", "岗位名称"),
    "furniture": ("前厅经理\n下载价格: 5元 会员登录\n直接上级", "前厅经理\n\n直接上级"),
    "a name cut by a line's end": ("直接下级:装配班\n长、质检员\n", "直接下级:装配班长、质检员\n"),
    "one letter cut off": ("内部协作:采购\n部\n外部协作:无", "内部协作:采购部\n外部协作:无"),
    "a field of its own": ("直接下级:质检员\n编制:5人", "直接下级:质检员\n编制:5人"),
    "a page's width": (WIDE_PAGE, WIDE_PAGE.replace("\n", "")),
}


def document(words: str) -> Document:
    lines = words.split("\n")
    return Document(name="a.txt", fragments=tuple(Fragment(line, number) for number, line in enumerate(lines, 1)))


@pytest.mark.parametrize(("written", "clean"), STEPS.values(), ids=STEPS)
def test_steps(written: str, clean: str) -> None:
    assert normalise(document(written)).clean == clean


@pytest.mark.parametrize("written", [written for written, _clean in STEPS.values()], ids=STEPS)
def test_every_character_of_every_step_leads_back(written: str) -> None:
    leads_back(document(written))


LETTERS = st.sampled_from("经理長职位：:，、（）()jīng ān　 \t\n\r\u200b\ufeff\x0b1一Ａ部直接上级，。第页码来源")
WORDS = st.sampled_from(
    [
        "直 接 上 级",
        "總經理",
        "经(jīng)理",
        "、质检\n员\n",
        "来源: 某站",
        "IT 主管",
        "\n",
        "协作:财务\n部\n",
        "一二三四五六七八" * 3,
    ]
)
TEXTS = st.lists(st.one_of(LETTERS, WORDS), max_size=60).map("".join)


@settings(max_examples=300)
@given(TEXTS)
def test_whatever_is_written_leads_back(written: str) -> None:
    leads_back(document(written))


@settings(max_examples=150)
@given(st.lists(TEXTS, max_size=6))
def test_cells_and_headings_stand_where_their_words_do(texts: list[str]) -> None:
    fragments = tuple(
        Fragment(words, place=f"table 1, row {row}, cell 1", table=1, row=row, column=1, heading=row % 2)
        for row, words in enumerate(texts, 1)
    )
    text = leads_back(Document(name="a.docx", fragments=fragments))
    raw = 0
    for cell, fragment in zip(text.cells, fragments, strict=True):
        kept = {text.origin(place) for place in range(len(text.clean))}
        inside = [place for place in range(raw, raw + len(fragment.text)) if place in kept]
        assert [text.origin(place) for place in range(cell.start, cell.end)] == inside
        raw += len(fragment.text) + 1


def leads_back(document: Document) -> Text:
    """Check that the origins of a clean text rise, that each is the character it came from, and what quotes say."""
    text = normalise(document)
    origins = [text.origin(place) for place in range(len(text.clean))]
    assert origins == sorted(set(origins))
    for place, origin in enumerate(origins):
        alone = normalise(Document(name="a", fragments=(Fragment(text.raw[origin], 1),))).clean
        assert alone in {text.clean[place], ""}
    for start in range(0, len(origins), 7):
        end = min(len(origins), start + 5)
        quoted = text.quoted(start, end)
        said = text.raw[origins[start] : origins[end - 1] + 1]
        if text.in_pieces:
            piece = text.fragment(start)
            assert piece is not None
            assert quoted.words in said
            assert quoted.words in piece.text
        else:
            assert quoted.words == (said.strip() or said)
        blank = len(said) - len(said.lstrip()) if said.strip() else 0
        before = text.raw[: origins[start] + blank].count("\n")
        if document.name.endswith(".txt"):
            assert quoted.line == before + 1
    return text
