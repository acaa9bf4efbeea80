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
    from orgchart.cli.console import Console
    from orgchart.config import Config
    from orgchart.findings import Report
    from orgchart.loading import Workspace
    from orgchart.source import Source


def without_baseline(report: Report, workspace: Workspace, settings: Config) -> Report:
    """The report without what the baseline of the settings knows, if they name one.

    Raises an `OrgchartError` where the baseline is missing, broken or of another version.
    """
    if settings.baseline is None:
        return report
    from orgchart.baseline import read_baseline
    from orgchart.checking import without_known

    return without_known(report, read_baseline(_source(settings.baseline)), workspace, settings)


def update_baseline(file: str, report: Report, console: Console) -> Report:
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
