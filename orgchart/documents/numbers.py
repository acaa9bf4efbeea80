"""The numbers of a workbook as its reader sees them: dates as dates, codes with their zeros, 7.0 as 7."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from math import isfinite

DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The numbers of the formats for dates and times that need not be written in a workbook."""
NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
ZEROS = re.compile(r"0+")
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zone
DAYS_BETWEEN_EPOCHS = 1462
LAST_DAY = 2_958_465
EXACT = 1e15


def shown(written: str, code: str, *, since_1904: bool = False) -> str:
    """A number as written in the file, in the format with this code."""
    try:
        number = float(written)
    except ValueError:
        return written
    bare = NOT_SHOWN.sub("", code.partition(";")[0])
    if any(letter in bare.lower() for letter in "ymdhs") and bare.lower() != "general":
        return _date(number + DAYS_BETWEEN_EPOCHS * since_1904) or written
    if not isfinite(number) or abs(number) >= EXACT:
        return written
    if not number.is_integer():
        return f"{number:.15g}"
    digits = str(int(number))
    return digits.zfill(len(bare)) if ZEROS.fullmatch(bare) else digits


def _date(days: float) -> str:
    if not 0 <= days <= LAST_DAY:
        return ""
    moment = EPOCH + timedelta(seconds=round(days * 86_400))
    if days < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%Y-%m-%d}" if float(days).is_integer() else f"{moment:%Y-%m-%d %H:%M}"
