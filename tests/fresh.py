"""What is generated and committed: the pictures in diagrams/, the JSON Schema. Run with `--check` to compare only.

python -m tests.fresh diagrams   writes diagrams/ from org/
python -m tests.fresh docs       writes the schema
python -m tests.fresh --check    says what is stale, and then exits with 1
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "orgchart" / "organization.schema.json"
DIAGRAMS = ROOT / "diagrams"


def run(*arguments: str) -> str:
    """What one `orgchart` command prints."""
    command = [sys.executable, "-m", "orgchart", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout


def draw(folder: Path) -> None:
    """Draw org/ into a folder."""
    run("render", "org", "-o", str(folder), "--quiet")


def stale() -> list[str]:
    """The generated files that are not what the project would generate now."""
    found = (
        [] if SCHEMA.read_text(encoding="utf-8") == run("schema") else [f"{SCHEMA.relative_to(ROOT)}: run make docs"]
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw(folder)
        drawn = {file.name: file.read_bytes() for file in folder.iterdir()}
        kept = {file.name: file.read_bytes() for file in DIAGRAMS.iterdir()}
        different = sorted(file for file in {*drawn, *kept} if drawn.get(file) != kept.get(file))
        found += [f"diagrams/{file}: run make diagrams" for file in different]
    return found


def main(arguments: list[str]) -> int:
    """Write or compare; the exit status."""
    if "docs" in arguments:
        SCHEMA.write_text(run("schema"), encoding="utf-8")
    if "diagrams" in arguments:
        DIAGRAMS.mkdir(exist_ok=True)
        for file in DIAGRAMS.iterdir():
            file.unlink()
        draw(DIAGRAMS)
    if "--check" in arguments:
        found = stale()
        for line in found:
            print(f"stale: {line}")
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
