"""Findings on the picture: a sign on each card concerned, and their words in the list below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.cleaning import clean, isolate
from orgchart.rendering.compose.cards import title_of
from orgchart.rendering.scene import Remark

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from orgchart.graph import OrgGraph
    from orgchart.rendering.compose.words import Words

    Findings = Mapping[str, Sequence[tuple[str, str]]]

WEIGHTS: Final = ("error", "warning", "note")
_MOST: Final = 60


def flag_of(found: Sequence[tuple[str, str]]) -> tuple[str, int]:
    """Give the weight of the worst finding of a role, and how many there are."""
    if not found:
        return "", 0
    return min((_weight(severity) for severity, _ in found), key=WEIGHTS.index), len(found)


def _weight(severity: str) -> str:
    name = str(getattr(severity, "value", severity))
    return name if name in WEIGHTS else WEIGHTS[-1]


def remarks_of(graph: OrgGraph, findings: Findings, drawn: Collection[int], words: Words) -> tuple[Remark, ...]:
    """Put findings in words: those of the organization (under an empty id), then role by role as drawn."""
    said = [Remark(_weight(severity), isolate(clean(text))) for severity, text in findings.get("", ())]
    done = {""}
    for number, role in enumerate(graph.roles):
        if number in drawn and role.id not in done and role.id in findings:
            done.add(role.id)
            said += _of_role(title_of(role, words), findings[role.id], words)
    elsewhere = sum(len(found) for key, found in findings.items() if key not in done)
    rest = len(said) - _MOST
    remarks = said[:_MOST]
    if rest > 0:
        remarks.append(Remark("", words.more_notes.format(rest)))
    if elsewhere:
        remarks.append(Remark("", words.findings_elsewhere.format(elsewhere)))
    return tuple(remarks)


def _of_role(title: str, found: Sequence[tuple[str, str]], words: Words) -> Iterator[Remark]:
    for severity, text in found:
        yield Remark(_weight(severity), words.about.format(isolate(title), isolate(clean(text))))
