"""A chain of command that does not branch.

## What it finds

Four or more roles in a row of which each leads exactly the next one. ORG402 notes every superior of one; this is the
whole run, once.

## Why it matters

Three layers of superiors for one post at the end: every decision passes hands that decide for nobody else. In a
fragment of an organization, the branches are often just not written yet.

## Bad

```yaml
roles:
  - {title: 董事长}
  - {title: 总经理, reports_to: 董事长}
  - {title: 副总经理, reports_to: 总经理}
  - {title: 销售总监, reports_to: 副总经理}
```

## Good

```yaml
roles:
  - {title: 董事长}
  - {title: 总经理, reports_to: 董事长}
  - {title: 销售总监, reports_to: 总经理}
  - {title: 财务总监, reports_to: 总经理}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG406",
    name="unbranched-chain",
    severity=Severity.NOTE,
    summary="a chain of command that does not branch",
)


LEAST = 4
SHOWN = 12


def check(case: Case) -> Iterator[Finding]:
    """Walk down from the top of each run."""
    for number, reports in enumerate(case.graph.reports):
        if len(reports) != 1 or _continues(case, number):
            continue
        run = [number]
        while len(case.graph.reports[run[-1]]) == 1:
            following = case.graph.reports[run[-1]][0]
            if len(case.graph.superiors[following]) != 1:
                break
            run.append(following)
        if len(run) >= LEAST:
            yield _run(case, run)


def _continues(case: Case, number: int) -> bool:
    """Whether a role goes on with a run that begins above it."""
    superiors = case.graph.superiors[number]
    return len(superiors) == 1 and len(case.graph.reports[superiors[0]]) == 1


def _run(case: Case, run: list[int]) -> Finding:
    names = [case.title(number) for number in (run if len(run) <= SHOWN else (*run[: SHOWN // 2], *run[-SHOWN // 2 :]))]
    if len(run) > SHOWN:
        names.insert(SHOWN // 2, f"… {len(run) - SHOWN} more …")
    return case.finding(
        info,
        f"{' → '.join(names)}: {len(run)} roles in a row, each leading only the next",
        case.title_place(run[0]),
        roles=run,
        hint="join some of them, or write down whom else they lead",
    )
