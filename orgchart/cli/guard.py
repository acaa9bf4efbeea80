"""What every command does about trouble: a sentence, a way out, and the exit status the contract names."""

from __future__ import annotations

import errno
import functools
import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Any

import typer

from orgchart import __version__
from orgchart.cli.options import Form
from orgchart.errors import OrgchartError, UnknownNameError
from orgchart.misuse import MisuseError
from orgchart.reporters.visible import json_text, visible

if TYPE_CHECKING:
    from collections.abc import Callable

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class ExitStatus(IntEnum):
    """What the exit status of a command says."""

    FINE = 0
    FOUND = 1
    WRONG_USE = 2
    OUR_FAULT = 3
    INTERRUPTED = 130


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with every exception turned into words on standard error and an exit status.

    With `--format json`, standard output holds a document also then: `{"error": {"message": …, "hint": …}}`.
    """

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        status = _status(
            functools.partial(command, *arguments, **options), in_json=options.get("form") == Form.json.value
        )
        unwritten = _status(sys.stdout.flush, in_json=False)
        if status or unwritten:
            raise typer.Exit(status or unwritten)

    return run


def _status(command: Callable[[], None], *, in_json: bool) -> int:
    try:
        command()
    except typer.Exit as leaving:
        return leaving.exit_code
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except OrgchartError as error:
        nobody = isinstance(error, UnknownNameError)
        problems = {"problems": _placed(error)} if isinstance(error, MisuseError) else {}
        _answer({"answers": []} if nobody else {}, error.message, error.hint, in_json=in_json, **problems)
        complain(error)
        return ExitStatus.FOUND if nobody else ExitStatus.WRONG_USE
    except Exception as error:  # noqa: BLE001 - the last door: nobody is shown a traceback
        return _unexpected(error, in_json=in_json)
    return ExitStatus.FINE


def _unexpected(error: Exception, *, in_json: bool) -> int:
    if isinstance(error, BrokenPipeError):
        _leave_the_pipe()  # whoever read our output has seen enough
        return ExitStatus.FINE
    if isinstance(error, OSError) and error.errno in NO_ROOM and not error.filename:
        _leave_the_pipe()
        complain(OrgchartError(f"standard output: {error.strerror}", "what was written is not whole"))
        return ExitStatus.WRONG_USE
    _answer({}, f"{type(error).__name__}: {error}", "a fault of orgchart: please report it", in_json=in_json)
    _report(error)
    return ExitStatus.OUR_FAULT


def _answer(answer: dict[str, Any], message: str, hint: str, *, in_json: bool, **further: Any) -> None:
    if in_json:
        sys.stdout.write(json_text({**answer, "error": {"message": message, "hint": hint, **further}}))


def _placed(error: MisuseError) -> list[dict[str, Any]]:
    return [
        {
            "message": problem.message,
            "hint": problem.hint,
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "end_line": problem.place.end_line,
            "end_column": problem.place.end_column,
        }
        for problem in error.problems
    ]


def _leave_the_pipe() -> None:
    """Leave nothing that would be flushed into a closed pipe or a full disk when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(error: OrgchartError) -> None:
    """Say on standard error what is wrong and what to do; problems of one file, each with its line and a caret."""
    if not isinstance(error, MisuseError):
        _say(error.message, error.hint)
        return
    from orgchart.reporters.excerpt import excerpt

    for problem in error.problems:
        number, line, caret = excerpt(problem.place)
        shown = (f"{number} | {line}", f"{' ' * len(number)} | {caret}") if number else ()
        _say(f"{problem.place}: {problem.message}", problem.hint, *shown)


def _say(message: str, hint: str, *excerpt: str) -> None:
    print(f"error: {visible(message)}", *excerpt, sep="\n", file=sys.stderr)
    if hint:
        print(f"hint: {visible(hint)}", file=sys.stderr)


def _report(error: Exception) -> None:
    import platform
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if f"{os.sep}orgchart{os.sep}" in frame.filename]
    told = visible(f"{type(error).__name__}: {error}")
    print(f"error: orgchart failed, and that is a fault of ours: {told}", file=sys.stderr)
    print("Please report it with these lines:", file=sys.stderr)
    print(f"  orgchart {__version__}, Python {platform.python_version()}, {platform.system()}", file=sys.stderr)
    for frame in ours[-6:]:
        file = frame.filename.rpartition(f"{os.sep}orgchart{os.sep}")[2]
        print(f"  orgchart/{file}:{frame.lineno} in {frame.name}: {frame.line}", file=sys.stderr)
