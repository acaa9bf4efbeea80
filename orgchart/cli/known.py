"""The baseline of a run: read, compared with, or written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart.cli.writing import write
from orgchart.errors import InputError, SettingError
from orgchart.misuse import Misuse, MisuseError
from orgchart.readers import UnreadableError, decode

if TYPE_CHECKING:
    from orgchart.baseline import Entry
    from orgchart.cli.console import Console
    from orgchart.findings import Report
    from orgchart.source import Source


def read_known(file: str) -> list[Entry]:
    """The entries of a baseline; raises an `OrgchartError` where it is missing, broken or of another version."""
    from orgchart.baseline import read_baseline

    return read_baseline(_source(file))


def update(file: str, report: Report, console: Console) -> Report:
    """Write all findings of a report into a baseline; the report in which none of them counts.

    Raises `SettingError` where the file is there and something else than a baseline.
    """
    from orgchart.baseline import is_baseline, written

    if os.path.lexists(file) and not is_baseline(_source(file)):
        raise SettingError(f"{file}: this file is no baseline", "name another file, or remove it first")
    write(file, written(report), "choose another place with --baseline")
    number = len(report.findings)
    console.note(f"{file} now knows {number:,} finding{'' if number == 1 else 's'}")
    return report.replace(findings=(), known=report.findings)


def _source(file: str) -> Source:
    try:
        return decode(file, Path(file).read_bytes())
    except UnreadableError as error:
        problem = Misuse(message=f"this is no baseline: it {error.message}", place=error.place, hint=error.hint)
        raise MisuseError([problem]) from error
    except FileNotFoundError as error:
        raise InputError(f"{file}: there is no such baseline", "write it with --update-baseline") from error
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise InputError(f"{file}: {reason}", "check the path of the baseline and its permissions") from error
