"""How long it takes to compare two states, and to follow one role through a long history."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from typing import TYPE_CHECKING

from benchmarks.measuring import best, row, run
from benchmarks.organizations import as_json, rich_yaml, roles
from orgchart.changes import diff
from orgchart.readers import assemble, read
from orgchart.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from orgchart.model import Org

ROLES, CHANGED = 20_000, 2_000
REVISIONS, SMALL = 500, 300


def edited(made: list[dict[str, object]], many: int, seed: int = 7) -> list[dict[str, object]]:
    """The roles with so many of them moved, renamed, changed, removed or added, a fifth each."""
    chance = random.Random(seed)  # noqa: S311 - a benchmark needs no secret
    chosen = chance.sample(range(20, len(made)), many)
    gone = set(chosen[: many // 5])
    edits = dict(zip(chosen[many // 5 :], ["moved", "renamed", "changed", "added"] * many, strict=False))
    found: list[dict[str, object]] = []
    for number, role in enumerate(made):
        if number in gone:
            continue
        edit = edits.get(number)
        if edit == "moved":
            found.append({**role, "reports_to": f"r{chance.randrange(20)}"})
        elif edit == "renamed":
            found.append({**role, "title": f"新岗位{number}"})
        elif edit == "changed":
            found.append({**role, "headcount": 3, "purpose": "新职责"})
        else:
            found.append(role)
        if edit == "added":
            found.append({"id": f"n{number}", "title": f"增设{number}", "reports_to": f"r{chance.randrange(20)}"})
    return found


def _org(text: str) -> Org:
    return assemble(read(Source("big.json", text), "big")[0])[0].org


def revisions(folder: Path) -> None:
    """The promises: 2,000 of 20,000 in 3 s, 500 revisions of 300 roles in 20 s, both as whole processes."""
    made = roles(ROLES)
    texts = [as_json(made), as_json(edited(made, CHANGED))]
    files = [folder / name for name in ("old.json", "new.json")]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, encoding="utf-8")
    plain = best(lambda: [json.loads(text) for text in texts], 3)
    whole = run([sys.executable, "-m", "orgchart", "diff", *map(str, files), "--format", "json"]).seconds
    row("diff, 2,000 of 20,000 roles, whole process", whole, plain, "json.loads of both", "3 s")
    before, after = map(_org, texts)
    row("diff, 2,000 of 20,000 roles, in memory", best(lambda: diff(before, after), 3), plain, "json.loads of both")
    repository = folder / "history"
    _repository(repository)
    empty = run(["git", "-C", str(repository), "log", "-p", "--", "org"]).seconds
    asked = [sys.executable, "-m", "orgchart", "log", "职位经理299", str(repository / "org")]
    row("log, 500 revisions of 300 roles, whole process", run(asked).seconds, empty, "git log -p", "20 s")


def _repository(folder: Path) -> None:
    """A repository with a commit for each of many small edits, the last role among those edited."""
    chance = random.Random(3)  # noqa: S311 - a benchmark needs no secret
    text = rich_yaml(SMALL)
    stream = ["reset refs/heads/main\n"]
    for number in range(REVISIONS):
        role = SMALL - 1 if number % 10 == 0 else chance.randrange(SMALL)
        text = text.replace(f"负责第{role}项工作", f"负责第{role}项工作第{number}版", 1)
        content, message = text.encode(), f"revision {number}".encode()
        stream.append(
            f"commit refs/heads/main\ncommitter A <a@example.org> {1_700_000_000 + number * 3600} +0000\n"
            f"data {len(message)}\n{message.decode()}\nM 100644 inline org/big.yaml\ndata {len(content)}\n{text}\n"
        )
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], input="".join(stream).encode(), check=True)
    subprocess.run(["git", "-C", str(folder), "reset", "-q", "--hard"], check=True)
