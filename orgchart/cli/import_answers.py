"""What `orgchart import` says of what it read: a table, the contradictions, and with --explain the words behind all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.importing.looking import contradictions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.cli.console import Console, StyledLine
    from orgchart.extraction.mentions import Evidence, FoundOrganization
    from orgchart.importing import Imported, ImportedOrganization

VERBS = {
    "reports_to": "reports to",
    "supervises": "supervises",
    "coordinates_with": "coordinates with",
    "dotted_line_to": "reports, dotted, to",
}


def summarize(imported: Imported, console: Console) -> None:
    """A row for each organization: how many roles, lines and relations the documents gave."""
    rows = [
        (
            one.id,
            str(sum(role.described for role in one.found.roles)),
            str(sum(not role.described for role in one.found.roles)),
            str(_lines(one.found)),
            str(sum(len(role.coordinates_with) for role in one.found.roles)),
            ", ".join(one.sources),
        )
        for one in imported.organizations
    ]
    columns = ("organization", "described", "mentioned", "lines", "relations", "documents")
    console.table(columns, rows, numbers=(1, 2, 3, 4), whole=(0,), beside=5)
    console.lines(line for one in imported.organizations for line in _contradictory(one))
    console.lines([[(_totals(imported), "faint")]])


def _totals(imported: Imported) -> str:
    described = sum(role.described for one in imported.organizations for role in one.found.roles)
    lines = sum(_lines(one.found) for one in imported.organizations)
    counted = (
        (len(imported.documents), "document"),
        (len(imported.organizations), "organization"),
        (described, "described role"),
        (lines, "reporting line"),
    )
    told = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counted)
    unread = len([one for one in imported.problems if one.path not in {read.path for read in imported.documents}])
    return told + (f"; {unread} not read" if unread else "")


def _lines(found: FoundOrganization) -> int:
    """How many reporting lines are stated; one that both ends state counts once."""
    upward = {(superior, number) for number, role in enumerate(found.roles) for superior in role.reports_to}
    named = {(superior, found.roles[number].title) for superior, number in upward}
    downward = {(role.title, subordinate) for role in found.roles for subordinate in role.supervises or ()}
    return len(upward) + len(downward - named)


def _contradictory(one: ImportedOrganization) -> Iterator[StyledLine]:
    for contradiction in contradictions(one):
        yield [(f"{one.id}: ", ""), (contradiction.code, "warning"), (f" {contradiction.message}", "")]
        for evidence in contradiction.quotes:
            yield [("  ", ""), *_quoted(evidence)]


def explain(imported: Imported, console: Console) -> None:
    """For each relation its words, stage and pattern; then what was passed over, and why."""
    for one in imported.organizations:
        console.lines([[], [(one.id, "strong"), (f"  {one.found.name}" if one.found.name else "", "")]])
        console.lines(line for line in _relations(one.found))
        console.lines(line for line in _passed_over(one.found))


def _relations(found: FoundOrganization) -> Iterator[StyledLine]:
    for role in found.roles:
        witnesses: dict[tuple[str, str], list[Evidence]] = {}
        for evidence in role.evidence:
            witnesses.setdefault((evidence.field, evidence.value), []).append(evidence)
        for (field, value), quotes in witnesses.items():
            if field in VERBS:
                yield [(f"  {role.title} ", ""), (VERBS[field], "faint"), (f" {value}", "")]
                yield from (
                    [("    ", ""), *_quoted(one), (f"  ({one.stage}: {one.pattern})", "faint")] for one in quotes
                )


def _passed_over(found: FoundOrganization) -> Iterator[StyledLine]:
    if found.passed_over:
        yield [("  passed over:", "faint")]
    for words in found.passed_over:
        yield [(f"    {words.words}", ""), (f" ({VERBS.get(words.field, words.field)}): {words.why}", "faint")]
        yield [("      ", ""), *_quoted(words.evidence), (f"  ({words.evidence.pattern})", "faint")]


def _quoted(evidence: Evidence) -> StyledLine:
    where = f"{evidence.file}:{evidence.line}" if evidence.line is not None else f"{evidence.file}, {evidence.place}"
    return [(where, "place"), (f" {' '.join(evidence.quote.split())}", "")]
