"""The headers of a roster's columns, as data: which words name which field of a role."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from orgchart.names import level

HEADERS = {
    "title": (
        "岗位 岗位名称 职位 职位名称 岗位名 标准岗位 标准岗位名称 职务 职务名称 岗位职务 职务岗位 岗位职位 "
        "职位岗位 岗位职务名称 任职岗位 现任岗位 现任职务 现任职位 所在岗位 所任岗位 担任职务 担任岗位 title job "
        "jobtitle position positiontitle positionname role rolename roletitle jobname post postname"
    ),
    "unit": (
        "部门 所属部门 部门名称 所在部门 用人部门 科室 所属科室 部门科室 单位 所属单位 所在单位 单位部门 "
        "所属组织 组织单元 组织名称 二级部门 一级部门 班组 团队 所属团队 department departmentname dept deptname "
        "unit unitname division team orgunit organizationunit organisationunit organizationalunit businessunit"
    ),
    "reports_to": (
        "直接上级 上级 上级岗位 直接上级岗位 直属上级 直属上级岗位 上级职位 直接上级职位 上级职务 直接上级职务 "
        "直接主管 直属主管 上级主管 直线经理 直线主管 直线上级 汇报对象 直接汇报对象 汇报上级 汇报关系 汇报给 "
        "汇报岗位 汇报对象岗位 直接领导 直属领导 上级领导 主管领导 直接上司 直属上司 上司 实线上级 实线汇报 "
        "实线汇报对象 主管 reportsto reportingto reportstotitle reportstoposition reportstorole manager "
        "managertitle managerposition linemanager linemanagertitle directmanager reportingmanager supervisor "
        "supervisortitle supervisorposition directsupervisor immediatesupervisor superior directsuperior "
        "superiorposition boss parentposition"
    ),
    "reports_to_name": (
        "直接上级姓名 上级姓名 直属上级姓名 上级领导姓名 直接领导姓名 主管姓名 直接主管姓名 直属主管姓名 "
        "汇报人姓名 汇报对象姓名 汇报上级姓名 managername linemanagername supervisorname directmanagername "
        "reportstoname superiorname"
    ),
    "reports_to_id": (
        "上级工号 直接上级工号 直属上级工号 主管工号 直接主管工号 直属主管工号 汇报人工号 汇报对象工号 "
        "汇报上级工号 领导工号 上级员工编号 直接上级员工编号 上级编号 直接上级编号 上级编码 直接上级编码 "
        "上级岗位编号 上级岗位编码 上级岗位代码 直接上级岗位编号 直接上级岗位编码 上级职位编号 上级职位编码 "
        "managerid manageremployeeid managernumber managerno managercode supervisorid supervisornumber "
        "reportstoid reportstocode reportstonumber parentid linemanagerid superiorid reportstopositionid "
        "parentpositionid managerpositionid"
    ),
    "dotted_line_to": (
        "虚线上级 虚线上级岗位 虚线上级姓名 虚线汇报 虚线汇报对象 虚线汇报上级 虚线领导 虚线经理 虚线主管 "
        "职能上级 业务上级 矩阵上级 职能汇报对象 业务汇报对象 dottedline dottedlineto dottedlinemanager "
        "dottedlinesuperior dottedlinesupervisor dottedreportsto functionalmanager functionalsuperior "
        "functionalsupervisor matrixmanager secondarymanager secondarysupervisor"
    ),
    "holders": (
        "姓名 员工姓名 人员姓名 员工 人员 任职人 任职者 任职人员 任职人姓名 任职者姓名 在岗人员 现任人员 现任人 "
        "岗位人员 名字 在职人员 在岗人 name employee employeename fullname incumbent incumbents holder holders "
        "person personname staffname staff namefull"
    ),
    "employee_id": (
        "工号 员工编号 员工号 员工工号 人员编号 人员编码 人员工号 职工号 职工编号 员工编码 员工id 工作证号 "
        "employeeid empid employeenumber employeeno empno staffid staffno staffnumber personnelnumber "
        "personnelno personid workerid badgenumber uniqueid"
    ),
    "headcount": (
        "编制 定员 定编 编制人数 定员人数 定编人数 岗位编制 岗位定员 岗位定编 人数 岗位人数 编制数 定员数 "
        "核定编制 核定人数 配置人数 编制数量 headcount fte approvedheadcount budgetedheadcount numberofpositions "
        "positions heads"
    ),
    "grade": (
        "职级 岗级 级别 职等 岗位级别 岗位等级 岗位职级 职务级别 职位级别 职位等级 职级岗级 grade jobgrade level "
        "joblevel band jobband rank"
    ),
    "code": (
        "岗位编号 岗位编码 岗位代码 岗位号 职位编号 职位编码 职位代码 职务编号 职务编码 岗位id 职位id positionid "
        "positioncode positionnumber positionno jobcode jobid rolecode roleid postcode code"
    ),
}
NEITHER = {"id": ("employee_id", "code"), "编号": ("employee_id", "code"), "编码": ("employee_id", "code")}
"""Headers that number persons where the roster names persons, and posts where it does not."""
SIGNS = re.compile(r"[^\w]|_")
ASIDE = re.compile(r"[(\[【〔（].*?[)\]】〕）]")


LONGEST = 40


class Meaning(NamedTuple):
    """What a header names, and how plainly: of two columns for one field the lower rank is taken."""

    field: str
    rank: int


def meaning(header: str) -> Meaning | None:
    """The field that a header names, if it is one of those known; `id` and 编号 stand for what the table lacks."""
    if len(header) > LONGEST:
        return None
    for words in (header, ASIDE.sub("", header)):
        bare = bare_header(words)
        found = _known().get(bare)
        if found or bare in NEITHER:
            return found or Meaning(bare, 0)
    return None


def bare_header(words: str) -> str:
    """A header without what differs between two ways to write it: width, case, blanks and signs."""
    return SIGNS.sub("", level(words))


@lru_cache(maxsize=1)
def _known() -> dict[str, Meaning]:
    return {
        level(word): Meaning(field, rank) for field, words in HEADERS.items() for rank, word in enumerate(words.split())
    }
