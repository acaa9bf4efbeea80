"""How well job descriptions are read, against annotations made by hand: `make score`.

python -m tests.extraction.scoring [--edges] [--floor F1] GOLD [DOCUMENTS]

GOLD is a folder of annotations (`NAME.json`, each naming its `document`), DOCUMENTS the folder of the documents, by
default the same. Figures are of names levelled for width, blanks and traditional characters, and two names of one role
are one name. Edges and relations are counted in the document they stand in, every organization for itself.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from orgchart.importing import import_documents
from orgchart.names import level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

UNTITLED = "未具名岗位"
Pair = tuple[str, str]


class Tally(NamedTuple):
    """How many were right, how many were found, how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    @property
    def precision(self) -> float:
        """What was right of what was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """What was found of what is there."""
        return self.right / self.there if self.there else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 1.0


def total_of(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    listed = list(tallies)
    return Tally(sum(one.right for one in listed), sum(one.found for one in listed), sum(one.there for one in listed))


class Score(NamedTuple):
    """One document's figures, and every edge and relation that is missing or too much."""

    document: str
    reporting: Tally
    coordination: Tally
    scopes: Tally
    titles: Tally
    organizations: tuple[int, int]
    remarks: tuple[str, ...]


def score(gold: Path, documents: Path) -> list[Score]:
    """The scores of all documents that a folder of annotations knows, by name."""
    scores = []
    for file in sorted(gold.glob("*.json")):
        annotation = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(annotation, dict) and "document" in annotation:
            found = import_documents([documents / annotation["document"]]).as_data()["organizations"]
            scores.append(compare(annotation, found))
    return scores


def compare(annotation: Mapping[str, Any], found: list[dict[str, Any]]) -> Score:
    """One annotated document beside what was read from it."""
    wanted = annotation["organizations"]
    names = _names(wanted)
    remarks: list[str] = []
    tallies = [
        _tally(label, _counted(wanted, kind, names), _counted(found, kind, names), remarks)
        for label, kind in (("line", _lines), ("relation", _relations), ("title", _titles), ("scope", _scopes))
    ]
    return Score(
        document=annotation["document"],
        reporting=tallies[0],
        coordination=tallies[1],
        titles=tallies[2],
        scopes=tallies[3],
        organizations=(len(found), len(wanted)),
        remarks=tuple(remark for remark in remarks if not remark.endswith("(scope)")),
    )


def _counted(organizations: list[dict[str, Any]], kind: Any, names: Mapping[str, str]) -> Counter[Any]:
    """All pairs of one kind, each organization for itself."""
    return Counter(pair for one in organizations for pair in set(kind(one, names)))


def _names(organizations: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Aliases → titles, levelled; what is a title somewhere in the document stays one."""
    roles = [role for one in organizations for role in one["roles"]]
    known = {level(alias): level(role["title"]) for role in roles for alias in role.get("aliases", ())}
    return {alias: title for alias, title in known.items() if alias not in {level(role["title"]) for role in roles}}


def _lines(one: dict[str, Any], names: Mapping[str, str]) -> Iterator[Pair]:
    for role in one["roles"]:
        title = _name(role["title"], names)
        for superior in role.get("reports_to", ()):
            yield _name(superior, names), title
        for subordinate in role.get("supervises") or ():
            yield title, _name(subordinate, names)


def _relations(one: dict[str, Any], names: Mapping[str, str]) -> Iterator[Pair]:
    for role in one["roles"]:
        for relation in role.get("coordinates_with", ()):
            yield _name(role["title"], names), _name(_party(relation), names)


def _scopes(one: dict[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for role in one["roles"]:
        for relation in role.get("coordinates_with", ()):
            yield _name(role["title"], names), _name(_party(relation), names), str(relation.get("scope"))


def _titles(one: dict[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    for role in one["roles"]:
        if role.get("described", True) and not role.get("untitled"):
            yield _name(role["title"], names)


def _party(relation: Mapping[str, Any]) -> str:
    return str(relation["party"] if "party" in relation else relation["with"])


def _name(name: str, names: Mapping[str, str]) -> str:
    levelled = level(name)
    return names.get(levelled, levelled)


def _tally(label: str, wanted: Counter[Any], found: Counter[Any], remarks: list[str]) -> Tally:
    for sign, pairs in (("missing", wanted - found), ("too much", found - wanted)):
        remarks += [f"{sign}: {_told(pair)} ({label})" for pair in sorted(pairs.elements())]
    return Tally((wanted & found).total(), found.total(), wanted.total())


def _told(pair: Any) -> str:
    return pair if isinstance(pair, str) else " → ".join(pair)


def table(scores: Iterable[Score], *, edges: bool) -> Iterator[str]:
    """The scores as lines of text, a document a line, and all together."""
    yield f"{'':40} {'reporting':>17} {'coordination':>17} {'titles':>17}  organizations"
    for one in scores:
        tallies = (one.reporting, one.coordination, one.titles)
        figures = " ".join(f"{t.precision:.2f}/{t.recall:.2f} {t.there:4}/{t.right:<3}" for t in tallies)
        yield f"{one.document[:40]:40} {figures}  {one.organizations[0]}/{one.organizations[1]}"
        if edges:
            yield from (f"    {remark}" for remark in one.remarks)
    yield from summary(list(scores))


def summary(scores: list[Score]) -> Iterator[str]:
    """All documents together: precision, recall, F1 of each kind, and the documents with the right number."""
    kinds: tuple[tuple[str, Callable[[Score], Tally]], ...] = (
        ("reporting", lambda one: one.reporting),
        ("coordination", lambda one: one.coordination),
        ("with scope", lambda one: one.scopes),
        ("titles", lambda one: one.titles),
    )
    for label, kind in kinds:
        total = total_of(map(kind, scores))
        yield (
            f"{label:14} precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}"
            f"  ({total.right} right, {total.found} found, {total.there} there)"
        )
    right = sum(one.organizations[0] == one.organizations[1] for one in scores)
    yield f"organizations  right number in {right} of {len(scores)} documents"


def main() -> int:
    """Print the scores; the exit status is 1 where the reporting lines are below the floor asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.extraction.scoring", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--edges", action="store_true", help="list what is missing and what is too much")
    parser.add_argument("--floor", type=float, default=0.0, help="the least F1 of the reporting lines")
    asked = parser.parse_args()
    scores = score(asked.gold, asked.documents or asked.gold)
    print("\n".join(table(scores, edges=asked.edges)))
    total = total_of(one.reporting for one in scores)
    return int(total.f1 < asked.floor)


if __name__ == "__main__":
    sys.exit(main())
