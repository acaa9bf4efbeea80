"""A role without a title.

## What it finds

A role that has no `title` and does not say `untitled: true`.

## Why it matters

A title is how people find the role and how others name it as their superior. Where the document itself names none,
say so: the role keeps its place in the chart and gets an id by its order.

## Bad

```yaml
roles:
  - unit: 营销部
    responsibilities: [制定推广计划]
```

## Good

```yaml
roles:
  - untitled: true
    unit: 营销部
    responsibilities: [制定推广计划]
```
"""

from orgchart.findings import RuleInfo, Severity

info = RuleInfo(
    code="ORG104",
    name="missing-title",
    severity=Severity.ERROR,
    summary="a role without title and without `untitled: true`",
)
