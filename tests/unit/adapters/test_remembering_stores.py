"""Stores that remember: what they ask less often, and what they must not believe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.adapters.caching_store import CachingStore, ObjectMemory
from shared.adapters.listing_store import ListingStore
from shared.adapters.memory.object_store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class CountingStore(MemoryStore):
    """Counts questions."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    async def get(self, key: str) -> bytes | None:
        self.asked.append(f"get {key}")
        return await super().get(key)

    async def has(self, key: str) -> bool:
        self.asked.append(f"has {key}")
        return await super().has(key)

    async def list(self, prefix: str) -> AsyncIterator[str]:
        self.asked.append(f"list {prefix}")
        async for key in super().list(prefix):
            yield key


def caching(store: MemoryStore, memory: ObjectMemory, scope: str = "build") -> CachingStore:
    return CachingStore(store, memory, scope, suffix=".record", max_object_bytes=100)


async def test_a_record_is_read_once_for_all_stores_of_a_scope() -> None:
    inner, memory = CountingStore(), ObjectMemory(10_000)
    inner.objects["a.record"] = b"x"
    for _ in range(3):
        assert await caching(inner, memory).get("a.record") == b"x"
    assert inner.asked == ["get a.record"]
    assert await caching(inner, memory).has("a.record")
    assert inner.asked == ["get a.record"]


async def test_another_scope_asks_anew() -> None:
    """The next build must notice what was collected after the last one."""
    inner, memory = CountingStore(), ObjectMemory(10_000)
    inner.objects["a.record"] = b"x"
    await caching(inner, memory, "build 1").get("a.record")
    del inner.objects["a.record"]
    assert await caching(inner, memory, "build 2").get("a.record") is None


async def test_what_is_missing_or_large_or_of_another_kind_is_asked_for_every_time() -> None:
    inner, memory = CountingStore(), ObjectMemory(10_000)
    store = caching(inner, memory)
    inner.objects.update({"large.record": b"x" * 101, "a.data": b"x"})
    for key in ("missing.record", "large.record", "a.data"):
        inner.asked.clear()
        await store.get(key)
        await store.get(key)
        assert inner.asked == [f"get {key}"] * 2


async def test_a_write_is_remembered_and_a_removal_forgotten() -> None:
    inner, memory = CountingStore(), ObjectMemory(10_000)
    store = caching(inner, memory)
    await store.put("a.record", b"1")
    await store.put("a.record", b"2")
    assert await store.get("a.record") == b"2"
    assert inner.asked == []
    await store.delete("a.record")
    assert await store.get("a.record") is None


async def test_memory_is_bounded_and_the_least_used_goes_first() -> None:
    memory = ObjectMemory(1_000)
    for number in range(4):
        memory.keep("s", str(number), b"x" * 100)
        memory.recall("s", "0")
    assert memory.recall("s", "0") is not None
    assert memory.recall("s", "1") is None
    assert memory.recall("s", "3") is not None
    memory.keep("s", "huge", b"x" * 2_000)
    assert memory.recall("s", "huge") is None


async def test_the_second_question_about_a_folder_lists_it() -> None:
    inner = CountingStore()
    inner.objects.update({f"objects/ab/ab{number}.json": b"" for number in range(5)})
    store = ListingStore(inner)
    assert await store.has("objects/ab/ab0.json")
    assert not await store.has("objects/ab/none.json")
    for number in range(5):
        assert await store.has(f"objects/ab/ab{number}.json")
    assert inner.asked == ["has objects/ab/ab0.json", "list objects/ab/"]


async def test_own_writes_and_removals_are_noticed() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b""

    inner = CountingStore()
    store = ListingStore(inner)
    await store.has("objects/ab/1.json")
    assert not await store.has("objects/ab/1.json")
    await store.put("objects/ab/1.json", b"")
    await store.put_stream("objects/ab/2.json", pieces())
    assert await store.swap("objects/ab/3.json", b"", None)
    assert [await store.has(f"objects/ab/{number}.json") for number in range(1, 4)] == [True, True, True]
    await store.delete("objects/ab/1.json")
    assert not await store.has("objects/ab/1.json")


async def test_other_objects_are_asked_for_one_by_one() -> None:
    inner = CountingStore()
    store = ListingStore(inner)
    await store.has("docs/current.json")
    await store.has("docs/current.json")
    assert inner.asked == ["has docs/current.json"] * 2
