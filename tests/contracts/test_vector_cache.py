"""What every `VectorCache` promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache
from shared.adapters.memory.vector_cache import MemoryVectorCache

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from shared.ports import VectorCache


@pytest.fixture(params=["memory", "sqlite"])
async def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorCache]:
    if request.param == "memory":
        yield MemoryVectorCache()
    else:
        async with SqliteVectorCache(tmp_path / "vectors.db") as opened:
            yield opened


async def test_an_empty_cache_has_nothing(cache: VectorCache) -> None:
    assert await cache.get_many([]) == {}
    assert await cache.get_many([b"a"]) == {}


async def test_items_come_back_as_they_were_put(cache: VectorCache) -> None:
    items = {b"a" * 32: b"\x00\x01\xff\x00", b"b" * 32: b""}
    await cache.put_many(items)
    assert await cache.get_many([*items, b"c" * 32]) == items


async def test_a_new_value_replaces_the_old_one(cache: VectorCache) -> None:
    await cache.put_many({b"a": b"old"})
    await cache.put_many({b"a": b"new"})
    assert await cache.get_many([b"a"]) == {b"a": b"new"}


async def test_putting_nothing_changes_nothing(cache: VectorCache) -> None:
    await cache.put_many({})
    assert await cache.get_many([b"a"]) == {}


async def test_keys_may_be_many_and_repeated(cache: VectorCache) -> None:
    items = {index.to_bytes(32, "big"): bytes([index % 256]) * 8 for index in range(2500)}
    await cache.put_many(items)
    keys = [*items, *items]
    assert await cache.get_many(keys) == items
