"""Ghosts among the cards: where each stood between its siblings, and a figure whose boxes are in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.record import NamedTuple
from orgchart.rendering.scene import NOBODY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from orgchart.rendering.scene import Figure


class Departed(NamedTuple):
    """What the card of a ghost says, the title and where the role went, and its number in the later state if any."""

    title: str
    label: str
    now: int = NOBODY


class Neighbours(NamedTuple):
    """The boxes of a ghost and of those that were its siblings, in their old order, and its place among them."""

    siblings: Sequence[int]
    place: int

    def before(self) -> Iterator[int]:
        """Give those that stood before the ghost, the nearest first."""
        return (self.siblings[place] for place in range(self.place - 1, -1, -1))

    def behind(self) -> Iterator[int]:
        """Give those that stood behind the ghost, the nearest first."""
        return (self.siblings[place] for place in range(self.place + 1, len(self.siblings)))


def in_old_order(superior: Sequence[int], ghosts: Mapping[int, Neighbours]) -> list[int]:
    """Order boxes so that each ghost stands behind, or else before, the nearest old sibling that is still there.

    `ghosts` are by box, in the order in which the roles stood; where nobody of its siblings is left, a ghost comes
    first below its superior. All other boxes keep their order.
    """
    ahead: dict[int, list[int]] = {}
    behind: dict[int, list[int]] = {}
    order = [box for box in range(len(superior)) if box not in ghosts]
    settled: set[int] = set()
    for ghost, neighbours in ghosts.items():
        here = _beside(superior, ghost, ghosts, settled)
        if (one := next(filter(here, neighbours.before()), NOBODY)) != NOBODY:
            behind.setdefault(one, []).append(ghost)
        elif (one := next(filter(here, neighbours.behind()), NOBODY)) != NOBODY:
            ahead.setdefault(one, []).append(ghost)
        elif superior[ghost] != NOBODY:
            behind.setdefault(superior[ghost], []).append(ghost)
        else:
            order.append(ghost)
        settled.add(ghost)
    return _spread(order, ahead, behind)


def _beside(
    superior: Sequence[int], ghost: int, ghosts: Mapping[int, Neighbours], settled: set[int]
) -> Callable[[int], bool]:
    """Tell which boxes have their place beside a ghost already."""
    return lambda box: superior[box] == superior[ghost] and (box not in ghosts or box in settled)


def _spread(order: Sequence[int], ahead: Mapping[int, list[int]], behind: Mapping[int, list[int]]) -> list[int]:
    """Write down each box with the ghosts before and behind it, and those of these ghosts."""
    found: list[int] = []
    waiting = [(box, False) for box in reversed(order)]
    while waiting:
        box, done = waiting.pop()
        if done:
            found.append(box)
            continue
        waiting += [(ghost, False) for ghost in reversed(behind.get(box, ()))]
        waiting.append((box, True))
        waiting += [(ghost, False) for ghost in reversed(ahead.get(box, ()))]
    return found


def rearranged(figure: Figure, order: Sequence[int]) -> Figure:
    """Give a figure its boxes in another order."""
    place = {box: number for number, box in enumerate(order)}
    place[NOBODY] = NOBODY
    return figure._replace(
        boxes=tuple(figure.boxes[box] for box in order),
        superior=tuple(place[figure.superior[box]] for box in order),
        assistants=frozenset(place[box] for box in figure.assistants),
        enclosures=tuple(item._replace(top=place[item.top]) for item in figure.enclosures),
        beside=tuple((place[box], place[partner]) for box, partner in figure.beside),
        apart=tuple(group._replace(boxes=tuple(place[box] for box in group.boxes)) for group in figure.apart),
        links=tuple(
            link._replace(
                source=link.source._replace(box=place[link.source.box]),
                target=link.target._replace(box=place[link.target.box]),
            )
            for link in figure.links
        ),
        chain=tuple(place[box] for box in figure.chain),
    )
