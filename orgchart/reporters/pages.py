"""The page of a rule in pieces: its first sentence, and what stands under its headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orgchart.findings import RuleInfo

FAMILIES = {
    "1": "files",
    "2": "identity",
    "3": "reporting-lines",
    "4": "shape",
    "5": "coordination",
    "6": "review",
}


def family(rule: RuleInfo) -> str:
    """What the rules of this hundred are about."""
    return FAMILIES.get(rule.code[3:4], "other")


def first_sentence(rule: RuleInfo) -> str:
    """The first line of the page, which is complete in itself; the summary where there is no page."""
    return rule.page.partition("\n")[0] or rule.summary


def what_it_finds(rule: RuleInfo) -> str:
    """The paragraphs under "What it finds", as one line; the summary where there is no page."""
    _before, _heading, after = rule.page.partition("## What it finds\n")
    return " ".join(after.partition("\n## ")[0].split()) or rule.summary


def heading(rule: RuleInfo) -> str:
    """The heading of the page."""
    return f"{rule.code} {rule.name} [{rule.severity.value}]"
