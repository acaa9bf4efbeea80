"""The command line as tests use it: in this process, as a process of its own, and on a terminal."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from typer.testing import CliRunner

from orgchart.cli.app import COMMANDS, build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PLAIN = {"COLUMNS": "80", "LINES": "24", "TERM": "xterm", "PYTHONDONTWRITEBYTECODE": "1"}
NOTHING: Mapping[str, str] = MappingProxyType({})
PAINT = re.compile(r"\x1b\[[0-9;]*m")


class Ran(NamedTuple):
    """What a command did: its exit status, what it answered, and what it said beside."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document of the answer."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines of the answer."""
        return self.out.splitlines()


def orgchart(*words: str, given: str | None = None) -> Ran:
    """Run a command in this process, in a pipe."""
    names = [words[0]] if words and words[0] in COMMANDS else list(COMMANDS)
    ran = CliRunner().invoke(build(names), list(words), input=given, prog_name="orgchart")
    if ran.exception and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Ran(ran.exit_code, ran.stdout, ran.stderr)


def environment(further: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """The environment of a process: ours without what changes colours and encodings, and some further variables."""
    left_out = ("NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LANG")
    kept = {name: value for name, value in os.environ.items() if name not in left_out}
    return {**kept, **PLAIN, **further}


def process(
    *words: str | bytes | Path,
    cwd: Path | None = None,
    given: str | bytes | None = None,
    variables: Mapping[str, str] = NOTHING,
) -> Ran:
    """Run a command as a process of its own, in a pipe."""
    ran = subprocess.run(
        [sys.executable, "-m", "orgchart", *words],
        input=given.encode() if isinstance(given, str) else given,
        stdin=subprocess.DEVNULL if given is None else None,
        cwd=cwd,
        env=environment(variables),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())


def on_terminal(*words: str, columns: int = 80, painted: bool = False, variables: Mapping[str, str] = NOTHING) -> Ran:
    """Run a command on a terminal of its own; standard error is kept apart, colours are taken off unless `painted`."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    running = subprocess.Popen(
        [sys.executable, "-m", "orgchart", *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment({"COLUMNS": str(columns), **variables}),
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # a terminal that nobody writes to any more ends so
            break
        if not more:
            break
        shown += more
    os.close(ours)
    _out, said = running.communicate(timeout=120)
    text = shown.decode(errors="replace").replace("\r\n", "\n")
    return Ran(running.returncode, text if painted else PAINT.sub("", text), said.decode())
