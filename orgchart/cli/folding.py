"""Lines folded to the width of a terminal, with the guides of a tree carried on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from orgchart.reporters.text import StyledLine

NARROWEST = 16
MARKS = frozenset("│├└─↑→←⇄- ")
CARRIED_ON = str.maketrans(dict.fromkeys(MARKS - {"│", "├"}, " ") | {"├": "│"})


def folded(line: StyledLine, width: int) -> list[StyledLine]:
    """A line as one or several, none wider than so many cells; the later ones begin below the words of the first."""
    letters = [(letter, style) for words, style in line for letter in words]
    indent = next((place for place, (letter, _style) in enumerate(letters) if letter not in MARKS), 0)
    guides = _guides("".join(letter for letter, _style in letters[:indent]))
    if cell_len(guides) > width - NARROWEST:
        guides = ""
    rows: list[StyledLine] = []
    while letters:
        room = width - (cell_len(guides) if rows else 0)
        end = after = _end(letters, room, 0 if rows else indent)
        while after < len(letters) and letters[after][0] == " ":
            after += 1
        while end and after < len(letters) and letters[end - 1][0] == " ":
            end -= 1
        row: StyledLine = [
            ("".join(letter for letter, _style in group), style)
            for style, group in groupby(letters[:end], key=lambda one: one[1])
        ]
        rows.append([(guides, "faint"), *row] if rows else row)
        letters = letters[after:]
    return rows


def _guides(words: str) -> str:
    """What stands before the words of a line, as it goes on in the lines below; at least an indentation."""
    guides = words.translate(CARRIED_ON)
    return guides if words.strip() else f"{guides}  "


def _end(letters: StyledLine, room: int, least: int) -> int:
    """How many letters go into a row: up to a blank near its end, else up to a word, else all that fit."""
    blank = word = 0
    left = room
    before = " "
    for place, (letter, _style) in enumerate(letters):
        cells = cell_len(letter)
        left -= cells
        if letter == " " and left < room // 4 and place > least:
            blank = place
        if (before == " " or cell_len(before) > 1 or cells > 1) and place > least:
            word = place
        if left < 0 and place:
            return blank or word or place
        before = letter
    return len(letters)
