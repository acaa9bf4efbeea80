"""A sequence of sizes cut into consecutive parts so that the largest sum is least."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNKNOWN: Final = 1 << 62


def split_evenly(sizes: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Cut a sequence into at most `count` consecutive parts so that the largest sum is least.

    The answer is a list of slices (start, end).
    """
    splitter = Splitter(sizes)
    return splitter.parts(splitter.least(count))


class Splitter:
    """One sequence, to be cut in several ways; `sums` are its sums up to each place, so that no cut adds again."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sums = [0, *accumulate(sizes)]
        self._largest = max(sizes)
        self._even = self._largest * len(sizes) == self.sums[-1]

    def least(self, count: int, of_fewer: int = _UNKNOWN) -> int:
        """Give the least that the largest sum of at most `count` parts can be. O(count · log n · log size).

        `of_fewer` is that of a lower count, where it is known.
        """
        if self._even:
            return self._largest * -(-(len(self.sums) - 1) // count)
        low = max(self._largest, -(-self.sums[-1] // count))
        high = of_fewer if of_fewer <= low + self._largest else self._filled(low + self._largest, count)
        while low < high:
            found = self._filled((low + high) // 2, count)
            if found > 0:
                high = found
            else:
                low = -found
        return high

    def parts(self, most: int) -> list[tuple[int, int]]:
        """Fill parts up to `most`, which is no less than any size; slices (start, end)."""
        sums, last = self.sums, len(self.sums) - 1
        parts: list[tuple[int, int]] = []
        start = 0
        while start < last:
            end = bisect_right(sums, sums[start] + most, start) - 1
            parts.append((start, end))
            start = end
        return parts

    def _filled(self, most: int, count: int) -> int:
        """Fill at most `count` parts up to `most`, and give the largest sum.

        Where they do not suffice, the answer is negative: the least with which it is worth a new try.
        """
        sums, total = self.sums, self.sums[-1]
        place = begin = largest = 0
        over = total
        for _ in range(count):
            reach = begin + most
            if reach >= total:
                return max(largest, total - begin)
            place = bisect_right(sums, reach, place)
            end = sums[place - 1]
            if end - begin > largest:  # noqa: PLR1730 - the innermost loop: a call of max takes longer
                largest = end - begin
            if sums[place] - begin < over:  # noqa: PLR1730 - as above
                over = sums[place] - begin
            begin = end
        return -over
