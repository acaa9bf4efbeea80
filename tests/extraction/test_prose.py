"""Sentences and what they say: pairs of a sentence and the statements in it, of trades from hospital to port."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.extraction.document import Document, Fragment
from orgchart.extraction.mentions import Block, Mention
from orgchart.extraction.normalise import normalise
from orgchart.extraction.prose import read_prose

if TYPE_CHECKING:
    from orgchart.extraction.text import Text

ARROWS = {"reports_to": "↑", "supervises": "↓", "coordinates_with": "~"}


def text_of(words: str) -> Text:
    lines = words.split("\n")
    return normalise(
        Document(name="a.txt", fragments=tuple(Fragment(line, line=n) for n, line in enumerate(lines, start=1)))
    )


def titled(words: str) -> Mention:
    return Mention(
        field="title", words=words, start=0, end=0, quote_start=0, quote_end=0, stage="field", pattern="heading"
    )


def read(words: str, own: str = "") -> tuple[Text, tuple[Mention, ...]]:
    text = text_of(words)
    block = Block(organization=0, stretches=((0, len(text.clean)),), title=titled(own) if own else None)
    return text, read_prose(text, block)


def said(words: str, own: str = "") -> set[str]:
    """↑ superior, ↓ subordinate, ~ partner; a question mark behind a hint."""
    _text, mentions = read(words, own)
    return {
        f"{ARROWS[mention.field]}{mention.words}{'?' if mention.weak else ''}"
        for mention in mentions
        if not mention.passed_over and not mention.of
    }


SUPERIORS = [
    # accountable
    ("对院长负责，主持全院护理工作。", "↑院长"),
    ("直接向大区总监负责。", "↑大区总监"),
    ("对董事长、总裁负责。", "↑董事长 ↑总裁"),
    ("对监事会负责。", "↑监事会"),
    ("对设备的完好率负责。", ""),
    ("对本班组的安全生产负责。", ""),
    ("对所带学生的安全负责。", ""),
    ("对采购物资的质量和价格负责。", ""),
    ("对维修人员的操作安全负责。", ""),
    ("对客户负责。", ""),
    ("上对水产站长负责，下对本组养殖工负责。", "↑水产站长"),
    ("其直接上级通常是馆长或副馆长，而直接下级则包括文秘、修复师等岗位。", "↑馆长 ↑副馆长 ↓文秘 ↓修复师"),
    ("直属上级为码头经理，直接下级是缆工、桥吊司机。", "↑码头经理 ↓缆工 ↓桥吊司机"),
    ("对公司负责。", ""),
    # under
    ("在水电厂厂长的领导下，组织检修。", "↑水电厂厂长"),
    ("在科护士长领导和主管护师指导下开展工作。", "↑科护士长 ↑主管护师"),
    ("在园长、党支部书记的直接领导下工作。", "↑园长 ↑党支部书记"),
    ("本岗位是在码头经理带领下完成装卸作业。", "↑码头经理"),
    ("在党委领导下开展工会工作。", "↑党委"),
    ("在教务处领导下开展工作。", ""),
    ("在上级领导下开展工作。", ""),
    ("在主管领导下开展工作。", ""),
    ("在塔台长领导下及领航员指导下值守。", "↑塔台长 ↑领航员"),
    ("在各级领导的关心和指导下成长。", ""),
    ("在公司的统一安排下参加培训。", ""),
    ("指导下属完成报表。", ""),
    # led
    ("受船长领导，负责机舱设备。", "↑船长"),
    ("服从值班站长的指挥和调度。", "↑值班站长"),
    ("接受总会计师的业务指导。", "↑总会计师"),
    ("接受保安队长的监督、检查。", "↑保安队长?"),
    ("服从交警的指挥。", ""),
    ("接受理事会的领导。", "↑理事会"),
    ("受会长委托，分管展览。", "↑会长?"),
    ("受展览中心委托布展，接受馆方要求。", ""),
    ("向馆长或分管藏品的副馆长汇报。", "↑馆长 ↑副馆长"),
    ("服从管理，听从安排。", ""),
    ("直接对理事长汇报，对各馆员的汇报进行复核。", "↑理事长"),
    ("本岗位上级为展陈总监，下辖两个小组。", "↑展陈总监"),
    ("对展品异常及时汇报。", ""),
    ("听候仓管组长调度，受片区经理直接管辖。", "↑仓管组长 ↑片区经理"),
    ("对各展区质检员实行垂直管理。", "↓展区质检员"),
    ("听从仓管组长的调配，服从仓库主管部署。", "↑仓管组长 ↑仓库主管"),
    ("受理旅客投诉。", ""),
    # led by
    ("本岗位由工艺主任直接领导。", "↑工艺主任"),
    ("由采购员管理的台账须每月核对。", ""),
    # reports
    ("每月向财务总监汇报预算执行情况。", "↑财务总监"),
    ("定期向理事会述职。", "↑理事会"),
    ("工作直接汇报给技术总监。", "↑技术总监"),
    ("遇有突发情况立即向值班长报告。", "↑值班长?"),
    ("发现设备异常及时报告班长。", "↑班长?"),
    ("向旅客报告晚点原因。", ""),
    ("向安全科报告隐患。", ""),
    ("定期向上级汇报。", ""),
    ("编写工作报告。", ""),
    # submits
    ("每月底上交站长工作总结。", "↑站长"),
    ("将废料上交仓库。", ""),
    # assigned, instructed: hints
    ("完成店长交办的其他工作。", "↑店长?"),
    ("做好带班组长安排的各项任务。", "↑带班组长?"),
    ("完成上级交办的其他工作。", ""),
    ("完成董事会下达的经营指标。", ""),
    ("根据分管副总的要求编制方案。", "↑分管副总?"),
    ("按照客户的要求组织生产。", ""),
    ("根据生产计划安排生产。", ""),
    # belongs
    ("本岗位隶属于运维经理。", "↑运维经理"),
    ("本岗位隶属于运维部。", ""),
    # neither: approvals, information, meetings
    ("报总经理审批后执行。", ""),
    ("将样品移交检验主管。", ""),
    ("向总经理提交经营分析。", ""),
    ("出席校长主持的例会。", ""),
]

SUBORDINATES = [
    # leads
    ("指导轮机员的日常工作。", "↓轮机员"),
    ("管理叉车司机团队。", "↓叉车司机"),
    ("带领护理员完成晨间护理。", "↓护理员"),
    ("领导、督促各车间主任及工段长工作。", "↓车间主任 ↓工段长"),
    ("督导楼层领班、客房服务员按标准操作。", "↓楼层领班 ↓客房服务员"),
    ("指挥吊车司机作业。", "↓吊车司机"),
    ("归口管理水电工、门卫。", "↓水电工 ↓门卫"),
    ("指导钳工、测量员编制技术交底。", "↓钳工 ↓测量员"),
    ("指导钳工编制。", ""),
    ("管理操作工档案。", ""),
    ("领导各站站长、各科室护士长。", "↓站长 ↓护士长"),
    ("管理船上木匠和外包缆工。", "↓木匠 ↓缆工"),
    ("管理门岗、巡更、监控等安防工作。", ""),
    ("管理员工宿舍。", ""),
    ("指导下属开展工作。", ""),
    ("带领团队成员完成目标。", ""),
    ("管理客户关系。", ""),
    ("领导公司开展市场工作。", ""),
    ("业务指导教师由学校聘任。", ""),
    # checks
    ("检查各库管员的日常工作。", "↓库管员"),
    ("安排电工、焊工的值班。", "↓电工 ↓焊工"),
    ("督促保洁员做好公共区域的清洁工作。", "↓保洁员"),
    ("督促装修单位办理手续。", ""),
    ("督促值班人员登记来访车辆。", ""),
    ("安排专人跟进。", ""),
    ("检查保洁员的巡查记录，考核领班的出勤率。", "↓保洁员 ↓领班"),
    ("抽查收银员的钱箱。", "↓收银员"),
    ("检查司机的档案。", ""),
    ("督促技术员整理图纸。", "↓技术员"),
    ("督促业主缴纳费用。", ""),
    ("指派实施工程师驻场。", "↓实施工程师"),
    ("督促报务员定期校准天线。", "↓报务员"),
    ("组织护林员轮流值守，考核其到岗情况。", "↓护林员"),
    ("组织护林员轮流值守。", ""),
    ("检查消防器材。", ""),
    # treats
    ("对化验员的工作进行检查和指导。", "↓化验员"),
    ("对班组长进行绩效考核。", "↓班组长"),
    ("对收银员进行培训。", ""),
    ("对供应商进行考核。", ""),
    ("对员工进行考核。", ""),
    # charged
    ("负责收费员的排班和考核。", "↓收费员"),
    ("负责驾驶员的日常管理工作。", "↓驾驶员"),
    ("负责会计档案的管理。", ""),
    ("负责饲养员和兽医的工作。", "↓饲养员 ↓兽医"),
    ("负责教师招聘。", ""),
    # has below
    ("下设安全员2名、资料员1名。", "↓安全员 ↓资料员"),
    ("下设财务科、总务科。", ""),
    # hears
    ("定期听取各项目经理的工作汇报。", "↓项目经理"),
    ("听取患者意见。", ""),
    ("定期听取塔台长、机务主管的安全工作汇报。", "↓塔台长 ↓机务主管"),
]

PARTNERS = [
    # harmonizes
    ("协调生产部与物流部之间的工作关系。", "~生产部 ~物流部"),
    ("协调医院与医保局的关系。", "~医保局"),
    ("协调采购部门的工作。", "~采购部门"),
    ("协调票务部与保卫部在散场时的分工。", "~票务部 ~保卫部"),
    ("协调绿化、照明、泊车等各部门的进度。", "~绿化 ~照明 ~泊车"),
    ("协调与公安、渔政等部门的联系。", "~公安 ~渔政"),
    ("协调解决突发事件。", ""),
    ("协调本科室与其他科室之间的关系。", ""),
    ("协调各部门的工作。", ""),
    # assists
    ("配合财务部做好年终盘点。", "~财务部"),
    ("协助大副进行配载。", "~大副"),
    ("协助教务处、德育处组织考试。", "~教务处 ~德育处"),
    ("协同研发团队定位故障。", "~研发团队"),
    ("协助公司制定制度。", ""),
    ("协助上级开展工作。", ""),
    ("配合做好接待工作。", ""),
    ("协助组织运动会。", ""),
    # together
    ("与供应商保持良好的沟通。", "~供应商"),
    ("与海关、检验检疫机构建立良好的合作关系。", "~海关 ~检验检疫机构"),
    ("与业主代表、监理单位密切配合。", "~业主代表 ~监理单位"),
    ("及时和设备部对接备件需求。", "~设备部"),
    ("做好与街道办事处的协调工作。", "~街道办事处"),
    ("每月与仓管员核对账目。", "~仓管员"),
    ("与取样客户保持联系。", "~取样客户"),
    ("与业主、消防图审查机构联系。", "~业主 ~消防图审查机构"),
    ("与社区、学校、驻军等单位合作办展。", "~社区 ~学校 ~驻军"),
    ("与船供商业务沟通。", "~船供商"),
    ("密切联系群众。", ""),
    ("与港务局协商泊位。", "~港务局"),
    ("就破损货物与船东代表、街道交涉。", "~船东代表 ~街道"),
    ("与物业、渔业监督管理所联防。", "~物业 ~渔业监督管理所"),
    ("协调吊装各班组赶工。", ""),
    ("与采购部相关人员沟通交期。", "~采购部"),
    ("与相关部门沟通。", ""),
    ("与同事团结协作。", ""),
    ("参与供应商评审，沟通交期。", ""),
    ("与客户签订合同。", ""),
    ("熟悉与患者有关的法律法规，善于沟通。", ""),
    ("具有良好的与客户沟通的能力。", ""),
    ("由调度员与司机联系。", ""),
    # directly
    ("对接税务局和银行。", "~税务局 ~银行"),
    ("联系电话见附件。", ""),
    # supports
    ("对门店店长进行协助。", "~门店店长"),
    # keeps up
    ("负责媒体关系的维护。", "~媒体"),
    ("维护供应商关系。", ""),
    ("维护客户关系。", ""),
    ("开拓新客户，维护老客户。", ""),
    # one way
    ("向仓库反馈库存差异。", ""),
    ("将报修单转工程部。", ""),
    ("与供应商洽谈布展事宜。", "~供应商"),
]

ENGLISH = [
    ("Reports directly to the Chief Engineer.", "↑Chief Engineer"),
    ("Works under the supervision of the Head Nurse.", "↑Head Nurse"),
    ("Reports to management.", ""),
    ("Reports to the Finance Department.", ""),
    ("Supervises line leaders, operators and technicians.", "↓line leaders ↓operators ↓technicians"),
    ("Manages inventory levels.", ""),
    ("Works closely with the Sales Manager and the Purchasing Department.", "~Sales Manager ~Purchasing Department"),
    ("Liaises with suppliers on delivery dates.", "~suppliers"),
    ("Works with all departments.", ""),
]


@pytest.mark.parametrize(("sentence", "statements"), [*SUPERIORS, *SUBORDINATES, *PARTNERS, *ENGLISH])
def test_a_sentence_says_what_it_says_and_no_more(sentence: str, statements: str) -> None:
    expected = {arrow + name for arrow, name in _told(statements)}
    assert said(sentence) == expected


@pytest.mark.parametrize(
    ("own", "words", "statements"),
    [
        ("车间主任", "班组长每天向工段长汇报产量。", ""),
        ("车间主任", "班组长应配合质检科复检。", ""),
        ("理货主管", "理货部主管须对场站经理负责。", "↑场站经理"),
        ("生产厂长", "由安全员对电工进行考核。", ""),
        ("巡线工", "巡线工应服从线路班长的安排。", "↑线路班长"),
        ("收货主管", "收货主管由营业经理直接领导，负责验收。", "↑营业经理"),
        ("洗衣房主管", "洗衣房主管归客房部经理管理。", "↑客房部经理"),
        ("运营经理", "运营经理向店长和营运总监双线汇报。", "↑店长 ↑营运总监"),
        ("导购", "每日晨会由店长对各导购的业绩进行评价。", "↑店长"),
        ("导购", "主管总结昨日工作：针对各导购拜访情况予以评价。", "↑主管"),
        ("采购经理", "部门经理应与供应商保持沟通。", "~供应商"),
    ],
)
def test_a_sentence_about_another_role_says_nothing_of_this_one(own: str, words: str, statements: str) -> None:
    assert said(words, own) - {f"↓{own}"} == {arrow + name for arrow, name in _told(statements)}


def test_the_words_of_a_mention_stand_at_its_place() -> None:
    text, mentions = read("1.对科 主 任负责,指导护\n士的工作。\n2.与医保局沟通,并与公司\n药剂人员核对。")
    assert [(text.clean[one.start : one.end].replace(" ", ""), one.words) for one in mentions] == [
        ("科主任", "科主任"),
        ("医保局", "医保局"),
        ("药剂人员", "药剂人员"),
    ]
    assert [text.quoted(one.quote_start, one.quote_end).words for one in mentions] == [
        "对科 主 任负责",
        "与医保局沟通",
        "并与公司\n药剂人员核对",
    ]


def test_what_a_candidate_must_bring_along_is_no_duty() -> None:
    words = "岗位职责:\n与货主保持沟通。\n任职要求:\n能与海关、引航站沟通。\n工作权限:\n管理水手团队。"
    assert said(words) == {"~货主", "↓水手"}


@pytest.mark.parametrize(
    "words",
    [
        "五、任职资格\n能与供应商沟通。\n六、其他\n管理电工团队。",
        "【任职要求】能与供应商沟通。【日常】管理电工团队。",
        "任职条件:1.能与供应商沟通。2.身体健康。职责:管理电工团队。",
    ],
)
def test_a_heading_of_the_same_kind_ends_what_a_candidate_must_bring_along(words: str) -> None:
    assert said(words) == {"↓电工"}


def test_one_statement_in_plain_words_beats_the_same_as_a_hint() -> None:
    _text, mentions = read("完成班长交办的工作。对班长负责。")
    assert [(one.words, one.weak) for one in mentions] == [("班长", True), ("班长", False)]


def test_ten_thousand_words_that_wake_patterns_are_read_once_each() -> None:
    for letters in ("对", "与", "(", "、", "协调", "领导下", "向厂长"):
        assert said(letters * 5000) == set()


def _told(statements: str) -> list[tuple[str, str]]:
    """The statements; names may hold blanks."""
    told: list[tuple[str, str]] = []
    for part in statements.split():
        if part[0] in "↑↓~":
            told.append((part[0], part[1:]))
        else:
            told[-1] = (told[-1][0], f"{told[-1][1]} {part}")
    return told


def of_others(words: str, own: str) -> set[str]:
    """Whose line the words tell where they are about another role than the one described."""
    _text, mentions = read(words, own)
    return {f"{mention.of}{ARROWS[mention.field]}{mention.words}" for mention in mentions if mention.of}


@pytest.mark.parametrize(
    ("own", "words", "lines"),
    [
        ("车间主任", "班组长每天向工段长汇报产量。", {"班组长↑工段长"}),
        ("养护站长", "对公路局长负责，副站长协助站长工作。", {"副站长~站长"}),
        ("—", "站长对公路局长负责，副站长协助站长工作。", {"站长↑公路局长", "副站长~站长"}),
        ("票务主管", "售票员、检票员均对票务主管负责。", {"售票员↑票务主管", "检票员↑票务主管"}),
        ("车间主任", "班组长应配合质检科复检。", set()),
        ("车间主任", "班组长发现异常及时向值班长报告。", set()),
        ("生产厂长", "由安全员对电工进行考核。", set()),
        ("报关员", "受关务经理领导。", set()),
    ],
)
def test_a_line_that_is_told_of_another_role_is_that_roles(own: str, words: str, lines: set[str]) -> None:
    assert of_others(words, own) == lines


@pytest.mark.parametrize(
    ("own", "words", "statements"),
    [
        ("水族馆馆长", "二、馆长领导饲养主管、讲解主管。", "↓饲养主管 ↓讲解主管"),
        ("驯养员", "服从馆长领导和值班调度的指挥。", "↑馆长 ↑值班调度"),
        ("泊位主任", "统领理货组长、系缆工。", "↓理货组长 ↓系缆工"),
        ("系缆工", "服从泊位主任的指派。", "↑泊位主任"),
        ("泊位主任", "带领临时装卸工完成卸船。", "↓装卸工"),
        ("园区经理", "与园区管委会、供水公司保持联系。", "~园区管委会 ~供水公司"),
        ("园区经理", "协调消防检测机构年检。", "~消防检测机构"),
        ("宴会厨师", "销售部接洽婚宴客户时提供试菜。", ""),
        ("急诊护士", "协助值班医师抢救患者。", "~值班医师"),
        ("车队长", "与前后工序班长交接。", ""),
        ("讲解员", "协助水族馆馆长招募志愿者。", "~水族馆馆长"),
        ("内勤", "与律师协会保持联系。", "~律师协会"),
    ],
)
def test_names_end_where_their_deeds_begin(own: str, words: str, statements: str) -> None:
    assert said(words, own) == {arrow + name for arrow, name in _told(statements)}


@pytest.mark.parametrize(
    ("own", "words", "statements"),
    [
        ("引水员", "与海事局、潮汐预报台、引航站保持联系。", "~海事局 ~引航站"),
        ("动物园园长", "管理饲养员、猴山看护、兽医。", "↓饲养员 ↓兽医"),
        ("营养主管", "分管配餐员、灶台班长的日常工作。", "↓配餐员 ↓灶台班长"),
        ("营养主管", "分管配餐业务。", ""),
        ("查勘员", "调查报告报理赔主管审核。", ""),
        ("俱乐部经理", "协调会籍部与前台之间的关系。", "~会籍部 ~前台"),
        ("行政秘书", "协调会议室的使用。", ""),
    ],
)
def test_a_list_goes_on_behind_what_is_not_known(own: str, words: str, statements: str) -> None:
    assert said(words, own) == {arrow + name for arrow, name in _told(statements)}
