"""Changes as Markdown for the page of a pull request: escaped, and short enough for its comment.

What stands in an organization is only shown: no word of it becomes markup, a link or a mention of somebody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgchart.reporters.changes.sentences import named, sentence, title_of, told, unit_sentence
from orgchart.reporters.changes.text import SIGNS, summary
from orgchart.reporters.text import counted
from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.changes import Changes, OrgChanges
    from orgchart.findings import Report

LONGEST = 60_000
"""Characters of a whole comment; the platforms end between 65,536 and 1,000,000."""
MOST_ROWS = 200
MOST_NAMES = 60
MOST_FINDINGS = 30
MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&@:$=^'\"]")


def as_markdown(changes: Changes, report: Report | None = None) -> str:
    """The changes as Markdown, with what a review found; where it would be too long, it says how much is left out."""
    told_ones = [one for one in changes.organizations if not one.empty]
    same = len(changes.organizations) - len(told_ones)
    lines = ["### Changes to the organization", "", *_findings(report)]
    length = sum(len(line) + 1 for line in lines)
    for place, one in enumerate(told_ones):
        block, written = _fitting(one, LONGEST - length - 400)
        if not written:
            left = len(told_ones) - place
            lines += [f"… and the changes of {counted(left, 'more organization')}: `orgchart diff` shows them all.", ""]
            break
        lines += block
        length += sum(len(line) + 1 for line in block)
    if not told_ones:
        lines += [f"No difference in {counted(same, 'organization')}.", ""]
    elif same:
        lines += [f"No difference in {counted(same, 'further organization')}.", ""]
    return "\n".join(lines)


def _findings(report: Report | None) -> Iterator[str]:
    if report is None:
        return
    for finding in report.findings[:MOST_FINDINGS]:
        place = escaped(str(finding.place))
        yield f"- **{finding.weight.value}** {finding.rule.code} {escaped(finding.message)} ({place})"
    if len(report.findings) > MOST_FINDINGS:
        yield f"- … and {len(report.findings) - MOST_FINDINGS:,} more findings: `orgchart diff --check` shows them all"
    yield "" if report.findings else "The review rules find nothing.\n"


def _fitting(one: OrgChanges, room: int) -> tuple[list[str], bool]:
    """The lines about an organization, with as many rows as there is room for; False where there is none at all."""
    graph = one.after or one.before
    name = escaped(str(graph.org.name) if graph else one.id)
    beside = f" ({escaped(one.id)})" if not graph or one.id != graph.org.name else ""
    head = [f"**{name}**{beside}: {escaped(summary(one))}", "", "| | role | change |", "|---|---|---|"]
    reach = list(_reach(one))
    left = room - sum(len(line) + 1 for line in (*head, *reach))
    if left < 0:
        return [], False
    rows: list[str] = []
    waiting = list(_rows(one))
    for row in waiting[:MOST_ROWS]:
        left -= len(row) + 1
        if left < 0:
            break
        rows.append(row)
    more = len(waiting) - len(rows)
    rest = [f"| | | … and {more:,} more: `orgchart diff` shows them all |"] if more else []
    return [*head, *rows, *rest, "", *reach], True


def _rows(one: OrgChanges) -> Iterator[str]:
    for field, pair in one.fields.items():
        yield _row("changed", "the organization", told(field, *pair))
    for change in one.units:
        yield _row(change.action, f"unit {change.unit}", unit_sentence(change))
    for role in one.changes:
        yield _row(role.action, title_of(one, role), sentence(one, role))


def _row(action: str, who: str, what: str) -> str:
    return f"| {escaped(SIGNS[action])} {action} | {escaped(who)} | {escaped(what)} |"


def _reach(one: OrgChanges) -> Iterator[str]:
    if not one.affected or one.after is None:
        return
    names = [named(one.after, number) for number in one.affected[:MOST_NAMES]]
    more = f" … and {len(one.affected) - MOST_NAMES:,} more" if len(one.affected) > MOST_NAMES else ""
    yield f"<details><summary>{counted(len(one.affected), 'chain')} of command changed</summary>"
    yield ""
    yield escaped(", ".join(names)) + more
    yield ""
    yield "</details>"
    yield ""


def escaped(words: str) -> str:
    """Words that Markdown and HTML only show; what could be markup stands as a character reference.

    >>> escaped("<b>@all</b> | *x*")
    '&#60;b&#62;&#64;all&#60;/b&#62; &#124; &#42;x&#42;'
    """
    return MARKUP.sub(lambda found: f"&#{ord(found[0])};", " ".join(visible(words).split()))
