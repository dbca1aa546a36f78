"""Published files over HTTP: validators, ranges, other origins, and names that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import httpx

    from tests.unit.functions.service import Service


async def find_database(docs: Service) -> str:
    pointer = (await docs.client.get("/docs/current.json")).json()
    return f"/docs/revisions/{pointer['revision']}/search.db"


async def test_the_pointer_is_always_asked_for_anew(docs: Service) -> None:
    answer = await docs.client.get("/docs/current.json")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert len(answer.json()["history"]) == 1


@pytest.mark.parametrize("name", ["manifest.json", "posts.json", "media.json", "search.db"])
async def test_files_of_a_revision_never_change(docs: Service, name: str) -> None:
    answer = await docs.client.get((await find_database(docs)).replace("search.db", name))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert int(answer.headers.get("content-length", len(answer.content))) > 0


@pytest.mark.parametrize("name", ["report.json", "SHA256SUMS"])
async def test_what_tells_of_a_build_may_change(docs: Service, name: str) -> None:
    answer = await docs.client.get((await find_database(docs)).replace("search.db", name))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"


async def test_a_known_file_is_not_sent_again(docs: Service) -> None:
    path = await find_database(docs)
    first = await docs.client.get(path)
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = await docs.client.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert "immutable" in again.headers["cache-control"]
    assert (await docs.client.get(path, headers={"if-none-match": '"other"'})).status_code == 200


async def test_head_is_get_without_the_body(docs: Service) -> None:
    path = await find_database(docs)
    got = await docs.client.get(path, headers={"accept-encoding": "identity"})
    head = await docs.client.head(path, headers={"accept-encoding": "identity"})
    assert head.status_code == 200
    assert head.content == b""
    for name in ("content-length", "content-type", "etag", "cache-control", "access-control-allow-origin"):
        assert head.headers.get(name) == got.headers.get(name), name


async def test_one_range_is_sent(docs: Service) -> None:
    path = await find_database(docs)
    whole = (await docs.client.get(path, headers={"accept-encoding": "identity"})).content
    part = await docs.client.get(path, headers={"range": "bytes=16-99"})
    assert part.status_code == 206
    assert part.content == whole[16:100]
    assert part.headers["content-range"] == f"bytes 16-99/{len(whole)}"
    end = await docs.client.get(path, headers={"range": "bytes=-7"})
    assert (end.status_code, end.content) == (206, whole[-7:])


async def test_a_range_behind_the_end_is_416(docs: Service) -> None:
    path = await find_database(docs)
    size = len((await docs.client.get(path)).content)
    answer = await docs.client.get(path, headers={"range": f"bytes={size}-"})
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{size}"


@pytest.mark.parametrize(
    "forged",
    [
        "bytes=",
        "bytes=-",
        "bytes=9-1",
        "bytes=a-b",
        "bytes=0-1,5-6",
        "items=0-1",
        "bytes=0x1-2",
        "bytes=٣-٤",
        "bytes=1-2-3",
        "bytes 0-1",
        "bytes=" + "0-0," * 500,
        "bytes=-" + "9" * 5000,
    ],
)
async def test_a_range_that_is_none_is_ignored(docs: Service, forged: str) -> None:
    answer = await docs.client.get(await find_database(docs), headers={"range": forged.encode()})  # type: ignore[dict-item]
    assert answer.status_code == 200
    assert answer.content.startswith(b"SQLite format 3")


async def test_a_range_of_another_version_is_the_whole_file(docs: Service) -> None:
    path = await find_database(docs)
    tag = (await docs.client.get(path)).headers["etag"]
    good = await docs.client.get(path, headers={"range": "bytes=0-9", "if-range": tag})
    assert good.status_code == 206
    for other in ('"other"', f"W/{tag}", "Sun, 22 Nov 2026 10:00:00 GMT"):
        answer = await docs.client.get(path, headers={"range": "bytes=0-9", "if-range": other})
        assert answer.status_code == 200


async def test_files_may_be_read_from_every_origin(docs: Service) -> None:
    answer = await docs.client.get("/docs/current.json", headers={"origin": "https://elsewhere.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "ETag" in answer.headers["access-control-expose-headers"]
    asked = await docs.client.options(
        "/docs/current.json",
        headers={
            "origin": "https://elsewhere.example",
            "access-control-request-method": "GET",
            "access-control-request-headers": "range",
        },
    )
    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "range" in asked.headers["access-control-allow-headers"].lower()
    assert "GET" in asked.headers["access-control-allow-methods"]


@pytest.mark.parametrize(
    "path",
    [
        "/docs/%2e%2e/registry.json",
        "/%2e%2e/private/registry.json",
        "/..%2fprivate/registry.json",
        "/docs//current.json",
        "//docs/current.json",
        "/docs/current.json/",
        "/docs/current.json%00",
        "/docs/current.json%0a",
        "/docs\\current.json",
        "/Docs/current.json",
        "/registry.json",
        "/steps/ab/cd.record",
        "/docs/revisions/0123456789abcdef/%2e%2e/%2e%2e/current.json",
        "/docs/revisions/0123456789abcdef/search.db",
        "/objects/ab/abababababababab-0.json.gz",
        "/docs/inkdex.toml",
        "/.git/config",
        "/" + "a" * 5000,
        "/docs/" + "x/" * 500,
    ],
)
async def test_other_names_are_404(docs: Service, path: str) -> None:
    answer = await docs.client.request("GET", as_written(docs, path))
    if path in TIDIED and answer.status_code == 200:
        assert answer.content == (await docs.client.get("/docs/current.json")).content
        return
    assert answer.status_code == 404, path
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["error"]["code"] == "not-found"


TIDIED = {"/docs\\current.json", "/docs/revisions/0123456789abcdef/%2e%2e/%2e%2e/current.json"}
"""What URL parsers after WHATWG's standard, as in workerd, turn into a good name before anybody looks at it."""


def as_written(docs: Service, path: str) -> httpx.URL:
    """An address whose path nobody tidies up."""
    return docs.client.base_url.copy_with(raw_path=path.encode())


async def test_files_are_only_read(docs: Service) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = await docs.client.request(method, "/docs/current.json")
        assert answer.status_code == 405
        assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert (await docs.client.post("/docs/no-such-thing")).status_code == 404


async def test_the_explore_page_names_its_site(docs: Service) -> None:
    answer = await docs.client.get("/docs/explore")
    assert answer.status_code == 200
    assert 'content="docs"' in answer.text
    assert "SQL" in answer.text
    assert "%INKDEX_" not in answer.text
    assert "'wasm-unsafe-eval'" in answer.headers["content-security-policy"]
    assert (await docs.client.get("/nothing/explore")).status_code == 404


async def test_the_search_page_names_its_site(docs: Service) -> None:
    answer = await docs.client.get("/docs/")
    assert answer.status_code == 200
    assert '="docs"' in answer.text
    assert "%INKDEX_" not in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-cache"
    led = await docs.client.get("/docs")
    assert (led.status_code, led.headers["location"]) == (308, "/docs/")
    assert (await docs.client.get("/nothing/")).status_code == 404
    assert (await docs.client.get("/_inkdex/icon.svg")).headers["content-type"] == "image/svg+xml"
    assert (await docs.client.get("/_inkdex/icon.svg")).headers["access-control-allow-origin"] == "*"
    for name in ("gone.js", "index.html", "explore.html", "../page/icon.svg", "assets/"):
        assert (await docs.client.get(f"/_inkdex/{name}")).status_code == 404
