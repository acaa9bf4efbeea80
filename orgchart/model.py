"""The organization as its files state it: frozen values in the field's own words.

Nothing here is resolved: a superior is the name somebody wrote, and `orgchart.graph` finds the role it means.
Every piece keeps the `node` it was read from, so `place("headcount")` tells where each of its values stands.
A piece that was built in code has no node and no places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from orgchart.record import EMPTY, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgchart.source import Place

UNTITLED = "未具名岗位"


class Node(Protocol):
    """What a piece of the model asks of the file it was read from."""

    @property
    def place(self) -> Place:
        """Where the whole piece begins."""

    def place_of(self, key: str) -> Place | None:
        """Where the value of a key stands, or None where the key is not written."""

    def says(self, key: str) -> bool:
        """Whether a key is written with a value that is not empty."""


class Piece(Record):
    """A piece of an organization file: what all pieces share."""

    note: str | None = None
    extras: Mapping[str, Any] = EMPTY
    node: Node | None = None

    _uncompared: ClassVar[tuple[str, ...]] = ("node",)

    def place(self, key: str | None = None) -> Place | None:
        """Where a key's value stands; without a key, or where the key is not written, where the piece begins."""
        if self.node is None:
            return None
        return (self.node.place_of(key) if key else None) or self.node.place


class Coordination(Piece):
    """A coordination relation as one side states it: with whom, and what about.

    `party` is the name as written. `kind` is role, unit or external, `scope` same-department, cross-department or
    external; None where the file leaves them open.
    """

    party: str
    kind: str | None = None
    scope: str | None = None
    about: str | None = None
    frequency: str | None = None
    importance: str | None = None


class Holder(Piece):
    """A person who holds a role; `acting` while somebody else is sought, `since` as an ISO date."""

    name: str
    id: str | None = None
    acting: bool = False
    since: str | None = None


class Duties(Piece):
    """Duties under one heading (`group`) or of one period, such as 每周."""

    items: tuple[str, ...] = ()
    group: str | None = None
    period: str | None = None


class Deputy(Piece):
    """The role that stands in for this one, and when."""

    role: str
    when: str | None = None


class ReportingDuty(Piece):
    """A report that is due: to whom, how often, what about. No reporting line."""

    to: str | None = None
    every: str | None = None
    what: str | None = None


class Approval(Piece):
    """What needs an approval, and by whom in which order. No reporting line."""

    what: str | None = None
    by: tuple[str, ...] = ()


class Escalation(Piece):
    """To whom a problem goes, and when. No reporting line."""

    role: str
    when: str | None = None


class Evidence(Piece):
    """The words of a document that a value was read from.

    `line` and `end_line` count from 1; a document without lines has a `place` in words instead.
    """

    field: str
    value: str | None = None
    file: str | None = None
    line: int | None = None
    end_line: int | None = None
    place_in_document: str | None = None
    quote: str | None = None


class Unit(Piece):
    """A department, centre, group: a part of the organization that roles belong to."""

    name: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    part_of: str | None = None
    head: str | None = None
    reports_to: tuple[str, ...] = ()
    headcount: int | None = None
    responsibilities: tuple[str | Duties, ...] = ()
    coordinates_with: tuple[Coordination, ...] = ()
    colour: str | None = None
    source: tuple[str, ...] = ()


class Role(Piece):
    """A post in the organization, whoever holds it.

    `id` is unique among sound roles: written, or made from the title. `supervises` and `holders` are None where the
    file is silent, and empty where it says "none" (no subordinates; vacant).
    """

    id: str
    title: str = UNTITLED
    aliases: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    described: bool = True
    untitled: bool = False
    root: bool = False
    headcount: int | None = None
    holders: tuple[Holder, ...] | None = None
    grade: str | None = None
    code: str | None = None
    reports_to: tuple[str, ...] = ()
    dotted_line_to: tuple[str, ...] = ()
    supervises: tuple[str, ...] | None = None
    coordinates_with: tuple[Coordination, ...] = ()
    assistant: bool = False
    deputy: tuple[Deputy, ...] = ()
    concurrently: tuple[str, ...] = ()
    promotion_to: tuple[str, ...] = ()
    rotation_to: tuple[str, ...] = ()
    territory: str | None = None
    purpose: str | None = None
    responsibilities: tuple[str | Duties, ...] = ()
    authority: tuple[str | Duties, ...] = ()
    kpi: tuple[str | Duties, ...] = ()
    qualifications: Mapping[str, Any] = EMPTY
    reporting_duties: tuple[ReportingDuty, ...] = ()
    approvals: tuple[Approval, ...] = ()
    escalates_to: tuple[Escalation, ...] = ()
    effective: str | None = None
    source: tuple[str, ...] = ()
    previously: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    written_id: bool = False

    @property
    def vacant(self) -> bool:
        """Whether the file says that nobody holds the role."""
        return self.holders == ()


class Ignore(Piece):
    """A finding somebody accepts: the rule's code, why, and for which role (id or title; None for all)."""

    code: str
    reason: str
    role: str | None = None


class Org(Piece):
    """One organization, put together from all files that write its id."""

    id: str
    name: str
    path: str = ""
    language: str | None = None
    sources: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    roles: tuple[Role, ...] = ()
    ignore: tuple[Ignore, ...] = ()

    @property
    def spoken(self) -> str:
        """The language for words on pictures: `language`, else the script of most titles (zh or en)."""
        if self.language:
            return "zh" if self.language.lower().startswith("zh") else "en"
        named = [role.title for role in self.roles] or [unit.name for unit in self.units] or [self.name]
        chinese = sum(_is_chinese(title[:1]) or any(map(_is_chinese, title)) for title in named)
        return "zh" if chinese * 2 >= len(named) else "en"


def _is_chinese(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff"
