"""What every command does about trouble: a sentence, a way out, and the exit status the contract names."""

from __future__ import annotations

import functools
import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import typer

from orgchart import __version__
from orgchart.errors import OrgchartError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable


class ExitStatus(IntEnum):
    """What the exit status of a command says."""

    FINE = 0
    FOUND = 1
    WRONG_USE = 2
    OUR_FAULT = 3
    INTERRUPTED = 130


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with every exception turned into words on standard error and an exit status."""

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort):
            raise
        except OrgchartError as error:
            complain(error)
            status = ExitStatus.FOUND if isinstance(error, UnknownNameError) else ExitStatus.WRONG_USE
            raise typer.Exit(status) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(ExitStatus.INTERRUPTED) from error
        except BrokenPipeError:
            # whoever read our output has seen enough; leave nothing that would be flushed into the closed pipe
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except Exception as error:
            _report(error)
            raise typer.Exit(ExitStatus.OUR_FAULT) from error

    return run


def complain(error: OrgchartError) -> None:
    """Say on standard error what is wrong and what to do."""
    print(f"error: {error.message}", file=sys.stderr)
    if error.hint:
        print(f"hint: {error.hint}", file=sys.stderr)


def _report(error: Exception) -> None:
    import platform
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}orgchart{os.sep}" in frame.filename]
    print(f"error: orgchart failed, and that is a fault of ours: {type(error).__name__}: {error}", file=sys.stderr)
    print("Please report it with these lines:", file=sys.stderr)
    print(f"  orgchart {__version__}, Python {platform.python_version()}, {platform.system()}", file=sys.stderr)
    for frame in ours[-6:]:
        file = frame.filename.rpartition(f"{os.sep}orgchart{os.sep}")[2]
        print(f"  orgchart/{file}:{frame.lineno} in {frame.name}: {frame.line}", file=sys.stderr)
