"""Forms as strangers lay them out in plain text, Markdown and HTML: from the bytes of a file to what it says."""

from __future__ import annotations

import pytest

from orgchart.documents import read_document
from orgchart.extraction.engine import extract

LAYOUTS = {
    "cells with tabs between them": (
        "a.txt",
        (
            "岗位名称\t锅炉班长\t所属部门\t动力车间\n直接上级\t动力车间主任\t直接下级\t司炉工、水处理工\n"
            "工作关系\t内部\t维修车间\n\t外部\t特检院、煤炭供应商\n编制\t人事科\t批准\t厂长\n"
        ),
        "动力车间主任>锅炉班长 锅炉班长>司炉工 锅炉班长>水处理工 锅炉班长~维修车间 锅炉班长~特检院 锅炉班长~煤炭供应商",
    ),
    "a numbered item is no row": (
        "a.txt",
        "岗位名称：收银主管\n直接上级：店长\n岗位职责：\n1、\t指导收银员的工作\n2、\t与财务部核对营业款\n",
        "店长>收银主管 收银主管>收银员 收银主管~财务部",
    ),
    "rules between forms, and a label whose letters stand apart": (
        "a.txt",
        (
            "某宾馆房务部岗位说明书\n——————————\n岗位名称：房务部经理\n部    门：房务部\n直接上级：总经理\n"
            "——————————\n岗位名称：布草员\n部    门：房务部\n直接上级：房务部经理\n"
        ),
        "总经理>房务部经理 房务部经理>布草员",
    ),
    "posts numbered as posts": (
        "a.md",
        "### 岗位一：体检中心主任\n- 直接上级：副院长\n### 岗位二：体检护士\n- 直接上级：体检中心主任\n",
        "副院长>体检中心主任 体检中心主任>体检护士",
    ),
    "inside and outside run together in the line of relations": (
        "a.txt",
        "岗位名称车场主管所属部门秩序部直接上级物业经理直接下级车场管理员定员人数2人\n工作关系内部：客服部、工程部外部：派出所\n",
        "物业经理>车场主管 车场主管>车场管理员 车场主管~客服部 车场主管~工程部 车场主管~派出所",
    ),
    "leaders who name nobody": (
        "a.txt",
        "岗位名称：后勤处处长\n直接上级：学院领导\n直接下级：水电科科长\n",
        "后勤处处长>水电科科长",
    ),
    "fields that run together behind a heading without a blank": (
        "a.txt",
        (
            "下载本文 收藏\n仓储主管岗位说明书基本信息岗位名称仓储主管岗位编号CC-02所属部门物流部直接上级物流经理"
            "直接下级叉车工、仓管员岗位定员1人工作概要负责库区的收发存。内部协调关系采购部外部协调关系承运商任职资格大专以上\n"
        ),
        "物流经理>仓储主管 仓储主管>叉车工 仓储主管>仓管员 仓储主管~采购部 仓储主管~承运商",
    ),
    "numbered titles with their holders": (
        "a.txt",
        "一、岗位职责\n1、策划总监-李某某\n直接上司：总裁\n1.制定策略。\n2、策划助理—王某\n直接上司：策划总监\n1.整理资料。\n",
        "总裁>策划总监 策划总监>策划助理",
    ),
    "links to other pages below the text": (
        "a.txt",
        "前台主管岗位职责\n直接上级：前厅经理\n1.安排班次。\n前台主管岗位职责\n酒店前台主管岗位职责\n《前台主管.doc》\n下载到电脑，方便收藏和打印\n",
        "前厅经理>前台主管",
    ),
    "a heading, a remark and the first duty in one line": (
        "a.txt",
        "绿化主管岗位职责（有意者请来电）1）负责分配绿化工的工作，并检查。2）负责苗木采购。\n",
        "绿化主管>绿化工",
    ),
    "sheets of departments, which are no posts": (
        "a.txt",
        "部门职能\n1.1部门名称：维修部\n1.2直接上级：总经理\n1.3部门本职：负责维修。\n",
        "",
    ),
    "a table of Markdown in a text": (
        "a.txt",
        (
            "| 项目 | 内容 | 项目 | 内容 |\n|---|---|---|---|\n| 岗位名称 | 冷库班长 | 所属部门 | 仓储部 |\n"
            "| 直接上级 | 仓储部经理 | 直接下级 | 叉车工、搬运工 |\n"
        ),
        "仓储部经理>冷库班长 冷库班长>叉车工 冷库班长>搬运工",
    ),
    "a table drawn with rules": (
        "a.txt",
        (
            "+----------+--------------+----------+------------+\n| 职位名称 | 漆工组长     | 所属部门 | 涂装车间   |\n"
            "+----------+--------------+----------+------------+\n| 直属上级 | 涂装车间主任 | 编制     | 1          |\n"
            "+----------+--------------+----------+------------+\n| 直属下级 | 喷漆工、     | 内部协作 | 质检科、   |\n"
            "|          | 打磨工       |          | 焊装车间   |\n+----------+--------------+----------+------------+\n"
        ),
        "涂装车间主任>漆工组长 漆工组长>喷漆工 漆工组长>打磨工 漆工组长~质检科 漆工组长~焊装车间",
    ),
    "rows between bars, a role a row": (
        "a.txt",
        (
            "| 序号 | 岗位名称 | 部门 | 直接上级 | 直接下级 | 对内协作 | 对外协作 |\n"
            "| 1 | 检票组长 | 票务部 | 票务部经理 | 检票员 | 保卫部 | 旅行社 |\n"
            "| 2 | 船工 | 游船队 | 上级 | — | — | — |\n"
        ),
        "票务部经理>检票组长 检票组长>检票员 检票组长~保卫部 检票组长~旅行社",
    ),
    "a column a role": (
        "a.md",
        (
            "| 字段 | 税务主管 | 出纳 |\n|---|---|---|\n| 所属部门 | 财务部 | 财务部 |\n"
            "| 直接上级 | 财务经理 | 资金主管 |\n"
            "| 直接下级 | 税务会计 | 无 |\n| 外部协调 | 税务局 | 开户银行 |\n"
        ),
        "财务经理>税务主管 税务主管>税务会计 资金主管>出纳 税务主管~税务局 出纳~开户银行",
    ),
    "parties in a table that tells their scope": (
        "a.md",
        (
            "# 选题编辑\n\n- **部门** 内容部\n- **汇报线** 内容总监\n\n## 协作\n\n"
            "| 协作方 | 类型 | 频次 |\n|---|---|---|\n"
            "| 设计组 | 内部 | 每天 |\n| 印刷厂 | 外部 | 每月 |\n"
        ),
        "内容总监>选题编辑 选题编辑~设计组 选题编辑~印刷厂",
    ),
    "labels in two languages": (
        "a.txt",
        (
            "Job Title 职位名称: Shift Leader 值班主管\nDepartment 部门: Operations 运营部\n"
            "Report to 汇报对象: 运营经理 (dotted line: 区域安全经理)\nSubordinates 下属: 操作员 / 巡检员\n"
            "External Contacts 外部沟通对象: 消防大队\n"
        ),
        "运营经理>值班主管 区域安全经理>值班主管 值班主管>操作员 值班主管>巡检员 值班主管~消防大队",
    ),
    "labels in two languages, without a colon": (
        "a.txt",
        (
            "职位 Position        前台主管\n部门 Department      前厅部\n直属上司 Report to   前厅部经理\n"
            "直接下属 Subordinates  接待员、行李员\n"
        ),
        "前厅部经理>前台主管 前台主管>接待员 前台主管>行李员",
    ),
    "bars and dashes for colons": (
        "a.txt",
        "视频剪辑师\n汇报对象|制作总监\n下属岗位|剪辑助理\n协作岗位|编导、摄像师\n",
        "制作总监>视频剪辑师 视频剪辑师>剪辑助理 视频剪辑师~编导 视频剪辑师~摄像师",
    ),
    "numbered titles above their forms": (
        "a.txt",
        (
            "目 录\n1 绿化主管 …… 2\n2 花工 …… 3\n\n1 绿化主管\n岗位代码:LH-1\n直接上级:环境经理\n直接下级:花工\n"
            "业务联系(内):工程部\n业务联系(外):苗木供应商、\n      园林局\n\n"
            "2 花工\n岗位代码:LH-2\n直接上级:绿化主管(休假时由环境经理直管)\n直接下级:无\n"
        ),
        "环境经理>绿化主管 绿化主管>花工 环境经理>花工 绿化主管~工程部 绿化主管~苗木供应商 绿化主管~园林局",
    ),
    "all in one line": (
        "a.txt",
        (
            "1、行政经理岗位说明书一、基本信息岗位名称行政经理岗位编号所属部门行政部直接上级副总经理直接下级前台、司机"
            "编制者签字二、岗位概述管理日常行政。三、工作关系内部协调关系各部门、法务部外部协调关系物业公司、派出所四、岗位职责1采购办公用品。"
        ),
        "副总经理>行政经理 行政经理>前台 行政经理>司机 行政经理~法务部 行政经理~物业公司 行政经理~派出所",
    ),
    "a rank that is a title": (
        "a.txt",
        "職稱：護理長\n所屬單位：內科病房\n直屬主管：護理部主任\n直屬部屬：護理師、照服員\n橫向聯繫：藥劑科\n",
        "护理部主任>护理长 护理长>护理师 护理长>照服员 护理长~药剂科",
    ),
    "a rank that is asked for": (
        "a.txt",
        "岗位名称：土建工程师\n直接上级：项目总工\n任职要求：\n学历：本科\n职称：中级工程师\n",
        "项目总工>土建工程师",
    ),
    "words of a sentence that are labels elsewhere": (
        "a.txt",
        "岗位：调度员\n职责：\n1）受车队长直接领导，负责市内线路的成本控制。\n2）考核直属下级并上报。\n",
        "车队长>调度员",
    ),
    "parties with what is done with them": (
        "a.txt",
        (
            "岗位名称：物控专员\n直接上级：计划经理\n（一）内部关系\n1. 与采购部：确认交期\n2. 生产车间：核对欠料\n"
            "（二）外部关系\n1. 物流公司：安排提货\n（三）岗位职责\n1. 编制物料计划\n"
        ),
        "计划经理>物控专员 物控专员~采购部 物控专员~生产车间 物控专员~物流公司",
    ),
    "what is done up and down is no party": (
        "a.txt",
        "岗位名称：团险经理\n直接上级：团险总监\n外部工作关系：\n1、汇报：每周汇报进度\n2、督导：督导下属展业\n3、企业客户\n",
        "团险总监>团险经理 团险经理~企业客户",
    ),
    "a list of parties ends with its line": (
        "a.txt",
        "岗位名称：化验员\n直接上级：化验室主任\n对外：原料供应商、质监站\n薪点：九百\n每月汇总数据\n",
        "化验室主任>化验员 化验员~原料供应商 化验员~质监站",
    ),
    "an and inside a title": (
        "a.txt",
        "岗位名称：人事总监\n直接上级：总裁\n下属团队：招聘经理、绩效与薪酬经理、会计和出纳\n",
        "总裁>人事总监 人事总监>招聘经理 人事总监>绩效与薪酬经理 人事总监>会计 人事总监>出纳",
    ),
    "roles that are governed": (
        "a.txt",
        "职位：餐饮总监\n汇报对象：向酒店总经理汇报\n管辖范围：中餐厅经理、行政总厨\n",
        "酒店总经理>餐饮总监 餐饮总监>中餐厅经理 餐饮总监>行政总厨",
    ),
    "a region that is governed": (
        "a.txt",
        "职位：区域督导\n汇报对象：运营总监\n管辖范围：华北片区十二家门店\n",
        "运营总监>区域督导",
    ),
    "values before their labels": (
        "a.txt",
        (
            "营销经理            岗位名称\n市场营销部          所属部门\n"
            "营销总监            直接上级\n文案策划、美工      直接下级\n"
        ),
        "营销总监>营销经理 营销经理>文案策划 营销经理>美工",
    ),
    "what the form lists is called by its trade": (
        "a.txt",
        "岗位名称：输血科主任\n直接下级：输血技师、采血护士\n职责：\n1、监督检查技师的工作。\n",
        "输血科主任>输血技师 输血科主任>采血护士",
    ),
    "several that the form lists are called by their trade": (
        "a.txt",
        "岗位名称：工程主管\n直接下级：强电领班/弱电领班\n职责：\n1、检查领班的工作。\n",
        "工程主管>强电领班 工程主管>弱电领班",
    ),
    "a chain of posts": (
        "a.txt",
        "岗位名称：招聘主管\n汇报线：招聘主管 → 人力资源经理 → 人力资源总监\n下属：招聘专员\n",
        "人力资源经理>招聘主管 招聘主管>招聘专员",
    ),
    "a chart drawn with arrows": (
        "a.txt",
        (
            "岗位名称：设备主管\n汇报关系：\n    生产总监\n      │\n      ▼\n    设备主管（本岗位）\n"
            "      ↓\n    机修工　电工\n\n库存↓时补货\n"
        ),
        "生产总监>设备主管 设备主管>机修工 设备主管>电工",
    ),
    "a post with its abbreviation": (
        "a.txt",
        "岗位名称：IT 主管\n直接上级：行政总监\n直接下级：IT 专员、网络管理员\n",
        "行政总监>IT主管 IT主管>IT专员 IT主管>网络管理员",
    ),
}


@pytest.mark.parametrize(("name", "words", "wanted"), LAYOUTS.values(), ids=LAYOUTS)
def test_layouts(name: str, words: str, wanted: str) -> None:
    told = set()
    for one in extract(read_document(name, words.encode())):
        for role in one.roles:
            told |= {f"{superior}>{role.title}" for superior in role.reports_to}
            told |= {f"{role.title}>{subordinate}" for subordinate in role.supervises or ()}
            told |= {f"{role.title}~{party.party}" for party in role.coordinates_with}
    assert told == set(wanted.split())


SCOPES = {
    "of peers, and of an own unit": (
        "岗位名称：策划主管\n所属部门：营销中心\n直接上级：营销总监\n平级：渠道主管\n内部协调：营销中心、财务部\n",
        {"渠道主管": "same-department", "营销中心": "same-department", "财务部": "cross-department"},
    ),
    "of a department under an outside label": (
        "岗位名称：厨师长\n所属部门：餐饮部\n直接上级：餐饮部经理\n外部协调：采购部、酒水供应商\n",
        {"采购部": "cross-department", "酒水供应商": "external"},
    ),
    "of those that a sister works under": (
        (
            "岗位名称：项目经理\n所属部门：云山管理处\n直接上级：区域经理\n直接下级：客服主管、工程主管\n\n"
            "岗位名称：客服主管\n所属部门：云山管理处\n直接上级：项目经理\n内部协调：工程主管\n"
        ),
        {"工程主管": "same-department"},
    ),
    "of another house's office": (
        "岗位名称：保健医\n直接上级：园长\n联系部门：社区卫生服务中心、后勤部\n",
        {"社区卫生服务中心": "external", "后勤部": "cross-department"},
    ),
    "of what brackets mark": (
        "岗位名称：园长\n直接上级：董事会\n对接部门：学前科(外)、总园财务部(内)\n",
        {"学前科": "external", "总园财务部": "cross-department"},
    ),
}


@pytest.mark.parametrize(("words", "wanted"), SCOPES.values(), ids=SCOPES)
def test_how_far_a_relation_reaches(words: str, wanted: dict[str, str]) -> None:
    roles = [role for one in extract(read_document("a.txt", words.encode())) for role in one.roles]
    assert {party.party: party.scope for role in roles for party in role.coordinates_with} == wanted


def test_a_list_that_breaks_off_goes_on_behind_the_label_beside_it() -> None:
    words = "岗位名称\n销售部长\n直接下级\n区域经理、内勤主管、\n分析人\n商务代表\n所辖人数\n9人\n"
    (one,) = extract(read_document("a.txt", words.encode()))
    assert one.roles[0].supervises == ("区域经理", "内勤主管", "商务代表")


def test_one_role_told_by_a_table_and_described_behind_it_is_one() -> None:
    words = (
        "| 岗位 | 直接上级 | 直接下级 |\n|---|---|---|\n| 审计主管 | 审计总监 | 审计员 |\n"
        "| 法务主管 | 法务总监 | 无 |\n\n"
        "## 审计主管\n\n1. 编制审计计划。\n2. 出具报告。\n\n## 法务主管\n\n1. 审核合同。\n2. 处理诉讼。\n"
    )
    found = extract(read_document("a.md", words.encode()))
    assert [[role.title for role in one.roles if role.described] for one in found] == [["审计主管", "法务主管"]]


def test_a_quote_of_a_page_stands_in_its_line_word_for_word() -> None:
    words = "* 岗位名称：前台经理\n* 直接下级：\n  * 礼宾员\n  * 话务员\n"
    (one,) = extract(read_document("a.md", words.encode()))
    told = [(found.line, found.quote) for found in one.roles[0].evidence if found.field == "supervises"]
    assert told == [(3, "礼宾员"), (4, "话务员")]
