"""Two files share a name, and so an id.

## What it finds

Files without a written `id` take their name as the id. Two such files with the same name in different folders would
be one organization or two, and nothing says which; so would a file whose name is the id another file writes.

## Why it matters

Roles of unrelated companies would answer to the same id. Files that are parts of one organization write the same
`id` on purpose.

## Bad

```yaml north/sales.yaml
roles:
  - title: 北区经理
```

```yaml south/sales.yaml
roles:
  - title: 南区经理
```

## Good

```yaml north/sales.yaml
id: sales-north
roles:
  - title: 北区经理
```

```yaml south/sales.yaml
id: sales-south
roles:
  - title: 南区经理
```
"""

from orgchart.findings import RuleInfo, Severity

info = RuleInfo(
    code="ORG205",
    name="same-file-name",
    severity=Severity.ERROR,
    summary="two files without written id share a name and so an id",
)
