"""A file cannot be decoded or parsed.

## What it finds

The first place where a file breaks: a quotation mark that is never closed, a tab where YAML wants spaces, a key that
stands twice in one mapping, a second document in one file, a YAML tag, more than 64 levels of nesting, more than a
million values (also by aliases that multiply), more than 64 MB, or an encoding that is not UTF-8 or UTF-16.

## Why it matters

A file that cannot be read takes its roles with it: every superior described there looks unknown to the others. Of two
equal keys only one could count, and nobody would know which.

## Bad

```yaml
roles:
  - title: "总经理
  - title: 财务总监
    reports_to: 总经理
```

## Good

```yaml
roles:
  - title: "总经理"
  - title: 财务总监
    reports_to: 总经理
```
"""

from orgchart.findings import RuleInfo, Severity

info = RuleInfo(
    code="ORG101",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary="a file cannot be decoded or parsed",
)
