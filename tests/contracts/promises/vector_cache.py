"""What every `VectorCache` promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.ports import VectorCache


async def an_empty_cache_has_nothing(cache: VectorCache) -> None:
    assert await cache.get_many([]) == {}
    assert await cache.get_many([b"a"]) == {}


async def items_come_back_as_they_were_put(cache: VectorCache) -> None:
    items = {b"a" * 32: b"\x00\x01\xff\x00", b"b" * 32: b""}
    await cache.put_many(items)
    assert await cache.get_many([*items, b"c" * 32]) == items


async def a_new_value_replaces_the_old_one(cache: VectorCache) -> None:
    await cache.put_many({b"a": b"old"})
    await cache.put_many({b"a": b"new"})
    assert await cache.get_many([b"a"]) == {b"a": b"new"}


async def putting_nothing_changes_nothing(cache: VectorCache) -> None:
    await cache.put_many({})
    assert await cache.get_many([b"a"]) == {}


async def keys_may_be_many_and_repeated(cache: VectorCache) -> None:
    items = {index.to_bytes(32, "big"): bytes([index % 256]) * 8 for index in range(2500)}
    await cache.put_many(items)
    keys = [*items, *items]
    assert await cache.get_many(keys) == items


async def a_batch_of_large_vectors_fits(cache: VectorCache) -> None:
    items = {bytes([index % 256, index // 256]) * 16: bytes([index % 256]) * 4 * 1536 for index in range(512)}
    await cache.put_many(items)
    assert await cache.get_many(list(items)) == items
