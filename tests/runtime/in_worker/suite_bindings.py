"""Adapters on real bindings keep what their ports promise."""

import random
from collections.abc import AsyncIterator
from typing import Any

from functions.bindings.artifact_reader import R2ArtifactReader
from functions.bindings.javascript import from_js_value, is_nothing, unwrap
from functions.bindings.kv_cache import KvCache
from functions.bindings.r2_object_store import R2ObjectStore
from functions.bindings.vector_cache_stub import VectorCacheStub
from shared.errors import ConflictError, InvariantError
from tests.contracts.promises import cache, object_store, vector_cache
from tests.contracts.promises.of_ports import check_promises
from tests.runtime.worker.runner import raises


async def test_private_objects_keep_every_promise(env: Any) -> None:
    bucket = unwrap(env).WORK
    await check_promises(object_store, lambda promise: R2ObjectStore(bucket, f"promises/{promise}/"))


async def test_published_objects_keep_every_promise(env: Any) -> None:
    bucket = unwrap(env).ARTIFACTS
    await check_promises(object_store, lambda promise: R2ObjectStore(bucket, f"promises/{promise}/", published=True))


async def test_a_list_goes_on_behind_a_thousand_keys(env: Any) -> None:
    store = R2ObjectStore(unwrap(env).WORK, "many/")
    names = [f"{number:05}" for number in range(1_003)]
    for name in names:
        await store.put(name, b"")
    assert [key async for key in store.list("")] == names


async def test_published_json_is_stored_as_it_is_sent(env: Any) -> None:
    bucket = unwrap(env).ARTIFACTS
    store = R2ObjectStore(bucket, published=True)
    large, small = b"[" + b"1234567," * 1_000 + b"1]", b"{}"
    shard, pointer, database = "objects/ab/ab01234567890123-0.json", "stored/current.json", "stored/search.db"
    await store.put(shard, large)
    await store.put(pointer, small)
    await store.put(database, large)

    async def describe(key: str) -> dict[str, str]:
        found = await bucket.head(key)
        return {**from_js_value(found.httpMetadata), "size": found.size}

    stored = await describe(shard)
    assert stored.pop("size") < len(large) // 10
    assert stored == {
        "contentType": "application/json",
        "contentEncoding": "gzip",
        "cacheControl": "public, max-age=31536000, immutable",
    }
    assert await describe(pointer) == {"contentType": "application/json", "cacheControl": "no-cache", "size": 2}
    assert (await describe(database))["contentType"] == "application/vnd.sqlite3"
    assert (await describe(database))["size"] == len(large)
    before = str((await bucket.head(shard)).etag)
    await store.put(shard, large)
    assert str((await bucket.head(shard)).etag) == before, "the same bytes, compressed again, are other bytes"


async def test_published_json_that_comes_in_pieces_is_compressed_on_the_way(env: Any) -> None:
    bucket = unwrap(env).ARTIFACTS
    store = R2ObjectStore(bucket, published=True)
    generator = random.Random(7)
    for key, pieces in {
        "pieces/small.json": [b"[1,", b"2]"],
        "pieces/posts.json": [b'{"number":%d},' % number for number in range(3_000)],
        "pieces/large.json": [generator.randbytes(1 << 20) for _ in range(7)],  # several parts, as it cannot shrink
    }.items():
        await store.put_stream(key, _pieces(pieces))
        whole = b"".join(pieces)
        assert await store.get(key) == whole
        assert await store.get_range(key, 2, 3) == whole[2:5]
        found = await bucket.head(key)
        assert from_js_value(found.httpMetadata)["contentEncoding"] == "gzip"
        assert found.size < len(whole) // 4 or key != "pieces/posts.json"


async def _pieces(pieces: list[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def test_private_objects_lie_as_they_are(env: Any) -> None:
    bucket = unwrap(env).WORK
    await R2ObjectStore(bucket, "build/site/").put("steps/ab/ab.record", b'{"a":1}' * 1_000)
    found = await bucket.head("build/site/steps/ab/ab.record")
    assert found.size == 7_000
    assert is_nothing(getattr(found.httpMetadata, "contentEncoding", None))


async def test_a_key_that_no_bucket_takes_is_our_bug(env: Any) -> None:
    with raises(InvariantError, "refuses"):
        await R2ObjectStore(unwrap(env).WORK).put("a" * 1_025, b"")


async def test_visitors_read_what_is_stored_and_notice_a_change(env: Any) -> None:
    bucket = unwrap(env).ARTIFACTS
    store, reader = R2ObjectStore(bucket, published=True), R2ArtifactReader(bucket)
    data = bytes(range(256)) * 1_000
    await store.put("read/file.db", data)
    found = await reader.find("read/file.db")
    assert found is not None
    assert (found.size_bytes, found.packed) == (len(data), False)
    pieces = [piece async for piece in reader.read("read/file.db", found.version, 1_000, 100_000)]
    assert b"".join(pieces) == data[1_000:101_000]
    assert all(type(piece) is bytes for piece in pieces)
    async for piece in reader.read("read/file.db", found.version, 0, len(data)):
        assert piece
        break  # whoever goes away early leaves no stream open
    assert [piece async for piece in reader.read("read/file.db", found.version, 0, 0)] == []
    await store.put("read/file.db", b"another")
    with raises(ConflictError):
        await anext(reader.read("read/file.db", found.version, 0, 10))
    await store.delete("read/file.db")
    assert await reader.find("read/file.db") is None
    with raises(ConflictError):
        await anext(reader.read("read/file.db", found.version, 0, 10))
    await store.put("read/file.json", b"[1]" * 1_000)
    packed = await reader.find("read/file.json")
    assert packed is not None
    assert packed.packed


async def test_kv_keeps_every_promise(env: Any) -> None:
    await check_promises(cache, lambda promise: KvCache(unwrap(env).CACHE, f"{promise}/"))


async def test_vectors_keep_every_promise(env: Any) -> None:
    await check_promises(vector_cache, lambda promise: VectorCacheStub(unwrap(env).VECTORS, promise))


async def test_sites_do_not_see_each_others_vectors(env: Any) -> None:
    one, other = (VectorCacheStub(unwrap(env).VECTORS, f"vectors-{name}") for name in ("one", "other"))
    await one.put_many({b"key": b"vector"})
    assert await other.get_many([b"key"]) == {}
    assert await one.get_many([b"key"]) == {b"key": b"vector"}
