"""A report as Markdown for a comment on a change: counts, a table, the notes folded away, never longer than fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import Severity
from orgchart.reporters.locating import as_written
from orgchart.reporters.text import counted, summary
from orgchart.reporters.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.findings import Finding, Report
    from orgchart.reporters.locating import Locate

LONGEST = 60_000
"""A comment on GitHub holds 65,536 characters."""

_LONGEST_CELL = 1_000
_LEFT_OUT = "\n… and {} more: `orgchart validate` shows all.\n"
_LONGEST_NUMBER = 12
_HEAD = "| rule | place | finding |\n| --- | --- | --- |\n"
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "@": "@<!-- -->",  # nobody is called by name because a role is called like them
        **{letter: f"\\{letter}" for letter in "\\|`*_~[]#$!"},
    }
)


def as_markdown(report: Report, *, show_notes: bool = True, locate: Locate = as_written, longest: int = LONGEST) -> str:
    """The report in at most `longest` characters (from some 500 on); a line says how many findings found no room."""
    weighty = [finding for finding in report.findings if finding.weight is not Severity.NOTE]
    notes = [finding for finding in report.findings if finding.weight is Severity.NOTE] if show_notes else []
    weighty.sort(key=lambda finding: finding.weight is not Severity.ERROR)
    words = "".join(words for words, _style in summary(report))
    text = f"### orgchart: {_verdict(report)}\n\n{words}\n"
    text += _table("", weighty, "", locate, longest - len(text) - (len(_LEFT_OUT) + _LONGEST_NUMBER if notes else 0))
    before = f"\n<details>\n<summary>{counted(len(notes), 'note')}</summary>\n"
    return text + _table(before, notes, "\n</details>\n", locate, longest - len(text))


def _verdict(report: Report) -> str:
    for severity in Severity:
        if number := report.count(severity):
            return counted(number, severity.value)
    return "nothing found"


def _table(before: str, findings: Sequence[Finding], after: str, locate: Locate, room: int) -> str:
    """The findings between two texts, as many as there is room for."""
    if not findings:
        return ""
    room -= len(before) + 1 + len(_HEAD) + len(_LEFT_OUT) + _LONGEST_NUMBER + len(after)
    rows: list[str] = []
    for row in _rows(findings, locate):
        if len(row) > room:
            break
        rows.append(row)
        room -= len(row)
    more = len(findings) - len(rows)
    told = _LEFT_OUT.format(f"{more:,}") if more else ""
    if not rows:
        return told
    return f"{before}\n{_HEAD}{''.join(rows)}{told}{after}"


def _rows(findings: Sequence[Finding], locate: Locate) -> Iterator[str]:
    for finding in findings:
        place = f"{locate(finding.place.path)}:{finding.place.line}:{finding.place.column}"
        hint = f"<br><em>{cell(finding.hint)}</em>" if finding.hint else ""
        told = f"{finding.weight.value} {finding.rule.code}<br>{finding.rule.name}"
        yield f"| {told} | {cell(place)} | {cell(finding.message)}{hint} |\n"


def cell(words: str) -> str:
    r"""Words in a cell of a table, as they are and nothing more.

    >>> print(cell("a|b `c` <d> *e*"))
    a\|b \`c\` &lt;d&gt; \*e\*
    """
    shown = words if len(words) <= _LONGEST_CELL else f"{words[:_LONGEST_CELL]}…"
    return visible(shown).translate(_ESCAPES)
