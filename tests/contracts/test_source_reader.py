"""What every `SourceReader` promises: the same commit has the same files wherever it lies."""

from __future__ import annotations

import os
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest
from source_builders import KINDS, WorkTree, open_source

from shared.adapters.local.folder_source import FolderSource
from shared.domain.git_objects import git_blob_id
from shared.domain.models import SourceFile
from shared.errors import ConflictError
from tests.standins.git_hosts import GitHosts
from tests.standins.github_api import GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from pathlib import Path

    from source_builders import Kind, Source

    Open = Callable[[WorkTree], Awaitable[Source]]


@pytest.fixture(scope="module")
def github() -> Iterator[GitHubStandIn]:
    with GitHubStandIn() as running:
        yield running


@pytest.fixture(scope="module")
def hosts() -> Iterator[GitHosts]:
    with GitHosts() as running:
        yield running


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    kind: Kind = request.param
    return kind


@pytest.fixture
async def opened(kind: Kind, github: GitHubStandIn, hosts: GitHosts) -> AsyncIterator[Open]:
    async with AsyncExitStack() as stack:

        async def open_tree(tree: WorkTree) -> Source:
            tree.commit()
            return await stack.enter_async_context(open_source(kind, tree, github, hosts))

        yield open_tree


@pytest.fixture
def tree(tmp_path: Path) -> WorkTree:
    (tmp_path / "source").mkdir()
    return WorkTree(tmp_path / "source")


async def read_all(source: Source, files: list[SourceFile]) -> dict[str, bytes]:
    return {file.path: data async for file, data in source.read_many(files)}


PATHS = ["b.md", "a/z.md", "a.md", "a/b/c.md", "a-b.md", "a/é.md", "a b.md", "x" * 120 + ".md", "d/" * 60 + "deep.md"]


async def test_files_are_listed_in_path_order_with_forward_slashes(tree: WorkTree, opened: Open) -> None:
    for path in PATHS:
        tree.write(path)
    listed = await (await opened(tree)).list_files()
    assert [file.path for file in listed] == sorted(PATHS)


@pytest.mark.parametrize("data", [b"", b"one\r\n\xff\x00two", b"x" * 70_000, bytes(range(256)) * 6000])
async def test_reading_gives_the_bytes_that_were_listed(tree: WorkTree, opened: Open, data: bytes) -> None:
    tree.write("a.md", data)
    tree.write("b.png", data)
    source = await opened(tree)
    page, image = await source.list_files()
    assert page == SourceFile("a.md", git_blob_id(data), len(data))
    assert image == SourceFile("b.png", "", len(data))
    assert await source.read(page) == data
    assert await read_all(source, [page]) == {"a.md": data}


async def test_a_source_that_has_not_listed_reads_what_another_has(
    tree: WorkTree, opened: Open, kind: Kind, github: GitHubStandIn, hosts: GitHosts
) -> None:
    tree.write("docs/a.md", b"a")
    tree.write("docs/b.md", b"b")
    listed = await (await opened(tree)).list_files()
    async with open_source(kind, tree, github, hosts) as other:
        assert await other.read(listed[1]) == b"b"
        assert await read_all(other, listed) == {"docs/a.md": b"a", "docs/b.md": b"b"}


async def test_many_files_are_read_each_once(tree: WorkTree, opened: Open) -> None:
    contents = {f"docs/{number:03}.md": b"# Page %d\n" % number * (number % 40) for number in range(150)}
    for path, data in contents.items():
        tree.write(path, data)
    source = await opened(tree)
    listed = await source.list_files()
    found = [(file.path, data) async for file, data in source.read_many(listed)]
    assert len(found) == len(contents)
    assert dict(found) == contents
    assert await read_all(source, []) == {}


async def test_what_does_not_count_is_left_out(tree: WorkTree, opened: Open) -> None:
    for path in ("x/.cache/a.md", ".inkdex/a.md", "x/node_modules/b/README.md", "venv/a.md", "a/.github/b.md"):
        tree.write(path)
    tree.write("page.md")
    tree.write(".vitepress/config.ts")
    tree.write("docs/.vitepress/config.ts")
    tree.write("a/.hidden.md")
    source = await opened(tree)
    found = {file.path: bool(file.content_id) for file in await source.list_files()}
    assert found == {
        ".vitepress/config.ts": True,
        "docs/.vitepress/config.ts": True,
        "a/.hidden.md": True,
        "page.md": True,
    }
    assert source.diagnostics == []


async def test_links_submodules_and_bad_names_are_the_same_everywhere(tree: WorkTree, opened: Open, kind: Kind) -> None:
    tree.write("page.md")
    tree.write("docs/mkdocs.yml")
    tree.add_submodule("themes/one")
    tree.add_submodule("content/two")
    expected = [("content/two", "submodule"), ("themes/one", "submodule")]
    if kind != "store":  # whose keys are text, and name no links
        (tree.root / "README.md").symlink_to("page.md")
        (tree.root / "docs/gone.md").symlink_to("nowhere.md")
        (tree.root / "image.png").symlink_to("page.md")
        (tree.root / "folder").symlink_to("docs")
        tree.write(os.fsdecode(b"caf\xe9.md"))
        tree.write(os.fsdecode(b"bad-\xff/page.md"))
        expected += [("README.md", "linked-file"), ("docs/gone.md", "linked-file")]
        expected += [("bad-\ufffd", "bad-file-name"), ("caf\ufffd.md", "bad-file-name")]
    source = await opened(tree)
    listed = await source.list_files()
    assert [file.path for file in listed] == [".gitmodules", "docs/mkdocs.yml", "page.md"]
    assert [(found.path, found.code) for found in source.diagnostics] == sorted(expected)
    tree.check_out_submodules()
    folder = FolderSource(tree.root)
    assert await folder.list_files() == listed
    assert folder.diagnostics == source.diagnostics


async def test_listing_again_gives_the_same(tree: WorkTree, opened: Open) -> None:
    tree.write("page.md")
    tree.add_submodule("themes/one")
    source = await opened(tree)
    first, diagnostics = await source.list_files(), source.diagnostics
    assert await source.list_files() == first
    assert source.diagnostics == diagnostics
    assert len(diagnostics) == 1


async def test_a_file_that_was_never_there_is_a_conflict(tree: WorkTree, opened: Open) -> None:
    tree.write("page.md", b"text")
    source = await opened(tree)
    for content_id in (git_blob_id(b"never"), ""):
        gone = SourceFile("never.md", content_id, 5)
        with pytest.raises(ConflictError):
            await source.read(gone)
        with pytest.raises(ConflictError):
            await read_all(source, [gone])


async def test_reading_many_may_end_early(tree: WorkTree, opened: Open) -> None:
    for number in range(100):
        tree.write(f"{number}.md", b"%d" % number)
    source = await opened(tree)
    listed = await source.list_files()
    found = source.read_many(listed)
    await anext(found)
    await found.aclose()  # type: ignore[attr-defined]
    assert len(await read_all(source, listed)) == 100
