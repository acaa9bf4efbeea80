"""A value of the wrong kind.

## What it finds

A value that cannot be what its key stands for: a list where one name belongs, a headcount that is no whole number, an
unquoted number in a title, a name or a relation, a piece without the key it cannot do without. In `id`, `code` and
`grade` an unquoted number is text, as written.

## Why it matters

A value that is taken for something else is lost in silence. An unquoted `007` would be the number seven.

## Bad

```yaml
roles:
  - title: 总经理
  - title: 车间主任
    reports_to: 总经理
    headcount: 三人
```

## Good

```yaml
roles:
  - title: 总经理
  - title: 车间主任
    reports_to: 总经理
    headcount: 3
```
"""

from orgchart.findings import RuleInfo, Severity

info = RuleInfo(
    code="ORG103",
    name="wrong-type",
    severity=Severity.ERROR,
    summary="a value of the wrong kind",
)
