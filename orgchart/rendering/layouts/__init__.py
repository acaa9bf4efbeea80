"""Layouts: functions from a Figure (boxes with sizes, lines with kinds) to a Scene (the same, placed)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure, Scene

ENGINES: Final = ("native", "graphviz")
RATIO: Final = 1.6
"""Width to height of the page a picture should fill."""


class Layout(Protocol):
    """What every engine is: it places a figure so that it fills a page of a ratio."""

    def __call__(self, figure: Figure, *, ratio: float) -> Scene:
        """Place everything."""
        ...


def layout_named(engine: str) -> Layout:
    """Find an engine by its name; each is imported when it is used. An unknown name is a ValueError."""
    if engine == "native":
        from orgchart.rendering.layouts.tidy import tidy  # noqa: PLC0415 - only the engine that draws is loaded

        return tidy
    if engine == "graphviz":
        from orgchart.rendering.layouts.graphviz import by_dot  # noqa: PLC0415 - as above

        return by_dot
    message = f"no layout engine {engine!r}: there are {', '.join(ENGINES)}"
    raise ValueError(message)
