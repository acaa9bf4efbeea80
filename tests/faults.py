"""A folder with twenty-five different faults, one a rule; ‹CODE› stands right before the place of each."""

from __future__ import annotations

TEAM = """\
        roles:
          - title: 总经理
          - {title: 财务总监, reports_to: 总经理}
          - {title: 销售总监, reports_to: 总经理}
"""

FAULTS = {
    "org/broken.yaml": 'roles:\n  - title: ‹ORG101›"总经理\n',
    "org/field.yaml": TEAM + "          - {title: 会计, reports_to: 总经理, ‹ORG102›hedcount: 2}\n",
    "org/kind.yaml": TEAM + "          - {title: 会计, reports_to: 总经理, headcount: ‹ORG103›三人}\n",
    "org/title.yaml": TEAM + "          - ‹ORG104›reports_to: 总经理\n",
    "org/accepted.yaml": TEAM + "        ignore: [{code: ‹ORG105›ORG304, role: 总经理, reason: 原文未写明}]\n",
    "org/twice.yaml": TEAM + "          - {title: ‹ORG201›销售总监, reports_to: 总经理}\n",
    "org/spelt.yaml": TEAM
    + "          - {title: 客户服务部经理, reports_to: 总经理}\n"
    + "          - {title: ‹ORG202›客服部经理, reports_to: 总经理}\n",
    "org/unit.yaml": TEAM
    + "          - {title: 会计, reports_to: 总经理, unit: ‹ORG203›财务处}\n        units: [{name: 财务部}]\n",
    "org/units.yaml": TEAM + "        units: [{name: 甲部, part_of: ‹ORG204›乙部}, {name: 乙部, part_of: 甲部}]\n",
    "org/north/sales.yaml": TEAM,
    "org/south/sales.yaml": TEAM.replace("roles", "‹ORG205›roles"),
    "org/loop.yaml": """\
        roles:
          - {title: 甲, reports_to: ‹ORG301›丙}
          - {title: 乙, reports_to: 甲}
          - {title: 丙, reports_to: 乙}
          - {title: 丁, reports_to: 甲}
          - {title: 戊, reports_to: 乙}
          - {title: 己, reports_to: 丙}
    """,
    "org/self.yaml": TEAM + "          - {title: 审计, reports_to: ‹ORG302›审计}\n",
    "org/unknown.yaml": TEAM + "          - {title: 会计, reports_to: ‹ORG303›财务经理}\n",
    "org/orphan.yaml": TEAM + "          - title: ‹ORG304›品牌经理\n",
    "org/roots.yaml": TEAM
    + "          - title: ‹ORG305›董事长\n          - {title: 秘书, reports_to: 董事长}\n"
    + "          - {title: 司机, reports_to: 董事长}\n",
    "org/several.yaml": TEAM
    + "          - {title: 会计, reports_to: [财务总监, ‹ORG306›销售总监]}\n"
    + "          - {title: 出纳, reports_to: 财务总监}\n          - {title: 业务员, reports_to: 销售总监}\n",
    "org/omits.yaml": """\
        roles:
          - {title: 总经理, supervises: [财务总监]}
          - {title: 财务总监, reports_to: 总经理}
          - {title: 销售总监, reports_to: ‹ORG308›总经理}
    """,
    "org/dotted.yaml": TEAM + "          - {title: 会计, reports_to: 总经理, dotted_line_to: ‹ORG309›总经理}\n",
    "org/below.yaml": TEAM.replace(
        "总经理\n", "总经理\n            supervises: [财务总监, 销售总监, ‹ORG311›法务]\n", 1
    ),
    "org/fits.yaml": TEAM
    + "          - {title: 会计, aliases: [记账员], reports_to: 总经理}\n"
    + "          - {title: 核算员, aliases: [记账员], reports_to: 总经理}\n"
    + "          - {title: 实习生, reports_to: ‹ORG312›记账员}\n",
    "org/wide.yaml": "roles:\n  - title: ‹ORG401›店长\n"
    + "".join(f"  - {{title: 店员{number}, reports_to: 店长}}\n" for number in range(16)),
    "org/deep.yaml": "roles:\n  - title: 级1\n"
    + "".join(
        f"  - {{title: {'‹ORG403›' if number == 9 else ''}级{number}, reports_to: 级{number - 1}}}\n"
        f"  - {{title: 旁{number}, reports_to: 级{number - 1}}}\n"
        for number in range(2, 10)
    ),
    "org/party.yaml": TEAM + "          - {title: 会计, reports_to: 总经理, coordinates_with: [‹ORG501›生产部]}\n",
    "org/partner.yaml": TEAM + "          - {title: 会计, reports_to: 总经理, coordinates_with: [‹ORG502›销售总监]}\n",
    "org/own.yaml": TEAM + "          - {title: 会计, reports_to: 总经理, coordinates_with: [‹ORG503›会计]}\n",
}
