"""The hashes of lines are GitHub's, computed here a second time as its description goes: a rolling window."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from orgchart.reporters.line_hashes import line_hashes

WINDOW = 100
LETTERS = some.text(some.sampled_from("ab \t\n\r客𠮷\u2028"), max_size=400)


def rolled(text: str) -> list[str]:
    """The hash of every line: each unit of UTF-16 enters a window of a hundred, blanks do not count."""
    units = [ord(letter) for letter in text] if text.isascii() else list(memoryview(text.encode("utf-16-le")).cast("H"))
    stream = []
    for number, unit in enumerate(units):
        after_return = number and units[number - 1] == 13
        if unit in (32, 9) or (unit == 10 and after_return):
            continue
        stream.append(10 if unit == 13 else unit)
    stream += [65535] + [0] * WINDOW
    starts = [0, *(number + 1 for number, unit in enumerate(stream) if unit == 10)]
    top = pow(37, WINDOW, 1 << 64)
    window = [0] * WINDOW
    value, seen, hashes = 0, Counter[int](), {}
    for number, unit in enumerate(stream):
        value = (value * 37 + unit - top * window[number % WINDOW]) % (1 << 64)
        window[number % WINDOW] = unit
        if number - WINDOW + 1 in starts:
            seen[value] += 1
            hashes[number - WINDOW + 1] = f"{value:x}:{seen[value]}"
    return [hashes[start] for start in starts]


@settings(derandomize=True, deadline=None, max_examples=120)
@given(LETTERS)
def test_the_hashes_are_those_of_a_rolling_window(text: str) -> None:
    expected = rolled(text)
    wanted = range(1, len(expected) + 1)
    assert line_hashes(text, wanted) == dict(zip(wanted, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "hashes"),
    [
        ("", ["c129715d7a2bc9a3:1"]),
        (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
    ],
)
def test_known_hashes_of_github(text: str, hashes: list[str]) -> None:
    assert line_hashes(text, range(1, len(hashes) + 1)) == dict(enumerate(hashes, 1))
    for ending in ("\r", "\r\n"):
        assert list(line_hashes(text.replace("\n", ending), range(1, len(hashes) + 1)).values()) == hashes


def test_a_line_that_is_not_there_has_no_hash() -> None:
    assert line_hashes("a\nb", [2, 3, 40]).keys() == {2}
    assert line_hashes("a", []) == {}


def test_a_hash_survives_what_is_inserted_above() -> None:
    text = "\n".join(f"line {number} {'x' * 100}" for number in range(9))
    before, after = line_hashes(text, [7]), line_hashes(f"# new\n\n{text}", [9])
    assert before[7] == after[9]
