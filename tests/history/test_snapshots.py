"""Organizations at a revision are what they were in the files then, and nothing on the disk is touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orgchart.changes import diff
from orgchart.errors import EngineError, InputError, SettingError
from orgchart.history import Repository, load_at
from orgchart.loading import load
from tests.history.repository import Made, bank

if TYPE_CHECKING:
    from orgchart.loading import Workspace


def titles(workspace: Workspace) -> dict[str, list[str]]:
    return {str(org.id): [str(role.title) for role in org.roles] for org in workspace.organizations}


def test_what_is_read_at_head_is_what_stands_in_the_files(made: Made) -> None:
    made.commit(
        {
            "org/银行.yaml": bank("title: 行长", "title: 客户经理, reports_to: 行长"),
            "org/分 部/b.yml": "id: bank\nroles: [{title: 柜员, reports_to: 客户经理}]",
            "org/shop.JSON": '{"id": "shop", "roles": [{"title": "店长"}]}',
            "org/.hidden.yaml": "roles: [{title: 没有}]",
            "org/.git-ignored/x.yaml": "roles: [{title: 没有}]",
            "org/notes.txt": "nothing",
            "org/broken.yaml": "roles: [",
        }
    )
    then, now = load_at("HEAD"), load()
    assert then.organizations == now.organizations
    assert [source.path for source in then.sources] == [source.path for source in now.sources]
    assert [str(finding.place) for finding in then.findings] == [str(finding.place) for finding in now.findings]
    assert then.unread == now.unread == (str(Path("org/broken.yaml")),)


def test_a_revision_is_read_without_any_trace(made: Made) -> None:
    first = made.commit({"org/a.yaml": bank("title: 甲")})
    made.commit({"org/a.yaml": bank("title: 乙")})
    made.write({"org/a.yaml": bank("title: 丙"), "org/new.yaml": "roles: [{title: 丁}]"})
    before = made.status(), sorted(path.as_posix() for path in Path(".git").rglob("*"))
    assert titles(load_at(first)) == titles(load_at("HEAD~1")) == {"bank": ["甲"]}
    assert titles(load_at("main")) == {"bank": ["乙"]}
    assert (made.status(), sorted(path.as_posix() for path in Path(".git").rglob("*"))) == before


def test_parts_of_one_organization_are_put_together_at_a_revision_too(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 行长"), "org/b.yaml": "id: bank\nroles: [{title: 柜员, reports_to: 行长}]"})
    made.commit({"org/b.yaml": "id: bank\nroles: [{title: 柜员, reports_to: 行长}, {title: 保安, reports_to: 柜员}]"})
    (one,) = diff(load_at("HEAD~1"), load_at("HEAD")).organizations
    assert [(change.action, str(change.role)) for change in one.changes] == [("added", "保安")]


def test_the_organization_may_be_kept_in_a_folder_below_and_asked_for_from_elsewhere(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made.commit({"公司/org/a.yaml": bank("title: 甲")})
    made.commit({"公司/org/a.yaml": bank("title: 乙")})
    assert titles(load_at("HEAD~1", "公司/org/a.yaml")) == {"bank": ["甲"]}
    monkeypatch.chdir(made.folder / "公司")
    assert titles(load_at("HEAD~1")) == {"bank": ["甲"]}
    assert [source.path for source in load_at("HEAD~1").sources] == [str(Path("org/a.yaml"))]
    monkeypatch.chdir(tmp_path)
    assert titles(load_at("HEAD~1", "repository/公司")) == {"bank": ["甲"]}


def test_a_path_that_is_gone_can_be_read_where_it_was(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    made.commit({"org/a.yaml": None, "b.yaml": "roles: [{title: 乙}]"})
    assert titles(load_at("HEAD~1", "org")) == {"bank": ["甲"]}


def test_names_that_look_like_options_and_patterns_are_names(made: Made) -> None:
    made.commit({"-x.yaml": bank("title: 甲"), "*.yaml": "roles: [{title: 乙}]", ":!a.yaml": "roles: [{title: 丙}]"})
    assert titles(load_at("HEAD", "-x.yaml")) == {"bank": ["甲"]}
    assert titles(load_at("HEAD", "*.yaml")) == {"*": ["乙"]}
    assert titles(load_at("HEAD", ":!a.yaml")) == {":!a": ["丙"]}


def test_symbolic_links_are_followed_as_on_the_disk(made: Made) -> None:
    made.write({"real/a.yaml": bank("title: 甲"), "org/b.yaml": "roles: [{title: 乙}]"})
    (made.folder / "org" / "a.yaml").symlink_to("../real/a.yaml")
    (made.folder / "org" / "again.yaml").symlink_to("b.yaml")
    (made.folder / "org" / "folder.yaml").symlink_to("../real")
    (made.folder / "org" / "nowhere.yaml").symlink_to("missing.yaml")
    made.commit({})
    then, now = load_at("HEAD"), load()
    assert titles(then) == titles(now) == {"bank": ["甲"], "again": ["乙"]}
    assert then.unread == now.unread == (str(Path("org/nowhere.yaml")),)


@pytest.mark.parametrize(
    ("target", "why"),
    [("/etc/hosts", "leads out of the repository"), ("../../x", "leads out of the repository"), ("a.yaml", "circle")],
)
def test_a_link_that_leads_nowhere_is_a_finding_at_its_place(made: Made, target: str, why: str) -> None:
    made.write({"org/b.yaml": "roles: [{title: 乙}]"})
    (made.folder / "org" / "a.yaml").symlink_to(target)
    made.commit({})
    (finding,) = load_at("HEAD").findings
    assert (finding.rule.code, finding.place.path) == ("ORG101", str(Path("org/a.yaml")))
    assert why in finding.message


def test_a_submodule_is_named_and_not_passed_over(made: Made, tmp_path: Path) -> None:
    Made(tmp_path / "other").commit({"a.yaml": "roles: [{title: 甲}]"})
    made.commit({"org/b.yaml": "roles: [{title: 乙}]"})
    made.git("submodule", "add", "-q", str(tmp_path / "other"), "org/sub")
    made.commit({})
    workspace = load_at("HEAD")
    assert titles(workspace) == {"b": ["乙"]}
    (finding,) = workspace.findings
    assert "org/sub is a submodule" in f"{finding.place.path} {finding.message}".replace(os.sep, "/")
    assert titles(load_at("HEAD", "org/sub")) == {"a": ["甲"]}
    shutil.rmtree(made.folder / "org" / "sub")
    with pytest.raises(InputError, match="org/sub is a submodule at HEAD"):
        load_at("HEAD", "org/sub")


def test_hashes_of_the_longer_kind_are_read_too(tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    longer = tmp_path / "longer"
    longer.mkdir()
    made.folder = longer
    made.git("init", "-q", "--object-format=sha256")
    assert len(made.commit({"org/a.yaml": bank("title: 甲")})) == 64
    monkeypatch.chdir(longer)
    assert titles(load_at("HEAD")) == {"bank": ["甲"]}


def test_a_hook_may_have_set_where_git_is(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Made(tmp_path / "other")
    other.commit({"org/a.yaml": bank("title: 乙")})
    made.commit({"org/a.yaml": bank("title: 甲")})
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert titles(load_at("HEAD")) == {"bank": ["甲"]}


# Bad input: a sentence, and a way out


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.yaml").write_text("roles: []", encoding="utf-8")
    with pytest.raises(InputError, match="not in a git repository") as caught:
        load_at("HEAD", tmp_path / "a.yaml")
    assert "orgchart diff OLD NEW" in caught.value.hint


def test_no_git(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineError, match="git is not installed"):
        load_at("HEAD", made.folder)


def test_no_commit_yet(made: Made) -> None:
    with pytest.raises(InputError, match="has no commits yet"):
        load_at("HEAD")


@pytest.mark.parametrize("revision", ["nowhere", "HEAD~99", "HEAD^{tree}", "", "main:org", "a b", "0" * 40])
def test_an_unknown_revision(made: Made, revision: str) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    with pytest.raises(InputError, match="there is no revision"):
        load_at(revision)


@pytest.mark.parametrize("revision", ["-x", "--all", "--output=x"])
def test_a_revision_is_never_an_option(made: Made, revision: str) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    with pytest.raises(SettingError, match="does not begin with a hyphen"):
        load_at(revision)
    assert not Path("x").exists()


def test_a_shallow_clone_says_so(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    made.commit({"org/a.yaml": bank("title: 乙")})
    made.git("clone", "-q", "--depth", "1", made.folder.as_uri(), str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    assert titles(load_at("HEAD")) == {"bank": ["乙"]}
    with pytest.raises(InputError, match="there is no revision HEAD~1") as caught:
        load_at("HEAD~1")
    assert "git fetch --unshallow" in caught.value.hint


def test_a_path_that_was_not_there(made: Made) -> None:
    made.commit({"b.yaml": "roles: [{title: 乙}]"})
    made.commit({"org/a.yaml": bank("title: 甲")})
    with pytest.raises(InputError, match="org: not in revision HEAD~1"):
        load_at("HEAD~1")
    with pytest.raises(InputError, match=r"b\.yaml/c: not in revision HEAD"):
        load_at("HEAD", "b.yaml/c")


def test_a_folder_without_an_organization_file_then(made: Made) -> None:
    made.commit({"org/readme.txt": "soon"})
    made.commit({"org/a.yaml": bank("title: 甲")})
    with pytest.raises(InputError, match="the folder holds no organization file at HEAD~1"):
        load_at("HEAD~1")


def test_paths_of_two_repositories(made: Made, tmp_path: Path) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    Made(tmp_path / "other").commit({"b.yaml": "roles: [{title: 乙}]"})
    with pytest.raises(InputError, match="different git repositories"):
        load_at("HEAD", "org", "../other/b.yaml")


def test_standard_input_has_no_history(made: Made) -> None:
    with pytest.raises(InputError, match="standard input has no history"):
        load_at("HEAD", "-")


def test_an_object_that_the_clone_lacks(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    blob = made.git("rev-parse", "HEAD:org/a.yaml")
    (made.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(InputError, match="the clone is not whole"):
        load_at("HEAD")


def test_the_inside_of_a_repository(made: Made) -> None:
    made.commit({"org/a.yaml": bank("title: 甲")})
    with pytest.raises(InputError, match="the inside of a git repository"):
        load_at("HEAD", ".git")


def test_between(made: Made) -> None:
    first = made.commit({"org/a.yaml": bank("title: 甲")})
    made.git("checkout", "-q", "-b", "side")
    second = made.commit({"org/a.yaml": bank("title: 乙")})
    made.git("checkout", "-q", "main")
    third = made.commit({"org/a.yaml": bank("title: 丙")})
    repository = Repository.around(())

    def commits(words: str) -> tuple[str, str | None]:
        earlier, later = repository.between(words)
        return earlier.commit, later.commit if later else None

    assert commits("side") == (second, None)
    assert commits("side..main") == (second, third)
    assert commits("side...main") == (first, third)
    assert commits("side..") == (second, third)
    assert commits("..side") == (third, second)
    assert commits("side...") == (first, third)
    with pytest.raises(SettingError):
        commits("main..-x")
