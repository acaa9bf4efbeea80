"""What was found: one plain value from the first door to the last."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from orgchart.record import Record

if TYPE_CHECKING:
    from orgchart.source import Place, Source


class Severity(str, Enum):
    """How much a finding weighs; only an error makes `validate` fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


LEVELS = tuple(severity.value for severity in Severity)


class RuleInfo(Record):
    """A rule's name card: its code, its name in words, its weight, and what it finds in one sentence.

    `page` is the page that teaches it, in Markdown; in a report's `rules` it is filled in.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    page: str = ""

    _uncompared: ClassVar[tuple[str, ...]] = ("page",)


class Related(Record):
    """A second place that a reader of a finding wants to see, and why."""

    message: str
    place: Place


class Finding(Record):
    """One problem: what is wrong, where, what to do, and where else to look.

    `roles` holds ids. `organization` is the id of the organization the place belongs to, or empty where a file
    could not be read.
    """

    rule: RuleInfo
    message: str
    place: Place
    hint: str = ""
    organization: str = ""
    roles: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    severity: Severity | None = None

    @property
    def weight(self) -> Severity:
        """The severity that counts: a configured one, or the rule's own."""
        return self.severity or self.rule.severity


class Ignored(Record):
    """A finding that somebody accepted, and the reason they wrote."""

    finding: Finding
    reason: str


class Report(Record):
    """All that one run found, sorted by path and place, with what it looked at.

    `findings` are those that count. `ignored` were accepted in the files with a reason; `known` stand in the baseline,
    or are None where the run had none. `rules` are the cards of the rules that ran, in the order of their codes.
    """

    findings: tuple[Finding, ...]
    ignored: tuple[Ignored, ...] = ()
    known: tuple[Finding, ...] | None = None
    rules: tuple[RuleInfo, ...] = ()
    organizations: int = 0
    roles: int = 0
    sources: tuple[Source, ...] = ()

    _uncompared: ClassVar[tuple[str, ...]] = ("rules", "sources")

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.weight is severity for finding in self.findings)

    @property
    def failed(self) -> bool:
        """Whether there is a finding of severity error."""
        return any(finding.weight is Severity.ERROR for finding in self.findings)
