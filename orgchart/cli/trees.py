"""Trees in the terminal, drawn line by line: nothing recurses, and depth is cut where no terminal could show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.cli.console import StyledLine

DEEPEST = 24


class Branch(Record):
    """One line of a tree: its level from 0, whether it is the last of its siblings, and its words."""

    level: int
    last: bool
    words: StyledLine


def tree_lines(branches: Sequence[Branch]) -> Iterator[StyledLine]:
    """Lines of a tree in preorder; below 24 levels the level is written as a number instead of more indentation."""
    open_levels: list[bool] = []
    for branch in branches:
        del open_levels[branch.level :]
        if branch.level < DEEPEST:
            guides = "".join("│   " if is_open else "    " for is_open in open_levels)
            yield [(guides + ("└── " if branch.last else "├── "), "faint"), *branch.words]
        else:
            guides = "".join("│   " if is_open else "    " for is_open in open_levels[:DEEPEST])
            yield [(f"{guides}└─({branch.level + 1})─ ", "faint"), *branch.words]
        open_levels.append(not branch.last)
