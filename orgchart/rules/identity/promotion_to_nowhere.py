"""A promotion to a post that is no role here.

## What it finds

A role whose `promotion_to` names posts, and none of them is a role of the organization, in whatever spelling. Where
the words are a sentence, it is enough that a title stands in them.

## Why it matters

The way up leads out of the organization, or to a post that was renamed or closed. In a fragment of an organization
it only shows which sheet is missing.

## Bad

```yaml
roles:
  - title: 客服总监
  - title: 客服经理
    reports_to: 客服总监
    promotion_to: [总监助理]
```

## Good

```yaml
roles:
  - title: 客服总监
  - title: 客服经理
    reports_to: 客服总监
    promotion_to: [客服总监]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import RuleInfo, Severity
from orgchart.names import spelt_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Finding
    from orgchart.rules._rule import Case


info = RuleInfo(
    code="ORG210",
    name="promotion-to-nowhere",
    severity=Severity.NOTE,
    summary="a promotion to a post that is no role here",
)


LONGEST = 24
"""Letters of the longest words that are looked through for titles."""


def check(case: Case) -> Iterator[Finding]:
    """Look for the titles that a promotion names."""
    known: frozenset[str] | None = None
    for number, role in enumerate(case.roles):
        if not role.promotion_to:
            continue
        if known is None:
            aliases = (spelt_out(alias) for other in case.roles for alias in other.aliases)
            known = frozenset((*case.spelt_out, *aliases))
        if not any(_is_known(str(words), known) for words in role.promotion_to):
            words = ", ".join(role.promotion_to)
            yield case.finding(
                info,
                f"{case.title(number)} is promoted to {words}, which is no role here",
                case.place(role.promotion_to[0], role),
                roles=(number,),
                hint="add the role (described: false), or correct the words",
            )


def _is_known(words: str, known: frozenset[str]) -> bool:
    """Whether words are a role's name or have one in them; longer ones may be anything and count as known."""
    said = spelt_out(words)
    if len(said) > LONGEST or said in known:
        return True
    pieces = (said[start:end] for start in range(len(said)) for end in range(start + 2, len(said) + 1))
    return any(piece in known for piece in pieces)
