"""Which role of an earlier state is which role of a later one.

A written id is the same role whatever else changed. Without one, the title says who it is: in the same unit first, then
anywhere, if it stands once on both sides. Last come the earlier titles a role lists under `previously`. Whatever is
left has gone, or is new: nobody is matched by resemblance.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from orgchart.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from orgchart.model import Org, Role


class Matching(Record):
    """Roles of two states of one organization, by number.

    `pairs` leads from each old number to its new one, `back` from the new one to the old, both in the order of the
    later files. `removed` are old numbers without a new one, `added` new numbers without an old one. `renamed` are the
    pairs whose title has changed.
    """

    pairs: Mapping[int, int]
    back: Mapping[int, int]
    removed: tuple[int, ...]
    added: tuple[int, ...]
    renamed: tuple[tuple[int, int], ...]


def match(before: Org, after: Org) -> Matching:
    """Match the roles of two states of an organization, in a time that grows with their number.

    Two roles that both write an id and not the same one are two roles, even with one title, unless the later one lists
    the earlier one's title or id under `previously`.
    """
    old = dict(enumerate(before.roles))
    new = dict(enumerate(after.roles))
    back: dict[int, int] = {}
    _pair(old, new, back, lambda role: role.id if role.written_id else None)
    _pair(old, new, back, lambda role: (role.title, role.unit[:1], role.source))
    _pair(old, new, back, lambda role: (role.title, role.unit[:1]))
    _pair(old, new, back, lambda role: None if role.untitled else role.title, single=True)
    _pair_earlier_titles(old, new, back)
    back = dict(sorted(back.items()))
    return Matching(
        pairs={earlier: later for later, earlier in back.items()},
        back=back,
        removed=tuple(old),
        added=tuple(new),
        renamed=tuple(
            (earlier, later)
            for later, earlier in back.items()
            if before.roles[earlier].title != after.roles[later].title
        ),
    )


def _pair(
    old: dict[int, Role],
    new: dict[int, Role],
    back: dict[int, int],
    key: Callable[[Role], Hashable],
    *,
    single: bool = False,
) -> None:
    """Take out roles of equal key, the first with the first; with `single`, only where it stands once on each side.

    The key None stands for nothing.
    """
    if not (old and new):
        return
    waiting = _grouped(old, key)
    later = _grouped(new, key)
    for same, numbers in later.items():
        earlier = waiting.get(same, [])
        if single and not len(earlier) == len(numbers) == 1:
            continue
        for one, other in zip(earlier, numbers, strict=False):
            if not _apart(old[one], new[other]):
                back[other] = one
                del old[one], new[other]


def _grouped(roles: dict[int, Role], key: Callable[[Role], Hashable]) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for number, role in roles.items():
        same = key(role)
        if same is not None:
            found[same].append(number)
    return found


def _apart(one: Role, other: Role) -> bool:
    """Whether two roles say by their ids that they are not the same."""
    return one.written_id and other.written_id and one.id != other.id


def _pair_earlier_titles(old: dict[int, Role], new: dict[int, Role], back: dict[int, int]) -> None:
    """Take out roles that list the title or the id of one that has gone; a title that fits several fits none."""
    if not any(role.previously for role in new.values()):
        return
    named: dict[str, list[int]] = defaultdict(list)
    for number, role in old.items():
        for name in dict.fromkeys((role.id, role.title)):
            named[name].append(number)
    for number in [number for number, role in new.items() if role.previously]:
        fitting = [named.get(name, []) for name in new[number].previously]
        gone = next((found[0] for found in fitting if len(found) == 1 and found[0] in old), None)
        if gone is not None:
            back[number] = gone
            del old[gone], new[number]
