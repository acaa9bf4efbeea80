"""What single names and lists of names mean: positions first, then kinds."""

from __future__ import annotations

import pytest

from orgchart.extraction.titles import kind_in_field, kind_of, names_in, proper

ROLES = "院长 科主任 护士长 主治医师 教务主任 年级组长 班主任 厂长 车间主任 班组长 操作工 大堂副理 领班 行政总厨"
MORE_ROLES = "施工员 技术负责人 支行行长 柜员 秩序维护队长 处长 科员 轮机长 CFO 放款岗 焊接人员"
UNITS = "护理部 门诊部 教务处 冲压车间 项目部 客户服务中心 后勤班组 营业部 分公司 防损课 财务 仓库"
OUTSIDERS = (
    "供应商 业主委员会 税务局 监理单位 患者家属 会计师事务所 物业公司 外部审计师 检验检疫机构 收货方 政府相关部门"
)
NOBODIES = "上级 公司领导 相关部门 各部门 各部门主管 员工 团队成员 下属 职能科室 本科室人员 其他岗位 业绩增长 施工 无"
BODIES = "董事会 监事会 党委 校务委员会"
NO_NAMES = "产品质量 会计档案 服务态度 三月"


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("role", ROLES),
        ("role", MORE_ROLES),
        ("unit", UNITS),
        ("external", OUTSIDERS),
        ("nobody", NOBODIES),
        ("body", BODIES),
    ],
)
def test_names_are_judged_by_their_endings(kind: str, names: str) -> None:
    assert {name: kind_of(name) for name in names.split()} == dict.fromkeys(names.split(), kind)


def test_words_that_are_no_names_stay_unknown() -> None:
    assert {kind_of(name) for name in NO_NAMES.split()} == {"unknown"}


def test_what_somebody_does_is_a_post_only_where_a_form_asks_for_one() -> None:
    assert (kind_of("采购"), kind_in_field("采购")) == ("unit", "role")
    assert (kind_of("区域销售"), kind_in_field("区域销售")) == ("unknown", "role")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("各车间主任", "车间主任"),
        ("公司总经理", "总经理"),
        ("本病区护士", "护士"),
        ("部门业务人员", "业务人员"),
        ("部门经理", "部门经理"),
        ("本项目经理", "项目经理"),
        ("企业管理部", "企业管理部"),
        ("医院感染管理科", "医院感染管理科"),
        ("采购部相关人员", "采购部"),
        ("设备部领导", "设备部"),
        ("收银员(3人)", "收银员"),
        ("两名电工", "电工"),
        ("生产车间", "生产车间"),
    ],
)
def test_what_belongs_to_no_name_is_dropped(written: str, name: str) -> None:
    assert proper(written) == name


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("总务主任、门卫", ["总务主任", "门卫"]),
        ("领班(2人)、传菜员3名", ["领班", "传菜员"]),
        ("1.大副 2.水手长", ["大副", "水手长"]),
        ("库管和叉车司机", ["库管", "叉车司机"]),
        ("行长/副行长", ["行长", "副行长"]),
        ("会员/活动经理", ["会员/活动经理"]),
        ("相关部门(质检科、动力科)", ["相关部门", "质检科", "动力科"]),
        ("管理人员(班组长、领班)及员工", ["管理人员", "班组长", "领班", "员工"]),
        ("院长(分管副院长)", ["院长"]),
        ("Night Auditor, Bell Captain", ["Night Auditor", "Bell Captain"]),
        ("生产、物流等部门", ["生产", "物流"]),
    ],
)
def test_a_value_is_split_into_its_names(value: str, names: list[str]) -> None:
    found = names_in(value)
    assert all(name.words in value[name.start : name.end] for name in found)
    assert [name.words for name in found] == names


def test_names_that_mean_nobody_say_so() -> None:
    assert [(name.words, name.why) for name in names_in("上级领导、出纳")] == [
        ("上级领导", "names nobody"),
        ("出纳", ""),
    ]


def test_a_field_that_asks_for_parties_reads_functions_as_departments() -> None:
    assert [name.kind for name in names_in("财务/人事", roles=False)] == ["unit", "unit"]
