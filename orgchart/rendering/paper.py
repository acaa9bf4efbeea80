"""Sizes of paper, and how large a picture can be on one."""

from __future__ import annotations

from typing import Final

from orgchart.errors import SettingError
from orgchart.record import NamedTuple

PIXELS_PER_INCH: Final = 96
POINTS_PER_INCH: Final = 72
_MILLIMETRES_PER_INCH: Final = 25.4
_MILLIMETRES: Final = {
    "A0": (1189, 841),
    "A1": (841, 594),
    "A2": (594, 420),
    "A3": (420, 297),
    "A4": (297, 210),
    "A5": (210, 148),
    "B3": (500, 353),
    "B4": (353, 250),
    "letter": (279.4, 215.9),
    "legal": (355.6, 215.9),
    "tabloid": (431.8, 279.4),
    "screen": (423.333, 264.583),
}
"""Width and height, landscape. `screen` is a page of 1600 × 1000 pixels."""
ORIENTATIONS: Final = ("landscape", "portrait")
NAMES: Final = tuple(_MILLIMETRES)


class Paper(NamedTuple):
    """A sheet of paper: its name, and its width and height in millimetres."""

    name: str
    width: float
    height: float

    @property
    def ratio(self) -> float:
        """Width to height."""
        return self.width / self.height

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height in pixels of 1/96 inch, in which cards are measured."""
        return round(self.width / _MILLIMETRES_PER_INCH * PIXELS_PER_INCH), round(
            self.height / _MILLIMETRES_PER_INCH * PIXELS_PER_INCH
        )

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points of 1/72 inch, in which PDF measures."""
        return (
            round(self.width / _MILLIMETRES_PER_INCH * POINTS_PER_INCH, 2),
            round(self.height / _MILLIMETRES_PER_INCH * POINTS_PER_INCH, 2),
        )


def paper_named(name: str) -> Paper:
    """Find a paper size: `A3` (landscape), `a3-portrait`, `letter portrait`. An unknown one is a SettingError.

    >>> paper_named("A4").pixels, paper_named("a4-portrait").pixels
    ((1123, 794), (794, 1123))
    """
    size, _, orientation = name.strip().replace(" ", "-").partition("-")
    known = {key.casefold(): key for key in _MILLIMETRES}.get(size.casefold())
    orientation = orientation.casefold() or ORIENTATIONS[0]
    if known is None or orientation not in ORIENTATIONS:
        raise SettingError(
            f"no paper size {name!r}",
            f"there are {', '.join(NAMES)}, each also as NAME-portrait, for example A3-portrait",
        )
    width, height = _MILLIMETRES[known]
    return Paper(known, width, height) if orientation == ORIENTATIONS[0] else Paper(f"{known}-portrait", height, width)
