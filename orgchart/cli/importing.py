"""`orgchart import FILE…`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from orgchart.cli.console import Console
from orgchart.cli.guard import ExitStatus, complain
from orgchart.cli.options import Color, ColorOption, Form, Format, Quiet
from orgchart.errors import InputError, OrgchartError, SettingError
from orgchart.names import Nearest

if TYPE_CHECKING:
    from orgchart.importing import Imported

EXAMPLES = (
    "import 岗位说明书/ -o org",
    "import a.docx b.txt --merge --explain",
    "import roster.xlsx -o org --column reports_to=汇报给",
    "import a.txt --format json",
)
MANY = 20


def command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...",
            help="Job descriptions or rosters: txt, md, html, docx, doc, pdf, xlsx, csv; a folder means all in it.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="DIR", help="Write an organization file per organization there."),
    ] = None,
    organization: Annotated[
        str | None,
        typer.Option("--organization", metavar="ID", help="All the files describe this one organization."),
    ] = None,
    merge: Annotated[
        bool, typer.Option("--merge", help="Put together what plainly describes one company in several files.")
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FIELD=HEADER", help="In a roster, take this column for a field."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the words behind each line, and what was passed over and why.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite organization files that exist.")] = False,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Job descriptions and rosters become organization files.

    Every line that is drawn from them comes with the words it was read from.
    Nothing that exists is overwritten without --force: where a file stands already, the difference is shown.
    """
    console = Console(color, quiet=quiet)
    from orgchart.importing import import_documents

    imported = import_documents(
        files,
        organization=organization,
        merge=merge,
        columns=dict(_column(pair) for pair in column or ()),
        watch=_watch if sys.stderr.isatty() and not quiet else None,
    )
    _tell_problems(imported, console)
    if not imported.organizations:
        raise typer.Exit(ExitStatus.WRONG_USE)
    if form is Form.json:
        console.json(imported.as_data())
    else:
        from orgchart.cli import import_answers

        import_answers.summarize(imported, console)
        if explain:
            import_answers.explain(imported, console)
    if output is not None:
        from orgchart.cli import import_writing

        import_writing.write_all(imported, output, console, force=force, aloud=form is Form.text)
    elif form is Form.text:
        console.note("nothing was written: -o DIR writes organization files")


def _column(pair: str) -> tuple[str, str]:
    from orgchart.rosters import FIELDS

    field, sign, header = pair.partition("=")
    if not sign or not header.strip():
        raise SettingError(f"--column {pair}: no header", "write FIELD=HEADER, such as reports_to=汇报给")
    field = field.strip()
    if field not in FIELDS:
        near = Nearest(FIELDS).to(field)
        hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(FIELDS)}"
        raise SettingError(f"--column {pair}: no such field {field}", hint)
    return field, header.strip()


def _watch(number: int, of: int, path: str) -> None:
    """One line on a terminal that tells how far the reading is; gone with the last document."""
    if of >= MANY:
        sys.stderr.write(f"\r\x1b[2Kreading {number + 1} of {of}: {ascii(path)[1:-1] if len(path) > 60 else path}")  # noqa: PLR2004
        if number + 1 == of:
            sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()


def _tell_problems(imported: Imported, console: Console) -> None:
    for problem in imported.problems:
        complain(OrgchartError(problem.message, problem.hint))
    for document in imported.documents:
        for remark in document.remarks:
            console.note(f"{document.path}: {remark}")
    if imported.left_out:
        shown = ", ".join(imported.left_out[:5]) + (" …" if len(imported.left_out) > 5 else "")  # noqa: PLR2004
        console.note(f"left out, since they are no documents: {shown} ({len(imported.left_out)} in all)")
    if imported.problems and not imported.organizations and not imported.documents:
        raise InputError("no document could be read", "mend or replace the files named above")
