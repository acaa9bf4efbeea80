"""When two names are the same name, and which one was probably meant."""

from __future__ import annotations

import time

import pytest

from orgchart.names import Nearest, level, spelt_out


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("总 经 理", "总经理"),
        ("總經理", "总经理"),
        ("ＩＴ 经理", "it经理"),
        ("　总\u200b经理\ufeff", "总经理"),
        ("CFO", "cfo"),
        ("Straße", "STRASSE"),
        ("經營企劃處", "经营企划处"),
    ],
)
def test_width_case_blanks_and_script_are_levelled(one: str, other: str) -> None:
    assert level(one) == level(other)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("客服部经理", "客户服务部经理"),
        ("HR 经理", "人力资源经理"),
        ("人力总监", "人力资源总监"),
        ("人资总监", "人力资源总监"),
        ("IT经理", "信息技术经理"),
        ("副总", "副总经理"),
        ("总助", "总经理助理"),
        ("Sr. Mgr.", "senior manager"),
        ("VP Sales", "Vice President Sales"),
    ],
)
def test_the_abbreviations_of_the_field_are_spelt_out(short: str, full: str) -> None:
    assert spelt_out(short) == spelt_out(full)
    assert level(short) != level(full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("大区经理", "区域经理"),
        ("副总裁", "副总经理裁"),
        ("副总监", "副总经理监"),
        ("总经理", "总经理理"),
        ("审计", "会计"),
        ("人力资源总监", "人力资源资源总监"),
        ("writer", "wr信息技术er"),
        ("Three", "T人力资源ee"),
        ("", "经理"),
    ],
)
def test_likeness_is_never_enough(one: str, other: str) -> None:
    assert spelt_out(one) != spelt_out(other)


@pytest.mark.parametrize("name", ["客户服务部经理", "人力资源总监", "副总经理", "总经理助理", "办公厅主任"])
def test_what_is_written_in_full_stays(name: str) -> None:
    assert spelt_out(name) == name


def test_the_nearest_name_comes_first() -> None:
    names = Nearest(["总经理", "财务总监", "财务经理", "客户服务部经理", "品牌经理"])
    assert names.to("财务总鉴")[0] == "财务总监"
    assert names.to("客服部经理")[0] == "客户服务部经理"
    assert names.to("總 經 理")[0] == "总经理"
    assert len(names.to("财务", 1)) == 1


def test_nobody_is_near_to_what_is_like_nothing() -> None:
    assert Nearest(["总经理", "财务总监"]).to("xyz") == []
    assert Nearest([]).to("总经理") == []
    assert Nearest(["总经理", ""]).to("") == []


def test_the_same_question_has_the_same_answer() -> None:
    names = ["甲乙丙", "甲乙丁", "甲乙戊", "甲乙己"]
    assert Nearest(names).to("甲乙") == Nearest(names).to("甲乙")


@pytest.mark.parametrize(("count", "length"), [(10_000, 6), (200, 5_000), (5, 20_000)])
def test_suggestions_never_keep_the_reader_waiting(count: int, length: int) -> None:
    names = Nearest(("经理总监主任专员" * length)[: length - 6] + f"{number:06}" for number in range(count))
    begun = time.perf_counter()
    for number in range(300):
        names.to(("总监经理专员主任" * length)[: length - 6] + f"{number:06}x")
    assert time.perf_counter() - begun < 30
