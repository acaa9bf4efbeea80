"""Whole texts and what they are parted into: organizations, and the roles that each of them describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.documents import read_document
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


def test_the_name_in_brackets_behind_a_title_is_the_same_roles() -> None:
    (found,) = read("掌勺厨师(主厨)岗位职责\n1、管理灶台。\n帮工岗位职责\n1、服从主厨安排。")
    assert [(role.title, role.reports_to) for role in found.roles] == [("掌勺厨师", ()), ("帮工", ("掌勺厨师",))]


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


HEADINGS = [
    # Posts numbered in running text, behind a comma, a colon, a blank or said twice.
    (
        "售票处分工(一)、售票班长一名,对站务主任负责,管理售票员。(二)、售票员,主要职责如下:1、按序售票。",
        "售票班长 售票员",
    ),
    ("1、陶艺师: 负责拉坯。 2.烧窑工: (1)负责看火。 3、釉料员 协助陶艺师配釉。", "陶艺师 烧窑工 釉料员"),
    ("一、领航员:航线的守护者航前核对海图。二、轮机员:动力的心脏值守机舱。", "领航员 轮机员"),
    ("1 驯马师:驯马师负责调教马匹。\n2 饲养员:清扫马厩,对驯马师负责。", "驯马师 饲养员"),
    ("总则。(一)检票员检票员负责闸口秩序。(二)巡道工巡道工负责线路巡查。", "检票员 巡道工"),
    ("一 标本技师一 标本技师 负责标本制作\n二 讲解员 二 讲解员 负责展厅讲解", "标本技师 讲解员"),
    # Bullets, ornaments and bars.
    ("- 拍卖师:主持拍卖,落槌成交\n- 鉴定师:鉴定藏品,出具报告", "拍卖师 鉴定师"),
    ("▌茶艺师\n① 对茶馆店长负责;\n▌收银员\n① 核对茶单;", "茶艺师 收银员"),
    ("1、滑雪教练\n➢负责教学\n2、雪场巡逻员\n➢负责巡逻", "滑雪教练 雪场巡逻员"),
    ("(一)缆车司机岗位\n依规程操作缆车,按时巡检。\n(二)检票员岗位\n核验票证,疏导游客。", "缆车司机 检票员"),
    ("1. 潜水教练\n这是潜店里最受欢迎的岗位,带领学员下水。\n2. 船工\n驾驶小艇,保养缆绳。", "潜水教练 船工"),
    # Announced by a sentence.
    ("具体来说,策展总监的岗位职责如下。\n(1)主持年度展览。", "策展总监"),
    ("品酒师侧重感官,主要职责如下:\n1. 每日品评。\n酿酒师侧重工艺,主要职责如下:\n1. 控制发酵。", "品酒师 酿酒师"),
    # Letters, chapters, brackets and bars.
    ("Ⅰ 钟表师\n校准机芯，登记工时。\nⅡ 学徒工\n协助钟表师清洗零件。", "钟表师 学徒工"),
    ("B. 制琴师\n选料制琴，把关音色。\nC. 油漆工\n按工序上漆，保持通风。", "制琴师 油漆工"),
    ("第一节、制琴师\n1、选料。\n第二节、油漆工\n1、上漆。", "制琴师 油漆工"),
    ("【制琴师】\n选料制琴，把关音色。\n【油漆工】\n按工序上漆，保持通风。", "制琴师 油漆工"),
    ("【制琴师】选料制琴，把关音色。\n【油漆工】按工序上漆。", "制琴师 油漆工"),
    ("《制琴师岗位职责》\n1、选料。\n《油漆工岗位职责》\n1、上漆。", "制琴师 油漆工"),
    ("**制琴师:** 选料制琴，把关音色。\n**油漆工:** 按工序上漆。", "制琴师 油漆工"),
    ("| 岗位 | 职责 |\n|---|---|\n| 制琴师 | 选料制琴 |\n| 油漆工 | 按工序上漆 |", "制琴师 油漆工"),
    ("制琴师1名:选料制琴，把关音色。\n油漆工2名:按工序上漆。", "制琴师 油漆工"),
    ("制琴师(Luthier):选料制琴，把关音色。\n油漆工(Painter):按工序上漆。", "制琴师 油漆工"),
    ("制琴师职责:选料制琴。油漆工职责:按工序上漆。", "制琴师 油漆工"),
    ("分工如下:一、经理职责:全面负责琴坊。二、油漆工职责:按工序上漆。", "经理 油漆工"),
    ("一、制琴师岗位 1.选料。二、油漆工岗位 1.上漆。", "制琴师 油漆工"),
    ("制琴师/调音师职责\n1、选料。\n油漆工职责\n1、上漆。", "制琴师/调音师 油漆工"),
    ("一、制琴师(可兼任)直接上司:坊主主要工作:选料制琴。二、油漆工直接上司:制琴师主要工作:上漆。", "制琴师 油漆工"),
    (
        "-\n灯光师(执行)\n布置灯位，操作灯光。 -\n音响师(执行)\n调试音响，录制实况。\n-\n文员\n整理场记，登记器材。",
        "灯光师 音响师 文员",
    ),
    ("【巡演总监职位说明书大全】巡演期间，巡演总监统筹排期。", "巡演总监"),
    ("灯光师工作职责:灯光师布置灯位。主要职责包括调光。", "灯光师"),
    # Lines that a page joined.
    (
        "琴坊人员如下: 制琴师 选料制琴，把关音色。 油漆工 按工序上漆，通风。 调音师:逐台调音，登记工时。",
        "油漆工 调音师",
    ),
    ("琴坊岗位职责: 制琴师:选料制琴，把关音色。油漆工:按工序上漆。调音师:逐台调音，登记。", "制琴师 油漆工 调音师"),
    ("琴坊岗位职责 - 制琴师:选料制琴，把关音色 - 油漆工:按工序上漆，保持通风", "制琴师 油漆工"),
    ("琴坊分工 制琴师 1.选料制琴。2.把关音色。 油漆工 1.按工序上漆。", "制琴师 油漆工"),
    ("琴坊职责分工 制琴师工作职责 制琴师全面把关音色。 油漆工工作职责 油漆工按工序上漆。", "制琴师 油漆工"),
    ("会议职责:应到场的有制琴师，油漆工。调音师 应提前一日到场布置。", "未具名岗位"),
    (
        "制琴师的核心职责\n- 选料制琴\n油漆工的职责与任务\n- 按工序上漆\n调音师的日常工作\n- 逐台调音",
        "制琴师 油漆工 调音师",
    ),
    ("药厂岗位职责\n药品受权人\n1.审核放行。\n业务受理员\n1.核对证件。", "药品受权人 业务受理员"),
    (
        "琴坊职责\n\n制琴师——琴坊之魂\n选料制琴，把关音色。\n\n油漆工——琴坊的脸\n按工序上漆，保持通风。",
        "制琴师 油漆工",
    ),
    ("琴坊职责\n一、制琴师——琴坊的灵魂\n选料制琴。\n二、油漆工——琴坊的脸面\n上漆。", "制琴师 油漆工"),
    ("3 职责\n3.1 制琴师:选料制琴，把关音色。\n3.2 油漆工:按工序上漆，保持通风。", "制琴师 油漆工"),
    ("琴坊岗位职责\n制琴师\n职责:\n1、选料。\n班长\n职责:\n1、排班。", "制琴师 班长"),
    (
        "制琴师\n【直接上级】坊主\n【岗位职责】\n1、选料。\n油漆工\n【直接上级】制琴师\n【岗位职责】\n1、上漆。",
        "制琴师 油漆工",
    ),
    ("岗位职责\n1、 制琴师: 选料制琴\n(1)把关音色\n2、 油漆工: 上漆\n(1)保持通风", "制琴师 油漆工"),
    # Other words for duties, and names in marks.
    ("琴坊岗位职责汇编\n制琴师工作细则\n1、选料。\n油漆工工作范围\n1、上漆。", "制琴师 油漆工"),
    ("琴坊岗位职责汇编\n岗位一:制琴师\n1、选料。\n岗位二:油漆工\n1、上漆。", "制琴师 油漆工"),
    ("琴坊岗位职责汇编\n制琴师篇\n1、选料。\n油漆工篇\n1、上漆。", "制琴师 油漆工"),
    ("琴坊职责\n【制琴师】岗位职责\n1、选料。\n『油漆工』\n1、上漆。", "制琴师 油漆工"),
    ("琴坊职责\n**制琴师**\n1、选料。\n**油漆工**\n1、上漆。", "制琴师 油漆工"),
    ("关于制琴师的职责\n1、选料。\n关于油漆工的职责\n1、上漆。", "制琴师 油漆工"),
    ("制琴师职责\n1、选料。\n制琴师职权\n1、退料。\n油漆工职责\n1、上漆。", "制琴师 油漆工"),
    ("会计制度\n1、凭证要齐。\n采购范围\n1、木料。\n会计职责\n1、记账。", "会计"),
    # One heading, and what is no heading.
    ("剧务总监(经理) 岗位职责   统筹排练和演出,直接对院长负责;", "剧务总监"),
    ("一、标本馆馆长\n(一)馆长岗位职责:\n1、主持全馆工作。\n(二)馆长岗位工作标准:\n1、按期闭馆。", "标本馆馆长"),
    (
        "网格长\n网格员\n一、居委会:负责考评网格员。\n二、网格长:负责本网格的日常管理。\n三、网格员的职责\n1、采集信息。",
        "网格长 网格员",
    ),
    ("3、作为剧务总监,负责排练。\n4、作为舞美总监,负责布景。", "未具名岗位"),
    ("青松幼儿园后勤园长岗位职责\n1.检查全园房舍。", "后勤园长"),
]


@pytest.mark.parametrize(("words", "wanted"), HEADINGS)
def test_headings_as_people_write_them(words: str, wanted: str) -> None:
    assert described(words) == wanted


PIECES = [
    "【第1篇】琴师岗位职责\n1、选料。\n【第2篇】琴师岗位职责\n1、调音。",
    "最新琴师岗位职责通用篇一\n1、选料。\n最新琴师岗位职责通用篇二\n1、调音。",
    "琴师岗位职责 1\n1、选料，制作琴身，登记用料。\n琴师岗位职责 2\n1、调音，上门服务，收集意见。",
    "范文一:琴师岗位职责\n1、选料。\n范文二:琴师岗位职责\n1、调音。",
]


@pytest.mark.parametrize("words", PIECES)
def test_pieces_are_companies_of_their_own(words: str) -> None:
    assert described(words) == "琴师 | 琴师"


BEHIND_EACH_OTHER = """
店长岗位职责

店长岗位职责 1.主持门店全面工作,完成年度销售任务,管理导购,关注库存和陈列,每周向片区经理汇报经营情况。

店长岗位说明

店长岗位职责说明 一、负责门店人员排班与考勤,处理顾客投诉,保持店面整洁,每月组织一次安全检查和培训。

店长职责收银员职责

店长职责收银员职责 店长职责:1、统筹收银与防损,每日核对备用金,组织盘点,对区域经理负责。 收银员职责:1、唱收唱付。
"""
REQUIREMENTS_END_IT = """
篇一 潜水
工作职责:
1、带客下潜。
2、保养气瓶。
任职要求:
1、持有证书。
2、会游泳。
1、驾驶小艇。
2、看护缆绳。
篇二 滑雪
1、教授滑雪。
"""


TOLD = [
    ("灯塔的岗位职责各不相同。首先，灯塔长是全塔的负责人，安排值守。接下来是守灯员，他们维护灯器。", "灯塔长 守灯员"),
    ("改革之后，验灯岗的主要职责是检查灯器，机务员负责检修电机；两岗都在灯塔长领导下工作。", "验灯岗 机务员"),
    ("机务员负责检修电机，保障供电，也参加值守，职责详见手册。", "未具名岗位"),
    ("灯塔长是灯塔的负责人，主持全塔工作，职责详见手册。", "灯塔长"),
    ("灯塔长岗位职责\n1、守灯员负责维护灯器，灯塔长负责安排值守。", "灯塔长"),
    ("范文三篇\n对守灯员岗位的几点思考 篇1\n守夜靠的是责任心。\n灯塔长岗位职责 篇2\n1、安排值守。", "守灯员 | 灯塔长"),
]


@pytest.mark.parametrize(("words", "wanted"), TOLD)
def test_roles_that_only_sentences_describe(words: str, wanted: str) -> None:
    assert described(words) == wanted


def test_lines_of_roles_that_sentences_describe_are_theirs() -> None:
    (found,) = read(
        "岗位职责如次。首先，灯塔长对航标处长负责，是全塔的负责人。其次，守灯员负责灯器，守灯员向灯塔长汇报。"
    )
    above = {(superior, role.title) for role in found.roles for superior in role.reports_to}
    assert above == {("航标处长", "灯塔长"), ("灯塔长", "守灯员")}


def test_documents_behind_documents_begin_with_a_title_that_is_said_again() -> None:
    assert described(BEHIND_EACH_OTHER) == "店长 | 店长 | 店长 收银员"


def test_a_list_that_begins_anew_behind_requirements_is_another_description() -> None:
    assert described(REQUIREMENTS_END_IT) == "未具名岗位 | 未具名岗位 | 未具名岗位"


@pytest.mark.parametrize(
    "words",
    [
        "第一条 校医在德育处主任的领导下工作。\n第二条 宿管班长对总务主任负责，安排宿管员值班。\n",
        "校医(一人)服从德育处主任领导，负责全校的急救。\n\n宿管班长(两人)受总务主任领导，每天巡查楼道两次。\n",
        "问:校医做什么?\n答:校医对德育处主任负责，管好药柜。\n问:宿管班长做什么?\n答:宿管班长受总务主任领导，带领宿管员。\n",
        "【一】校医\n第1款:服从德育处主任领导，管好药柜。\n【二】宿管班长\n第1款:对总务主任负责，带领宿管员。\n",
        "※ 校医 ※\n对德育处主任负责，管好药柜里的药品。\n※ 宿管班长 ※\n对总务主任负责，带领宿管员巡查。\n",
        "壹 校医\n对德育处主任负责，管好药柜里的药品。\n贰 宿管班长\n对总务主任负责，带领宿管员巡查。\n",
    ],
)
def test_paragraphs_that_open_with_whom_they_are_about(words: str) -> None:
    roles = [role for one in extract(read_document("a.txt", words.encode())) for role in one.roles]
    assert [(role.title, *role.reports_to) for role in roles if role.described] == [
        ("校医", "德育处主任"),
        ("宿管班长", "总务主任"),
    ]


@pytest.mark.parametrize(
    ("words", "organizations"),
    [
        (
            "网点岗位职责1\n【风险员】\n在风险总监领导下工作。\n网点岗位职责2\n【理财员】\n对支行行长负责，销售产品。\n",
            2,
        ),
        (
            "职责范文(2篇)\n库管员岗位职责【一】\n对库长负责，收发货物。\n站长岗位职责【二】\n受经理领导，负责站点。\n",
            2,
        ),
        ("库管员岗位职责\n对库长负责。\n职责一\n1、收货。\n职责二\n1、发货。\n", 1),
    ],
)
def test_numbered_pieces(words: str, organizations: int) -> None:
    assert len(extract(read_document("a.txt", words.encode()))) == organizations
