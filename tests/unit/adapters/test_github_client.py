"""Requests to GitHub's API: what its refusals become, who gets the token, what is asked again."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel
from scripted_http import ScriptedHttp, answer

from shared.adapters.github import failures
from shared.adapters.github.client import GitHubApi
from shared.adapters.github.failures import read_error
from shared.adapters.github.repository import RepositoryName, clean_folder, resolve_commit
from shared.adapters.github.trees import TreeEntry, TreeReader
from shared.adapters.memory.object_store import MemoryStore
from shared.domain.git_objects import check_ref
from shared.errors import (
    ConfigurationError,
    ConflictError,
    InkdexError,
    InputError,
    RateLimited,
    Rejected,
    Unavailable,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from shared.ports import HttpResponse

TOKEN = "secret-token"
NOW = 1_000_000.0


def api(http: ScriptedHttp, **options: Any) -> tuple[GitHubApi, list[float]]:
    """A client of the script, and the waits that it makes."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    options = {"token": TOKEN, "sleep": sleep, "jitter": lambda: 0.0, "clock": lambda: NOW, **options}
    return GitHubApi(http, **options), waits


def said(message: str) -> bytes:
    return b'{"message":"%s","documentation_url":"https://docs.github.com/rest"}' % message.encode()


# The table of errors

REFUSALS: list[tuple[str, HttpResponse, type[InkdexError], str]] = [
    ("bad token", answer(401, said("Bad credentials")), ConfigurationError, "make a new one"),
    ("no permission", answer(403, said("Resource not accessible")), ConfigurationError, "contents: read"),
    ("too large a blob", answer(403, said("The requested blob is too large")), InputError, "leave the file out"),
    ("primary limit", answer(403, x_ratelimit_remaining="0", x_ratelimit_reset="1000090"), RateLimited, "403"),
    ("primary limit, newer", answer(429, x_ratelimit_remaining="0", x_ratelimit_reset="1000090"), RateLimited, "429"),
    ("secondary limit", answer(403, said("secondary rate limit"), retry_after="7"), RateLimited, "secondary"),
    ("secondary limit without a time", answer(403, said("exceeded a secondary rate limit")), RateLimited, "403"),
    ("too many requests", answer(429), RateLimited, "429"),
    ("not found, or hidden", answer(404, said("Not Found")), InputError, "private repository needs a token"),
    ("gone", answer(410), InputError, "check owner"),
    ("blocked by law", answer(451), InputError, "451"),
    ("no such branch", answer(422, said("No commit found for SHA: x")), InputError, "branch"),
    ("empty repository", answer(409, said("Git Repository is empty.")), InputError, "first commit"),
    ("conflict", answer(409, said("Merge conflict")), ConflictError, "409"),
    ("branch has moved", answer(422, said("Update is not a fast forward")), ConflictError, "fast forward"),
    ("branch was made meanwhile", answer(422, said("Reference already exists")), ConflictError, "exists"),
    ("unprocessable", answer(422, said("Validation Failed")), Rejected, "Validation"),
    ("bad request", answer(400), Rejected, "400"),
    ("not acceptable", answer(415), Rejected, "415"),
    ("time-out", answer(408), Unavailable, "408"),
    ("server error", answer(500), Unavailable, "500"),
    ("bad gateway", answer(502, b"<html>"), Unavailable, "502"),
    ("overloaded", answer(503, retry_after="3"), RateLimited, "503"),
    ("not modified, unasked", answer(304), ConfigurationError, "address"),
    ("moved", answer(307), ConfigurationError, "called now"),
]


@pytest.mark.parametrize(("response", "kind", "text"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS])
def test_a_refusal_becomes_the_error_of_who_must_act(response: HttpResponse, kind: type, text: str) -> None:
    error = read_error(response, subject="octocat/docs", token=TOKEN, now=NOW)
    assert type(error) is kind
    assert text in error.message
    assert "octocat/docs" in error.message


def test_the_table_names_every_family_that_the_code_does() -> None:
    source = ast.parse(Path(failures.__file__).read_text("utf-8"))
    raised = {
        node.func.id for node in ast.walk(source) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    families = {name for name in raised if name in vars(failures) and name[0].isupper()}
    assert families == {row[2].__name__ for row in REFUSALS} | ({"HttpResponse"} & families)


@pytest.mark.parametrize(
    ("response", "wait_s"),
    [
        (answer(429, retry_after="7"), 7.0),
        (answer(403, x_ratelimit_remaining="0", x_ratelimit_reset="1000090"), 90.0),
        (answer(403, x_ratelimit_remaining="0", x_ratelimit_reset="999000"), 1.0),
        (
            answer(
                403,
                x_ratelimit_remaining="0",
                x_ratelimit_reset="1793318460",
                date="Thu, 29 Oct 2026 22:40:00 GMT",
            ),
            pytest.approx(1793318460 - 1793313600),
        ),
        (answer(403, said("secondary rate limit")), 60.0),
        (answer(429, x_ratelimit_remaining="12", x_ratelimit_reset="1000090"), 60.0),
        (answer(429, x_ratelimit_remaining="0", x_ratelimit_reset="soon"), 60.0),
        (answer(429, retry_after="soon"), 60.0),
    ],
)
def test_a_rate_limit_says_when(response: HttpResponse, wait_s: float) -> None:
    error = read_error(response, subject="x", token=TOKEN, now=NOW)
    assert isinstance(error, RateLimited)
    assert error.retry_after_s == wait_s


def test_the_token_is_never_shown() -> None:
    error = read_error(answer(422, said(f"no {TOKEN} here")), subject="x", token=TOKEN, now=NOW)
    assert TOKEN not in error.message
    assert "***" in error.message


def test_a_remedy_fits_who_has_no_token_and_who_writes() -> None:
    assert "is needed" in read_error(answer(401), subject="x", token=None, now=NOW).message
    assert "with a token" in read_error(answer(429), subject="x", token=None, now=NOW).message
    assert "contents: write" in read_error(answer(403), subject="x", token=TOKEN, writes=True, now=NOW).message


# Requests


async def test_requests_say_who_asks_which_version() -> None:
    http = ScriptedHttp([answer(body=b"data")])
    assert await api(http)[0].get("/x") == b"data"
    (asked,) = http.asked
    assert asked.url == "https://api.github.com/x"
    assert asked.headers["authorization"] == f"Bearer {TOKEN}"
    assert asked.headers["x-github-api-version"] == "2022-11-28"
    assert asked.headers["user-agent"] == "inkdex"


async def test_without_a_token_nothing_is_authorised() -> None:
    http = ScriptedHttp([answer()])
    await api(http, token=None)[0].get("/x")
    assert "authorization" not in http.asked[0].headers


async def test_what_may_pass_is_asked_again_and_what_may_not_is_raised() -> None:
    client, waits = api(
        ScriptedHttp([answer(502), Unavailable("no connection"), answer(429, retry_after="9"), answer()])
    )
    assert await client.get("/x") == b"{}"
    assert waits == [0.5, 1.0, 9.0]
    http = ScriptedHttp([answer(404)])
    with pytest.raises(InputError):
        await api(http)[0].get("/x")
    assert len(http.asked) == 1


async def test_attempts_end_and_a_long_wait_is_the_callers() -> None:
    http = ScriptedHttp([answer(500)])
    with pytest.raises(Unavailable):
        await api(http, max_attempts=3)[0].get("/x")
    assert len(http.asked) == 3
    http = ScriptedHttp([answer(403, x_ratelimit_remaining="0", x_ratelimit_reset="1003600")])
    client, waits = api(http)
    with pytest.raises(RateLimited) as caught:
        await client.get("/x")
    assert (caught.value.retry_after_s, len(http.asked), waits) == (3600.0, 1, [])


class Thing(BaseModel):
    sha: str


async def test_a_malformed_answer_is_asked_again() -> None:
    client, _ = api(ScriptedHttp([answer(body=b'{"sha":'), answer(body=b"<html>"), answer(body=b'{"sha":"a"}')]))
    assert (await client.get_model("/x", Thing)).sha == "a"
    with pytest.raises(Unavailable):
        await api(ScriptedHttp([answer(body=b"[]")]))[0].get_model("/x", Thing)


async def test_sending_takes_created_for_success() -> None:
    http = ScriptedHttp([answer(201, b'{"sha":"a"}')])
    assert (await api(http)[0].send("POST", "/x", {"é": "\n"}, Thing)).sha == "a"
    assert http.asked[0].body == '{"é":"\\n"}'.encode()


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_renamed_repository_is_followed_with_the_token(status: int) -> None:
    http = ScriptedHttp([answer(status, location="/repositories/1/x"), answer(body=b"here")])
    assert await api(http)[0].get("/repos/a/b") == b"here"
    assert http.asked[1].url == "https://api.github.com/repositories/1/x"
    assert http.asked[1].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(
    "target",
    [
        "https://codeload.github.com/a?token=x",
        "https://api.github.com.evil.example/a",
        "https://api.github.com:8443/a",
        "//other.example/a",
        "https://api.github.com@other.example/a",
    ],
)
async def test_another_origin_never_gets_the_token(target: str) -> None:
    http = ScriptedHttp([answer(302, location=target), answer(body=b"here")])
    client, _ = api(http)
    assert await client.get("/x") == b"here"
    http = ScriptedHttp([answer(302, location=target), answer(body=b"here")])
    client, _ = api(http)
    async with client.stream("/x") as stream:
        assert b"".join([chunk async for chunk in stream.chunks]) == b"here"
    for asked in http.asked[1:]:
        assert not {"authorization", "x-github-api-version"} & asked.headers.keys()
        assert TOKEN not in str(asked)
    assert http.closed == 2


async def test_a_redirect_to_an_address_without_encryption_is_not_followed() -> None:
    for target in ("http://api.github.com/x", "ftp://x", "file:///etc/passwd"):
        http = ScriptedHttp([answer(302, location=target)])
        with pytest.raises(Unavailable, match="without encryption"):
            await api(http, max_attempts=1)[0].get("/x")
        with pytest.raises(Unavailable, match="without encryption"):
            async with api(http, max_attempts=1)[0].stream("/x"):
                pass
        assert len(http.asked) == 2


async def test_redirects_in_a_circle_end() -> None:
    http = ScriptedHttp([answer(302, location="/x")])
    with pytest.raises(Unavailable, match="again and again"):
        async with api(http, max_attempts=2)[0].stream("/x"):
            pass
    assert len(http.asked) == http.closed == 8
    with pytest.raises(InkdexError):
        await api(http)[0].get("/x")


async def test_writing_is_not_redirected() -> None:
    http = ScriptedHttp([answer(307, location="https://api.github.com/y")])
    with pytest.raises(ConfigurationError, match="called now"):
        await api(http)[0].send("POST", "/x", {}, Thing)
    assert len(http.asked) == 1


async def test_a_link_that_has_run_out_is_asked_for_anew() -> None:
    link = answer(302, location="https://codeload.github.com/a")
    http = ScriptedHttp([link, answer(404), link, answer(body=b"here")])
    async with api(http)[0].stream("/x") as stream:
        assert [chunk async for chunk in stream.chunks] == [b"here"]
    assert http.closed == 4


async def test_a_stream_that_is_refused_says_why() -> None:
    http = ScriptedHttp([answer(404, said("Not Found"))])
    with pytest.raises(InputError, match="Not Found"):
        async with api(http)[0].stream("/x"):
            pass


# ETags


async def test_what_has_not_changed_comes_from_the_cache() -> None:
    store = MemoryStore()
    http = ScriptedHttp([answer(body=b"one", etag='W/"1"'), answer(304, b""), answer(body=b"two", etag='W/"2"')])
    client, _ = api(http, cache=store)
    assert [await client.get_current("/x") for _ in range(3)] == [b"one", b"one", b"two"]
    assert [asked.headers.get("if-none-match") for asked in http.asked] == [None, 'W/"1"', 'W/"1"']
    await client.get_current("/y")
    assert "if-none-match" not in http.asked[-1].headers


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"etag":1}', b"\xff"])
async def test_a_damaged_cache_is_ignored(damage: bytes) -> None:
    store = MemoryStore()
    client, _ = api(ScriptedHttp([answer(body=b"one", etag="1")]), cache=store)
    await client.get_current("/x")
    store.objects = dict.fromkeys(store.objects, damage)
    assert await client.get_current("/x") == b"one"


# Names


@pytest.mark.parametrize("text", ["", "a", "a/", "/a", "a/b/c", "../b", "a/..", "a b/c", "a/b?x", "a/b#c", "ü/a"])
def test_what_is_no_name_of_a_repository_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="owner/name"):
        RepositoryName.parse(text)


def test_a_repository_is_named_by_owner_and_name() -> None:
    assert RepositoryName.parse("octo-cat/my.docs_2").path == "/repos/octo-cat/my.docs_2"


@pytest.mark.parametrize(
    "ref", ["", "../x", "a..b", "a b", "/a", "a/", "a//b", "-x", "a~1", "a^", "a:b", "a@{1}", "a/.b"]
)
def test_what_is_no_ref_is_refused(ref: str) -> None:
    with pytest.raises(InputError):
        check_ref(ref)


@pytest.mark.parametrize("ref", ["main", "feature/x-1", "v1.2", "HEAD", "ü", "a#b", "0" * 40])
def test_refs_are_taken(ref: str) -> None:
    check_ref(ref)


def test_a_folder_stays_in_the_repository() -> None:
    assert [clean_folder(text) for text in ("", ".", "docs/", "./a//b")] == ["", "", "docs", "a/b"]
    for text in ("/docs", "../a", "a/../b", "a\\b"):
        with pytest.raises(InputError):
            clean_folder(text)


async def test_a_commit_that_is_no_sha_is_malformed() -> None:
    client, _ = api(ScriptedHttp([answer(body=b"<html>")]))
    with pytest.raises(Unavailable):
        await resolve_commit(client, RepositoryName("a", "b"), "main")


# Trees

TREE = (
    b'{"sha":"t","url":"https://x/tree","tree":[{"path":"a.md","mode":"100644","type":"blob","sha":"1","size":3,'
    b'"url":"u"},\n {"path":"x \xc3\xbc]}\\"","mode":"040000","type":"tree","sha":"2"}],"truncated":true}'
)


async def chunks(data: bytes, size: int) -> AsyncIterator[bytes]:
    for start in range(0, len(data), size):
        yield data[start : start + size]


@pytest.mark.parametrize("size", [1, 2, 7, 50, 1000])
async def test_entries_are_read_as_they_come(size: int) -> None:
    reader = TreeReader(chunks(TREE, size), "x")
    assert [entry async for entry in reader.entries()] == [
        TreeEntry("a.md", "100644", "blob", "1", 3),
        TreeEntry('x ü]}"', "040000", "tree", "2", 0),
    ]
    assert reader.truncated


async def test_an_empty_tree_has_no_entries() -> None:
    reader = TreeReader(chunks(b'{"truncated":false,"tree":[]}', 5), "x")
    assert [entry async for entry in reader.entries()] == []
    assert not reader.truncated


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"<html>",
        TREE[:-1],
        TREE[:60],
        TREE[:-20],
        b'{"tree":[1]}',
        b'{"tree":[{"path":"a"}]}',
        b'{"tree":[{"path":1,"mode":"","type":"","sha":""}]}',
        b'{"tree":[' + b"[" * 100_000,
        b'{"tree":[}]}',
    ],
)
async def test_what_is_no_tree_is_malformed(data: bytes) -> None:
    with pytest.raises(Unavailable, match="malformed"):
        [entry async for entry in TreeReader(chunks(data, 1000), "x").entries()]
