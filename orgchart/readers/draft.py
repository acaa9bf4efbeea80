"""A draft collects what one file says and what is wrong with it; reading goes on after a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.findings import Finding
from orgchart.readers.nodes import Fields, Items
from orgchart.readers.problems import missing_title, unknown_field, unreadable_file, wrong_type
from orgchart.readers.scalars import is_number, is_truth

if TYPE_CHECKING:
    from orgchart.findings import RuleInfo
    from orgchart.readers.nodes import Node, UnreadableError
    from orgchart.source import Place, Words

SHOWN = 60


class Draft:
    """The problems of one file while it is read, in the order they were met."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def unreadable(self, error: UnreadableError) -> None:
        """The file breaks at a place (ORG101)."""
        self._add(unreadable_file.info, error.message, error.place, error.hint)

    def unknown_field(self, key: Words, nearest: str | None) -> None:
        """A key that the format does not have (ORG102)."""
        hint = f"did you mean {nearest}?" if nearest else "a key of your own begins with x-"
        self._add(unknown_field.info, f"unknown field {key}", key.place, hint)

    def wrong_type(self, node: Node, key: str, expected: str, hint: str = "") -> None:
        """A value of the wrong kind (ORG103)."""
        self._add(wrong_type.info, f"{key} wants {expected}, not {describe(node)}", node.place, hint or way_out(node))

    def incomplete(self, node: Fields, key: str, what: str) -> None:
        """A piece lacks a key it cannot do without (ORG103)."""
        self._add(wrong_type.info, f"{what} needs {key}", node.place, f"write {key}: …")

    def missing_title(self, node: Fields) -> None:
        """A role without a title (ORG104)."""
        self._add(
            missing_title.info,
            "a role without a title",
            node.place,
            "write title: …, or untitled: true where the document names none",
        )

    def _add(self, info: RuleInfo, message: str, place: Place, hint: str) -> None:
        self.findings.append(Finding(rule=info, message=message, place=place, hint=hint))


def describe(node: Node) -> str:
    """What a value is, in words: `the number 3`, `a list`."""
    if isinstance(node, Fields):
        return "a mapping"
    if isinstance(node, Items):
        return "a list"
    if is_truth(node):
        return f"the truth value {node}"
    shown = node if len(node) <= SHOWN else f"{node[:SHOWN]}…"
    if is_number(node):
        return f"the number {shown}"
    return f"the text {shown}" if node.strip() else "an empty value"


def way_out(node: Node) -> str:
    """What to do with a value that was read as a number or a truth value."""
    if isinstance(node, (Fields, Items)):
        return ""
    return f'write it in quotes if it is text: "{node}"' if is_number(node) or is_truth(node) else ""
