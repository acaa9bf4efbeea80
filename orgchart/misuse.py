"""What is wrong in a file that steers a run, settings or a baseline: each problem at its place, all in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgchart.errors import SettingError
from orgchart.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgchart.source import Place


class Misuse(Record):
    """One problem in such a file: what is wrong, where, and what to do."""

    message: str
    place: Place
    hint: str = ""


class MisuseError(SettingError):
    """All problems of one file that steers a run; `message` and `hint` are the first one's."""

    def __init__(self, problems: Sequence[Misuse]) -> None:
        first = problems[0]
        super().__init__(f"{first.place}: {first.message}", first.hint)
        self.problems = tuple(problems)
