"""Companies that look real: departments with teams in them, names on most cards, some coordination across."""

from __future__ import annotations

import json
from random import Random

DEPARTMENTS = (
    *("研发中心", "生产制造部", "质量部", "市场营销部", "供应链管理部", "财务部", "人力资源部", "信息技术部"),
    *("客户服务中心", "法务部", "行政部"),
)
TEAMS = ("一组", "二组", "华东区", "华南区", "综合办公室", "技术科", "项目部", "规划科")
POSTS = (
    *("专员", "工程师", "高级工程师", "主管", "技术员", "数据分析师", "产品经理", "资深专员", "销售代表", "客户经理"),
    *("质量体系工程师", "采购员", "成本会计", "市场营销项目管理办公室经理", "嵌入式软件开发经理"),
)
FAMILY_NAMES, GIVEN_NAMES = "张王李赵刘陈杨黄周吴", "伟芳娜敏静丽强磊洋勇艳杰涛明超秀霞平刚"
TOPICS = ("质量异常处置", "设计评审", "物料配送", "预算核对", "客户投诉回访")
LEADS = 9
"""Team leads under one superior, before the next teams go a level deeper."""
FEWEST_RELATIONS = 11
LARGE = 60
"""Below so many roles departments have no teams."""


class Company:
    """A company of `size` roles, the same on every machine; `nested` gives teams frames of their own."""

    def __init__(self, size: int, *, nested: bool = True, relations: int | None = None, seed: int = 1) -> None:
        self.chance = Random(seed)  # noqa: S311 - a chart needs no secret
        self.size, self.nested = size, nested
        self.roles: list[dict[str, object]] = []
        self.units: list[dict[str, object]] = []
        heads = self._departments()
        while len(self.roles) < size:
            department, own = self.chance.choices(heads, [1 + place % 4 for place in range(len(heads))])[0]
            if size < LARGE:
                self._add(self.chance.choice(POSTS), self.chance.choice(own[:4]), department)
            else:
                self._team(department, own)
        self._coordinate(max(FEWEST_RELATIONS, size // 25) if relations is None else relations)

    def _departments(self) -> list[tuple[str, list[str]]]:
        """The top, and the heads of its departments."""
        top = self._add("总经理", None, None)
        self.roles[-1]["root"] = True
        names = DEPARTMENTS[: 6 if self.size < LARGE else 9 if self.size < LARGE * 10 else len(DEPARTMENTS)]
        self.units += [{"name": name} for name in names]
        return [(name, [self._add(f"{name}负责人", top, name)]) for name in names]

    def _team(self, department: str, heads: list[str]) -> None:
        unit = department
        if self.nested and self.chance.random() < 0.5:
            unit = f"{department}{TEAMS[len(self.units) % len(TEAMS)]}{len(self.units)}"
            self.units.append({"name": unit, "part_of": department})
        lead = self._add(self.chance.choice(("主管", "经理", "组长")), heads[(len(heads) - 1) // LEADS], unit)
        heads.append(lead)
        for _ in range(min(self.chance.randint(2, 9), self.size - len(self.roles))):
            self._add(self.chance.choice(POSTS), lead, unit)

    def _add(self, title: str, superior: str | None, unit: str | None) -> str:
        identity = f"r{len(self.roles)}"
        role: dict[str, object] = {"id": identity, "title": title, "holders": self._holders()}
        if superior is not None:
            role["reports_to"] = superior
        if unit is not None:
            role["unit"] = unit
        self.roles.append(role)
        return identity

    def _holders(self) -> list[dict[str, str]]:
        if self.chance.random() < 0.07:
            return []
        given = "".join(self.chance.choice(GIVEN_NAMES) for _ in range(self.chance.randint(1, 2)))
        return [{"name": self.chance.choice(FAMILY_NAMES) + given}]

    def _coordinate(self, count: int) -> None:
        for _ in range(count):
            one, other = self.chance.sample(range(self.size), 2)
            relation = {"with": f"r{other}", "about": self.chance.choice(TOPICS)}
            self.roles[one].setdefault("coordinates_with", [relation])

    def as_json(self) -> str:
        """The company as an organization file."""
        return json.dumps(
            {"id": "company", "name": "智造科技有限公司", "units": self.units, "roles": self.roles}, ensure_ascii=False
        )
