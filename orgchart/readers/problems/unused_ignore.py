"""An `ignore` that no finding needed.

## What it finds

An accepted finding that does not occur any more: the gap was mended, the role is gone, or its name has changed. It is
reported only where the ignored rule ran. So is an entry of the baseline that nothing needs, where its organization was
looked at.

## Why it matters

An exception that nobody needs would hide the next real finding of its kind.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 品牌经理
    reports_to: 总经理
ignore:
  - {code: ORG304, role: 品牌经理, reason: 原文未写明上级}
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 品牌经理
ignore:
  - {code: ORG304, role: 品牌经理, reason: 原文未写明上级}
  - {code: ORG304, role: 总经理, reason: 原文未写明上级}
```
"""

from orgchart.findings import RuleInfo, Severity

info = RuleInfo(
    code="ORG105",
    name="unused-ignore",
    severity=Severity.WARNING,
    summary="an `ignore` that no finding needed, where its code ran",
)
