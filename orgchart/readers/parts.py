"""A tree of values → the parts of organizations it states, with what is wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.readers.draft import Draft
from orgchart.readers.fields import ORGANIZATION, ROLE
from orgchart.readers.kinds import Kind
from orgchart.readers.nodes import Fields, Items, UnreadableError
from orgchart.readers.scalars import is_empty
from orgchart.readers.tables import Table, read_fields
from orgchart.record import Record
from orgchart.source import Place, Words

if TYPE_CHECKING:
    from orgchart.findings import Finding
    from orgchart.readers.nodes import Node
    from orgchart.source import Source


class Part(Record):
    """What one file says about one organization: its own fields and its roles' fields, not yet put together."""

    source: Source
    default_id: str
    given: dict[str, Any]
    roles: list[dict[str, Any]]
    findings: list[Finding]

    @property
    def id(self) -> str:
        """The written id, or the file's name."""
        return str(self.given.get("id", self.default_id))

    @property
    def writes_id(self) -> bool:
        """Whether the file writes an id."""
        return "id" in self.given


def read_parts(root: Node | None, source: Source, default_id: str) -> tuple[list[Part], list[Finding]]:
    """The organizations of one file: usually one; a list under `organizations` holds many.

    Findings that belong to no organization come beside.
    """
    draft = Draft()
    if root is None or (isinstance(root, Words) and is_empty(root)):
        draft.unreadable(
            UnreadableError(
                "the file is empty: there is no organization in it",
                Place(source, 0, 0),
                "write a name and roles, or delete the file",
            )
        )
        return [], draft.findings
    if not isinstance(root, Fields):
        draft.wrong_type(root, "an organization file", "a mapping with name, units and roles", "begin with `name: …`")
        return [], draft.findings
    many = next((value for key, value in root.entries.items() if key == "organizations"), None)
    if many is None:
        return [_read_part(root, source, default_id)], []
    if not isinstance(many, Items):
        draft.wrong_type(many, "organizations", "a list")
        return [], draft.findings
    for key in root.entries:
        if key != "organizations" and not key.startswith("x-"):
            draft.unknown_field(key, None)
    parts = []
    for number, item in enumerate(many.items, 1):
        if isinstance(item, Fields):
            name = default_id if len(many.items) == 1 else f"{default_id}-{number}"
            parts.append(_read_part(item, source, name))
        else:
            draft.wrong_type(item, "organizations", "a list of mappings")
    return parts, draft.findings


def _read_part(node: Fields, source: Source, default_id: str) -> Part:
    draft = Draft()
    given = read_fields(node, PART, draft)
    roles: list[dict[str, Any]] = []
    written = given.pop("roles", ())
    for item in written:
        if not isinstance(item, Fields):
            draft.wrong_type(item, "roles", "a list of mappings", "write - title: …")
            continue
        role = read_fields(item, ROLE, draft)
        if "title" not in role and not role.get("untitled"):
            if not any(key == "title" and not _says_nothing(value) for key, value in item.entries.items()):
                draft.missing_title(item)
            role["untitled"] = True
        if "id" in role:
            role["written_id"] = True
        roles.append(role)
    return Part(source=source, default_id=default_id, given=given, roles=roles, findings=draft.findings)


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Words) and is_empty(node)


def _read_roles(node: Node, key: str, draft: Draft) -> list[Node] | None:
    if isinstance(node, Items):
        return node.items
    if isinstance(node, Fields) or not _says_nothing(node):
        draft.wrong_type(node, key, "a list of roles", "write - title: …")
    return None


PART = Table({**ORGANIZATION, "roles": ORGANIZATION["roles"].replace(kind=Kind(read=_read_roles, schema={}))})
