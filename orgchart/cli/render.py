"""`orgchart render`."""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from orgchart.cli.console import Console
from orgchart.cli.drawing import Picture, Wanted, draw
from orgchart.cli.guard import ExitStatus
from orgchart.cli.options import Color, ColorOption, Organization, Paths, Quiet
from orgchart.cli.settings import configured
from orgchart.cli.workspace import read_for_query
from orgchart.cli.writing import write
from orgchart.errors import SettingError
from orgchart.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgchart.findings import Report
    from orgchart.loading import Workspace
    from orgchart.model import Org

FORBIDDEN = frozenset('/\\:*?"<>|')

EXAMPLES = (
    "render -o diagrams",
    "render org/sales.yaml -o sales.html",
    "render org/sales.yaml --root 销售总监 --depth 2 -o part.svg",
    "render org/sales.yaml --pages A3 -o sales.pdf",
)


class Engine(str, Enum):
    """Who lays the picture out."""

    native = "native"
    graphviz = "graphviz"


class Direction(str, Enum):
    """Where reports stand from their superior."""

    down = "down"
    right = "right"


class Cross(str, Enum):
    """How relations across the lines are shown."""

    auto = "auto"
    lines = "lines"
    tags = "tags"
    none = "none"


class ColourBy(str, Enum):
    """What the colours mean."""

    unit = "unit"
    grade = "grade"
    layer = "layer"
    span = "span"


class Format(str, Enum):
    """The kinds of picture."""

    svg = "svg"
    html = "html"
    png = "png"
    pdf = "pdf"


def command(
    paths: Paths = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="A file (.svg .html .png .pdf) for one organization, or a folder for all.",
        ),
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="The kind of picture; default: by the file's name, else svg.")
    ] = None,
    root: Annotated[str | None, typer.Option("--root", metavar="ROLE", help="Draw the tree below this role.")] = None,
    depth: Annotated[int | None, typer.Option("--depth", min=0, help="So many levels of it.")] = None,
    unit: Annotated[
        list[str] | None, typer.Option("--unit", metavar="NAME", help="Draw this department; may be repeated.")
    ] = None,
    cross: Annotated[Cross, typer.Option("--cross", help="How coordination and dotted lines are shown.")] = Cross.auto,
    direction: Annotated[Direction, typer.Option("--direction", help="Where reports stand.")] = Direction.down,
    ratio: Annotated[
        float | None, typer.Option("--ratio", min=0.1, max=10, help="Width to height of the page to fill.")
    ] = None,
    page: Annotated[
        str | None, typer.Option("--page", metavar="PAPER", help="The paper to fill: A3, A4-portrait, letter …")
    ] = None,
    pages: Annotated[
        str | None, typer.Option("--pages", metavar="PAPER", help="A booklet of pages of this paper.")
    ] = None,
    highlight: Annotated[
        str | None, typer.Option("--highlight", metavar="ROLE", help="Let the chain of command of this role stand out.")
    ] = None,
    colour_by: Annotated[
        ColourBy, typer.Option("--colour-by", metavar="WHAT", help="What colours mean: unit, grade, layer or span.")
    ] = ColourBy.unit,
    findings: Annotated[bool, typer.Option("--findings", help="Mark on the cards what validate finds.")] = False,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="FILE", help="A company's own colours and fonts, in TOML.")
    ] = None,
    like: Annotated[
        str | None,
        typer.Option("--like", metavar="FILE|DIR", help="Keep the layout of an earlier .svg where it still fits."),
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Who lays it out; graphviz needs the program dot.")
    ] = Engine.native,
    organization: Organization = None,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Draw organizations as SVG, HTML, PNG or PDF.

    One organization goes to standard output or into a file, several go into a folder that gets an index page.
    """
    console = Console(color, quiet=quiet)
    if page and ratio is not None:
        raise SettingError("--page and --ratio both say what to fill", "name one of them")
    target, into_folder, kind = _target(output, form)
    config = configured()
    workspace = read_for_query(paths, organization, console)
    report = None
    if findings or not quiet:
        from orgchart.checking import check
        from orgchart.cli.known import without_baseline

        report = without_baseline(check(workspace, config), workspace, config)
        _say_findings(report, console)
    wishes: dict[str, Any] = {
        "max_span": config.max_span,
        "cross": cross.value,
        "colour_by": colour_by.value,
        "units": tuple(unit or ()),
        "depth": depth,
    }
    if theme:
        from orgchart.rendering import load_theme

        wishes["theme"] = load_theme(theme)
        for note in wishes["theme"].notes:
            console.note(f"{theme}: {note}")
    place: dict[str, Any] = {"engine": engine.value, "direction": direction.value, "page": page}
    if ratio is not None:
        place["ratio"] = ratio
    wanted = Wanted(kind.value, wishes, place, root, highlight, pages, report if findings else None)
    drawable = list(_drawable(workspace, wanted, console))
    if into_folder:
        _draw_all(drawable, target or Path(), like, wanted, console)
    else:
        _draw_one(drawable, target, like, wanted)
    everything = not workspace.unread and (into_folder or bool(drawable))
    raise typer.Exit(ExitStatus.FINE if everything else ExitStatus.FOUND)


def _target(output: str | None, form: Format | None) -> tuple[Path | None, bool, Format]:
    """Where pictures go, whether that is a folder, and which kind they are."""
    if output is None:
        return None, False, form or Format.svg
    target = Path(output)
    suffix = target.suffix.lower().removeprefix(".")
    if os.path.isdir(output) or not suffix:
        return target, True, form or Format.svg
    if suffix not in Format.__members__:
        raise SettingError(
            f"{output}: pictures are written as .svg, .html, .png or .pdf",
            "name a file that ends like that, or a folder",
        )
    if form and form.value != suffix:
        raise SettingError(f"{output} is no .{form.value} file", "leave --format out, or name the file like it")
    return target, False, Format(suffix)


def _say_findings(report: Report, console: Console) -> None:
    if report.findings:
        from orgchart.reporters.text import counted

        by_weight = ", ".join(counted(report.count(severity), severity.value) for severity in Severity)
        console.note(f"validate has {counted(len(report.findings), 'finding')} ({by_weight})")


def _drawable(workspace: Workspace, wanted: Wanted, console: Console) -> Iterator[Org]:
    """The organizations that can be drawn; with a root, those that have such a role."""
    having = wanted.having(workspace.organizations)
    for org in workspace.organizations:
        if not org.roles:
            console.note(f"{org.id} has no roles, so there is no picture of it")
        elif having is None or str(org.id) in having:
            yield org


def _draw_one(organizations: list[Org], target: Path | None, like: str | None, wanted: Wanted) -> None:
    if len(organizations) > 1:
        raise SettingError(
            f"there are {len(organizations)} organizations to draw",
            "write them into a folder with -o DIR, or choose one with --organization ID",
        )
    for org in organizations:
        picture = draw(org, wanted, _earlier(like, f"{org.id}.svg"))
        content = picture.whole()
        if target is not None:
            write(target, content)
        elif isinstance(content, str):
            sys.stdout.write(content)
        else:
            sys.stdout.buffer.write(content)


def _draw_all(organizations: list[Org], folder: Path, like: str | None, wanted: Wanted, console: Console) -> None:
    from orgchart.rendering.writers.index import Entry, index_page
    from orgchart.reporters.text import counted

    entries: list[Entry] = []
    names: set[str] = set()
    for org in organizations:
        name = file_name(str(org.id), names)
        names.add(name.casefold())
        picture = draw(org, wanted, _earlier(like, f"{name}.svg"))
        file = _write_into(folder, name, picture)
        entries.append(Entry(id=str(org.id), name=str(org.name), roles=len(org.roles), file=file))
    write(folder / "index.html", index_page(entries))
    console.note(f"{counted(len(organizations), 'picture')} and index.html are in {folder}")


def _write_into(folder: Path, name: str, picture: Picture) -> str:
    """Write the pages of a picture; the name of the first file."""
    files = [f"{name}{ending}" for ending in picture.endings()]
    for file, content in zip(files, picture.contents, strict=True):
        write(folder / file, content)
    return files[0]


def _earlier(like: str | None, name: str) -> str | None:
    """The text of an earlier picture: a file, or the one of this name in a folder, if it is there."""
    if like is None:
        return None
    path = Path(like)
    if path.is_dir():
        path = path / name
        if not path.exists():
            return None
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path}: cannot be read as a picture", "name an .svg that render wrote") from error


def file_name(identity: str, taken: set[str]) -> str:
    """A file name without ending for a picture: the id without what file systems forbid, numbered if taken."""
    safe = "".join("_" if letter in FORBIDDEN or letter < " " else letter for letter in identity).strip(". ")[:120]
    name, number = safe or "organization", 1
    while name.casefold() in taken:
        number += 1
        name = f"{safe or 'organization'}-{number}"
    return name
