"""`orgchart init [DIR]`."""

from __future__ import annotations

import locale
import os
from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from orgchart.cli.console import Console
from orgchart.cli.options import Color, ColorOption, Quiet
from orgchart.cli.writing import write
from orgchart.errors import InputError

EXAMPLES = (
    "init",
    "init our-company --pipeline gitlab",
    "init --language zh",
)


class Pipeline(str, Enum):
    """Where changes are reviewed."""

    github = "github"
    gitlab = "gitlab"
    none = "none"


class Language(str, Enum):
    """The language of the example."""

    en = "en"
    zh = "zh"


def command(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="Where to begin.", show_default=False)] = ".",
    pipeline: Annotated[
        Pipeline,
        typer.Option("--pipeline", metavar="WHERE", help="Also write a job there: github, gitlab or none."),
    ] = Pipeline.github,
    language: Annotated[
        Language | None,
        typer.Option("--language", help="The example's language; default: the language of this session."),
    ] = None,
    color: ColorOption = Color.auto,
    quiet: Quiet = False,
) -> None:
    """Begin an organization: a small example, settings, a job.

    Nothing that exists is overwritten: a file that is there already is left as it is, and named.
    """
    console = Console(color, quiet=quiet)
    root = Path(folder)
    if root.exists() and not root.is_dir():
        raise InputError(f"{folder}: no folder", "name a folder, or one that does not exist yet")
    spoken = language or (Language.zh if _spoken().lower().startswith("zh") else Language.en)
    for target, source in _plan(pipeline, spoken):
        if (root / target).exists() or (root / target).is_symlink():
            console.note(f"{root / target} stands already and is left as it is")
        else:
            text = files("orgchart.cli").joinpath("starter", source).read_text(encoding="utf-8")
            write(root / target, text, "choose another folder: orgchart init DIR")
            console.lines([[("wrote ", "faint"), (str(root / target), "")]])
    within = "" if folder == "." else f"cd {folder}, then "
    console.note(f"next: {within}orgchart validate, then orgchart render org -o diagrams")


def _plan(pipeline: Pipeline, language: Language) -> list[tuple[str, str]]:
    """The files to write, and the ones that come with the program they are written from."""
    plan = [("org/company.yaml", f"company.{language.value}.yaml"), ("orgchart.toml", "orgchart.toml")]
    if pipeline is Pipeline.github:
        plan.append((".github/workflows/organization.yml", "github.yml"))
    elif pipeline is Pipeline.gitlab:
        plan.append((".gitlab/organization.yml", "gitlab.yml"))
    return plan


def _spoken() -> str:
    """The language of the session, such as zh_CN; empty where none is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name]
    return locale.getlocale()[0] or ""
