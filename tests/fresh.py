"""What is generated and committed: pictures, the JSON Schema, the pages of the rules. With `--check`, compare only.

python -m tests.fresh diagrams   writes diagrams/ from org/
python -m tests.fresh docs       writes the schema, and docs/rules/ from the rules
python -m tests.fresh --check    says what is stale, and then exits with 1
"""

from __future__ import annotations

import inspect
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from orgchart import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "orgchart" / "organization.schema.json"
DIAGRAMS = ROOT / "diagrams"
RULES = ROOT / "docs" / "rules"
FAMILIES = {
    "1": "Files, and the documents they were read from",
    "2": "Identity: who is who, and in which unit",
    "3": "Reporting lines",
    "4": "Shape: how wide, how deep, in how many pieces",
    "5": "Coordination",
    "6": "Review of a change",
}
NEEDS = {
    "1": "ORG106 and ORG107 run only where the setting `documents` names the folder of the documents.",
    "6": "These run only where an earlier state is given to compare with.",
}


def run(*arguments: str) -> str:
    """What one `orgchart` command prints."""
    command = [sys.executable, "-m", "orgchart", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout


def draw(folder: Path) -> None:
    """Draw org/ into a folder."""
    run("render", "org", "-o", str(folder), "--quiet")


def rule_pages() -> dict[str, str]:
    """The pages of the rules in Markdown by file name, and the page that lists them."""
    pages = {}
    for page in catalogue.PAGES:
        info, text = page.info, inspect.cleandoc(page.__doc__ or "")
        pages[f"{info.code}.md"] = f"# {info.code} {info.name} [{info.severity.value}]\n\n{text}\n"
    pages["README.md"] = "\n".join(_list_of_rules())
    return pages


def _list_of_rules() -> Iterator[str]:
    yield "# The rules\n"
    yield "Made by `make docs` from the rules themselves; `orgchart rule CODE` shows a page in the terminal."
    yield "`[tool.orgchart]` changes a severity or leaves a code out, and `ignore` accepts a single finding with its"
    yield "reason. A code is never used again for something else.\n"
    for digit, family in FAMILIES.items():
        yield f"## ORG{digit}xx {family}\n"
        if digit in NEEDS:
            yield f"{NEEDS[digit]}\n"
        yield "| code | name | severity | finds |"
        yield "|---|---|---|---|"
        for info in (page.info for page in catalogue.PAGES if page.info.code[3] == digit):
            yield f"| [{info.code}]({info.code}.md) | {info.name} | {info.severity.value} | {info.summary} |"
        yield ""


def write_rule_pages() -> None:
    """Write docs/rules/, and take away pages of rules that are no more."""
    RULES.mkdir(parents=True, exist_ok=True)
    for file in RULES.iterdir():
        file.unlink()
    for name, text in rule_pages().items():
        (RULES / name).write_text(text, encoding="utf-8")


def stale() -> list[str]:
    """The generated files that are not what the project would generate now."""
    found = (
        [] if SCHEMA.read_text(encoding="utf-8") == run("schema") else [f"{SCHEMA.relative_to(ROOT)}: run make docs"]
    )
    written = {file.name: file.read_text(encoding="utf-8") for file in RULES.glob("*")}
    pages = rule_pages()
    found += [
        f"docs/rules/{name}: run make docs"
        for name in sorted({*written, *pages})
        if written.get(name) != pages.get(name)
    ]
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
        write_rule_pages()
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
