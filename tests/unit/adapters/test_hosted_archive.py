"""Archives of GitLab and of Gitea: how they are asked for, who gets a token, and what happens when that goes wrong."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from archive_builders import make_tar_gz
from scripted_http import ScriptedHttp, answer
from starlette.responses import RedirectResponse, Response, StreamingResponse

from shared.adapters.archives.commits import HostedArchive, UploadedArchive
from shared.adapters.archives.download import DownloadOptions, download_archive, find_archive
from shared.adapters.archives.hosts import ArchiveHosts, read_tokens
from shared.adapters.archives.limits import ArchiveLimits
from shared.adapters.local.httpx_client import HttpxClient
from shared.adapters.memory.object_store import MemoryStore
from shared.domain.repositories import Repository, source_of
from shared.errors import ConfigurationError, InkdexError, InputError, RateLimited, Rejected, Unavailable
from tests.standins.git_hosts import TOKEN, GitHosts

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, AsyncIterator, Iterator

    from shared.domain.repositories import Provider
    from tests.standins.github_api.repositories import Repository as BareRepository

BOTH = pytest.mark.parametrize("kind", ["gitlab", "gitea"])
GITLAB = "https://gitlab.com/team/docs/-/archive/{commit}/docs.tar.gz"
GITEA = "https://git.example.org/team/docs/archive/{commit}.tar.gz"
_numbers = iter(range(10_000))


@pytest.fixture(scope="module")
def running_hosts() -> Iterator[GitHosts]:
    with GitHosts() as running:
        yield running


@pytest.fixture
def hosts(running_hosts: GitHosts) -> GitHosts:
    running_hosts.reset()
    return running_hosts


def make_repository(hosts: GitHosts, files: dict[str, Any], *, private: bool = False) -> BareRepository:
    return hosts.create_repo("team", f"docs-{next(_numbers)}", files=files, private=private)


async def no_sleep(seconds: float) -> None:
    pass


def options(**changed: Any) -> DownloadOptions:
    return DownloadOptions(**{"sleep": no_sleep, **changed})


@asynccontextmanager
async def open_archive(
    kind: Provider, hosts: GitHosts, repository: BareRepository, store: MemoryStore | None = None, **changed: Any
) -> AsyncIterator[HostedArchive]:
    location = source_of(Repository(kind, hosts.base_url, repository.full_name)).location
    trusted = changed.pop("trusted", ArchiveHosts([hosts.host, hosts.storage_host]))
    build = changed.pop("build", "one.1")
    store = MemoryStore() if store is None else store
    async with HttpxClient() as http:
        yield HostedArchive(http, location, store, build, hosts=trusted, **{"options": options(), **changed})


async def download(http: ScriptedHttp, url: str = GITEA, store: MemoryStore | None = None, **given: Any) -> MemoryStore:
    store = MemoryStore() if store is None else store
    url = url.replace("{commit}", "main")
    changed = {name: given.pop(name) for name in list(given) if name != "hosts"}
    await download_archive(http, url, store, "here", options=options(**changed), **given)
    return store


# Commits


@BOTH
@pytest.mark.parametrize("ref", ["", "main", "v1", "feature/one", "ümläut & more#+1%2F", "SHA"])
async def test_a_name_is_resolved_to_a_commit_and_its_date(kind: Provider, hosts: GitHosts, ref: str) -> None:
    repository = make_repository(hosts, {"a.md": "x"})
    sha = repository.commit_files({"b.md": "y"})
    repository.git("tag", "-a", "-m", "First", "v1", sha)
    for branch in ("feature/one", "ümläut"):
        repository.git("branch", branch, sha)
    repository.git("update-ref", "refs/heads/ümläut&more#+1%2F", sha)
    async with open_archive(kind, hosts, repository) as archive:
        commit = await archive.resolve({"SHA": sha}.get(ref, ref).replace(" ", ""))
        assert [file.path for file in await archive.check_out(commit).list_files()] == ["a.md", "b.md"]
    assert (commit.sha, commit.tree) == (sha, "archives/one.1.tar.gz")
    told = int(repository.git("show", "-s", "--format=%ct", sha))
    assert commit.as_of == datetime.fromtimestamp(told, UTC)
    assert commit.as_of.tzinfo is UTC


@BOTH
async def test_a_folder_of_the_repository_is_the_source(kind: Provider, hosts: GitHosts) -> None:
    modules = "[submodule]\n\tpath = site/themes/one\n[submodule]\n\tpath = other/two\n"
    files = {"site/mkdocs.yml": "a: 1", "site/docs/a.md": "a", "b.md": "b", ".gitmodules": modules}
    repository = make_repository(hosts, files)
    async with open_archive(kind, hosts, repository, folder="site") as archive:
        source = archive.check_out(await archive.resolve("main"))
        assert [(file.path, bool(file.content_id)) for file in await source.list_files()] == [
            ("docs/a.md", True),
            ("mkdocs.yml", True),
        ]
        assert [(found.path, found.code) for found in source.diagnostics] == [("themes/one", "submodule")]
    async with open_archive(kind, hosts, repository, folder="sit") as archive:
        commit = await archive.resolve("main")
        with pytest.raises(InputError) as caught:
            await archive.check_out(commit).list_files()
    assert caught.value.code == "no-folder"


@BOTH
async def test_a_build_has_one_archive_and_the_next_build_removes_it(kind: Provider, hosts: GitHosts) -> None:
    repository, store = make_repository(hosts, {"a.md": "x"}), MemoryStore()
    store.objects["steps/kept"] = b""
    async with open_archive(kind, hosts, repository, store) as archive:
        first = await archive.resolve("main")
        second_sha = repository.commit_files({"a.md": "y"})
        assert await archive.resolve("main") == first
    assert len(hosts.requests) == 1
    async with open_archive(kind, hosts, repository, store, build="two.1") as archive:
        assert (await archive.resolve("main")).sha == second_sha
    assert sorted(store.objects) == ["archives/two.1.tar.gz", "steps/kept"]


async def test_an_archive_that_git_has_not_made_has_the_commit_that_was_asked_for_and_its_newest_time() -> None:
    http = ScriptedHttp([answer(body=make_tar_gz({"top/a.md": b"x"}))])
    now = datetime(2026, 5, 1, tzinfo=UTC)
    for ref, sha in (("1" * 40, "1" * 40), ("main", None)):
        archive = HostedArchive(http, GITEA, MemoryStore(), "one.1", now=lambda: now)
        commit = await archive.resolve(ref)
        assert (commit.sha, commit.as_of) == (sha, now)


async def test_an_uploaded_archive_is_resolved_without_a_branch(hosts: GitHosts) -> None:
    repository, store = make_repository(hosts, {"a.md": "x", "b/c.md": "y"}), MemoryStore()
    sha = repository.commit_files({"b/c.md": "z"})
    for form in ("tar.gz", "tar", "zip"):
        store.objects[f"uploads/{form}"] = repository.git("archive", f"--format={form}", "--prefix=top/", "main")
        archive = UploadedArchive(store, f"uploads/{form}", folder="b")
        commit = await archive.resolve("main")
        assert (commit.sha, commit.tree) == (sha, f"uploads/{form}")
        assert abs(datetime.now(UTC) - commit.as_of) < timedelta(minutes=2)
        assert [file.path for file in await archive.check_out(commit).list_files()] == ["c.md"]
    with pytest.raises(InputError, match="upload it first"):
        await UploadedArchive(store, "uploads/none").resolve("")


# Addresses


@pytest.mark.parametrize(
    ("ref", "quoted"),
    [
        ("main", "main"),
        ("", "HEAD"),
        ("feature/one", "feature/one"),
        ("a#b&c=d%2e%2e+e", "a%23b%26c%3Dd%252e%252e%2Be"),
        ("ü", "%C3%BC"),
        ("a'b\"<c>;@", "a%27b%22%3Cc%3E%3B%40"),
    ],
)
def test_a_name_is_quoted_into_the_address(ref: str, quoted: str) -> None:
    assert find_archive(GITEA, ref) == f"https://git.example.org/team/docs/archive/{quoted}.tar.gz"


@pytest.mark.parametrize("ref", ["../../secret", "a/../b", "/main", "a//b", "a b", "a?b", "a\\b", "a\nb", ".", "a..b"])
def test_what_is_no_name_is_refused(ref: str) -> None:
    with pytest.raises(InputError) as caught:
        find_archive(GITEA, ref)
    assert caught.value.code == "bad-ref"


def test_an_address_has_a_place_for_the_commit() -> None:
    with pytest.raises(InputError, match="commit"):
        find_archive("https://git.example.org/a.tar.gz", "main")


REFUSED = [
    "http://git.example.org/a.tar.gz",
    "https://127.0.0.1/a.tar.gz",
    "https://10.0.0.1/a.tar.gz",
    "https://169.254.169.254/latest/meta-data",
    "https://[::1]/a.tar.gz",
    "https://localhost/a.tar.gz",
    "https://git.internal/a.tar.gz",
    "https://2130706433/a.tar.gz",
    "https://user:password@git.example.org/a.tar.gz",
    "ftp://git.example.org/a.tar.gz",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("url", REFUSED)
async def test_only_public_addresses_are_asked_over_https(url: str) -> None:
    http = ScriptedHttp([answer(body=make_tar_gz({"a.md": b""}))])
    with pytest.raises(InputError, match="ARCHIVE_HOSTS") as caught:
        await download(http, url)
    assert caught.value.code == "bad-archive-url"
    assert http.asked == []


@pytest.mark.parametrize("url", REFUSED)
async def test_no_redirect_leads_to_where_nobody_may_ask(url: str) -> None:
    http = ScriptedHttp([answer(302, location=url), answer(body=make_tar_gz({"a.md": b""}))])
    with pytest.raises(Rejected) as caught:
        await download(http)
    assert caught.value.code == "bad-redirect"
    assert len(http.asked) == 1
    assert http.closed == 1


async def test_a_trusted_host_may_be_private_and_speak_http() -> None:
    data = make_tar_gz({"a.md": b""})
    trusted = ArchiveHosts(["git.internal:3000"])
    store = await download(ScriptedHttp([answer(body=data)]), "http://git.internal:3000/a", hosts=trusted)
    assert store.objects == {"here": data}
    with pytest.raises(InputError):
        await download(ScriptedHttp([answer(body=data)]), "http://git.internal/a", hosts=trusted)


@pytest.mark.parametrize("location", ["/b.tar.gz", "https://git.example.org/b.tar.gz", "?b", "//git.example.org/c"])
async def test_three_redirects_are_followed(location: str) -> None:
    data = make_tar_gz({"a.md": b""})
    moved = answer(302, location=location)
    http = ScriptedHttp([moved, moved, moved, answer(body=data)])
    assert (await download(http)).objects == {"here": data}
    assert http.closed == 4
    with pytest.raises(Rejected) as caught:
        await download(ScriptedHttp([moved]))
    assert caught.value.code == "too-many-redirects"


async def test_a_redirect_to_nowhere_is_refused() -> None:
    for moved in (
        answer(302),
        answer(302, location="https://[bad/"),
        answer(302, location="https://git.example.org:x/"),
    ):
        with pytest.raises(Rejected):
            await download(ScriptedHttp([moved]))


# Tokens


def test_a_token_goes_to_its_origin_and_nowhere_else() -> None:
    hosts = ArchiveHosts(tokens={"git.example.org": "one", "Code.example.org:8443": "two", "git.internal:80": "three"})
    gitlab = "/team/docs/-/archive/main/docs.tar.gz"
    assert hosts.identify(f"https://git.example.org{gitlab}") == {"private-token": "one"}
    assert hosts.identify("https://GIT.example.org:443/team/docs/archive/main.tar.gz") == {"authorization": "token one"}
    assert hosts.identify("https://code.example.org:8443/a") == {"authorization": "token two"}
    assert hosts.identify("http://git.internal/a") == {"authorization": "token three"}
    for other in (
        "http://git.example.org/a",
        "https://git.example.org:8443/a",
        "https://code.example.org/a",
        "https://evil.example.org/git.example.org/a",
        "https://git.example.org.evil.example/a",
        "https://example.org/a",
    ):
        assert hosts.identify(other) == {}
    assert "one" not in repr(hosts)


async def test_a_redirect_to_another_host_gets_no_token() -> None:
    http = ScriptedHttp([answer(302, location="https://bucket.example.net/x"), answer(body=make_tar_gz({"a.md": b""}))])
    await download(http, hosts=ArchiveHosts(tokens={"git.example.org": "secret"}))
    first, second = http.asked
    assert first.headers["authorization"] == "token secret"
    assert "secret" not in str(second.headers)


@BOTH
async def test_a_private_repository_needs_the_token(kind: Provider, hosts: GitHosts) -> None:
    repository = make_repository(hosts, {"a.md": "x"}, private=True)
    hosts.moves_to_storage = True
    trusted = [hosts.host, hosts.storage_host]
    for tokens in ({}, {hosts.host: "another"}):
        async with open_archive(kind, hosts, repository, trusted=ArchiveHosts(trusted, tokens)) as archive:
            with pytest.raises(InputError, match="ARCHIVE_TOKENS") as caught:
                await archive.resolve("main")
        assert caught.value.code == "no-archive"
    hosts.requests.clear()
    async with open_archive(kind, hosts, repository, trusted=ArchiveHosts(trusted, {hosts.host: TOKEN})) as archive:
        commit = await archive.resolve("main")
        assert len(await archive.check_out(commit).list_files()) == 1
    asked, stored = hosts.requests
    assert TOKEN in str(asked.headers)
    assert stored.host == hosts.storage_host
    assert TOKEN not in str(stored.headers)


def test_tokens_are_json_of_strings() -> None:
    assert read_tokens("") == {}
    assert read_tokens('{"git.example.org": "token"}') == {"git.example.org": "token"}
    for text in ("secret", '["secret"]', '{"a": 1}', '{"a": "secret\\r\\nx: y"}', '{"a": {"b": "secret"}}'):
        with pytest.raises(ConfigurationError, match="ARCHIVE_TOKENS") as caught:
            read_tokens(text)
        assert "secret" not in caught.value.message


# Failures


@pytest.mark.parametrize(
    ("status", "family", "code"),
    [
        (401, ConfigurationError, "forbidden"),
        (403, ConfigurationError, "forbidden"),
        (404, InputError, "not-found"),
        (410, InputError, "not-found"),
        (406, Rejected, "rejected"),
        (304, Rejected, "rejected"),
        (202, Unavailable, "unavailable"),
        (503, Unavailable, "unavailable"),
    ],
)
async def test_refusals_say_who_must_act(status: int, family: type[InkdexError], code: str) -> None:
    http = ScriptedHttp([answer(status)])
    store = MemoryStore()
    with pytest.raises(family, match=rf"git\.example\.org answered {status}") as caught:
        await download(http, store=store)
    assert caught.value.code == code
    assert len(http.asked) == (3 if caught.value.retryable else 1)
    assert store.objects == {}


async def test_a_limit_of_requests_names_its_time() -> None:
    with pytest.raises(RateLimited) as caught:
        await download(ScriptedHttp([answer(429, retry_after="7")]))
    assert caught.value.retry_after_s == 7.0
    with pytest.raises(RateLimited) as caught:
        await download(ScriptedHttp([answer(429, retry_after="soon")]))
    assert caught.value.retry_after_s == 60.0


async def test_what_breaks_off_is_fetched_again() -> None:
    data = make_tar_gz({"a.md": b"x" * 3000})
    http = ScriptedHttp([answer(body=data[:60] + b"BREAK"), answer(502), answer(body=data)])
    assert (await download(http)).objects == {"here": data}


@BOTH
async def test_what_comes_cut_or_damaged_is_not_kept(kind: Provider, hosts: GitHosts) -> None:
    repository = make_repository(hosts, {"a.md": "x" * 5000})
    whole = repository.git("archive", "--format=tar.gz", "main")
    for body in (whole[: len(whole) // 2], whole[:-9] + b"\0" * 9, gzip.compress(b"x" * 5000)):
        hosts.answers = [Response(body)]
        store = MemoryStore()
        async with open_archive(kind, hosts, repository, store) as archive:
            with pytest.raises(Unavailable) as caught:
                await archive.resolve("main")
            assert caught.value.code == "damaged-archive"
            assert store.objects == {}
            assert (await archive.resolve("main")).sha is not None


@pytest.mark.parametrize("body", [b"<!doctype html>" + b" " * 1000, b"{}", b"x", b"\x1f\x8c" * 600])
async def test_what_is_no_archive_is_never_stored(body: bytes) -> None:
    store = MemoryStore()
    with pytest.raises(InputError, match="sign in") as caught:
        await download(ScriptedHttp([answer(body=body)]), store=store)
    assert caught.value.code == "no-archive"
    assert store.objects == {}
    with pytest.raises(Unavailable, match="empty"):
        await download(ScriptedHttp([answer(body=b"")]))


async def test_an_archive_beyond_the_limit_is_refused_early_and_late() -> None:
    data = make_tar_gz({"a.md": bytes(range(256)) * 40})
    told = ScriptedHttp([answer(body=data, content_length=str(len(data)))])
    for http in (told, ScriptedHttp([answer(body=data)])):
        store = MemoryStore()
        with pytest.raises(InputError, match="more than 200 bytes") as caught:
            await download(http, store=store, max_bytes=200)
        assert caught.value.code == "archive-too-large"
        assert (len(http.asked), store.objects) == (1, {})


@BOTH
async def test_a_bomb_is_not_kept(kind: Provider, hosts: GitHosts) -> None:
    repository, store = make_repository(hosts, {"a.md": "\0" * 1_000_000}), MemoryStore()
    async with open_archive(kind, hosts, repository, store, limits=ArchiveLimits(max_bytes=500_000)) as archive:
        with pytest.raises(InputError) as caught:
            await archive.resolve("main")
    assert (caught.value.code, store.objects) == ("archive-too-large", {})


async def test_a_host_that_trickles_is_given_up() -> None:
    class SlowStore(MemoryStore):
        async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
            async for _ in pieces:
                await asyncio.sleep(0.02)

    http = ScriptedHttp([answer(body=make_tar_gz({"a.md": bytes(range(256)) * 40}))])
    with pytest.raises(Unavailable) as caught:
        await download(http, store=SlowStore(), max_s=0.05, max_attempts=2)
    assert caught.value.code == "timeout"
    assert (len(http.asked), http.closed) == (2, 2)


async def test_memory_does_not_depend_on_the_archives_size(hosts: GitHosts) -> None:
    class Counting(MemoryStore):
        size_bytes = 0

        async def put_stream(self, key: str, pieces: AsyncIterable[bytes]) -> None:
            async for piece in pieces:
                self.size_bytes += len(piece)

    hosts.answers = [StreamingResponse(iter([b"\x1f\x8b" + bytes(510), *(bytes(65_536) for _ in range(500))]))]
    store = Counting()
    async with HttpxClient() as http:
        tracemalloc.start()
        url = f"{hosts.base_url}/team/docs/archive/main.tar.gz"
        await download_archive(http, url, store, "here", hosts=ArchiveHosts([hosts.host]))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert store.size_bytes == 512 + 500 * 65_536
    assert peak < 10_000_000  # of the stand-in as well, which runs in this process


async def test_a_redirect_of_the_host_itself_is_followed(hosts: GitHosts) -> None:
    repository = make_repository(hosts, {"a.md": "x"})
    hosts.answers = [RedirectResponse(f"/{repository.full_name}/archive/main.tar.gz", 302)]
    async with open_archive("gitlab", hosts, repository) as archive:
        assert (await archive.resolve("main")).sha == repository.find_commit("main")
