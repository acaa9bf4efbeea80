"""Layouts: functions from a Figure (boxes with sizes, lines with kinds) to a Scene (the same, placed)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from orgchart.errors import SettingError

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure, Scene

ENGINES: Final = ("native", "graphviz")
DIRECTIONS: Final = ("down", "right")
RATIO: Final = 1.6
"""Width to height of the page a picture should fill."""


class Layout(Protocol):
    """What every engine is: it places a figure so that it fills a page of a ratio."""

    def __call__(self, figure: Figure, *, ratio: float) -> Scene:
        """Place everything."""
        ...


def layout_named(engine: str, direction: str = "down") -> Layout:
    """Find an engine by its name and direction; each is imported when it is used.

    An unknown name is a ValueError; a direction that does not exist, or that the engine does not know, a SettingError.
    """
    if direction not in DIRECTIONS:
        raise SettingError(f"no picture runs {direction}", f"choose one of {', '.join(DIRECTIONS)}")
    if engine == "native" and direction == "right":
        from orgchart.rendering.layouts.sideways import sideways  # noqa: PLC0415 - only the engine that draws is loaded

        return sideways
    if engine == "native":
        from orgchart.rendering.layouts.tidy import tidy  # noqa: PLC0415 - only the engine that draws is loaded

        return tidy
    if engine == "graphviz":
        if direction != "down":
            raise SettingError("the engine graphviz draws from the top down only", "use the native engine")
        from orgchart.rendering.layouts.graphviz import by_dot  # noqa: PLC0415 - as above

        return by_dot
    message = f"no layout engine {engine!r}: there are {', '.join(ENGINES)}"
    raise ValueError(message)
