"""What a person should look at in an organization that was read from documents, and which gaps its file accepts.

The file is written so that it validates: a gap of the documents, such as a role whose superior is named nowhere, is
accepted with its reason under `ignore`, and said in a comment beside the role. A contradiction is never accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.exporters.yaml_text import as_yaml
from orgchart.readers import assemble, read
from orgchart.record import Record
from orgchart.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from orgchart.extraction.mentions import Evidence, PassedOver
    from orgchart.importing import ImportedOrganization
    from orgchart.model import Org

SINGLE = frozenset({"reports_to", "dotted_line_to", "source"})
GAP = "the documents name no direct superior"
CONTRADICTIONS = frozenset({"ORG301", "ORG302", "ORG303", "ORG306", "ORG307", "ORG308", "ORG312"})


class Contradiction(Record):
    """Two statements of the documents that do not agree, with the words of both."""

    code: str
    message: str
    roles: tuple[str, ...]
    quotes: tuple[Evidence, ...]


class Draft(Record):
    """An organization file about to be written: its text, its model, and what is worth a look."""

    id: str
    text: str
    org: Org
    contradictions: tuple[Contradiction, ...] = ()
    gaps: int = 0


def draft(one: ImportedOrganization) -> Draft:
    """The organization file of one imported organization, with comments where a person must look."""
    data = one.as_data()
    org = parsed(as_yaml(data), one.id)
    disagreements = tuple(_contradictions(one, org))
    gaps = _orphans(org)
    if gaps:
        titles = {role.id: role for role in org.roles}
        data["ignore"] = [{"code": "ORG304", "role": str(titles[gap].id), "reason": GAP} for gap in gaps]
    remarks = {
        number: list(_remarks(role, one, disagreements, gap=org.roles[number].id in gaps))
        for number, role in enumerate(data["roles"])
    }
    heading = [
        f"Read by `orgchart import` from {', '.join(one.sources)}.",
        "A line that begins with `look:` wants a person.",
    ]
    text = as_yaml(_in_short(data), {number: told for number, told in remarks.items() if told}, heading)
    return Draft(id=one.id, text=text, org=parsed(text, one.id), contradictions=disagreements, gaps=len(gaps))


def _in_short(data: Mapping[str, Any]) -> dict[str, Any]:
    """The file with a single superior or source as a plain name, as people write it."""
    roles = [
        {key: value[0] if key in SINGLE and len(value) == 1 else value for key, value in role.items()}
        for role in data["roles"]
    ]
    return {**data, "roles": roles}


def contradictions(one: ImportedOrganization) -> tuple[Contradiction, ...]:
    """Where the documents' statements about one organization do not agree, with the words of both sides."""
    return tuple(_contradictions(one, parsed(as_yaml(one.as_data()), one.id)))


def parsed(text: str, name: str) -> Org:
    """The organization of a text that we wrote ourselves."""
    parts, _findings = read(Source(f"{name}.yaml", text), name)
    (assembled,) = assemble(parts)
    return assembled.org


def _findings(org: Org) -> Sequence[Any]:
    from orgchart.checking import examine  # noqa: PLC0415 - only what is written is checked

    return tuple(examine(org, active=CONTRADICTIONS | {"ORG304"}))


def _orphans(org: Org) -> list[str]:
    return [finding.roles[0] for finding in _findings(org) if finding.rule.code == "ORG304"]


def _contradictions(one: ImportedOrganization, org: Org) -> Iterator[Contradiction]:
    for finding in _findings(org):
        if finding.rule.code in CONTRADICTIONS:
            titles = {role.title for role in org.roles if role.id in finding.roles}
            yield Contradiction(
                code=finding.rule.code,
                message=finding.message,
                roles=finding.roles,
                quotes=tuple(
                    evidence
                    for role in one.found.roles
                    for evidence in role.evidence
                    if evidence.field in ("reports_to", "supervises")
                    and (role.title in titles or evidence.value in titles)
                ),
            )


def _remarks(
    role: Mapping[str, Any], one: ImportedOrganization, contradictions: Sequence[Contradiction], *, gap: bool
) -> Iterator[str]:
    if role.get("untitled"):
        yield "look: the document names no title for this role"
    said = [words for words in one.found.passed_over if words.field == "reports_to" and _stands_in(words, role)]
    if gap and said:
        yield from (f"look: no superior taken from {words.evidence.quote!r}: {words.why}" for words in said[:3])
    elif gap:
        yield f"look: {GAP}"
    for contradiction in contradictions:
        if contradiction.roles and contradiction.roles[0] in (role.get("id"), role["title"]):
            yield f"look: {contradiction.code} {contradiction.message}"


def _stands_in(words: PassedOver, role: Mapping[str, Any]) -> bool:
    """Whether words were passed over in the description of a role."""
    if words.evidence.line is None:
        return False
    for source in role.get("source", ()):
        file, _colon, ranges = source.rpartition(":")
        if file == words.evidence.file and any(_holds(one, words.evidence.line) for one in ranges.split(",")):
            return True
    return False


def _holds(lines: str, line: int) -> bool:
    first, _dash, last = lines.partition("-")
    return first.isdigit() and int(first) <= line <= int(last or first)
