"""The organization file, key by key: one table a piece, read by the reader and told to editors as JSON Schema."""

from __future__ import annotations

from orgchart.model import (
    Approval,
    Coordination,
    Deputy,
    Duties,
    Escalation,
    Evidence,
    Holder,
    Ignore,
    ReportingDuty,
    Unit,
)
from orgchart.readers.kinds import (
    CODE,
    COLOUR,
    COUNT,
    DATE,
    FLAG,
    IDENT,
    MAPPING,
    NAME,
    NAMES,
    PLAIN,
    TEXT,
    TEXTS,
    TITLE,
    Kind,
    choice,
    either,
    itself,
    listed,
    pattern,
)
from orgchart.readers.tables import Field, Table, piece, schema_of

NOTE = Field(kind=TEXT, says="free text, wherever a person should know something")


COORDINATION = Table(
    {
        "with": Field(kind=NAME, says="the other side: a role, a unit or an outside party", attribute="party"),
        "kind": Field(
            kind=choice("role", "unit", "external"), says="what the other side is; default: what the name resolves to"
        ),
        "scope": Field(
            kind=choice("same-department", "cross-department", "external"), says="how far the relation reaches"
        ),
        "about": Field(kind=TEXT, says="what the two work on together"),
        "frequency": Field(kind=TEXT, says="how often"),
        "importance": Field(kind=TEXT, says="how important"),
        "note": NOTE,
    }
)
COORDINATIONS = listed(
    either(
        NAME,
        piece(Coordination, COORDINATION, ("with",), "a coordination relation"),
        lambda words: Coordination.owning({"party": words}),
        "a name or a mapping with `with`",
    ),
    "a name",
)
DUTIES = Table(
    {
        "group": Field(kind=TEXT, says="the heading the items stand under"),
        "period": Field(kind=TEXT, says="when they are done, such as 每天"),
        "items": Field(kind=TEXTS, says="the items"),
        "note": NOTE,
    }
)
DUTY_LIST = listed(
    either(TEXT, piece(Duties, DUTIES, ("items",), "a group"), itself, "a text, or a mapping with `items`"), "a text"
)
HOLDER = Table(
    {
        "name": Field(kind=NAME, says="the person's name"),
        "id": Field(kind=IDENT, says="the person's number"),
        "acting": Field(kind=FLAG, says="holds the role until somebody is found"),
        "since": Field(kind=DATE, says="since when"),
        "note": NOTE,
    }
)
HOLDERS = listed(
    either(
        NAME,
        piece(Holder, HOLDER, ("name",), "a holder"),
        lambda words: Holder.owning({"name": words}),
        "a name or a mapping with `name`",
    ),
    "a name",
)
STAND_IN = Table(
    {
        "role": Field(kind=NAME, says="the role"),
        "when": Field(kind=TEXT, says="when, under which condition"),
        "note": NOTE,
    }
)
DEPUTIES = listed(
    either(
        NAME,
        piece(Deputy, STAND_IN, ("role",), "a deputy"),
        lambda words: Deputy.owning({"role": words}),
        "a role or a mapping with `role`",
    ),
    "a role",
)
ESCALATIONS = listed(
    either(
        NAME,
        piece(Escalation, STAND_IN, ("role",), "an escalation"),
        lambda words: Escalation.owning({"role": words}),
        "a role or a mapping with `role`",
    ),
    "a role",
)
REPORTING_DUTY = Table(
    {
        "to": Field(kind=NAME, says="who receives the report"),
        "every": Field(kind=TEXT, says="how often"),
        "what": Field(kind=TEXT, says="what is reported"),
        "note": NOTE,
    }
)
APPROVAL = Table(
    {
        "what": Field(kind=TEXT, says="what needs the approval"),
        "by": Field(kind=NAMES, says="who approves, in order"),
        "note": NOTE,
    }
)
EVIDENCE = Table(
    {
        "field": Field(kind=NAME, says="the key that was read"),
        "value": Field(kind=TEXT, says="its value, normalised"),
        "file": Field(kind=TEXT, says="the document"),
        "line": Field(kind=COUNT, says="the first line of the quote"),
        "end_line": Field(kind=COUNT, says="the last line of the quote"),
        "place": Field(kind=TEXT, says="where in a document without lines", attribute="place_in_document"),
        "quote": Field(kind=TEXT, says="the original words"),
    }
)
IGNORE = Table(
    {
        "code": Field(kind=CODE, says="the rule"),
        "role": Field(kind=NAME, says="for one role only: its id or title"),
        "reason": Field(kind=TEXT, says="why the finding is accepted"),
        "note": NOTE,
    }
)

SOURCES = Field(kind=TEXTS, says="document:lines, such as a.txt:4-113,125-129")
UNIT = Table(
    {
        "name": Field(kind=NAME, says="the unit's name"),
        "kind": Field(kind=TEXT, says="what it is: 事业部, 中心, 部, 组 …"),
        "aliases": Field(kind=NAMES, says="other names of the unit"),
        "part_of": Field(kind=NAME, says="the unit it belongs to"),
        "head": Field(kind=NAME, says="the role that leads it"),
        "reports_to": Field(kind=NAMES, says="a role that leads the unit without being its head"),
        "headcount": Field(kind=COUNT, says="how many persons it has"),
        "responsibilities": Field(kind=DUTY_LIST, says="the unit's own duties"),
        "coordinates_with": Field(kind=COORDINATIONS, says="relations of the unit itself"),
        "colour": Field(kind=COLOUR, says="its colour on pictures"),
        "source": SOURCES,
        "note": NOTE,
    }
)
ROLE = Table(
    {
        "title": Field(kind=TITLE, says="the role's title"),
        "id": Field(kind=IDENT, says="a stable id; default: the title"),
        "aliases": Field(kind=NAMES, says="other names of the role"),
        "unit": Field(kind=NAMES, says="the unit it belongs to, or several; the first is drawn"),
        "described": Field(kind=FLAG, says="false: only mentioned by others"),
        "untitled": Field(kind=FLAG, says="true: the document names no title"),
        "root": Field(kind=FLAG, says="true: meant to have no superior"),
        "grade": Field(kind=IDENT, says="the grade, as written"),
        "code": Field(kind=IDENT, says="the role's number, as written"),
        "headcount": Field(kind=COUNT, says="how many persons hold it when all are there"),
        "holders": Field(kind=HOLDERS, says="who holds it; an empty list: vacant"),
        "territory": Field(kind=TEXT, says="the area it is for"),
        "reports_to": Field(kind=NAMES, says="the direct superior; of several, the first is the primary line"),
        "dotted_line_to": Field(kind=NAMES, says="functional superiors"),
        "supervises": Field(kind=NAMES, says="its direct subordinates by its own statement; an empty list: none"),
        "assistant": Field(kind=FLAG, says="true: drawn beside its superior"),
        "deputy": Field(kind=DEPUTIES, says="who stands in for it"),
        "concurrently": Field(kind=NAMES, says="further posts of the same holder"),
        "purpose": Field(kind=TEXT, says="why the role exists"),
        "responsibilities": Field(kind=DUTY_LIST, says="what it does"),
        "authority": Field(kind=DUTY_LIST, says="what it may decide"),
        "kpi": Field(kind=DUTY_LIST, says="what it is measured by"),
        "coordinates_with": Field(kind=COORDINATIONS, says="with whom it works across and beyond departments"),
        "reporting_duties": Field(
            kind=listed(piece(ReportingDuty, REPORTING_DUTY, (), "a reporting duty"), "a mapping", alone=False),
            says="reports that are due",
        ),
        "approvals": Field(
            kind=listed(piece(Approval, APPROVAL, (), "an approval"), "a mapping", alone=False),
            says="what needs whose approval",
        ),
        "escalates_to": Field(kind=ESCALATIONS, says="to whom a problem goes"),
        "promotion_to": Field(kind=TEXTS, says="the next post; never a relation"),
        "rotation_to": Field(kind=TEXTS, says="posts to rotate to; never a relation"),
        "qualifications": Field(kind=MAPPING, says="what a holder must bring"),
        "effective": Field(kind=DATE, says="the date of the description"),
        "previously": Field(kind=NAMES, says="earlier titles: a rename, not a removal and an addition"),
        "source": SOURCES,
        "evidence": Field(
            kind=listed(piece(Evidence, EVIDENCE, ("field",), "evidence"), "a mapping", alone=False),
            says="the words it was read from",
        ),
        "note": NOTE,
    }
)
ROLE_SCHEMA = {
    **schema_of(ROLE),
    "anyOf": [{"required": ["title"]}, {"required": ["untitled"], "properties": {"untitled": {"const": True}}}],
}
UNITS = listed(piece(Unit, UNIT, ("name",), "a unit"), "a mapping", alone=False)
IGNORES = listed(piece(Ignore, IGNORE, ("code", "reason"), "an ignore"), "a mapping", alone=False)
ORGANIZATION = Table(
    {
        "id": Field(
            kind=IDENT,
            says="the organization's id; default: the file's name. Files that write one id are one organization",
        ),
        "name": Field(kind=NAME, says="its name"),
        "language": Field(
            kind=pattern("a language", r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*", "write zh or en"),
            says="of the words on pictures; default: the script of most titles",
        ),
        "sources": Field(kind=TEXTS, says="the documents it was read from"),
        "note": NOTE,
        "units": Field(kind=UNITS, says="departments, centres, groups"),
        "roles": Field(
            kind=Kind(read=PLAIN.read, schema={"type": "array", "items": ROLE_SCHEMA}),
            says="posts, whoever holds them",
        ),
        "ignore": Field(kind=IGNORES, says="accepted findings, each with its reason"),
    }
)
