"""The signs on a picture of changes: each a shape of its own, so that no colour is needed to tell them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from orgchart.rendering.scene import Scene
    from orgchart.rendering.theme import Palette

SHAPES: Final = {
    "added": "M{x} {y}m-4 0h8m-4 -4v8",
    "removed": "M{x} {y}m-3 -3l6 6m0 -6l-6 6",
    "moved": "M{x} {y}m-5 0h9m-3 -3l3 3l-3 3",
    "ghost": "M{x} {y}m-4 4v-4h8m-3 -3l3 3l-3 3",
    "renamed": "M{x} {y}m-5 1q2.5 -5 5 -1t5 -1",
    "changed": "M{x} {y}m0 -4l4 4l-4 4l-4 -4z",
    "reached": "M{x} {y}m-4 2l4 -4l4 4",
}
_GREEN: Final = {"light": "#15803d", "dark": "#4ade80"}


def change_sign(kind: str, x: int, y: int) -> str:
    """Write a sign around a point."""
    return f'<path class="sign {kind}" d="{SHAPES[kind].format(x=x, y=y)}"/>'


def change_style(scene: Scene) -> str:
    """Write the rules for the signs of a scene; empty where it has none, so that other pictures stay as they are."""
    if not any(card.box.flag in SHAPES for card in scene.cards):
        return ""
    rules = [
        ".sign{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}",
        ".card.added>rect,.card.moved>rect{stroke-width:2.5}",
        ".card.removed>rect{stroke-dasharray:6 4}",
        ".card.ghost>rect{stroke-dasharray:1.5 3.5;stroke-linecap:round}",
        *_colours(scene.look.light, _GREEN["light"]),
    ]
    dark = "\n".join(_colours(scene.look.dark, _GREEN["dark"]))
    return "\n" + "\n".join(rules) + f"\n@media screen and (prefers-color-scheme:dark){{\n{dark}\n}}"


def _colours(palette: Palette, green: str) -> list[str]:
    hues = {
        "added": green,
        "removed": palette.error,
        "moved": palette.coordination,
        "ghost": palette.coordination,
        "renamed": palette.dotted,
        "changed": palette.dotted,
        "reached": palette.soft_ink,
    }
    found = [f".sign.{kind}{{stroke:{hue}}}" for kind, hue in hues.items()]
    found += [f".card.{kind}>rect{{stroke:{hues[kind]}}}" for kind in ("added", "removed", "moved", "ghost")]
    return [*found, f".sign.changed{{fill:{palette.dotted}}}"]
