"""The layout memo: how the reports of each superior are set, in a few letters that the picture keeps.

A picture that is drawn again keeps these modes, so that a new role moves its neighbours and not everybody. The codes:
`H` side by side, `V` hanging, `G4` in four columns, `M` on both sides, `S` stacked, `T3` in three stacks. After an `H`
or a `T` follow its runs of leaves: `h` a row, `m` two sides, `g3` three columns.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from orgchart.rendering.scene import Figure

    Shape = tuple[int, int, int, int]

HANGING: Final = "V"
_CODE: Final = r"[VMS]|G\d{1,5}|H(?:[hm]|g\d{1,5})*|T\d{1,4}"
_RUN: Final = r"[hm]|g\d+"
_LETTERS: Final = ("", "M", HANGING, "H", "G", "S", "T")
_WITH_NUMBER: Final = "GT"
_ALIKE: Final = {"M": ("V", "G2", "S"), "V": ("S",)}
"""What comes next to a mode that its reports no longer allow: what takes as little width."""
_PACKED: Final = 1 << 20


def remembered(figure: Figure) -> dict[int, str]:
    """Find the modes of the boxes that a figure remembers; what is no code is forgotten."""
    if not figure.memo:
        return {}
    codes = ((box, figure.memo.get(item.key, "")) for box, item in enumerate(figure.boxes) if item.kind == "role")
    return {box: code for box, code in codes if re.fullmatch(_CODE, code)}


@lru_cache(maxsize=4096)
def code_of(mode: int, argument: int, runs: tuple[tuple[int, ...], ...] = ()) -> str:
    """Write a mode with its argument, and the modes of the runs in it."""
    letter = _LETTERS[mode]
    number = str(argument % _PACKED) if letter and letter in _WITH_NUMBER else ""
    return letter + number + "".join(code_of(*run).lower() for run in runs)


def kept(shapes: list[Shape], code: str) -> list[Shape]:
    """Keep the shapes of a remembered mode, or else those most like it; all of them where none is."""
    if not code:
        return shapes
    own = re.sub(_RUN, "", code)
    for wanted in ((own,), _ALIKE.get(own, ())):
        found = [shape for shape in shapes if code_of(shape[2], shape[3]) in wanted]
        if found:
            return found
    return shapes


def runs_in(code: str, count: int) -> list[str]:
    """Give the remembered modes of `count` runs; nothing where their number has changed."""
    runs = re.findall(_RUN, code) if code else []
    return runs if len(runs) == count else [""] * count


def kept_run(shapes: list[Shape], code: str) -> list[Shape]:
    """Keep the shape of a remembered run; all of them where none is like it."""
    if not code:
        return shapes
    return [shape for shape in shapes if code_of(shape[2], shape[3]).lower() == code] or shapes
