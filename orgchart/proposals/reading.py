"""The file of proposed changes → steps, each with its place; what is wrong in it is told all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.misuse import Misuse, MisuseError
from orgchart.readers.draft import Draft
from orgchart.readers.fields import ROLE
from orgchart.readers.kinds import NAME, NAMES, nearest
from orgchart.readers.nodes import Fields, Items, UnreadableError
from orgchart.readers.scalars import is_empty
from orgchart.readers.tables import read_fields
from orgchart.record import Record
from orgchart.source import Place, Words

if TYPE_CHECKING:
    from orgchart.readers.nodes import Node
    from orgchart.source import Source

KEYS = {
    "move": ("to", "unit", "organization"),
    "rename": ("to", "organization"),
    "remove": ("reports_to", "organization"),
    "add": ("organization",),
    "set": ("organization",),
}
"""The verbs, and what may stand beside each; beside add and set also the keys of a role."""
WHOLE = ("organization", "changes")
NOT_SET = {
    "title": "rename it: - rename: … and to: …",
    "reports_to": "move it: - move: … and to: …",
    "id": "an id is written in the file",
}


class Step(Record):
    """One proposed change: what is done, to whom, and with what.

    `to` holds the names of new superiors, or the new title; None where the step does not say. `given` holds the values
    of a role by the model's names.
    """

    verb: str
    name: Words
    to: tuple[str, ...] | None = None
    given: dict[str, Any]
    organization: Words | None = None


def read_steps(source: Source) -> list[Step]:
    """The steps of a file, in its order; raises `MisuseError` with all that is wrong in it."""
    draft = Draft()
    steps: list[Step] = []
    try:
        root = _parsed(source)
    except UnreadableError as error:
        raise MisuseError([Misuse(message=error.message, place=error.place, hint=error.hint)]) from error
    whole, items = _list_of(root, source, draft)
    for item in items:
        step = _step(item, whole, draft)
        if step is not None:
            steps.append(step)
    found = sorted(draft.findings, key=lambda one: one.place.start)
    problems = [Misuse(message=one.message, place=one.place, hint=one.hint) for one in found]
    if problems:
        raise MisuseError(problems)
    return steps


def _parsed(source: Source) -> Node | None:
    if source.path.endswith(".json"):
        from orgchart.readers.json_text import parse_json  # noqa: PLC0415 - YAML needs no JSON scanner

        return parse_json(source)
    from orgchart.readers.yaml_text import parse_yaml  # noqa: PLC0415 - JSON needs no YAML parser

    return parse_yaml(source)


def _list_of(root: Node | None, source: Source, draft: Draft) -> tuple[Words | None, list[Node]]:
    """The organization that the whole file is about, if it says so, and the list of changes."""
    if isinstance(root, Items):
        return None, root.items
    if not isinstance(root, Fields):
        place = root.place if root is not None else Place(source, 0, 0)
        hint = "write changes: and below it - move: …"
        raise MisuseError([Misuse(message="a list of changes is missing", place=place, hint=hint)])
    entries = {str(key): value for key, value in root.entries.items()}
    for key in root.entries:
        if key not in WHOLE and not key.startswith("x-"):
            draft.unknown_field(key, nearest(key, list(WHOLE)))
    whole = _name(root, "organization", draft)
    changes = entries.get("changes")
    if isinstance(changes, Items):
        return whole, changes.items
    if changes is None and draft.findings:
        return whole, []  # the list may well stand under the misspelt key
    if changes is None:
        raise MisuseError(
            [
                Misuse(
                    message="a list of changes is missing", place=root.place, hint="write changes: and - move: … below"
                )
            ]
        )
    draft.wrong_type(changes, "changes", "a list", "begin each change with `- move: …`")
    return whole, []


def _step(item: Node, whole: Words | None, draft: Draft) -> Step | None:
    if not isinstance(item, Fields):
        draft.wrong_type(item, "changes", f"a list of mappings that begin with {', '.join(KEYS)}")
        return None
    said = [key for key in item.entries if key in KEYS]
    if len(said) != 1:
        _refuse_verbs(item, said, draft)
        return None
    verb = str(said[0])
    entries = {str(key): value for key, value in item.entries.items()}
    name = _name(item, verb, draft)
    given = _given(item, verb, draft)
    organization = _name(item, "organization", draft) or whole
    to: tuple[str, ...] | None = None
    if verb == "rename":
        title = _name(item, "to", draft)
        to = None if title is None else (title,)
    elif verb == "move":
        to = NAMES.read(entries["to"], "to", draft) if "to" in entries else None
    elif verb == "remove":
        to = NAMES.read(entries["reports_to"], "reports_to", draft) if "reports_to" in entries else None
    if name is None or not _says_enough(item, verb, to, given, draft):
        return None
    return Step(verb=verb, name=name, to=to, given=given, organization=organization)


def _refuse_verbs(item: Fields, said: list[Words], draft: Draft) -> None:
    """Tell that a change says nothing that can be done, or two things at once."""
    first = next(iter(item.entries), None)
    near = nearest(first, list(KEYS)) if first is not None else None
    if said:
        draft.wrong_type(said[1], "a change", f"only one of {', '.join(KEYS)}", "write two changes")
    elif first is not None and near is not None:
        draft.unknown_field(first, near)
    else:
        draft.incomplete(item, "move", f"a change that is none of {', '.join(KEYS)}")


def _says_enough(item: Fields, verb: str, to: tuple[str, ...] | None, given: dict[str, Any], draft: Draft) -> bool:
    """Whether a step says what it wants; one whose values were wrong has been told already."""
    lacks = {
        "move": to is None and "unit" not in given and not {"to", "unit"} & set(map(str, item.entries)),
        "rename": to is None and "to" not in set(map(str, item.entries)),
        "set": not given and len(item.entries) == 1,
    }.get(verb, False)
    if lacks:
        needed = {"move": "to", "rename": "to", "set": "a key of a role"}[verb]
        draft.incomplete(item, needed, f"this {verb}")
    return not lacks


def _given(item: Fields, verb: str, draft: Draft) -> dict[str, Any]:
    """The values of a role that a step carries; keys that it may not carry are told."""
    allowed = (verb, *KEYS[verb])
    rest = Fields(item.source, item.start)
    rest.end = item.end
    for key, value in item.entries.items():
        if key in allowed and (verb, str(key)) != ("move", "unit"):
            continue
        if verb == "set" and key in NOT_SET:
            draft.wrong_type(value, "set", "another key", NOT_SET[str(key)])
        elif verb in {"move", "rename", "remove"} and key not in allowed:
            draft.unknown_field(key, nearest(key, list(allowed)))
        elif verb == "add" and key == "title":
            draft.wrong_type(value, "add", "the title beside it", "leave title out: - add: names it")
        else:
            rest.entries[key] = value
    given = read_fields(rest, ROLE, draft)
    given.pop("node", None)
    return given


def _name(item: Fields, key: str, draft: Draft) -> Words | None:
    """The name under a key; where the key is written with nothing behind it, that is told at the key."""
    written = next((one for one in item.entries if one == key), None)
    if written is None:
        return None
    node = item.entries[written]
    if isinstance(node, Words) and is_empty(node):
        nothing = Words.at("", written.source, written.start, written.end, plain=True)
        draft.wrong_type(nothing, key, "a name", f"write {key}: and the name behind it")
        return None
    name: Words | None = NAME.read(node, key, draft)
    return name
