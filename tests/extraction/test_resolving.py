"""Which role a name means: one, or none."""

from __future__ import annotations

import pytest

from orgchart.extraction.resolving import Register, title_of


def register(*titles: str) -> Register:
    """Described roles, written `title@unit`; those in brackets are only mentioned."""
    made = Register()
    for words in titles:
        title, _, unit = words.strip("()").partition("@")
        made.add(title, unit or None, described=not words.startswith("("))
    return made


@pytest.mark.parametrize(
    ("titles", "name", "meant"),
    [
        (["车间主任", "班组长"], "班组长", "班组长"),
        (["客户服务部经理"], "客服部经理", "客户服务部经理"),
        (["设备部主管"], "设备主管", "设备部主管"),
        (["出纳岗"], "出纳", "出纳岗"),
        (["巡检专员"], "巡检人员", "巡检专员"),
        (["测试工程师"], "测试人员", "测试工程师"),
        (["导购员"], "导购员人员", "导购员"),
        (["城东分部经理"], "分部经理", "城东分部经理"),
        (["夜班保安队长"], "保安队长", "夜班保安队长"),
        # none
        (["大区经理"], "区域经理", None),
        (["大店长"], "店长", None),
        (["副厂长"], "厂长", None),
        (["(城东分部经理)"], "分部经理", None),
        (["责任护士"], "护士", None),
        (["东区保安队长", "西区保安队长"], "保安队长", None),
        (["执行总经理"], "经理", None),
    ],
)
def test_a_name_means_one_role_or_none(titles: list[str], name: str, meant: str | None) -> None:
    known = register(*titles)
    number = known.meant(name)
    assert (None if number is None else known.titles[number]) == meant


def test_a_bare_rank_is_the_one_of_the_unit() -> None:
    known = register("护理部主任@护理部", "检验科主任@检验科", "护理部干事@护理部")
    assert known.meant("主任", "护理部", "护理部干事") == 0
    assert known.meant("主任") is None


def test_a_bare_rank_is_the_only_one_of_that_rank() -> None:
    known = register("保安队长", "保安班长")
    assert known.meant("队长", None, "保安班长") == 0


def test_one_title_in_two_units_means_the_one_of_the_unit_in_question() -> None:
    known = register("文员@前厅部", "文员@工程部")
    assert known.meant("文员", "工程部") == 1
    assert known.meant("文员") is None


def test_another_name_is_known_from_then_on() -> None:
    known = register("大堂副理")
    known.add_alias(0, "值班副理")
    assert known.meant("值班副理") == 0
    assert known.aliases[0] == ["值班副理"]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("养护班长岗位职责", "养护班长"),
        ("北湖物业公司客服主管", "客服主管"),
        ("会员/活动经理", "会员/活动经理"),
        ("质检员岗位职责质检员", "质检员"),
        ("收银员(2人)", "收银员"),
        ("公司客户经理", "公司客户经理"),
    ],
)
def test_a_title_is_shown_without_words_about_the_document(words: str, title: str) -> None:
    assert title_of(words) == title
