"""`orgchart what-if CHANGES.yaml`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from orgchart.checking import check
from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Form, Format, Organization, Paths, Quiet
from orgchart.cli.settings import configured
from orgchart.cli.workspace import read_for_query
from orgchart.errors import InputError
from orgchart.misuse import Misuse, MisuseError
from orgchart.proposals import effects_of, propose, read_steps
from orgchart.readers import MAX_BYTES, STDIN, UnreadableError, decode
from orgchart.readers.nodes import too_large
from orgchart.reporters.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from orgchart.cli.console import StyledLine
    from orgchart.findings import Finding, Report
    from orgchart.proposals import Effects
    from orgchart.proposals.effects import OrgEffects, SpanChange
    from orgchart.source import Source

EXAMPLES = (
    "what-if changes.yaml",
    "what-if changes.yaml org/sales.yaml --format json",
    "what-if changes.yaml -o proposal.svg",
)
MOST_SPANS = 20


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="CHANGES",
            help="A file with a list of changes: move, add, rename, set, remove; - is standard input.",
        ),
    ],
    paths: Paths = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="Draw it: a .svg, .html, .png or .pdf, or a folder."),
    ] = None,
    organization: Organization = None,
    form: Format = Form.text,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """What proposed changes would do to findings and spans.

    They are applied to a copy; the files stay as they are. Each item of the list says what is done to whom:
    `move: ROLE` with `to:` or `unit:`, `rename: ROLE` with `to:`, `add: TITLE` or `set: ROLE` with any keys of a role,
    `remove: ROLE`, with `reports_to:` where its reports go to somebody.
    """
    console = Console(color, quiet=quiet)
    config = configured()
    steps = read_steps(_source(file))
    before = read_for_query(paths, organization, console)
    after = propose(before, steps)
    effects = effects_of(before, after, (check(before, config), check(after, config, before)))
    if output is not None:
        from orgchart.cli.change_pictures import draw_changes

        draw_changes(effects.changes, output, None, console, config.max_span)
    if form is Form.json:
        console.json(_json(effects))
        return
    _tell(effects, console)


def _source(file: str) -> Source:
    """The text of the file of changes; raises `InputError` or `MisuseError` where it cannot be read."""
    name = STDIN if file == "-" else file
    try:
        if file == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                data = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise InputError(f"{file}: {reason}", "name a file with a list of changes") from error
    try:
        if len(data) > MAX_BYTES:
            raise too_large(name)
        return decode(name, data)
    except UnreadableError as error:
        raise MisuseError([Misuse(message=error.message, place=error.place, hint=error.hint)]) from error


def _json(effects: Effects) -> dict[str, Any]:
    from orgchart.reporters.machine import as_json

    new, gone = (
        as_json(report.replace(findings=findings))["findings"]
        for report, findings in ((effects.after, effects.findings.new), (effects.before, effects.findings.gone))
    )
    return {
        "organizations": [one.to_json() for one in effects.organizations],
        "findings": {"new": new, "gone": gone},
        "summary": {"before": _summary(effects.before), "after": _summary(effects.after)},
    }


def _summary(report: Report) -> Any:
    from orgchart.reporters.machine import as_json

    return as_json(report)["summary"]


def _tell(effects: Effects, console: Console) -> None:
    from orgchart.reporters.changes.text import as_text

    console.lines(as_text(effects.changes))
    for one in effects.organizations:
        if not one.changes.empty:
            console.lines(_figures(one))
    _tell_findings(counted(len(effects.findings.new), "new finding"), effects.findings.new, effects.after, console)
    _tell_findings(
        f"{counted(len(effects.findings.gone), 'finding')} would be gone",
        effects.findings.gone,
        effects.before,
        console,
    )
    if not (effects.findings.new or effects.findings.gone):
        console.lines([[], [("no finding more, and none less", "")]])


def _figures(one: OrgEffects) -> Iterator[StyledLine]:
    """Layers and spans of one organization that are other ones."""
    old, new = one.layers
    direct = [span for span in one.spans if _of(span, "direct")]
    yield []
    yield [("  layers  ", "faint"), (str(old) if old == new else f"{old} → {new}", "")]
    for span in direct[:MOST_SPANS]:
        words = ", ".join(
            f"{label} {pair[0]} → {pair[1]}"
            for label, pair in (("direct", _of(span, "direct")), ("below", _of(span, "total")))
            if pair is not None
        )
        yield [("  span    ", "faint"), (span.title, "strong"), (f"  {words}", "")]
    if len(direct) > MOST_SPANS:
        yield [(f"  … and {counted(len(direct) - MOST_SPANS, 'more span')} (--format json shows all)", "faint")]


def _of(span: SpanChange, name: str) -> tuple[int, int] | None:
    """A figure before and after, where it is another one; a role that is not there leads nobody."""
    pair = tuple(0 if one is None else getattr(one, name) for one in (span.before, span.after))
    return None if pair[0] == pair[1] else (pair[0], pair[1])


def _tell_findings(what: str, findings: Sequence[Finding], report: Report, console: Console) -> None:
    if not findings:
        return
    from orgchart.reporters.text import as_text

    *lines, _summary_line = as_text(report.replace(findings=tuple(findings)), width=console.width)
    console.lines([[], [(what, "strong")], []])
    console.lines(lines[:-1], folded=False)
