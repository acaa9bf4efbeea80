"""In which formats a report is told, and where: one document to standard output, others into files.

Without `--format`, a GitHub job gets workflow commands, a GitLab job its code quality list, everybody else text. In a
GitLab job that writes the list into a file with `--output`, standard output stays text.
"""

from __future__ import annotations

import os
from enum import Enum
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from orgchart import __version__
from orgchart.cli.writing import write
from orgchart.errors import SettingError
from orgchart.reporters.locating import from_root
from orgchart.reporters.visible import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from orgchart.cli.console import Console, StyledLine
    from orgchart.findings import Report
    from orgchart.reporters.locating import Locate


class ReportFormat(str, Enum):
    """How a report is written."""

    auto = "auto"
    text = "text"
    json = "json"
    sarif = "sarif"
    github = "github"
    gitlab = "gitlab"
    junit = "junit"
    markdown = "markdown"


SUFFIXES: Mapping[str, tuple[ReportFormat, ...]] = {
    ".txt": (ReportFormat.text, ReportFormat.github),
    ".json": (ReportFormat.json, ReportFormat.sarif, ReportFormat.gitlab),
    ".sarif": (ReportFormat.sarif,),
    ".xml": (ReportFormat.junit,),
    ".md": (ReportFormat.markdown,),
}
"""The formats that files of a name have; the first one if none of them was asked for."""


class Target(NamedTuple):
    """A file, and the format of the report that goes there."""

    form: ReportFormat
    path: str


def targets(outputs: Sequence[str] | None, form: ReportFormat) -> list[Target]:
    """The files of `--output`, each FILE or FORMAT:FILE; raises `SettingError` where a format is missing."""
    found = [_target(output, form) for output in outputs or ()]
    paths = [os.path.realpath(target.path) for target in found]
    for target, path in zip(found, paths, strict=True):
        if paths.count(path) > 1:
            raise SettingError(f"--output names {target.path} twice", "give each format a file of its own")
    return found


def _target(output: str, form: ReportFormat) -> Target:
    name, colon, path = output.partition(":")
    if colon and name in ReportFormat.__members__ and name != ReportFormat.auto.value:
        if not path:
            raise SettingError(f"--output {output} names no file", f"write --output {name}:FILE")
        if path == "-":
            raise SettingError(f"--output {output} names no file", f"standard output is what --format {name} is for")
        return Target(ReportFormat(name), path)
    fitting = SUFFIXES.get(PurePath(output).suffix.lower(), ())
    if form is not ReportFormat.auto and (form in fitting or not fitting):
        return Target(form, output)
    if fitting:
        return Target(fitting[0], output)
    raise SettingError(
        f"--output {output}: in which format?", f"write --output FORMAT:{output}, such as sarif:{output}"
    )


def chosen(form: ReportFormat, files: Sequence[Target], environment: Mapping[str, str]) -> ReportFormat:
    """The format of standard output: the one asked for, else the one that fits the surroundings."""
    if form is not ReportFormat.auto:
        return form
    if environment.get("GITHUB_ACTIONS") == "true":
        return ReportFormat.github
    if environment.get("GITLAB_CI") == "true" and all(file.form is not ReportFormat.gitlab for file in files):
        return ReportFormat.gitlab
    return ReportFormat.text


def keep_apart(files: Sequence[Target], baseline: str | None, report: Report) -> None:
    """Raise `SettingError` where a file to be written is one of those that are checked, or is the baseline too."""
    read = {os.path.realpath(source.path) for source in report.sources}
    known = [baseline] if baseline else []
    for file in (*known, *(target.path for target in files)):
        if os.path.realpath(file) in read:
            raise SettingError(f"{file} is one of the files that are checked", "name another file")
    if any(os.path.realpath(target.path) == os.path.realpath(path) for path in known for target in files):
        raise SettingError(f"{baseline} is the baseline and an --output", "name another file for the report")


def locator(environment: Mapping[str, str]) -> Locate:
    """Names files from the top of the repository that a job has checked out, or else from the working folder."""
    folder = os.getcwd().replace(os.sep, "/")  # noqa: PTH109 - a string, as the paths are
    root = folder
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        top = environment.get(name, "").replace(os.sep, "/").rstrip("/")
        if top and f"{folder}/".startswith(f"{top}/"):
            root = top
    return partial(from_root, folder=folder, root=root)


class Reporting(NamedTuple):
    """One report, on its way out."""

    report: Report
    locate: Locate
    with_accepted: bool

    def document(self, form: ReportFormat, *, show_notes: bool = True) -> str:
        """The report as one text in any of the formats; all of them have notes, but for people they may be left out."""
        return _DOCUMENTS[form](self, show_notes)

    def print(self, form: ReportFormat, console: Console, *, asked: bool) -> None:
        """Tell the report on standard output; what was not asked for in so many words is explained beside."""
        if form is ReportFormat.gitlab and not asked:
            from orgchart.reporters.text import summary

            told = "".join(words for words, _style in summary(self.report))
            console.note(f"{told}; a GitLab job gets its code quality format (--format text is for people)")
        if form is not ReportFormat.text:
            console.document(self.document(form, show_notes=not console.quiet))
            return
        console.lines(_lines(self, show_notes=not console.quiet, width=console.width), folded=False)

    def write(self, files: Sequence[Target]) -> None:
        """Write the report into files; nothing is written before all of it is there to be written."""
        documents = [(file.path, self.document(file.form)) for file in files]
        for path, document in documents:
            write(path, document, "choose another place with --output")

    def add_step_summary(self, file: str, console: Console) -> None:
        """Add the report to the summary page of a GitHub job; a page that takes nothing is said and no more."""
        text = self.document(ReportFormat.markdown, show_notes=not console.quiet)
        try:
            with open(file, "a", encoding="utf-8", errors="backslashreplace") as page:  # noqa: PTH123 - GitHub's path
                page.write(f"{text}\n")
        except OSError as error:
            console.note(f"GITHUB_STEP_SUMMARY: {file}: {error.strerror}; the job's page has no summary")


def _lines(reporting: Reporting, *, show_notes: bool, width: int | None = None) -> Iterator[StyledLine]:
    from orgchart.reporters.text import as_text

    return as_text(reporting.report, show_notes=show_notes, width=width, with_accepted=reporting.with_accepted)


def _text(reporting: Reporting, show_notes: bool) -> str:
    lines = ("".join(words for words, _style in line) for line in _lines(reporting, show_notes=show_notes))
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)


def _json(reporting: Reporting, _show_notes: bool) -> str:
    from orgchart.reporters.machine import as_json

    return json_text(as_json(reporting.report, with_accepted=reporting.with_accepted))


def _sarif(reporting: Reporting, _show_notes: bool) -> str:
    from orgchart.reporters.sarif import as_sarif

    report, accepted = reporting.report, reporting.with_accepted
    return json_text(as_sarif(report, version=__version__, locate=reporting.locate, with_accepted=accepted))


def _github(reporting: Reporting, show_notes: bool) -> str:
    from orgchart.reporters.github import as_github

    lines = as_github(reporting.report, show_notes=show_notes, locate=reporting.locate)
    return "".join(f"{line}\n" for line in lines)


def _gitlab(reporting: Reporting, _show_notes: bool) -> str:
    from orgchart.reporters.gitlab import as_gitlab

    return json_text(as_gitlab(reporting.report, locate=reporting.locate))


def _junit(reporting: Reporting, _show_notes: bool) -> str:
    from orgchart.reporters.junit import as_junit

    return as_junit(reporting.report, locate=reporting.locate)


def _markdown(reporting: Reporting, show_notes: bool) -> str:
    from orgchart.reporters.markdown import as_markdown

    return as_markdown(reporting.report, show_notes=show_notes, locate=reporting.locate)


_DOCUMENTS: Mapping[ReportFormat, Callable[[Reporting, bool], str]] = {
    ReportFormat.text: _text,
    ReportFormat.json: _json,
    ReportFormat.sarif: _sarif,
    ReportFormat.github: _github,
    ReportFormat.gitlab: _gitlab,
    ReportFormat.junit: _junit,
    ReportFormat.markdown: _markdown,
}
