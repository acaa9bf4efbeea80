"""Trees in the terminal, drawn line by line: nothing recurses, and depth is cut where no terminal could show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.cli.console import StyledLine

DEEPEST = 24
INDENT = 4
ROOM_FOR_WORDS = 32


class Branch(Record):
    """One line of a tree: its level from 0, whether it is the last of its siblings, and its words."""

    level: int
    last: bool
    words: StyledLine


def deepest(width: int | None) -> int:
    """How many levels are drawn as indentation: 24, or as many as leave a narrow terminal room for words."""
    return DEEPEST if width is None else min(max((width - ROOM_FOR_WORDS) // INDENT, 1), DEEPEST)


def tree_lines(branches: Sequence[Branch], deepest: int = DEEPEST) -> Iterator[StyledLine]:
    """Lines of a tree in preorder; below the deepest level it is written as a number instead of more indentation."""
    open_levels: list[bool] = []
    for branch in branches:
        del open_levels[branch.level :]
        if branch.level < deepest:
            guides = "".join("│   " if is_open else "    " for is_open in open_levels)
            yield [(guides + ("└── " if branch.last else "├── "), "faint"), *branch.words]
        else:
            guides = "".join("│   " if is_open else "    " for is_open in open_levels[:deepest])
            yield [(f"{guides}└─({branch.level + 1})─ ", "faint"), *branch.words]
        open_levels.append(not branch.last)
