"""The same figure placed by `dot`: for arbitrary graphs, and as the peer of the native layout.

Trees, departments and lines are dot's; groups without lines and the lane of partners are put beside and below. The
nodes have our fixed sizes and no words, so that neither fonts nor titles reach the program.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from orgchart.errors import EngineError
from orgchart.rendering.layouts.assembling import LABEL_BASELINE
from orgchart.rendering.layouts.chains import chain_paths
from orgchart.rendering.layouts.furniture import BELOW_TITLE, furnish, least_width
from orgchart.rendering.layouts.grid import Enclosed
from orgchart.rendering.layouts.labels import strip
from orgchart.rendering.layouts.marks import NO_TRUNK, TRUNK_IN_MIDDLE, below_card, depth_of, gather
from orgchart.rendering.layouts.ways import LABEL_MARK
from orgchart.rendering.scene import NOBODY, Card, Frame, Line, Mark, Scene, Text
from orgchart.rendering.theme import (
    APART_GAP,
    FRAME_LABEL_LINE,
    FRAME_PADDING,
    LANE_GAP,
    MARGIN,
    MARK_DISTANCE,
    MARK_HEIGHT,
    MARK_PITCH,
    SIBLING_GAP,
    STACK_GAP,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pydot

    from orgchart.rendering.layouts.marks import Pill
    from orgchart.rendering.scene import Figure

_POINTS_PER_INCH: Final = 72
_PREFIX: Final = "n"
_ABREAST: Final = 6
_INSTALL: Final = (
    "install Graphviz (Debian: apt install graphviz, macOS: brew install graphviz, Windows: winget install graphviz), "
    "or draw with --engine native, which needs no other program"
)
Point = tuple[int, int]


def by_dot(figure: Figure, *, ratio: float) -> Scene:
    """Place a figure with the program `dot`; where it is missing, an EngineError says how to get it."""
    del ratio  # dot has no page to fill
    return _Drawing(figure).scene()


class _Drawing:
    """One picture in the making: dot's answer, then what stands around it."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.pills = gather(figure)
        self.below: dict[int, list[int]] = defaultdict(list)
        for box, above in enumerate(figure.superior):
            self.below[above].append(box)
        self.spots = {
            box: below_card(group, figure.card_width, TRUNK_IN_MIDDLE if box in self.below else NO_TRUNK)
            for box, group in self.pills.of_box.items()
        }
        loose = {box for box, _ in figure.beside}.union(*(group.boxes for group in figure.apart))
        self.tops = [box for box in self.below[NOBODY] if box not in loose]
        self.at: dict[int, Point] = {}
        self.frames: list[Enclosed] = []
        self.spans: list[tuple[int, int]] = []
        self.lines: list[Line] = []

    def scene(self) -> Scene:
        """Put everything together."""
        figure = self.figure
        right, bottom = self._place_trees() if self.tops else (MARGIN - LANE_GAP, BELOW_TITLE)
        right, lowest = self._place_beside(right, bottom)
        right, bottom = self._place_apart(right, max(bottom, lowest))
        around = furnish(figure, max(right - MARGIN, least_width(figure)), bottom)
        labels, frame_marks = self._strips()
        cards = tuple(
            Card(box, *self.at[place], figure.card_width, box.height) for place, box in enumerate(figure.boxes)
        )
        return Scene(
            width=around.width,
            height=around.height,
            title=figure.title,
            description=figure.description,
            language=figure.language,
            cards=cards,
            lines=tuple(self.lines),
            frames=tuple(
                Frame(frame.units[0], frame.tone, frame.left, top, frame.right - frame.left, low - top)
                for frame, (top, low) in zip(self.frames, self.spans, strict=True)
            ),
            marks=(*self._marks(), *frame_marks),
            texts=(*around.texts, *labels),
            swatches=around.swatches,
            colours=figure.colours,
            chain=chain_paths(figure, cards, self.lines),
            look=figure.look,
        )

    def _node_height(self, box: int) -> int:
        """Height of a card with the marks below it."""
        rows = 1 + max((row for _, row in self.spots.get(box, ())), default=-1)
        return self.figure.boxes[box].height + depth_of(rows)

    # Trees

    def _place_trees(self) -> Point:
        """Take over dot's places; give the right and the lower edge."""
        answer = _run(self._question().to_string())
        _, _, wide, high = _numbers(answer["bb"])
        objects = answer.get("objects", [])
        names = [item["name"] for item in objects]
        for item in objects:
            if item["name"].startswith(_PREFIX):
                box = int(item["name"][len(_PREFIX) :])
                x, y = _numbers(item["pos"])
                half = (self.figure.card_width // 2, self._node_height(box) // 2)
                self.at[box] = (MARGIN + round(x) - half[0], BELOW_TITLE + round(high - y) - half[1])
        frames = {item["name"]: _numbers(item["bb"]) for item in objects if not item["name"].startswith(_PREFIX)}
        for place, enclosure in enumerate(self.figure.enclosures):
            left, low, right, top = (round(number) for number in frames[f"cluster_{place}"])
            edges = MARGIN + left, MARGIN + right
            self.frames.append(Enclosed(enclosure.units, enclosure.label, enclosure.tone, *edges, 0, 0, enclosure.top))
            self.spans.append((BELOW_TITLE + round(high) - top, BELOW_TITLE + round(high) - low))
        self._take_lines(answer.get("edges", []), names, round(high))
        return MARGIN + round(wide), BELOW_TITLE + round(high)

    def _question(self) -> pydot.Dot:
        """Build the DOT graph: nodes of fixed size, an edge for each line, a cluster for each department."""
        import pydot  # noqa: PLC0415 - only this engine pays for it

        figure = self.figure
        graph = pydot.Dot("figure", graph_type="digraph", splines="polyline", nodesep=0.25, ranksep=0.45, newrank=True)
        graph.set_node_defaults(shape="box", fixedsize=True, label='""')
        graph.set_edge_defaults(dir="none", tailport="s", headport="n")
        clusters: dict[int, pydot.Graph] = {}
        leads = {enclosure.top: place for place, enclosure in enumerate(figure.enclosures)}
        order = list(self.tops)
        for box in order:
            home = clusters.get(figure.superior[box], graph)
            if box in leads:
                cluster = pydot.Cluster(str(leads[box]), margin=FRAME_PADDING, label=_room_for_label(), labeljust="l")
                home.add_subgraph(cluster)  # type: ignore[arg-type] # its types keep clusters and subgraphs apart
                home = cluster
            clusters[box] = home
            inches = figure.card_width / _POINTS_PER_INCH, self._node_height(box) / _POINTS_PER_INCH
            home.add_node(pydot.Node(f"{_PREFIX}{box}", width=f"{inches[0]:.4f}", height=f"{inches[1]:.4f}"))
            order += self.below.get(box, ())
        for box in order:
            if figure.superior[box] != NOBODY:
                graph.add_edge(pydot.Edge(f"{_PREFIX}{figure.superior[box]}", f"{_PREFIX}{box}"))
        return graph

    def _take_lines(self, edges: Sequence[Any], names: Sequence[str], high: int) -> None:
        """Turn dot's edges into one line below each superior, from the middle of its card to its reports."""
        paths: dict[int, list[tuple[int, tuple[int, ...]]]] = defaultdict(list)
        for edge in edges:
            above, box = (int(names[edge[end]][len(_PREFIX) :]) for end in ("tail", "head"))
            corners = [_numbers(point) for point in edge["pos"].split()][3:-1:3]
            middle = self.figure.card_width // 2
            start, end = self.at[above], self.at[box]
            bottom = start[1] + self.figure.boxes[above].height
            path = [start[0] + middle, bottom]
            if self._node_height(above) > self.figure.boxes[above].height:
                path += [start[0] + middle, start[1] + self._node_height(above)]
            for x, y in corners:
                path += [MARGIN + round(x), BELOW_TITLE + high - round(y)]
            paths[above].append((box, (*path, end[0] + middle, end[1])))
        for above in sorted(paths):
            own = tuple(path for _, path in sorted(paths[above]))
            self.lines.append(Line("reporting", self.figure.boxes[above].key, own))

    # What stands around

    def _place_beside(self, right: int, bottom: int) -> Point:
        """Stack the partners in columns at the right."""
        step = self.figure.card_width + SIBLING_GAP
        x, y, lowest = right + LANE_GAP, BELOW_TITLE, bottom
        for box, _ in self.figure.beside:
            if y > BELOW_TITLE and y + self._node_height(box) > max(bottom, BELOW_TITLE + 6 * step // 2):
                x, y = x + step, BELOW_TITLE
            self.at[box] = (x, y)
            y += self._node_height(box) + STACK_GAP
            lowest = max(lowest, y - STACK_GAP)
            right = x + self.figure.card_width
        return right, lowest

    def _place_apart(self, right: int, bottom: int) -> Point:
        """Set the groups without lines in rows of six below everything, one group after the other."""
        step = self.figure.card_width + SIBLING_GAP
        for group in self.figure.apart:
            top = bottom + APART_GAP
            padding = FRAME_PADDING if group.units else 0
            y = top + (FRAME_LABEL_LINE * 2 if group.units else 0)
            for start in range(0, len(group.boxes), _ABREAST):
                row = group.boxes[start : start + _ABREAST]
                for place, box in enumerate(row):
                    self.at[box] = (MARGIN + padding + place * step, y)
                y += max(self._node_height(box) for box in row) + STACK_GAP
            edge = MARGIN + 2 * padding + min(len(group.boxes), _ABREAST) * step - SIBLING_GAP
            bottom = y - STACK_GAP + padding
            right = max(right, edge)
            if group.units:
                self.frames.append(Enclosed(group.units, group.label, group.tone, MARGIN, edge, 0, 0))
                self.spans.append((top, bottom))
        return right, bottom

    # Marks and labels

    def _marks(self) -> Iterator[Mark]:
        for box in sorted(self.spots):
            card, (left, top) = self.figure.boxes[box], self.at[box]
            for pill, (x, row) in zip(self.pills.of_box[box], self.spots[box], strict=True):
                y = top + card.height + MARK_DISTANCE + row * MARK_PITCH
                yield _mark(pill, card.key, (left + x, y), party=card.kind != "role")

    def _strips(self) -> tuple[list[Text], list[Mark]]:
        """Write the names of the departments, and their marks, into their frames."""
        waiting = dict(self.pills.of_unit)
        texts: list[Text] = []
        marks: list[Mark] = []
        for frame, (top, _) in zip(self.frames, self.spans, strict=True):
            own = sorted((pill for unit in frame.units for pill in waiting.pop(unit, ())), key=lambda pill: pill.number)
            entered = frame.top != NOBODY and self.figure.superior[frame.top] != NOBODY
            drop = self.at[frame.top][0] + self.figure.card_width // 2 if entered else NOBODY
            found = strip(frame, own, drop)
            for place, line in enumerate(found.label.lines):
                texts.append(Text(line, found.x, top + LABEL_BASELINE + place * FRAME_LABEL_LINE, "label"))
            for pill, (x, row) in zip(own, found.places, strict=True):
                marks.append(_mark(pill, pill.unit, (x, top + LABEL_MARK + row * FRAME_LABEL_LINE), party=True))
        return texts, marks


def _mark(pill: Pill, key: str, at: Point, *, party: bool) -> Mark:
    return Mark(pill.number, pill.kind, key, party, *at, pill.width, MARK_HEIGHT)


def _room_for_label() -> str:
    """Ask for an empty label as high as ours, whatever font dot would take."""
    high = 2 * FRAME_LABEL_LINE
    return f'<<TABLE FIXEDSIZE="TRUE" WIDTH="60" HEIGHT="{high}" BORDER="0"><TR><TD></TD></TR></TABLE>>'


def _numbers(words: str) -> tuple[float, ...]:
    return tuple(float(number) for number in words.split(","))


def _run(dot: str) -> Any:
    """Ask the program for places; a missing program is an EngineError with the way out."""
    import subprocess  # noqa: PLC0415 - only this engine pays for it

    import graphviz  # type: ignore[import-untyped] # noqa: PLC0415 - as above

    try:
        return json.loads(graphviz.Source(dot, engine="dot").pipe(format="json0", encoding="utf-8", quiet=True))
    except graphviz.ExecutableNotFound:
        raise EngineError("The program dot is not installed.", _INSTALL) from None
    except subprocess.CalledProcessError as error:
        raise EngineError(f"The program dot could not place this picture: {error}", _INSTALL) from None
