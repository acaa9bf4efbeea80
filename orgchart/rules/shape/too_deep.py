"""More layers than word of mouth survives.

## What it finds

An organization with more than `max-layers` layers along primary lines (8 unless configured), at its first deepest
role.

## Why it matters

Each layer filters what goes up and delays what comes down.

## Bad

```yaml
roles:
  - {title: 董事长}
  - {title: 总经理, reports_to: 董事长}
  - {title: 副总经理, reports_to: 总经理}
  - {title: 总监, reports_to: 副总经理}
  - {title: 高级经理, reports_to: 总监}
  - {title: 经理, reports_to: 高级经理}
  - {title: 主管, reports_to: 经理}
  - {title: 组长, reports_to: 主管}
  - {title: 专员, reports_to: 组长}
```

## Good

```yaml
roles:
  - {title: 董事长}
  - {title: 总经理, reports_to: 董事长}
  - {title: 总监, reports_to: 总经理}
  - {title: 经理, reports_to: 总监}
  - {title: 主管, reports_to: 经理}
  - {title: 专员, reports_to: 主管}
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
    code="ORG403",
    name="too-deep",
    severity=Severity.WARNING,
    summary="more layers than word of mouth survives",
)


def check(case: Case) -> Iterator[Finding]:
    """Measure the deepest layer once for the organization."""
    layers = [layer or 0 for layer in case.graph.layers]
    deepest = max(layers, default=0)
    if deepest > case.config.max_layers:
        number = layers.index(deepest)
        yield case.finding(
            info,
            f"{case.org.name} has {deepest} layers down to {case.title(number)}, more than {case.config.max_layers}",
            case.title_place(number),
            roles=(number,),
            hint="take out a layer, or set max-layers",
        )
