"""From what the options of `render` ask to the bytes of one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgchart.errors import SettingError, UnknownNameError
from orgchart.graph import OrgGraph
from orgchart.record import Record
from orgchart.rendering import render, render_booklet, render_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from orgchart.findings import Report
    from orgchart.model import Org


class Wanted:
    """What one run draws: the kind of picture, the wishes of `render`, and the roles that were named."""

    def __init__(
        self,
        kind: str,
        wishes: dict[str, Any],
        place: dict[str, Any],
        root: str | None,
        highlight: str | None,
        pages: str | None,
        report: Report | None,
    ) -> None:
        self.kind = kind
        self.wishes = wishes
        self.place = place
        self.root = root
        self.highlight = highlight
        self.pages = pages
        self.report = report
        if wishes.get("depth") is not None and root is None:
            raise SettingError("--depth needs --root", "name the role whose tree is to be drawn")
        if pages and kind == "html":
            raise SettingError("a page of HTML has no pages of paper", "choose .pdf, or a folder of .svg files")

    def having(self, organizations: Iterable[Org]) -> set[str] | None:
        """The ids of the organizations that have the root, or None where all are drawn."""
        if self.root is None:
            return None
        from orgchart.queries.finding import find_roles

        return {str(found.org.id) for found in find_roles([*organizations], self.root)}

    def for_org(self, org: Org) -> dict[str, Any]:
        """The wishes for one organization: its roles by number, its findings by role."""
        wishes = dict(self.wishes)
        if self.root is not None:
            wishes["root"] = _one(org, self.root)
        if self.highlight is not None:
            wishes["highlight"] = _one(org, self.highlight)
        if self.report is not None:
            wishes["findings"] = _findings(org, self.report)
        return wishes


class Picture(Record):
    """A drawn organization: one content, or one a page."""

    kind: str
    contents: tuple[str | bytes, ...]

    def whole(self) -> str | bytes:
        """The one content; raises `SettingError` where there are several pages that one file cannot hold."""
        if len(self.contents) > 1:
            raise SettingError(
                f"the booklet has {len(self.contents)} pages", "write them into a folder, or into one .pdf file"
            )
        return self.contents[0]

    def endings(self) -> list[str]:
        """What follows the name of each file."""
        if len(self.contents) == 1:
            return [f".{self.kind}"]
        return [f"-{number}.{self.kind}" for number in range(1, len(self.contents) + 1)]


def draw(org: Org, wanted: Wanted, like: str | None) -> Picture:
    """Draw one organization as wanted."""
    graph, wishes = OrgGraph(org), wanted.for_org(org)
    if wanted.kind == "html":
        return Picture(kind="html", contents=(render_page(graph, like=like, **wanted.place, **wishes),))
    if wanted.pages:
        sheets = render_booklet(graph, paper=wanted.pages, **wishes)
    else:
        sheets = [render(graph, like=like, **wanted.place, **wishes)]
    return Picture(kind=wanted.kind, contents=tuple(_converted(sheets, wanted)))


def _converted(sheets: Sequence[str], wanted: Wanted) -> list[str | bytes]:
    if wanted.kind == "svg":
        return [*sheets]
    from orgchart.rendering.paper import paper_named
    from orgchart.rendering.writers.raster import pdf_pages, png

    if wanted.kind == "png":
        return [png(sheet) for sheet in sheets]
    paper = wanted.pages or wanted.place.get("page")
    return [pdf_pages(sheets, paper=paper_named(paper) if paper else None)]


def _one(org: Org, name: str) -> int:
    """The number of the one role of an organization that a name means."""
    from orgchart.queries.finding import find_roles

    (found,) = find_roles([org], name)
    if len(found.roles) > 1:
        ids = ", ".join(str(org.roles[number].id) for number in found.roles[:4])
        raise UnknownNameError(f"{name} fits {len(found.roles)} roles of {org.id}", f"name one by its id: {ids}")
    return found.roles[0]


def _findings(org: Org, report: Report) -> dict[str, list[tuple[str, str]]]:
    """What was found about each role of an organization: (severity, words)."""
    told: dict[str, list[tuple[str, str]]] = {}
    for finding in report.findings:
        if finding.organization == org.id:
            words = f"{finding.rule.code} {finding.message}"
            told.setdefault(finding.roles[0] if finding.roles else "", []).append((finding.weight.value, words))
    return told
