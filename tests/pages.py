"""Pages of Markdown whose commands are run: files are written, `sh` is done, and sessions show what is printed.

python -m tests.pages docs/fifteen-minutes.md   writes what the commands print into the page
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
FENCE = re.compile(r"^```(?P<kind>\S+)(?: (?P<path>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SETTINGS = {
    "NO_COLOR": "1",
    "PYTHONPATH": str(ROOT),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def played(page: str, desk: Path) -> str:
    """The page with its sessions as they come out on an empty desk, done from top to bottom."""
    return FENCE.sub(lambda fence: _done(fence, desk), page)


def _done(fence: re.Match[str], desk: Path) -> str:
    kind, path, body = fence["kind"], fence["path"], fence["body"]
    if path:
        (desk / path).parent.mkdir(parents=True, exist_ok=True)
        (desk / path).write_text(body, encoding="utf-8")
    elif kind == "sh":
        subprocess.run(["sh", "-e", "-c", body], cwd=desk, check=True, env={**os.environ, **SETTINGS})
    elif kind == "console":
        commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
        return f"```console\n{''.join(f'$ {command}{chr(10)}{_printed(command, desk)}' for command in commands)}```"
    return fence[0]


def _printed(command: str, desk: Path) -> str:
    program, *words = shlex.split(command)
    if program != "orgchart":
        raise ValueError(f"a session shows orgchart, not {program}")
    done = subprocess.run(
        [sys.executable, "-m", "orgchart", *words],
        cwd=desk,
        env={**os.environ, **SETTINGS},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout


def main() -> None:
    """Write what the commands of some pages print into the pages."""
    for name in sys.argv[1:]:
        page = Path(name)
        with tempfile.TemporaryDirectory() as desk:
            page.write_text(played(page.read_text(encoding="utf-8"), Path(desk)), encoding="utf-8")


if __name__ == "__main__":
    main()
