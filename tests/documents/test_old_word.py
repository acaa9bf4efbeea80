"""doc: whoever converts it, the docx that comes out is read."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from orgchart.documents import DocumentError, read_document
from tests.documents.making import docx, paragraph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument\0".encode("utf-16-le")
NEW = docx(paragraph("直接上级：总经理"))


def package(convert: Callable[[Path, Path], object]) -> SimpleNamespace:
    return SimpleNamespace(convert=convert)


def office(folder: Path) -> None:
    """An office program that writes what `NEW` holds where it is told to."""
    (folder / "new.docx").write_bytes(NEW)
    program = folder / "soffice"
    source = str(folder / "new.docx")
    script = f"import shutil, sys\nshutil.copy({source!r}, sys.argv[-1].rsplit('.', 1)[0] + '.docx')\n"
    program.write_text(f"#!{sys.executable}\n{script}")
    program.chmod(0o755)


def test_the_package_of_the_extra_converts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "doc2docx", package(lambda _source, target: target.write_bytes(NEW)))
    assert read_document("a.doc", OLD).fragments[0].text == "直接上级：总经理"


@pytest.mark.skipif(os.name == "nt", reason="the program is a script with a first line")
@pytest.mark.parametrize("start", [OLD, b"{\\rtf1 a}"], ids=["doc", "rtf"])
def test_where_the_package_fails_an_office_program_converts(
    start: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    office(tmp_path)
    monkeypatch.setitem(sys.modules, "doc2docx", package(lambda _source, _target: 1 // 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_document("a.doc", start).fragments[0].text == "直接上级：总经理"


def test_a_broken_doc_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DocumentError, match=r"a\.doc: no converter for doc"):
        read_document("a.doc", OLD)
