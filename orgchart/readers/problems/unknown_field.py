"""A key that the format does not have.

## What it finds

A key that the organization file does not know, with the nearest one it does know. Keys that begin with `x-` are yours
and are never checked.

## Why it matters

A misspelt `report_to` would otherwise be a role without a superior, and nobody would notice.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    report_to: 总经理
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 财务总监
    reports_to: 总经理
    x-cost-centre: 4711
```
"""

from orgchart.findings import RuleInfo, Severity

info = RuleInfo(
    code="ORG102",
    name="unknown-field",
    severity=Severity.ERROR,
    summary="a key that the format does not have",
)
