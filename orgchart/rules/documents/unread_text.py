"""Text of a document that nobody cites.

## What it finds

Stretches of at least 300 letters in a document under `sources` that no `source` of a role, a unit or an organization
cites, of all organizations that were read together: one finding a document. A document of which nobody names lines
is left out. The rule runs only where `documents` names the folder.

## Why it matters

Whoever reads a document into an organization file may pass over a page. Here are the pages to look at again.

## Bad

```text documents/sales.txt
销售总监 直接上级：总经理
区域经理的职责：一、负责本区域的市场开拓与客户维护，制定区域销售计划并组织实施，按月向销售总监汇报计划完成情况，分析偏差的原因并提出改进的办法。
二、负责区域内经销商的选择、签约、培训与考核，处理经销商之间的价格与串货问题，维护公司的价格体系，定期走访终端，掌握竞争对手的动态并及时上报。
三、负责区域内应收账款的催收与信用额度的初审，配合财务部对账，对超过期限的货款提出处理意见，避免呆账坏账的发生，保证资金及时回笼与安全。
四、负责区域团队的招聘、培训、考核与激励，制定每名客户代表的月度目标，陪同拜访重要客户，组织周会和月会，总结经验，帮助新员工尽快独立开展工作。
五、配合市场部开展促销、展会与品牌推广，核实费用的使用效果，收集用户的意见与需求，向产品部门提出改进建议，完成上级交办的其他任务，遵守公司制度。
```

```yaml
sources: [sales.txt]
roles:
  - title: 总经理
    source: sales.txt:1
  - title: 销售总监
    reports_to: 总经理
    source: sales.txt:1
```

## Good

```text documents/sales.txt
销售总监 直接上级：总经理
负责华东区的销售
```

```yaml
sources: [sales.txt]
roles:
  - title: 总经理
    source: sales.txt:1
  - title: 销售总监
    reports_to: 总经理
    source: sales.txt:1
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.rules._documents import read_citation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG107",
    name="unread-text",
    severity=Severity.NOTE,
    summary="text of a document that nobody cites",
)


LONG = 300
"""Letters that nobody cites before it is worth a note."""
SHOWN = 8


def check(case: Case) -> Iterator[Finding]:
    """Take the cited lines out of each listed document, and look at what is left."""
    documents = case.documents
    if documents is None:
        return
    told: set[str] = set()
    for words in case.org.sources:
        name = documents.find(read_citation(words).document)
        if name is None or name in told or not documents.listed_first(name, case.org):
            continue
        told.add(name)
        cited, lines = documents.cited.get(name), documents.lines(name)
        if cited and lines:
            stretches = [part for part in _left_over(len(lines), cited) if _letters(lines, *part) >= LONG]
            if stretches:
                yield _unread(case, words, lines, [_trimmed(lines, *part) for part in stretches])


def _left_over(size: int, cited: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of lines, from 1, that no range holds."""
    following = 1
    for first, last in sorted(cited):
        if first > following:
            yield following, min(first - 1, size)
        following = max(following, last + 1)
    if following <= size:
        yield following, size


def _letters(lines: Sequence[str], first: int, last: int) -> int:
    return sum(len("".join(line.split())) for line in lines[first - 1 : last])


def _trimmed(lines: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """A stretch without blank lines at its ends."""
    while not lines[first - 1].strip():
        first += 1
    while not lines[last - 1].strip():
        last -= 1
    return first, last


def _unread(case: Case, words: str, lines: Sequence[str], stretches: list[tuple[int, int]]) -> Finding:
    shown = ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in stretches[:SHOWN])
    more = f" and {len(stretches) - SHOWN} more stretches" if len(stretches) > SHOWN else ""
    letters = sum(_letters(lines, *part) for part in stretches)
    return case.finding(
        info,
        f"nobody cites lines {shown}{more} of {read_citation(words).document}, {letters} letters",
        case.place(words, case.org),
        hint="read them, and name the lines under the source of a role or a unit, or of the organization",
    )
