"""The local server: what it gives, with which headers, and what it never gives."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import httpx
import pytest

from shared.adapters.local.artifact_files import CompressedCopies
from shared.adapters.local.server import CONTENT_SECURITY_POLICY, ReloadEvents, make_app

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

IMMUTABLE = "public, max-age=31536000, immutable"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    folder = tmp_path / "page"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text('<meta name="inkdex-site" content="%INKDEX_SITE%" />')
    (folder / "explore.html").write_text('<meta name="inkdex-site" content="%INKDEX_SITE%" /><p>SQL')
    (folder / "assets" / "main-abc.js").write_text("let answer = 42;\n" * 100)
    (tmp_path / "secret.json").write_text('{"secret": true}')
    return folder


def client_for(app: object) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")  # type: ignore[arg-type]


@pytest.fixture
async def client(dist: Path, page: Path) -> AsyncIterator[httpx.AsyncClient]:
    async with client_for(make_app(dist, "site", page)) as client:
        yield client


@pytest.fixture
def names(dist: Path) -> dict[str, str]:
    """Names of some artifacts."""
    pointer = json.loads((dist / "site" / "current.json").read_bytes())
    objects = sorted((dist / "objects").rglob("*.json"), key=lambda path: path.stat().st_size)
    return {
        "manifest": pointer["manifest"],
        "database": pointer["manifest"].replace("manifest.json", "search.db"),
        "object": objects[-1].relative_to(dist).as_posix(),
    }


async def test_the_page_has_the_site_and_a_strict_policy(client: httpx.AsyncClient) -> None:
    answer = await client.get("/")
    assert answer.text == '<meta name="inkdex-site" content="site" />'
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "unsafe-inline" not in CONTENT_SECURITY_POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-cache"


async def test_the_explore_page_is_beside_the_search_page(client: httpx.AsyncClient) -> None:
    answer = await client.get("/explore")
    assert answer.text == '<meta name="inkdex-site" content="site" /><p>SQL'
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert answer.headers["cache-control"] == "no-cache"


async def test_the_name_of_the_site_is_escaped(dist: Path, page: Path) -> None:
    async with client_for(make_app(dist, '"><script>', page)) as client:
        assert "<script>" not in (await client.get("/")).text


async def test_what_never_changes_is_cached_for_ever_and_the_pointer_never(
    client: httpx.AsyncClient, names: dict[str, str]
) -> None:
    for name in names.values():
        answer = await client.get(f"/{name}")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == IMMUTABLE
        assert answer.headers["access-control-allow-origin"] == "*"
    assert (await client.get("/_inkdex/assets/main-abc.js")).headers["cache-control"] == IMMUTABLE
    assert (await client.get("/site/current.json")).headers["cache-control"] == "no-cache"


async def test_an_unchanged_file_is_not_sent_again(client: httpx.AsyncClient, names: dict[str, str]) -> None:
    for name in ("site/current.json", *names.values()):
        for encoding in ("gzip", "identity"):
            headers = {"Accept-Encoding": encoding}
            tag = (await client.get(f"/{name}", headers=headers)).headers["etag"]
            again = await client.get(f"/{name}", headers={**headers, "If-None-Match": f'"x", W/{tag}'})
            assert again.status_code == 304
            assert again.content == b""
            assert again.headers["etag"] == tag


async def test_files_are_compressed_for_those_who_want_it(
    client: httpx.AsyncClient, dist: Path, names: dict[str, str]
) -> None:
    for name in (names["manifest"], names["database"]):
        async with client.stream("GET", f"/{name}", headers={"Accept-Encoding": "gzip"}) as answer:
            assert answer.headers["content-encoding"] == "gzip"
            assert "Accept-Encoding" in answer.headers["vary"]
            raw = b"".join([piece async for piece in answer.aiter_raw()])
        assert gzip.decompress(raw) == (dist / name).read_bytes()
        assert len(raw) == int(answer.headers["content-length"])
        for refused in ("identity", "gzip;q=0", "br"):
            plain = await client.get(f"/{name}", headers={"Accept-Encoding": refused})
            assert "content-encoding" not in plain.headers
            assert plain.content == (dist / name).read_bytes()


async def test_ranges_of_the_database(client: httpx.AsyncClient, dist: Path, names: dict[str, str]) -> None:
    data = (dist / names["database"]).read_bytes()
    part = await client.get(f"/{names['database']}", headers={"Range": "bytes=100-199", "Accept-Encoding": "gzip"})
    assert part.status_code == 206
    assert part.content == data[100:200]
    assert part.headers["content-range"] == f"bytes 100-199/{len(data)}"
    tag = part.headers["etag"]
    stale = await client.get(f"/{names['database']}", headers={"Range": "bytes=0-9", "If-Range": '"old"'})
    assert stale.status_code == 200
    fresh = await client.get(f"/{names['database']}", headers={"Range": "bytes=0-9", "If-Range": tag})
    assert fresh.content == b"SQLite for"
    beyond = await client.get(f"/{names['database']}", headers={"Range": f"bytes={len(data)}-"})
    assert beyond.status_code == 416


async def test_head_gives_headers_alone(client: httpx.AsyncClient, names: dict[str, str]) -> None:
    for name in ("", "site/current.json", names["object"], names["database"]):
        headers = {"Accept-Encoding": "identity"}
        got, head = await client.get(f"/{name}", headers=headers), await client.head(f"/{name}", headers=headers)
        assert head.status_code == 200
        assert head.headers["content-length"] == got.headers["content-length"]


async def test_preflight_and_other_methods(client: httpx.AsyncClient, names: dict[str, str]) -> None:
    answer = await client.options(f"/{names['object']}", headers={"Origin": "https://a.example"})
    assert answer.status_code == 204
    assert "Range" in answer.headers["access-control-allow-headers"]
    assert (await client.post(f"/{names['object']}")).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/secret.json",
        "/../secret.json",
        "/%2e%2e/secret.json",
        "/site/../../secret.json",
        "/site/revisions/..%2f..%2f..%2fsecret.json",
        "/_inkdex/../secret.json",
        "/_inkdex/..%2fsecret.json",
        "/_inkdex/%2e%2e/secret.json",
        "/_inkdex//etc/passwd",
        "/_inkdex/assets/..\\..\\secret.json",
        "/_inkdex/.hidden",
        "/_inkdex/assets",
        "/_inkdex/",
        "/objects",
        "/objects/",
        "/objects/ab/0000000000000000-0.json",
        "/objects/ab/x.json",
        "/site",
        "/site/revisions/",
        "/site/current.json/",
        "/site/current.json%00",
        "/%00",
        "/nowhere/current.json",
        "/_inkdex/events",
    ],
)
async def test_there_is_nothing_else(dist: Path, page: Path, path: str) -> None:
    (page / ".hidden").write_text("x")
    app = make_app(dist, "site", page)
    status: list[int] = []
    bodies: list[bytes] = []

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            status.append(message["status"])  # type: ignore[arg-type]
        else:
            bodies.append(message.get("body", b""))  # type: ignore[arg-type]

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b""}

    raw = path.encode()  # as a hostile client sends it: no library tidies it
    scope = {
        "type": "http",
        "method": "GET",
        "path": httpx.URL("http://x/").copy_with(raw_path=raw).path if "\\" not in path else path,
        "raw_path": raw,
        "query_string": b"",
        "headers": [],
        "http_version": "1.1",
        "server": ("localhost", 80),
        "scheme": "http",
    }
    await app(scope, receive, send)  # type: ignore[arg-type]
    assert status == [404]
    assert b"secret" not in b"".join(bodies)


async def test_a_page_of_the_site_is_explained(client: httpx.AsyncClient) -> None:
    answer = await client.get("/guide/<b>/", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "--base-url" in answer.text
    assert "<b>" not in answer.text


async def test_drafts_are_for_this_machine_only(dist: Path, page: Path) -> None:
    async with client_for(make_app(dist, "site", page, events=ReloadEvents())) as client:
        for origin, allowed in (
            ("http://localhost:1313", True),
            ("http://127.0.0.1:4321", True),
            ("https://evil.example", False),
            ("http://localhost.evil.example", False),
        ):
            answer = await client.get("/site/current.json", headers={"Origin": origin})
            assert answer.headers.get("access-control-allow-origin") == (origin if allowed else None)


async def test_open_pages_hear_of_new_revisions() -> None:
    events = ReloadEvents()
    stream = events.stream()
    assert await anext(stream) == "retry: 1000\n\n"
    waiting = anext(stream)
    events.announce("0123456789abcdef")
    assert await waiting == "event: revision\ndata: 0123456789abcdef\n\n"
    events.close()
    assert [item async for item in stream] == []


async def test_compressed_copies_stay_within_their_bounds(tmp_path: Path) -> None:
    copies = CompressedCopies(max_bytes=100)
    for number in range(20):
        (tmp_path / f"{number}.json").write_text(f"[{number}]" * 30)
        await copies.of(tmp_path / f"{number}.json", "1")
    assert copies._size_bytes <= 100
    assert gzip.decompress(await copies.of(tmp_path / "19.json", "1")) == b"[19]" * 30


async def test_the_component_beside_the_artifacts_is_served(dist: Path, page: Path) -> None:
    for name in ("inkdex-search.js", "inkdex.json", "integrity.json", "assets/engine-Ab_1.js"):
        (dist / name).parent.mkdir(exist_ok=True)
        (dist / name).write_text("{}")
    async with client_for(make_app(dist, "site", page)) as client:
        for name, caching in {
            "inkdex-search.js": "no-cache",
            "inkdex.json": "no-cache",
            "integrity.json": "no-cache",
            "assets/engine-Ab_1.js": IMMUTABLE,
        }.items():
            answer = await client.get(f"/{name}")
            assert answer.status_code == 200, name
            assert answer.headers["cache-control"] == caching
            assert answer.headers["access-control-allow-origin"] == "*"
        for name in ("assets/%2e%2e%2fsecret.json", "assets/.hidden", "assets/deep/er.js", "other.js"):
            assert (await client.get(f"/{name}")).status_code == 404, name


async def test_scripts_of_the_page_are_for_every_origin_when_served_but_not_by_dev(dist: Path, page: Path) -> None:
    asset = "/_inkdex/assets/main-abc.js"
    async with client_for(make_app(dist, "site", page)) as client:
        assert (await client.get(asset)).headers["access-control-allow-origin"] == "*"
    async with client_for(make_app(dist, "site", page, events=ReloadEvents())) as client:
        answer = await client.get(asset, headers={"Origin": "https://example.org"})
        assert "access-control-allow-origin" not in answer.headers
