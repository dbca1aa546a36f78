"""Which entries of a source count."""

from __future__ import annotations

import pytest

from shared.domain.content.source_rules import SourceSieve, is_read, submodule_paths
from shared.domain.git_objects import git_blob_id, is_lfs_pointer, new_blob_hash
from shared.domain.models import SourceFile


def found(sieve: SourceSieve) -> list[tuple[str, str]]:
    return [(item.path, item.code) for item in sieve.diagnostics]


def files(*paths: str) -> list[SourceFile]:
    return [SourceFile(path, "", 0) for path in paths]


@pytest.mark.parametrize("path", ["a.md", "a/B.MD", "x.mdx", "x.markdown", "mkdocs.yml", "docs/.vitepress/config.ts"])
def test_pages_and_configuration_are_read(path: str) -> None:
    assert is_read(path)


@pytest.mark.parametrize("path", ["a.png", "md", "sub/folder/mkdocs.yml", ".gitmodules"])
def test_other_files_are_not_read(path: str) -> None:
    assert not is_read(path)


@pytest.mark.parametrize("path", ["a.md", "a/b.png", ".vitepress/config.ts", "a/.env", ".gitignore", "x y/ü.md"])
def test_files_count(path: str) -> None:
    sieve = SourceSieve()
    assert sieve.admits(path)
    assert found(sieve) == []


@pytest.mark.parametrize("path", [".git/a.md", "a/.b/c/d.md", "node_modules/a.md", "a/venv/b/c.md", "__MACOSX/._a.md"])
@pytest.mark.parametrize("kind", ["file", "link", "submodule"])
def test_what_lies_in_left_out_folders_does_not_count_and_is_not_told(path: str, kind: str) -> None:
    sieve = SourceSieve()
    assert not sieve.admits(path, kind)  # type: ignore[arg-type]
    assert found(sieve) == []


def test_links_are_told_if_their_names_are_read() -> None:
    sieve = SourceSieve()
    assert not any(sieve.admits(path, "link") for path in ("b.md", "a/mkdocs.yml", "image.png", "a.md", "a.md"))
    assert found(sieve) == [("a.md", "linked-file"), ("b.md", "linked-file")]


@pytest.mark.parametrize("name", ["caf" + chr(0xDCE9), "caf" + chr(0xFFFD)])
def test_names_that_are_not_utf8_are_told_once(name: str) -> None:
    sieve = SourceSieve()
    for path in (f"{name}.md", f"a/{name}/b.md", f"a/{name}/c/d.md", f"a/{name}/e.png"):
        assert not sieve.admits(path)
    assert found(sieve) == [("a/caf\ufffd", "bad-file-name"), ("caf\ufffd.md", "bad-file-name")]


def test_submodules_are_told_whether_checked_out_or_not() -> None:
    sieve = SourceSieve()
    gitmodules = '[submodule "a"]\n\tpath = themes/a\n\turl = https://x\n[submodule "b"]\n  path = "b"\n'
    listed = files(
        "themes/a/x.md", "themes/a.md", "themes/a/.git", "themes/a0", "c/d/.git", "c/d/e/f.md", "z.md", ".git"
    )
    own = sieve.without_submodules(listed, gitmodules)
    assert [file.path for file in own] == ["themes/a.md", "themes/a0", "z.md"]
    assert found(sieve) == [("b", "submodule"), ("c/d", "submodule"), ("themes/a", "submodule")]


def test_a_folder_with_files_of_its_own_is_no_submodule_whatever_gitmodules_says() -> None:
    sieve = SourceSieve()
    assert len(sieve.without_submodules(files("a/b.md", "a/c/d.md"), "path = a\npath = a/c/\npath=\n")) == 2
    assert found(sieve) == []


@pytest.mark.parametrize("text", ["", "\0\xff", "path", "[submodule]\npath =", "path = \n" * 3])
def test_damaged_gitmodules_name_nothing(text: str) -> None:
    assert not any(submodule_paths(text))


def test_a_deep_path_is_judged_in_bounded_time() -> None:
    sieve = SourceSieve()
    assert all(sieve.admits("a/" * 20_000 + f"{number}.md") for number in range(50))
    assert not sieve.admits("a/" * 20_000 + ".x/a.md")


def test_a_hash_in_pieces_is_the_blobs_id() -> None:
    digest = new_blob_hash(6)
    digest.update(b"abc")
    digest.update(b"def")
    # Checked with `git hash-object`.
    assert digest.hexdigest() == git_blob_id(b"abcdef") == "d96dc95707c20a371b14928ee42071f00e00b645"
    assert git_blob_id(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"


def test_a_pointer_of_git_lfs_is_short_and_names_a_hash() -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"4d" * 32 + b"\nsize 12345\n"
    assert is_lfs_pointer(pointer)
    assert not is_lfs_pointer(pointer + b"x" * 1024)
    assert not is_lfs_pointer(b"version https://git-lfs.github.com/spec/v1\nsize 1\n")
