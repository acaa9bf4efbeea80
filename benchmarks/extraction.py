"""How fast job descriptions are read: megabytes of text a second, and whether ten times the text takes ten times."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

from benchmarks.measuring import best_of_each
from orgchart.documents import read_document
from orgchart.extraction.engine import extract

PAIRS = Path(__file__).parent.parent / "tests" / "extraction" / "pairs"
MEGABYTE = 1_000_000


def text(size: int) -> bytes:
    """Our own annotated documents one behind the other, as often as the size asks for."""
    pieces: list[bytes] = []
    length = 0
    for file in cycle(sorted(PAIRS.glob("*.txt"))):
        lines = read_document(file.name, file.read_bytes()).fragments
        piece = "\n".join((*(line.text for line in lines), "", "")).encode()
        pieces.append(piece)
        length += len(piece)
        if length >= size:
            return b"".join(pieces)
    return b""


def seconds(data: bytes) -> float:
    """CPU seconds that reading a text takes, from its bytes to its organizations."""
    return best_of_each(lambda: extract(read_document("a.txt", data)), runs=2)[0]


def extraction() -> None:
    """Print the speed of the whole engine, its growth, and how one word over and over is borne."""
    small, large = text(MEGABYTE // 2), text(MEGABYTE * 2)
    quick, long = seconds(small), seconds(large)
    print(f"job descriptions: {len(small) / MEGABYTE / quick:.2f} MB a second of CPU time (promised 1)")
    print(f"job descriptions: {len(large) / len(small):.1f} times the text takes {long / quick:.1f} times as long")
    for word in ("对", "(", "、", "直接上级"):
        half = word.encode() * (MEGABYTE // 2 // len(word.encode()))
        print(f"1 MB of {word}: {seconds(half + half):.1f} s, half of it {seconds(half):.1f} s")


if __name__ == "__main__":
    extraction()
