"""The style sheet of a picture: literal colours, and dark mode by saying the colours again.

Variables, filters and text tricks are left out: static renderers draw them black or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from orgchart.rendering.theme import (
    BADGE_SIZE,
    CARD_TITLE_SIZE,
    LABEL_SIZE,
    LEGEND_SIZE,
    MARK_SIZE,
    NOTE_SIZE,
    PARTY_TITLE_SIZE,
    STANDARD,
    TITLE_SIZE,
    TONES,
    Palette,
    Theme,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_FILL: Final = 0.07
_INNER_FILL: Final = 0.13
_STROKE: Final = 0.38
"""Parts of a department's colour in the area of its frame, of a frame in a frame, and in their edges."""


def style_sheet(tones: Sequence[int], own: Mapping[int, str], look: Theme = STANDARD) -> str:
    """Write the rules for a picture that uses the department colours `tones`, some of them the organization's `own`."""
    rules = (*_shapes(look), *_bars(tones), *_colours(look.light, tones, own))
    dark = "\n".join(_colours(look.dark, tones, own))
    return "\n".join(rules) + f"\n@media screen and (prefers-color-scheme:dark){{\n{dark}\n}}"


def _shapes(look: Theme) -> tuple[str, ...]:
    """Write what does not depend on colour."""
    return (
        f"text{{font:{LEGEND_SIZE}px {look.fonts}}}",
        f".title{{font-size:{TITLE_SIZE}px;font-weight:600}}",
        ".heading{font-weight:600}",
        f".label{{font-size:{LABEL_SIZE}px;font-weight:600}}",
        f".card text{{font-size:{CARD_TITLE_SIZE}px;font-weight:600;unicode-bidi:isolate}}",
        f".card .n{{font-size:{NOTE_SIZE}px;font-weight:400}}",
        f".card .b{{font-size:{BADGE_SIZE}px;font-weight:400;text-anchor:end}}",
        f".external text{{font-size:{PARTY_TITLE_SIZE}px;font-weight:500}}",
        ".faint text{font-weight:400}",
        ".external rect,.vacant rect{stroke-dasharray:4 3}",
        ".external .u,.unit rect{stroke-dasharray:none}",
        f".s{{stroke-width:{look.stripe};stroke-linecap:butt}}",
        ".r,.c,.d,.e{fill:none;stroke-width:1.25;stroke-linejoin:round}",
        ".k{stroke-width:5}",
        ".c{stroke-width:1.5;stroke-dasharray:5 3}",
        ".d{stroke-width:1.5;stroke-dasharray:1.5 3;stroke-linecap:round}",
        ".e{stroke-width:1.5;stroke-dasharray:9 3}",
        ".mark rect,.number rect{stroke-width:1.2}",
        ".h{fill:none;stroke-width:3.5;stroke-linejoin:round;stroke-linecap:round}",
        ".strong rect{stroke-width:2.5}",
        ".context rect{stroke-dasharray:1 3}",
        ".flag{stroke-width:1.5}",
        f".card .q{{font-size:{BADGE_SIZE}px;text-anchor:end}}",
        f".mark text,.number text{{font-size:{MARK_SIZE}px;font-weight:700;text-anchor:middle}}",
    )


def _bars(tones: Sequence[int]) -> list[str]:
    """Make the stripes of further departments thin: they are drawn as two or three bars."""
    return [f".s{tone}{{stroke-width:2}}" for tone in tones if tone >= TONES]


def _colours(palette: Palette, tones: Sequence[int], own: Mapping[int, str]) -> list[str]:
    """Write the colours of one mode."""
    hues = [(tone, own.get(tone, palette.departments[tone % TONES])) for tone in tones]
    return [
        f".page{{fill:{palette.background}}}",
        f"text{{fill:{palette.soft_ink}}}",
        f".title,.heading,.label,.card text{{fill:{palette.ink}}}",
        f".card .n,.card .b,.faint text,.context text,.external text{{fill:{palette.soft_ink}}}",
        f".card rect,.sample rect{{fill:{palette.card};stroke:{palette.border}}}",
        f".faint rect,.context rect{{stroke:{palette.faint_border}}}",
        f".h,.strong rect{{stroke:{palette.ink}}}",
        *_flags(palette),
        f".external rect,.mark rect,.number rect{{fill:{palette.background}}}",
        f".s{{stroke:{palette.plain}}}",
        f".k{{stroke:{palette.background}}}",
        *_frames("[data-unit]", palette.plain, palette.background),
        f".r{{stroke:{palette.reporting}}}",
        f".c,.mark rect,.number rect{{stroke:{palette.coordination}}}",
        f".mark text,.number text{{fill:{palette.coordination}}}",
        f".d,.mark .md,.number .md{{stroke:{palette.dotted}}}",
        f".mark .td,.number .td{{fill:{palette.dotted}}}",
        f".e,.mark .me,.number .me{{stroke:{palette.second}}}",
        f".mark .te,.number .te{{fill:{palette.second}}}",
        f".card .alert{{fill:{palette.coordination}}}",
        *(f".s{tone}{{stroke:{hue}}}" for tone, hue in hues),
        *(rule for tone, hue in hues for rule in _frames(f".f{tone}", hue, palette.background)),
    ]


def _flags(palette: Palette) -> list[str]:
    """Colour the signs of findings; their shapes differ too."""
    kinds = (("error", palette.error), ("warning", palette.warning), ("note", palette.soft_ink))
    return [
        rule
        for kind, hue in kinds
        for rule in (f".flag.{kind}{{fill:{hue};stroke:{hue}}}", f".card .q.{kind}{{fill:{hue}}}")
    ] + [f".flag.note{{fill:{palette.card}}}"]


def _frames(selector: str, hue: str, background: str) -> tuple[str, str]:
    """Tint frames, every second one in a frame more deeply; opaque, so that the colours of several do not mix.

    A colour given by name can only be made transparent.
    """
    if not hue.startswith("#"):
        look = f"{{fill:{hue};fill-opacity:{_FILL};stroke:{hue};stroke-opacity:{_STROKE}}}"
        return selector + look, f"{selector}.i{{fill-opacity:{_INNER_FILL}}}"
    outer, inner = (_mixed(hue, background, part) for part in (_FILL, _INNER_FILL))
    return f"{selector}{{fill:{outer};stroke:{_mixed(hue, background, _STROKE)}}}", f"{selector}.i{{fill:{inner}}}"


def _mixed(hue: str, background: str, part: float) -> str:
    """Mix a part of a colour into the background.

    >>> _mixed("#000", "#ffffff", 0.2)
    '#cccccc'
    """
    pairs = zip(_channels(hue), _channels(background), strict=True)
    return "#" + "".join(f"{round(part * one + (1 - part) * other):02x}" for one, other in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    digits = colour[1:]
    size = len(digits) // len("rgb")
    return tuple(int(digits[place : place + size] * (3 - size), 16) for place in range(0, len(digits), size))
