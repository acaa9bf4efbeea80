"""Documents beside the organizations: sources that are not there, text that nobody cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from orgchart.checking import check
from orgchart.config import Config
from orgchart.errors import InputError
from orgchart.rules._documents import Citation, read_citation
from tests.builders import codes, expect, found, in_memory, without_marks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LINE = "负责本区域的市场开拓与客户维护。" * 10  # 160 letters


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., str]:
    """Writes documents and gives their folder."""

    def write(files: dict[str, str | bytes]) -> str:
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(tmp_path)

    return write


@pytest.mark.parametrize(
    ("words", "citation"),
    [
        ("a.txt", Citation("a.txt", ())),
        ("a.txt:7", Citation("a.txt", ((7, 7),))),
        ("a b.txt:4-113,125 - 9", Citation("a b.txt:4-113,125 - 9", ())),
        ("a.txt:4-113, 125-129", Citation("a.txt", ((4, 113), (125, 129)))),
        ("c:\\a.txt:3", Citation("c:\\a.txt", ((3, 3),))),
        ("a.txt:" + "9" * 5000, Citation("a.txt:" + "9" * 5000, ())),
        ("", Citation("", ())),
    ],
)
def test_a_source_is_a_document_and_its_lines(words: str, citation: Citation) -> None:
    assert read_citation(words) == citation


def test_without_a_folder_nobody_looks_and_an_ignore_is_not_judged() -> None:
    text = "sources: [gone.txt]\nroles: [{title: 甲, source: 'gone.txt:1'}]\nignore: [{code: ORG106, reason: 已存档}]\n"
    assert codes(text, notes=True) == []


def test_a_missing_document_is_one_finding_at_the_first_place_that_names_it(folder: Callable[..., str]) -> None:
    text = """\
        sources: [‹ORG106›sale.txt, sales.txt]
        units: [{name: 部, source: ‹ORG106›x.txt}]
        roles:
          - {title: 甲, source: "sale.txt:1"}
          - {title: 乙, source: ["sales.txt:1", sale.txt]}
        """
    documents = folder({"sales.txt": "一\n二\n"})
    expect(text, notes=True, select=("ORG106",), documents=documents)
    first, _second = found(without_marks({"a.yaml": text}), select=("ORG106",), documents=documents)
    assert first.hint == "did you mean sales.txt?"


def test_lines_a_document_does_not_have_are_found_at_each_source(folder: Callable[..., str]) -> None:
    text = """\
        roles:
          - {title: 甲, source: ‹ORG106›"a.txt:2-3"}
          - {title: 乙, source: ["a.txt:1-2", ‹ORG106›"a.txt:0", ‹ORG106›"a.txt:2-1"]}
        """
    expect(text, notes=True, select=("ORG106",), documents=folder({"a.txt": "一\r\n二\r\n"}))


def test_documents_are_found_in_folders_by_path_or_by_a_name_that_one_has(folder: Callable[..., str]) -> None:
    documents = folder({"x/a.txt": "一", "y/a.txt": "一", "y/b.docx": b"PK\0\0", "c.txt": "客服".encode("gb18030")})
    text = """\
        roles:
          - {title: 甲, source: ["x/a.txt:1", "./y/a.txt", b.docx, "b.docx:9", "jd/b.docx", "c.txt:1"]}
          - {title: 乙, source: ‹ORG106›a.txt}
        """
    expect(text, notes=True, select=("ORG106",), documents=documents)


def test_text_nobody_cites_is_one_note_a_document_with_its_lines(folder: Callable[..., str]) -> None:
    documents = folder({"a.txt": f"甲\n\n{LINE}\n\n{LINE}\n\n乙\n{LINE}\n丙\n{LINE}\n{LINE}"})
    text = """\
        sources: [‹ORG107›a.txt]
        units: [{name: 部, source: "a.txt:9"}]
        roles: [{title: 甲, source: "a.txt:1"}, {title: 乙, source: "a.txt:7"}]
        """
    expect(text, notes=True, select=("ORG107",), documents=documents)
    (finding,) = found(without_marks({"a.yaml": text}), select=("ORG107",), documents=documents)
    assert "lines 3-5, 10-11 of a.txt, 640 letters" in finding.message


@pytest.mark.parametrize(
    "cited",
    [
        "units: [{name: 部, source: 'a.txt:2-3'}]",
        "sources: ['a.txt:2-3']",
        "roles: [{title: 甲, source: a.txt}]",
        "roles: [{title: 甲, evidence: [{field: title, file: a.txt, line: 1, end_line: 2}]}]",
        "roles: [{title: 甲, source: 'a.txt:1-2'}, {title: 乙, source: 'a.txt:2-90'}]",
    ],
)
def test_cited_text_of_any_piece_and_of_any_organization_is_read(cited: str, folder: Callable[..., str]) -> None:
    documents = folder({"a.txt": f"甲\n{LINE}\n{LINE}\n"})
    files = {"a.yaml": "sources: [a.txt]\nroles: [{title: 丙, source: 'a.txt:1'}]", "b.yaml": cited}
    expect(files, notes=True, select=("ORG107",), documents=documents)


def test_a_document_of_which_nobody_names_lines_and_one_without_lines_are_left_alone(
    folder: Callable[..., str],
) -> None:
    documents = folder({"a.txt": f"{LINE}\n{LINE}\n", "b.pdf": b"%PDF\0" * 999})
    text = "sources: [a.txt, b.pdf]\nroles: [{title: 甲, source: 'b.pdf:1'}]"
    expect(text, notes=True, select=("ORG107",), documents=documents)


def test_a_document_is_told_once_by_the_first_that_lists_it(folder: Callable[..., str]) -> None:
    documents = folder({"a.txt": f"甲\n{LINE}\n{LINE}\n"})
    text = "sources: [%sa.txt, a.txt]\nroles: [{title: 甲, source: 'a.txt:1'}]"
    expect({"a.yaml": text % "‹ORG107›", "b.yaml": text % ""}, notes=True, select=("ORG107",), documents=documents)


def test_a_folder_that_is_missing_stops_the_run_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        check(in_memory("roles: [{title: 甲}]"), Config(documents=str(tmp_path / "gone")))
    assert refused.value.hint


def test_20000_sources_of_a_long_document_are_looked_up(folder: Callable[..., str]) -> None:
    documents = folder({"a.txt": "职责很长。\n" * 200_000})
    roles = "".join(
        f"- {{title: r{number}, source: 'a.txt:{number * 10 + 1}-{number * 10 + 9}'}}\n" for number in range(19_000)
    )
    text = f"sources: [a.txt]\nroles:\n{roles}- {{title: z, source: 'a.txt:200001'}}\n"
    assert sorted(codes(text, notes=True, select=("ORG106", "ORG107"), documents=documents)) == ["ORG106", "ORG107"]
