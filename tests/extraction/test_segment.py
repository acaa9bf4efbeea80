"""Whole texts and what they are parted into: organizations, and the roles that each of them describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.extraction.document import Document, Fragment
from orgchart.extraction.engine import extract

if TYPE_CHECKING:
    from orgchart.extraction.mentions import FoundOrganization


def read(words: str) -> tuple[FoundOrganization, ...]:
    lines = enumerate(words.split("\n"), start=1)
    return extract(Document(name="a.txt", fragments=tuple(Fragment(line, line=number) for number, line in lines)))


def described(words: str) -> str:
    """The titles that are described: a blank between two of one organization, a bar between organizations."""
    return " | ".join(" ".join(role.title for role in one.roles if role.described) for one in read(words))


STANDING = [
    # A title alone on its line, between the end of one text and the sentences of the next.
    ("花店岗位\n花艺师\n协助店长完成橱窗陈列，养护鲜花。\n送花员\n核对地址，按时送达。", "花艺师 送花员"),
    ("琴行分工\n\n调律师：\n在校长安排下，上门为客户调音。\n\n琴行前台：\n接听电话，登记试课。", "调律师 琴行前台"),
    # Alone it may be anything; so may one in the middle of a sentence or of a list.
    ("影楼职责\n各岗位分工如下\n\n化妆师\n协助摄影师布置场景，整理服装。", "未具名岗位"),
    ("化妆师\n协助摄影师布置场景，整理服装。", "化妆师"),
    ("参加会议的有\n调酒师\n吧台的，\n茶艺师\n茶室的，职责见附件。", "未具名岗位"),
]


@pytest.mark.parametrize(("words", "wanted"), STANDING)
def test_titles_that_stand_alone(words: str, wanted: str) -> None:
    assert described(words) == wanted


def test_a_preface_tells_lines_of_the_roles_it_names() -> None:
    (found,) = read(
        "牧场说明\n本牧场由场长统一管理。挤奶班长、兽医均对场长负责；挤奶工向挤奶班长汇报。\n\n"
        "兽医岗位职责\n1、按期接种疫苗。\n2、与饲料供应商沟通配方。"
    )
    above = {(superior, role.title) for role in found.roles for superior in role.reports_to}
    assert above == {("场长", "挤奶班长"), ("场长", "兽医"), ("挤奶班长", "挤奶工")}
    assert [role.title for role in found.roles if role.described] == ["兽医"]
    quotes = {told.quote: told.line for role in found.roles for told in role.evidence if told.field == "reports_to"}
    assert quotes == {"挤奶班长、兽医均对场长负责": 2, "挤奶工向挤奶班长汇报": 2}


def test_the_preface_of_a_collection_is_about_none_of_its_companies() -> None:
    found = read("范文两篇\n渔工均对船长负责。\n篇一 船长岗位职责\n1、指挥捕捞。\n篇二 渔工岗位职责\n1、整理渔网。")
    assert [role.reports_to for one in found for role in one.roles] == [(), ()]
