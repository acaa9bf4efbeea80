"""What a rule is, and all that it may look at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from orgchart.config import Config
from orgchart.findings import Finding, Related, RuleInfo
from orgchart.graph import OrgGraph
from orgchart.matching import match
from orgchart.names import Nearest, spelt_out
from orgchart.rules._units import Units
from orgchart.source import Place, Source, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orgchart.matching import Matching
    from orgchart.model import Org, Piece, Role
    from orgchart.rules._change import Change
    from orgchart.rules._documents import Documents

DEFAULT = Config()


class Case:
    """One organization before the rules: its graph, the settings it is held to, and what it was before a change.

    `change` is what happened to all organizations, or None where nobody compares; `before` is this one in its earlier
    state, or None where it is new or nobody compares. `documents` are those it was read from, or None where nobody
    looks for them.
    """

    def __init__(
        self,
        org: Org,
        config: Config = DEFAULT,
        change: Change | None = None,
        documents: Documents | None = None,
    ) -> None:
        self.org = org
        self.config = config
        self.change = change
        self.before = change.before(org) if change else None
        self.documents = documents

    @cached_property
    def graph(self) -> OrgGraph:
        """The graph of the organization."""
        return OrgGraph(self.org)

    @cached_property
    def units(self) -> Units:
        """The listed units: which is in which, who leads them, and which roles are in them."""
        return Units(self.graph)

    @cached_property
    def earlier(self) -> OrgGraph:
        """The graph of the earlier state; only where there is one."""
        if self.before is None:
            raise ValueError("there is no earlier state")
        return OrgGraph(self.before)

    @cached_property
    def matching(self) -> Matching:
        """Which role of the earlier state is which; only where there is one."""
        return match(self.earlier.org, self.org)

    @cached_property
    def spelt_out(self) -> list[str]:
        """The title of each role, spelt out for comparing."""
        return [spelt_out(role.title) for role in self.roles]

    @cached_property
    def role_names(self) -> Nearest:
        """Finds the roles a misspelt name may mean."""
        return Nearest(self.graph.names)

    @cached_property
    def unit_names(self) -> Nearest:
        """Finds the units a misspelt name may mean."""
        return Nearest(label for unit in self.org.units for label in (unit.name, *unit.aliases))

    @property
    def roles(self) -> Sequence[Role]:
        """The roles, by number."""
        return self.org.roles

    def title(self, number: int) -> str:
        """A role's name for a message: its title, and its id where several have that title."""
        role = self.roles[number]
        return f"{role.title} ({role.id})" if len(self.graph.names.get(role.title, ())) > 1 else str(role.title)

    def place(self, *written: str | Piece | None) -> Place:
        """Where the first of these that stands in a file is written."""
        for words in written:
            place = place_of(words) if isinstance(words, str) else words and words.place()
            if place:
                return place
        return Place(Source(self.org.path or self.org.id, ""), 0, 0)

    def title_place(self, number: int) -> Place:
        """Where a role's title stands, or where the role begins."""
        role = self.roles[number]
        return self.place(role.title, role)

    def finding(  # noqa: PLR0913 - a finding has as many parts
        self,
        info: RuleInfo,
        message: str,
        place: Place,
        *,
        roles: Iterable[int] = (),
        related: Iterable[tuple[str, Place]] = (),
        hint: str = "",
    ) -> Finding:
        """A finding of this organization; `roles` are numbers, the one it is about first."""
        return Finding(
            rule=info,
            message=message,
            place=place,
            hint=hint,
            organization=self.org.id,
            roles=tuple(str(self.roles[number].id) for number in roles),
            related=tuple(Related(message=words, place=where) for words, where in related),
        )


class Rule(Protocol):
    """A rule is a module: `info` names it, its docstring teaches it, `check` applies it."""

    __doc__: str | None
    info: RuleInfo

    def check(self, case: Case) -> Iterator[Finding]:
        """Yield what is wrong, in the order of the files."""
