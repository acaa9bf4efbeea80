"""Scene to SVG: one element a line, in the order of the figure, integers only, nothing from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.measure import text_width
from orgchart.rendering.scene import GONE, NOBODY
from orgchart.rendering.theme import (
    BADGE_INSET,
    BADGE_SIZE,
    CARD_RADIUS,
    CARD_TITLE_LINE,
    FLAG_RISE,
    FLAG_SIZE,
    FRAME_RADIUS,
    MARK_HEIGHT,
    PARTY_TITLE_SIZE,
    TEXT_INSET,
    TONES,
)
from orgchart.rendering.writers.change_signs import SHAPES, change_sign, change_style
from orgchart.rendering.writers.escaping import attribute, content
from orgchart.rendering.writers.style import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.rendering.scene import Box, Card, Frame, Line, Mark, Route, Scene, Swatch, Text

TITLED: Final = 1000
"""Below so many cards each one says its whole title on hover; above, only those that had to be cut."""

_LINE_CLASSES: Final = {"reporting": "r", "coordination": "c", "dotted": "d", "second": "e", "chain": "h"}
_MARK_CLASSES: Final = {"dotted": (' class="md"', ' class="td"'), "second": (' class="me"', ' class="te"')}
_NO_CLASSES: Final = ("", "")
_ARROWS: Final = {"coordination": "⇄", "dotted": "⇢", "second": "→"}
_MARK: Final = "mark-"
_ROUND: Final = 5
_FLAG: Final = "flag-"
_BASELINE: Final = 13
_NOTE_LINE: Final = 15
_NOTE_BASELINE: Final = 13
_BADGE_RISE: Final = 8
_PARTY_LINE: Final = 15
_MARK_BASELINE: Final = 9


def write_svg(scene: Scene) -> str:
    """Write a whole picture as a standalone SVG file."""
    return "\n".join(_parts(scene)) + "\n"


def _parts(scene: Scene) -> Iterator[str]:
    width, height = scene.width, scene.height
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-labelledby="picture-title picture-description" lang="{attribute(scene.language)}">'
    )
    yield f'<title id="picture-title">{content(scene.title)}</title>'
    yield f'<desc id="picture-description">{content(scene.description)}</desc>'
    yield f"<style>\n{style_sheet(_tones(scene), dict(scene.colours), scene.look)}{change_style(scene)}\n</style>"
    yield f'<rect class="page" width="{width}" height="{height}"/>'
    yield from map(_frame, scene.frames)
    yield from map(_line, scene.lines)
    if scene.chain:
        yield f'<path class="h" d="{"".join(map(_path, scene.chain))}"/>'
    for route in scene.routes:
        yield from _route(route)
    titled = len(scene.cards) < TITLED
    stripe = scene.look.stripe
    yield from (_card(card, titled=titled, stripe=stripe) for card in scene.cards)
    yield from map(_mark, scene.marks)
    yield from map(_text, scene.texts)
    yield from (_swatch(swatch, stripe) for swatch in scene.swatches)
    yield "</svg>"


def _tones(scene: Scene) -> list[int]:
    """List the department colours that are used."""
    used = {card.box.tone for card in scene.cards}
    used.update(frame.tone for frame in scene.frames)
    used.update(swatch.tone for swatch in scene.swatches)
    return sorted(used - {NOBODY})


def _frame(frame: Frame) -> str:
    kinds = [f"f{frame.tone}"] if frame.tone != NOBODY else []
    if frame.depth % 2:
        kinds.append("i")
    kind = f' class="{" ".join(kinds)}"' if kinds else ""
    return (
        f'<rect{kind} data-unit="{attribute(frame.unit)}" x="{frame.x}" y="{frame.y}" '
        f'width="{frame.width}" height="{frame.height}" rx="{FRAME_RADIUS}"/>'
    )


def _line(line: Line) -> str:
    path = "".join(map(_path, line.paths))
    memo = f' data-l="{line.mode}"' if line.mode else ""
    return (
        f'<path class="{_LINE_CLASSES[line.kind]}" data-line="{line.kind}" '
        f'data-superior="{attribute(line.source)}"{memo} d="{path}"/>'
    )


def _path(points: tuple[int, ...]) -> str:
    return _PATHS[len(points)] % points


class _Paths(dict[int, str]):
    """The pattern of a path, by how many numbers it has; each is made when it is first asked for."""

    def __missing__(self, numbers: int) -> str:
        self[numbers] = pattern = "M" + "L".join(["%d %d"] * (numbers // 2))
        return pattern


_PATHS: Final = _Paths()


def _route(route: Route) -> Iterator[str]:
    """Write the line of a relation, rounded at its corners; where it passes over another one, a bridge below it."""
    if route.bridges:
        bridges = "".join([f"M{x - 3} {y}h6" if level else f"M{x} {y - 3}v6" for x, y, level in route.bridges])
        yield f'<path class="k" d="{bridges}"/>'
    yield (
        f'<path class="{_LINE_CLASSES[route.kind]}" data-line="{route.kind}" data-from="{attribute(route.source)}" '
        f'data-to="{attribute(route.target)}" d="{_rounded(route.points)}"><title>{content(route.words)}</title></path>'
    )


def _rounded(points: tuple[int, ...]) -> str:
    """Draw a line whose corners are rounded as far as its parts are long."""
    corners = list(zip(points[::2], points[1::2], strict=True))
    parts = [f"M{corners[0][0]} {corners[0][1]}"]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        radius = min(_ROUND, _distance(before, corner) // 2, _distance(corner, after) // 2)
        (x1, y1), (x2, y2) = _towards(corner, before, radius), _towards(corner, after, radius)
        parts.append(f"L{x1} {y1}Q{corner[0]} {corner[1]} {x2} {y2}")
    return f"{''.join(parts)}L{corners[-1][0]} {corners[-1][1]}"


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(corner: tuple[int, int], other: tuple[int, int], by: int) -> tuple[int, int]:
    """Go from a corner towards the next one, upright or level."""
    x, y = (max(-by, min(by, other[axis] - corner[axis])) for axis in (0, 1))
    return corner[0] + x, corner[1] + y


def _card(card: Card, *, titled: bool, stripe: int) -> str:
    """Write a card in one line: its box first, then the stripe and the words."""
    box, x, y, width, height = card
    if box.kind != "role":
        return _party(card, titled=titled)
    owner, colour = ("ghost", "") if box.flag in GONE else ("role", _stripe(box.tone, x, y, height, stripe))
    title = f"<title>{content(box.full)}</title>" if (titled or box.cut) and box.full else ""
    return (
        f'<g class="card{_states(box)}" data-{owner}="{attribute(box.key)}">{title}'
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{CARD_RADIUS}"/>{colour}{_words(card)}</g>'
    )


def _party(card: Card, *, titled: bool) -> str:
    """Write the card of an outside party, or of a unit."""
    box, x, y, width, height = card
    title = f"<title>{content(box.full)}</title>" if (titled or box.cut) and box.full else ""
    kind = ' class="u"' if box.kind == "unit" else ""
    return (
        f'<g class="card external" data-party="{attribute(box.key)}">{title}'
        f'<rect{kind} x="{x}" y="{y}" width="{width}" height="{height}" rx="{CARD_RADIUS}"/>{_party_words(card)}</g>'
    )


def _states(box: Box) -> str:
    """Name what is special about a role, as classes."""
    if not (box.vacant or box.faint or box.strong or box.context or box.flag):
        return ""
    states = (("vacant", box.vacant), ("faint", box.faint), ("strong", box.strong), ("context", box.context))
    changed = f" {box.flag}" if box.flag in SHAPES else ""
    return "".join(f" {name}" for name, here in states if here) + changed


def _stripe(tone: int, x: int, y: int, height: int, wide: int) -> str:
    kind = f"s s{tone}" if tone != NOBODY else "s"
    if tone < TONES:
        return f'<path class="{kind}" d="M{x + wide // 2} {y + 3}v{height - 6}"/>'
    bars = "".join(f"M{x + 1 + 3 * bar} {y + 3}v{height - 6}" for bar in range(min(1 + tone // TONES, 3)))
    return f'<path class="{kind}" d="{bars}"/>'


def _words(card: Card) -> str:
    """Write title, note and badge, centred in the height of the card."""
    box, x, y, width, height = card
    lines, note, badge = box.lines, box.note, box.badge
    titles_height = len(lines) * CARD_TITLE_LINE
    top = y + (height - titles_height - (_NOTE_LINE if note or badge else 0)) // 2
    left, baseline, words = x + TEXT_INSET, top + _BASELINE, ""
    for line in lines:
        words += f'<text x="{left}" y="{baseline}">{content(line)}</text>'
        baseline += CARD_TITLE_LINE
    if note:
        words += f'<text class="n" x="{left}" y="{top + titles_height + _NOTE_BASELINE}">{content(note)}</text>'
    if badge:
        kind = "b alert" if box.alert else "b"
        place = f'x="{x + width - BADGE_INSET}" y="{y + height - _BADGE_RISE}"'
        words += f'<text class="{kind}" {place}>{content(badge)}</text>'
    return words + _flag(card) if box.flag else words


def _flag(card: Card) -> str:
    """Write the sign of the findings, and how many there are, in the upper right corner."""
    box, right, y = card.box, card.x + card.width - BADGE_INSET, card.y + FLAG_RISE
    if box.flag in SHAPES:
        return change_sign(box.flag, right - FLAG_SIZE // 2, y)
    count = str(box.flags)
    sign = _sign(box.flag, right - text_width(count, BADGE_SIZE) - FLAG_SIZE, y)
    return f'{sign}<text class="q {box.flag}" x="{right}" y="{y + 4}">{count}</text>'


def _sign(kind: str, x: int, y: int) -> str:
    """Write a sign around a point: a triangle for an error, a dot for a warning, a ring for a note."""
    if kind == "error":
        return f'<path class="flag error" d="M{x - 4} {y + 3}h8l-4 -7z"/>'
    return f'<path class="flag {kind}" d="M{x - 3} {y}a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z"/>'


def _party_words(card: Card) -> str:
    lines = card.box.lines
    top = card.y + (card.height - len(lines) * _PARTY_LINE) // 2
    return "".join(
        f'<text x="{card.x + TEXT_INSET}" y="{top + PARTY_TITLE_SIZE + place * _PARTY_LINE}">{content(line)}</text>'
        for place, line in enumerate(lines)
    )


def _mark(mark: Mark) -> str:
    owner = "party" if mark.party else "role"
    pill = _pill(mark.kind, mark.number, (mark.x, mark.y, mark.width), tag=mark.tag)
    return f'<g class="mark" data-number="{mark.number}" data-{owner}="{attribute(mark.key)}">{pill}</g>'


def _pill(kind: str, number: int | str, place: tuple[int, int, int], *, tag: bool) -> str:
    x, y, width = place
    arrow = _ARROWS[kind] if tag else ""
    of_rect, of_text = _MARK_CLASSES.get(kind, _NO_CLASSES)
    return (
        f'<rect{of_rect} x="{x}" y="{y}" width="{width}" height="{MARK_HEIGHT}" rx="{MARK_HEIGHT // 2}"/>'
        f'<text{of_text} x="{x + width // 2}" y="{y + _MARK_BASELINE}">{arrow}{number}</text>'
    )


def _text(text: Text) -> str:
    anchor = f' text-anchor="{text.anchor}"' if text.anchor != "start" else ""
    title = f"<title>{content(text.full)}</title>" if text.full else ""
    return f'<text class="{text.style}" x="{text.x}" y="{text.y}"{anchor}>{title}{content(text.words)}</text>'


def _swatch(swatch: Swatch, stripe: int) -> str:
    """Write the picture beside an entry of the legend, centred on its `y`."""
    x, y, kind = swatch.x, swatch.y, swatch.kind
    if kind.startswith(_MARK):
        place = (x, y - MARK_HEIGHT // 2, swatch.width)
        pill = _pill(kind.removeprefix(_MARK), swatch.number or "", place, tag=swatch.tag)
        return f'<g class="number">{pill}</g>'
    if kind in _LINE_CLASSES:
        return f'<path class="{_LINE_CLASSES[kind]}" d="M{x} {y}h40"/>'
    if kind == "tone":
        return _stripe(swatch.tone, x + 4, y - 10, 20, stripe)
    if kind.startswith(_FLAG):
        sign = kind.removeprefix(_FLAG)
        return change_sign(sign, x + 5, y) if sign in SHAPES else _sign(sign, x + 5, y)
    return f'<g class="sample {kind}"><rect x="{x}" y="{y - 7}" width="28" height="14" rx="{CARD_RADIUS}"/></g>'
