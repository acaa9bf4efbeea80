"""What the stages hand on: blocks, mentions, facts, and the roles and organizations put together from them.

Offsets count characters of `Text.clean`, the normalised text; `Text` finds the original words behind them.
"""

from __future__ import annotations

from orgchart.record import Record


class Mention(Record):
    """One place where the text says something about the role of a block.

    `field` is the key of the organization file it speaks for (`title`, `unit`, `reports_to`, `supervises`,
    `coordinates_with`, `headcount`, `code`, `grade`, `promotion_to`, …). `words` are the normalised words named, such
    as 总经理, at `start` up to `end`; the evidence is the stretch from `quote_start` up to `quote_end`. `stage` is
    field or prose, and `pattern` the name of the form label or sentence pattern that saw it. A `weak` mention counts
    only where nothing else gives the same field. `party_kind` (role, unit, external) and `scope` are set for
    coordination, where the words tell, with what it is `about`. `of` names the role that the words are about, where
    that is another than the block's. `passed_over` says why a mention is not used, such as "names nobody"; empty where
    it is.
    """

    field: str
    words: str
    start: int
    end: int
    quote_start: int
    quote_end: int
    stage: str
    pattern: str
    weak: bool = False
    party_kind: str | None = None
    scope: str | None = None
    about: str | None = None
    of: str = ""
    passed_over: str = ""


class Block(Record):
    """The description of one role (or one unit): where it stands, and whose it is.

    `stretches` are (start, end) offsets in reading order: a description may be interrupted by foreign text. `title` is
    the mention of the role's title, or None where the document gives none; `unit` that of its department.
    `other_titles` are
    further names of the same role, such as a heading's beside the form's. `organization` numbers the organizations of
    the document from 0. `about_unit` is true where the block tells the
    duties of a department, which make no role, or, without a `unit`, where it describes nothing of its own: a preface.
    """

    organization: int
    stretches: tuple[tuple[int, int], ...]
    title: Mention | None = None
    unit: Mention | None = None
    about_unit: bool = False
    other_titles: tuple[Mention, ...] = ()


class Evidence(Record):
    """The original words behind a fact, and where they stand in the document."""

    field: str
    value: str
    file: str
    quote: str
    line: int | None = None
    end_line: int | None = None
    place: str | None = None
    stage: str = ""
    pattern: str = ""


class FoundParty(Record):
    """One coordination relation of a role: the party as named, what kind it is, how far it reaches, what about."""

    party: str
    kind: str
    scope: str
    about: str | None = None


class FoundRole(Record):
    """A role as one organization's text tells it.

    `supervises` is None where the text is silent and empty where it says "none". `facts` holds further keys of the
    organization file that were read as they stand (`purpose`, `responsibilities`, `promotion_to`, `grade` …), each with
    plain values. `evidence` has at least one entry for every relation. `lines` are (first, last) line ranges of the
    description, empty where the document has no lines. `source` says the same with the name of the document, as
    `document:lines`; it is written where several documents come together.
    """

    title: str
    aliases: tuple[str, ...] = ()
    unit: str | None = None
    described: bool = True
    untitled: bool = False
    headcount: int | None = None
    code: str | None = None
    reports_to: tuple[str, ...] = ()
    supervises: tuple[str, ...] | None = None
    coordinates_with: tuple[FoundParty, ...] = ()
    facts: tuple[tuple[str, object], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    source: tuple[str, ...] = ()


class FoundUnit(Record):
    """A unit that the text describes or that roles belong to."""

    name: str
    part_of: str | None = None
    head: str | None = None
    responsibilities: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    source: tuple[str, ...] = ()


class PassedOver(Record):
    """Words that looked like a relation and are none, and why: what `--explain` lists beside what was taken."""

    field: str
    words: str
    why: str
    evidence: Evidence


class FoundOrganization(Record):
    """One organization of a document, its roles in the order they are described, then those only mentioned."""

    name: str
    roles: tuple[FoundRole, ...] = ()
    units: tuple[FoundUnit, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
