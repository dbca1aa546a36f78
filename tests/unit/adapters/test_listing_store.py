"""A store that remembers what it has listed: what it asks less often, and what it must not believe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.adapters.listing_store import ListingStore
from shared.adapters.memory.object_store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class CountingStore(MemoryStore):
    """Counts questions."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    async def has(self, key: str) -> bool:
        self.asked.append(f"has {key}")
        return await super().has(key)

    async def list(self, prefix: str) -> AsyncIterator[str]:
        self.asked.append(f"list {prefix}")
        async for key in super().list(prefix):
            yield key


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
