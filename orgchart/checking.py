"""A workspace and a configuration → a report: select, run, suppress, sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart import catalogue
from orgchart.config import Config
from orgchart.errors import SettingError
from orgchart.findings import Finding, Ignored, Report
from orgchart.loading import DocumentFolder
from orgchart.patterns import matcher
from orgchart.pausing import paused_collector
from orgchart.readers.problems import unused_ignore, wrong_type
from orgchart.rules import DOCUMENT_RULES, REVIEW_RULES, RULES
from orgchart.rules._change import Change
from orgchart.rules._documents import Documents
from orgchart.rules._rule import Case
from orgchart.source import Place, Source, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgchart.baseline import Entry
    from orgchart.loading import Workspace
    from orgchart.model import Ignore, Org

DEFAULT = Config()


@paused_collector()
def check(workspace: Workspace, config: Config = DEFAULT, before: Workspace | None = None) -> Report:
    """All findings of one run: the readers' and the rules', without those a file ignores with a reason.

    With `before`, an earlier state, the change is judged too. Raises `SettingError` where the configuration names a
    rule that does not exist, `InputError` where its folder of documents cannot be read.
    """
    active = _able(active_codes(config), config, before)
    change = Change(before.organizations, workspace.organizations, workspace.unread) if before else None
    documents = Documents(DocumentFolder(config.documents), workspace.organizations) if config.documents else None
    found = [finding for finding in workspace.findings if finding.rule.code in active]
    for org in workspace.organizations:
        found += examine(org, config, active, change, documents)
    kept, ignored = _set_ignored_aside(workspace.organizations, found, active)
    kept = _not_excused(kept, config)
    once = {_order(finding): finding for finding in kept}  # a YAML alias repeats a value, and what is wrong with it
    return Report(
        findings=_weighed((once[order] for order in sorted(once)), config),
        ignored=tuple(ignored),
        rules=tuple(catalogue.card(page) for page in catalogue.PAGES if page.info.code in active),
        organizations=len(workspace.organizations),
        roles=sum(len(org.roles) for org in workspace.organizations),
        sources=workspace.sources,
    )


def without_known(report: Report, known: list[Entry], workspace: Workspace, config: Config = DEFAULT) -> Report:
    """The report in which only findings count that the entries of a baseline do not know, and unused entries."""
    from orgchart.baseline import compare  # noqa: PLC0415 - a run without a baseline does not pay for it

    compared = compare(report, known, {str(org.id) for org in workspace.organizations})
    return compared.replace(findings=_weighed(sorted(compared.findings, key=_order), config))


def examine(
    org: Org,
    config: Config = DEFAULT,
    active: frozenset[str] | None = None,
    change: Change | None = None,
    documents: Documents | None = None,
) -> Iterator[Finding]:
    """What the rules find in one organization, a pure function of it; `active` limits the codes that run."""
    case = Case(org, config, change, documents)
    for rule in RULES:
        if active is None or rule.info.code in active:
            yield from rule.check(case)


def active_codes(config: Config) -> frozenset[str]:
    """The codes that run: of the selectors that mean a code, the longest decides; `ignore` wins a tie."""
    weight = {page.info.code: (0, not config.select) for page in catalogue.PAGES}
    for selectors, runs in ((config.select, True), (config.ignore, False)):
        for selector in selectors:
            length = 0 if selector.strip().casefold() == "all" else len(selector)
            for code in _codes(selector):
                exact = 99 if len(_codes(selector)) == 1 else length
                if exact >= weight[code][0]:
                    weight[code] = (exact, runs)
    return frozenset(code for code, (_length, runs) in weight.items() if runs)


def _able(active: frozenset[str], config: Config, before: Workspace | None) -> frozenset[str]:
    """Of these codes, those that have what they need: an `ignore` of another one is not judged."""
    unable = (*(() if config.documents else DOCUMENT_RULES), *(() if before else REVIEW_RULES))
    return active - {rule.info.code for rule in unable}


def _codes(selector: str) -> list[str]:
    found = catalogue.codes(selector)
    if not found:
        raise SettingError(f"there is no rule {selector}", catalogue.way_out(selector))
    return found


def _weighed(found: Iterable[Finding], config: Config) -> tuple[Finding, ...]:
    severities = {code: weight for selector, weight in config.severity.items() for code in _codes(selector)}
    return tuple(
        finding.replace(severity=severities[finding.rule.code]) if finding.rule.code in severities else finding
        for finding in found
    )


def _not_excused(found: list[Finding], config: Config) -> list[Finding]:
    """The findings whose files the settings do not excuse from their rules."""
    if not config.per_file_ignores:
        return found
    excuses = [
        (matcher(pattern), {code for selector in selectors for code in _codes(selector)})
        for pattern, selectors in config.per_file_ignores.items()
    ]
    by_path: dict[str, set[str]] = {}
    for path in {finding.place.path for finding in found}:
        by_path[path] = set().union(*(excused for matches, excused in excuses if matches(path)))
    return [finding for finding in found if finding.rule.code not in by_path[finding.place.path]]


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    return (place.path, place.start, finding.rule.code, finding.message)


def _set_ignored_aside(
    organizations: Iterable[Org], found: list[Finding], active: frozenset[str]
) -> tuple[list[Finding], list[Ignored]]:
    entries = [(org, entry) for org in organizations for entry in org.ignore]
    if not entries:
        return found, []
    by_code: dict[tuple[str, str], list[tuple[Org, Ignore]]] = {}
    for org, entry in entries:
        by_code.setdefault((org.id, str(entry.code)), []).append((org, entry))
    used: set[int] = set()
    kept: list[Finding] = []
    ignored: list[Ignored] = []
    for finding in found:
        fitting = [
            entry
            for org, entry in by_code.get((finding.organization, finding.rule.code), ())
            if _is_about(finding, org, entry)
        ]
        if fitting:
            used.update(id(entry) for entry in fitting)
            ignored.append(Ignored(finding=finding, reason=str(fitting[0].reason)))
        else:
            kept.append(finding)
    if unused_ignore.info.code in active:
        kept += [_unused(org, entry) for org, entry in entries if id(entry) not in used and entry.code in active]
    if wrong_type.info.code in active:
        kept += [_no_such_rule(org, entry) for org, entry in entries if catalogue.find(entry.code) is None]
    return kept, ignored


def _is_about(finding: Finding, org: Org, entry: Ignore) -> bool:
    """Whether an entry means this finding: any, or one about the role it names by id or title."""
    if entry.role is None:
        return True
    about = set(finding.roles)
    return entry.role in about or any(role.title == entry.role and role.id in about for role in org.roles)


def _no_such_rule(org: Org, entry: Ignore) -> Finding:
    return Finding(
        rule=wrong_type.info,
        message=f"code wants the code of a rule, and there is no {entry.code}",
        place=place_of(entry.code) or Place(Source(org.path, ""), 0, 0),
        hint="`orgchart rules` lists the codes",
        organization=org.id,
    )


def _unused(org: Org, entry: Ignore) -> Finding:
    whom = f" for {entry.role}" if entry.role else ""
    place = place_of(entry.code) or entry.place() or Place(Source(org.path, ""), 0, 0)
    return Finding(
        rule=unused_ignore.info,
        message=f"no {entry.code} is found{whom}: nothing needs this ignore",
        place=place,
        hint="delete it, or correct the role's name",
        organization=org.id,
    )
