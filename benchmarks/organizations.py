"""Organizations of any size to measure with, the same on every machine."""

from __future__ import annotations

import json
import random


def roles(size: int, seed: int = 1, *, several: float = 0.0) -> list[dict[str, object]]:
    """A company of `size` roles: five to nine reports a superior, units, some coordination; `several` superiors."""
    chance = random.Random(seed)  # noqa: S311 - a chart needs no secret
    made: list[dict[str, object]] = []
    for number in range(size):
        role: dict[str, object] = {"title": f"岗位{number}", "id": f"r{number}", "unit": f"部门{number // 40}"}
        if number:
            superiors = [f"r{(number - 1) // 7}"]
            if several and number > 20 and chance.random() < several:
                superiors.append(f"r{chance.randrange(number // 2)}")
            role["reports_to"] = superiors if len(superiors) > 1 else superiors[0]
        if number % 25 == 3:
            role["coordinates_with"] = [{"with": f"r{chance.randrange(size)}", "about": f"事项{number}"}]
        made.append(role)
    return made


def as_yaml(made: list[dict[str, object]]) -> str:
    """The roles as an organization file."""
    lines = ["id: big", "name: 大公司", "roles:"]
    for role in made:
        for place, (key, value) in enumerate(role.items()):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            lines.append(f"  {'-' if not place else ' '} {key}: {text}")
    return "\n".join(lines) + "\n"


def as_json(made: list[dict[str, object]]) -> str:
    """The roles as an organization in JSON."""
    return json.dumps({"id": "big", "name": "大公司", "roles": made}, ensure_ascii=False)


def rich_yaml(size: int) -> str:
    """Ten lines a role, as job descriptions have them: the file the speed of reading is promised for."""
    lines = ["id: big", "roles:"]
    for number in range(size):
        lines += [
            f"  - title: 职位经理{number}",
            f"    id: r{number}",
            f"    unit: 部门{number % 50}",
            f"    reports_to: r{max(number - 1, 0) // 5}" if number else "    root: true",
            "    coordinates_with:",
            f"      - {{with: r{(number * 7 + 3) % size}, about: 交流情况{number}, scope: cross-department}}",
            f"      - with: r{(number * 11 + 5) % size}",
            "        kind: role",
            "        about: 对账",
            f"    purpose: 负责第{number}项工作",
        ]
    return "\n".join(lines) + "\n"
