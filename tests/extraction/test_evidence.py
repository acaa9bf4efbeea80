"""Mentions put together: whose they are, what counts, what is passed over, and where each word stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.extraction.document import Document, Fragment
from orgchart.extraction.evidence import Reading, assemble
from orgchart.extraction.mentions import Block, FoundOrganization, FoundRole, Mention
from orgchart.extraction.normalise import normalise
from orgchart.extraction.prose import read_prose

if TYPE_CHECKING:
    from orgchart.extraction.text import Text


def text_of(words: str, *, lines: bool = True) -> Text:
    fragments = tuple(
        Fragment(line, line=number if lines else None, place="" if lines else f"paragraph {number}")
        for number, line in enumerate(words.split("\n"), start=1)
    )
    return normalise(Document(name="岗位.txt", fragments=fragments))


def mention(text: Text, field: str, words: str, quote: str = "", **more: object) -> Mention:
    """A field's mention of words that stand in the text."""
    start = text.clean.index(words)
    first = text.clean.index(quote) if quote else start
    last = first + len(quote) if quote else start + len(words)
    given = {"stage": "field", "pattern": "label", "quote_start": first, "quote_end": last, **more}
    return Mention(field=field, words=words, start=start, end=start + len(words), **given)  # type: ignore[arg-type]


def described(words: str, *, lines: bool = True) -> FoundOrganization:
    """One organization from text in which each description begins with `# title` or `# title@unit`."""
    text = text_of(words, lines=lines)
    readings = []
    at = 0
    for piece in text.clean.split("# ")[1:]:
        start = text.clean.index(f"# {piece}", at) + 2
        at = start + len(piece)
        title, _, unit = piece.partition("\n")[0].partition("@")
        heads = [
            Mention(
                field=field,
                words=name,
                start=start,
                end=start + len(name),
                quote_start=start,
                quote_end=start + len(name),
                stage="field",
                pattern="heading",
            )
            for field, name in (("title", title), ("unit", unit))
            if name
        ]
        block = Block(
            organization=0,
            stretches=((start + len(piece.partition("\n")[0]), at),),
            title=heads[0] if title else None,
            unit=heads[-1] if unit else None,
        )
        readings.append(Reading(block, read_prose(text, block)))
    (organization,) = assemble(text, readings)
    return organization


def role(organization: FoundOrganization, title: str) -> FoundRole:
    return next(one for one in organization.roles if one.title == title)


def why(organization: FoundOrganization, words: str) -> list[str]:
    return [one.why for one in organization.passed_over if one.words == words]


def test_every_relation_has_its_words_and_their_place() -> None:
    found = described("# 轮机长\n受船长领导。\n指导轮机员的日常工作。\n与 船 厂 沟通维修。")
    (told,) = [one for one in role(found, "轮机长").evidence if one.field == "supervises"]
    assert (told.line, told.end_line, told.quote) == (3, 3, "指导轮机员的日常工作")
    assert (told.value, told.stage, told.pattern, told.file) == ("轮机员", "prose", "leads", "岗位.txt")
    assert {one.field for one in role(found, "轮机长").evidence} == {"title", "reports_to", "supervises"}


def test_a_document_without_lines_says_the_place_in_words() -> None:
    found = described("# 出纳\n对财务经理负责。", lines=False)
    told = role(found, "出纳").evidence[-1]
    assert (told.line, told.place, told.quote) == (None, "paragraph 2", "对财务经理负责")


def test_names_without_a_description_become_roles_behind_the_described_ones() -> None:
    found = described("# 班长\n对工段长负责。\n# 工段长\n领导班长、安全员开展工作。")
    assert [(one.title, one.described) for one in found.roles] == [("班长", True), ("工段长", True), ("安全员", False)]
    assert role(found, "班长").reports_to == ("工段长",)
    assert role(found, "工段长").supervises == ("班长", "安全员")


def test_a_hint_counts_where_nothing_else_names_a_superior() -> None:
    found = described("# 保洁员\n完成领班交办的其他工作。\n# 洗衣工\n对布草主管负责。\n完成领班交办的其他工作。")
    assert role(found, "保洁员").reports_to == ("领班",)
    assert role(found, "洗衣工").reports_to == ("布草主管",)
    assert why(found, "领班") == ["a direct superior is given elsewhere"]


def test_a_hint_gives_way_to_a_superior_that_lists_the_role() -> None:
    found = described("# 收费员\n完成站长交办的任务。\n# 收费班长\n管理收费员的日常工作。")
    assert role(found, "收费员").reports_to == ()
    assert role(found, "收费班长").supervises == ("收费员",)


def test_handed_out_work_is_plainer_than_an_instruction() -> None:
    found = described("# 计划员\n根据生产总监的要求编制计划。\n完成计划主管布置的工作。")
    assert role(found, "计划员").reports_to == ("计划主管",)
    assert why(found, "生产总监") == ["plainer words name the superior"]


def test_guidance_in_a_task_leaves_room_for_who_hands_out_work() -> None:
    found = described("# 预订员\n在营销总监的带领下开发客源。\n完成主管下达的任务。")
    assert set(role(found, "预订员").reports_to) == {"营销总监", "主管"}


def test_a_deputy_reports_to_the_chief_it_assists() -> None:
    found = described("# 副场长\n协助场长管理养殖场。\n# 场长助理\n协助场长处理事务。")
    assert role(found, "副场长").reports_to == ("场长",)
    assert [party.party for party in role(found, "副场长").coordinates_with] == []
    assert [party.party for party in role(found, "场长助理").coordinates_with] == ["场长"]


def test_own_superiors_and_subordinates_are_not_repeated_as_partners() -> None:
    found = described("# 楼层主管\n对房务总监负责。\n与房务总监沟通。\n指导楼层领班工作。\n协助楼层领班查房。")
    assert role(found, "楼层主管").coordinates_with == ()
    assert why(found, "房务总监") == ["the role's own superior"]
    assert why(found, "楼层领班") == ["the role's own subordinate"]


def test_a_form_that_lists_the_own_superior_as_partner_is_believed() -> None:
    text = text_of("直接上级:站长 联系对象:站长")
    start = text.clean.rindex("站长")
    partner = mention(text, "coordinates_with", "站长", party_kind="role", scope="same-department")
    block = Block(organization=0, stretches=((0, len(text.clean)),))
    partner = partner.replace(start=start, end=start + 2, quote_start=start, quote_end=start + 2)
    (found,) = assemble(text, [Reading(block, (mention(text, "reports_to", "站长"), partner))])
    assert found.roles[0].reports_to == ("站长",)
    assert [party.party for party in found.roles[0].coordinates_with] == ["站长"]


def test_the_own_unit_is_no_partner() -> None:
    found = described("# 采购经理@采购部\n协调采购部与仓储部之间的工作关系。")
    assert [party.party for party in role(found, "采购经理").coordinates_with] == ["仓储部"]


def test_kinds_of_one_party_are_the_party_where_the_text_names_it_as_well() -> None:
    found = described("# 理货主管\n与货主保持联系。\n与老货主沟通。\n配合质检部验收。\n与质检部门核对数据。")
    parties = role(found, "理货主管").coordinates_with
    assert [(one.party, one.scope) for one in parties] == [("货主", "external"), ("质检部", "cross-department")]
    told = {(one.field, one.value) for one in role(found, "理货主管").evidence if one.field == "coordinates_with"}
    assert told == {("coordinates_with", "货主"), ("coordinates_with", "质检部")}


def test_contradicting_statements_are_both_kept() -> None:
    found = described("# 驾驶员\n对车队长负责。\n# 调度主管\n管理驾驶员团队。")
    assert role(found, "驾驶员").reports_to == ("车队长",)
    assert role(found, "调度主管").supervises == ("驾驶员",)


def test_two_spellings_of_one_role_are_one_with_an_alias() -> None:
    found = described("# 客户服务部经理\n指导客服专员工作。\n# 客服专员\n受客服部经理领导。")
    assert [one.title for one in found.roles] == ["客户服务部经理", "客服专员"]
    assert role(found, "客户服务部经理").aliases == ("客服部经理",)


def test_staff_and_one_of_them_are_one_role() -> None:
    found = described("# 值班经理\n带领安检人员完成任务。\n检查各安检员的日常工作。")
    assert role(found, "值班经理").supervises == ("安检员",)
    assert role(found, "安检员").aliases == ("安检人员",)


def test_one_title_in_two_units_is_two_roles() -> None:
    found = described("# 文员@前厅部\n对前厅经理负责。\n# 文员@工程部\n对总工程师负责。")
    assert [(one.unit, one.reports_to) for one in found.roles if one.described] == [
        ("前厅部", ("前厅经理",)),
        ("工程部", ("总工程师",)),
    ]


def test_the_same_title_described_twice_is_one_role() -> None:
    found = described("# 门卫\n对行政主管负责。\n# 门卫\n与派出所保持联系。")
    assert len([one for one in found.roles if one.described]) == 1
    assert [party.party for party in role(found, "门卫").coordinates_with] == ["派出所"]


def test_descriptions_without_a_title_stay_apart() -> None:
    found = described("# @质检科\n对厂长负责。\n# \n对店长负责。")
    assert [(one.title, one.untitled, one.reports_to) for one in found.roles if one.described] == [
        ("未具名岗位", True, ("厂长",)),
        ("未具名岗位", True, ("店长",)),
    ]


def test_a_title_that_only_the_sentences_tell_is_taken() -> None:
    found = described("# \n履行仓储总监职责,对副总裁负责。")
    assert [(one.title, one.untitled, one.reports_to) for one in found.roles if one.described] == [
        ("仓储总监", False, ("副总裁",))
    ]


def test_who_names_nobody_is_passed_over_with_the_words() -> None:
    found = described("# 电工\n完成上级交办的其他工作。")
    assert role(found, "电工").reports_to == ()
    (passed,) = found.passed_over
    assert (passed.words, passed.why, passed.evidence.line) == ("上级", "names nobody", 2)
    assert passed.evidence.quote == "完成上级交办的其他工作"


def test_none_below_is_a_statement_and_silence_is_none() -> None:
    text = text_of("直接下级:无")
    block = Block(organization=0, stretches=((0, len(text.clean)),))
    none = mention(text, "supervises", "无", passed_over="names nobody: none")
    (found,) = assemble(text, [Reading(block, (none,))])
    assert found.roles[0].supervises == ()
    (silent,) = assemble(text, [Reading(block, ())])
    assert silent.roles[0].supervises is None


def test_facts_come_as_they_stand_and_headcount_as_a_number() -> None:
    text = text_of("定员:3人 编号:X-7 晋升方向:副经理")
    block = Block(organization=0, stretches=((0, len(text.clean)),))
    told = (
        mention(text, "headcount", "3人"),
        mention(text, "code", "X-7"),
        mention(text, "promotion_to", "副经理"),
    )
    (found,) = assemble(text, [Reading(block, told)])
    assert (found.roles[0].headcount, found.roles[0].code) == (3, "X-7")
    assert dict(found.roles[0].facts) == {"promotion_to": ["副经理"]}


def test_the_duties_of_a_unit_make_no_role() -> None:
    text = text_of("安全科职责\n受厂长领导。")
    unit = mention(text, "unit", "安全科")
    block = Block(organization=0, stretches=((0, len(text.clean)),), unit=unit, about_unit=True)
    (found,) = assemble(text, [Reading(block, read_prose(text, block))])
    assert found.roles == ()
    assert [(one.name, one.lines) for one in found.units] == [("安全科", ((1, 2),))]


def test_organizations_of_one_document_do_not_mix() -> None:
    text = text_of("甲\n对店长负责。\n乙\n对厂长负责。")
    half = text.clean.index("乙")
    blocks = [
        Block(organization=0, stretches=((0, half),), title=mention(text, "title", "甲")),
        Block(organization=1, stretches=((half, len(text.clean)),), title=mention(text, "title", "乙")),
    ]
    first, second = assemble(text, [Reading(block, read_prose(text, block)) for block in blocks])
    assert [one.title for one in first.roles] == ["甲", "店长"]
    assert [one.title for one in second.roles] == ["乙", "厂长"]
    assert (first.lines, second.lines) == (((1, 2),), ((3, 4),))


def test_how_far_a_relation_reaches_where_the_words_do_not_tell() -> None:
    found = described(
        "# 采购经理\n与采购员、验布员对账。\n# 采购员\n与监理工程师、种子公司、厂家技术部沟通。\n# 验布员\n检验布匹。"
    )
    reach = {(one.title, party.party): party.scope for one in found.roles for party in one.coordinates_with}
    assert reach == {
        ("采购经理", "采购员"): "same-department",
        ("采购经理", "验布员"): "cross-department",
        ("采购员", "监理工程师"): "external",
        ("采购员", "种子公司"): "external",
        ("采购员", "厂家技术部"): "external",
    }


def test_a_deputy_in_charge_is_the_deputy_that_is_described() -> None:
    found = described(
        "# 馆长\n领导分管副馆长、保管部主任。\n# 副馆长\n主管陈列。\n# 保管部主任\n管理护理人员、保管员。"
    )
    assert role(found, "馆长").supervises == ("副馆长", "保管部主任")
    found = described("# 校长\n领导分管副校长。\n# 分管安全副校长\n排查隐患。\n# 生产副总\n协助总经理管理生产。")
    assert role(found, "校长").supervises == ("分管安全副校长",)
    assert role(found, "生产副总").reports_to == ("总经理",)
