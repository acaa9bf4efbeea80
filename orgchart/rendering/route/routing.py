"""From connections to ways: sides, gates, ports, tracks. What finds no way is left out and never forced."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from orgchart.record import NamedTuple
from orgchart.rendering.route.board import Way
from orgchart.rendering.route.gates import Gates
from orgchart.rendering.route.ports import MARKS_APART, Edge, Wish
from orgchart.rendering.route.tracks import Run, tracks_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from orgchart.rendering.route.board import Board, Connection, Stop

_CROSSING: Final = 20
_FROM_ABOVE: Final = 25
"""What entering from above costs more than leaving below: a bus is crossed."""
_DETOUR: Final = 200
_FROM_TRUNK: Final = 5


class Routed(NamedTuple):
    """The ways that were found by number; `tracks` the track of a way (number) in a channel; `depths` their count."""

    ways: Mapping[int, Way]
    tracks: Mapping[tuple[int, int], int]
    depths: Sequence[int]


class _Sides(NamedTuple):
    """Which edges two stops are left by: True is the lower one."""

    first: bool
    last: bool


def route(board: Board, connections: Sequence[Connection]) -> Routed:
    """Find ways for connections, the short ones first; deterministic, O(connections · rows · log cards)."""
    router = _Router(board)
    ways = router.draft([item for item in connections if router.reserve(item)])
    ways = router.end(ways, {item.number: item for item in connections})
    tracks, depths = _tracks(board, ways)
    return Routed(ways, tracks, depths)


class _Router:
    """The board with what was given away so far."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.gates = Gates(board)
        self.load: Counter[tuple[int, bool]] = Counter()

    def reserve(self, item: Connection) -> bool:
        """Keep the verticals of marks on frames free; tells whether they are."""
        fixed = [(stop.row, stop.fixed) for stop in (item.start, item.end) if stop.fixed is not None]
        for channel, x in fixed:
            trunks = self.board.trunks[channel]
            if not self.gates.free(channel, x) or any(abs(trunk - x) < _FROM_TRUNK for trunk in trunks):
                return False
        for channel, x in fixed:
            self.gates.take(channel, x)
        return True

    # Sides and gates

    def draft(self, connections: Sequence[Connection]) -> dict[int, Way]:
        """Choose sides and gates for all; the ends stand at the middles of the cards until ports are given."""
        ways: dict[int, Way] = {}
        for item in sorted(connections, key=_length):
            turned = (item.start.row, item.start.middle) > (item.end.row, item.end.middle)
            first, last = (item.end, item.start) if turned else (item.start, item.end)
            sides = self._sides(first, last, item.width)
            if sides is None:
                continue
            channel, end = first.row + sides.first, last.row + sides.last
            swapped = channel > end
            if swapped:
                first, last, turned, channel, end = last, first, not turned, end, channel
                sides = _Sides(sides.last, sides.first)
            home = self.board.around(first.row, first.middle) | self.board.around(last.row, last.middle)
            found = self.gates.find(range(channel, end), _x(first), _x(last), home)
            if found is None:
                continue
            for row, x in enumerate(found, channel):
                self.gates.take(row, x)
                self.gates.take(row + 1, x)
            self.load[first.key, sides.first] += 1
            self.load[last.key, sides.last] += 1
            xs = (_x(first), *found, _x(last))
            ways[item.number] = Way(item.number, channel, xs, (sides.first, sides.last), turned)
        return ways

    def _sides(self, first: Stop, last: Stop, width: int) -> _Sides | None:
        """Choose the edges by which two stops are left: those with room and the least price."""
        options = [
            (self._price(first, last, _Sides(one, other)), not one, other, _Sides(one, other))
            for one in (True, False)
            for other in (True, False)
            if self._has_room(first, width, lower=one) and self._has_room(last, width, lower=other)
        ]
        return min(options)[3] if options else None

    def _price(self, first: Stop, last: Stop, sides: _Sides) -> int:
        """Price of a pair of sides: detours around a row, reporting lines in the channel if there is only one."""
        start, end = first.row + sides.first, last.row + sides.last
        least = max(last.row - first.row - 1, 0)
        price = _DETOUR * (abs(end - start) - least)
        price += _FROM_ABOVE * ((not sides.first) + (not sides.last))
        if start == end:
            price += _CROSSING * self.board.crossed(start, first.middle, last.middle)
        return price

    def _has_room(self, stop: Stop, width: int, *, lower: bool) -> bool:
        """Whether one more mark has room at an edge."""
        if stop.fixed is not None:
            return not lower
        spans = stop.lower if lower else stop.upper
        most = sum((end - start + MARKS_APART) // (width + MARKS_APART) for start, end in spans)
        if lower and stop.reserve:
            most -= -(-stop.reserve // width)
        return self.load[stop.key, lower] < most

    # Ports

    def end(self, ways: Mapping[int, Way], connections: Mapping[int, Connection]) -> dict[int, Way]:
        """Give every way its ports; a way without is dropped."""
        stops: dict[tuple[int, int, bool], Stop] = {}
        wishes: dict[tuple[int, int, bool], list[tuple[int, int]]] = defaultdict(list)
        for way in ways.values():
            item = connections[way.number]
            ends = (item.end, item.start) if way.turned else (item.start, item.end)
            for end, stop in enumerate(ends):
                edge = (stop.row, stop.key, way.from_above[end])
                stops[edge] = stop
                wishes[edge].append((way.number, end))
        ports: dict[tuple[int, int], int] = {}
        for edge in sorted(stops):
            stop = stops[edge]
            if stop.fixed is not None:
                ports.update(dict.fromkeys(wishes[edge], stop.fixed))
                continue
            wanted = [self._wish(ways[number], end, connections[number].width, ports) for number, end in wishes[edge]]
            ports.update(Edge(self.board, self.gates, stop, lower=edge[2]).give(wanted))
        return {
            number: way._replace(xs=(ports[number, 0], *way.xs[1:-1], ports[number, 1]))
            for number, way in sorted(ways.items())
            if (number, 0) in ports and (number, 1) in ports
        }

    def _wish(self, way: Way, end: int, width: int, ports: Mapping[tuple[int, int], int]) -> Wish:
        """Say where a way goes from one of its ends."""
        number, own = way.number, way.from_above[end]
        if len(way.xs) > len(("start", "end")):
            target = way.xs[1] if not end else way.xs[-2]
            back = own == bool(end)
            return Wish(number, end, width, target, back, None if back else target)
        other = ports.get((number, 1 - end))
        back = own == way.from_above[1 - end]
        target = way.xs[1 - end] if other is None else other
        return Wish(number, end, width, target, back, None if back else other)


def _x(stop: Stop) -> int:
    return stop.middle if stop.fixed is None else stop.fixed


def _length(item: Connection) -> tuple[int, int, int]:
    """Rank connections: few rows first, then small distances."""
    rows = abs(item.start.row - item.end.row)
    return rows, abs(item.start.middle - item.end.middle), item.number


def _tracks(board: Board, ways: Mapping[int, Way]) -> tuple[dict[tuple[int, int], int], list[int]]:
    """Assign the tracks of every channel."""
    runs: list[list[Run]] = [[] for _ in range(board.rows + 1)]
    for way in ways.values():
        last = len(way.xs) - 2
        for place, (one, other) in enumerate(pairwise(way.xs)):
            if one == other:
                continue
            ends = [
                (one, way.from_above[0] if not place else True),
                (other, way.from_above[1] if place == last else False),
            ]
            (left, left_up), (right, right_up) = sorted(ends)
            runs[way.channel + place].append(Run(way.number, left, right, left_up, right_up))
    tracks: dict[tuple[int, int], int] = {}
    depths: list[int] = []
    for channel, present in enumerate(runs):
        found = tracks_of(present)
        tracks.update({(number, channel): track for number, track in found.items()})
        depths.append(max(found.values(), default=-1) + 1)
    return tracks, depths
