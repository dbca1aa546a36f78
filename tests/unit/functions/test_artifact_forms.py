"""Files that are stored compressed reach everybody, and one that is replaced meanwhile is never torn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx

from functions.app import make_app
from shared.adapters.memory.artifact_reader import StoreArtifactReader
from shared.adapters.memory.object_store import MemoryStore
from shared.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

NAME = "docs/current.json"
MANIFEST = "docs/revisions/0123456789abcdef/manifest.json"
TEXT = b'{"format":1}' * 20_000


def client_of(services: Any, reader: object) -> httpx.AsyncClient:
    app = make_app(replace(services.deployment(), reader=reader))
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="https://inkdex.example.org")


async def test_a_compressed_file_is_passed_through_or_unpacked(open_service: Callable[..., Any]) -> None:
    store = MemoryStore()
    await store.put(MANIFEST, TEXT)
    async with (
        open_service() as (_, services),
        client_of(services, StoreArtifactReader(store, packs_json=True)) as client,
    ):
        packed = await client.get(f"/{MANIFEST}", headers={"accept-encoding": "gzip"})
        plain = await client.get(f"/{MANIFEST}", headers={"accept-encoding": "identity"})
        ranged = await client.get(f"/{MANIFEST}", headers={"accept-encoding": "gzip", "range": "bytes=0-9"})
        known = await client.get(
            f"/{MANIFEST}", headers={"accept-encoding": "identity", "if-none-match": plain.headers["etag"]}
        )
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content == ranged.content == TEXT
    assert packed.headers["etag"] != plain.headers["etag"]
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert ranged.status_code == 200
    assert known.status_code == 304


class Restless:
    """An `ArtifactReader` whose file is replaced each time between looking at it and reading it."""

    def __init__(self, times: int) -> None:
        self._times = times
        self._store = MemoryStore()
        self._reader = StoreArtifactReader(self._store)

    async def find(self, name: str) -> Any:
        await self._store.put(name, TEXT + bytes(str(self._times), "ascii"))
        return await self._reader.find(name)

    async def read(self, name: str, version: str, offset: int, size_bytes: int) -> AsyncIterator[bytes]:
        self._times -= 1
        if self._times >= 0:
            raise ConflictError("it is another file by now")
        async for piece in self._reader.read(name, version, offset, size_bytes):
            yield piece


async def test_a_file_that_is_replaced_meanwhile_is_read_anew(open_service: Callable[..., Any]) -> None:
    async with open_service() as (_, services):
        async with client_of(services, Restless(2)) as client:
            answer = await client.get(f"/{NAME}")
            assert (answer.status_code, answer.content[:-1]) == (200, TEXT)
        async with client_of(services, Restless(9)) as client:
            assert (await client.get(f"/{NAME}")).status_code == 409
