"""The baseline: a file of the findings that were there before, so that only new ones fail.

An entry holds the fingerprint of a finding, by which it is known again, and beside it what the finding is about, for
people. Entries stand one a line, sorted, so that a change of the baseline is as easy to review as any other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from orgchart.findings import Finding
from orgchart.fingerprints import file_name, fingerprints, subject
from orgchart.misuse import Misuse, MisuseError
from orgchart.readers.json_text import parse_json
from orgchart.readers.kinds import plain_data
from orgchart.readers.nodes import Fields, Items, UnreadableError
from orgchart.readers.problems import unused_ignore
from orgchart.reporters.visible import json_line
from orgchart.source import Place, Words

if TYPE_CHECKING:
    from collections.abc import Collection

    from orgchart.findings import Report
    from orgchart.readers.nodes import Node
    from orgchart.source import Source

VERSION = 1
WAY_OUT = "write it again with --update-baseline"
WAY_OUT_OF_ANOTHER_FILE = "mend it or name another file; or remove it, and write it again with --update-baseline"
"""Where the file may be anything, `--update-baseline` does not write over it."""


class Entry(NamedTuple):
    """One known finding: its fingerprint where it is written, its rule, and the organization or file it is about."""

    fingerprint: Words
    code: str
    organization: str
    path: str
    roles: tuple[str, ...]


def read_baseline(source: Source) -> list[Entry]:
    """The entries of a baseline; raises `MisuseError` at the first place where it is none."""
    root = _root(source)
    version = _value(root, "version")
    if not isinstance(version, Words) or version != str(VERSION) or not version.plain:
        told = f"of version {version}" if isinstance(version, Words) else "of no version"
        hint = WAY_OUT if is_baseline(source) else WAY_OUT_OF_ANOTHER_FILE
        raise _misuse(f"this baseline is {told}, and only version {VERSION} can be read", version or root, hint)
    findings = _value(root, "findings")
    if not isinstance(findings, Items):
        raise _misuse("a baseline needs a list of findings", findings or root, WAY_OUT_OF_ANOTHER_FILE)
    return [_entry(item) for item in findings.items]


def is_baseline(source: Source) -> bool:
    """Whether a text is a baseline of any version, and may be written anew; an empty text is one."""
    if not source.text.strip():
        return True
    try:
        root = _root(source)
    except MisuseError:
        return False
    return _value(root, "version") is not None and isinstance(_value(root, "findings"), Items)


def compare(report: Report, entries: list[Entry], organizations: Collection[str]) -> Report:
    """The report in which only new findings count; an entry that nothing needs is a finding itself (ORG105).

    An entry is judged only where its rule ran and its organization, or its file, was looked at.
    """
    paths = {file_name(source.path) for source in report.sources}
    names = fingerprints(report)
    listed = {str(entry.fingerprint) for entry in entries}
    known = [finding for finding in report.findings if names[id(finding)] in listed]
    new = [finding for finding in report.findings if names[id(finding)] not in listed]
    found = {names[id(finding)] for finding in known}
    ran = {rule.code for rule in report.rules}
    if unused_ignore.info.code in ran:
        new += [
            _unused(entry)
            for entry in entries
            if entry.fingerprint not in found
            and entry.code in ran
            and (entry.organization in organizations if entry.organization else entry.path in paths)
        ]
    return report.replace(findings=tuple(new), known=tuple(known))


def written(report: Report) -> str:
    """The baseline that knows every finding of a report, those of an earlier baseline too."""
    names = fingerprints(report)
    entries = []
    for finding in (*report.findings, *(report.known or ())):
        about = subject(finding)
        order = (about.organization, about.path, about.code, about.roles, about.words, names[id(finding)])
        told = {key: value for key, value in about._asdict().items() if value}
        entries.append((order, json_line({**told, "fingerprint": names[id(finding)]})))
    lines = ",\n".join(line for _order, line in sorted(entries))
    listed = f"[\n{lines}\n]" if lines else "[]"
    return f'{{\n"version": {VERSION},\n"findings": {listed}\n}}\n'.encode(errors="replace").decode()


def _root(source: Source) -> Fields:
    hint = WAY_OUT_OF_ANOTHER_FILE if source.text.strip() else WAY_OUT
    try:
        root = parse_json(source)
    except UnreadableError as error:
        problem = Misuse(message=f"this is no baseline: {error.message}", place=error.place, hint=hint)
        raise MisuseError([problem]) from error
    if not isinstance(root, Fields):
        place = root.place if root else Place(source, 0, 0)
        raise MisuseError([Misuse(message="this is no baseline", place=place, hint=hint)])
    return root


def _value(fields: Fields, key: str) -> Node | None:
    return next((value for written_key, value in fields.entries.items() if written_key == key), None)


def _entry(item: Node) -> Entry:
    fingerprint = _value(item, "fingerprint") if isinstance(item, Fields) else None
    code = _value(item, "code") if isinstance(item, Fields) else None
    if not isinstance(fingerprint, Words) or not isinstance(code, Words):
        raise _misuse("an entry of a baseline needs a fingerprint and a code", item, WAY_OUT)
    told: Any = plain_data(item)
    roles = told.get("roles")
    return Entry(
        fingerprint=fingerprint,
        code=str(code),
        organization=str(told.get("organization", "")),
        path=str(told.get("path", "")),
        roles=tuple(map(str, roles)) if isinstance(roles, list) else (),
    )


def _misuse(message: str, node: Node, hint: str) -> MisuseError:
    return MisuseError([Misuse(message=message, place=node.place, hint=hint)])


def _unused(entry: Entry) -> Finding:
    whom = f" for {', '.join(entry.roles)}" if entry.roles else ""
    return Finding(
        rule=unused_ignore.info,
        message=f"no {entry.code} is found{whom}: nothing needs this entry of the baseline",
        place=entry.fingerprint.place,
        hint="--update-baseline takes it out",
    )
