"""Which organization of an earlier state is which of the later one, and which unit is which."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol, TypeAlias

from orgchart.model import Org

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from orgchart.model import Unit


class HasOrganizations(Protocol):
    """What a workspace is here: something that has organizations."""

    @property
    def organizations(self) -> tuple[Org, ...]:
        """The organizations, in the order of their files."""


State: TypeAlias = "Org | HasOrganizations | Iterable[Org]"


def organizations_of(state: State) -> tuple[Org, ...]:
    """The organizations of a workspace, of one organization, or of several."""
    if isinstance(state, Org):
        return (state,)
    if isinstance(state, (tuple, list)):
        return tuple(state)
    found = getattr(state, "organizations", None)
    return found if isinstance(found, tuple) else tuple(state)  # type: ignore[arg-type]


def pairs_of(before: Sequence[Org], after: Sequence[Org]) -> Iterator[tuple[Org | None, Org | None]]:
    """Organizations of two states, paired: those of the later state in their order, then those that have gone.

    The same id is the same organization; then a single one on each side; then the same file, whose id was rewritten.
    """
    found = _paired(before, after, lambda org: str(org.id))
    if len(before) == len(after) == 1:
        found = {0: 0}
    for one, other in _paired(before, after, lambda org: org.path or None).items():
        if one not in found and other not in found.values():
            found[one] = other
    for number, org in enumerate(after):
        yield before[found[number]] if number in found else None, org
    for number, org in enumerate(before):
        if number not in found.values():
            yield org, None


def _paired(before: Sequence[Org], after: Sequence[Org], key: Callable[[Org], str | None]) -> dict[int, int]:
    """Later numbers with earlier ones of the same key, the first with the first."""
    waiting: dict[str | None, list[int]] = defaultdict(list)
    for number in reversed(range(len(before))):
        waiting[key(before[number])].append(number)
    return {
        number: waiting[same].pop()
        for number, org in enumerate(after)
        if (same := key(org)) is not None and waiting.get(same)
    }


def unit_pairs(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Listed units of two states, paired by name, else by an old name that stands under the later one's aliases."""
    gone = {str(unit.name): unit for unit in reversed(before)}
    paired: dict[int, Unit] = {}
    for number, unit in enumerate(after):
        if str(unit.name) in gone:
            paired[number] = gone.pop(str(unit.name))
    for number, unit in enumerate(after):
        known = next((str(alias) for alias in unit.aliases if str(alias) in gone), None)
        if number not in paired and known is not None:
            paired[number] = gone.pop(known)
    for number, unit in enumerate(after):
        yield paired.get(number), unit
    left = {id(unit) for unit in gone.values()}
    for unit in before:
        if id(unit) in left:
            yield unit, None
