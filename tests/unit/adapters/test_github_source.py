"""A commit of a repository as a source: how it is asked for, and what happens when that goes wrong."""

from __future__ import annotations

import os
import subprocess
import tracemalloc
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.archives.limits import ArchiveLimits
from shared.adapters.github.client import GitHubApi
from shared.adapters.github.repository import RepositoryName, resolve_commit
from shared.adapters.github.source import GitHubSource
from shared.adapters.local.httpx_client import HttpxClient
from shared.adapters.memory.object_store import MemoryStore
from shared.domain.models import SourceFile
from shared.errors import ConfigurationError, ConflictError, InputError, RateLimited, Unavailable
from tests.standins.github_api import TOKEN, Fault, GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.standins.github_api.repositories import Repository

_numbers = iter(range(10_000))


def make_repository(github: GitHubStandIn, files: dict[str, Any], *, private: bool = False) -> Repository:
    return github.create_repo("octocat", f"docs-{next(_numbers)}", files=files, private=private)


def pages(count: int, folder: str = "docs") -> dict[str, Any]:
    return {f"{folder}/{number:04}.md": f"# Page {number}\n" for number in range(count)}


@asynccontextmanager
async def open_api(github: GitHubStandIn, **options: Any) -> AsyncIterator[GitHubApi]:
    async def sleep(seconds: float) -> None:
        pass

    async with HttpxClient() as http:
        yield GitHubApi(http, base_url=github.base_url, **{"token": TOKEN, "sleep": sleep, **options})


async def open_source(api: GitHubApi, repository: Repository, **options: Any) -> GitHubSource:
    name = RepositoryName.parse(repository.full_name)
    return GitHubSource(api, name, await resolve_commit(api, name), **options)


async def read_all(source: GitHubSource, files: list[SourceFile]) -> dict[str, bytes]:
    return {file.path: data async for file, data in source.read_many(files)}


def expected(files: dict[str, Any], *, below: str = "") -> dict[str, bytes]:
    return {path.removeprefix(below): text.encode() for path, text in files.items() if path.startswith(below)}


# Commits


@pytest.mark.parametrize("ref", ["", "HEAD", "main", "v1", "feature/one"])
async def test_a_name_is_resolved_to_a_commit_and_its_date(github: GitHubStandIn, ref: str) -> None:
    repository = make_repository(github, {"a.md": "x"})
    sha = repository.commit_files({"b.md": "y"})
    repository.git("tag", "-a", "-m", "First", "v1", sha)
    repository.git("branch", "feature/one", sha)
    async with open_api(github) as api:
        commit = await resolve_commit(api, RepositoryName.parse(repository.full_name), ref)
    assert commit.sha == sha
    assert commit.tree == repository.git("rev-parse", f"{sha}^{{tree}}").decode().strip()
    assert commit.as_of.tzinfo is UTC
    assert abs(datetime.now(UTC) - commit.as_of) < timedelta(minutes=2)


async def test_a_branch_that_has_not_moved_costs_no_allowance(github: GitHubStandIn) -> None:
    repository = make_repository(github, {"a.md": "x"})
    name = RepositoryName.parse(repository.full_name)
    async with open_api(github, cache=MemoryStore()) as api:
        first = await resolve_commit(api, name, "main")
        assert await resolve_commit(api, name, "main") == first
        assert [request.status for request in github.hub.log.find("*/commits/main")] == [200, 304]
        moved = repository.commit_files({"a.md": "y"})
        assert (await resolve_commit(api, name, "main")).sha == moved


async def test_what_is_not_there_or_hidden_says_the_way_out(github: GitHubStandIn) -> None:
    private = make_repository(github, {"a.md": "x"}, private=True)
    empty = github.create_repo("octocat", f"empty-{next(_numbers)}")
    async with open_api(github) as api, open_api(github, token=None) as nobody, open_api(github, token="no") as wrong:
        with pytest.raises(InputError, match="branch"):
            await resolve_commit(api, RepositoryName.parse(private.full_name), "gone")
        with pytest.raises(InputError, match="contents: read"):
            await resolve_commit(nobody, RepositoryName.parse(private.full_name))
        with pytest.raises(ConfigurationError, match="make a new one"):
            await resolve_commit(wrong, RepositoryName.parse(private.full_name))
        with pytest.raises(InputError, match="first commit"):
            await resolve_commit(api, RepositoryName.parse(empty.full_name))
        assert (await (await open_source(api, private)).list_files())[0].path == "a.md"


# Listing


async def test_a_folder_is_listed_as_if_it_were_the_source(github: GitHubStandIn) -> None:
    repository = make_repository(
        github,
        {"README.md": "x", "site/docs/a.md": "a", "site/docs/.x/b.md": "b", "site/mkdocs.yml": "m", "site2/c.md": ""},
    )
    async with open_api(github) as api:
        source = await open_source(api, repository, folder="/site/".strip("/"))
        listed = await source.list_files()
        assert [(file.path, bool(file.content_id)) for file in listed] == [("docs/a.md", True), ("mkdocs.yml", True)]
        assert await read_all(source, listed) == {"docs/a.md": b"a", "mkdocs.yml": b"m"}
        deep = await open_source(api, repository, folder="site/docs")
        assert [file.path for file in await deep.list_files()] == ["a.md"]
        for folder in ("gone", "site/gone", "README.md", "README.md/x"):
            with pytest.raises(InputError, match="has no folder"):
                await (await open_source(api, repository, folder=folder)).list_files()


async def test_a_listing_that_is_cut_off_is_made_folder_by_folder(github: GitHubStandIn) -> None:
    files = {"top.md": "x", **pages(30, "a/one"), **pages(30, "a/two"), **pages(20, "b"), **pages(5, "node_modules/x")}
    repository = make_repository(github, files)
    async with open_api(github) as api:
        whole = await (await open_source(api, repository)).list_files()
        github.hub.limits.tree_entries = 40
        github.hub.log.clear()
        assert await (await open_source(api, repository)).list_files() == whole
        assert len(whole) == 81
        # The top and a/ are cut off and listed again by themselves; a/one, a/two and b are whole, node_modules unasked.
        assert len(github.hub.log.find("*/git/trees/*")) == 7
        github.hub.limits.tree_entries = 20
        with pytest.raises(InputError, match="does not list all files"):
            await (await open_source(api, repository)).list_files()


async def test_a_listing_is_kept_with_its_diagnostics(github: GitHubStandIn, tmp_path: Any) -> None:
    repository = make_repository(github, {"docs/a.md": "x"})
    work = tmp_path / "work"
    subprocess.run(["git", "clone", "-q", str(repository.path), str(work)], check=True)
    (work / "docs/link.md").symlink_to("a.md")
    git = ["git", "-C", str(work), "-c", "user.name=a", "-c", "user.email=a@example.com"]
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", "x"], check=True)
    subprocess.run([*git, "push", "-q"], check=True)
    store = MemoryStore()
    async with open_api(github) as api:
        first = await open_source(api, repository, cache=store, folder="docs")
        listed = await first.list_files()
        assert [found.code for found in first.diagnostics] == ["linked-file"]
        github.hub.log.clear()
        second = await open_source(api, repository, cache=store, folder="docs")
        assert await second.list_files() == listed
        assert second.diagnostics == first.diagnostics
        assert not github.hub.log.find("*recursive*")
        store.objects = {key: data[:-4] for key, data in store.objects.items()}
        third = await open_source(api, repository, cache=store, folder="docs")
        assert await third.list_files() == listed
        assert third.diagnostics == first.diagnostics


@pytest.mark.parametrize("kind", ["truncated", "reset", "bad_gateway", "secondary_rate_limit"])
async def test_a_listing_survives_faults(github: GitHubStandIn, kind: Any) -> None:
    files = pages(300)
    repository = make_repository(github, files)
    github.hub.faults.script(Fault(kind, "*/git/trees/*", times=2))
    async with open_api(github) as api:
        assert len(await (await open_source(api, repository)).list_files()) == 300


# Reading


async def test_few_files_come_as_blobs_and_many_as_one_archive(github: GitHubStandIn) -> None:
    files = pages(120)
    repository = make_repository(github, files)
    async with open_api(github) as api:
        source = await open_source(api, repository)
        listed = await source.list_files()
        assert await read_all(source, listed[:40]) == dict(list(expected(files).items())[:40])
        assert len(github.hub.log.find("*/git/blobs/*")) == 40
        assert 1 < github.hub.log.most_at_once <= 6
        assert not github.hub.log.find("/codeload/*")
        github.hub.log.clear()
        assert await read_all(source, listed) == expected(files)
        assert len(github.hub.log.find("/codeload/*")) == 1
        assert not github.hub.log.find("*/git/blobs/*")


async def test_the_archive_of_a_private_repository_is_fetched_without_the_token(github: GitHubStandIn) -> None:
    files = pages(80)
    repository = make_repository(github, files, private=True)
    async with open_api(github) as api:
        source = await open_source(api, repository)
        assert await read_all(source, await source.list_files()) == expected(files)
    (link,) = github.hub.log.find("/codeload/*")
    assert TOKEN not in str(link)
    assert "authorization" not in link.headers
    assert github.hub.log.find("*/tarball/*")[0].headers["authorization"] == f"Bearer {TOKEN}"


async def test_a_folder_of_an_archive_is_read_by_paths_relative_to_it(github: GitHubStandIn) -> None:
    files = {**pages(80, "site/docs"), **pages(80, "docs"), "site/docs2/x.md": "x"}
    repository = make_repository(github, files)
    async with open_api(github) as api:
        source = await open_source(api, repository, folder="site/docs")
        listed = await source.list_files()
        assert await read_all(source, listed) == expected(files, below="site/docs/")
    assert not github.hub.log.find("*/git/blobs/*")


async def test_what_an_archive_leaves_out_or_changes_comes_as_blobs(github: GitHubStandIn) -> None:
    files = {**pages(80), "secret/a.md": "not exported", "v.md": "$Format:%H$\n"}
    attributes = {".gitattributes": "secret export-ignore\nv.md export-subst\n"}
    repository = make_repository(github, {**files, **attributes})
    async with open_api(github) as api:
        source = await open_source(api, repository)
        listed = [file for file in await source.list_files() if file.content_id]
        assert await read_all(source, listed) == expected(files)
    assert len(github.hub.log.find("*/git/blobs/*")) == 2


@pytest.mark.parametrize("after_bytes", [0, 100, 5_000, 150_000])
async def test_an_archive_that_breaks_off_is_completed(github: GitHubStandIn, after_bytes: int) -> None:
    files = {path: os.urandom(2000).hex() for path in pages(150)}
    repository = make_repository(github, files)
    github.hub.faults.script(Fault("truncated", "/codeload/*", times=9, after_bytes=after_bytes))
    async with open_api(github) as api:
        source = await open_source(api, repository)
        found = [(file.path, data) async for file, data in source.read_many(await source.list_files())]
    assert len(found) == 150
    assert dict(found) == expected(files)


@pytest.mark.parametrize("kind", ["server_error", "reset", "unavailable"])
async def test_an_archive_that_is_not_to_be_had_is_replaced_by_blobs(github: GitHubStandIn, kind: Any) -> None:
    files = pages(70)
    repository = make_repository(github, files)
    github.hub.faults.script(Fault(kind, "/codeload/*", times=99))
    async with open_api(github) as api:
        source = await open_source(api, repository)
        assert await read_all(source, await source.list_files()) == expected(files)
    assert len(github.hub.log.find("*/git/blobs/*")) == 70


@pytest.mark.parametrize(
    "limits",
    [ArchiveLimits(max_bytes=20_000), ArchiveLimits(max_entries=10), ArchiveLimits(free_bytes=0, max_ratio=1.0)],
)
async def test_an_archive_beyond_the_limits_is_left_and_blobs_are_read(
    github: GitHubStandIn, limits: ArchiveLimits
) -> None:
    files = pages(100)
    repository = make_repository(github, files)
    async with open_api(github) as api:
        source = await open_source(api, repository, limits=limits)
        assert await read_all(source, await source.list_files()) == expected(files)
    assert github.hub.log.find("*/git/blobs/*")


@pytest.mark.parametrize("kind", ["truncated", "reset", "bad_gateway", "secondary_rate_limit"])
async def test_reading_a_blob_survives_faults(github: GitHubStandIn, kind: Any) -> None:
    files = {path: text * 200 for path, text in pages(10).items()}
    repository = make_repository(github, files)
    async with open_api(github) as api:
        source = await open_source(api, repository)
        listed = await source.list_files()
        github.hub.faults.script(Fault(kind, "*/git/blobs/*", times=3))
        assert await read_all(source, listed) == expected(files)


async def test_an_exhausted_allowance_is_told_with_its_time(github: GitHubStandIn) -> None:
    repository = make_repository(github, pages(3))
    async with open_api(github) as api:
        source = await open_source(api, repository)
        listed = await source.list_files()
        github.hub.rates.leave(1, resets_in_s=1800.0)
        with pytest.raises(RateLimited) as caught:
            await read_all(source, listed)
    assert 1700.0 < caught.value.retry_after_s < 1803.0


async def test_a_time_out_is_tried_again(github: GitHubStandIn) -> None:
    repository = make_repository(github, pages(1))
    async with open_api(github, timeout_s=0.2, max_attempts=2) as api:
        source = await open_source(api, repository)
        (file,) = await source.list_files()
        github.hub.faults.script(Fault("hang", "*/git/blobs/*", hang_s=0.6))
        assert await source.read(file) == b"# Page 0\n"
        github.hub.faults.script(Fault("hang", "*/git/blobs/*", hang_s=0.6, times=2))
        with pytest.raises(Unavailable):
            await source.read(file)


async def test_a_file_that_went_away_with_its_history_is_a_conflict(github: GitHubStandIn) -> None:
    repository = make_repository(github, pages(1))
    async with open_api(github) as api:
        source = await open_source(api, repository)
        with pytest.raises(ConflictError, match=r"gone\.md"):
            await source.read(SourceFile("gone.md", "1" * 40, 5))


async def test_60_mb_are_read_within_a_few(github: GitHubStandIn) -> None:
    """Pages of 30 MB in an archive of 60 MB (images make the other half), none of it compressible."""
    files: dict[str, Any] = {f"docs/{number:03}.md": os.urandom(300_000) for number in range(100)}
    files.update({f"images/{number}.png": os.urandom(3_000_000) for number in range(10)})
    repository = make_repository(github, files)
    async with open_api(github) as api:
        source = await open_source(api, repository)
        listed = [file for file in await source.list_files() if file.content_id]
        tracemalloc.start()
        count = 0
        async for file, data in source.read_many(listed):
            count += len(data) == file.size_bytes
        peak_bytes = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert count == 100
    assert not github.hub.log.find("*/git/blobs/*")
    print(f"peak {peak_bytes / 1e6:.1f} MB")
    # The stand-in runs in this process; what it holds counts as well.
    assert peak_bytes < 12_000_000
