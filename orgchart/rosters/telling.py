"""Posts → an organization, each line with the cell it was read from."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from orgchart.extraction.mentions import Evidence, FoundOrganization, FoundRole, PassedOver
from orgchart.names import level
from orgchart.rosters.posts import headcount_in
from orgchart.rosters.superiors import Superiors, is_title, names_nobody, says_none
from orgchart.rosters.tables import cell_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orgchart.extraction.document import Fragment
    from orgchart.rosters.gathering import Gathered
    from orgchart.rosters.posts import Post
    from orgchart.rosters.superiors import Meant
    from orgchart.rosters.tables import RosterTable

COMPANY = re.compile(r"[^\s,，:：;；()（）]{2,30}?(?:公司|集团|医院|学校|大学|酒店|银行)(?!的)")


def organization(
    document: str, tables: Sequence[RosterTable], gathered: Gathered
) -> tuple[FoundOrganization, tuple[str, ...]]:
    """The organization of these posts, and what a person should know about its lines."""
    posts = list(gathered.posts.values())
    _name(posts)
    teller = _Teller(document, posts)
    roles = [teller.role(index, post) for index, post in enumerate(posts)]
    mentioned = (FoundRole(title=title, described=False) for title in teller.mentioned.values())
    found = FoundOrganization(name=_company(tables), roles=(*roles, *mentioned), passed_over=tuple(teller.passed_over))
    return found, tuple(teller.notes())


def _name(posts: Sequence[Post]) -> None:
    """Name each post as relations name it: by its title, or by unit and title where several share the title."""
    titles = Counter(post.title for post in posts)
    for post in posts:
        if titles[post.title] > 1 and post.unit:
            post.name = f"{post.unit}/{post.title}"


def _company(tables: Iterable[RosterTable]) -> str:
    """The company that a title above the headers names, if one does."""
    for table in tables:
        for row in table.above:
            for cell in row.cells.values():
                found = COMPANY.match(cell.text.strip())
                if found:
                    return found[0]
    return ""


class _Teller:
    """Tells posts as roles, and remembers what could not be told."""

    def __init__(self, document: str, posts: Sequence[Post]) -> None:
        self.mentioned: dict[str, str] = {}
        self.passed_over: list[PassedOver] = []
        self._document = document
        self._superiors = Superiors(posts)
        self._posts = posts
        self._open: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], Fragment] = {}

    def notes(self) -> Iterable[str]:
        """A sentence for each name that could not be resolved, with its first place and how often it stands there."""
        for (words, why), count in self._open.items():
            where = cell_place(self._first[words, why])
            more = f" (and {count - 1} more times)" if count > 1 else ""
            yield f"{where}: {words} {why}{more}"

    def role(self, index: int, post: Post) -> FoundRole:
        """A post as a role."""
        solid: dict[str, Evidence] = {}
        root = False
        for cells in post.superiors.values():
            for name, cell, words in self._resolved(index, cells):
                solid.setdefault(name, self._evidence("reports_to", name, cell, words))
            root = root or any(cell is not None and says_none(cell.text) for cell in cells)
        dotted: dict[str, Evidence] = {}
        for cell in post.dotted.values():
            for name, own, words in self._resolved(index, (cell,), "dotted_line_to"):
                dotted.setdefault(name, self._evidence("dotted_line_to", name, own, words))
        if len(solid) > 1:
            first = next(cell for cells in post.superiors.values() for cell in cells if cell is not None)
            self._tell(post.name, f"has several superiors: {', '.join(solid)}", first)
        headcount = _only(post, "headcount")
        return FoundRole(
            title=post.title,
            unit=post.unit,
            headcount=headcount_in(headcount) if headcount else None,
            code=_only(post, "code"),
            reports_to=tuple(solid),
            facts=tuple(_facts(post, tuple(dotted), root=root and not solid)),
            evidence=(*solid.values(), *dotted.values()),
            lines=tuple((line, line) for line in post.lines),
        )

    def _resolved(
        self, index: int, cells: Sequence[Fragment | None], field: str = "reports_to"
    ) -> Iterable[tuple[str, Fragment, str]]:
        """The superiors that the cells of one row name: (name, cell, its words)."""
        said = [cell for cell in cells if cell is not None and not names_nobody(cell.text)]
        if not said:
            return
        meant = [self._superiors.meant(cell.text) for cell in said]
        if len(said) > 1 and all(len(several) == 1 for several in meant):
            cell, one = self._agreed(said, [several[0] for several in meant])
            found = [(cell, one)]
        else:
            found = [(said[0], one) for one in meant[0]]
        for cell, one in found:
            name = self._name_of(index, cell, one, field)
            if name:
                yield name, cell, one.words

    def _agreed(self, cells: Sequence[Fragment], meant: Sequence[Meant]) -> tuple[Fragment, Meant]:
        """What several cells of a row mean together: the posts that all of them fit that fit any."""
        fitting = [(cell, one) for cell, one in zip(cells, meant, strict=True) if one.posts]
        if not fitting:
            return cells[0], meant[0]
        common = frozenset.intersection(*(one.posts for _cell, one in fitting))
        cell, first = min(fitting, key=lambda pair: len(pair[1].posts))
        if not common:
            self._tell(" and ".join(one.words for _cell, one in fitting), "name different superiors in one row", cell)
            return cells[0], meant[0]._replace(posts=frozenset())
        return cell, first._replace(posts=common)

    def _name_of(self, index: int, cell: Fragment, meant: Meant, field: str) -> str | None:
        """How the superior is called: the post's name, or the words as they are where they fit none or several."""
        words = meant.words
        if names_nobody(words) and not meant.posts:
            return None
        if len(meant.posts) == 1:
            (superior,) = meant.posts
            if superior == index:
                self._pass_over(field, words, "holds the same post, which cannot report to itself", cell)
                return None
            return self._posts[superior].name
        if meant.posts:
            self._pass_over(field, words, f"fits several posts: {self._superiors.why(meant.posts)}", cell)
        elif is_title(words):
            self.mentioned.setdefault(level(words), words)
            return self.mentioned[level(words)]
        else:
            self._pass_over(field, words, "is no role, person or number of this roster", cell)
        return words

    def _pass_over(self, field: str, words: str, why: str, cell: Fragment) -> None:
        self._tell(words, why, cell)
        if self._open[words, why] == 1:
            evidence = self._evidence(field, words, cell, words)
            self.passed_over.append(PassedOver(field=field, words=words, why=why, evidence=evidence))

    def _tell(self, words: str, why: str, cell: Fragment) -> None:
        self._open[words, why] += 1
        self._first.setdefault((words, why), cell)

    def _evidence(self, field: str, value: str, cell: Fragment, words: str) -> Evidence:
        return Evidence(
            field=field,
            value=value,
            file=self._document,
            quote=words,
            line=cell.line,
            end_line=cell.line,
            place=cell.place if cell.line is None else None,
            stage="roster",
            pattern="cell",
        )


def _only(post: Post, field: str) -> str | None:
    """What all rows of a post say of a field, if they agree."""
    cells = post.cells[field]
    return next(iter(cells)) if len(cells) == 1 else None


def _facts(post: Post, dotted: Sequence[str], *, root: bool) -> Iterator[tuple[str, object]]:
    """The further keys of a role that a roster fills."""
    if root:
        yield "root", True
    if post.holders or post.vacant:
        yield "holders", [holder.as_data() for holder in post.holders]
    grade = _only(post, "grade")
    if grade:
        yield "grade", grade
    if dotted:
        yield "dotted_line_to", list(dotted)
